"""What is kept of a text to find its copies: hashed shingles, MinHash, long quotations, credits, notices."""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from sayso.link.credits import (
    Credit,
    credit_in,
    days_in,
    is_correction,
    is_retraction,
    notice_in,
    translator_in,
)
from sayso.link.outlets import key_of
from sayso.model import Document, Span, Statement, touches

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]

SHINGLE_WORDS = 5
HASHES = 64
BAND_HASHES = 4
SAMPLED = 16  # one shingle in so many is a band of its own
QUOTED_WORDS = 6
NOTICE_CHARS = 900
OPENING_CHARS = 300
SEED = 20251
_WORD = re.compile(r"\w+")
_PARAGRAPH = re.compile(r"[^\n]+")
_QUOTED = re.compile(r"[“\"«「]([^“”\"«»「」\n]{20,1500})[”\"»」]")
_MIXER = 0x9E3779B97F4A7C15


class Sketch(msgspec.Struct, frozen=True, kw_only=True):
    """What comparing two texts for copying needs. Packed arrays are little-endian and sorted.

    `shingles`: 32-bit hashes of all runs of five words of the text's own paragraphs; `quoted`: those that
    lie in quotations of six words and more; `minhash`: 64 32-bit values, b"" for a text of fewer than five
    words. `quotes`: 64-bit hashes of those quotations. `outlet` is the publisher's folded name, `owner` the
    gazetteer's id of its owner or that name. `notice`: the paragraph that takes something back;
    `cited_days`: the days that it gives, as ISO dates. `opening`: how the text begins.
    """

    document: str
    publisher: str | None = None
    outlet: str = ""
    owner: str = ""
    published: str | None = None
    language: str | None = None
    title: str = ""
    url: str | None = None
    translation_of: str | None = None
    words: int = 0
    shingles: bytes = b""
    quoted: bytes = b""
    minhash: bytes = b""
    quotes: tuple[int, ...] = ()
    credit: Credit | None = None
    byline: str = ""
    translator: str = ""
    correction: bool = False
    retraction: bool = False
    notice: str = ""
    cited_days: tuple[str, ...] = ()
    opening: str = ""


def sketch_of(
    document: Document, statements: Sequence[Statement], language: str | None = None, owner: str = ""
) -> Sketch:
    """The sketch of a document; only paragraphs that hold a statement count, all of them where none does.

    `owner`: the id of the publisher's owner where the gazetteer knows one. About a millisecond for 500 words.
    """
    tongue = language or document.language or "en"
    text = document.text
    spans = words_of(text, own_paragraphs(text, statements))
    hashes = word_hashes(text, spans)
    every = shingled(hashes)
    inside = _inside_quotations(text, spans, tongue)
    correction = is_correction(document, tongue)
    notice = notice_in(text, tongue) if correction else ""
    return Sketch(
        document=document.id,
        publisher=document.publisher,
        outlet=key_of(document.publisher or ""),
        owner=owner or key_of(document.publisher or ""),
        published=document.published,
        language=document.language,
        title=document.title or "",
        url=document.url,
        translation_of=document.translation_of,
        words=len(spans),
        shingles=packed(every),
        quoted=packed(every[inside[: len(every)]]),
        minhash=minhash_of(every),
        quotes=_quotes(text),
        credit=credit_in(document, tongue),
        byline=document.author or "",
        translator=translator_in(text, tongue),
        correction=correction,
        retraction=is_retraction(document, tongue),
        notice=notice[:NOTICE_CHARS],
        cited_days=days_in(notice[:NOTICE_CHARS], document.published, tongue),
        opening=text.lstrip()[:OPENING_CHARS],
    )


def bands_of(sketch: Sketch) -> tuple[int, ...]:
    """Signed 64-bit keys; documents that share one are candidates. Sorted; () for a text of fewer than five
    words.

    LSH bands (16 of 4 MinHash values: Jaccard of .5 is found with p .64, .7 with .99), sampled shingles (a
    shared run of 80 words is found with p .99), and long quotations.
    """
    import numpy as np

    mins = np.frombuffer(sketch.minhash, dtype="<u4")
    rows = [zlib.crc32(mins[at : at + BAND_HASHES].tobytes()) for at in range(0, len(mins), BAND_HASHES)]
    keys = [_key(1 + number, row) for number, row in enumerate(rows)]
    shingles = np.frombuffer(sketch.shingles, dtype="<u4")
    keys += [_key(100, int(value)) for value in shingles[shingles % SAMPLED == 0]]
    keys += [_key(101, quote) for quote in sketch.quotes]
    keys += [_key(102, zlib.crc32(at.encode())) for at in (sketch.url, sketch.translation_of) if at]
    return tuple(sorted(set(keys)))


