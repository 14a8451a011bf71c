"""Which statement of an older reading is which of a newer one of the same text. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from sayso.model import Mapped, Spans, Statement, touches
from sayso.model.readings import MapKind

BLOCK_CHARS = 512  # statements that share no block of the text share no words
SHARED = 0.5  # of the shorter content: from here two statements with one cue are of one attribution
ALIKE = 0.5  # of all that either says: from here they are, whatever attributes them
Pair = tuple[int, int]


def map_readings(old: Sequence[Statement], new: Sequence[Statement]) -> tuple[Mapped, ...]:
    """Every statement of both readings, at least once: in the order of the newer, the dropped at the end.

    Both read the same text, so that places can be compared. A statement whose places are the same is
    itself ("changed" where it is read otherwise: another name, act, certainty or time). Of the rest those
    belong together that have one cue and share half of the shorter content, or half of all they say; the
    pairs most alike first, then what is left beside them (split, merged). () for two empty readings. The
    order inside either reading decides between equals and nothing else.
    """
    by_id = {statement.id: number for number, statement in enumerate(old)}
    pairs = {(by_id[s.id], number) for number, s in enumerate(new) if s.id in by_id}
    themselves = {a for a, _ in pairs}
    left_old = [n for n in range(len(old)) if n not in themselves]
    left_new = [n for n, s in enumerate(new) if s.id not in by_id]
    pairs |= _matched(old, new, left_old, left_new)
    return tuple(_lines(old, new, pairs))


def _matched(
    old: Sequence[Statement], new: Sequence[Statement], left: Sequence[int], fresh: Sequence[int]
) -> set[Pair]:
    """The pairs among those that are not themselves: best pairs first, then who is left beside them."""
    scored = sorted(
        (-score, a, b) for a, b in _near(old, new, left, fresh) if (score := _score(old[a], new[b]))
    )
    befores: dict[int, int] = {}
    afters: dict[int, int] = {}
    for _, a, b in scored:
        if a not in befores and b not in afters:
            befores[a], afters[b] = b, a
    found = set(befores.items())
    for _, a, b in scored:
        if a not in befores or b not in afters:
            befores.setdefault(a, b)
            afters.setdefault(b, a)
            found.add((a, b))
    return found


def _score(old: Statement, new: Statement) -> float:
    """How much two statements are one attribution, in [0, 2]; 0.0 where they are not."""
    shared = _shared(old.content.spans, new.content.spans)
    sizes = _length(old.content.spans), _length(new.content.spans)
    alike = shared / (sum(sizes) - shared) if any(sizes) else 1.0
    of_shorter = shared / min(sizes) if all(sizes) else 1.0
    if _one_cue(old, new) and of_shorter >= SHARED:
        return 1.0 + alike
    return alike if all(sizes) and alike >= ALIKE and not _nested(old, new) else 0.0


def _one_cue(old: Statement, new: Statement) -> bool:
    if old.cue is None or new.cue is None:
        return old.cue is None and new.cue is None
    return touches(old.cue.spans, new.cue.spans)


def _nested(old: Statement, new: Statement) -> bool:
    """Whether the one attributes inside what the other says: two sources of the same words."""
    return any(
        a.cue is not None and b.cue is not None and touches(a.cue.spans, b.content.spans)
        for a, b in ((old, new), (new, old))
    )


def _near(
    old: Sequence[Statement], new: Sequence[Statement], left: Sequence[int], fresh: Sequence[int]
) -> Iterator[Pair]:
    """The pairs that have a block of the text in common, each once."""
    blocks: dict[int, list[int]] = defaultdict(list)
    for number in fresh:
        for block in _blocks(new[number]):
            blocks[block].append(number)
    for number in left:
        yield from sorted({(number, b) for block in _blocks(old[number]) for b in blocks.get(block, ())})


def _blocks(statement: Statement) -> set[int]:
    spans = (*statement.content.spans, *(statement.cue.spans if statement.cue else ()))
    return {
        block
        for span in spans
        for block in range(span.start // BLOCK_CHARS, (max(span.start, span.end - 1)) // BLOCK_CHARS + 1)
    }


def _lines(old: Sequence[Statement], new: Sequence[Statement], pairs: set[Pair]) -> Iterator[Mapped]:
    befores: dict[int, list[int]] = defaultdict(list)
    afters: dict[int, list[int]] = defaultdict(list)
    for a, b in sorted(pairs):
        befores[b].append(a)
        afters[a].append(b)
    for b, statement in enumerate(new):
        if b not in befores:
            yield Mapped(kind="added", before=None, after=statement.id)
        for a in befores.get(b, ()):
            kind = _kind(old[a], statement, len(afters[a]), len(befores[b]))
            yield Mapped(kind=kind, before=old[a].id, after=statement.id)
    for a, statement in enumerate(old):
        if a not in afters:
            yield Mapped(kind="dropped", before=statement.id, after=None)


def _kind(old: Statement, new: Statement, afters: int, befores: int) -> MapKind:
    if afters > 1:
        return "split"
    if befores > 1:
        return "merged"
    return "same" if old.id == new.id and read_alike(old, new) else "changed"


def read_alike(old: Statement, new: Statement) -> bool:
    """Whether two readers say the same of a statement: all of it but how sure they are, and who read it."""
    plain = {"reading": "", "confidence": 0.0, "input": "", "within": None, "corrected_by": ()}
    return msgspec.structs.replace(old, **plain) == msgspec.structs.replace(new, **plain)


def _shared(left: Spans, right: Spans) -> int:
    """How many code points both have; the spans of each lie apart."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in left for b in right)


def _length(spans: Spans) -> int:
    return sum(span.end - span.start for span in spans)
