"""Documents with statements, marks and keys that are made up, of the sizes that real ones have."""

import random

from sayso.model import (
    Claim,
    Cue,
    Document,
    Extent,
    Member,
    Origins,
    Proposition,
    Source,
    Span,
    Statement,
    claim_id,
    make_document,
    proposition_id,
    statement_id,
)
from sayso.store import DocumentViews

WORDS = 300
STATEMENTS = 10
KEYS = 30  # of each proposition
BANDS = 16
MARK_BYTES, REPORT_BYTES, SKETCH_BYTES = 1_200, 200, 1_500
VOCABULARY = 30_000
COMMON_KEYS = 200_000  # what propositions may share; the others are their own
OWN_SHARE = 0.4


def words(draw: random.Random, count: int) -> str:
    """Words of a Zipf-like vocabulary, in sentences of fifteen."""
    ranks = [int(VOCABULARY ** draw.random()) for _ in range(count)]
    return " ".join(f"w{rank:x}." if at % 15 == 14 else f"w{rank:x}" for at, rank in enumerate(ranks))


def document(seed: int) -> Document:
    """A document of 300 words on one of about ten years' days."""
    draw = random.Random(seed)
    day = f"{2021 + draw.randrange(10)}-{draw.randrange(1, 13):02}-{draw.randrange(1, 29):02}"
    text = words(draw, WORDS)
    return make_document(text, input=f"{seed}.txt", title=words(draw, 8), publisher="Made", published=day)


def statements(of: Document) -> tuple[Statement, ...]:
    """Ten statements of one proposition, each over a tenth of the text."""
    step = len(of.text) // STATEMENTS
    return tuple(_statement(of, at * step, step) for at in range(STATEMENTS))


def _statement(of: Document, start: int, step: int) -> Statement:
    source, cue, content = (
        Extent.of(of.text, [Span(start + first, start + last)])
        for first, last in ((0, 8), (8, 12), (12, step))
    )
    id = statement_id(of.id, source.spans, cue.spans, content.spans)
    part = Proposition(id=proposition_id(id, content.spans), spans=content.spans, text=content.text)
    return Statement(
        id=id, document=of.id, input=of.input, sentence=start // step, reading="made-1",
        source=Source(spans=source.spans, text=source.text, name=source.text, kind="person"), medium=None,
        cue=Cue(spans=cue.spans, text=cue.text, lemma="say"), content=content, quotation="indirect",
        within=None, chain=("Made", source.text), said=None, evidentiality="unstated", propositions=(part,),
        confidence=0.9,
    )  # fmt: skip


def views(seed: int, of: tuple[Statement, ...]) -> DocumentViews:
    """Thirty keys a proposition, six in ten of them drawn from keys that others have, a few very common."""
    draw = random.Random(-seed - 1)
    propositions = [proposition.id for one in of for proposition in one.propositions]
    return DocumentViews(
        marks=tuple((id, draw.randbytes(MARK_BYTES)) for id in propositions),
        keys=tuple((key(draw), id) for id in propositions for _ in range(KEYS)),
        reports=tuple((one.id, draw.randbytes(REPORT_BYTES)) for one in of),
        sketch=draw.randbytes(SKETCH_BYTES),
        bands=tuple(draw.getrandbits(63) for _ in range(BANDS)),
    )


def claim(draw: random.Random, of: list[Statement], days: dict[str, str]) -> Claim:
    """A claim of these statements, each with its first proposition."""
    members = tuple(
        Member(
            id=one.id, proposition=one.propositions[0].id, document=one.document, publisher="Made",
            published=days[one.document], p=0.95, why=("the same names", "the same day"),
        )
        for one in of
    )  # fmt: skip
    low = draw.randrange(1, 4)
    return Claim(
        id=claim_id(of[0].propositions[0].id), gist=of[0].content.text, as_of=None, statements=members,
        status="corroborated" if low > 1 else "single-origin",
        origins=Origins(count=low, low=low, high=max(low, len(of))),
    )  # fmt: skip


def key(draw: random.Random) -> int:
    """A signed 64-bit key."""
    if draw.random() < OWN_SHARE:
        return draw.getrandbits(64) - (1 << 63)
    rank = int(COMMON_KEYS ** draw.random())
    return (rank * 0x9E3779B97F4A7C15) % (1 << 64) - (1 << 63)
