"""Makes the case of a claim: what weighing sees of it, from the rows of the ledger."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.assess.case import Case, ClaimClass, FirstHand, Side, Specific, Voice
from sayso.link.joining import join_parties
from sayso.link.lineage import Party, Report
from sayso.link.mark import Mark
from sayso.link.names import name_key
from sayso.link.origins import P_CAUTIOUS, P_COUNTED, WHOLE
from sayso.link.roots import Root, root_of
from sayso.link.status import FOR
from sayso.model import Certainty, Claim, Derivation, Member, OriginGroup, Statement, covers
from sayso.model.source import SourceKind

STATES: frozenset[SourceKind] = frozenset({"government", "official", "state_media"})
WEAKEST: tuple[Certainty, ...] = ("U", "PS", "PR", "CT")
EXPECTING = frozenset({"promise", "forecast"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """What is known of a claim's members: reports and statements by statement, marks by proposition, edges.

    `statements` holds those around the members' statements, too. `withdrawn`: documents that were taken back.
    """

    reports: Mapping[str, Report]
    statements: Mapping[str, Statement]
    marks: Mapping[str, Mark]
    edges: Sequence[Derivation]
    withdrawn: Collection[str]


def case_of(claim: Claim, rows: Rows) -> Case:
    """The case of a claim; members whose report is not there are left out, and on the side of support those
    that say that what was foreseen has not come. Evidence by hand is not in it.
    """
    outlets = {r.publisher.key for r in rows.reports.values() if r.publisher.outlet and r.publisher.key}
    roots = {id: root_of(report, outlets) for id, report in rows.reports.items()}
    named = _Named.of(claim, rows)
    joined = join_parties([root.party for root in roots.values() if root.party and root.key], "count")
    keys = {id: joined.top(root.key) if root.key else "" for id, root in roots.items()}
    ahead = _gist(claim, rows)
    stances = {m.id: m for m in claim.statements if m.stance in FOR and not _came_to_nothing(m, ahead, rows)}
    against = {m.id: m for m in claim.statements if m.stance == "denies"}
    return Case(
        claim=claim.id,
        kind=_class(claim, rows),
        support=_sides(claim.origins.groups, stances, rows, roots, keys, named),
        denial=_sides(claim.origins_against.groups, against, rows, roots, keys, named),
    )


def _gist(claim: Claim, rows: Rows) -> Mark | None:
    """The mark of what stands at the head of a claim."""
    gist = next((m for m in claim.statements if not m.why), None)
    return rows.marks.get(gist.proposition) if gist else None


def _came_to_nothing(member: Member, gist: Mark | None, rows: Rows) -> bool:
    """Whether a member updates what was promised or foreseen by saying that it has not come: it is of the
    matter, and no support.
    """
    mark = rows.marks.get(member.proposition)
    if member.stance != "updates" or mark is None or gist is None:
        return False
    return gist.act in EXPECTING and mark.act not in EXPECTING and mark.negated != gist.negated


def _class(claim: Claim, rows: Rows) -> ClaimClass:
    """An expectation where whoever gives the gist promises or foresees it, or it is due; else a report."""
    mark = _gist(claim, rows)
    ahead = mark is not None and (mark.act in EXPECTING or _is_due(mark, rows))
    return "expectation" if ahead else "report"


def _is_due(mark: Mark, rows: Rows) -> bool:
    statement = rows.statements.get(mark.statement)
    parts = statement.propositions if statement else ()
    return any(time.role == "due" for part in parts if part.id == mark.proposition for time in part.times)


def _sides(
    groups: Iterable[OriginGroup],
    members: Mapping[str, Member],
    rows: Rows,
    roots: Mapping[str, Root],
    keys: Mapping[str, str],
    named: _Named,
) -> tuple[Side, ...]:
    found: list[Side] = []
    for group in groups:
        inside = [id for id in group.statements if id in members and id in rows.reports]
        if not inside:
            continue
        lead = _lead(group, inside, roots)
        documents = set(group.documents)
        voices = tuple(_voice(members[id], rows, roots[id], documents, named) for id in inside)
        party = roots[lead].party
        found.append(
            Side(
                origin=group.origin, key=keys[lead] if group.recorded else "", recorded=group.recorded,
                source=party.name if party and group.recorded else "", voices=voices,
                p_own=_p_own(documents, rows.edges),
            )
        )  # fmt: skip
    return tuple(found)


def _lead(group: OriginGroup, inside: Sequence[str], roots: Mapping[str, Root]) -> str:
    """The statement whose root the group is named after; else the first on record, else the first."""

    def fit(id: str) -> tuple[bool, bool]:
        root = roots[id]
        return (not (root.party and root.party.name == group.origin), not root.recorded)

    return min(inside, key=fit)


def _p_own(documents: Collection[str], edges: Iterable[Derivation]) -> float:
    """How sure it is that these documents have it from nobody else: less where weak signs of it are."""
    out = (e for e in edges if e.kind != "corrects" and e.document in documents and e.of not in documents)
    return 1.0 - max((e.p for e in out if e.of and P_CAUTIOUS <= e.p < P_COUNTED), default=0.0)


def _voice(member: Member, rows: Rows, root: Root, group: Collection[str], named: _Named) -> Voice:
    report, mark = rows.reports[member.id], rows.marks.get(member.proposition)
    statement = rows.statements.get(member.id)
    speaker = report.source or report.publisher
    depth, edges = _depth(report, root), _concerning(member, rows.edges)
    handed = {e.of for e in edges if _hands_on(e)} - {member.document}
    return Voice(
        statement=member.id, document=member.document, published=member.published, speaker=speaker.name,
        kind=(root.party or speaker).kind if root.kind == "source" else speaker.kind,
        anonymous=speaker.anonymous, hedge=_hedge(member, report, rows), depth=depth,
        unread=depth > 0 and any(e.reported_only for e in edges),
        first_hand=_first_hand(report, statement), specific=_specific(mark, statement, member),
        inference=report.own_inference, hearsay=report.hearsay or report.vague_outlets,
        derived=not handed.isdisjoint(group),
        withdrawn=member.document in rows.withdrawn,
        interested=member.stance == "denies" and named.has_part(root.party or speaker),
        part=member.scope == "part",
    )  # fmt: skip


def _concerning(member: Member, edges: Iterable[Derivation]) -> list[Derivation]:
    """The edges by which a member was had from somewhere."""
    return [
        e for e in edges
        if e.document == member.document and e.kind != "corrects" and e.statement in {None, member.id}
    ]  # fmt: skip


def _hands_on(edge: Derivation) -> bool:
    """Whether all that an edge concerns was had by it: a citation, a translation, a copy of the whole."""
    return edge.p >= P_COUNTED and (edge.kind != "copies" or edge.share is None or edge.share >= WHOLE)


def _depth(report: Report, root: Root) -> int:
    """How many relays lie between whom a report goes back to and its publisher; 0 where it is nobody's."""
    if root.party is None or root.party.key == report.publisher.key:
        return 0
    at = next((at for at, party in enumerate(report.chain) if party.key == root.party.key), 0)
    return at if root.kind == "source" and not root.party.outlet else at + 1


