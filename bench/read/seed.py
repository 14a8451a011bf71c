"""The article that the project started from: its statements at a glance, and what must hold of them."""

from collections.abc import Callable, Iterator, Sequence

from bench.corpora import corpus, fingerprint, why_missing
from bench.read.systems import NO_WEIGHTS, networks, readers
from bench.table import Outcome, Row, Skipped, Table
from sayso.ingest import Defaults, document_of_text
from sayso.model import Span, Spans, Statement, touches
from sayso.pipeline import read_document

NAME = "seed"
FILE = "seed/article.txt"
PUBLISHER, PUBLISHED = "Daily NK", "2021-05-10"
HEARSAY = ("reportedly", "allegedly")
WINDOWS = (("2021-02-01", "2021-05-31"), ("2021-07-01", "2021-12-31"))
Statements = Sequence[Statement]
Property = Callable[[str, Statements], bool]


def measure() -> list[Outcome]:
    """Which properties hold for each reader; the statements themselves are shown but never written."""
    path = corpus(FILE)
    if path is None:
        return [Skipped(name=NAME, why=why_missing(FILE))]
    text = path.read_text(encoding="utf-8")
    document = document_of_text(text, Defaults(publisher=PUBLISHER, published=PUBLISHED, language="en"))
    rows: list[Row] = []
    shown: list[str] = []
    for name, reader in readers().items():
        statements = read_document(document, reader).statements
        rows.append({"reader": name, "statements": len(statements), **held(text, statements)})
        shown += ["", f"-- {name}", *(compact(one) for one in statements)]
    notes = () if networks() else (NO_WEIGHTS,)
    data = f"An article of {PUBLISHER}, {PUBLISHED}, {document.words} words ({fingerprint([path])})."
    title = "The first article: what must hold"
    return [Table(name=NAME, title=title, data=data, rows=rows, notes=notes, private=tuple(shown))]


def held(text: str, statements: Statements) -> dict[str, str]:
    """Each property with "yes" or "no"."""
    return {name: "yes" if holds(text, statements) else "no" for name, holds in PROPERTIES.items()}


def hearsay_has_no_source(text: str, statements: Statements) -> bool:
    """Every printed "reportedly" and "allegedly" is the cue of a statement that names nobody."""
    places = [Span(at, at + len(word)) for word in HEARSAY for at in found_at(text, word)]
    return bool(places) and all(_nobody_says(place, statements) for place in places)


def _nobody_says(place: Span, statements: Statements) -> bool:
    at = [one for one in statements if one.cue and touches(one.cue.spans, [place])]
    return bool(at) and all(
        one.source.kind == "unspecified" and not one.source.spans and one.evidentiality == "reportative"
        for one in at
    )


def embassy_denies(text: str, statements: Statements) -> bool:
    """The embassy's statement about the claim is a denial."""
    return any("embassy" in one.source.text.lower() and one.act == "deny" for one in statements)


def relay_is_a_chain(text: str, statements: Statements) -> bool:
    """A chain runs from the publisher through the radio to the alliance's spokesperson, and no further."""
    return any(
        len(one.chain) == 3 and one.chain[:2] == (PUBLISHER, "Radio Free Asia")
        and "GAVI" in one.chain[2] and one.chain[2].endswith("spokesperson")
        for one in statements
    )  # fmt: skip


def both_windows(text: str, statements: Statements) -> bool:
    """Both delivery windows are there as days."""
    times = {(t.from_, t.to) for one in statements for part in one.propositions for t in part.times}
    return all(window in times for window in WINDOWS)


def inference_is_the_authors(text: str, statements: Statements) -> bool:
    """What "This suggests" introduces is the author's inference."""
    return _authors(text, "This suggests", statements) and _authors(text, "suggests that", statements)


def doubt_is_the_authors(text: str, statements: Statements) -> bool:
    """What is "not likely" is so according to the author."""
    return _authors(text, "it is not likely", statements)


def _authors(text: str, words: str, statements: Statements) -> bool:
    places = [Span(at, at + len(words)) for at in found_at(text, words)]
    return bool(places) and all(
        any(_is_authors(one) and touches((*_cue(one), *one.content.spans), [place]) for one in statements)
        and not any(not _is_authors(one) and touches(_cue(one), [place]) for one in statements)
        for place in places
    )


def _is_authors(one: Statement) -> bool:
    return one.source.kind == "author" and not one.source.spans


def _cue(one: Statement) -> Spans:
    return one.cue.spans if one.cue else ()


PROPERTIES: dict[str, Property] = {
    "hearsay has no source": hearsay_has_no_source,
    "the embassy denies": embassy_denies,
    "the relay is a chain": relay_is_a_chain,
    "both windows": both_windows,
    "“suggests” is the author’s": inference_is_the_authors,
    "“not likely” is the author’s": doubt_is_the_authors,
}


def found_at(text: str, words: str) -> Iterator[int]:
    """Where `words` stand in the text."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def compact(one: Statement) -> str:
    """A statement in one line: chain, act, evidentiality, cue, factualities, times, content."""
    nobody = not one.source.name and one.source.kind != "author"
    who = " > ".join((*one.chain, "(nobody named)") if nobody else one.chain)
    sure = ",".join(part.factuality for part in one.propositions)
    days = " ".join(f"{t.from_ or '..'}/{t.to or '..'}" for part in one.propositions for t in part.times)
    cue = one.cue.text if one.cue else "–"
    return f"{who} | {one.act} {one.evidentiality} {sure} | {cue} | {days} | {one.content.text[:110]}"
