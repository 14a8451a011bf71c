"""Who says that reports are false denies them: "said | reports that P were false" as "said … were false"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model import Span, covers
from sayso.read.cues.lexicon import lexicon_of
from sayso.read.mending.completion import Attribution
from sayso.read.tagging.decoding import trim
from sayso.text import Grid

MOST_BEFORE = 7  # words of a report before its "that"
CLOSING = ' .,;!?”"’»'


def with_told_false(
    text: str, found: Sequence[Attribution], verdicts: Sequence[Attribution], language: str = "en"
) -> list[Attribution]:
    """The attributions, where a verdict that ends what somebody says is his: he denies what it is on.

    `verdicts`: what rejects a report, each with what the report says as its content. Only where the report is
    all that is said: "said the dam was safe and reports were false" says the first, too. Near-linear.
    """
    denials = [one for one in verdicts if one.cue and one.cue.act == "deny"]
    if not denials:
        return list(found)
    grid = Grid.of(one.relation.cue for one in denials)
    mended = []
    for each in found:
        near = (denials[number] for number in grid.near(each.relation.content))
        verdict = next((one for one in near if _ends_with(text, each, one, language)), None)
        mended.append(_denied(text, each, verdict) if verdict else each)
    return mended


def _ends_with(text: str, each: Attribution, verdict: Attribution, language: str) -> bool:
    """Whether somebody plainly says a report with a verdict on it, and nothing else."""
    relation, cue = each.relation, each.cue
    if cue is None or relation.voice != "source" or len(relation.content) != 1 or not relation.cue:
        return False
    plain = cue.act == "assert" and cue.certainty == "CT" and not cue.negates
    content, on = relation.content[0], verdict.relation
    if not plain or not covers((content,), on.cue) or content.start < relation.cue[-1].end:
        return False
    before = text[content.start : on.content[0].start].lower().split()
    behind = text[on.cue[0].end : content.end].strip(CLOSING)
    phrase = 0 < len(before) <= MOST_BEFORE and not _has_verb(before, language)
    return not behind and phrase and "," not in text[content.start : on.content[0].start]


def _has_verb(words: Sequence[str], language: str) -> bool:
    """Whether a clause stands among the words: "the dam was safe and the claim"."""
    grammar = lexicon_of(language).grammar
    return any(not grammar[name].isdisjoint(words) for name in ("be", "have", "do", "modals"))


def _denied(text: str, each: Attribution, verdict: Attribution) -> Attribution:
    """The statement as a denial, with the verdict in its cue."""
    relation, false = each.relation, verdict.relation.cue[0]
    content = trim(text, Span(relation.content[0].start, false.start))
    cue = each.cue and replace(each.cue, act="deny", negates=True)
    return Attribution(relation=replace(relation, cue=(*relation.cue, false), content=(content,)), cue=cue)
