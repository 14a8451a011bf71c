"""Lists judgements with what became of them: which stand, which a later one overruled, which are orphaned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.errors import UsageError
from sayso.model import Claim, Judged, Judgement, JudgementStanding, Matter, VerdictState
from sayso.pipeline.claiming import claims_among
from sayso.pipeline.decided_values import unclear
from sayso.pipeline.decisions import Decisions, decisions_of, missing, overruled_origins
from sayso.pipeline.judged_then import judgements_on
from sayso.pipeline.judging import judgement_meant
from sayso.store.store import Store

GONE = "what it is about is not in this ledger"
NOW_REVOKED = "{by}, {day}: {why}"
OVERRULED = "{later} says otherwise"
MERGED = "made before the claim was merged with others; judge again what is one claim now"
OTHER = "made on words that the claim no longer says"
_STANDING: dict[VerdictState, tuple[JudgementStanding, str]] = {
    "before-merge": ("before-merge", MERGED),
    "other-words": ("other-words", OTHER),
    "overruled": ("overruled", "a later judgement on the same says otherwise"),
}
Became = tuple[JudgementStanding, str]


def judgement_rows(
    store: Store, *, what: Iterable[Matter] | None = None, standing: JudgementStanding | None = None,
    as_of: str | None = None,
) -> list[Judged]:  # fmt: skip
    """All judgements in the order of their making, those of some matters or standings only where asked.

    `as_of` (an ISO day): those made by that day, on what was there, with what had become of them by then.
    """
    every = judgements_on(store, as_of)
    wanted = None if what is None else frozenset(what)
    found = [one for one in every if wanted is None or one.what in wanted]
    board = _board(store, found, every, as_of)
    rows = (board.row(judgement) for judgement in found)
    return [row for row in rows if standing is None or row.standing == standing]


def judgement_row(store: Store, id: str, *, as_of: str | None = None) -> Judged:
    """One judgement with what became of it, by its id or its beginning; UsageError for none, or none yet."""
    made = judgement_meant(store, id)
    found = next((row for row in judgement_rows(store, as_of=as_of) if row.judgement.id == made.id), None)
    if found is None:
        raise UsageError(f"nobody had made the judgement {made.id} by {as_of}")
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Board:
    """What is needed to tell what became of each judgement, fetched once."""

    decisions: Decisions
    there: frozenset[str]
    words: Mapping[str, str]
    homes: Mapping[str, tuple[str, ...]]
    states: Mapping[str, VerdictState]
    origins: Mapping[str, str]
    last_kind: Mapping[str, str]

    def row(self, judgement: Judgement) -> Judged:
        standing, note = self._became(judgement)
        about = (self.words[t] for t in judgement.targets if t in self.words)
        homes = (claim for t in judgement.targets for claim in self.homes.get(t, ()))
        return Judged(
            judgement=judgement, standing=standing, note=note, about=tuple(about),
            claims=tuple(dict.fromkeys(homes)) if standing not in {"revoked", "orphaned"} else (),
        )  # fmt: skip

    def _became(self, judgement: Judgement) -> Became:
        taken, id = judgement.revoked, judgement.id
        if taken is not None:
            return "revoked", NOW_REVOKED.format(by=taken.by, day=taken.at[:10], why=taken.why)
        if missing(judgement, self.there):
            return "orphaned", GONE
        unknown = unclear(judgement)
        if unknown:
            return "orphaned", unknown
        later = self.decisions.bonds.overruled.get(id, ())
        later += (self.origins[id],) if id in self.origins else ()
        if judgement.what == "kind" and self.last_kind[judgement.targets[0]] != id:
            later += (self.last_kind[judgement.targets[0]],)
        if later:
            partly = "in part: " if id in self.decisions.bonds.kept else ""
            return "overruled", partly + OVERRULED.format(later=", ".join(later))
        return _STANDING.get(self.states.get(id, "counts"), ("stands", ""))


def things_there(
    store: Store, targets: Iterable[str]
) -> tuple[frozenset[str], dict[str, str], dict[str, str]]:
    """Which targets are there; the document of each statement and proposition; the printed words of each."""
    every = list(dict.fromkeys(targets))
    propositions = store.documents_of(t for t in every if t.startswith("p:"))
    statements = store.statements_by_id(t for t in every if t.startswith("s:"))
    listed = store.documents_listed(t for t in every if t.startswith("d:"))
    names = [t for t in every if t[:2] not in {"p:", "s:", "d:"}]
    named = _named(store) if names else frozenset()
    documents = {**propositions, **{id: s.document for id, s in statements.items()}}
    words = {id: s.content.text for id, s in statements.items()}
    words.update((id, row.title or row.input) for id, row in listed.items())
    words.update((name, name) for name in names)
    words.update(store.words_of(propositions))
    there = frozenset((*propositions, *statements, *listed, *(n for n in names if n in named)))
    return there, documents, words


def _named(store: Store) -> frozenset[str]:
    return frozenset((*(row["name"] for row in store.named_sources()), *store.publishers()))


def _board(
    store: Store, judgements: Sequence[Judgement], every: Sequence[Judgement], as_of: str | None
) -> _Board:
    targets = [target for one in judgements for target in one.targets]
    decisions = decisions_of(store, as_of=as_of, judgements=every)
    there, documents, words = things_there(store, targets)
    homes = _homes(store, there)
    claims = store.claims_by_id(id for ids in homes.values() for id in ids)
    if as_of is not None:
        claims, homes = _then(store, homes, claims.values(), every, as_of)
    kinds = [one for one in judgements if one.what == "kind" and one.stands and not unclear(one)]
    return _Board(
        decisions=decisions, there=there, words=words, homes=homes, states=_states(claims.values()),
        origins=overruled_origins(decisions.aimed, documents),
        last_kind={name: one.id for one in kinds for name in one.targets},
    )  # fmt: skip


def _homes(store: Store, things: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The claims that each proposition or statement is in."""
    every = list(things)
    found: dict[str, tuple[str, ...]]
    found = {p: (claim,) for p, claim in store.claims_of(p for p in every if p.startswith("p:")).items()}
    for statement in (s for s in every if s.startswith("s:")):
        inside = store.claims_of(store.propositions_in(statement))
        found[statement] = tuple(sorted(set(inside.values())))
    return found


def _then(
    store: Store, homes: Mapping[str, Sequence[str]], claims: Iterable[Claim], every: Sequence[Judgement],
    as_of: str,
) -> tuple[dict[str, Claim], dict[str, tuple[str, ...]]]:  # fmt: skip
    """The claims as they were on a day, by id, and those that each proposition or statement was in."""
    known = frozenset(row.id for row in store.documents(as_of=as_of))
    decided = decisions_of(store, known=known, as_of=as_of, judgements=every)
    members = [member.proposition for claim in claims for member in claim.statements]
    made = {one.id: one for one in claims_among(store, members, known, as_of, decided)} if members else {}
    inside: dict[str, dict[str, None]] = {}
    for claim in made.values():
        for member in claim.statements:
            for thing in (member.proposition, member.id):
                inside.setdefault(thing, {})[claim.id] = None
    return made, {thing: tuple(inside.get(thing, ())) for thing in homes}


def _states(claims: Iterable[Claim]) -> dict[str, VerdictState]:
    return {verdict.judgement: verdict.state for claim in claims for verdict in claim.verdicts}
