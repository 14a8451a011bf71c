"""What a telling says of a foretelling: that it came, in part, late, not at all, or was never promised.

Decisive is only a completed event of the same matter ("arrived", "was signed"; FactBank CT+), or an explicit
"did not … by". No word of it at all is no evidence: it never breaks a promise.
"""

from __future__ import annotations

from datetime import date, timedelta

from sayso.assess.promises.foretelling import Foretelling, foretelling_of
from sayso.assess.promises.matter import (
    CAME,
    COVERED,
    SPEAKS_FOR_ITSELF,
    UNDATED,
    Likeness,
    binds_itself,
    likeness,
    same_unit,
)
from sayso.assess.promises.promise_words import WORD, first_match, matters_of, says, table
from sayso.assess.promises.telling import Counted, Telling
from sayso.model.expectation import Outcome, OutcomeKind

GRACE_DAYS = 7  # an undated report of the event so soon after the window still tells of one in it
SHORTEST_STEM, MOST_SHARED = 4, 4
EARLY_DAYS = 31  # what came longer before its window was something else
REPORTING = frozenset({"assert", "perceive"})
SPEECH = frozenset({"speaking", "publishing"})
BODIES = frozenset({"organization", "government", "international_organization", "unspecified"})
WHOLLY = 0.8  # what names no class of doing must return nearly whole: its verb is one of its words
LEAST_DIRECT = 2  # words of its own that must return where it was given up
LINKED = 0.15  # what a proposed link adds to the likeness of words


def outcome_of(
    awaited: Foretelling, told: Telling, language: str = "en", *, linked: bool = False
) -> Outcome | None:
    """What `told` says of what was awaited; None where it decides nothing. `linked`: the two are proposed."""
    same_text = told.document == awaited.telling.document
    if told.day < awaited.telling.day or (same_text and not awaited.recalled):
        return None
    if told.denies:
        return _denied(awaited, told, language, linked)
    if told.hearsay or told.act not in REPORTING or told.factuality not in {"CT+", "CT-"}:
        return None
    if (outcome := _given_up(awaited, told, language)) is not None:
        return outcome
    if not says(told.whole, "completed", language) or foretelling_of(told, language) is not None:
        return _spoken(awaited, told)
    if not _same_doing(awaited, told, language):
        return _spoken(awaited, told)
    alike = likeness(awaited, told)
    if not _is_of_it(awaited, alike, linked):
        return _spoken(awaited, told)
    if told.negated:
        return _against(awaited, told, alike.shared)
    return _came(awaited, told, alike.shared, language)


def may_tell(told: Telling, language: str = "en") -> bool:
    """Whether a telling could be what became of anything: a completed event, a denial, a body quoted."""
    if told.denies:
        return told.act == "promise"
    if told.hearsay or told.act not in REPORTING or told.factuality not in {"CT+", "CT-"}:
        return False
    return any(says(told.whole, name, language) for name in ("completed", "given_up")) or _speaks(told)


def _speaks(told: Telling) -> bool:
    return told.kind in BODIES and not told.anonymous and bool(told.bound)


def _is_of_it(awaited: Foretelling, alike: Likeness, linked: bool) -> bool:
    if not _doing(awaited) and alike.covered < WHOLLY:
        return False
    least = CAME + (0 if awaited.dated else UNDATED) - (LINKED if linked else 0)
    return alike.score >= least and alike.covered >= COVERED and alike.direct > (0 if awaited.dated else 1)


def _same_doing(awaited: Foretelling, told: Telling, language: str) -> bool:
    """Whether both name one class of doing; where the promise names none, two of its words must return."""
    mine = _doing(awaited)
    if mine:
        return bool(mine & matters_of(told.whole, language, done=not told.negated))
    return len({w for w, _ in awaited.telling.words} & {w for w, _ in told.words}) > 1


def _doing(awaited: Foretelling) -> set[str]:
    """The classes of doing that are awaited; with too few own words those of what stood before, too."""
    mine = set(awaited.telling.matters)
    own = sum(weight for _, weight in awaited.telling.words)
    return mine | set(awaited.telling.near_matters) if awaited.points and own < SPEAKS_FOR_ITSELF else mine


def _denied(awaited: Foretelling, told: Telling, language: str, linked: bool) -> Outcome | None:
    """A denial that it was promised; a denial of anything else about it says nothing of the promise."""
    if told.act != "promise" or not binds_itself(awaited.telling, told, language):
        return None
    alike = likeness(awaited, told)
    if alike.score + (LINKED if linked else 0) < CAME:
        return None
    return _outcome("denied", told, f"{told.source or 'The promisor'} denies that this was promised.")


def _given_up(awaited: Foretelling, told: Telling, language: str) -> Outcome | None:
    """That it was cancelled or put off, told by anybody; two of its own words must return, for the doing is
    another one.
    """
    if told.negated or awaited.negative or not says(told.whole, "given_up", language):
        return None
    alike = likeness(awaited, told)
    if alike.score < CAME or alike.covered < COVERED or alike.direct < LEAST_DIRECT:
        return None
    why = f"It is said to have been given up or put off{_about(alike.shared, told)}."
    return _outcome("revised", told, why)


