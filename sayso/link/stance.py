"""Where each proposition of a claim stands: supports, denies, updates or comments, and to which extent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.link.claims import Cluster, Joined
from sayso.link.compare import updates
from sayso.link.mark import Mark
from sayso.link.polarity import count
from sayso.link.view import view_of
from sayso.model import Member, Scope, Stance

SHARED = 0.3  # of the fewer content words: with less in common a negative is of something else
COMMENTS = frozenset({"decline", "unconfirmed", "ask", "demand"})
AHEAD = frozenset({"promise", "forecast"})


def stances(cluster: Cluster) -> tuple[Member, ...]:
    """The members of a claim with their stances, in the cluster's order."""
    return tuple(_member(joined, cluster.gist) for joined in cluster.members)


def proposals_of(cluster: Cluster, members: Sequence[Member] = ()) -> tuple[Member, ...]:
    """What may belong to a claim, the likeliest first, with the stance that it has by what it is nearest to.

    Its reasons, and its stance, are about the one member that it was compared with: what says the same as a
    denial denies. `members`: those of the claim as people placed them; without them, as they stand.
    """
    held = {member.proposition: member.stance for member in members or stances(cluster)}
    return tuple(_proposal(joined, cluster.gist, held) for joined in cluster.proposals)


def _proposal(joined: Joined, gist: Mark, held: Mapping[str, Stance]) -> Member:
    near, mark = joined.near or gist, joined.mark
    stance, scope, why = _through(mark, near, gist, held.get(near.proposition, "supports"))
    by = ", ".join(part for part in (near.publisher, near.published) if part)
    compared = f"Compared with “{near.text}”{f' ({by})' if by else ''}."
    return Member(
        id=mark.statement, proposition=mark.proposition, document=mark.document, publisher=mark.publisher,
        published=mark.published, stance=stance, scope=scope, p=joined.p, why=(compared, *joined.why, why),
        compared=near.proposition,
    )  # fmt: skip


def _through(mark: Mark, near: Mark, gist: Mark, held: Stance) -> tuple[Stance, Scope, str]:
    """Stance, scope and why of what was compared with a member whose stance is `held`."""
    stance, scope, why = stance_of(mark, near)
    if stance == "comments" or held == "supports":
        return stance, scope, why
    if held == "comments":
        stance, scope, why = stance_of(mark, gist)
        return stance, scope, f"Beside “{gist.text}”: {why}"
    if held == "denies":
        turned: Stance = "supports" if stance == "denies" else "denies"
        return turned, scope, f"{why} What it is compared with denies the claim."
    return (held if stance == "supports" else stance), scope, f"{why} What it is compared with revises it."


def _member(joined: Joined, gist: Mark) -> Member:
    mark = joined.mark
    stance, scope, why = stance_of(mark, gist)
    is_gist = mark.proposition == gist.proposition
    return Member(
        id=mark.statement, proposition=mark.proposition, document=mark.document, publisher=mark.publisher,
        published=mark.published, stance=stance, scope=scope, p=joined.p,
        why=() if is_gist else (*joined.why, why),
    )  # fmt: skip


def stance_of(mark: Mark, gist: Mark) -> tuple[Stance, Scope, str]:
    """Stance and scope of a proposition towards the gist of its claim, and why, in one sentence.

    A doubt denies; a question, "could not confirm" and "no comment" comment (SDQC: deny, query, comment),
    also where one of them gives the gist. That a promise has not come true is no denial that it was made, and
    no support.
    What the gist negates is denied by what affirms it.
    """
    scope: Scope = "part" if mark.partial or _special(mark, gist) else "all"
    if mark.act in COMMENTS:
        return "comments", scope, "It neither says that it is so nor that it is not."
    if mark.question or mark.certainty == "U":
        return "comments", scope, "It leaves open whether it is so."
    if mark.proposition == gist.proposition:
        return "supports", "all", ""
    if mark.negated != gist.negated and _came_to_nothing(mark, gist):
        return "comments", scope, "It says later that what was foreseen has not come."
    if mark.negated != gist.negated and not _says_otherwise(mark, gist):
        return "denies", scope, "It says that it is not so." if not gist.negated else "It says that it is so."
    if (mark.published or "") > (gist.published or "") and _may_update(mark, gist):
        return "updates", scope, "It gives a later or revised figure or day."
    if mark.negated != gist.negated:
        return (
            "supports",
            scope,
            "One of the two is put in the negative, of other words: not taken as a denial.",
        )
    return "supports", scope, "It says the same."


def _came_to_nothing(mark: Mark, gist: Mark) -> bool:
    """Whether what was promised or foreseen is said, later, not to have come: that denies nobody's words."""
    later = (mark.published or "") > (gist.published or "")
    return later and gist.act in AHEAD and mark.act not in {*AHEAD, "deny"}


def _says_otherwise(mark: Mark, gist: Mark) -> bool:
    """Whether a "not" or "without" is of other words than the other side has: no denial of what that says.

    "Without pay for weeks" and "owed six weeks of wages" are one thing said twice. Who denies, refutes or
    only points is always taken at his word.
    """
    if "deny" in (mark.act, gist.act) or mark.target is not None or gist.target is not None:
        return False
    if any(count(text, "refutations") for text in (mark.text, gist.text)):
        return False
    one, other = set(mark.stems), set(gist.stems)
    return len(one & other) < SHARED * min(len(one), len(other))


def _may_update(mark: Mark, gist: Mark) -> bool:
    """Whether it gives another amount or day; looked at only where both give one at all."""
    both = (mark.amounts and gist.amounts) or (any(mark.days) and any(gist.days))
    return bool(both) and updates(view_of(mark), view_of(gist))


def _special(mark: Mark, gist: Mark) -> bool:
    """Whether a denial is of less than the gist says: denying the special leaves the general standing."""
    if mark.negated == gist.negated or mark.target is not None:
        return False
    extra = set(mark.stems) - set(gist.stems)
    return bool(gist.stems) and set(gist.stems) <= set(mark.stems) and len(extra) >= 2


def denied(members: Sequence[Member]) -> bool:
    """Whether any of them denies."""
    return any(member.stance == "denies" for member in members)
