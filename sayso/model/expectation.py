"""Expectation: a promise, schedule or forecast with a due window and an outcome (a commissive speech act)."""

from typing import Literal

import msgspec

from sayso.model.ids import digest

Modality = Literal["promise", "schedule", "forecast", "conditional"]
ExpectationStatus = Literal[
    "open", "due", "overdue", "kept", "partly", "broken", "revised", "denied", "unverifiable"
]
OutcomeKind = Literal["kept", "partly", "late", "against", "revised", "denied"]


class Awaited(msgspec.Struct, frozen=True, kw_only=True):
    """How much was promised: "5,000 doses" is `value=5000, unit="doses"`."""

    value: float
    unit: str = ""


class Retelling(msgspec.Struct, frozen=True, kw_only=True):
    """One statement in which an expectation is told; the first one founds it. `chain` runs from the publisher
    to the statement's own source; `published` is None where the document has no date.
    """

    statement: str
    proposition: str
    document: str
    publisher: str | None
    published: str | None
    chain: tuple[str, ...]
    text: str


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that bears on an expectation, known since `day` (the day of its document's publication).

    `kept` in the window, `partly` for less than was promised, `late` behind the window, `against` (it is said
    not to have happened when it was due), `revised` (another window), `denied` (that it was ever promised).
    `delivered`: how much, where printed. `by` names who decided, where a person did, else None. `chain` runs
    from the publisher to who told it, so that nobody's word is shown without him; () where a person decided.
    """

    kind: OutcomeKind
    day: str
    statement: str | None
    text: str
    why: str
    delivered: float | None = None
    by: str | None = None
    chain: tuple[str, ...] = ()


class Expectation(msgspec.Struct, frozen=True, kw_only=True):
    """Something foreseen, as it stands on the day `as_of`.

    `due_from` and `due_to` are inclusive ISO days, None for an end that nobody gave. `promisor` is who is
    bound by it as printed, "" where nobody is named; `anonymous`: no person or body could be held to it, and
    it counts in no record. `delivered`: how much of `quantity` came. `restates`: further statements
    of the same promise. `revises` and `revised_by` link the windows of one matter. `probability` in [0, 1]:
    that it is still kept, by how such promises fared elsewhere; None unless it is open, due or
    overdue. `why`: sentences for people on how the status came about. `word_by`: who set the status, where a
    person did.
    """

    id: str
    statement: str
    promisor: str
    gist: str
    due_from: str | None
    due_to: str | None
    modality: Modality
    condition: str | None
    quantity: Awaited | None
    delivered: float | None
    status: ExpectationStatus
    revised_by: str | None
    evidence: tuple[str, ...]
    revises: str | None = None
    proposition: str
    document: str
    published: str | None
    as_of: str | None
    anonymous: bool = False
    told: tuple[Retelling, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    probability: float | None = None
    why: tuple[str, ...] = ()
    word_by: str | None = None

    @property
    def chain(self) -> tuple[str, ...]:
        """From the publisher of the first statement to who promised; () where nothing is told."""
        return self.told[0].chain if self.told else ()

    @property
    def restates(self) -> tuple[str, ...]:
        """The ids of the further statements of the same promise, in order of publication."""
        return tuple(one.statement for one in self.told[1:])


class PromisorRecord(msgspec.Struct, frozen=True, kw_only=True):
    """How often a named promisor's expectations stand how, as of a day; anonymous ones have none.

    `promised` counts all of them; `waiting` are open, due, or cannot be verified.
    """

    promisor: str
    names: tuple[str, ...]
    promised: int = 0
    kept: int = 0
    partly: int = 0
    revised: int = 0
    broken: int = 0
    overdue: int = 0
    denied: int = 0
    waiting: int = 0


def expectation_id(founder: str) -> str:
    """The id `e:…` of the expectation whose earliest proposition (by day, then id) is `founder`."""
    return digest("e", (founder,))
