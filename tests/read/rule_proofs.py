"""Proofs of the rules: sentences in which {…} is the source, [ … ] the cue and <…> the content."""

from sayso.lang.loading import load
from sayso.model import Span, words_at
from sayso.read.cues.finding import find_cues
from sayso.read.layout.quotes import with_continued
from sayso.read.mending.completion import Attribution
from sayso.read.relation import Relation
from sayso.read.rules.finding import relation_by_rules
from sayso.text import paragraphs, sentences

Parts = tuple[str, str, str]
PAIRS = {"{": "}", "[": "]", "<": ">"}
ABBREVIATIONS = ("mr", "sen", "jan")


def unmarked(proof: str) -> str:
    """The sentence of a proof, without its marks."""
    return "".join(char for char in proof if char not in "{}[]<>")


def marked(proof: str) -> Parts:
    """Source, cue and content as marked; pieces joined by " … ", "" where unmarked."""
    found = []
    for opening, closing in PAIRS.items():
        pieces = [part.split(closing)[0] for part in proof.split(opening)[1:]]
        found.append(" … ".join(unmarked(piece) for piece in pieces))
    return (found[0], found[1], found[2])


def relation_of(proof: str) -> Relation:
    """The relation that is marked in a proof."""
    parts: dict[str, tuple[Span, ...]] = {}
    for opening, closing in PAIRS.items():
        pieces = []
        for before in (i for i, char in enumerate(proof) if char == opening):
            start = len(unmarked(proof[:before]))
            pieces.append(Span(start, start + len(unmarked(proof[before : proof.index(closing, before)]))))
        parts[opening] = tuple(pieces)
    return Relation(source=parts["{"], cue=parts["["], content=parts["<"])


def attributions_in(text: str) -> list[Attribution]:
    """What the rules find in a text, with quotations and turns handed over."""
    found = []
    for paragraph in paragraphs(text):
        for sentence in sentences(text, ABBREVIATIONS, paragraph):
            cues = find_cues(text, sentence)
            relations = [(match, relation_by_rules(text, sentence, match, cues)) for match in cues]
            found += [Attribution(relation=each, cue=match.reading) for match, each in relations if each]
    return with_continued(text, paragraphs(text), found)


def relations_in(text: str) -> list[Parts]:
    """Source, cue and content, as printed, of each relation."""
    relations = [attribution.relation for attribution in attributions_in(text)]
    return [(words_at(text, r.source), words_at(text, r.cue), words_at(text, r.content)) for r in relations]


def classes() -> list[dict[str, list[str]]]:
    """The classes of the rules' words, with their proofs."""
    return list(load("en", "rules"))