def _first_hand(report: Report, statement: Statement | None) -> FirstHand:
    if statement is not None and statement.evidentiality == "direct":
        return "direct"
    return report.mark


def _hedge(member: Member, report: Report, rows: Rows) -> Certainty:
    """The most hedged link: the proposition itself, and of the statements around it what holds it."""
    own = rows.marks.get(member.proposition)
    seen: set[str] = {own.certainty} if own else set()
    inner = rows.statements.get(member.id)
    answered = len(report.chain) - report.answered
    while inner and inner.within and answered > 1:
        outer = rows.statements.get(inner.within)
        if outer is None:
            break
        seen |= _around(outer, inner)
        inner, answered = outer, answered - 1
    return next((certainty for certainty in WEAKEST if certainty in seen), "CT")


def _around(outer: Statement, inner: Statement) -> set[str]:
    """The certainties of what holds an inner statement; of all that is said where none holds it."""
    holding = [p for p in outer.propositions if p.spans and covers(p.spans, inner.content.spans[:1])]
    return {p.factuality.rstrip("+-") for p in holding or outer.propositions}


def _specific(mark: Mark | None, statement: Statement | None, member: Member) -> tuple[Specific, ...]:
    if mark is None:
        return ()
    parts = statement.propositions if statement else ()
    dated = any(t.from_ and t.to for p in parts if p.id == member.proposition for t in p.times)
    found: list[Specific] = []
    if mark.amounts:
        found.append("number")
    if mark.names:
        found.append("name")
    if dated or mark.days[0]:
        found.append("day")
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Named:
    """What a claim names: folded name words and bodies, and countries."""

    names: frozenset[str]
    polities: frozenset[str]

    @classmethod
    def of(cls, claim: Claim, rows: Rows) -> _Named:
        """What those who say it name; where nobody does, what those who deny it name."""
        said = [m for m in claim.statements if m.stance in FOR] or list(claim.statements)
        marks = [rows.marks[m.proposition] for m in said if m.proposition in rows.marks]
        return cls(
            frozenset(name for mark in marks for name in mark.names),
            frozenset(place for mark in marks for place in mark.polities),
        )

    def has_part(self, party: Party) -> bool:
        """Whether a party would deny it either way: it is named in it, or an organ of a state that is not
        known to be another than the claim is about.
        """
        if party.entry and f"@{party.entry}" in self.names:
            return True
        words = {name_key(word) for word in party.name.split() if word[:1].isupper()}
        initials = "".join(word[0] for word in party.name.split() if word[:1].isupper()).lower()
        if (words and words <= self.names) or (len(initials) > 1 and initials in self.names):
            return True
        if party.state or party.kind in STATES:
            return not (party.country and self.polities and party.country not in self.polities)
        return any(name_key(word.capitalize()) in self.names for word in party.bodies)
