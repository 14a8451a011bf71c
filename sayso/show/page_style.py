"""The style sheets of this package's pages, as they are written."""

from functools import cache
from pathlib import Path


@cache
def style(name: str) -> str:
    """The text of a style sheet; ValueError where it holds its own end tag."""
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    if "</style" in text:
        raise ValueError(f"</style> inside {name}")
    return text