def _against(awaited: Foretelling, told: Telling, shared: tuple[str, ...]) -> Outcome | None:
    """Not done when it was due: told after the window, or of the very day on which it ended."""
    if awaited.last is None or awaited.negative:
        return None
    names_the_day = any(awaited.last in {time.from_, time.to} for time in told.times)
    if told.day <= awaited.last and not names_the_day:
        return None
    return _outcome(
        "against", told, f"It is said not to have happened by {awaited.last}{_about(shared, told)}."
    )


def _came(awaited: Foretelling, told: Telling, shared: tuple[str, ...], language: str) -> Outcome | None:
    day, exact = _happened(told)
    if awaited.negative:
        inside = (awaited.first or "") <= day <= (awaited.last or "9999")
        return _outcome("against", told, f"It happened, on {day}, though it was not to.") if inside else None
    if awaited.telling.day[:10] > day and not awaited.recalled:
        return None
    if awaited.first is not None and day < _shifted(awaited.first, -EARLY_DAYS):
        return None
    delivered, whole = _delivered(awaited.quantity, told, language)
    if awaited.quantity is not None and delivered is None:
        return None
    late = _is_late(awaited.last, day, exact)
    if not whole:
        return _outcome("partly", told, f"Less came than was promised{_about(shared, told)}.", delivered)
    if late:
        return _outcome("late", told, f"It came after {awaited.last}{_about(shared, told)}.", delivered)
    return _outcome(
        "kept", told, f"A completed event of the same matter is reported{_about(shared, told)}.", delivered
    )


def _happened(told: Telling) -> tuple[str, bool]:
    """The day of the event where one is printed (True), else that of publication (False)."""
    days = [time.to or time.from_ for time in told.times if time.role == "event"]
    there = [day for day in days if day and day <= told.day]
    return (min(there), True) if there else (told.day, False)


def _is_late(last: str | None, day: str, exact: bool) -> bool:
    if last is None or day <= last:
        return False
    return day > _shifted(last, 0 if exact else GRACE_DAYS)


def _shifted(day: str, days: int) -> str:
    try:
        return (date.fromisoformat(day[:10]) + timedelta(days=days)).isoformat()
    except (OverflowError, ValueError):
        return day


def _delivered(awaited: Counted | None, told: Telling, language: str) -> tuple[float | None, bool]:
    """How much came, and whether that is all: "2,000 of the 5,000"; an amount of the same unit; neither."""
    out_of = _out_of(told, language)
    if out_of and (awaited is None or awaited.value in {out_of[1], None}):
        return out_of[0], out_of[0] >= out_of[1]
    if awaited is None or awaited.value is None:
        return None, True
    found = [a.value for a in told.amounts if a.value is not None and same_unit(a, awaited)]
    if not found:
        return None, False
    return found[0], found[0] >= awaited.value


def _out_of(told: Telling, language: str) -> tuple[float, float] | None:
    """Part and whole of "2,000 of the 5,000 tonnes" or "the first of three ships"; None for neither."""
    for whole in told.amounts:
        found = first_match(told.whole[: max(0, told.whole.find(whole.text))], "out_of", language)
        if found is None or whole.value is None:
            continue
        words = found[0].lower().split()
        counted = {a.text.lower().split()[-1]: a.value for a in told.amounts if a is not whole}
        known = {**table(language, "ordinals"), **counted}
        part = next((known[word] for word in reversed(words) if known.get(word) is not None), None)
        if part is not None:
            return float(part), whole.value
    return None


def _spoken(awaited: Foretelling, told: Telling) -> Outcome | None:
    """A promised word is kept by a word: who was to report is quoted, in the window, on the matter."""
    doer = {word for word, _ in awaited.telling.words} & told.speaker
    if not (SPEECH & set(awaited.telling.matters)) or not doer or awaited.negative or told.anonymous:
        return None
    first, last = awaited.first or "", awaited.last
    if last is None or not first <= told.day <= last or told.document == awaited.telling.document:
        return None
    mine = {word for word, _ in (*awaited.telling.words, *awaited.telling.topic)} - told.speaker
    if len(mine & {word for word, _ in (*told.topic, *told.words)}) < 2:
        return None
    return _outcome("kept", told, f"{told.source} is quoted on the matter in the window.")


def _about(shared: tuple[str, ...], told: Telling) -> str:
    """The shared words as they are printed there; stems mean little to people."""
    printed = {m[0]: m[0].lower() for m in WORD.finditer(told.whole)}
    found = [
        word
        for stem in shared
        for word, low in printed.items()
        if len(stem) >= SHORTEST_STEM and low.startswith(stem[: max(SHORTEST_STEM, len(stem) - 1)])
    ]
    return f" (in common: {', '.join(list(dict.fromkeys(found))[:MOST_SHARED])})" if found else ""


def _outcome(kind: OutcomeKind, told: Telling, why: str, delivered: float | None = None) -> Outcome:
    return Outcome(
        kind=kind, day=told.day, statement=told.statement, text=told.text, why=why, delivered=delivered,
        chain=told.chain,
    )  # fmt: skip
