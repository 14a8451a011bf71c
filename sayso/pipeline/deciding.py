"""Lets one component's claims follow what people decided of them: members, stances, origins, verdicts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from msgspec.structs import replace

from sayso.link.bonds import Bonds
from sayso.link.by_hand import NO_RULES, OriginRules, status_with, with_evidence
from sayso.link.claims import Cluster
from sayso.link.lineage import Report
from sayso.link.status import FOR
from sayso.model import Claim, HandEvidence, Member, Origins, Stance, Verdict, VerdictState
from sayso.pipeline.decided_words import CLAIM_OUTCOMES, decided_so, notice
from sayso.pipeline.decisions import Aimed, Decisions

STANCES: dict[str, Stance] = {
    "supports": "supports", "denies": "denies", "updates": "updates", "comments": "comments",
}  # fmt: skip


@dataclass(slots=True)
class Deciding:
    """The decisions, beside the component that they are asked about.

    `grouped` gives the propositions of that component by claim, as they would be with other bonds; it is
    asked only of claims that people joined.
    """

    decisions: Decisions
    grouped: Callable[[Bonds], Iterable[Sequence[str]]]
    _groups: dict[int, dict[str, frozenset[str]]] = field(default_factory=dict)

    def group_before(self, order: int, proposition: str) -> frozenset[str]:
        """What would be one claim with a proposition, had nothing been decided from that place on."""
        if order not in self._groups:
            groups = [frozenset(group) for group in self.grouped(self.decisions.bonds_before(order))]
            self._groups[order] = {p: group for group in groups for p in group}
        return self._groups[order].get(proposition, frozenset())

    def members(self, made: Cluster, found: tuple[Member, ...]) -> tuple[Member, ...]:
        """The members as people placed them: those that they brought here, with the stances that they set."""
        if not self._touched(member.proposition for member in found):
            return found
        placed = [self._placed(member, made) for member in found]
        stances = {v.proposition: v for v in self._stances(made, placed)}
        return tuple(self._with_stance(member, stances) for member in placed)

    def _touched(self, propositions: Iterable[str]) -> bool:
        return any(p in self.decisions.by_target for p in propositions)

    def _placed(self, member: Member, made: Cluster) -> Member:
        gist = made.gist.proposition
        joining = self._joining({joined.mark.proposition for joined in made.members})
        if not joining or member.proposition == gist or member.proposition in self.group_before(0, gist):
            return member
        own = [one for one in joining if member.proposition in one.every]
        said = tuple(decided_so(one.judgement.why) for one in (own or joining)[-1:])
        return replace(member, p=1.0, why=(*said, *member.why))

    def _joining(self, inside: Collection[str]) -> list[Aimed]:
        """The judgements that hold some of these together, in order."""
        return [
            one
            for one in self.decisions.on(inside)
            if one.judgement.what in {"same", "stance"}
            and one.judgement.id in self.decisions.bonds.kept
            and sum(p in inside for p in one.every) > 1
        ]

    def _stances(self, made: Cluster, members: Sequence[Member]) -> list[Verdict]:
        """Every stance that was set on a member towards another, the last one for each counting."""
        stance = {member.proposition: member.stance for member in members}
        found: list[Verdict] = []
        for one in self.decisions.on(stance):
            if one.judgement.what != "stance" or len(one.every) < 2 or not stance.keys() >= set(one.every):
                continue
            towards = one.every[1]
            state = self._state(one, towards, made.gist.proposition, stance)
            if one.first == made.gist.proposition:
                state = "other-words"
            elif towards == made.gist.proposition:
                state = "counts"
            found.append(_verdict(one, "stance", one.judgement.value["stance"], one.first, state))
        return _last_counts(found)

    def _state(self, one: Aimed, on: str, gist: str, stance: Mapping[str, Stance]) -> VerdictState:
        """Whether what was decided of the words of `on` is about the claim as it is now."""
        later = any(other.order > one.order for other in self._joining(stance.keys()))
        if later and stance.keys() - self.group_before(one.order + 1, on):
            return "before-merge"
        return "counts" if on == gist or stance[on] in FOR else "other-words"

    def rules(self, members: Sequence[Member]) -> OriginRules:
        """What people decided of the origins of these statements; the later word on a statement counts."""
        of_document: dict[str, list[str]] = {}
        for member in members:
            of_document.setdefault(member.document, []).append(member.id)
        inside = {member.id for member in members}
        decided = self._on_origins(members)
        shared: set[tuple[str, str]] = set()
        own: set[str] = set()
        for one in reversed(decided):
            sides = [
                [s for t in side for s in of_document.get(t, [t]) if s in inside] for side in one.targets
            ]
            if one.judgement.value.get("origin") == "own":
                own |= {s for side in sides for s in side} - {s for pair in shared for s in pair}
            elif len(sides) > 1:
                pairs = {(min(a, b), max(a, b)) for a in sides[0] for b in sides[1] if a != b}
                shared |= {pair for pair in pairs if own.isdisjoint(pair)}
        return OriginRules(shared=tuple(sorted(shared)), own=frozenset(own)) if decided else NO_RULES

    def _on_origins(self, members: Iterable[Member]) -> list[Aimed]:
        things = {thing for member in members for thing in (member.id, member.document)}
        return [one for one in self.decisions.on(things) if one.judgement.what == "origin"]

    def finished(self, claim: Claim, made: Cluster, reports: Mapping[str, Report]) -> Claim:
        """The claim with verdicts, evidence by hand, notices and the ids of the judgements that shaped it."""
        shaping = self._shaping(claim, reports) if self.decisions.aimed else ()
        if not shaping:
            return claim
        gist = made.gist.proposition
        stance = {member.proposition: member.stance for member in claim.statements}
        verdicts = (*self._stances(made, claim.statements), *self._verdicts(stance, gist))
        hand = tuple(_evidence(one, stance) for one in shaping if one.judgement.what == "evidence")
        support = with_evidence(self._told(claim.origins), [e for e in hand if e.stance == "supports"])
        against = with_evidence(self._told(claim.origins_against), [e for e in hand if e.stance == "denies"])
        states = {verdict.judgement: verdict.state for verdict in verdicts}
        overruled = self.decisions.bonds.overruled
        notices = [
            notice(one.judgement, states.get(one.judgement.id), one.judgement.id in overruled)
            for one in shaping
        ]
        told = replace(
            claim, origins=support, origins_against=against,
            status=status_with(claim.status, claim.statements, support, hand) if hand else claim.status,
            notices=(*claim.notices, *notices), judgements=tuple(one.judgement.id for one in shaping),
            verdicts=verdicts, hand=hand,
        )  # fmt: skip
        return with_word(told)

    def _shaping(self, claim: Claim, reports: Mapping[str, Report]) -> tuple[Aimed, ...]:
        """The judgements that are about something of the claim, or were until a later one overruled them."""
        things = {m.proposition for m in claim.statements}
        things |= {thing for m in claim.statements for thing in (m.id, m.document)}
        found = {one.order: one for one in self.decisions.on(things)}
        kinds = {
            id for m in claim.statements if m.id in reports for id in self.decisions.kinds_in(reports[m.id])
        }
        for id in kinds:
            found[self.decisions.order[id]] = self.decisions.aimed[self.decisions.order[id]]
        return tuple(found[order] for order in sorted(found))

    def _verdicts(self, stance: Mapping[str, Stance], gist: str) -> list[Verdict]:
        found: list[Verdict] = []
        for one in self.decisions.on(stance):
            what = one.judgement.what
            if what == "outcome" or what == "word":
                state = self._state(one, one.first, gist, stance)
                found.append(_verdict(one, what, one.judgement.value[what], one.first, state))
        return _last_counts(found)

    def _told(self, origins: Origins) -> Origins:
        """The origins, each with what a person decided of it."""
        groups = []
        for group in origins.groups:
            on = self.decisions.on((*group.statements, *group.documents))
            said = [decided_so(one.judgement.why) for one in on if one.judgement.what == "origin"]
            groups.append(replace(group, why=" ".join((group.why, *said))) if said else group)
        return replace(origins, groups=tuple(groups))

    def _with_stance(self, member: Member, stances: Mapping[str, Verdict]) -> Member:
        verdict = stances.get(member.proposition)
        if verdict is None or verdict.state != "counts":
            return member
        return replace(member, stance=STANCES[verdict.value], p=1.0, why=(decided_so(verdict.why),))


def _verdict(
    one: Aimed, what: Literal["outcome", "word", "stance"], value: str, on: str, state: VerdictState
) -> Verdict:
    made = one.judgement
    return Verdict(
        judgement=made.id,
        what=what,
        value=value,
        proposition=on,
        by=made.by,
        at=made.at,
        why=made.why,
        state=state,
    )


def _last_counts(found: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts in order; of those that count on one thing all but the last are overruled."""
    last = {_thing(verdict): verdict.judgement for verdict in found if verdict.state == "counts"}
    return [
        replace(verdict, state="overruled")
        if verdict.state == "counts" and last[_thing(verdict)] != verdict.judgement
        else verdict
        for verdict in found
    ]


