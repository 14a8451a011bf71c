"""What the reader makes of our own stories: each proposition that may join a claim, with its claim."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

import msgspec

from bench.ledger.gold import GoldMember
from bench.read.scoring import Tokenized
from sayso.link.anchors import anchor_bands
from sayso.link.encoder import Encoder
from sayso.link.features import compass_conflict, features_of
from sayso.link.keys import keys_of
from sayso.link.mark import Mark
from sayso.link.nearness import near, on_one_matter, placed
from sayso.link.view import view_of
from sayso.model import Span, Spans
from sayso.pipeline import make_reader
from sayso.pipeline.pairing import KEY_CAP
from sayso.read.reader import Reader
from training.link.seen import seen
from training.link.story import MarkedStory

HALF = 0.5
TAUGHT = ("g", "k", "m")  # the countries whose stories teach the encoder
FITTED = ("h", "p")  # those by which the comparison is fitted: the encoder never saw them
Row = tuple[list[float], bool, float]


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A proposition as linking sees it. `claim` is "" where the reader found what no person marked.

    `country`: the stories of one country share a gazetteer of names; claims of two stories are never one.
    """

    country: str
    story: str
    claim: str
    member: GoldMember | None
    mark: Mark


def told(
    stories: Sequence[MarkedStory], encoder: Encoder | None = None, reader: Reader | None = None
) -> Iterator[Told]:
    """The propositions of all reports that do not only point, in the order of the stories."""
    reader = reader or make_reader()
    for story in stories:
        with tempfile.TemporaryDirectory() as folder:
            story.write(Path(folder))
            for name, document, marks in seen(Path(folder), reader, encoder):
                own = [(c, m) for c in story.truth.claims for m in c.members if m.document == name]
                words = Tokenized(document.text)
                for mark, place in marks:
                    found = best([member for _, member in own], place, words)
                    claim, member = own[found] if found is not None else (None, None)
                    yield Told(
                        country=story.name[:1], story=story.name, claim=claim.name if claim else "",
                        member=member, mark=mark,
                    )  # fmt: skip


def best(members: Sequence[GoldMember], place: Spans, words: Tokenized) -> int | None:
    """The number of the marked words that a proposition says most of; None where it says half of none.

    A person marks a clause without its subject where the reader takes the whole: so what counts is the share
    of the marked words, and only where two are held wholly, the longer one.
    """
    own = words.tokens(place)
    found: list[tuple[float, int, int]] = []
    for number, member in enumerate(members):
        theirs = words.tokens(tuple(Span(start, end) for start, end in member.spans))
        common = len(own & theirs)
        if theirs and own and common / len(theirs) >= HALF and common / len(own) >= HALF / 2:
            found.append((round(common / len(theirs), 1), common, -number))
    return -max(found)[2] if found else None


def pairs_told(found: Sequence[Told]) -> Iterator[Row]:
    """The pairs of two documents of one country that a ledger would compare, each counting once.

    So they are as often of one claim as they are where somebody keeps the news of one country.
    """
    for country in sorted({one.country for one in found}):
        own = [one for one in found if one.country == country and one.mark.target is None and one.claim]
        views = [view_of(one.mark) for one in own]
        for a, b in sorted(compared(own)):
            one, two = views[a], views[b]
            if not compass_conflict(one, two):
                cosine = (
                    float(one.vector @ two.vector)
                    if one.vector is not None and two.vector is not None
                    else 0.0
                )
                yield features_of(one, two, cosine), own[a].claim == own[b].claim, 1.0


def compared(found: Sequence[Told]) -> set[tuple[int, int]]:
    """The numbers of the pairs that share a bucket, or are near in documents on one matter."""
    buckets: dict[int, list[int]] = defaultdict(list)
    documents: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(found):
        documents[one.mark.document].append(number)
        for key in keys_of(one.mark):
            buckets[key].append(number)
    pairs = {pair for some in buckets.values() if len(some) <= KEY_CAP for pair in combinations(some, 2)}
    place = {found[number].mark.proposition: number for number in range(len(found))}
    marks = {document: [found[n].mark for n in own] for document, own in documents.items()}
    anchors = {document: anchor_bands(own) for document, own in marks.items()}
    held = {document: placed(map(msgspec.msgpack.encode, own)) for document, own in marks.items()}
    for document, own in held.items():
        sharing = [other for other in held if other > document and anchors[document] & anchors[other]]
        others = [held[other] for other in sharing]
        chosen = [others[at] for at in on_one_matter(own, others)]
        pairs |= {(min(place[a], place[b]), max(place[a], place[b])) for a, b in near(own, chosen)}
    return {(a, b) for a, b in pairs if found[a].mark.document != found[b].mark.document}
