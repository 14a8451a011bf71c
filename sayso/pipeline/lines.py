"""The line over time: how a named source worded one matter from statement to statement, changes marked."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from sayso.link.rarity import rarity
from sayso.link.words import stems_of
from sayso.model import DossierLine, LineStep, Quote, SourceKind, Span, Spans, Statement
from sayso.pipeline.dossiers.quoting import Texts, when
from sayso.pipeline.dossiers.speakers import Speaker, by_speaker
from sayso.store.store import Store
from sayso.text.differences import difference

WORD = re.compile(r"\w+")
P_LINKED = 0.5  # a link from which on two statements of one source are of one matter
SHARED = 0.45  # which part of the rarer words of the shorter one two of one matter have in common
SHARED_LINKED = 0.25  # where they are in one claim, or linked
FEWEST_STEMS = 2
FEWEST_OWN_STEMS = 4  # of what an outlet says in its own voice
MOST_STATEMENTS = 300  # of one source; each is laid beside each
OFFICIAL: frozenset[SourceKind] = frozenset(
    {"government", "official", "state_media", "international_organization"}
)
SPEAKS = frozenset({"assert", "deny", "promise", "forecast", "believe", "infer", "demand", "perceive"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One proposition of a source: its quote, its matter's words with their weights, its claim."""

    quote: Quote
    weights: Mapping[str, float]
    claim: str


def lines_of(
    store: Store, statements: Iterable[Statement], texts: Texts, speakers: Mapping[str, Speaker],
    claims: Mapping[str, str], leave_out: Iterable[str] = (),
) -> list[DossierLine]:  # fmt: skip
    """The lines of the named sources of these statements; [] for none. Those of states and of international
    bodies come first, then those of most wordings.

    Two statements of a source are of one matter where they share the rarer of their words, fewer of them
    where they are in one claim (`claims`, by proposition) or linked; `leave_out` are words that do not count,
    such as those of the subject. A line has two wordings or more: the same words again are none. Who is
    anonymous, or called only by an office that many have, has no line.
    """
    common = frozenset(stem for words in leave_out for stem in stems_of(words))
    speaking = [s for s in statements if s.act in SPEAKS]
    whose = {id: speaker for id, speaker in speakers.items() if not speaker.generic}
    made: list[DossierLine] = []
    for said in by_speaker(speaking, whose).values():
        sayings = [one for s in said for one in _sayings(s, texts, claims, common)]
        made += _lines(store, sayings)
    return sorted(made, key=_order)


def _order(line: DossierLine) -> tuple[bool, int, str, str, str]:
    first = line.steps[0].quote
    return (
        line.kind not in OFFICIAL,
        -len(line.steps),
        line.source,
        first.published or "9999",
        first.statement,
    )


def _sayings(
    statement: Statement, texts: Texts, claims: Mapping[str, str], common: frozenset[str]
) -> Iterable[Saying]:
    own = common | set(stems_of(statement.source.name))
    for part in statement.propositions:
        quote = texts.quote(statement, part.id)
        weights = {stem: rarity(stem) for stem in stems_of(part.text) if stem not in own}
        if quote is not None and quote.spans and part.spans:
            yield Saying(quote=quote, weights=weights, claim=claims.get(part.id, ""))


def _lines(store: Store, said: Sequence[Saying]) -> Iterable[DossierLine]:
    """The lines of one source."""
    ordered = sorted(said, key=lambda one: (when(one.quote), one.quote.said))[-MOST_STATEMENTS:]
    for group in _matters(store, ordered):
        steps = _steps([one.quote for one in group])
        if len(steps) > 1 and len({step.quote.document for step in steps}) > 1:
            yield DossierLine(
                source=_commonest([one.quote.source for one in group]), kind=_kind(group), steps=steps,
                claims=tuple(sorted({one.claim for one in group if one.claim})),
            )  # fmt: skip


def _commonest(names: Sequence[str]) -> str:
    return min(set(names), key=lambda name: (-names.count(name), name))


