"""A report in which somebody claims, denies, leaves open and doubts one thing, and its marks."""

from collections.abc import Sequence

from sayso.link.encoder import DIMENSIONS, GENERATION
from sayso.link.mark import Mark
from sayso.link.marks import marks_of
from sayso.model import Document, Statement
from sayso.reference.gazetteer import load_gazetteer
from tests.link.made_statements import said, text_of

GAZETTEER = load_gazetteer()
PRINTED = (
    "At least 40 miners died at the Tarn colliery, a Quillon official told the Lantern. "
    "The ministry dismissed these reports. Two envoys could not confirm the report. "
    "An analyst doubted it. Rain is wet, he added. Yes, said Dov."
)


class Counted:
    """An encoder that tells texts by their length and keeps what it was given."""

    def __init__(self) -> None:
        self.given: list[str] = []

    def encode(self, texts: Sequence[str]) -> list[bytes]:
        """384 bytes of the length."""
        self.given += texts
        return [bytes([len(text) % 127]) * DIMENSIONS + GENERATION for text in texts]


def report(**fields: str) -> tuple[Document, list[Statement]]:
    """A claim, a denial, what could not be confirmed, a doubt, small talk."""
    text = text_of(PRINTED, title="Fire in Rethany", **fields)
    return text, [
        said(text, "a Quillon official", "told", "At least 40 miners died at the Tarn colliery"),
        said(text, "The ministry", "dismissed", "these reports", act="deny", factuality="CT-"),
        said(text, "Two envoys", "could not confirm", "the report", act="unconfirmed", factuality="U"),
        said(text, "An analyst", "doubted", "it", act="believe", factuality="PR-"),
        said(text, "he", "added", "Rain is wet"),
        said(text, "Dov", "said", "Yes"),
    ]


def marks(**fields: str) -> tuple[Mark, ...]:
    return marks_of(*report(**fields), None, GAZETTEER)
