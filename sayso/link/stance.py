"""Where each proposition of a claim stands: supports, denies, updates or comments, and to which extent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from sayso.link.against import Against, against
from sayso.link.claims import Cluster, Joined
from sayso.link.compare import UPDATE_DAYS
from sayso.link.crossed import crossed
from sayso.link.features import amounts_met, meet
from sayso.link.harmless import came_to_nothing
from sayso.link.later import WEEK_DAYS, came_since, changed, days_between, revises
from sayso.link.mark import Mark
from sayso.link.phrases import begins_with, phrases_in
from sayso.link.polarity import is_negated, is_question
from sayso.link.short_of import only_meant
from sayso.link.view import day_of
from sayso.link.words import low_words
from sayso.model import Member, Scope, Stance

COMMENTS = frozenset({"decline", "unconfirmed", "ask", "demand"})
DENYING = frozenset({"deny", "believe"})
SAYING = frozenset({"assert", "believe", "infer", "forecast", "perceive", "promise"})
AHEAD = frozenset({"promise", "forecast"})
SAME = "It says the same."
OTHER_NUMBER = "It gives another number for it."
MORE = "It tells of no more than what came: neither for nor against it."
HARMLESS = "One of the two says only that nothing came of it: neither for nor against it."
SINCE = "It says later that it has come about since."
NOT_YET = "It says that it had not come about yet, and the other that it did later."
UNDONE = "It tells of the time before what the other tells, which takes it for granted."
MEANT = "It tells only that it was tried or meant."
NOT_BEEN = ("not", "been")
FUTURE = frozenset({"will", "would", "shall", "to"})
NO_WORDS = "a denial that has no words of its own"
CHANGED = "It tells later of a change."
SAYING_SO = frozenset({"supports", "updates"})
MONTH_DAYS = 31
BEFORE = "It was denied more than a month before anybody said it: not taken as a denial of this."
OTHER_WORDS = "One of the two is put in the negative, but not of what the other says: not taken as a denial."


def stances(cluster: Cluster) -> tuple[Member, ...]:
    """The members of a claim with their stances, in the cluster's order.

    What was denied more than a month before anybody said it is no denial of it: it answers something earlier.
    """
    found = tuple(_member(joined, cluster.gist) for joined in cluster.members)
    said = [member.published for member in found if member.stance in SAYING_SO and member.published]
    first = min(said, default="")
    return tuple(_too_early(member, first) for member in found)


def tells_of_change(member: Member) -> bool:
    """Whether it tells later that things are otherwise now: no origin for what was before."""
    return member.stance == "updates" and member.why[-1:] == (CHANGED,)


def _too_early(member: Member, first: str) -> Member:
    """The member as a comment, where it denies and was printed long before anybody else said it."""
    printed, earliest = day_of(member.published), day_of(first or None)
    if member.stance != "denies" or printed is None or earliest is None or earliest - printed <= MONTH_DAYS:
        return member
    return msgspec.structs.replace(member, stance="comments", why=(*member.why[:-1], BEFORE))


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
    words = f"“{near.text}”" if near.text else NO_WORDS
    compared = f"Compared with {words}{f' ({by})' if by else ''}."
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

    A doubt denies; a question, "could not confirm", "not known" and "no comment" comment (SDQC: deny, query,
    comment), also where one of them gives the gist. That a promise has not come true is no denial that it was
    made, and no support.
    What the gist negates is denied by what affirms it. What is otherwise more than a week later has changed
    since, and is no denial.
    """
    gist = affirmed(gist)
    scope: Scope = "part" if mark.partial or _special(mark, gist) else "all"
    if open_ := _leaves_open(mark, gist):
        return "comments", scope, open_
    if mark.proposition == gist.proposition and mark.negated == gist.negated:
        return "supports", "all", ""
    if found := crossed(mark, gist):
        return found[0], scope, found[1]
    later = _told_later(mark, gist)
    if later:
        return later[0], scope, later[1]
    speaks = against(mark, gist)
    if speaks and mark.act != "deny":
        moved = _moved(mark, gist, speaks)
        if moved:
            return moved[0], scope, moved[1]
    if speaks and not (speaks.state and changed(mark, gist)):
        of_part = speaks.part or (mark.act == "deny" and _of_another_number(mark, gist))
        return "denies", "part" if of_part else scope, speaks.why
    if revises(mark, gist):
        return "updates", scope, "It gives a later or revised figure or day."
    if changed(mark, gist):
        return "updates", scope, CHANGED
    return "supports", scope, _same(mark, gist)


