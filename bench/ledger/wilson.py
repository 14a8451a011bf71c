"""Intervals of shares (Wilson 1927)."""

import math

Z = 1.96


def wilson(right: int, of: int, z: float = Z) -> tuple[float, float]:
    """The interval of a share in [0, 1], 95 % by default; (0, 1) where nothing was counted."""
    if of == 0:
        return 0.0, 1.0
    share, square = right / of, z * z
    middle = (share + square / (2 * of)) / (1 + square / of)
    off = z * math.sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
    return round(max(0.0, middle - off), 4), round(min(1.0, middle + off), 4)
