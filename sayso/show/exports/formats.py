"""The formats there are: media type, suffix, what each holds and what it loses."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

import msgspec

from sayso.errors import UsageError
from sayso.show.exports.material import Material


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """One format: `suffix` of its files with the dot, `binary` where it is no text, a sentence each for what
    it `holds` and what it `loses`. `module` has its writer.
    """

    name: str
    title: str
    module: str
    media_type: str
    suffix: str
    binary: bool = False
    holds: str
    loses: str


_EVERY = (
    Format(
        name="claimreview", title="schema.org Claim and ClaimReview (JSON-LD)", module="claimreview",
        media_type="application/ld+json", suffix=".jsonld",
        holds="Articles, quotations, claims with how they stand; a review only where a person judged one.",
        loses="Texts, derivations, lines of evidence, expectations, other judgements; stance, spans and "
        "chains are there in words of our own, which only tools that know them read.",
    ),
    Format(
        name="webannotation", title="W3C Web Annotation (JSON-LD)", module="webannotation",
        media_type="application/ld+json", suffix=".jsonld",
        holds="One annotation a statement, anchored by its words and its place, with its reading and stance.",
        loses="Texts, derivations, lines of evidence, expectations, judgements; the places are those of the "
        "extracted text, not of the page on the web.",
    ),
    Format(
        name="prov", title="PROV-JSON (W3C)", module="prov", media_type="application/json", suffix=".json",
        holds="Documents, statements, claims; who said and printed them, what was had from whom, who judged.",
        loses="Texts, lines of evidence, expectations; who is anonymous is nobody’s agent; stance is an "
        "attribute of our own.",
    ),
    Format(
        name="stix", title="STIX 2.1 (OASIS)", module="stix", media_type="application/stix+json;version=2.1",
        suffix=".json",
        holds="A report a claim, a note a statement, an identity a body, an opinion a person’s verdict.",
        loses="Texts, derivations, lines of evidence, expectations, other judgements; persons stand in "
        "chains only; chains and counts are in an extension of our own.",
    ),
    Format(
        name="ftm", title="FollowTheMoney (JSON Lines)", module="ftm", media_type="application/x-ndjson",
        suffix=".ftm.jsonl",
        holds="Articles, named bodies and persons, statements and claims as notes, stances as links.",
        loses="Texts, lines of evidence, expectations, judgements but verdicts, what was had from texts not "
        "read here; certainty, stance and spans are keywords.",
    ),
    Format(
        name="csv", title="CSV", module="csv_table", media_type="text/csv", suffix=".csv",
        holds="A row a statement in a claim, with document, reading, quotation, spans, stance and status.",
        loses="Texts, derivations, origins, lines of evidence, expectations, judgements; certainties and "
        "times of several propositions are joined in one cell.",
    ),
    Format(
        name="xlsx", title="Excel workbook", module="xlsx", binary=True, suffix=".xlsx",
        media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        holds="Sheets of statements, claims, members of claims, documents, expectations, judgements.",
        loses="Texts, derivations, lines of evidence; a cell longer than 32,767 characters is cut.",
    ),
    Format(
        name="docx", title="Word document", module="word", binary=True, suffix=".docx",
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        holds="Claims with how they stand, their origins and statements; every statement word for word with "
        "its place, document by document.",
        loses="Texts, derivations, lines of evidence, expectations, judgements, spans of sources and cues.",
    ),
    Format(
        name="parquet", title="Parquet", module="parquet", binary=True, suffix=".parquet",
        media_type="application/vnd.apache.parquet",
        holds="The table of CSV, with chains, certainties and spans as lists (needs `sayso[tables]`).",
        loses="Texts, derivations, origins, lines of evidence, expectations, judgements.",
    ),
    Format(
        name="pack", title="Evidence pack (ZIP)", module="pack", media_type="application/zip", suffix=".zip",
        binary=True,
        holds="Originals, texts, hashes, statements, claims, derivations, expectations, judgements, the head "
        "of the log, and a report that opens offline.",
        loses="Older readings, the index, the events of the log, the names of your files.",
    ),
)  # fmt: skip
FORMATS: dict[str, Format] = {one.name: one for one in _EVERY}


def format_named(name: str) -> Format:
    """The format with a name; UsageError names those that there are."""
    if name not in FORMATS:
        raise UsageError(f"no format {name!r}; there is {', '.join(FORMATS)}")
    return FORMATS[name]


def write(name: str, material: Material) -> Iterator[bytes]:
    """The material in a format, in pieces; UsageError for an unknown one."""
    module = import_module(f"sayso.show.exports.{format_named(name).module}")
    pieces: Iterator[bytes] = module.write(material)
    return pieces
