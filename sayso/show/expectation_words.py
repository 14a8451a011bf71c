"""The words in which an expectation is told to people: its window, how it stands, a promisor's record."""

from sayso.model import Expectation, ExpectationStatus, Modality, OutcomeKind, PromisorRecord
from sayso.show.grouping import count
from sayso.show.report_words import days

STATUS: dict[ExpectationStatus, str] = {
    "open": "its window has not begun",
    "due": "its window is open",
    "overdue": "its window has passed, and nothing in this ledger tells what came of it",
    "kept": "it came as was said",
    "partly": "it came in part, or late",
    "broken": "it is said not to have come when it was due",
    "revised": "another window was given, or this one given up",
    "denied": "the promisor denies that it was promised",
    "unverifiable": "no days were given, and nothing tells what came of it",
}
MODALITY: dict[Modality, str] = {
    "promise": "promised", "schedule": "scheduled", "forecast": "foreseen", "conditional": "on a condition",
}  # fmt: skip
OUTCOME: dict[OutcomeKind, str] = {
    "kept": "it came", "partly": "part of it came", "late": "it came late", "against": "it did not come",
    "revised": "the window was moved", "denied": "it is denied",
}  # fmt: skip
COLOURS: dict[ExpectationStatus, str] = {
    "open": "cyan", "due": "bold cyan", "overdue": "bold yellow", "kept": "bold green", "partly": "green",
    "broken": "bold red", "revised": "yellow", "denied": "red", "unverifiable": "dim",
}  # fmt: skip

DISPUTED = "Reports differ: by one it came, by another it did not."
LEAST = 0.01


def disputed(one: Expectation) -> bool:
    """Whether one report says that it came, at least in part, and another that it did not."""
    kinds = {outcome.kind for outcome in one.outcomes if outcome.by is None}
    return one.word_by is None and "against" in kinds and bool(kinds & {"kept", "partly", "late"})


def percent(share: float) -> str:
    """A share in [0, 1] in whole percent; what is nearly nothing is never told as nothing.

    >>> percent(0.4), percent(0.0)
    ('40%', 'under 1%')
    """
    return f"{share:.0%}" if share >= LEAST else f"under {LEAST:.0%}"


def window(first: str | None, last: str | None) -> str:
    """The window in words; "no days given" for none.

    >>> window(None, "2031-05-31")
    'by 2031-05-31'
    """
    return days(first, last) or "no days given"


def promisor(one: Expectation) -> str:
    """Who promised, and through whom it came: "Beata Soll, through Quillan Courier, in Radio Lanterna"."""
    outlet, *through = [part or "an unknown publisher" for part in one.chain[:-1]] or [""]
    told = [f"through {name}" for name in reversed(through)] + ([f"in {outlet}"] if outlet else [])
    return ", ".join([one.promisor or "nobody named", *told])


def awaited(one: Expectation) -> str:
    """How much of how much came: "2,000 of 5,000 tonnes"; "5,000 tonnes" before; "" for no amount."""
    if one.quantity is None:
        return ""
    whole = f"{one.quantity.value:,.10g} {one.quantity.unit}".strip()
    return whole if one.delivered is None else f"{one.delivered:,.10g} of {whole}"


def record_words(record: PromisorRecord) -> str:
    """A promisor's record in a line.

    >>> record_words(PromisorRecord(promisor="Pact", names=("Pact",), promised=3, kept=1, overdue=2))
    'foretold 3 things: 1 kept, 2 overdue'
    """
    names = ("kept", "partly", "revised", "broken", "overdue", "denied", "waiting")
    counts = [(getattr(record, name), name) for name in names]
    told = ", ".join(f"{number} {_WORDS.get(name, name)}" for number, name in counts if number)
    return f"foretold {count(record.promised, 'thing')}: {told}"


_WORDS = {"partly": "kept in part or late", "waiting": "not due yet or without days"}