def _same(mark: Mark, gist: Mark) -> str:
    """Why a proposition that speaks in no way against a gist supports it."""
    if _of_another_number(mark, gist) or _of_one_other(mark, gist):
        return OTHER_NUMBER
    return SAME if mark.negated == gist.negated else OTHER_WORDS


def _told_later(mark: Mark, gist: Mark) -> tuple[Stance, str] | None:
    """What became of something foreseen; None where it does not say that."""
    if mark.negated != gist.negated and _came_to_nothing(mark, gist):
        return "comments", "It says later that what was foreseen has not come."
    return ("updates", "It says later that it will not be then.") if _is_put_off(mark, gist) else None


def _before_a_change(mark: Mark, gist: Mark) -> tuple[Stance, str] | None:
    if days_between(mark, gist) > WEEK_DAYS and changed(gist, mark):
        return "supports", "It tells of the time before the change that the other tells."
    return None


def _moved(mark: Mark, gist: Mark, speaks: Against) -> tuple[Stance, str] | None:
    """The stance of what seems to speak against a gist, but is of another time or of what came of it."""
    if came_since(gist, mark):
        return "updates", SINCE
    if came_since(mark, gist):
        return "comments", NOT_YET
    if moved := _on_another_day(mark, gist) or _before_a_change(mark, gist) or _undone(mark, gist, speaks):
        return moved
    return ("comments", HARMLESS) if came_to_nothing(mark, gist) else None


def _undone(mark: Mark, gist: Mark, speaks: Against) -> tuple[Stance, str] | None:
    """The stance where the later of the two takes the other for granted: "reopened" was shut before."""
    ours, theirs = speaks.words
    after = days_between(gist, mark)
    if after >= UPDATE_DAYS and phrases_in(ours, "undoings"):
        return "updates", CHANGED
    return ("comments", UNDONE) if -after >= UPDATE_DAYS and phrases_in(theirs, "undoings") else None


def _of_another_number(mark: Mark, gist: Mark) -> bool:
    """Whether what is denied is another number than the gist's: "denied that 30 had died", of nine."""
    same, other = amounts_met(mark.amounts, gist.amounts)
    return other and not same


def _of_one_other(mark: Mark, gist: Mark) -> bool:
    """Whether each gives one number and they differ, one of them without a word for what it counts."""
    if not len(mark.amounts) == len(gist.amounts) == 1:
        return False
    (ours,), (theirs,) = mark.amounts, gist.amounts
    return not (ours.unit and theirs.unit) and not meet(ours, theirs)


def _on_another_day(mark: Mark, gist: Mark) -> tuple[Stance, str] | None:
    """The stance of what happened on a day after or before that of the gist, where both give one; else None.

    "Closed on Monday" and "reopened on Tuesday" are a sequence, and no contradiction.
    """
    ours, theirs = mark.days, gist.days
    if not all((*ours, *theirs)) or AHEAD & {mark.act, gist.act}:
        return None
    apart = mark.negated != gist.negated
    if (ours[0] or "") > (theirs[1] or ""):
        return "comments" if apart and mark.negated else "updates", "It tells of a later day."
    if (ours[1] or "") < (theirs[0] or ""):
        return "comments" if apart else "supports", "It tells of an earlier day."
    return None


def affirmed(gist: Mark) -> Mark:
    """A gist as its words are printed: who denies "that he fled" prints what he denies.

    Who denies "that he had not fled" prints a "not".
    """
    printed = is_negated(gist.text)
    outside = gist.act in DENYING and gist.negated and not printed
    undone = gist.act == "deny" and gist.target is None and not gist.negated and printed
    return (
        msgspec.structs.replace(gist, act="assert", negated=printed, certainty="CT")
        if outside or undone
        else gist
    )


def _of_no_more(mark: Mark) -> bool:
    """Whether it says that nothing more came: "no further ship has docked" takes the first for granted."""
    return mark.target is None and bool(phrases_in(mark.text, "presupposing"))


