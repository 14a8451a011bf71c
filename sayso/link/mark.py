"""Mark: all that linking sees of one proposition, so that two can be compared without their documents."""

from typing import Literal

import msgspec

from sayso.model import Act

Relation = Literal["same", "opposite", "update", "part"]
Weight = Literal["CT", "PR", "PS", "U"]


class Amount(msgspec.Struct, frozen=True, kw_only=True):
    """An amount as printed: inclusive ends (None: open), its unit noun, its class and its words."""

    low: float | None = None
    high: float | None = None
    unit: str = ""
    slot: str = ""
    text: str = ""


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """What linking sees of one proposition. `text` is printed; all else is read off it.

    `stems` are content words in order; `names` folded name words, gazetteer ids ("@kp.embassy") and countries
    ("=KP"); `around` names that the sentence leaves to the document (source, title), which count for less.
    `directions` are "north:korea". `days` are the first and last day of what happened; `asserted` when it was
    said or printed. `negated` is the polarity of the matter itself, after counting negations modulo two.
    `target`: the proposition of this document that the words only point at ("this claim"), whose words
    are then compared in place of the pointer; `counts`: they only give another number for it. `vector` is
    384 signed bytes, b"" without an encoder; `topic` the same of the title and the beginning of its
    document, `bare` of the text without its names.
    """

    proposition: str
    statement: str
    document: str
    publisher: str | None = None
    published: str | None = None
    text: str = ""
    stems: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    polities: tuple[str, ...] = ()
    directions: tuple[str, ...] = ()
    amounts: tuple[Amount, ...] = ()
    days: tuple[str | None, str | None] = (None, None)
    asserted: str | None = None
    negated: bool = False
    certainty: Weight = "CT"
    act: Act = "assert"
    author: bool = False
    hearsay: bool = False
    question: bool = False
    target: str | None = None
    partial: bool = False
    counts: bool = False
    start: int = 0
    vector: bytes = b""
    topic: bytes = b""
    bare: bytes = b""


class Outline(msgspec.Struct, frozen=True, kw_only=True):
    """Of a mark what is looked at in each of a large component; read off a mark's own bytes."""

    document: str
    directions: tuple[str, ...] = ()


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """Two propositions (`a` < `b`) that may be one claim: p in [0, 1], how they relate, why."""

    a: str
    b: str
    p: float
    relation: Relation = "same"
    why: tuple[str, ...] = ()
