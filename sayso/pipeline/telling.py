"""Makes tellings: what expectations see of each proposition of a document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import msgspec

from sayso.assess.promises.promise_words import is_matter_word, matters_of, says
from sayso.assess.promises.telling import Counted, Telling, Weighed
from sayso.link.amounts import amounts_of
from sayso.link.names import Known, known_names, names_of
from sayso.link.pointing import inside
from sayso.link.rarity import rarity
from sayso.link.words import TOKEN, stems_of, table
from sayso.model import Document, Proposition, Span, Statement, Time, TimeExpression
from sayso.reference.gazetteer import Gazetteer
from sayso.text.sentences import paragraphs

MOST_TEXT_CHARS = 600
NEAR_CHARS = 500  # before a proposition, in its paragraph: what it may point at
MOST_WORDS = 24
REST_CHARS = 80  # behind a promise, in its sentence: where its day may stand
SENTENCE_END = re.compile(r"[.!?][”’\"]?(?:\s|$)|\n|[;:]")
LEAD_CHARS = 8  # before a proposition: room for a compass point


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    """What all tellings of one document share."""

    document: Document
    day: str
    by_id: Mapping[str, Statement]
    known: Known
    topic: Weighed
    around: tuple[str, ...]
    parts: Sequence[Span]
    gazetteer: Gazetteer
    language: str


def tellings_of(
    document: Document, day: str, statements: Sequence[Statement], gazetteer: Gazetteer, language: str = "en",
    wanted: Callable[[Telling], bool] = bool,
) -> Iterator[Telling]:  # fmt: skip
    """The tellings of a document that are `wanted`, in order of the text; names and surroundings, which
    cost most, are looked at for these only. `day`: when the document was known.
    """
    title, known = document.title or "", known_names(document.text)
    scene = _Scene(
        document=document, day=day, by_id={statement.id: statement for statement in statements}, known=known,
        topic=weighed(title, language), around=names_of(title, gazetteer, known, language).keys,
        parts=paragraphs(document.text), gazetteer=gazetteer, language=language,
    )  # fmt: skip
    for statement in statements:
        for proposition in statement.propositions:
            if inside(statement, proposition, statements):
                continue  # what holds an inner statement: that one tells it
            telling = _telling(scene, statement, proposition)
            if wanted(telling):
                yield _placed(scene, telling, proposition)


def weighed(text: str, language: str) -> Weighed:
    """The content stems of a text with how rare they are; words of a class of doing are left out."""
    kept = " ".join(match[0] for match in TOKEN.finditer(text) if not is_matter_word(match[0], language))
    return tuple((one, round(rarity(one), 2)) for one in stems_of(kept, language)[:MOST_WORDS])


def _telling(scene: _Scene, statement: Statement, proposition: Proposition) -> Telling:
    """The telling without its names and surroundings."""
    document, language, source = scene.document, scene.language, statement.source
    text = proposition.text[:MOST_TEXT_CHARS]
    whole = _whole(statement, text, language)
    bare = _without_times(whole, proposition)
    return Telling(
        proposition=proposition.id, statement=statement.id, document=document.id,
        publisher=document.publisher, published=document.published, day=scene.day,
        place=proposition.spans[0].start if proposition.spans else 0, text=text, whole=whole,
        chain=statement.chain, source=source.name, printed=source.text, kind=source.kind,
        anonymous=source.anonymous, act=statement.act, cue=statement.cue.text if statement.cue else "",
        lemma=statement.cue.lemma if statement.cue else "", factuality=proposition.factuality,
        times=_times(document, statement, proposition, language), words=weighed(bare, language),
        topic=scene.topic, bound=_bound(f"{source.name} {source.text}", language),
        owners=_owners(f"{source.name} {source.text}", language), around=scene.around,
        matters=tuple(sorted(matters_of(bare, language))), amounts=_amounts(text, proposition, language),
        sentence=statement.content.text[:MOST_TEXT_CHARS], denies=_denied(statement, scene.by_id),
        hearsay=_is_hearsay(statement),
    )  # fmt: skip


def _is_hearsay(statement: Statement) -> bool:
    """Whether nobody is named who would know; an outlet that "has learned" something says it itself."""
    source = statement.source
    told = statement.evidentiality == "reportative" and source.kind not in {"media", "author"}
    return told or (source.kind == "unspecified" and not source.spans)


def _placed(scene: _Scene, telling: Telling, proposition: Proposition) -> Telling:
    """The telling with its names, and with what stands before it."""
    language = scene.language
    near = _before(scene.document.text, scene.parts, proposition)
    bare = _without_times(telling.text, proposition)
    return msgspec.structs.replace(
        telling, names=names_of(bare, scene.gazetteer, scene.known, language).keys,
        directions=_directions(scene, _lead(scene.document, proposition)),
        near_directions=_directions(scene, near), near=weighed(near, language),
        near_matters=tuple(sorted(matters_of(near, language))),
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
    from sayso.read.times.finding import find_times

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


def _directions(scene: _Scene, text: str) -> tuple[str, ...]:
    """The compass points at names of a text; most texts have none, and are not looked at for names."""
    points = table(scene.language, "directions")
    if not scene.gazetteer.find(text) and not any(m[0].lower() in points for m in TOKEN.finditer(text)):
        return ()
    return names_of(text, scene.gazetteer, scene.known, scene.language).directions


def _lead(document: Document, proposition: Proposition) -> str:
    """A proposition with the word before it: the reading may have cut off a compass point."""
    if not proposition.spans:
        return ""
    start, end = proposition.spans[0].start, proposition.spans[-1].end
    return document.text[max(0, start - LEAD_CHARS) : min(end, start + MOST_TEXT_CHARS)].partition(" ")[2]


def _before(text: str, parts: Sequence[Span], proposition: Proposition) -> str:
    """What stands before a proposition in its paragraph; where that is only the beginning of its own sentence
    ("The director said that"), the paragraph before too.
    """
    at = proposition.spans[0].start if proposition.spans else 0
    here = next((number for number, part in enumerate(parts) if part.start <= at <= part.end), None)
    if here is None:
        return ""
    found = text[max(parts[here].start, at - NEAR_CHARS) : at]
    if here == 0 or SENTENCE_END.search(found):
        return found
    return f"{text[parts[here - 1].start : parts[here - 1].end]} {found}"


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


def _denied(statement: Statement, by_id: Mapping[str, Statement]) -> bool:
    """Whether it is said only to be denied, by its own cue or by that of a statement around it."""
    one: Statement | None = statement
    while one is not None:
        if one.act == "deny":
            return True
        one = by_id.get(one.within) if one.within else None
    return False