def _leaves_open(mark: Mark, gist: Mark) -> str:
    """Why a proposition takes no side; "" where it takes one.

    A demand takes none on what is demanded, but says itself what a claim of demanding says.
    """
    if mark.act == "demand" == gist.act:
        return ""
    if begins_with(mark.text, "suppositions") and not begins_with(gist.text, "suppositions"):
        return "It only supposes that it is so."
    if mark.act in COMMENTS:
        return "It neither says that it is so nor that it is not."
    if _is_open(mark):
        return "It leaves open whether it is so."
    if mark.act != "deny" and mark.target is None and _is_not_known(mark, gist):
        return "It says that this is not known or not settled."
    if only_meant(mark, gist) or _is_threat(mark, gist):
        return MEANT
    return MORE if _of_no_more(mark) != _of_no_more(gist) else ""


def _is_threat(mark: Mark, gist: Mark) -> bool:
    """Whether it gives what somebody threatens or plans "to" do, and the other tells that it was done."""
    opens = low_words(mark.text)[:1] == ("to",)
    done = gist.act in SAYING - {"promise", "forecast"} and not _undertakes(gist.text)
    return opens and mark.act == "promise" and done and FUTURE.isdisjoint(low_words(gist.text))


def _is_open(mark: Mark) -> bool:
    """Whether it is a question or left open by its cue, or has no certainty because it asks ("how many").

    A duty or a wish has none either ("it must not be sold"), but whoever says it takes that side.
    """
    if not (mark.question or mark.certainty == "U"):
        return False
    if mark.certainty != "U" or is_question(mark.text):
        return True
    says = mark.target is None and mark.act in SAYING
    return not says or begins_with(mark.text, "questions")


def _is_not_known(mark: Mark, gist: Mark) -> bool:
    """Whether it says that something is not settled, or that nobody has heard of what the other tells."""
    unheard = phrases_in(mark.text, "unheard") or (
        mark.act == "believe" and begins_with(mark.text, "unknowing")
    )
    return (bool(unheard) and not gist.negated) or _is_unsettled(mark.text, gist.text)


def _is_unsettled(text: str, gist: str) -> bool:
    """Whether a text says that something is not known; not where the gist is of just that.

    "Has not been released" takes a side where the other says that he was, and where both say that he was not,
    unless it is a figure or a name that was not.
    """
    if begins_with(text, "wonderings"):
        return True
    found = phrases_in(text, "unsettled")
    if any(low_words(phrase)[:2] != NOT_BEEN for phrase in found):
        return True
    told, known = set(low_words(gist)), bool(phrases_in(gist, "unsettled"))
    of_gist = all(low_words(phrase)[-1] in told for phrase in found)
    return bool(found) and not (of_gist and not (known and phrases_in(text, "things_to_know")))


def _came_to_nothing(mark: Mark, gist: Mark) -> bool:
    """Whether what was promised or foreseen is said, later, not to have come: that denies nobody's words."""
    later = (mark.published or "") > (gist.published or "")
    ahead = gist.act in AHEAD or _undertakes(gist.text)
    return later and ahead and mark.act not in {*AHEAD, "deny"} and mark.certainty == "CT"


def _undertakes(text: str) -> bool:
    """Whether it tells of an undertaking, and not only of what was once promised to somebody."""
    return len(phrases_in(text, "undertakings")) > len(phrases_in(text, "once_promised"))


def _is_put_off(mark: Mark, gist: Mark) -> bool:
    """Whether it says, later, that what was foreseen will not be on the day that was given for it."""
    both = gist.act in AHEAD and mark.act in AHEAD and not gist.negated
    if not (both and mark.negated and all(mark.days) and any(gist.days)) or days_between(gist, mark) <= 0:
        return False
    begins, ends = gist.days[0] or gist.days[1] or "", gist.days[1] or gist.days[0] or ""
    return (mark.days[0] or "") <= ends and begins <= (mark.days[1] or "")


def _special(mark: Mark, gist: Mark) -> bool:
    """Whether a denial is of less than the gist says: denying the special leaves the general standing."""
    if mark.negated == gist.negated or mark.target is not None:
        return False
    extra = set(mark.stems) - set(gist.stems)
    return bool(gist.stems) and set(gist.stems) <= set(mark.stems) and len(extra) >= 2


def denied(members: Sequence[Member]) -> bool:
    """Whether any of them denies."""
    return any(member.stance == "denies" for member in members)
