"""Quotations that go on: one without a cue of its own belongs to whoever its neighbours name."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sayso.model import Act, Span, touches
from sayso.read.cues.reading import CueReading
from sayso.read.layout.answering import Gesture, gesture_before
from sayso.read.layout.quotations import is_closed, quotations
from sayso.read.layout.turns import with_turns
from sayso.read.layout.whole_quotes import said_in_marks, turns_round, with_whole_quotations
from sayso.read.mending.completion import Attribution
from sayso.read.relation import Relation
from sayso.read.tagging.decoding import trim_content

LEAST_WORDS = 3
P_ANSWER = 0.7
NEAR = 8  # speakers before a quotation that are looked at
SPEAKING: frozenset[Act] = frozenset(
    {"assert", "deny", "promise", "demand", "decline", "unconfirmed", "believe", "forecast"}
)


def with_continued(
    text: str, paragraph_spans: Sequence[Span], found: Sequence[Attribution], language: str = "en"
) -> list[Attribution]:
    """`found`, with every quotation that nobody was given added to its speaker, and a transcript's turns.

    A quotation goes to the speaker of the quotation that it continues (opened again in the next
    paragraph, or side by side with it), else to who was quoted last in the same paragraph, or in
    the one before where it begins its own. Nothing is guessed of one that stands alone. Near-linear.
    """
    hand = _Hand(
        text=text,
        found=with_whole_quotations(text, found, language),
        paragraphs=paragraph_spans,
        language=language,
    )
    chains = _chains(text, paragraph_spans, quotations(text))
    for chain in chains:
        owner = next((o for quotation in chain if (o := hand.owner(quotation)) is not None), None)
        if owner is None and hand.is_free(chain[0]):
            owner = hand.speaker_before(chain[0])
        if owner is not None:
            for quotation in chain:
                hand.give(quotation, owner)
    return with_turns(text, paragraph_spans, hand.found, language)


def _chains(text: str, paragraph_spans: Sequence[Span], every: Sequence[Span]) -> list[list[Span]]:
    """Quotations in runs that are one: left open and opened again in the next paragraph, or side by side."""
    ends = [paragraph.end for paragraph in paragraph_spans]
    chains: list[list[Span]] = []
    for quotation in every:
        before = chains[-1][-1] if chains else None
        if before is not None and _continues(text, before, quotation, paragraph_spans, ends):
            chains[-1].append(quotation)
        else:
            chains.append([quotation])
    return chains


def _continues(
    text: str, before: Span, quotation: Span, paragraph_spans: Sequence[Span], ends: Sequence[int]
) -> bool:
    number = bisect_left(ends, quotation.end)
    if number >= len(ends):
        return False
    same = before.start >= paragraph_spans[number].start
    if same:
        return not text[before.end : quotation.start].strip()
    left_open = number > 0 and before.end == ends[number - 1] and not is_closed(text, before)
    return left_open and quotation.start == paragraph_spans[number].start


@dataclass(slots=True)
class _Hand:
    """Who has which words, while quotations are handed over."""

    text: str
    found: list[Attribution]
    paragraphs: Sequence[Span]
    language: str
    taken: list[Span] = field(init=False)
    owners: dict[Span, int] = field(init=False)
    cues: list[tuple[int, int]] = field(init=False)

    def __post_init__(self) -> None:
        outer = [a.relation for a in self.found if not self._is_quoted(a)]
        self.taken = sorted({span for r in outer for span in (*r.content, *r.cue, *r.source)})
        self.owners = {}
        self.cues = sorted((a.relation.cue[0].start, i) for i, a in enumerate(self.found) if self._speaks(a))
        for _, i in self.cues:
            if not self._quotes(self.found[i]):
                continue
            for span in self.found[i].relation.content:
                self.owners.setdefault(span, i)
        self.spoken = sorted(self.owners)

    spoken: list[Span] = field(init=False)

    def _is_quoted(self, attribution: Attribution) -> bool:
        """Whether the cue stands inside a quotation: then its words take nothing from that one."""
        cue = (attribution.relation.cue or attribution.relation.content)[:1]
        every = quotations(self.text)
        at = bisect_right(every, cue[0].start, key=lambda q: q.start) - 1 if cue else -1
        return at >= 0 and every[at].contains(cue[0]) and every[at].start < cue[0].start

    def _speaks(self, attribution: Attribution) -> bool:
        """Whether somebody in print says something, quoted or not: what is quoted next may be theirs."""
        relation, cue = attribution.relation, attribution.cue
        printed = relation.voice == "source" and bool(relation.cue) and bool(relation.source)
        return printed and cue is not None and cue.act in SPEAKING

    def _quotes(self, attribution: Attribution) -> bool:
        relation = attribution.relation
        return relation.voice == "source" and bool(relation.cue) and any(
            self.text[s.start] in "“\"«‘'" for s in relation.content if s.start < s.end)  # fmt: skip

    def is_free(self, quotation: Span) -> bool:
        """Whether nobody has any of its words, and it is a sentence of its own, not a word in marks."""
        words = self.text[quotation.start : quotation.end].split(None, LEAST_WORDS)
        if len(words) < LEAST_WORDS or not words[0].lstrip("“\"«‘'[(…")[:1].isupper():
            return False
        at = bisect_left(self.taken, Span(quotation.end, quotation.end))
        return not any(span.overlaps(quotation) for span in self.taken[max(0, at - NEAR) : at])

    def owner(self, quotation: Span) -> int | None:
        """Whose content holds the quotation, if that is somebody's quoted content."""
        at = bisect_right(self.spoken, Span(quotation.start + 1, 0))
        near = [s for s in self.spoken[max(0, at - NEAR) : at + 1] if s.overlaps(quotation)]
        outer = [s for s in near if s.start <= quotation.start or s.contains(quotation)]
        return self.owners[outer[0]] if outer else None

    def speaker_before(self, quotation: Span) -> int | None:
        """Who spoke last in the same paragraph, or in the one before if the quotation begins its own."""
        number = bisect_right(self.paragraphs, quotation.start, key=lambda p: p.start) - 1
        if number < 0:
            return None
        begins = self.paragraphs[number].start == quotation.start
        reach = self.paragraphs[max(0, number - begins)].start
        at = bisect_left(self.cues, (quotation.start, -1))
        gesture = gesture_before(self.text, quotation, self.language)
        for start, i in reversed(self.cues[max(0, at - NEAR) : at]):
            if start < reach:
                return None
            if gesture is not None and start < gesture.source.start:
                return self._answered(gesture)
            if not self._is_inside_another(i):
                return i
        return None

    def _is_inside_another(self, number: int) -> bool:
        cue = self.found[number].relation.cue[0]
        at = bisect_right(self.spoken, cue)
        return any(s.contains(cue) for s in self.spoken[max(0, at - NEAR) : at])

    def give(self, quotation: Span, owner: int) -> None:
        """Adds a quotation to the content of its owner, unless somebody has it."""
        relation = self.found[owner].relation
        has = (*relation.source, *relation.cue, *relation.content)
        if not self.is_free_of_all(quotation) or touches(has, [quotation]) or not self._has_words(quotation):
            return
        piece = trim_content(self.text, quotation) if is_closed(self.text, quotation) else quotation
        content = tuple(sorted((*filter(self._has_words, relation.content), piece)))
        if turns_round(self.found[owner].cue):
            owner = self._spoken_apart(relation, piece)
        else:
            self.found[owner] = replace(self.found[owner], relation=replace(relation, content=content))
        insort(self.taken, piece)
        insort(self.spoken, piece)
        self.owners[piece] = owner

    def _has_words(self, piece: Span) -> bool:
        return any(map(str.isalnum, self.text[piece.start : piece.end]))

    def _answered(self, gesture: Gesture) -> int:
        """The number of a statement of whoever made a gesture: what is quoted next is the answer."""
        own = Relation(source=(gesture.source,), cue=(gesture.verb,), p_relation=P_ANSWER)
        self.found.append(Attribution(relation=own, cue=CueReading(lemma=self.text[slice(*gesture.verb)])))
        return len(self.found) - 1

    def _spoken_apart(self, relation: Relation, piece: Span) -> int:
        """The number of a statement of its own for what is quoted behind a denial: its cue is the mark."""
        self.found.append(said_in_marks(self.text, relation, piece))
        return len(self.found) - 1

    def is_free_of_all(self, quotation: Span) -> bool:
        """Whether nobody's words overlap the quotation."""
        at = bisect_left(self.taken, Span(quotation.end, quotation.end))
        return not any(span.overlaps(quotation) for span in self.taken[max(0, at - NEAR) : at])
