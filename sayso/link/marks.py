"""Marks of a document: what linking sees of each proposition that may be one with another document's."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from sayso.link.amounts import amounts_of
from sayso.link.claimable import FEWEST_STEMS, LEFT_OPEN, Claimable, claimables, is_hearsay, is_nobodys
from sayso.link.encoder import Encoder
from sayso.link.falsehood import falsified, is_verdict
from sayso.link.headlines import is_of_others
from sayso.link.mark import Amount, Mark, Weight
from sayso.link.met import is_only_met
from sayso.link.names import Known, Names, known_names, names_of, without_names
from sayso.link.phrases import phrases_in
from sayso.link.pointing import has_verb, told_of
from sayso.link.polarity import is_negated, is_question
from sayso.link.words import listed, low_words, stems_of
from sayso.model import Act, Document, Proposition, Span, Statement, without
from sayso.model.ids import digest
from sayso.reference.gazetteer import Gazetteer

FEWEST_BARE = 2  # content words that must be left of a text without its names
MOST_TEXT_CHARS = 600  # what is longer is no claim but a passage: the rest is not looked at
TOPIC_CHARS = 200
VERDICT_CHARS = 80  # behind a report, in which it is called false
SAYING = frozenset({"assert", "believe", "perceive"})
DOER_WORDS = 3  # "any responsibility", "all of the blame"


def marks_of(
    document: Document,
    statements: Sequence[Statement],
    encoder: Encoder | None,
    gazetteer: Gazetteer,
    language: str = "en",
) -> tuple[Mark, ...]:
    """One mark for each claimable proposition, in the order of the statements; () for none.

    Not claimable: what only carries an inner statement (that one is the claim), what has fewer than two
    content words and is no clause, pointers that lead nowhere, and what nobody in particular says where
    it is told only to be denied. `encoder` None: words only.
    """
    known = known_names(document.text)
    around = names_of(document.title or "", gazetteer, known, language).keys
    found = [
        _mark(document, claimable, known, around, gazetteer, language)
        for claimable in claimables(statements, language)
    ]
    texts = [_text_of(claimable, document.text, language) for claimable in claimables(statements, language)]
    return _with_vectors(found, texts, encoder, topic_of(document))


def mark_of_text(
    text: str,
    gazetteer: Gazetteer,
    encoder: Encoder | None = None,
    *,
    publisher: str | None = None,
    published: str | None = None,
    language: str = "en",
) -> Mark:
    """The mark of a text that no reader has read (a headline, a claim as a fact-checker words it)."""
    names = names_of(text, gazetteer, None, language)
    key = digest("p", (text, publisher, published))
    asks = is_question(text, language)
    mark = Mark(
        proposition=key, statement=key, document=key, publisher=publisher, published=published, text=text,
        stems=stems_of(text, language), names=names.keys, polities=names.polities,
        directions=names.directions, amounts=amounts_of(text, language), asserted=published,
        negated=is_negated(text, language),
        certainty="U" if asks else "CT", hearsay=is_of_others(text, language),
        question=asks,
    )  # fmt: skip
    return with_vectors([mark], [text], encoder)[0] if encoder else mark


def _text_of(claimable: Claimable, printed: str, language: str) -> str:
    """What a proposition says itself, or what it points at, shortened; `printed` is the document's text."""
    said = claimable.pointer.proposition if claimable.pointer else claimable.proposition
    answers = not claimable.pointer and claimable.statement.act in {"deny", *LEFT_OPEN}
    if answers and (told := told_of(said.text, language)):
        return told[:MOST_TEXT_CHARS]
    if not claimable.asides:
        return said.text[:MOST_TEXT_CHARS]
    rest = " … ".join(
        part for span in without(said.spans, claimable.asides) if (part := printed[slice(*span)].strip(" ,"))
    )
    own = has_verb(rest, language) and len(stems_of(rest, language)) > FEWEST_STEMS
    return (rest if own else said.text)[:MOST_TEXT_CHARS]


def _mark(
    document: Document,
    claimable: Claimable,
    known: Known,
    around: tuple[str, ...],
    gazetteer: Gazetteer,
    language: str,
) -> Mark:
    statement, own = claimable.statement, claimable.proposition
    said = claimable.pointer.proposition if claimable.pointer else own
    text = _text_of(claimable, document.text, language)
    names = names_of(text, gazetteer, known, language)
    near = names_of(statement.source.name, gazetteer, known, language)
    days = next(((t.from_, t.to) for t in said.times if t.from_ or t.to), (None, None))
    certainty, negated = _polarity(claimable, language)
    outside = not negated and _is_denied_outside(claimable, document.text, language)
    counted = claimable.amount
    amounts = (counted,) if counted else _amounts(text, said, document, language)
    return Mark(
        proposition=own.id, statement=statement.id, document=document.id, publisher=document.publisher,
        published=document.published, text=own.text, stems=stems_of(text, language), names=names.keys,
        around=_left_out(names, (*around, *near.keys)), polities=names.polities, directions=names.directions,
        amounts=amounts, counts=counted is not None, days=days, asserted=_asserted(document, statement),
        negated=negated or outside, certainty=certainty,
        act="deny" if outside else _act(claimable, document.text, language),
        author=statement.source.kind == "author",
        hearsay=is_hearsay(statement), question=_asks(claimable, language),
        target=claimable.pointer.proposition.id if claimable.pointer else None,
        partial=_is_partial(claimable, language),
        start=own.spans[0].start if own.spans else 0,
    )  # fmt: skip


