"""What holds for every reading, whoever made it: each broken law in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from sayso.model import Document, Spans, Statement, covers, proposition_id, statement_id, touches, words_at


def broken_by(document: Document, one: Statement) -> list[str]:
    """The laws that one statement breaks by itself, each a phrase; [] for none."""
    cue: Spans = one.cue.spans if one.cue else ()
    wrong = {
        "a statement that is nowhere in the text": not (one.source.spans or cue or one.content.spans),
        "a statement of another document": (one.document, one.input) != (document.id, document.input),
        "an id that is not made of the statement's spans":
            one.id != statement_id(document.id, one.source.spans, cue, one.content.spans),
        "a cue inside its own content": touches(cue, one.content.spans),
        "an act that is not the cue's": one.cue is not None and one.act != one.cue.act,
        "a confidence outside of [0, 1]": not 0 <= one.confidence <= 1,
        "a chain that does not start with the publisher":
            bool(document.publisher) and one.chain[:1] != (document.publisher,),
        "the author, with a printed source": one.source.kind == "author" and bool(one.source.spans),
        "an anonymous author": one.source.kind == "author" and one.source.anonymous,
        "no cue, and not the author's voice": one.cue is None and one.source.kind != "author",
        "content without a proposition, or the other way round":
            bool(one.propositions) != any(char.isalnum() for char in one.content.text),
    }  # fmt: skip
    found = [law for law, is_broken in wrong.items() if is_broken]
    return [*found, *_not_verbatim(document.text, one), *_of_propositions(document.text, one)]


def _not_verbatim(text: str, one: Statement) -> Iterator[str]:
    parts = {
        "source": one.source, "content": one.content, "cue": one.cue, "medium": one.medium, "said": one.said,
    }  # fmt: skip
    for name, part in parts.items():
        if part is not None and not is_at(text, part.spans, part.text):
            yield f"a {name} that is not verbatim"


def _of_propositions(text: str, one: Statement) -> Iterator[str]:
    for part in one.propositions:
        if not part.spans or not is_at(text, part.spans, part.text):
            yield "a proposition that is not verbatim"
        if not covers(one.content.spans, part.spans):
            yield "a proposition outside of the content"
        if part.id != proposition_id(one.id, part.spans):
            yield "a proposition's id that is not made of its spans"
        for when in part.times:
            if not is_at(text, when.spans, when.text) or not covers(part.spans, when.spans):
                yield "a time that is not verbatim in its proposition"
            if when.from_ and when.to and when.from_ > when.to:
                yield "a time that ends before it begins"


def broken_by_foreign(document: Document, one: Statement, reading: str) -> list[str]:
    """The laws that a statement of a foreign reader breaks: those of all, and that it is a reader's own."""
    own = [] if one.reading == reading else ["a reading that is not the reader's"]
    person = ["corrected, which only people do"] if one.corrected_by else []
    return [*own, *person, *broken_by(document, one)]


def is_at(text: str, spans: Spans, words: str) -> bool:
    """In bounds, not empty, in order, disjoint, and the words are those printed there."""
    inside = all(0 <= span.start < span.end <= len(text) for span in spans)
    return inside and all(a.end <= b.start for a, b in pairwise(spans)) and words_at(text, spans) == words


def broken_together(statements: Sequence[Statement]) -> list[str]:
    """The laws that the statements of a document break among each other; [] for none."""
    ids = [one.id for one in statements]
    parents = {one.id: one.within for one in statements}
    propositions = [part.id for one in statements for part in one.propositions]
    homes = [one.sentence for one in statements]
    wrong = {
        "one statement's id twice": len(set(ids)) != len(ids),
        "one proposition's id twice": len(set(propositions)) != len(propositions),
        "not in reading order": homes != sorted(homes),
        "a statement within one that is not there":
            any(within is not None and within not in parents for within in parents.values()),
        "a statement inside itself": any(_is_inside_itself(one, parents) for one in parents),
    }  # fmt: skip
    return [law for law, is_broken in wrong.items() if is_broken]


def _is_inside_itself(start: str, parents: Mapping[str, str | None]) -> bool:
    seen: set[str] = set()
    at: str | None = start
    while at is not None and at not in seen:
        seen.add(at)
        at = parents.get(at)
    return at is not None
