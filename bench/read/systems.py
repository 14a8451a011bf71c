"""What is measured of sayso: its readers and the bare tagger, with whichever weights there are."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.read.scoring import Attributed, with_nesting
from sayso.ingest import Defaults, document_of_text
from sayso.lang import abbreviations
from sayso.model import Statement
from sayso.pipeline import make_reader, read_document
from sayso.read.reader import Reader
from sayso.read.tagging.network import Network, load_network
from sayso.read.tagging.tagger import tag
from sayso.reference.gazetteer import load_gazetteer
from sayso.text import sentences
from sayso.weights import has_weights

Finder = Callable[[str], list[Attributed]]
MODEL, CLEAN = "tagger", "tagger-clean"
NO_WEIGHTS = "the installation has no weights: the rows of the learnt reader are missing"
CLEAN_FOLDER = "SAYSO_CLEAN_WEIGHTS"


def networks(threads: int = 1) -> dict[str, Network]:
    """The sets of weights that are there, by the name of their row; {} where there are none.

    The second set is `sayso/weights/tagger-clean`, or the folder that $SAYSO_CLEAN_WEIGHTS names.
    """
    found = {"sayso": load_network(MODEL, threads)} if has_weights(MODEL) else {}
    folder = os.environ.get(CLEAN_FOLDER)
    if folder and Path(folder, "encoder.onnx").is_file():
        # An absolute path joined to the folder of weights is that path.
        found["sayso, second weights"] = load_network(str(Path(folder).resolve()), threads)
    elif has_weights(CLEAN):
        found["sayso, second weights"] = load_network(CLEAN, threads)
    return found


def readers(threads: int = 1) -> dict[str, Reader]:
    """Every whole reader that can be had, the rule-based twin last."""
    learnt = {name: reader_with(network) for name, network in networks(threads).items()}
    return {**learnt, "sayso, rules": make_reader(threads=threads, rules=True)}


def reader_with(network: Network) -> Reader:
    """The whole reader with these weights."""
    return Reader(network=network, gazetteer=load_gazetteer())


def statements_of(reader: Reader, text: str) -> tuple[Statement, ...]:
    """The whole reading of a bare text: no publisher, no date."""
    return read_document(document_of_text(text, Defaults(language="en")), reader).statements


def whole(reader: Reader) -> Finder:
    """A reader as a finder of attributions: its statements with a cue."""

    def find(text: str) -> list[Attributed]:
        return [
            Attributed(
                source=one.source.spans,
                cue=one.cue.spans,
                content=one.content.spans,
                nested=one.within is not None,
            )
            for one in statements_of(reader, text)
            if one.cue
        ]

    return find


def alone(network: Network) -> Finder:
    """The tagger without gate, lexicon, completion or resolution, on all sentences."""

    def find(text: str) -> list[Attributed]:
        relations = tag(text, [sentences(text, abbreviations("en"))], network)
        return with_nesting([Attributed(source=r.source, cue=r.cue, content=r.content) for r in relations])

    return find


def finders() -> Iterator[tuple[str, Finder]]:
    """Every row of sayso in the comparison of attribution."""
    for name, network in networks().items():
        yield name, whole(reader_with(network))
        yield f"{name}, tagger alone", alone(network)
    yield "sayso, rules", whole(make_reader(rules=True))
