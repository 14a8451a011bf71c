"""Which propositions of two documents on one matter are near in meaning, whatever their words: to compare.

Paraphrases of one event often share no word: half of what people put together in news of one story does not
("a goods train jumped the tracks", "eleven wagons fell into the gorge"). Only where two documents are about
one matter is mere nearness a reason to look closer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from sayso.link.encoder import DIMENSIONS, own_bytes

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]
    Bytes = NDArray[np.int8]

TOPIC = 0.1  # the cosine from which on two documents may be about one matter
NEAR = 0.4  # the cosine from which on two of their propositions are compared


class Vectors(msgspec.Struct, frozen=True, kw_only=True):
    """What of a stored mark is needed here; the other fields are left where they are."""

    proposition: str
    vector: bytes = b""
    bare: bytes = b""
    topic: bytes = b""


class Placed(NamedTuple):
    """The propositions of a document with their vectors in signed bytes: with names and without, [n, 384]."""

    propositions: tuple[str, ...]
    whole: Bytes
    bare: Bytes


def placed(marks: Iterable[bytes]) -> Placed:
    """The vectors of a document's stored marks; those without one are left out."""
    found = [(one, own) for one in map(_decoder().decode, marks) if (own := own_bytes(one.vector))]
    bare = [own_bytes(one.bare) or own for one, own in found]
    return Placed(tuple(one.proposition for one, _ in found), rows([own for _, own in found]), rows(bare))


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


def on_one_matter(topic: Matrix, topics: Matrix) -> list[int]:
    """The places among `topics` [n, 384] of the documents that may be about the matter of `topic` [384]."""
    import numpy as np

    return [int(place) for place in np.flatnonzero(topics @ topic >= TOPIC)]


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
    a, b = (_decoder().decode(mark) for mark in (one, other))
    left, right = own_bytes(a.topic), own_bytes(b.topic)
    if not left or not right:
        return False
    topics = units(rows([left, right]))
    return bool(on_one_matter(topics[0], topics[1:]) and near(placed([one]), [placed([other])]))
