"""`python -m bench.link.origins`: origins alone, with claims and stances taken from hand-made gold.

The documents are read and compared as ever; which propositions are one claim, and who takes which stance, is
given. What is wrong here is wrong by lineage (reading, copies, citations, counting), not by linking. The
rules were written with these documents in view: that they hold is shown, not how they do on others.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

import msgspec

from bench.corpora import EXAMPLES
from bench.ledger.gold import GoldLedger, GoldMember, GoldSide
from bench.read.scoring import Tokenized, jaccard
from bench.table import Outcome, Row, Table, plain
from sayso.errors import Problem
from sayso.ingest import Defaults
from sayso.link.copies import copied, lies_in, shared_places
from sayso.link.derivations import candidate_of, citations, credited
from sayso.link.lineage import Report, Testimony
from sayso.link.origins import WHOLE, origins_of
from sayso.link.reports import reports_of
from sayso.link.sketches import sketch_of
from sayso.model import Derivation, Document, Origins, Statement
from sayso.pipeline.reading import make_reader, read_paths
from sayso.reference.gazetteer import load_gazetteer
from tests.gold_ledger import gold

NAME = "origins"
NEAR = 0.5
SIDES = {"support": {"supports", "updates"}, "denial": {"denies"}}


class Read(msgspec.Struct, frozen=True):
    """Documents by the gold's names, with statements and reports; the derivations between them."""

    documents: Mapping[str, Document]
    statements: Mapping[str, tuple[Statement, ...]]
    reports: Mapping[str, Report]
    derivations: tuple[Derivation, ...]


def measure() -> list[Outcome]:
    """Distance of the counts to the gold's intervals, and the sides counted too high and too low."""
    read, given = read_examples(), gold()
    rows = list(judged(read, given))
    count = len(rows)
    figures: Row = {
        "sides": count,
        "error": sum(abs(row[2]) for row in rows) / count,
        "invented": sum(row[2] > 0 for row in rows) / count,
        "missed": sum(row[2] < 0 for row in rows) / count,
    }
    wrong = tuple(f"{claim}, {side}: {off:+}" for claim, side, off in rows if off)
    return [
        Table(
            name=NAME,
            title="Origins: claims and stances given",
            data="examples/sarvane, with gold.",
            rows=[figures],
            notes=wrong,
        )
    ]


def read_examples() -> Read:
    """All examples, read by the shipped reader."""
    world, reader = load_gazetteer(), make_reader()
    paths = sorted(str(path) for path in EXAMPLES.glob("*.md"))
    readings = [one for one in read_paths(paths, Defaults(), reader) if not isinstance(one, Problem)]
    sketches = [sketch_of(one.document, one.statements) for one in readings]
    edges = [edge for a, b in combinations(sketches, 2) if (edge := copied(a, b))]
    edges += [edge for sketch in sketches if (edge := credited(sketch))]
    reports = [r for one in readings for r in reports_of(one.document, one.statements, world)]
    names = {one.document.id: one.document.input.rsplit("/", 1)[-1][:4] for one in readings}
    return Read(
        {names[one.document.id]: one.document for one in readings},
        {names[one.document.id]: one.statements for one in readings},
        {report.statement: report for report in reports},
        tuple(edges),
    )


def judged(read: Read, given: GoldLedger) -> Iterator[tuple[str, str, int]]:
    """For each side of each claim with a member that was read: how far its count is off the interval."""
    members = {claim.name: claim.members for claim in given.claims}
    for one in given.origins:
        for name, side in (("support", one.support), ("denial", one.denial)):
            found = [s for m in members[one.claim] if m.stance in SIDES[name] for s in statements_of(read, m)]
            if side.high and found:
                yield one.claim, name, off(counted(read, found), side)


def off(found: Origins, side: GoldSide) -> int:
    """Above the interval, or (negative) below it."""
    return max(0, found.count - side.high) - max(0, side.low - found.count)


def statements_of(read: Read, member: GoldMember) -> list[Statement]:
    """The statements with a proposition of much the same words as a gold member, the likest two."""
    words = Tokenized(read.documents[member.document].text)
    wanted = words.tokens(tuple(msgspec.convert(member.spans, type=tuple[tuple[int, int], ...])))
    found = [
        (jaccard(wanted, words.tokens(part.spans)), statement.id, statement)
        for statement in read.statements[member.document]
        for part in statement.propositions
    ]
    return [statement for likeness, _, statement in sorted(found, reverse=True)[:2] if likeness >= NEAR]


def counted(read: Read, statements: Iterable[Statement]) -> Origins:
    """The origins of these statements, as if they were one side of one claim."""
    members = {statement.id: statement for statement in statements}
    reports = [read.reports[id] for id in members]
    pool = [candidate_of(report) for report in reports]
    edges = [*read.derivations, *(edge for report in reports for edge in citations(report, pool))]
    return origins_of(
        [Testimony(report=r, copied=copied_from(read, members[r.statement])) for r in reports], edges
    )


def copied_from(read: Read, statement: Statement) -> tuple[str, ...]:
    """The documents of partial copying whose very words the statement stands in."""
    texts = {document.id: document.text for document in read.documents.values()}
    return tuple(
        edge.of
        for edge in read.derivations
        if edge.document == statement.document
        and edge.of
        and (edge.share or 1.0) < WHOLE
        and lies_in(statement.content.spans, shared_places(texts[edge.document], texts[edge.of]))
    )


if __name__ == "__main__":
    for outcome in measure():
        if isinstance(outcome, Table):
            sys.stdout.write(plain(outcome) + "\n")
