"""Words that went through somebody: "A told B, who told C, that Z", "Z, said B, who was told so by A"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from sayso.lang import load
from sayso.model import Span, Spans, without
from sayso.read.cues.finding import read_cue
from sayso.read.mending.completion import Attribution
from sayso.read.nested.phrases import is_source
from sayso.read.relation import Relation
from sayso.read.rules.view import view_of
from sayso.read.tagging.decoding import trim_content
from sayso.text import sentence_of


def with_relayed(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str = "en"
) -> list[Attribution]:
    """The attributions, with everybody through whom the words went: the same Z is A's and B's.

    "A told B, who told C, that Z": who passes it on is B. "Z, said B, who was told so by A": it is A's too.
    All else is unchanged. Near-linear.
    """
    if not sentences:
        return list(found)
    row = sorted((a for a in found if a.relation.cue), key=lambda each: each.relation.cue[0].start)
    for at in range(len(row) - 2, -1, -1):
        row[at : at + 2] = _passed_on(text, sentences, row[at], row[at + 1], language)
    every = [*(a for a in found if not a.relation.cue), *row]
    return [part for each in every for part in _told_so(text, each, language)]


def _passed_on(
    text: str, sentences: Sequence[Span], before: Attribution, each: Attribution, language: str
) -> list[Attribution]:
    """Two neighbours, of which the second has whoever was told right before it for its source.

    The first tells the same, or what stands behind the second, or nothing at all.
    """
    hearer = _who_passes(text, sentences, before, each, language)
    if hearer is None:
        return [before, each]
    passed = replace(each, relation=replace(each.relation, source=(hearer,), voice="source"))
    if before.relation.content[0].start < before.relation.cue[-1].end:
        return [before, passed]
    aside = Span(each.relation.cue[0].start, each.relation.content[-1].end)
    content = tuple(trim_content(text, part) for part in without(before.relation.content, (aside,)))
    if _is_same(text, before, each, language):
        content = each.relation.content
    kept = [replace(before, relation=replace(before.relation, content=content))] if any(content) else []
    return [*kept, passed]


def _who_passes(
    text: str, sentences: Sequence[Span], before: Attribution, each: Attribution, language: str
) -> Span | None:
    """Who stands between a verb and ", who told" behind it; None where that is nobody."""
    first, last = before.relation, each.relation
    spoken = first.voice == last.voice == "source" and first.cue and first.source and first.content
    tells = before.cue is not None and before.cue.lemma in load(language, "completion")["hearing"]["told"]
    if not (spoken and tells) or first.source[-1].end > first.cue[0].start:
        return None
    if not last.content or last.content[0].start < last.cue[-1].end:
        return None
    match = _hearer(language).fullmatch(text, first.cue[-1].end, last.cue[0].start)
    home = sentences[sentence_of(sentences, first.cue[0].start)]
    if match is None or not home.contains(last.cue[0]):
        return None
    view = view_of(text, home, language)
    hearer = Span(*match.span(1))
    piece = (view.index(hearer.start), view.index(hearer.end - 1) + 1)
    return hearer if is_source(view, piece) else None


@cache
def _hearer(language: str) -> re.Pattern[str]:
    """Matches " a driver (1), who later " between two verbs."""
    data = load(language, "completion")
    who, turns = "|".join(data["edges"]["relative_subjects"]), "|".join(data["in_turn"])
    return re.compile(rf"\s+([^,;:“”\"\n]{{2,80}}),\s+(?:{who})\s+(?:(?:{turns})\s+){{0,2}}", re.I)


def _is_same(text: str, before: Attribution, each: Attribution, language: str) -> bool:
    """Whether both told the same: a comma parts the second hearer from it, or both verbs tell somebody."""
    last = each.relation
    if text[last.cue[-1].end : last.content[0].start].rstrip().endswith(","):
        return True
    verbs = load(language, "completion")["telling"]["verbs"]
    return all(a.cue is not None and a.cue.lemma in verbs for a in (before, each))


@cache
def _told_by(language: str) -> re.Pattern[str]:
    """Matches "a trader (1) who had been told so by (2) a guard (3)"."""
    data = load(language, "completion")
    who, participles = "|".join(data["edges"]["relative_subjects"]), "|".join(data["hearing"]["participles"])
    be, so, by = "|".join(data["hearing"]["be"]), "|".join(data["hearing"]["so"]), data["hearing"]["by"]
    return re.compile(
        rf"([^,;:]{{1,120}}?),?\s+(?:{who})\s+(?:{be})\s+((?:{participles})\s+(?:{so})\s+{by})\s+(.+)", re.I
    )


def _told_so(text: str, each: Attribution, language: str) -> Iterator[Attribution]:
    relation = each.relation
    source = relation.source[0] if len(relation.source) == 1 else Span(0, 0)
    match = _told_by(language).fullmatch(text, source.start, source.end) if relation.content else None
    if match is None:
        yield each
        return
    yield replace(each, relation=replace(relation, source=_spans(match, 1)))
    teller = Relation(
        source=_spans(match, 3),
        cue=_spans(match, 2),
        content=relation.content,
        p_relation=relation.p_relation,
    )
    yield Attribution(relation=teller, cue=replace(read_cue(match[2], language), voice="source"))


def _spans(match: re.Match[str], group: int) -> Spans:
    return (Span(*match.span(group)),)
