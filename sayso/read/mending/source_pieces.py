"""One source for one cue: what the finder gave in pieces is one phrase, or is somebody else's as well."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from sayso.lang import load
from sayso.model import Span, Spans, touches, without
from sayso.read.cues.finding import read_cue
from sayso.read.nested.words import nested_words
from sayso.read.relation import Relation
from sayso.read.tagging.decoding import trim

SHORT_GAP_CHARS = 30  # between two pieces of one phrase
REACH_CHARS = 200  # from a relative pronoun to its verb of saying


def with_one_source(
    text: str, sentences: Sequence[Span], relations: Sequence[Relation], language: str
) -> list[Relation]:
    """The relations in order, each with at most one piece of source; one more where X learnt "from" Y.

    Short gaps between pieces are closed; a piece that is another relation's source in the sentence makes
    it that source; else the longest piece is kept. "X has learned from Y that Z" is two statements with one
    content, Y's inside X's (MPQA nested sources).
    """
    single: dict[int, list[Relation]] = {}
    for relation in relations:
        if len(relation.source) == 1:
            single.setdefault(_sentence(sentences, relation), []).append(relation)
    found: list[Relation] = []
    spoken = (_spoken(text, _stand_on(text, r, language), language) for r in relations)
    for relation in (_governed(text, r, relations, language) for r in spoken):
        if len(relation.source) < 2:
            found.append(
                _whole(relation, single.get(_sentence(sentences, relation), []) if relation.source else [])
            )
        else:
            found += _made_one(text, relation, single.get(_sentence(sentences, relation), []), language)
    return found


def _whole(relation: Relation, others: Sequence[Relation]) -> Relation:
    """The relation with all of its source, where another cue of the sentence has more of the same phrase."""
    source = max((o.source[0] for o in others if o.source[0].start == relation.source[0].start), default=None)
    if source is None or source.end <= relation.source[0].end or touches((source,), relation.cue):
        return relation
    content = tuple(part for part in without(relation.content, (source,)) if part.start < part.end)
    return replace(relation, source=(source,), content=content)


def _sentence(sentences: Sequence[Span], relation: Relation) -> int:
    start = (relation.cue or relation.source)[0].start
    return bisect_right(sentences, start, key=lambda span: span.start) - 1


def _spoken(text: str, relation: Relation, language: str) -> Relation:
    """ "X, according to Y, said": X says it, inside what Y says; Y in his aside is no piece of X."""
    if len(relation.source) < 2 or not relation.cue:
        return relation
    first, rest = relation.source[0], relation.source[1:]
    aside = _according(language).fullmatch(text, first.end, rest[0].start)
    close = text[rest[-1].end : relation.cue[0].start].strip()
    return replace(relation, source=(first,)) if aside and close == "," else relation


@cache
def _according(language: str) -> re.Pattern[str]:
    words = "|".join(load(language, "completion")["edges"]["according"])
    return re.compile(rf",\s+(?:{words})\s+", re.I)


@cache
def _learnt_from(language: str) -> re.Pattern[str]:
    words = "|".join(load(language, "completion")["edges"]["learnt_from"])
    return re.compile(rf"\b({words})\s*\Z", re.I)


@cache
def _relative(language: str) -> dict[str, re.Pattern[str]]:
    words = load(language, "completion")["edges"]
    governing, relatives = ("|".join(words[name]) for name in ("governing", "relative_subjects"))
    return {
        "governed": re.compile(rf"(?:{governing})\s", re.I),
        "clause": re.compile(rf",\s+(?:{relatives})\b", re.I),
    }


def _made_one(text: str, relation: Relation, others: Sequence[Relation], language: str) -> Iterator[Relation]:
    joined = _joined(text, relation.source)
    if len(joined) == 1:
        yield replace(relation, source=tuple(joined))
        return
    agent = _agent(text, relation, joined, language)
    if agent:
        yield replace(relation, source=(agent,))
        return
    link = _link(text, relation, language)
    if link:
        cue = tuple(trim(text, Span(c.start, min(c.end, link.start))) for c in relation.cue)
        yield replace(relation, source=joined[:1], cue=tuple(c for c in cue if c.start < c.end))
        yield replace(relation, source=(relation.source[-1],), cue=(link,))
        return
    if _relative(language)["clause"].match(text, joined[0].end, joined[1].start):
        yield replace(relation, source=joined[:1])  # "the clerks, who asked not to be | named, said"
        return
    shared = next((o.source for o in others if any(o.source[0].overlaps(piece) for piece in joined)), None)
    taken = (*relation.cue, *relation.content)
    if shared and not any(shared[0].overlaps(part) for part in taken):
        yield replace(relation, source=shared)
    else:
        yield replace(relation, source=(max(joined, key=lambda piece: piece.end - piece.start),))


def _stand_on(text: str, relation: Relation, language: str) -> Relation:
    """ "The navy | denied | a report by Radio Quillon that P": who denies it has not reported it."""
    if len(relation.cue) != 1 or not 0 < len(relation.source) < 3 or not relation.content:
        return relation
    cue, first, subject, maker = relation.cue[0], relation.content[0], relation.source[0], relation.source[1:]
    match = _words_of_others(language).search(text, cue.start, cue.end)
    if match is None or not subject.end <= cue.start < cue.end <= first.start:
        return relation
    verb, between = Span(cue.start, match.start()), Span(cue.end, first.start)
    printed = text[slice(*maker[0])] if maker else ""
    behind = _made_by(language).fullmatch(text, *between)
    named = text[slice(*between)].strip() == printed if match["by"] else behind is not None
    theirs = bool(match["by"] or (behind and behind["by"]))
    apart = not theirs and match["noun"].lower() in load(language, "completion")["say_so_nouns"]
    if not named or apart or not _takes_a_stand(text[slice(*verb)], theirs, language):
        return relation
    content = (Span(match.start("what"), first.end), *relation.content[1:])
    return replace(relation, source=(subject,), cue=(verb,), content=content)


def _takes_a_stand(verb: str, theirs: bool, language: str) -> bool:
    """Whether a verb denies or mocks, or does anything else to words that are somebody's in print."""
    reading, words = read_cue(verb, language), load(language, "stands")
    denies = reading.act == "deny" or reading.lemma in words["mocking"]
    return denies or (theirs and reading.lemma in words["stands"])


