"""One claim on a terminal: how it stands, its origins as a tree with reasons, and statement by statement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from sayso.model import (
    Assessment,
    Claim,
    Derivation,
    DocumentRow,
    Member,
    OriginGroup,
    Origins,
    Quantity,
    Statement,
)
from sayso.show.assessment_report import evidence, without, words
from sayso.show.claim_sentence import denial, spoken, support
from sayso.show.claim_words import SCOPE, STANCE, in_order, root, span, standing, tally, uncounted
from sayso.show.claims_table import COLOURS
from sayso.show.report_words import ARROW, short_id
from sayso.show.terminal import WIDEST, line, make_console
from sayso.show.values import value_lines

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.tree import Tree

BY_HAND = "as a person corrected it"
MOST_PROPOSALS = 5
HAD_IT = {
    "copies": "prints the text of",
    "cites": "cites",
    "translates": "translates",
    "corrects": "corrects",
}  # fmt: skip


def print_claim(
    claim: Claim,
    documents: Mapping[str, DocumentRow],
    statements: Mapping[str, Statement],
    derivations: Sequence[Derivation],
    console: Console | None = None,
    *,
    number: bool = False,
) -> None:
    """Prints everything about one claim: origins and denials first, then what they amount to, then statements
    and proposals. `number`: the probability, too.
    """
    target = console or make_console()
    width = min(WIDEST, target.width)
    for part in _parts(claim, documents, statements, derivations, number):
        target.print(part, width=width)


def _parts(
    claim: Claim,
    documents: Mapping[str, DocumentRow],
    statements: Mapping[str, Statement],
    derivations: Sequence[Derivation],
    number: bool,
) -> Iterator[RenderableType]:
    yield line(claim.gist, "bold")
    status = line(claim.status, COLOURS[claim.status])
    yield status.append(f": {standing(claim)}", style="not bold default")
    yield line(f"{support(claim, documents, derivations)} {denial(claim)}")
    yield line(" · ".join(part for part in (tally(claim), span(claim)) if part))
    yield line(f"{claim.id}" + (f" · as of {claim.as_of}" if claim.as_of else ""), "dim")
    for notice in claim.notices:
        yield line(f"! {notice}", "yellow")
    yield from _side("Origins", claim.origins, documents, derivations)
    yield from _side("Origins of the denial", claim.origins_against, documents, derivations)
    if claim.assessment:
        yield from _assessed(claim.assessment, claim.statements, number)
    if claim.values:
        yield from _values(claim)
    yield from _heading("Statement by statement")
    for member in in_order(claim.statements):
        yield _entry(member, statements.get(member.id))
    if claim.proposals:
        yield from _heading("Perhaps the same, for you to decide (not counted)")
        for member in claim.proposals[:MOST_PROPOSALS]:
            yield _entry(member, statements.get(member.id))
        more = len(claim.proposals) - MOST_PROPOSALS
        if more > 0:
            yield line(f"  and {more} more; `--json` has them all", "dim")


def _assessed(found: Assessment, members: Sequence[Member], number: bool) -> Iterator[RenderableType]:
    """Lines of evidence, what is left without each origin, then the words: in this order."""
    yield from _heading("Lines of evidence, in decibans: 3 are about twice the odds, 10 ten times")
    yield evidence(found, {member.id: member for member in members})
    if found.without:
        yield from _heading("Without each origin")
        yield from without(found, number)
    yield from _heading("In words")
    yield from words(found, number)


def _heading(title: str) -> Iterator[RenderableType]:
    yield line("")
    yield line(title, "bold underline")


def _side(
    title: str, found: Origins, documents: Mapping[str, DocumentRow], derivations: Sequence[Derivation]
) -> Iterator[RenderableType]:
    if not found.groups:
        return
    yield from _heading(title)
    if range := spoken(found):
        yield line(f"{range}.", "dim")
    for group in found.groups:
        yield _tree(group, uncounted(group, found), documents, derivations)


def _tree(
    group: OriginGroup, counted: str, documents: Mapping[str, DocumentRow], derivations: Sequence[Derivation]
) -> RenderableType:
    """The root with its reason, under it the documents that have it, each under whom it had it from."""
    from rich.tree import Tree

    tree = Tree(line(root(group), "bold"), guide_style="dim")
    tree.add(line(f"{group.why} {counted}".strip(), "italic"))
    parent = parents(group, derivations)
    depth = depths(group, parent)
    branches: dict[str, Tree] = {}
    for document in sorted(group.documents, key=lambda d: (depth[d], _when(documents.get(d)), d)):
        edge = parent.get(document)
        above = branches.get(edge.of) if edge and edge.of else None
        branches[document] = (above or tree).add(_leaf(document, documents.get(document), edge))
    return tree


def parents(group: OriginGroup, derivations: Sequence[Derivation]) -> dict[str, Derivation]:
    """For each document of a group the surest edge to whom it had it from; none makes a circle."""
    inside = set(group.documents)
    found: dict[str, Derivation] = {}
    for edge in sorted(derivations, key=lambda d: (d.of not in inside, -d.p, d.id)):
        if edge.document not in inside or edge.document in found or edge.kind == "corrects":
            continue
        if edge.of is None or (edge.of in inside and not _circle(edge, found)):
            found[edge.document] = edge
    return found


def _circle(edge: Derivation, found: Mapping[str, Derivation]) -> bool:
    at: str | None = edge.of
    while at is not None:
        if at == edge.document:
            return True
        above = found.get(at)
        at = above.of if above else None
    return False


def depths(group: OriginGroup, parent: Mapping[str, Derivation]) -> dict[str, int]:
    """How many documents of a group stand between each and the root, by document; `parent` as `parents`."""
    found: dict[str, int] = {}
    for document in group.documents:
        way, at = [], document
        while at not in found and (edge := parent.get(at)) is not None and edge.of is not None:
            way.append(at)
            at = edge.of
        depth = found.setdefault(at, 0)
        for number, one in enumerate(reversed(way), start=1):
            found[one] = depth + number
    return found


def _when(row: DocumentRow | None) -> str:
    return (row.published if row else None) or "9999"


def _leaf(document: str, row: DocumentRow | None, edge: Derivation | None) -> RenderableType:
    words = line((row.publisher if row else None) or "publisher unknown")
    words.append(f"  {(row.published if row else None) or 'no date'}", style="dim")
    if edge:
        copied = edge.kind == "copies" and edge.share is not None
        share = f", {edge.share:.0%} of its words" if copied else ""
        reported = " (reported only)" if edge.reported_only else ""
        words.append_text(line(f"  {HAD_IT[edge.kind]} {edge.outlet}{share}{reported}", "italic"))
    title = row.title if row else None
    words.append_text(line(f"  {title or (row.input if row else document)}", "dim"))
    return words


def _values(claim: Claim) -> Iterator[RenderableType]:
    yield from _heading("Values")
    yield from value_lines(claim, amount)


def amount(value: Quantity) -> str:
    """A quantity in words: "5,000 doses", "at least 40", "from 2 to 3", "at most 10".

    >>> amount(Quantity(low=40))
    'at least 40'
    """
    low, high = (None if end is None else f"{end:,.10g}" for end in (value.low, value.high))
    if low == high:
        number = low or "some"
    elif low and high:
        number = f"from {low} to {high}"
    else:
        number = f"at least {low}" if low else f"at most {high}"
    return f"{number} {value.unit}".strip()


def _entry(member: Member, statement: Statement | None) -> RenderableType:
    from rich.console import Group as Lines
    from rich.table import Table

    parts = [STANCE[member.stance], SCOPE[member.scope]]
    stance = " ".join(part for part in parts if part)
    head = line(f"{member.published or 'no date'}  {member.publisher or 'publisher unknown'}", "bold")
    head.append(f"  {stance}", style="red" if member.stance == "denies" else "default not bold")
    head.append_text(line(f"  {short_id(member.id)}", "not bold dim"))
    rows: list[RenderableType] = [head]
    if statement:
        chain = ARROW.join(part or "unknown" for part in statement.chain)
        rows.append(line(statement.content.text or "(no words given)"))
        rows.append(line(f"{chain}  ({BY_HAND})" if statement.corrected_by else chain, "dim"))
    if member.why:
        rows.append(line(" ".join(member.why), "italic dim"))
    table = Table.grid(padding=(0, 1))
    table.add_column(width=1)
    table.add_column(overflow="fold")
    table.add_row("", Lines(*rows))
    return table
