"""Cases made by hand: a voice, an origin, a record in one line each."""

from typing import Any

from sayso.assess.case import Case, Hand, Side, Voice
from sayso.model import Record


def voice(statement: str = "1", **changed: Any) -> Voice:
    """A plain statement of an organization."""
    whole: dict[str, Any] = {
        "statement": f"s:{statement}",
        "document": f"d:{statement}",
        "kind": "organization",
    }
    return Voice(**{**whole, **changed})


def origin(name: str = "Open Valleys", *voices: Voice, **changed: Any) -> Side:
    """A recorded origin of that name with these statements; one plain one where none is given."""
    whole: dict[str, Any] = {
        "origin": name, "key": name.lower(), "source": name,
        "voices": voices or (voice(name, document=f"d:{name}"),),
    }  # fmt: skip
    return Side(**{**whole, **changed})


def unrecorded(*voices: Voice) -> Side:
    """What has no recorded lineage."""
    return Side(
        origin="no recorded origin", recorded=False, voices=voices or (voice("loose", kind="author"),)
    )


def denier(name: str = "Ministry of Waters", *, interested: bool = True, **changed: Any) -> Side:
    """An origin of denial with one statement."""
    kind = "government" if interested else "organization"
    return origin(name, voice(f"no-{name}", kind=kind, interested=interested, **changed))


def case(*support: Side, denial: tuple[Side, ...] = (), hand: tuple[Hand, ...] = (), **changed: Any) -> Case:
    """A case with these origins."""
    return Case(**{"claim": "c:1", "support": support, "denial": denial, "hand": hand, **changed})


def record(name: str, right: int, wrong: int) -> Record:
    """A record of a source, from a prior of six right and four wrong; its own from five on."""
    accuracy = (right + 6) / (right + wrong + 10)
    return Record(
        source=name, kind="organization", right=right, wrong=wrong, accuracy=accuracy,
        band=(max(0.01, accuracy - 0.1), min(0.99, accuracy + 0.1)), prior=right + wrong < 5,
    )  # fmt: skip
