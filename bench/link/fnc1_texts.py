"""FNC-1's headlines and bodies (Pomerleau & Rao 2017), split by body; what linking sees of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bench.corpora import corpus, json_lines
from bench.link.corpora import held_out
from sayso.ingest import Defaults, document_of_text
from sayso.lang.loading import abbreviations
from sayso.link.encoder import SentenceEncoder
from sayso.link.mark import Mark
from sayso.link.marks import mark_of_text, marks_of, with_vectors
from sayso.link.view import View, view_of
from sayso.pipeline import make_reader, read_document
from sayso.reference.gazetteer import load_gazetteer
from sayso.text.sentences import sentences

BODIES, STANCES = "fnc1/train_bodies.jsonl", "fnc1/train_stances.jsonl"
MOST_CHARS, MOST_SENTENCES = 5000, 40
SENTENCE_CHARS, FEWEST_WORDS = 400, 4

ENCODER = SentenceEncoder()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A headline and a body, and how the body stands to the headline: unrelated, agree, disagree, discuss."""

    headline: str
    body: str
    relation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What is seen of a body: its text, the views of its sentences in order, those of its propositions."""

    text: str
    sentences: tuple[View, ...]
    propositions: tuple[View, ...]


def pairs_of(*, measured: bool) -> Sequence[Pair] | None:
    """The pairs of one side of the split by body, the measured one three tenths; None without the corpus.

    It is the side that the comparison of statements has not been trained on either.
    """
    path = corpus(STANCES)
    if path is None:
        return None
    return [
        Pair(headline=row["headline"], body=str(row["body_id"]), relation=row["stance"])
        for row in json_lines(path)
        if held_out(str(row["body_id"])) == measured
    ]


def texts_of(pairs: Iterable[Pair]) -> dict[str, str]:
    """The text of each body that is in a pair."""
    wanted = {pair.body for pair in pairs}
    path = corpus(BODIES)
    rows = json_lines(path) if path else ()
    return {str(row["body_id"]): row["text"] for row in rows if str(row["body_id"]) in wanted}


def headlines_seen(pairs: Iterable[Pair]) -> dict[str, View]:
    """The view of each headline."""
    texts = sorted({pair.headline for pair in pairs})
    return dict(zip(texts, seen(texts), strict=True))


def seen(texts: Sequence[str]) -> list[View]:
    """The views of plain texts, their vectors in one batch."""
    gazetteer = load_gazetteer()
    marks = [mark_of_text(text, gazetteer) for text in texts]
    return [view_of(mark) for mark in with_vectors(marks, texts, ENCODER)]


def bodies_seen(texts: Mapping[str, str]) -> dict[str, Body]:
    """What is seen of each body: read by the shipped reader, and sentence by sentence."""
    return {id: body_seen(text) for id, text in sorted(texts.items())}


def body_seen(text: str) -> Body:
    """What is seen of one body; only its first 5,000 characters are looked at."""
    text = text[:MOST_CHARS]
    document = document_of_text(text, defaults=Defaults(language="en"))
    marks: Sequence[Mark] = marks_of(
        document, read_document(document, make_reader()).statements, ENCODER, load_gazetteer()
    )
    return Body(text=text, sentences=tuple(seen(_sentences(text))), propositions=tuple(map(view_of, marks)))


def _sentences(text: str) -> list[str]:
    found = (text[span.start : span.end].strip() for span in sentences(text, abbreviations("en")))
    long = [sentence[:SENTENCE_CHARS] for sentence in found if len(sentence.split()) >= FEWEST_WORDS]
    return (long or [text[:SENTENCE_CHARS]])[:MOST_SENTENCES]
