"""The line over time: how a named source worded one matter from statement to statement, changes marked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from sayso.link.rarity import rarity
from sayso.link.words import stems_of
from sayso.model import DossierLine, LineStep, Quote, SourceKind, Span, Spans, Statement
from sayso.pipeline.dossiers.quoting import Texts, when
from sayso.pipeline.dossiers.speakers import Speaker, by_speaker
from sayso.store.store import Store
from sayso.text.differences import difference

P_LINKED = 0.5  # a link from which on two statements of one source are of one matter
SHARED = 0.45  # which part of the rarer words of the shorter one two of one matter have in common
FEWEST_STEMS = 2
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

    Two statements of a source are of one matter where they are in one claim (`claims`, by proposition), where
    they are linked, or where they share the rarer of their words; `leave_out` are words that do not
    count, such as those of the subject. A line has two wordings or more: the same words again are none.
    Who is anonymous, or called only by an office that many have, has no line.
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
    kinds: list[SourceKind] = [one.quote.kind for one in group]
    return min(kinds, key=lambda kind: (-kinds.count(kind), kind))


def _matters(store: Store, said: Sequence[Saying]) -> list[list[Saying]]:
    """What is of one matter, in order, each group in its own."""
    home = list(range(len(said)))

    def top(at: int) -> int:
        while home[at] != at:
            home[at] = home[home[at]]
            at = home[at]
        return at

    place = {one.quote.proposition or "": at for at, one in enumerate(said)}
    linked = {
        (link.a, link.b) for link in store.links_of(place)
        if link.p >= P_LINKED and link.a in place and link.b in place
    }  # fmt: skip
    pairs = [(place[a], place[b]) for a, b in sorted(linked)]
    for b, later in enumerate(said):
        pairs += [(a, b) for a in range(b) if _one_matter(said[a], later)]
    for a, b in pairs:
        home[max(top(a), top(b))] = min(top(a), top(b))
    groups: dict[int, list[Saying]] = {}
    for at, one in enumerate(said):
        groups.setdefault(top(at), []).append(one)
    return list(groups.values())


def _one_matter(a: Saying, b: Saying) -> bool:
    if a.claim and a.claim == b.claim:
        return True
    less, more = sorted((a.weights, b.weights), key=len)
    shared = [stem for stem in less if stem in more]
    if len(shared) < FEWEST_STEMS:
        return False
    whole = min(sum(less.values()), sum(more.values()))
    return sum(less[stem] for stem in shared) >= SHARED * whole


def _steps(quotes: Sequence[Quote]) -> tuple[LineStep, ...]:
    """The wordings in order; one that an earlier step has word for word stands with that step."""
    steps: list[LineStep] = []
    at: dict[str, int] = {}
    for quote in quotes:
        words = " ".join(_said(quote).lower().split()).strip("“”\"',. ")
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
    return LineStep(quote=quote, new=_placed(quote, new), gone=_placed(before, gone))


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
