"""The turns of a transcript: the label is the source, its colon the cue, the turn the content."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sayso.lang.loading import load
from sayso.model import Span
from sayso.read.cues.finding import read_cue
from sayso.read.mending.completion import Attribution
from sayso.read.relation import Relation
from sayso.read.sources.kinds import PERSONS
from sayso.read.sources.mentions import read_mention
from sayso.read.sources.words import source_words
from sayso.read.tagging.decoding import trim_content

NAME = r"([A-Z][\w.'’-]{0,30}(?: [A-Z][\w.'’-]{0,30}){0,4})(:)"
LABEL = re.compile(rf"(?:\*\*|__)?{NAME}(?:\*\*|__)?\s")  # also "**Marsk:** No."
INSIDE = re.compile(rf"(?<=[.?!…]\s){NAME}\s")
BOLD = ("**", "__")
STOPPED = re.compile(r"([A-Z])(\.)\s")  # "Q. Is the bridge open?"
LEAST_TURNS, LEAST_LABELS, NEAR = 3, 2, 8
P_TURN = 0.7


def with_turns(
    text: str, paragraph_spans: Sequence[Span], found: Sequence[Attribution], language: str = "en"
) -> list[Attribution]:
    """`found`, with each turn of a transcript that no cue of its own covers.

    A transcript has at least three labelled paragraphs of at least two labels of which one comes
    back ("Q:", "A:", "MARSK:"); other colons are left alone. Paragraphs with a cue outside of
    quotations before the label's end are left alone too. One paragraph may hold several turns, where nouns
    for people are their labels: "Prosecutor: Did you fire? Witness: No."
    """
    inside = _inside(text, paragraph_spans, language)
    labelled = [(p, m) for p in paragraph_spans if (m := LABEL.match(text, p.start, p.end))]
    labelled = labelled or _stopped(text, paragraph_spans, language)
    names = Counter(match.group(1) for _, match in labelled)
    least = LEAST_LABELS if _are_question_marks(names, language) else LEAST_TURNS
    if len(labelled) < least or len(names) < LEAST_LABELS or (least > 2 and max(names.values()) < 2):
        labelled = []
    labelled = [*labelled, *inside] if not labelled else _parted(labelled, inside)
    if not labelled:
        return list(found)
    taken = sorted({s for a in found for s in (*a.relation.cue, *a.relation.source, *a.relation.content)})
    turns = [_turn(text, p, m, language) for p, m in labelled if not _is_taken(taken, Span(*m.span(2)))]
    return [*found, *turns]


Labelled = list[tuple[Span, re.Match[str]]]


def _inside(text: str, paragraph_spans: Sequence[Span], language: str) -> Labelled:
    """The turns of each paragraph that begins with the label of a person and holds that of another."""
    found: Labelled = []
    for paragraph in paragraph_spans:
        first = LABEL.match(text, paragraph.start, paragraph.end)
        if first is None:
            continue
        labels = [first, *INSIDE.finditer(text, first.end(), paragraph.end)]
        if len({label.group(1) for label in labels}) < LEAST_LABELS or not all(
            _is_person(label.group(1), language) for label in labels
        ):
            continue
        ends = [*(label.start() for label in labels[1:]), paragraph.end]
        found += [(Span(m.start(), end), m) for m, end in zip(labels, ends, strict=True)]
    return found


def _parted(labelled: Labelled, inside: Labelled) -> Labelled:
    """The turns, those of a paragraph that holds several for that paragraph."""
    starts = {span.start for span, _ in inside}
    return sorted(
        [*(each for each in labelled if each[0].start not in starts), *inside], key=lambda each: each[0]
    )


def _is_person(label: str, language: str) -> bool:
    mention = read_mention(label, language)
    heads = source_words(language).heads.get(mention.head, ())
    return any(one.kind in PERSONS for one in heads)


def _stopped(text: str, paragraph_spans: Sequence[Span], language: str) -> list[tuple[Span, re.Match[str]]]:
    """The paragraphs behind "Q." and "A."; none where not both are there, as "A. Marsk" is a name."""
    found = [(p, m) for p in paragraph_spans if (m := STOPPED.match(text, p.start, p.end))]
    acts = _acts(language)
    found = [(p, m) for p, m in found if m.group(1).lower() in acts]
    return found if len({match.group(1) for _, match in found}) >= LEAST_LABELS else []


def _are_question_marks(names: Counter[str], language: str) -> bool:
    return sum(name.lower() in _acts(language) for name in names) >= LEAST_LABELS


def _acts(language: str) -> dict[str, str]:
    return dict(next(group["acts"] for group in load(language, "rules") if "acts" in group))


def _is_taken(taken: Sequence[Span], colon: Span) -> bool:
    at = bisect_right(taken, colon)
    return any(span.overlaps(colon) for span in taken[max(0, at - NEAR) : at + 1])


def _turn(text: str, paragraph: Span, label: re.Match[str], language: str) -> Attribution:
    end = paragraph.end - len(BOLD[0]) * text[paragraph.start : paragraph.end].endswith(BOLD)
    words = trim_content(text, Span(label.end(), max(label.end(), end)))
    reading = read_cue(text[slice(*label.span(2))], language)
    if _acts(language).get(label.group(1).lower()) == "ask" and text[words.end - 1 : words.end] == "?":
        reading = replace(reading, act="ask", certainty="U")
    relation = Relation(
        source=(Span(*label.span(1)),), cue=(Span(*label.span(2)),),
        content=(words,) if words.start < words.end else (), p_relation=P_TURN,
    )  # fmt: skip
    return Attribution(relation=relation, cue=reading)
