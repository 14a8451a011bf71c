"""Who says what another does not: "A does not claim that P, | as B has reported"; "more than B said"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial

from sayso.lang import load
from sayso.lang.patterns import either
from sayso.model import Span
from sayso.read.cues.finding import read_cue
from sayso.read.mending.completion import Attribution
from sayso.read.turns.as_claimed import only_claims
from sayso.text import Grid

AS_CHARS = 16  # before who speaks, in which ", as" stands
NOT_SAID = frozenset({"decline", "unconfirmed", "believe"})
_either = partial(either, "as_claimed")


def with_others_words(text: str, found: Sequence[Attribution], language: str) -> list[Attribution]:
    """The attributions, where B, who stands in an "as" clause behind what A does not say, says that.

    "A does not claim that P, as B has reported": B reports P. "A does not believe, as B does, that P": B
    believes it. What "is worse than B said" is the author's, and tells nothing that B says. Linear.
    """
    grid = Grid.of(each.relation.cue for each in found)
    told = (each for each in found if not _is_exceeded(text, each, language))
    return [_theirs(text, each, found, grid, language) for each in told]


def _theirs(
    text: str, each: Attribution, found: Sequence[Attribution], grid: Grid, language: str
) -> Attribution:
    relation = each.relation
    if not relation.source or not relation.cue or not relation.content or not _is_as(text, each, language):
        return each
    place = Span(relation.content[0].start, relation.cue[-1].end)
    near = [found[n] for n in grid.near((place,)) if found[n] is not each]
    other = next((one for one in near if _is_not_said(text, one, each, language)), None)
    if other is None or other.cue is None:
        return each
    theirs = replace(relation, content=other.relation.content)
    words = " ".join(text[a:b] for a, b in relation.cue).lower().split()
    does = set(words) <= set(load(language, "cues_grammar")["do"]) | set(load(language, "as_claimed")["as"])
    return Attribution(relation=theirs, cue=read_cue(other.cue.lemma, language) if does else each.cue)


def _is_as(text: str, each: Attribution, language: str) -> bool:
    """Whether ", as" leads to who speaks, or is taken for the beginning of his cue."""
    first = min(each.relation.source[0].start, each.relation.cue[0].start)
    lead = text[max(0, first - AS_CHARS) : first]
    behind = text[first : first + AS_CHARS]
    return _as(language).search(lead) is not None or (
        lead.rstrip().endswith(",") and _as_first(language).match(behind) is not None
    )


def _is_not_said(text: str, other: Attribution, each: Attribution, language: str) -> bool:
    """Whether another does not say what his content holds, and stands before the "as" clause.

    So of who denies it, where the other only claims: in "A denied that P, as B reported" B may say that.
    """
    cue, relation = other.cue, other.relation
    if cue is None or not relation.source or not relation.cue or not relation.content:
        return False
    negative = cue.act in NOT_SAID and (cue.act != "believe" or cue.negates)
    denying = cue.lemma.split(" ")[0] in load(language, "as_claimed")["denying"]
    before = relation.cue[-1].end <= min(each.relation.source[0].start, each.relation.cue[0].start)
    denied = cue.act == "deny" and cue.negates and only_claims(text, each.relation, language)
    return before and (denied or (negative and not denying))


def _is_exceeded(text: str, each: Attribution, language: str) -> bool:
    """ "The fire was worse than | the ministry said"."""
    relation = each.relation
    if relation.voice != "source" or not relation.source or not relation.content or not relation.cue:
        return False
    last, first = max(relation.content), min(relation.source[0].start, relation.cue[0].start)
    if last.end > first or each.cue is None:
        return False
    lead = text[max(last.start, last.end - AS_CHARS) : first]
    return _than(language).search(lead) is not None


@cache
def _as(language: str) -> re.Pattern[str]:
    return re.compile(rf",\s+(?:{_either(language, 'as')})\s+\Z", re.IGNORECASE)


@cache
def _as_first(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_either(language, 'as')})\b", re.IGNORECASE)


@cache
def _than(language: str) -> re.Pattern[str]:
    """ "than", or "than what", right before who said it."""
    return re.compile(rf"\b(?:{_either(language, 'than')})\s+\Z", re.IGNORECASE)
