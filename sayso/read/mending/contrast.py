"""Where one speaker's words end before another's: "X said P, while Y said Q"; "who, according to X, P"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sayso.lang import load
from sayso.model import Span, Spans
from sayso.read.mending.scope import semicolon
from sayso.read.relation import Relation
from sayso.read.tagging.decoding import trim_content
from sayso.text import sentence_of

MOST_IN_A_SENTENCE = 40
QUOTES = frozenset('“”"«»')


@cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    words = load(language, "completion")["contrast"]
    sure, maybe, relatives = ("|".join(words[name]) for name in ("sure", "maybe", "relatives"))
    inner = "|".join(words["not_subjects"])
    return {
        "joint": re.compile(rf",\s+(?:(?P<sure>{sure})|{maybe})\s+\Z", re.IGNORECASE),
        "turn": re.compile(rf",\s+(?:{maybe})\s+(?!(?:{inner})\b)", re.IGNORECASE),
        "relative": re.compile(rf"\b(?:{relatives})\s*,?\s*\Z", re.IGNORECASE),
    }


def with_contrasts(
    text: str, sentences: Sequence[Span], relations: Sequence[Relation], language: str
) -> list[Relation]:
    """The relations in order, with no content that runs on into another speaker's clause.

    A content ends before ", while Y said" and before ", but Y said" (unless Y is a pronoun); of "X said P,
    but Q, according to Y" the last clause alone is Y's; what stands in "who, according to Y, P," is no
    more than that clause. Quotations are left whole. Linear in the cues of a sentence squared, of which
    the first forty count.
    """
    if not sentences:
        return list(relations)
    rows: dict[int, list[int]] = {}
    for number, relation in enumerate(relations):
        if relation.cue:
            rows.setdefault(sentence_of(sentences, relation.cue[0].start), []).append(number)
    found = list(relations)
    for at, numbers in rows.items():
        mine = [found[number] for number in numbers[:MOST_IN_A_SENTENCE]]
        for number, mended in zip(numbers, _in_sentence(text, sentences[at], mine, language), strict=False):
            found[number] = mended
    return found


def _in_sentence(text: str, sentence: Span, mine: list[Relation], language: str) -> list[Relation]:
    asides = [(r, aside) for r in mine if (aside := _aside(text, sentence, r, language))]
    for relation, (clause, content) in asides:
        mine = [
            replace(other, content=content) if other is relation else _outside(other, clause)
            for other in mine
        ]
    for number, relation in enumerate(mine):
        turn = _turn(text, relation, mine, language)
        if turn is not None:
            mine = [
                _ended(text, other, turn.start) if _runs_over(other, relation, turn) else other
                for other in mine
            ]
            mine[number] = replace(relation, content=_from(relation.content, turn.end))
    mine = [_cut(text, relation, mine, language) for relation in mine]
    return [_own_side(text, relation, mine, language) for relation in mine]


def _own_side(text: str, relation: Relation, mine: Sequence[Relation], language: str) -> Relation:
    """Without what stands beyond a semicolon beside another's cue: "P, according to X; | Q, says Y"."""
    others = [cue for other in mine if other is not relation for cue in other.cue]
    kept = (_side(text, part, relation.cue[0], others, language) for part in relation.content)
    content = tuple(part for part in kept if part.start < part.end)
    return replace(relation, content=content) if content and content != relation.content else relation


def _side(text: str, part: Span, cue: Span, others: Sequence[Span], language: str) -> Span:
    """A piece of content as far as it stands on its cue's side of a semicolon; empty where it does not."""
    if part.start < cue.start:
        at = text.rfind(";", part.start, min(part.end, cue.start))
        beyond = at >= 0 and any(part.start <= other.start < at for other in others)
        return (
            trim_content(text, Span(at + 1, part.end))
            if beyond and not _quoted(text, part.start, at)
            else part
        )
    at = semicolon(text, cue.end, part.end, language)
    beyond = at >= 0 and any(at < other.start < part.end for other in others)
    end = max(part.start, at)
    return trim_content(text, Span(part.start, end)) if beyond and not _quoted(text, cue.end, at) else part