def _key(kind: int, value: int) -> int:
    """A signed 64-bit key of a kind and a value."""
    mixed = ((value ^ (kind * _MIXER)) * 0xBF58476D1CE4E5B9 + kind) & 0xFFFFFFFFFFFFFFFF
    mixed ^= mixed >> 31
    return mixed - (1 << 64) if mixed >= 1 << 63 else mixed


def own_paragraphs(text: str, statements: Sequence[Statement]) -> list[Span]:
    """The paragraphs that hold (part of) a statement: no bylines, boxes and credits; all where there is
    none.
    """
    paragraphs = [Span(*match.span()) for match in _PARAGRAPH.finditer(text)]
    held = sorted(span for s in statements for span in (*s.content.spans, *s.source.spans))
    if not held:
        return paragraphs
    found: list[Span] = []
    at = 0
    for paragraph in paragraphs:
        while at < len(held) and held[at].end <= paragraph.start:
            at += 1
        if touches((paragraph,), held[at : at + 4]):
            found.append(paragraph)
    return found


def words_of(text: str, within: Sequence[Span]) -> list[Span]:
    """The words inside some spans, in order."""
    return [Span(*match.span()) for span in within for match in _WORD.finditer(text, span.start, span.end)]


@lru_cache(maxsize=1 << 17)
def _word_hash(word: str) -> int:
    folded = unicodedata.normalize("NFKC", word).casefold().encode("utf-8", "surrogatepass")
    return zlib.crc32(folded) << 32 | zlib.adler32(folded)


def word_hashes(text: str, spans: Sequence[Span]) -> Hashes:
    """One 64-bit hash a word, the same on every machine; case and width folded away."""
    import numpy as np

    return np.array([_word_hash(text[start:end]) for start, end in spans], dtype=np.uint64)


def shingled(hashes: Hashes) -> NDArray[np.uint32]:
    """The 32-bit hashes of all runs of five words, in order; empty for fewer words."""
    import numpy as np

    count = len(hashes) - SHINGLE_WORDS + 1
    if count < 1:
        return np.zeros(0, dtype=np.uint32)
    total = np.zeros(count, dtype=np.uint64)
    for place in range(SHINGLE_WORDS):
        total = (total ^ hashes[place : place + count]) * np.uint64(_MIXER)
        total ^= total >> np.uint64(29)
    return (total >> np.uint64(32)).astype(np.uint32)


def minhash_of(shingles: NDArray[np.uint32]) -> bytes:
    """64 MinHash values (Broder 1997; rensa's R-MinHash), packed; b"" for no shingles."""
    if not len(shingles):
        return b""
    import numpy as np
    from rensa import RMinHash

    made = RMinHash(num_perm=HASHES, seed=SEED)
    made.update([str(value) for value in np.unique(shingles).tolist()])
    return np.array(made.digest(), dtype="<u4").tobytes()


def packed(shingles: NDArray[np.uint32]) -> bytes:
    """Each once, sorted, little-endian."""
    import numpy as np

    return np.unique(shingles).astype("<u4").tobytes()


def _inside_quotations(text: str, spans: Sequence[Span], language: str) -> NDArray[np.bool_]:
    """For each word whether a shingle that begins there lies in one long quotation."""
    import numpy as np

    inside = np.zeros(len(spans), dtype=np.bool_)
    starts = np.array([span.start for span in spans], dtype=np.int64)
    for match in _QUOTED.finditer(text):
        first, last = (int(at) for at in np.searchsorted(starts, match.span(1)))
        if last - first >= QUOTED_WORDS:
            inside[first : max(first, last - SHINGLE_WORDS + 1)] = True
    return inside


def _quotes(text: str) -> tuple[int, ...]:
    """64-bit hashes of the quotations of six words and more, each once, sorted."""
    found: set[int] = set()
    for match in _QUOTED.finditer(text):
        words = [word.casefold() for word in _WORD.findall(match.group(1))]
        if len(words) >= QUOTED_WORDS:
            data = " ".join(words).encode("utf-8", "surrogatepass")
            found.add(zlib.crc32(data) << 31 ^ zlib.adler32(data))
    return tuple(sorted(found))


def decode_sketch(data: bytes) -> Sketch:
    """What `lineage.encode` made of a sketch."""
    return msgspec.msgpack.decode(data, type=Sketch)
