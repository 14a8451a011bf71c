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

    Matrix = NDArray[np.int8]
    Lengths = NDArray[np.float64]

MOST_DAYS = 45  # between two documents: later news of a matter has to share its words
TOPIC = 0.1  # the cosine from which on two documents may be about one matter
NEAR = 0.6  # the cosine from which on two of their propositions are compared
MOST_PRODUCTS = 250_000  # of numbers, multiplied at once: with more, threads would wait for each other


class Stored(msgspec.Struct, frozen=True, kw_only=True):
    """What of a stored mark is needed here; the other fields are left where they are."""

    proposition: str
    vector: bytes = b""
    bare: bytes = b""
    topic: bytes = b""
    published: str | None = None


class Vectors(NamedTuple):
    """Vectors in rows: `values` [n, 384] in signed bytes, and `lengths` [n], 1 for a row of zeros.

    The product of two is a whole number below 2 ** 24, which 32 bits hold exactly: in whatever order and in
    whatever company two propositions are compared, they are as near.
    """

    values: Matrix
    lengths: Lengths


class Placed(NamedTuple):
    """The propositions of a document with their vectors: with names and without, [n, 384].

    `topic`: what the document is about [1, 384]; (0, 384) where it is not known. `day`: the number of the day
    on which it was published, None where it has none. Some 800 bytes a proposition.
    """

    propositions: tuple[str, ...]
    whole: Vectors
    bare: Vectors
    topic: Vectors
    day: int | None


def placed(marks: Iterable[bytes]) -> Placed:
    """The vectors of a document's stored marks; those without one are left out."""
    found = [(one, own) for one in map(_decoder().decode, marks) if (own := own_bytes(one.vector))]
    bare = [own_bytes(one.bare) or own for one, own in found]
    topics = [topic for one, _ in found[:1] if (topic := own_bytes(one.topic))]
    names = tuple(one.proposition for one, _ in found)
    day = next((one.published for one, _ in found), None)
    whole = vectors([own for _, own in found])
    return Placed(names, whole, vectors(bare), vectors(topics), day_of(day))


@cache
def _decoder() -> msgspec.msgpack.Decoder[Stored]:
    return msgspec.msgpack.Decoder(Stored)


def vectors(stored: Sequence[bytes]) -> Vectors:
    """Stored vectors as rows; (0, 384) for none."""
    import numpy as np

    values = np.frombuffer(b"".join(stored), np.int8).reshape(-1, DIMENSIONS)
    wide = values.astype(np.float32)
    lengths = np.sqrt((wide * wide).sum(1).astype(np.float64))
    return Vectors(values, np.where(lengths == 0, 1.0, lengths))


def _alike(one: Vectors, others: Sequence[Vectors], least: float) -> NDArray[np.bool_]:
    """Whether the cosine of each row of `one` with each of `others`, in order, is at least `least` [n, m]."""
    import numpy as np

    own = one.values.astype(np.float32)
    values = np.concatenate([other.values for other in others])
    lengths = np.concatenate([other.lengths for other in others])
    step = max(1, MOST_PRODUCTS // max(1, own.size))
    parts = (values[start : start + step].astype(np.float32) for start in range(0, len(values), step))
    pieces = [own @ part.T for part in parts]
    products = np.concatenate(pieces, axis=1) if pieces else np.zeros((len(own), 0), np.float32)
    near_enough: NDArray[np.bool_] = products >= least * (one.lengths[:, None] * lengths)
    return near_enough


def on_one_matter(one: Placed, others: Sequence[Placed]) -> list[int]:
    """The places of the documents among `others` that may be about the matter of `one`."""
    import numpy as np

    known = [at for at, other in enumerate(others) if len(other.topic.values) and _in_time(one, other)]
    if not len(one.topic.values) or not known:
        return []
    alike = _alike(one.topic, [others[place].topic for place in known], TOPIC)[0]
    return [known[int(at)] for at in np.flatnonzero(alike)]


def _in_time(one: Placed, other: Placed) -> bool:
    return one.day is None or other.day is None or abs(one.day - other.day) <= MOST_DAYS


def near(one: Placed, others: Sequence[Placed]) -> list[tuple[str, str]]:
    """The pairs of a document's propositions with those of others that are near, with names or without."""
    import numpy as np

    theirs = [proposition for other in others for proposition in other.propositions]
    if not one.propositions or not theirs:
        return []
    whole = _alike(one.whole, [other.whole for other in others], NEAR)
    bare = _alike(one.bare, [other.bare for other in others], NEAR)
    found = np.argwhere(whole | bare).tolist()
    return [(one.propositions[a], theirs[b]) for a, b in found]


def are_near(one: Placed, other: Placed) -> bool:
    """Whether two propositions, placed alone, are a pair that `on_one_matter` and `near` would give."""
    if not _in_time(one, other) or not _are_alike(one.topic, other.topic, TOPIC):
        return False
    return _are_alike(one.whole, other.whole, NEAR) or _are_alike(one.bare, other.bare, NEAR)


def _are_alike(one: Vectors, other: Vectors, least: float) -> bool:
    """`_alike` of one row each, which is asked of many pairs; False where one has none."""
    import numpy as np

    if not len(one.values) or not len(other.values):
        return False
    product = float(one.values[0].astype(np.float32) @ other.values[0].astype(np.float32))
    return bool(product >= least * (one.lengths[0] * other.lengths[0]))
