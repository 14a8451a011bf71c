"""What a person decides about origins: two statements share one, one has its own, there is one more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from sayso.link.joining import Joined
from sayso.link.lineage import Testimony
from sayso.link.roots import Root
from sayso.model import ClaimStatus, HandEvidence, Member, OriginGroup, Origins


class OriginRules(msgspec.Struct, frozen=True, kw_only=True):
    """Decisions on the statements of one claim. `shared`: pairs that go back to one origin, whatever is
    printed. `own`: statements that are an origin of their own, whatever they were derived from.
    """

    shared: tuple[tuple[str, str], ...] = ()
    own: frozenset[str] = frozenset()

    def key(self, statement: str, key: str) -> str:
        """What tells the root of a statement from another: of one of its own, nobody else's."""
        return f"own {statement}" if statement in self.own else key

    def root(self, testimony: Testimony, root: Root) -> Root:
        """The root of a testimony; of one with an origin of its own who says it, else who published it."""
        if testimony.report.statement not in self.own:
            return root
        return Root(kind="source", party=root.party or testimony.report.publisher, recorded=True)

    def pairs(self, known: Mapping[str, object]) -> list[tuple[str, str]]:
        """The pairs of `shared` that are both known."""
        return [(a, b) for a, b in self.shared if a in known and b in known]


NO_RULES = OriginRules()


def share(
    rules: OriginRules, sinks: Mapping[str, frozenset[str]], keys: Mapping[str, str], joined: Joined
) -> None:
    """Joins the roots in which the two statements of each pair end; `keys` are the keys of roots that count.

    Joining only makes the count of origins fall.
    """
    for pair in rules.pairs(sinks):
        ends = sorted({keys[sink] for one in pair for sink in sinks[one] if keys.get(sink)})
        for end in ends[1:]:
            joined.join(ends[0], end)


def with_shared(rules: OriginRules, ends: Mapping[str, str]) -> dict[str, str]:
    """The ends of all statements; one without an end has that of the one that it shares its origin with."""
    found = dict(ends)
    for a, b in sorted(rules.pairs(ends)):
        found[a], found[b] = found[a] or found[b], found[b] or found[a]
    return found


def with_evidence(found: Origins, evidence: Sequence[HandEvidence]) -> Origins:
    """The origins of a stance with what a person added to it: one origin more for each reference.

    Evidence of one kind and reference is one origin, however often it was added. None: `found` itself.
    """
    groups = _by_reference(evidence)
    more = len(groups)
    if not more:
        return found
    return Origins(
        count=found.count + more, low=found.low + more, high=found.high + more,
        groups=(*found.groups, *(_group(every) for _, every in sorted(groups.items()))),
    )  # fmt: skip


def _by_reference(evidence: Sequence[HandEvidence]) -> dict[tuple[str, str], list[HandEvidence]]:
    groups: dict[tuple[str, str], list[HandEvidence]] = {}
    for one in evidence:
        groups.setdefault((one.kind, " ".join(one.reference.lower().split())), []).append(one)
    return groups


WORDS = {
    "satellite": "satellite image", "customs": "customs table", "document": "document",
    "interview": "interview", "other": "evidence",
}  # fmt: skip


def _group(every: Sequence[HandEvidence]) -> OriginGroup:
    first = every[0]
    said = " ".join(dict.fromkeys(one.text for one in every))
    by = " and ".join(dict.fromkeys(one.by for one in every))
    return OriginGroup(
        origin=f"{first.reference} ({WORDS[first.kind]}, added by hand)", documents=(),
        why=f"{by} added it, {first.strength}: {said}",
    )  # fmt: skip


def status_with(
    status: ClaimStatus, members: Sequence[Member], origins: Origins, evidence: Sequence[HandEvidence]
) -> ClaimStatus:
    """How a claim stands with what a person added; `origins` are those of support, evidence included.

    Evidence is no hearsay and nobody took it back: with some in support a claim that was unconfirmed or
    withdrawn stands on that alone. Evidence against contests what is said.
    """
    support = [one for one in evidence if one.stance == "supports"]
    against = len(support) < len(evidence)
    denied = against or any(member.stance == "denies" for member in members)
    said = any(member.stance in {"supports", "updates"} for member in members)
    if support:
        stands_alone = status in {"unconfirmed", "withdrawn", "denied"}
        low = len(_by_reference(support)) if stands_alone else origins.low
        return "contested" if denied else "corroborated" if low >= 2 else "single-origin"
    if against and status in {"corroborated", "single-origin"}:
        return "contested"
    return "denied" if against and not said else status
