"""Sources cut too short: "told by | the ambassador's driver", "nobody | in the valley believes it"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.lang import load
from sayso.model import Span, Spans, touches, without
from sayso.read.cues.finding import CueReading, read_cue
from sayso.read.mending.completion import Attribution
from sayso.read.mending.subjects import with_subject
from sayso.read.nested.phrases import is_source, phrase_behind
from sayso.read.nested.words import NestedWords, nested_words
from sayso.read.rules.source import Piece
from sayso.read.rules.view import View, view_of
from sayso.read.tagging.decoding import trim
from sayso.read.times.finding import find_times
from sayso.text import sentence_of


def with_whole_sources(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str = "en"
) -> list[Attribution]:
    """The attributions, each with its whole source and nothing else in it.

    The phrase behind "by" is whole, and so is one of which only the article was taken; what denies a source
    belongs to it; a pronoun that speaks is all of it. "Reported by foreign stations" is theirs and no
    hearsay; "nobody in the valley" is not the valley. All else is unchanged. Linear in the length of a
    sentence for each cue in it.
    """
    if not sentences:
        return list(found)
    return [_whole(text, sentences, each, language) for each in found]


def _whole(text: str, sentences: Sequence[Span], each: Attribution, language: str) -> Attribution:
    relation = each.relation
    if not relation.cue or relation.voice == "author":
        return each
    view = view_of(text, sentences[sentence_of(sentences, relation.cue[0].start)], language)
    each = with_subject(view, _cut(view, _grown(view, each)))
    relation = each.relation
    last = view.index(relation.cue[-1].end - 1)
    by = last if view.among(last, "agents") else last + 1
    if view.among(by, "agents") and (by == last or relation.voice == "hearsay"):
        return _with_agent(view, each, by, nested_words(language))
    return _with_nobody(view, each)


def _grown(view: View, each: Attribution) -> Attribution:
    """A lone article is no source: the phrase that it begins is, or nobody. A transcript's "A" is one."""
    relation, articles = each.relation, load(view.language, "completion")["articles"]
    if len(relation.source) != 1 or not view.span.overlaps(relation.source[0]):
        return each
    first, last = (view.index(at) for at in (relation.source[0].start, relation.source[0].end - 1))
    label = view.words.capital(first) and len(view.at(first)) == 1
    if first != last or label or view.at(first) not in articles:
        return each
    piece = phrase_behind(view, first, len(view), nested_words(view.language))
    whole = view.part(*piece) if piece and piece[1] > first + 1 else None
    if whole is None or touches((whole,), relation.cue):
        return replace(each, relation=replace(relation, source=()))
    content = tuple(p for p in without(relation.content, (whole,)) if view.text[p.start : p.end].strip(" ,"))
    return replace(each, relation=replace(relation, source=(whole,), content=content))


def _cut(view: View, each: Attribution) -> Attribution:
    """ "In spring | they said": a pronoun that speaks is the whole source, unless it is joined to another."""
    relation, words = each.relation, load(view.language, "completion")
    if len(relation.source) != 1 or not view.span.overlaps(relation.source[0]):
        return each
    first, last = (view.index(at) for at in (relation.source[0].start, relation.source[0].end - 1))
    joined = view.among(last - 1, "coordinators") or view.at(last - 1) == ","
    if first == last or joined or view.at(last) not in words["speaking_pronouns"]:
        return each
    return replace(each, relation=replace(relation, source=(view.part(last, last + 1),)))


def _with_agent(view: View, each: Attribution, by: int, words: NestedWords) -> Attribution:
    """Who stands behind "by", where the finder gave nobody or only the first words of it."""
    relation, first = each.relation, by + 1
    piece = phrase_behind(view, first, len(view), words)
    if piece is None or not _may_be_source(view, piece) or not _is_somebody(view, first):
        return each
    agent = view.part(*piece)
    if relation.source and not (relation.source[0].overlaps(agent) and relation.source[-1].end < agent.end):
        return each
    behind = Span(agent.start, view.span.end)
    if any(time.span.overlaps(agent) for time in find_times(view.text, None, view.language, behind)):
        return each
    content = [trim(view.text, part) for part in without(relation.content, (agent,))]
    before = any(part.start < relation.cue[0].start for part in content)
    aside = before and view.text[agent.end : agent.end + 1] == ","
    kept = tuple(p for p in content if p.start < p.end and not (aside and p.start > agent.start))
    cue = (*relation.cue[:-1], Span(relation.cue[-1].start, view.words.spans[by].end))
    if view.ends(by - 1, "adverb_endings"):
        return each  # "reportedly by Ilo Marsk"
    mended = replace(relation, source=(agent,), cue=cue, content=kept, voice="source")
    return Attribution(relation=mended, cue=_reading(view, cue))


def _reading(view: View, cue: Spans) -> CueReading:
    """The cue as somebody's words: "has been reported by" is no hearsay."""
    found = read_cue(" ".join(view.text[a:b] for a, b in cue), view.language)
    return found if found.voice == "source" else replace(found, voice="source", evidentiality="unstated")


def _may_be_source(view: View, piece: Piece) -> bool:
    """Whether a phrase may speak: also a bare plural with its place, "partners in Osk"."""
    first, end = piece
    head = next((i for i in range(first, end) if view.among(i, "prepositions")), end)
    return is_source(view, piece) or (head < end and head > first and is_source(view, (first, head)))


def _is_somebody(view: View, first: int) -> bool:
    ways = load(view.language, "completion")["ways"]
    return view.at(first) not in ways and not view.ends(first, "participle_endings")


def _with_nobody(view: View, each: Attribution) -> Attribution:
    """ "Nobody in | the valley believes it": the source with the word that denies it."""
    relation = each.relation
    if len(relation.source) != 1 or relation.source[0].start < view.span.start:
        return each
    first = view.index(relation.source[0].start)
    at = first - 1 - view.among(first - 1, "prepositions", "of")
    nobody = load(view.language, "completion")["nobody"]
    pair = f"{view.at(at - 1)} {view.at(at)}"
    start = at - 1 if pair in nobody else at if view.at(at) in nobody else -1
    if start < 0 or (at == first - 1 and not view.among(first, "prepositions", "of")):
        return each
    source = Span(view.words.spans[start].start, relation.source[0].end)
    if touches((source,), relation.cue):
        return each
    content = tuple(part for part in relation.content if not part.overlaps(source))
    return replace(each, relation=replace(relation, source=(source,), content=content))