def _is_partial(claimable: Claimable, language: str) -> bool:
    """Whether it is of a part: of some of what it points at, or of the doer ("denied responsibility for")."""
    if claimable.pointer and claimable.pointer.partial:
        return True
    cue = claimable.statement.cue
    words = (*low_words(cue.text if cue else ""), *low_words(claimable.proposition.text)[:DOER_WORDS])
    return claimable.statement.act == "deny" and not listed(language, "doer_nouns").isdisjoint(words)


def _polarity(claimable: Claimable, language: str) -> tuple[Weight, bool]:
    """Certainty, and the polarity of the matter: a denial of what is negated affirms it."""
    value = claimable.proposition.factuality
    false = falsified(claimable.proposition.text, value, language)
    negated = value.endswith("-") ^ false
    certainty: Weight = (
        "U" if value == "U" else ("CT" if value[:2] == "CT" else "PR" if value[:2] == "PR" else "PS")
    )
    if claimable.pointer:
        if claimable.pointer.statement.act in LEFT_OPEN and claimable.pointer.proposition.factuality == "U":
            certainty = "U"
        if claimable.statement.act == "deny":
            negated = not false
        negated ^= claimable.pointer.proposition.factuality.endswith("-")
    return certainty, negated


def _is_denied_outside(claimable: Claimable, text: str, language: str) -> bool:
    """Whether what is around it denies it: its cue ("laughs at"), a verdict ("reports of it are false")."""
    statement, spans = claimable.statement, claimable.proposition.spans
    if claimable.pointer or statement.act == "deny" or statement.cue is None or not spans:
        return False
    behind = text[spans[-1].end : spans[-1].end + VERDICT_CHARS]
    alone = statement.within is None and is_nobodys(statement)  # else whoever gives the verdict denies it
    return bool(phrases_in(statement.cue.text, "denying_cues", language)) or (
        alone and is_verdict(behind, language)
    )


def _act(claimable: Claimable, text: str, language: str) -> Act:
    """Its act; who looks into reports, or says that he was not aware, leaves open as who cannot confirm."""
    statement = claimable.statement
    if claimable.pointer or statement.cue is None or statement.act not in SAYING:
        return statement.act
    open_ = claimable.proposition.factuality == "U"
    unknown = open_ and phrases_in(statement.cue.text, "open_cues", language)
    return "unconfirmed" if unknown or is_only_met(statement, text, language) else statement.act


def _asks(claimable: Claimable, language: str) -> bool:
    """Whether it is left open, by its own words or by its cue ("has no information about")."""
    own, cue = claimable.proposition, claimable.statement.cue
    by_cue = cue is not None and bool(phrases_in(cue.text, "open_cues", language))
    return own.factuality == "U" or is_question(own.text, language) or by_cue


def _left_out(names: Names, around: Sequence[str]) -> tuple[str, ...]:
    return tuple(name for name in dict.fromkeys(around) if name not in names.keys)


def _amounts(text: str, said: Proposition, document: Document, language: str) -> tuple[Amount, ...]:
    """Amounts without the numbers of dates, which are printed somewhere in `text` too."""
    holes = [
        Span(at, at + len(time.text))
        for time in said.times
        if (at := text.find(time.text)) >= 0 and time.text
    ]
    return amounts_of(text, language, holes)


def _asserted(document: Document, statement: Statement) -> str | None:
    said = statement.said
    return (said.from_ or said.to if said else None) or document.published


def _with_vectors(
    marks: Sequence[Mark], texts: Sequence[str], encoder: Encoder | None, topic: str
) -> tuple[Mark, ...]:
    if encoder is None or not marks:
        return tuple(marks)
    (around,) = encoder.encode([topic])
    return tuple(msgspec.structs.replace(m, topic=around) for m in with_vectors(marks, texts, encoder))


def with_vectors(marks: Sequence[Mark], texts: Sequence[str], encoder: Encoder) -> tuple[Mark, ...]:
    """The marks with the vectors of their `texts`, with the names in them and without, in one batch."""
    bare = [without_its_names(text, mark) for text, mark in zip(texts, marks, strict=True)]
    every = list(dict.fromkeys([*texts, *bare]))
    known = dict(zip(every, encoder.encode(every), strict=True))
    return tuple(
        msgspec.structs.replace(mark, vector=known[text], bare=known[matter])
        for mark, text, matter in zip(marks, texts, bare, strict=True)
    )


def without_its_names(text: str, mark: Mark) -> str:
    """The text without its names; the whole where next to nothing would be left."""
    left = without_names(text, mark.names)
    return left if len(stems_of(left)) >= FEWEST_BARE else text


def topic_of(document: Document) -> str:
    """What a document is about, as printed: its title and how its text begins."""
    return f"{document.title or ''}. {document.text[:TOPIC_CHARS]}".strip(". \n")
