"""How many independent origins a stance has: the roots of who had it from whom, failing closed.

Independence can be refuted, never proven. A copy weighs nothing; an outlet, all outlets of one owner, a
body and those who speak for it count once; what has no recorded lineage adds nothing where a recorded
origin stands, and one in all where none does. Counting only testimonies that derive from no other makes the
count fall, never rise, with each derivation that is found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from sayso.link.by_hand import NO_RULES, OriginRules, share, with_shared
from sayso.link.joining import Joined, Level, join_parties
from sayso.link.lineage import Party, Testimony
from sayso.link.outlets import key_of, same_name
from sayso.link.reasons import UNRECORDED, why
from sayso.link.roots import Root, root_of
from sayso.link.rounds import Edges, sinks_of
from sayso.link.voices import one_voice
from sayso.model import Derivation, OriginGroup, Origins

P_COUNTED = 0.5
P_CAUTIOUS = 0.2
WHOLE = 0.8  # the share of a text from which all of it is taken to be copied


def origins_of(
    testimonies: Iterable[Testimony], derivations: Iterable[Derivation] = (), rules: OriginRules = NO_RULES
) -> Origins:
    """The origins of one stance of one claim; all 0 for no testimonies. Order does not matter.

    `count` joins derivations of p >= .5, `low` those of p >= .2 and whatever may speak for one state,
    `high` counts what has no recorded lineage apart for each owner. `low <= count <= high`, and at least 1.
    `rules` are a person's: a statement of an origin of its own adds at most one, a shared origin never any.
    """
    members = sorted(
        {t.report.statement: t for t in sorted(testimonies, key=repr)}.values(), key=lambda t: t.order
    )
    if not members:
        return Origins()
    edges = tuple(sorted(set(derivations), key=lambda d: d.id))
    edges = _without_answered(edges)
    counted = _counted(members, edges, "count", rules)
    count = max(1, len(counted.recorded))
    low = min(count, max(1, len(_counted(members, edges, "low", rules).recorded)))
    high = max(count, len(_counted(members, edges, "high", rules).roots))
    return Origins(count=count, low=low, high=high, groups=_groups(members, edges, counted, rules))


def _without_answered(derivations: Sequence[Derivation]) -> tuple[Derivation, ...]:
    """The derivations without credits to a text not read, where that text has been found for the document."""
    found: dict[str, list[str]] = defaultdict(list)
    for derivation in (d for d in derivations if d.of and d.kind in {"copies", "translates"}):
        found[derivation.document].append(key_of(derivation.outlet))
    return tuple(
        d
        for d in derivations
        if d.of or d.kind == "cites" or not any(same_name(key, key_of(d.outlet)) for key in found[d.document])
    )


class Counted(msgspec.Struct, frozen=True):
    """The set that each testimony ends in ("" is nobody's), all sets, those on record, those that count,
    and the unnamed voices that may be another's.
    """

    ends: Mapping[str, str]
    roots: frozenset[str]
    recorded: frozenset[str]
    sinks: frozenset[str]
    voices: frozenset[str]


def _counted(
    members: Sequence[Testimony], derivations: Sequence[Derivation], level: Level, rules: OriginRules
) -> Counted:
    by_statement = {t.report.statement: t for t in members}
    outlets = outlets_of(members)
    roots = {id: root_of(t.report, outlets) for id, t in by_statement.items()}
    floor = P_CAUTIOUS if level == "low" else P_COUNTED
    edges, foreign = _edges(members, roots, [d for d in derivations if d.p >= floor])
    parties = [root.party for root in roots.values() if root.party] + [
        p for each in foreign.values() for p in each
    ]
    joined = join_parties(parties, level)
    for id, texts in foreign.items():
        for outlet in texts:
            joined.join(roots[id].key, outlet.key)
    edges = {id: to for id, to in edges.items() if id not in rules.own}
    voices, alike = ({}, []) if level == "high" else one_voice(members, roots, edges, rules.own)
    told, edges = sinks_of(roots, edges), edges | {id: (to,) for id, to in voices.items()}
    for pair in alike:
        joined.join_all(roots[id].key for id in pair)
    keys = {
        id: rules.key(id, root.key) for id, root in roots.items() if root.kind != "nobody" or id in rules.own
    }
    ends_in = sinks_of(roots, edges)
    share(rules, ends_in, keys, joined)
    sinks = [id for id in keys if not edges.get(id)]
    themselves = {joined.top(root.key) for root in roots.values() if root.kind == "source"}
    tops = {id: joined.top(keys[id]) for id in sinks}
    return Counted(
        ends=with_shared(
            rules, _ends(told, {id: key for id, key in keys.items() if id not in voices}, joined)
        ),
        roots=frozenset(tops.values()),
        recorded=frozenset(
            top for id, top in tops.items() if roots[id].recorded or top in themselves or id in rules.own
        ),
        sinks=frozenset(sinks),
        voices=frozenset(voices),
    )


def _ends(ends_in: Mapping[str, frozenset[str]], keys: Mapping[str, str], joined: Joined) -> dict[str, str]:
    """The set in which each testimony ends; "" where it goes in circles or back to nobody."""
    found: dict[str, str] = {}
    for id, sinks in ends_in.items():
        ends = sorted(joined.top(keys[sink]) for sink in sinks if sink in keys)
        found[id] = ends[0] if ends else ""
    return found


def _edges(
    members: Sequence[Testimony], roots: Mapping[str, Root], derivations: Sequence[Derivation]
) -> tuple[Edges, dict[str, list[Party]]]:
    """From each testimony to the one it was had from, and the outlets of those whose original takes no such
    stance here.

    Only its own outlet's say-so can be another outlet's in truth: a named source stays one, whoever prints
    it.
    """
    in_document: dict[str, list[Testimony]] = defaultdict(list)
    for testimony in members:
        in_document[testimony.document].append(testimony)
    by_document: dict[str, list[Derivation]] = defaultdict(list)
    for derivation in derivations:
        by_document[derivation.document].append(derivation)
    edges: dict[str, list[str]] = defaultdict(list)
    foreign: dict[str, list[Party]] = defaultdict(list)
    for testimony in members:
        id = testimony.report.statement
        edges[id] += [t.report.statement for t in in_document[testimony.document] if _is_shell(testimony, t)]
        for derivation in (d for d in by_document[testimony.document] if _concerns(d, testimony)):
            originals = in_document.get(derivation.of or "", [])
            if originals and derivation.of != testimony.document:
                edges[id].append(_matching(roots[id], originals, roots))
            elif derivation.of != testimony.document and roots[id].kind == "outlet":
                foreign[id].append(
                    Party(name=derivation.outlet, key=key_of(derivation.outlet), kind="media", outlet=True)
                )
    return {id: tuple(sorted(set(to))) for id, to in edges.items() if to}, dict(foreign)


def _is_shell(outer: Testimony, inner: Testimony) -> bool:
    """Whether one testimony is only the relay around another of its document ("Radio Vell reported …")."""
    around, within = ([party.key or party.name for party in t.report.chain] for t in (outer, inner))
    shorter = 0 < len(around) < len(within) and within[: len(around)] == around
    return shorter and outer.report.chain[-1].outlet


def outlets_of(members: Iterable[Testimony]) -> frozenset[str]:
    """The keys of those that published one of the testimonies and are outlets."""
    publishers = (t.report.publisher for t in members)
    return frozenset(party.key for party in publishers if party.outlet and party.key)


def _concerns(derivation: Derivation, testimony: Testimony) -> bool:
    """Whether a testimony was had by way of a derivation; corrections hand nothing on."""
    if derivation.document != testimony.document or derivation.kind == "corrects":
        return False
    if derivation.statement is not None:
        return derivation.statement == testimony.report.statement
    whole = derivation.kind == "translates" or derivation.share is None or derivation.share >= WHOLE
    return whole or derivation.of in testimony.copied


def _matching(root: Root, originals: Sequence[Testimony], roots: Mapping[str, Root]) -> str:
    """The original's testimony that fits best: of the same root, else on record, else the first by id."""

    def fit(id: str) -> tuple[bool, bool, str]:
        return (roots[id].key != root.key, not roots[id].recorded, id)

    return min((t.report.statement for t in originals), key=fit)


def _groups(
    members: Sequence[Testimony], derivations: Sequence[Derivation], counted: Counted, rules: OriginRules
) -> tuple[OriginGroup, ...]:
    """The groups, the earliest first; what has no recorded origin last, as one group."""
    by_end: dict[str, list[Testimony]] = defaultdict(list)
    for testimony in members:
        end = counted.ends[testimony.report.statement]
        by_end[end if end in counted.recorded else ""].append(testimony)
    ordered = sorted(by_end.items(), key=lambda row: (row[0] == "", row[1][0].order))
    outlets = outlets_of(members)
    return tuple(_group(end, found, derivations, counted, outlets, rules) for end, found in ordered)


def _group(
    end: str,
    members: Sequence[Testimony],
    derivations: Sequence[Derivation],
    counted: Counted,
    outlets: frozenset[str],
    rules: OriginRules,
) -> OriginGroup:
    roots = [rules.root(t, root_of(t.report, outlets)) for t in members]
    own = [root for t, root in zip(members, roots, strict=True) if t.report.statement in counted.sinks]
    name = _name(bool(end), own or roots)
    return OriginGroup(
        origin=name,
        documents=tuple(dict.fromkeys(t.document for t in members)),
        why=why(name, bool(end), members, own or roots, derivations, counted.voices),
        statements=tuple(t.report.statement for t in members),
        recorded=bool(end),
    )


def _name(recorded: bool, roots: Sequence[Root]) -> str:
    """What a group is called: its root's commonest name; the one outlet's where nothing is on record."""
    names = [root.party.name for root in roots if root.party and root.party.name]
    kept = [root.party.name for root in roots if root.party and root.recorded] if recorded else names
    kept = [name for name in kept if name]
    if not recorded and len({key_of(name) for name in names}) != 1:
        return UNRECORDED
    return min(kept or names or [UNRECORDED], key=lambda name: (-kept.count(name), -len(name), name))
