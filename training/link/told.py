"""What the reader makes of our own stories: each proposition that may join a claim, with its claim by hand."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from bench.ledger.gold import GoldMember
from bench.read.scoring import Tokenized
from sayso.ingest import Defaults, read_path
from sayso.link.encoder import Encoder
from sayso.link.mark import Mark
from sayso.link.marks import marks_of
from sayso.model import Document, Span, Spans
from sayso.pipeline import make_reader, read_document
from sayso.read.reader import Reader
from sayso.reference.gazetteer import load_gazetteer
from training.link.story import MarkedStory

HALF = 0.5


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A proposition as linking sees it. `claim` is "" where the reader found what no person marked.

    `country`: the stories of one country share a gazetteer of names; claims of two stories are never one.
    """

    country: str
    story: str
    claim: str
    gist: str
    member: GoldMember | None
    mark: Mark
    spans: Spans
    title: str
    text: str


def told(
    stories: Sequence[MarkedStory], encoder: Encoder | None = None, reader: Reader | None = None
) -> Iterator[Told]:
    """The propositions of all reports that do not only point, in the order of the stories."""
    reader, gazetteer = reader or make_reader(), load_gazetteer()
    for story in stories:
        with tempfile.TemporaryDirectory() as folder:
            story.write(Path(folder))
            for path in sorted(Path(folder).glob("*.md")):
                (document,) = (d for d in read_path(str(path), Defaults()) if isinstance(d, Document))
                statements = read_document(document, reader).statements
                spans = {p.id: p.spans for s in statements for p in s.propositions}
                own = [(c, m) for c in story.truth.claims for m in c.members if m.document == path.stem]
                words = Tokenized(document.text)
                for mark in marks_of(document, statements, encoder, gazetteer):
                    place = spans.get(mark.proposition, ())
                    found = best([member for _, member in own], place, words)
                    claim, member = own[found] if found is not None else (None, None)
                    yield Told(
                        country=story.name[:1], story=story.name, claim=claim.name if claim else "",
                        gist=claim.gist if claim else "", member=member, mark=mark, spans=place,
                        title=document.title or "", text=document.text,
                    )  # fmt: skip


def best(members: Sequence[GoldMember], place: Spans, words: Tokenized) -> int | None:
    """The number of the marked words that a proposition says most of; None where it says less than half of any.

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
