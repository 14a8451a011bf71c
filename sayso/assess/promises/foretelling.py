"""From a proposition to what it foretells: a window, how binding, under which condition, how much."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from sayso.assess.promises.due_days import coming, nearest_year
from sayso.assess.promises.promise_words import first_match, listed, says
from sayso.assess.promises.telling import Counted, Telling
from sayso.model import Time
from sayso.model.expectation import Modality
from sayso.model.time import Grain

CLOSED_ACTS = frozenset({"ask", "demand", "decline", "unconfirmed", "deny"})
FORESEEING = frozenset({"forecast", "believe", "infer"})
FINENESS: dict[Grain, int] = {
    "day": 0, "week": 1, "month": 2, "season": 3, "quarter": 3, "half": 4, "year": 5, "decade": 6, "none": 7,
}  # fmt: skip
GRAIN_MONTHS: dict[Grain, int] = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12}


class Foretelling(msgspec.Struct, frozen=True, kw_only=True):
    """Something to come, as told once. `first` and `last` are inclusive ISO days, None for an open end;
    neither: it has no days. `negative`: that it will *not* be so in the window. `recalled`: the promise
    is of an earlier day than the text. `points`: who acts, or what, stands in the sentences
    before; `vague`: it only gives a day for what stands there.
    """

    telling: Telling
    first: str | None
    last: str | None
    modality: Modality
    condition: str | None = None
    quantity: Counted | None = None
    negative: bool = False
    recalled: bool = False
    points: bool = False
    vague: bool = False

    @property
    def dated(self) -> bool:
        """Whether at least one end of the window is known."""
        return self.first is not None or self.last is not None


def foretelling_of(telling: Telling, language: str = "en") -> Foretelling | None:
    """What a proposition foretells, or None where it tells of nothing to come that could be looked up.

    A due day makes one where the clause lies ahead of its speaker or the cue commits; without a day only a
    promise, or the forecast of somebody who is quoted. Demands, questions and denials make none, nor does an
    author who recalls the plan of "it".
    """
    if not _lies_ahead(telling, language):
        return None
    recalled = says(f"{telling.cue} {telling.text}", "looking_back", language)
    points = says(telling.text, "pointing", language) or not telling.words
    if recalled and points and telling.kind == "author":  # "It had been due to open on 1 March"
        return None
    first, last, flipped = window_of(telling, recalled, language)
    dated = first is not None or last is not None
    if not dated and not _worth_keeping(telling):
        return None
    telling = _bound_by(telling, language)
    condition = condition_of(telling, language)
    return Foretelling(
        telling=telling, first=first, last=last, modality=_modality(telling, condition, language),
        condition=condition, quantity=next((a for a in telling.amounts if a.unit and a.value), None),
        negative=telling.negated and not flipped, recalled=recalled,
        points=points,
        vague=_dates_it(telling, language),
    )  # fmt: skip


def _lies_ahead(telling: Telling, language: str) -> bool:
    if telling.denies or telling.act in CLOSED_ACTS or telling.lemma in listed(language, "asking_cues"):
        return False
    if telling.factuality == "U" or says(telling.text, "unreal", language):
        return False
    commits = telling.lemma in listed(language, "promising_cues") and telling.act != "assert"
    return (
        commits
        or _gives_a_day(telling, language)
        or (telling.act == "believe" and any(time.role == "due" for time in telling.times))
        or says(telling.text, "ahead", language)
        or says(telling.cue, "ahead", language)
    )


def _gives_a_day(telling: Telling, language: str) -> bool:
    """Whether a time that reads as an event's is due: a commitment, a date that is set, a cue ahead."""
    if telling.kind != "author":
        return says(telling.cue, "ahead", language) or _dates_it(telling, language)
    return says(telling.text, "committing", language) or says(telling.text, "dating", language)


def _dates_it(telling: Telling, language: str) -> bool:
    """Whether the clause only gives a day for what stands before: "the office gives May as the new date"."""
    own = telling.kind == "author" or telling.act == "assert"
    return own and says(telling.text, "dating", language)


