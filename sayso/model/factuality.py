"""Factuality: how certain, and with which polarity, according to the source (FactBank)."""

from typing import Literal, get_args

Factuality = Literal["CT+", "CT-", "PR+", "PR-", "PS+", "PS-", "U"]
Certainty = Literal["CT", "PR", "PS", "U"]

FACTUALITIES: tuple[Factuality, ...] = get_args(Factuality)

SCALE: dict[Factuality, float] = {
    "CT+": 3.0, "PR+": 2.0, "PS+": 1.0, "U": 0.0, "PS-": -1.0, "PR-": -2.0, "CT-": -3.0,
}  # fmt: skip


def factuality(certainty: Certainty, negated: bool) -> Factuality:
    """The value for a certainty and a polarity; U has no polarity.

    >>> factuality("PR", True)
    'PR-'
    """
    if certainty == "U":
        return "U"
    sign = "-" if negated else "+"
    return next(value for value in FACTUALITIES if value == certainty + sign)