def _thing(verdict: Verdict) -> tuple[str, str]:
    """What a verdict is about: a word is the claim's, a stance a proposition's; see `OUTCOMES`."""
    if verdict.what == "stance":
        return ("stance", verdict.proposition)
    claims = verdict.what == "outcome" and verdict.value in CLAIM_OUTCOMES
    return (verdict.what, "claim" if claims or verdict.what == "word" else verdict.proposition)


def _evidence(one: Aimed, stance: Mapping[str, Stance]) -> HandEvidence:
    """Evidence on the claim: it goes with the words that it was given for, and turns with their stance."""
    made = one.judgement
    turned = stance.get(one.first) == "denies"
    said = made.value["stance"]
    return HandEvidence(
        id=made.id, kind=made.value["kind"], reference=made.value["reference"],
        stance="denies" if (said == "denies") != turned else "supports", strength=made.value["strength"],
        text=made.value["text"], by=made.by, at=made.at,
    )  # fmt: skip


def with_word(claim: Claim) -> Claim:
    """The claim, with the word that a person set in its assessment, as theirs; itself where there is none.

    To be called once a claim has both its verdicts and its assessment.
    """
    word = next((v for v in claim.verdicts if v.what == "word" and v.state == "counts"), None)
    if claim.assessment is None or word is None:
        return claim
    return replace(claim, assessment=replace(claim.assessment, word=word.value, word_by=word.by))
