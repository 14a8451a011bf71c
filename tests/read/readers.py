"""Readers for tests: by rules, and with the weights where they are in this installation."""

from functools import cache
from typing import Any

import pytest

from sayso.model import Document, Statement, make_document
from sayso.read.reader import Reader
from sayso.read.tagging.network import load_network
from sayso.reference.gazetteer import load_gazetteer
from sayso.weights import has_weights

needs_weights = pytest.mark.skipif(not has_weights("tagger"), reason="this installation has no weights")
BOTH = ("rules", pytest.param("weights", marks=needs_weights))


@cache
def reader(finder: str) -> Reader:
    """The reader by `rules` or with the `weights`."""
    network = load_network("tagger", 1) if finder == "weights" else None
    return Reader(network=network, gazetteer=load_gazetteer())


def document(text: str, **facts: Any) -> Document:
    """An English document of The Lantern, 4 March 2031, unless `facts` say otherwise."""
    known = {"input": "a.txt", "publisher": "The Lantern", "published": "2031-03-04", "language": "en"}
    return make_document(text, **{**known, **facts})


def read(text: str, finder: str = "rules", **facts: Any) -> tuple[Statement, ...]:
    """The statements of a text."""
    return reader(finder).read(document(text, **facts))
