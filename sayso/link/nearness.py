"""Which propositions of two documents on one matter are near in meaning, whatever their words: to compare.

Paraphrases of one event often share no word: half of what people put together in news of one story does not
("rebels seized the airport", "insurgents captured the airfield"). Only where two documents name
somebody or some place that is rarely named, and are about one matter, is nearness a reason to look closer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from sayso.link.encoder import DIMENSIONS, own_bytes
from sayso.link.view import day_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]
    Bytes = NDArray[np.int8]

MOST_DAYS = 45  # between two documents: later news of a matter has to share its words
TOPIC = 0.1  # the cosine from which on two documents may be about one matter
NEAR = 0.6  # the cosine from which on two of their propositions are compared


class Vectors(msgspec.Struct, frozen=True, kw_only=True):
    """What of a stored mark is needed here; the other fields are left where they are."""

    proposition: str
    vector: bytes = b""
    bare: bytes = b""
    topic: bytes = b""
    published: str | None = None


class Placed(NamedTuple):
    """The propositions of a document with their vectors in signed bytes: with names and without, [n, 384].

    `topic`: what the document is about [1, 384]; (0, 384) where it is not known. `day`: the number of the day
    on which it was published, None where it has none.
    """

    propositions: tuple[str, ...]
    whole: Bytes
    bare: Bytes
    topic: Bytes
    day: int | None


def placed(marks: Iterable[bytes]) -> Placed:
    """The vectors of a document's stored marks; those without one are left out."""
    found = [(one, own) for one in map(_decoder().decode, marks) if (own := own_bytes(one.vector))]
    bare = [own_bytes(one.bare) or own for one, own in found]
    topics = [topic for one, _ in found[:1] if (topic := own_bytes(one.topic))]
    names = tuple(one.proposition for one, _ in found)
    day = next((one.published for one, _ in found), None)
    return Placed(names, rows([own for _, own in found]), rows(bare), rows(topics), day_of(day))


@cache
def _decoder() -> msgspec.msgpack.Decoder[Vectors]:
    return msgspec.msgpack.Decoder(Vectors)


def rows(vectors: Sequence[bytes]) -> Bytes:
    """Vectors as rows [n, 384]; (0, 384) for none."""
    import numpy as np

    return np.frombuffer(b"".join(vectors), np.int8).reshape(-1, DIMENSIONS)


def units(vectors: Bytes) -> Matrix:
    """Rows of length one [n, 384]; a row of zeros stays."""
    import numpy as np

    found = vectors.astype(np.float32)
    lengths = np.sqrt((found * found).sum(1, keepdims=True))
    found /= np.where(lengths == 0, np.float32(1), lengths)
    return found


def on_one_matter(one: Placed, others: Sequence[Placed]) -> list[int]:
    """The places of the documents among `others` that may be about the matter of `one`."""
    import numpy as np

    known = [at for at, other in enumerate(others) if len(other.topic) and _in_time(one, other)]
    if not len(one.topic) or not known:
        return []
    alike = units(np.concatenate([others[place].topic for place in known])) @ units(one.topic)[0]
    return [known[int(at)] for at in np.flatnonzero(alike >= TOPIC)]


def _in_time(one: Placed, other: Placed) -> bool:
    return one.day is None or other.day is None or abs(one.day - other.day) <= MOST_DAYS


def near(one: Placed, others: Sequence[Placed]) -> list[tuple[str, str]]:
    """The pairs of a document's propositions with those of others that are near, with names or without."""
    import numpy as np

    theirs = [proposition for other in others for proposition in other.propositions]
    if not one.propositions or not theirs:
        return []
    whole = units(one.whole) @ units(np.concatenate([other.whole for other in others])).T
    bare = units(one.bare) @ units(np.concatenate([other.bare for other in others])).T
    found = np.argwhere(np.maximum(whole, bare) >= NEAR).tolist()
    return [(one.propositions[a], theirs[b]) for a, b in found]


def are_near(one: bytes, other: bytes) -> bool:
    """Whether two stored marks, of two documents, are a pair that `on_one_matter` and `near` would give."""
    a, b = placed([one]), placed([other])
    return bool(on_one_matter(a, [b]) and near(a, [b]))
