"""Corrections: what a judgement says of the reading of one statement, by places, never by words.

The log of a ledger is never deleted, so that the value of a judgement quotes nothing: it points at places
in the document's text. What is forgotten takes its words with it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, get_args

import msgspec

from sayso.model import (
    Act,
    Evidentiality,
    Factuality,
    Judgement,
    Quotation,
    ReadingMatter,
    SourceKind,
    Spans,
    TimeRole,
    covers,
)
from sayso.model.time import Grain

MATTERS: tuple[ReadingMatter, ...] = tuple(m for m in get_args(ReadingMatter) if m != "kind")
"""The matters that change a reading; the kind of a named source is a matter of the whole ledger."""


class GivenSource(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who says it: where that is printed (() for hearsay or the author), and whom it stands for.

    The name is what stands at `name_at`; `name` where it stands nowhere in the text; else the words at
    `spans`.
    """

    spans: Spans = ()
    name_at: Spans = ()
    name: str | None = None
    kind: SourceKind = "unspecified"
    anonymous: bool = False


class GivenCue(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The words that attribute; none makes it the author's plain voice.

    The lemma is a word of the language ("say"), or stands at `lemma_at`; else the words themselves.
    """

    spans: Spans = ()
    lemma: str | None = None
    lemma_at: Spans = ()
    act: Act = "assert"


class GivenTime(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A printed time with its days; `role` None takes away the time that stands there."""

    spans: Spans
    from_: str | None = msgspec.field(default=None, name="from")
    to: str | None = None
    role: TimeRole | None = None
    grain: Grain = "none"


class GivenProposition(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A clause of a content."""

    spans: Spans
    factuality: Factuality = "CT+"
    times: tuple[GivenTime, ...] = ()


class GivenContent(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is said, with its clauses; no spans is an empty content."""

    spans: Spans = ()
    quotation: Quotation = "indirect"
    propositions: tuple[GivenProposition, ...] = ()


class Given(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The value of a judgement on a reading: which reading it was made on, and what was decided.

    `proposition` narrows a factuality to the clause that stands there; () is all of them. `sentence`,
    `medium`, `said` and `evidentiality` describe a statement that a person added.
    """

    reading: str
    source: GivenSource | None = None
    cue: GivenCue | None = None
    content: GivenContent | None = None
    act: Act | None = None
    evidentiality: Evidentiality | None = None
    anonymous: bool | None = None
    factuality: Factuality | None = None
    proposition: Spans = ()
    time: GivenTime | None = None
    sentence: int = 0
    medium: Spans = ()
    said: GivenTime | None = None


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """One standing judgement on a reading. `root`: the statement as a reader made it, None for a new one."""

    judgement: str
    what: ReadingMatter
    root: str | None
    given: Given


def value_of(given: Given) -> dict[str, Any]:
    """The value as JSON, without what says nothing."""
    found: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(given))
    return found


def correction_of(judgement: Judgement) -> Correction | None:
    """The correction that a judgement is; None for another matter, or a value that cannot be understood."""
    what = next((matter for matter in MATTERS if matter == judgement.what), None)
    roots = [target for target in judgement.targets if target.startswith("s:")]
    if what is None or (what == "statement") == bool(roots):
        return None
    try:
        given = msgspec.convert(judgement.value, Given)
    except msgspec.ValidationError:
        return None
    if not _says(what, given):
        return None
    return Correction(judgement=judgement.id, what=what, root=roots[0] if roots else None, given=given)


def _says(what: ReadingMatter, given: Given) -> bool:
    """Whether a value decides what it is about."""
    if what == "not-a-statement":
        return True
    if what == "statement":
        cued = given.cue is not None and bool(given.cue.spans)
        return given.source is not None and given.content is not None and (cued or bool(given.content.spans))
    return getattr(given, what.replace("-", "_")) is not None


def fits(given: Given, text: str) -> bool:
    """Whether a value can be put in: places of this text, in order and apart; clauses in it; days."""
    parts = given.content.propositions if given.content else ()
    times = [time for time in (given.time, given.said) if time]
    return (
        all(_is_row(spans, len(text)) for spans in _places(given))
        and all(given.content and part.spans and covers(given.content.spans, part.spans) for part in parts)
        and all(covers(part.spans, time.spans) for part in parts for time in part.times)
        and len({part.spans for part in parts}) == len(parts)
        and all(_has_days(time) for time in (*times, *(time for part in parts for time in part.times)))
    )


def _has_days(time: GivenTime) -> bool:
    """Whether both ends of a time are ISO days, or open."""
    try:
        return all(end is None or date.fromisoformat(end).isoformat() == end for end in (time.from_, time.to))
    except ValueError:
        return False


def _places(given: Given) -> Iterable[Spans]:
    times = [time for time in (given.time, given.said) if time]
    yield from (given.proposition, given.medium)
    if given.source:
        yield from (given.source.spans, given.source.name_at)
    if given.cue:
        yield from (given.cue.spans, given.cue.lemma_at)
    if given.content:
        yield given.content.spans
        for part in given.content.propositions:
            yield part.spans
            times += part.times
    yield from (time.spans for time in times)


def _is_row(spans: Spans, length: int) -> bool:
    ends = [0, *(end for span in spans for end in span), length]
    return all(span.start < span.end for span in spans) and ends == sorted(ends)
