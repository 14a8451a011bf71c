"""Makes tellings: what expectations see of each proposition of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from sayso.assess.promise_words import is_matter_word, matters_of, says
from sayso.assess.telling import Counted, Telling, Weighed
from sayso.link.amounts import amounts_of
from sayso.link.names import Known, known_names, names_of
from sayso.link.pointing import carried
from sayso.link.rarity import rarity
from sayso.link.words import TOKEN, stems_of
from sayso.model import Document, Proposition, Span, Statement, Time, TimeExpression
from sayso.read.times.finding import find_times
from sayso.reference.gazetteer import Gazetteer
from sayso.text.sentences import paragraphs

MOST_TEXT_CHARS = 600
NEAR_CHARS = 500  # before a proposition, in its paragraph: what it may point at
MOST_WORDS = 24
REST_CHARS = 80  # behind a promise, in its sentence: where its day may stand
SENTENCE_END = re.compile(r"[.!?][”’\"]?(?:\s|$)|\n|[;:]")
LEAD_CHARS = 8  # before a proposition: room for a compass point


def tellings_of(
    document: Document, day: str, statements: Sequence[Statement], gazetteer: Gazetteer, language: str = "en"
) -> Iterator[Telling]:
    """One telling for each proposition of a document, in order. `day`: when the document was known."""
    known = known_names(document.text)
    title = document.title or ""
    topic = weighed(title, language)
    around = names_of(title, gazetteer, known, language).keys
    parts = paragraphs(document.text)
    by_id = {statement.id: statement for statement in statements}
    for statement in statements:
        for proposition in statement.propositions:
            if carried(statement, proposition, statements) is not None:
                continue  # what only carries an inner statement: that one tells it
            near = _before(document.text, parts, proposition)
            yield _telling(
                document, day, statement, proposition, by_id, gazetteer, known, near, topic, around, language
            )


def weighed(text: str, language: str) -> Weighed:
    """The content stems of a text with how rare they are; words of a class of doing are left out."""
    kept = " ".join(match[0] for match in TOKEN.finditer(text) if not is_matter_word(match[0], language))
    return tuple((one, round(rarity(one), 2)) for one in stems_of(kept, language)[:MOST_WORDS])


def _telling(
    document: Document, day: str, statement: Statement, proposition: Proposition, by_id: dict[str, Statement],
    gazetteer: Gazetteer, known: Known, near: str, topic: Weighed, around: tuple[str, ...], language: str,
) -> Telling:  # fmt: skip
    text = proposition.text[:MOST_TEXT_CHARS]
    whole = _whole(statement, text, language)
    bare = _without_times(whole, proposition)
    names = names_of(_without_times(text, proposition), gazetteer, known, language)
    source = statement.source
    return Telling(
        proposition=proposition.id, statement=statement.id, document=document.id,
        publisher=document.publisher, published=document.published, day=day,
        place=proposition.spans[0].start if proposition.spans else 0, text=text, whole=whole,
        chain=statement.chain, source=source.name, printed=source.text, kind=source.kind,
        anonymous=source.anonymous, act=statement.act, cue=statement.cue.text if statement.cue else "",
        lemma=statement.cue.lemma if statement.cue else "", factuality=proposition.factuality,
        times=_times(document, statement, proposition, language), words=weighed(bare, language),
        near=weighed(near, language), topic=topic,
        bound=_bound(f"{source.name} {source.text}", language),
        owners=_owners(f"{source.name} {source.text}", language), names=names.keys, around=around,
        near_directions=names_of(near, gazetteer, known, language).directions,
        directions=_directions(document, proposition, gazetteer, known, language),
        matters=tuple(sorted(matters_of(bare, language))),
        near_matters=tuple(sorted(matters_of(near, language))), amounts=_amounts(text, proposition, language),
        sentence=statement.content.text[:MOST_TEXT_CHARS], denies=_denied(statement, by_id),
        hearsay=statement.evidentiality == "reportative"
        or (source.kind == "unspecified" and not source.spans),
    )  # fmt: skip


def _whole(statement: Statement, text: str, language: str) -> str:
    """The text of a proposition; where the cue is an event itself ("has published"), with source and cue."""
    cue = statement.cue
    if cue is None or (
        not (matters_of(cue.text, language) - {"speaking"}) and not says(cue.text, "ahead", language)
    ):
        return text
    return f"{statement.source.text} {cue.text} {text}"


def _times(
    document: Document, statement: Statement, proposition: Proposition, language: str
) -> tuple[Time, ...]:
    """Its times; of a promise without one those behind it in its sentence, where the reading cut them off."""
    if statement.act != "promise" or any(t.role == "due" for t in proposition.times) or not proposition.spans:
        return proposition.times
    end = proposition.spans[-1].end
    rest = SENTENCE_END.split(document.text[end : end + REST_CHARS], maxsplit=1)[0]
    found = find_times(rest, _day(document.published), language)
    return (*proposition.times, *(_due(one, rest, end) for one in found))


def _due(one: TimeExpression, rest: str, offset: int) -> Time:
    first, last = (day.isoformat() if day else None for day in (one.first, one.last))
    return Time(
        spans=(Span(offset + one.span.start, offset + one.span.end),), role="due", grain=one.grain,
        text=rest[one.span.start : one.span.end], from_=first, to=last,
    )  # fmt: skip


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def _directions(
    document: Document, proposition: Proposition, gazetteer: Gazetteer, known: Known, language: str
) -> tuple[str, ...]:
    """Compass points at names, also where the reading cut between the two."""
    if not proposition.spans:
        return ()
    start, end = proposition.spans[0].start, proposition.spans[-1].end
    text = document.text[max(0, start - LEAD_CHARS) : min(end, start + MOST_TEXT_CHARS)]
    return names_of(text.partition(" ")[2], gazetteer, known, language).directions


def _before(text: str, parts: Sequence[Span], proposition: Proposition) -> str:
    """What stands before a proposition in its paragraph; of one that opens it, the paragraph before."""
    at = proposition.spans[0].start if proposition.spans else 0
    here = next((number for number, part in enumerate(parts) if part.start <= at <= part.end), None)
    if here is None:
        return ""
    found = text[max(parts[here].start, at - NEAR_CHARS) : at]
    return found if len(found.split()) > 3 or here == 0 else text[parts[here - 1].start : parts[here - 1].end]


def _without_times(text: str, proposition: Proposition) -> str:
    for time in proposition.times:
        text = text.replace(time.text, " ", 1)
    return text


def _bound(words: str, language: str) -> Weighed:
    """Weighed stems of a source, possessives left out: whose ministry it is makes none the same."""
    return weighed(" ".join(m[0] for m in TOKEN.finditer(words) if not _owns(m[0])), language)


def _owners(words: str, language: str) -> tuple[str, ...]:
    return stems_of(" ".join(m[0] for m in TOKEN.finditer(words) if _owns(m[0])), language)


def _owns(word: str) -> bool:
    return word.endswith(("’s", "'s"))


def _amounts(text: str, proposition: Proposition, language: str) -> tuple[Counted, ...]:
    holes = [
        Span(at, at + len(t.text)) for t in proposition.times if t.text and (at := text.find(t.text)) >= 0
    ]
    return tuple(
        Counted(low=a.low, high=a.high, unit=a.unit, slot=a.slot, text=a.text)
        for a in amounts_of(text, language, holes)
    )


def _denied(statement: Statement, by_id: dict[str, Statement]) -> bool:
    """Whether it is said only to be denied, by its own cue or by that of a statement around it."""
    one: Statement | None = statement
    while one is not None:
        if one.act == "deny":
            return True
        one = by_id.get(one.within) if one.within else None
    return False
