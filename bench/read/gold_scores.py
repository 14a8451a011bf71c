"""Compares two readings of one document, statement by statement, field by field.

Statements are the same where their cues overlap (one with one, the best first); two without a cue
where their contents have a Jaccard of .5 or more in words. Shares of fields are over the pairs
whose fields can be compared: all that were found.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bench.read.gold_shape import AUTHOR, HEARSAY, Clause, Reading, When, plain
from bench.read.scoring import NEAR, Tokenized, Tokens, jaccard, pairs
from bench.table import Row
from sayso.model import touches

READ = ("act", "evidentiality", "factuality", "all three")
FIELDS = (*READ, "kind", "anonymous", "name", "within", "chain", "quotation")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """Two readings of one text and which statement is which: number of the first to number of the second."""

    gold: Sequence[Reading]
    read: Sequence[Reading]
    same: Mapping[int, int]

    def parent(self, number: int) -> str | None:
        """The id in the second reading of what is around a statement; "" where that was not found."""
        within = self.gold[number].within
        if within is None:
            return None
        at = next((n for n, one in enumerate(self.gold) if one.id == within), -1)
        return self.read[self.same[at]].id if at in self.same else ""


def pair_up(text: str, gold: Sequence[Reading], read: Sequence[Reading]) -> Pairing:
    """Which statement of the one reading is which of the other."""
    tokenized = Tokenized(text)
    left, right = _sets(tokenized, gold), _sets(tokenized, read)

    def likeness(g: int, r: int) -> float:
        contents = jaccard(left[g][1], right[r][1])
        if not gold[g].cue and not read[r].cue:
            return contents
        if not touches(gold[g].cue, read[r].cue):
            return 0.0
        # An overlap of cues suffices; of several the best cue, then the best content.
        return NEAR + jaccard(left[g][0], right[r][0]) + contents / 10

    return Pairing(gold=gold, read=read, same=pairs(len(gold), len(read), likeness))


def _sets(tokenized: Tokenized, readings: Sequence[Reading]) -> list[tuple[Tokens, Tokens]]:
    return [(tokenized.tokens(one.cue), tokenized.tokens(one.content)) for one in readings]


def tally(text: str, gold: Sequence[Reading], read: Sequence[Reading]) -> Counter[str]:
    """Counts of one document; counts of several documents may be added."""
    pairing = pair_up(text, gold, read)
    counts = Counter(statements=len(gold), read=len(read), found=len(pairing.same))
    counts["hearsay"] = sum(one.hearsay for one in gold)
    for g, r in pairing.same.items():
        one, other = gold[g], read[r]
        good = source_right(one, other)
        counts["source"] += good
        counts["hearsay found"] += one.hearsay
        counts["hearsay wrong"] += one.hearsay and bool(other.source or other.kind not in {HEARSAY, AUTHOR})
        counts.update(name for name, right in fields(pairing, g, r).items() if right)
        open_name = bool(one.source) and plain(one.name) != plain(one.printed)
        counts["to resolve"] += open_name
        counts["resolved"] += open_name and same_name(one, other)
    counts.update(_times(pairing))
    return counts


def source_right(gold: Reading, read: Reading) -> bool:
    """Whether the sources are the same: places overlap or the name is one; hearsay and author: the kind."""
    if not gold.source and gold.kind in {HEARSAY, AUTHOR}:
        return read.kind == gold.kind and not read.source
    return touches(gold.source, read.source) or (bool(gold.name) and same_name(gold, read))


def same_name(gold: Reading, read: Reading) -> bool:
    """Whether both resolve to the same name, articles and case aside."""
    return plain(gold.name) == plain(read.name)


def fields(pairing: Pairing, g: int, r: int) -> dict[str, bool]:
    """Which fields of a pair are the same."""
    one, other = pairing.gold[g], pairing.read[r]
    found = {
        "act": one.act == other.act,
        "evidentiality": one.evidentiality == other.evidentiality,
        "factuality": factualities_right(one.clauses, other.clauses),
        "kind": one.kind == other.kind,
        "anonymous": one.anonymous == other.anonymous,
        "name": same_name(one, other),
        "within": pairing.parent(g) == other.within,
        "chain": list(map(plain, one.chain)) == list(map(plain, other.chain)),
        "quotation": one.quotation == other.quotation,
    }
    return {**found, "all three": found["act"] and found["evidentiality"] and found["factuality"]}


def factualities_right(gold: Sequence[Clause], read: Sequence[Clause]) -> bool:
    """Whether each proposition has the factuality of the one that shares most with it; True for none."""
    if not gold or not read:
        return not gold and not read
    pairs_of = [(one, _like(one, read)) for one in gold]
    return all(best is not None and best.factuality == one.factuality for one, best in pairs_of)


def _like(clause: Clause, others: Sequence[Clause]) -> Clause | None:
    best = max(others, key=lambda other: _shared_chars(clause, other))
    return best if _shared_chars(clause, best) else None


def _shared_chars(one: Clause, other: Clause) -> int:
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one.spans for b in other.spans)


def _times(pairing: Pairing) -> Counter[str]:
    """Times with a value: how many there are, were read, were right (statement, place, days, role)."""
    counts = Counter({"times": sum(len(_valued(one)) for one in pairing.gold)})
    counts["times read"] = sum(len(_valued(one)) for one in pairing.read)
    for g, r in pairing.same.items():
        free = _valued(pairing.read[r])
        for time in _valued(pairing.gold[g]):
            match = next((other for other in free if _same_time(time, other)), None)
            if match is not None:
                free.remove(match)
                counts["times right"] += 1
    return counts


def _valued(reading: Reading) -> list[When]:
    return [time for clause in reading.clauses for time in clause.times if time.first or time.last]


def _same_time(one: When, other: When) -> bool:
    same = (one.first, one.last, one.role) == (other.first, other.last, other.role)
    return same and touches(one.spans, other.spans)


def figures(name: str, counts: Counter[str]) -> Row:
    """The row of one document, register or whole; shares of fields are over the found."""

    def share(part: str, of: str) -> float | None:
        return round(counts[part] / counts[of], 4) if counts[of] else None

    total = counts["times"] + counts["times read"]
    return {
        "reading": name,
        "statements": counts["statements"],
        "found": share("found", "statements"),
        "found, source right": share("source", "statements"),
        **{field: share(field, "found") for field in FIELDS},
        "resolved": share("resolved", "to resolve"),
        "hearsay": counts["hearsay"],
        "hearsay found": share("hearsay found", "hearsay"),
        "hearsay to a wrong source": counts["hearsay wrong"],
        "times F1": round(2 * counts["times right"] / total, 4) if total else None,
        "spurious": round(1 - counts["found"] / counts["read"], 4) if counts["read"] else None,
    }