def _kind(group: Sequence[Saying]) -> SourceKind:
    """The commonest kind that its source was read as; the own voice of an outlet is that of a state's."""
    kinds: list[SourceKind] = [
        "state_media" if one.quote.kind == "author" else one.quote.kind for one in group
    ]  # fmt: skip
    return min(kinds, key=lambda kind: (-kinds.count(kind), kind))


def _matters(store: Store, said: Sequence[Saying]) -> list[list[Saying]]:
    """What is of one matter, in order: each joins the group whose first or last statement it is most like.

    Of one document a group has the first statement only: what stands beside it is no later wording.
    """
    ends = {one.quote.proposition or "" for one in said}
    linked = {(link.a, link.b) for link in store.links_of(ends) if link.p >= P_LINKED}
    groups: list[list[Saying]] = []
    for one in said:
        scores = [max(_share(group[0], one, linked), _share(group[-1], one, linked)) for group in groups]
        best = max(range(len(groups)), key=lambda at: (scores[at], -at), default=-1)
        if best < 0 or scores[best] <= 0:
            groups.append([one])
        elif groups[best][-1].quote.document != one.quote.document:
            groups[best].append(one)
    return groups


def _share(a: Saying, b: Saying, linked: Collection[tuple[str, str]]) -> float:
    """Which part of the rarer words of the shorter one two statements share; 0 where they are of two matters.

    Where they are in one claim or linked, less is enough, but not of what an outlet says in its own voice: it
    words much alike.
    """
    shared = [stem for stem in a.weights if stem in b.weights]
    if not shared:
        return 0.0
    whole = min(sum(a.weights.values()), sum(b.weights.values()))
    share = sum(a.weights[stem] for stem in shared) / whole
    ends = sorted((a.quote.proposition or "", b.quote.proposition or ""))
    joined = (a.claim and a.claim == b.claim) or (ends[0], ends[1]) in linked
    own = "author" in {a.quote.kind, b.quote.kind}
    if joined and not own:
        return share if share >= SHARED_LINKED else 0.0
    fewest = FEWEST_OWN_STEMS if own else FEWEST_STEMS
    return share if share >= SHARED and len(shared) >= fewest else 0.0


def _steps(quotes: Sequence[Quote]) -> tuple[LineStep, ...]:
    """The wordings in order; one that an earlier step has word for word stands with that step."""
    steps: list[LineStep] = []
    at: dict[str, int] = {}
    for quote in quotes:
        words = " ".join(WORD.findall(_said(quote).lower()))
        if words in at:
            step = steps[at[words]]
            again = (*step.again, quote) if quote.document != step.quote.document else step.again
            steps[at[words]] = msgspec.structs.replace(step, again=again)
            continue
        at[words] = len(steps)
        steps.append(_step(steps[-1].quote if steps else None, quote))
    return tuple(steps)


def _step(before: Quote | None, quote: Quote) -> LineStep:
    if before is None:
        return LineStep(quote=quote)
    gone, new = difference(_said(before), _said(quote))
    return LineStep(
        quote=quote, new=_placed(quote, _worded(_said(quote), new)),
        gone=_placed(before, _worded(_said(before), gone)),
    )  # fmt: skip


def _worded(text: str, spans: Iterable[Span]) -> list[Span]:
    """The spans that hold a word; signs alone are no change."""
    return [span for span in spans if WORD.search(text, span.start, span.end)]


def _said(quote: Quote) -> str:
    """The words of the content, its pieces parted by one space."""
    return " ".join(quote.text[s.start : s.end] for s in quote.within(quote.said))


def _placed(quote: Quote, spans: Iterable[Span]) -> Spans:
    """Spans of the content's words as spans of the document; one that crosses pieces is cut."""
    found, at = [], 0
    wanted = list(spans)
    for piece in quote.said:
        length = len(_within(quote, piece))
        for span in wanted:
            start, end = max(span.start - at, 0), min(span.end - at, length)
            if start < end:
                found.append(Span(piece.start + start, piece.start + end))
        at += length + 1
    return tuple(sorted(found))


def _within(quote: Quote, piece: Span) -> str:
    return " ".join(quote.text[s.start : s.end] for s in quote.within((piece,)))
