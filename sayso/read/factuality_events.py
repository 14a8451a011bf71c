"""The factuality of one event word in a sentence, as a reader takes it who trusts the author."""

from sayso.model import Span


def event_factuality(text: str, sentence: Span, event: Span, language: str = "en") -> float:
    """To be read."""
    return 3.0
