"""Makes tellings and foretellings for tests."""

from __future__ import annotations

import msgspec

from sayso.assess.promises.foretelling import Foretelling, foretelling_of
from sayso.assess.promises.promise_words import matters_of
from sayso.assess.promises.telling import Telling
from sayso.model import Time
from sayso.pipeline.telling import weighed

PLAIN = Telling(
    proposition="p:1", statement="s:1", document="d:1", publisher="Coast Wire", published="2032-01-12",
    day="2032-01-12", place=0, text="", whole="", chain=("Coast Wire", "Water Ministry"),
    source="Water Ministry", printed="the Water Ministry", kind="government", anonymous=False, act="assert",
    cue="said", lemma="say", factuality="CT+",
)  # fmt: skip


def telling(text: str, **changed: object) -> Telling:
    """A telling of `text`, an assertion of the Water Ministry but for what is changed."""
    day = str(changed.get("day", PLAIN.day))
    made = msgspec.structs.replace(
        PLAIN, text=text, whole=text, words=weighed(text, "en"),
        matters=tuple(sorted(matters_of(text, "en"))),
        published=day, bound=weighed(str(changed.get("source", PLAIN.source)), "en"),
    )  # fmt: skip
    return msgspec.structs.replace(made, **changed)


def due(text: str, first: str | None, last: str | None, **changed: object) -> Time:
    """A due time as the reader gives it."""
    made = Time(spans=(), text=text, from_=first, to=last, role="due", grain="day")
    return msgspec.structs.replace(made, **changed)


def promise(text: str, first: str | None, last: str | None, **changed: object) -> Foretelling:
    """What a promise of the Water Ministry foretells for a window."""
    made = telling(text, act="promise", lemma="promise", cue="promised", times=(due("x", first, last),))
    found = foretelling_of(msgspec.structs.replace(made, **changed))
    assert found is not None
    return found