def _cut(text: str, relation: Relation, mine: Sequence[Relation], language: str) -> Relation:
    """The relation with its content up to where the next speaker's clause is joined to it."""
    for other in mine:
        if other is relation or not other.source or not relation.source or other.source == relation.source:
            continue
        start = other.source[0].start
        around = next((part for part in relation.content if part.start < start < part.end), None)
        ahead = relation.cue[0].start < start < other.cue[0].start
        if around is None or not ahead or text[other.source[-1].end : other.cue[0].start].strip():
            continue
        joint = _patterns(language)["joint"].search(text, around.start, start)
        if joint is None or _quoted(text, around.start, joint.start()):
            continue
        if joint["sure"] or not _is_pronoun(text, other.source, language):
            relation = _ended(text, relation, joint.start())
    return relation


def _is_pronoun(text: str, source: Spans, language: str) -> bool:
    first = text[slice(*source[0])].lower().split()[:1]
    return bool(first) and first[0] in load(language, "completion")["contrast"]["same_speaker"]


def _quoted(text: str, start: int, end: int) -> bool:
    words = text[start:end]
    return words.count("“") > words.count("”") or words.count('"') % 2 == 1


def _ended(text: str, relation: Relation, end: int) -> Relation:
    pieces = (Span(part.start, min(part.end, end)) for part in relation.content if part.start < end)
    kept = tuple(trim_content(text, piece) for piece in pieces)
    return replace(
        relation, content=tuple(part for part in kept if part.start < part.end) or relation.content
    )


def _from(content: Spans, start: int) -> Spans:
    return tuple(Span(max(part.start, start), part.end) for part in content if part.end > start)


def _clausal(text: str, relation: Relation, language: str) -> bool:
    words = " ".join(text[a:b] for a, b in relation.cue).lower()
    return bool(relation.source) and words in load(language, "sources")["words"]["clausal_cues"]


def _turn(text: str, relation: Relation, mine: Sequence[Relation], language: str) -> Span | None:
    """The ", but " before the one clause that a trailing "according to Y" answers for; else None."""
    if not relation.content or not _clausal(text, relation, language):
        return None
    first, last = relation.content[0].start, relation.cue[0].start
    inner = [r for r in mine if r is not relation and first < r.cue[0].start < last]
    if relation.content[-1].end > last or not inner or any(mark in QUOTES for mark in text[first:last]):
        return None
    turns = list(_patterns(language)["turn"].finditer(text, first, last))
    if not turns or turns[-1].start() < inner[0].cue[-1].end:
        return None
    return Span(*turns[-1].span())


def _runs_over(other: Relation, relation: Relation, turn: Span) -> bool:
    """Whether another one's words begin before the turn and go on to where "according to Y" stands."""
    if other is relation or not other.content or other.cue[0].start > turn.start:
        return False
    return other.content[0].start < turn.start and other.content[-1].end > turn.end


def _aside(text: str, sentence: Span, relation: Relation, language: str) -> tuple[Span, Spans] | None:
    """The relative clause around "who, according to Y, are missing", and what Y says in it; else None."""
    if not relation.content or not _clausal(text, relation, language):
        return None
    opens = _patterns(language)["relative"].search(text, sentence.start, relation.cue[0].start)
    end = relation.source[-1].end
    if opens is None or relation.source[0].start < relation.cue[-1].end or text[end : end + 1] != ",":
        return None
    stop = min(
        (at for mark in ",;" if (at := text.find(mark, end + 1, sentence.end)) > 0), default=sentence.end
    )
    before = tuple(part for part in relation.content if opens.start() <= part.start < relation.cue[0].start)
    said = trim_content(text, Span(end + 1, stop))
    return Span(opens.start(), stop), (*before, said)


def _outside(relation: Relation, clause: Span) -> Relation:
    """The relation without pieces of an aside that stands before its own cue."""
    if not relation.cue or relation.cue[0].start < clause.end:
        return relation
    kept = tuple(part for part in relation.content if not clause.contains(part))
    return replace(relation, content=kept or relation.content)
