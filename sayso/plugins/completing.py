"""Whole statements from bare spans: for readers that only tell source, cue and content apart."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from sayso.model import Document, Statement
from sayso.read.relation import Relation
from sayso.reference.gazetteer import load_gazetteer


def completed(document: Document, relations: Sequence[Relation], reading: str) -> tuple[Statement, ...]:
    """The statements that these relations make, in reading order; () for none.

    Whom a source stands for, what a cue does, chains, propositions with their certainty and times come from
    sayso's own rules, as for what a person points at. `reading` is the name of the reader that found them.
    Relations with the same places are one. What stands outside of every sentence makes no statement.
    """
    from sayso.read.reader import Reader  # a fifth of a second that those who only look need not wait

    language = (document.language or "en").partition("-")[0]
    own = Reader(network=None, gazetteer=load_gazetteer(), language=language)
    single = {(one.source, one.cue, one.content): one for one in relations}
    found = own.given(document, list(single.values()))
    made = (msgspec.structs.replace(one, reading=reading) for one in found)
    distinct = {one.id: one for one in made}
    return tuple(sorted(distinct.values(), key=lambda one: one.sentence))
