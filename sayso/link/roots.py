"""Where one statement goes back to: as far inward along its chain as names are recorded."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

import msgspec

from sayso.link.lineage import Party, Report
from sayso.link.parties import UNSURE

RootKind = Literal["source", "outlet", "nobody"]


class Root(msgspec.Struct, frozen=True, kw_only=True):
    """The root of one statement. `recorded`: lineage is on record up to it, so that it may count.

    `source`: a named person or body that is no outlet, or an organ of a state. `outlet`: an outlet's own
    say-so, with whatever it had from people who are not named. `nobody`: it says itself that it has the
    matter from others, or infers it.
    """

    kind: RootKind
    party: Party | None = None
    recorded: bool = False

    @property
    def key(self) -> str:
        """What tells this root from another; "" for nobody."""
        return self.party.key if self.party else ""


NOBODY = Root(kind="nobody")


def root_of(report: Report, outlets: Collection[str] = ()) -> Root:
    """The root of a report, failing closed.

    The chain is walked inward. An outlet passes the matter on; a named source stands for it; at the first
    link that nobody could be asked about (an anonymous source, "officials", a pronoun), the walk stops, and
    the root is what was reached before. An anonymous source is an origin only of an outlet that is marked
    to have had it first-hand. Whoever denies what lies inside ("the ministry rejected a report that …") does
    not stand for it, and is passed over. `outlets`: keys of publishers, outlets whatever they look like.
    """
    if report.own_inference:
        return NOBODY
    outlet, source, vague = report.publisher, None, False
    for party in report.chain[report.answered :]:
        if party.outlet or (party.key in outlets and party.kind in UNSURE):
            outlet, source, vague = (outlet, None, True) if party.vague else (party, None, False)
            if party.state:
                source = party
        elif party.named:
            source = party
        else:
            break
    if source is not None:
        return Root(kind="source", party=source, recorded=True)
    if vague:
        return NOBODY
    return _of_outlet(report, outlet)


def _of_outlet(report: Report, outlet: Party) -> Root:
    """An outlet's own say-so; whoever is marked to have had it first-hand is the outlet that counts."""
    if report.first_hand is not None:
        return Root(kind="outlet", party=report.first_hand, recorded=True)
    speaks_for_itself = not report.hearsay and (outlet.state or not outlet.outlet) and not _unnamed(report)
    return Root(kind="outlet", party=outlet, recorded=speaks_for_itself)


def _unnamed(report: Report) -> bool:
    """Whether the innermost source is somebody who is not named."""
    return bool(report.chain) and not report.chain[-1].outlet and not report.chain[-1].named
