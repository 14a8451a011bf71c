"""Words passed on: "X was quoted by Y as saying Z", "X said Z, as quoted by Y", "Y quoted X as saying Z"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace

from sayso.model import Span, Spans, touches
from sayso.read.cues.finding import read_cue
from sayso.read.mending.completion import Attribution
from sayso.read.nested.phrases import phrase_behind
from sayso.read.nested.words import NestedWords, nested_words
from sayso.read.relation import Relation
from sayso.read.rules.content import quotation_before
from sayso.read.rules.source import Piece, subject_before
from sayso.read.rules.view import OUTSIDE, View, view_of
from sayso.read.tagging.decoding import trim

Mend = Callable[[View, list[Attribution], NestedWords], list[Attribution]]
P_REQUOTED = 0.7
JOINT = 6  # words between who quotes and "as"


def with_requoted(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str = "en"
) -> list[Attribution]:
    """The attributions, with one of the outlet that quotes around one of whoever it quotes.

    Y says that X spoke, X says Z: two statements, X's within Y's. Unchanged where Y is not printed
    behind "by", or where nobody's words stand beside it. Linear: a sentence looks at its own cues.
    """
    return _by_sentence(text, sentences, found, language, _in_sentence)


def with_quoters(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str = "en"
) -> list[Attribution]:
    """The attributions, with the outlet as the source of "quoted" in "reported P and quoted X as saying Z".

    Unchanged where nobody is printed who quotes. Linear.
    """
    return _by_sentence(
        text, sentences, found, language, lambda *each: _closing(each[0], _active(*each), each[2])
    )


def _by_sentence(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str, in_sentence: Mend
) -> list[Attribution]:
    """What `in_sentence` makes of the attributions of each sentence that quotes."""
    words = nested_words(language)
    row = sorted((a for a in found if a.relation.cue), key=_start)
    kept = [a for a in found if not a.relation.cue]
    done = 0
    for sentence in sentences:
        end = bisect_left(row, sentence.end, lo=done, key=_start)
        mine, done = row[done:end], end
        said = text[sentence.start : sentence.end]
        if any(word in said for name in ("quoted", "quoting") for word in words.around[name]):
            mine = in_sentence(view_of(text, sentence, language), mine, words)
        kept += mine
    return [*kept, *row[done:]]


def _start(attribution: Attribution) -> int:
    return attribution.relation.cue[0].start


def _in_sentence(view: View, mine: list[Attribution], words: NestedWords) -> list[Attribution]:
    for at in range(1, len(view)):
        if not words.among(view, at, "quoted") or not words.among(view, at + 1, "quoters"):
            continue
        quoter = phrase_behind(view, at + 2, len(view), words)
        if quoter is not None and view.among(at - 1, "be"):
            mine = _passive(view, at, quoter, mine, words)
        elif quoter is not None and words.among(view, at - 1, "quoted_as"):
            mine = _trailing(view, at, quoter, mine)
    return mine


def _passive(
    view: View, at: int, quoter: Piece, mine: list[Attribution], words: NestedWords
) -> list[Attribution]:
    """ "X was quoted by Y as saying that Z", "“Z,” X was quoted by Y as saying"."""
    near = range(quoter[1], min(len(view), quoter[1] + JOINT))
    joint = next((i for i in near if words.among(view, i, "quoted_as")), -1)
    first = at - 1
    while view.finite(first - 1) or view.among(first - 1, "be"):
        first -= 1
    subject = subject_before(view, first, 0)
    if joint < 0 or subject is None:
        return mine
    group, saying, spoken = view.part(first, at + 2), view.part(joint + 1, joint + 2), view.part(*subject)
    inner = next((a for a in mine if touches([saying], a.relation.cue)), None)
    said = inner.relation.content if inner else ()
    if quotation_before(view, subject[0]) != OUTSIDE:
        said = (view.quotations[quotation_before(view, subject[0])],)
    if not said:
        return mine
    others = [a for a in mine if a is not inner and not touches([group], a.relation.cue)]
    whole = Span(min(spoken.start, said[0].start), spoken.end)
    rest = Span(view.words.spans[joint].start, max(saying.end, said[-1].end))
    content = (whole, rest)
    return [
        *others,
        _of(view, Relation(source=(spoken,), cue=(saying,), content=said, p_relation=P_REQUOTED)),
        _of(
            view, Relation(source=(view.part(*quoter),), cue=(group,), content=content, p_relation=P_REQUOTED)
        ),
    ]


def _trailing(view: View, at: int, quoter: Piece, mine: list[Attribution]) -> list[Attribution]:
    """ "X said that Z, as quoted by Y", "As X said, as quoted by Y, Z": Y answers for all but "as quoted"."""
    cue = view.part(at - 1, at + 2)
    spoken = [a for a in mine if _start(a) < cue.start and a.relation.source and a.relation.voice == "source"]
    if not spoken:
        return mine
    host = max(spoken, key=_start)
    said = replace(
        host.relation,
        content=_before(view.text, host.relation.content, cue.start),
        cue=_before(view.text, host.relation.cue, cue.start),
    )
    every = (*said.source, *said.cue, *said.content)
    whole = Span(min(span.start for span in every), max(span.end for span in every))
    if not said.cue or whole.end > cue.start:
        return mine
    behind = () if said.content else _behind(view.text, host.relation.content, view.part(*quoter).end)
    said = replace(said, content=said.content or behind)
    others = [a for a in mine if a is not host and not touches([cue], a.relation.cue)]
    outer = Relation(
        source=(view.part(*quoter),), cue=(cue,), content=(whole, *behind), p_relation=P_REQUOTED
    )
    return [*others, replace(host, relation=said), _of(view, outer)]


def _active(view: View, mine: list[Attribution], words: NestedWords) -> list[Attribution]:
    """ "Y reported P and quoted X as saying that Z", ", quoting X as saying that Z": Y quotes.

    So where the finder gives X for both.
    """
    for number, each in enumerate(mine):
        relation = each.relation
        at = view.index(relation.cue[-1].start)
        first = view.index(relation.cue[0].start)
        aside = words.among(view, at, "quoting") and view.at(first - 1) == ","
        if not ((aside or words.among(view, at, "quoted")) and _passes_on(view, relation, words)):
            continue
        joined = aside or view.among(first - 1, "coordinators")
        host = _host(view, mine, first) if joined else None
        subject = None if host else subject_before(view, first, 0)
        source = host.relation.source if host else (view.part(*subject),) if subject else ()
        if not source or source[0].overlaps(relation.source[0]):
            continue
        theirs = (a.relation.content for a in mine if a.relation.source == relation.source)
        end = max(span.end for spans in (relation.source, *theirs) for span in spans)
        content = (Span(relation.source[0].start, end),)
        mine[number] = replace(each, relation=replace(relation, source=source, content=content))
        if host:
            cut = _before(view.text, host.relation.content, view.words.spans[first - 1].start)
            mine[mine.index(host)] = replace(host, relation=replace(host.relation, content=cut))
    return mine


def _closing(view: View, mine: list[Attribution], words: NestedWords) -> list[Attribution]:
    """ "Z, Y quoted X as saying": X said all of Z, and Y that X did."""
    for number, outer in enumerate(mine):
        relation = outer.relation
        inner = next((n for n, a in enumerate(mine) if _closes(relation, a.relation)), None)
        if inner is None or not words.among(view, view.index(relation.cue[-1].start), "quoted"):
            continue
        said = mine[inner].relation
        first = min(said.content).start
        whole = trim(view.text, Span(first, relation.source[0].start))
        mine[inner] = replace(mine[inner], relation=replace(said, content=(whole,)))
        rest = Span(said.source[0].start, said.cue[-1].end)
        mine[number] = replace(outer, relation=replace(relation, content=(whole, rest)))
    return mine


def _closes(outer: Relation, inner: Relation) -> bool:
    """Whether whom one quotes speaks inside of it, and what he says stands before both."""
    if not (outer.source and outer.content and inner.source and inner.content) or outer is inner:
        return False
    last = max(outer.content)
    inside = last.contains(inner.source[0]) and last.overlaps(inner.cue[0])
    before = max(inner.content).end <= outer.source[0].start < outer.cue[0].start < inner.source[0].start
    return inside and before


def _passes_on(view: View, relation: Relation, words: NestedWords) -> bool:
    """Whether the source stands between the verb and "as saying"."""
    if not relation.source or relation.source[0].start < relation.cue[-1].end:
        return False
    behind = view.index(relation.source[-1].end)
    near = range(behind, min(len(view), behind + JOINT))
    return any(words.among(view, i, "quoted_as") and view.ends(i + 1, "participle_endings") for i in near)


def _host(view: View, mine: Sequence[Attribution], first: int) -> Attribution | None:
    """The attribution whose verb stands before "and", with its own source in front; the outermost."""
    start = view.words.spans[first].start
    before = (a for a in mine if a.relation.source and a.relation.cue and a.relation.voice == "source")
    led = [a for a in before if a.relation.source[0].start < a.relation.cue[0].start < start]
    return min(led, key=_start, default=None)


def _of(view: View, relation: Relation) -> Attribution:
    cue = relation.cue[-1]
    return Attribution(relation=relation, cue=read_cue(view.text[cue.start : cue.end], view.language))


def _behind(text: str, spans: Spans, start: int) -> Spans:
    """What of the spans stands behind `start`, without a comma at its edge."""
    cut = (trim(text, Span(max(span.start, start), span.end)) for span in spans if span.end > start)
    return tuple(span for span in cut if span.start < span.end)


def _before(text: str, spans: Spans, end: int) -> Spans:
    """What of the spans stands before `end`, without a comma at its edge."""
    cut = (trim(text, Span(span.start, min(span.end, end))) for span in spans if span.start < end)
    return tuple(span for span in cut if span.start < span.end)