def _bound_by(telling: Telling, language: str) -> Telling:
    """Who is bound, where an author tells it: of "The Government has undertaken to …" the Government, of "The
    board is scheduled to meet" nobody who is named.
    """
    if telling.kind != "author":
        return telling
    found = first_match(telling.text, "committing", language)
    if found is None:
        arranged = says(telling.text, "arranged", language)
        return msgspec.structs.replace(telling, source="", bound=()) if arranged else telling
    who = " ".join(found[1].split()).removeprefix("The ").removeprefix("the ")
    bound = tuple(
        (word, weight)
        for word, weight in telling.words
        if any(w.startswith(word) for w in who.lower().split())
    )
    return msgspec.structs.replace(
        telling, source=who, printed=who, kind="organization", bound=bound, act="promise",
        chain=(*telling.chain, who),
    )  # fmt: skip


def _worth_keeping(telling: Telling) -> bool:
    if any(time.role == "due" and time.grain != "none" for time in telling.times):
        return True
    if telling.negated:
        return False
    if telling.kind == "author" and telling.act != "promise":
        return telling.act == "forecast" and telling.factuality.startswith("PS")
    return telling.act in {"promise", "forecast"} and (telling.act == "promise" or not telling.anonymous)


def window_of(telling: Telling, recalled: bool, language: str) -> tuple[str | None, str | None, bool]:
    """First and last day, and whether they are those after which it may happen ("not before March").

    Of several due times the finest that has not passed counts. A promise that is recalled without a year is
    of the year that lies nearest. (None, None, False) where no time has days.
    """
    given = _gives_a_day(telling, language)
    due = [t for t in telling.times if (t.role == "due" or given) and (t.from_ or t.to)]
    if _dates_it(telling, language):
        due = [coming(time, telling.day) for time in due]
    due = [t for t in due if not says(_lead(telling, t), "struck_out", language)] or due
    if recalled:
        due = [nearest_year(time, telling.day) for time in due]
    there = [time for time in due if recalled or (time.to or time.from_ or "") >= telling.day]
    if not there:
        return None, None, False
    time = min(there, key=lambda one: (FINENESS[one.grain], one.to or one.from_ or ""))
    if telling.negated and says(time.text, "not_before", language) and time.to:
        return _opens_after(time), None, True
    if says(_lead(telling, time), "up_to", language):
        return None, time.to, False
    if time.from_ and time.to and time.from_ > time.to:
        return None, None, False
    return time.from_, time.to, False


def _lead(telling: Telling, time: Time) -> str:
    """What stands before a time in its clause."""
    return telling.text[: max(0, telling.text.find(time.text))]


def _opens_after(time: Time) -> str | None:
    """The first day on which what will not happen before (or until) a time may happen."""
    last = date.fromisoformat(time.to or "")
    if last == date.max:
        return None
    if not time.text.lower().startswith(("until", "till")):
        return (last + timedelta(days=1)).isoformat()
    if time.grain in GRAIN_MONTHS:
        months = last.year * 12 + last.month - GRAIN_MONTHS[time.grain]
        return date(months // 12, months % 12 + 1, 1).isoformat()
    return (last - timedelta(days=6 if time.grain == "week" else 0)).isoformat()


def condition_of(telling: Telling, language: str) -> str | None:
    """The words of the condition, as printed; where the clause has none, of the statement around it."""
    for text in (telling.text, telling.sentence):
        found = first_match(text, "conditions", language)
        if found:
            return " ".join(found[0].strip(" “”\"'‘’").split())
    return None


def _modality(telling: Telling, condition: str | None, language: str) -> Modality:
    if condition:
        return "conditional"
    if telling.act == "promise":
        return "promise"
    own_plan = telling.lemma in listed(language, "promising_cues")
    if (telling.act == "believe" and not own_plan) or not telling.factuality.startswith("CT"):
        return "forecast"
    announced = telling.lemma in listed(language, "announcing_cues") or not telling.lemma or own_plan
    return "schedule" if announced else "forecast"
