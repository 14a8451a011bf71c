"""Subject: a country, body, person or topic that a brief is asked for, each fact with its statement."""

from typing import Literal

import msgspec

from sayso.model.ids import digest

SubjectKind = Literal["country", "body", "person", "topic"]


class SubjectFact(msgspec.Struct, frozen=True, kw_only=True):
    """One thing printed of a subject ("parent body": "Reconnaissance General Bureau"), and where."""

    label: str
    value: str
    statement: str
    document: str


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """Someone or something named in the ledger. Anonymous sources are never subjects.

    `names` has every printed spelling, the commonest first; `entry` is the id of the gazetteer's
    entry or "". `statements` are those that name it or are made by it.
    """

    id: str
    kind: SubjectKind
    name: str
    names: tuple[str, ...]
    entry: str = ""
    facts: tuple[SubjectFact, ...] = ()
    statements: tuple[str, ...] = ()


def subject_id(key: str) -> str:
    """The id `n:…` of the subject with this key (a gazetteer id, a country code or a folded name)."""
    return digest("n", (key,))
