"""Who and what a document names: countries, bodies, people, with their spellings, offices and parent
bodies.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Protocol

import msgspec

from sayso.link.derivations import parts_of
from sayso.link.outlets import key_of, patterns, words
from sayso.link.parties import BODIES, OUTLETS, Names, Setting, party_of, setting_of
from sayso.model import Document, Span, Statement, Subject, SubjectFact, subject_id, touches
from sayso.model.subject import SubjectKind
from sayso.reference.entry import Mention

_RUN = re.compile(r"\b[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}")


_Place = tuple[int, int, str, SubjectKind, str, str]
"""Start, end, key, kind, name and entry of a known name."""


class Finder(Names, Protocol):
    """What is asked of a gazetteer here."""

    def find(self, text: str) -> tuple[Mention, ...]:
        """The names of known bodies in a text."""


class _Named(msgspec.Struct, frozen=True):
    """One printed name: what it names, where, and in which statement."""

    key: str
    kind: SubjectKind
    name: str
    printed: str
    entry: str
    statement: str
    role: str = ""


def subjects_of(
    document: Document, statements: Sequence[Statement], gazetteer: Finder
) -> tuple[Subject, ...]:
    """The named subjects of a document, by id; () for no statements. Pure.

    A country, body or person is here where it makes a statement or is named in the content of one.
    Anonymous sources never are, nor whoever is called only by an office. Facts are printed ones: "role" is
    how a person is introduced, "parent body" what a body is said to be part of; each has its statement.
    """
    if not statements:
        return ()
    setting = setting_of(document.text, statements, gazetteer, document.language or "en")
    people = _people(statements, setting.language)
    named = [one for s in statements for one in _who_says(s, people, setting)] + _mentioned(
        document, statements, gazetteer
    )
    by_key: dict[str, list[_Named]] = {}
    for one in named:
        by_key.setdefault(one.key, []).append(one)
    parents = _parents(document, statements, setting)
    return tuple(
        sorted((_subject(document, key, found, parents) for key, found in by_key.items()), key=lambda s: s.id)
    )


def merged(subjects: Iterable[Subject]) -> tuple[Subject, ...]:
    """The same subjects of several documents as one each, by id; the order of the documents does not
    matter.
    """
    by_id: dict[str, list[Subject]] = {}
    for subject in sorted(subjects, key=repr):
        by_id.setdefault(subject.id, []).append(subject)
    return tuple(_one(found) for _, found in sorted(by_id.items()))


def _one(found: Sequence[Subject]) -> Subject:
    counts = Counter(name for subject in found for name in subject.names)
    names = tuple(sorted(counts, key=lambda name: (-counts[name], -len(name), name)))
    first = found[0]
    facts = {(f.label, f.value, f.statement): f for subject in found for f in subject.facts}
    return Subject(
        id=first.id,
        kind=max(s.kind for s in found),
        name=first.name if first.entry else names[0],
        names=names,
        entry=first.entry,
        facts=tuple(facts[key] for key in sorted(facts)),
        statements=tuple(sorted({s for subject in found for s in subject.statements})),
    )


def _people(statements: Sequence[Statement], language: str) -> frozenset[str]:
    """The names that the text treats as a person's: "she" and the surname alone stand for them."""
    human = words(language, "human")
    named = ((key_of(s.source.name), s.source.text) for s in statements if not s.source.anonymous)
    return frozenset(
        name
        for name, text in named
        if " " in name
        and (text.lower() in human or (text[:1].isupper() and text.lower() == name.rsplit(" ", 1)[1]))
    )


def _who_says(statement: Statement, people: frozenset[str], setting: Setting) -> list[_Named]:
    """The named source of a statement; nobody for an anonymous one, the author, or a mere office."""
    source = statement.source
    if source.anonymous or source.kind in {"author", "unspecified", "public"}:
        return []
    party = party_of(source, setting)
    key = key_of(party.name)
    if not party.named or party.generic or party.vague or len(parts_of(party)) > 1:
        return []
    if party.country and party.key == party.country:
        return [_Named(party.key, "country", party.name, party.name, "", statement.id)]
    if party.entry or (key not in people and party.kind in BODIES | OUTLETS):
        return [_Named(party.key, "body", party.name, party.name, party.entry, statement.id)]
    if " " not in key:
        return []  # one word may be a place that speaks for its rulers, or half of a name
    beside = set(key_of(source.text).split()) - set(key.split()) - words(setting.language, "pronouns")
    role = source.text if beside and key.rsplit(" ", 1)[1] in key_of(source.text) else ""
    return [_Named(party.key, "person", party.name, party.name, "", statement.id, role)]


def _mentioned(document: Document, statements: Sequence[Statement], gazetteer: Finder) -> list[_Named]:
    """Known bodies and countries in the contents of statements."""
    text = document.text
    places: list[_Place] = [
        (m.start, m.end, m.entry.id, "body", m.entry.name, m.entry.id) for m in gazetteer.find(text)
    ]
    for match in _RUN.finditer(text):
        country = gazetteer.country(match.group())
        if country:
            places.append((*match.span(), country.code, "country", country.name, ""))
    places.sort()
    return [
        _Named(key, kind, name, text[start:end], entry, statement.id)
        for statement in statements
        for content in statement.content.spans
        for start, end, key, kind, name, entry in _inside(places, content)
    ]


def _inside(places: Sequence[_Place], content: Span) -> Sequence[_Place]:
    """The places that begin inside a content; `places` are sorted."""
    return places[bisect_left(places, (content.start,)) : bisect_left(places, (content.end,))]


def _parents(
    document: Document, statements: Sequence[Statement], setting: Setting
) -> dict[str, list[SubjectFact]]:
    """What each body is printed to be part of, by the body's key; only inside a statement."""
    found: dict[str, list[SubjectFact]] = {}
    for pattern in patterns(setting.language, "part_of"):
        for match in pattern.finditer(document.text):
            place = Span(*match.span())
            holding = [s for s in statements if touches((place,), (*s.content.spans, *s.source.spans))]
            if holding:
                entry = setting.names.lookup(match.group(1))
                fact = SubjectFact(
                    label="parent body", value=match.group(2), statement=holding[0].id, document=document.id
                )
                found.setdefault(entry.id if entry else key_of(match.group(1)), []).append(fact)
    return found


def _subject(
    document: Document, key: str, found: Sequence[_Named], parents: dict[str, list[SubjectFact]]
) -> Subject:
    counts = Counter(one.printed for one in found)
    names = tuple(sorted(counts, key=lambda name: (-counts[name], -len(name), name)))
    roles = sorted({one.role: one.statement for one in reversed(found) if one.role}.items())
    facts = [SubjectFact(label="role", value=role, statement=at, document=document.id) for role, at in roles]
    known = next((one for one in found if one.entry or one.kind == "country"), None)
    return Subject(
        id=subject_id(key),
        kind=max(one.kind for one in found),
        name=known.name if known else names[0],
        names=names,
        entry=known.entry if known else "",
        facts=(*facts, *parents.get(key, ())),
        statements=tuple(dict.fromkeys(one.statement for one in found)),
    )
