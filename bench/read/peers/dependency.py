"""A quote extractor on spaCy's parse: subject and clause of a verb of saying, quotations, "according to"."""

from collections.abc import Iterator
from typing import Any

from bench.read.peers.spacy_model import pipeline
from bench.read.scoring import Attributed, with_nesting
from bench.read.systems import Finder
from sayso.model import Span, Spans

NAME = "spaCy parse, quote extractor"
WORDS = """
accuse acknowledge add admit announce answer argue ask assert believe call charge cite claim comment
complain conclude confirm contend declare demand deny describe disclose estimate expect explain
express find hint imply indicate insist maintain mention note observe point predict promise propose
question quote recall recommend reply report respond reveal say state stress suggest suspect tell
testify think tweet urge vow warn wonder write
"""
SAYS = frozenset(WORDS.split())
CLAUSE = frozenset({"ccomp", "xcomp"})


def make() -> Finder:
    """The finder; NotInstalled where spaCy or its model is not there."""
    nlp = pipeline()

    def find(text: str) -> list[Attributed]:
        parsed = nlp(text)
        found = [one for token in parsed for one in _of(token) if one.content]
        return with_nesting([_with_quotation(text, one) for one in found])

    return find


def _of(token: Any) -> Iterator[Attributed]:
    if token.lower_ == "according" and token.i + 1 < len(token.doc):
        yield from _according(token)
    elif token.pos_ == "VERB" and token.lemma_.lower() in SAYS:
        subjects = [child for child in token.children if child.dep_ in {"nsubj", "nsubjpass"}]
        clauses = [child for child in token.children if child.dep_ in CLAUSE] or _loose(token)
        if subjects and clauses:
            content = tuple(span for clause in clauses for span in _subtree(clause))
            yield Attributed(source=_subtree(subjects[0]), cue=_cue(token), content=content)


def _according(token: Any) -> Iterator[Attributed]:
    preposition = next((child for child in token.children if child.lower_ == "to"), token.doc[token.i + 1])
    objects = [child for child in preposition.children if child.dep_ == "pobj"]
    if objects and preposition.lower_ == "to":
        source = _subtree(objects[0])
        inside = (token.i, objects[0].right_edge.i)
        rest = [other for other in token.head.subtree if not inside[0] <= other.i <= inside[1]]
        cue = Span(token.idx, preposition.idx + len(preposition))
        yield Attributed(source=source, cue=(cue,), content=_run(rest))


def _loose(verb: Any) -> list[Any]:
    """What a verb of saying hangs on where the parser makes it a parenthesis: “…,” he said."""
    head = verb.head
    return [head] if verb.dep_ == "parataxis" and head is not verb else []


def _cue(verb: Any) -> Spans:
    words = [verb, *(child for child in verb.children if child.dep_ in {"aux", "auxpass", "neg", "prt"})]
    near = [word for word in words if abs(word.i - verb.i) <= 3]
    return (Span(min(w.idx for w in near), max(w.idx + len(w) for w in near)),)


def _subtree(token: Any) -> Spans:
    return _run(list(token.subtree))


def _run(tokens: list[Any]) -> Spans:
    """Spans of neighbouring tokens, without white space and punctuation at their edges."""
    found: list[Span] = []
    last = -2
    for token in sorted(tokens, key=lambda token: token.i):
        if token.is_space:
            continue
        if found and token.i <= last + 1:
            found[-1] = Span(found[-1].start, token.idx + len(token))
        else:
            found.append(Span(token.idx, token.idx + len(token)))
        last = token.i
    return tuple(found)


def _with_quotation(text: str, one: Attributed) -> Attributed:
    """The content widened to the quotation marks right around it."""
    start, end = one.content[0].start, one.content[-1].end
    opening = start - 1 if start and text[start - 1] in '“"' else start
    closing = next((at + 1 for at in range(end, min(end + 3, len(text))) if text[at] in '”"'), end)
    first, last = Span(opening, one.content[0].end), one.content[-1]
    widened = (*((first, *one.content[1:-1]) if len(one.content) > 1 else ()),
               Span(last.start if len(one.content) > 1 else opening, closing))  # fmt: skip
    return Attributed(source=one.source, cue=one.cue, content=widened)