@cache
def _words_of_others(language: str) -> re.Pattern[str]:
    """ " a report by", at the end of a cue."""
    nouns = "|".join(
        map(re.escape, [*nested_words(language).nouns, *load(language, "completion")["say_so_nouns"]])
    )
    determiners = "|".join(load(language, "factuality_grammar")["determiners"])
    makers = "|".join(load(language, "completion")["noun_makers"])
    what = rf"(?:(?:{determiners})\s+)?(?:[\w-]+\s+){{0,3}}?(?P<noun>{nouns})(?P<by>\s+(?:{makers}))?"
    return re.compile(rf"\s+(?P<what>{what})\Z", re.IGNORECASE)


@cache
def _made_by(language: str) -> re.Pattern[str]:
    """ " by Radio Quillon ", or nothing, between a noun of words and what they say."""
    makers = "|".join(load(language, "completion")["noun_makers"])
    return re.compile(rf"\s+(?:(?P<by>{makers})\s+[^,.;:“”\"\n]{{1,60}}\s+)?")


def _agent(text: str, relation: Relation, pieces: Spans, language: str) -> Span | None:
    """Who stands behind a cue that ends in "by": "is disputed by | the government"; else None."""
    if not relation.cue:
        return None
    end = relation.cue[-1].end
    agents = load(language, "sources")["words"]["agents"]
    if text[relation.cue[-1].start : end].lower().split()[-1:] != agents[:1]:
        return None
    return next((piece for piece in pieces if 0 <= piece.start - end <= 1), None)


def _governed(text: str, relation: Relation, others: Sequence[Relation], language: str) -> Relation:
    """What hangs on a preposition speaks for nobody: in "X, which in its reply of May said" X does."""
    if not relation.source or not relation.cue:
        return relation
    first, cue = relation.source[0], relation.cue[0]
    pattern = _relative(language)
    if not pattern["governed"].match(text, first.start, first.end) or first.end > cue.start:
        return relation
    clauses = list(pattern["clause"].finditer(text, max(0, cue.start - REACH_CHARS), first.start))
    if not clauses:
        return relation
    head = clauses[-1].start()
    found = (piece for other in others for piece in other.source if 0 <= head - piece.end <= 1)
    piece = next(found, None)
    return replace(relation, source=(piece,)) if piece else relation


def _link(text: str, relation: Relation, language: str) -> Span | None:
    """The "from" between the cue and the last piece, with the first piece before the cue; else None."""
    last = relation.source[-1]
    if not relation.cue or relation.source[0].end > relation.cue[0].start or last.start < relation.cue[0].end:
        return None
    match = _learnt_from(language).search(text, relation.cue[0].start, last.start)
    near = match is not None and match.start(1) <= relation.cue[-1].end + 1
    return Span(*match.span(1)) if match and near else None


def _joined(text: str, pieces: Spans) -> tuple[Span, ...]:
    """The pieces, those with at most two words between them made one."""
    found: list[Span] = []
    for piece in pieces:
        gap = text[found[-1].end : piece.start] if found else ""
        if found and len(gap) <= SHORT_GAP_CHARS and gap.count(",") < 2 and len(gap.split()) < 3:
            found[-1] = Span(found[-1].start, piece.end)
        else:
            found.append(piece)
    return tuple(found)
