"""Marks of a document: what linking sees of each proposition that may be one with another document's."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from sayso.link.amounts import amounts_of
from sayso.link.counting import counted_by
from sayso.link.encoder import Encoder
from sayso.link.falsehood import calls_false, is_verdict, without_verdict
from sayso.link.headlines import is_of_others
from sayso.link.mark import Amount, Mark, Weight
from sayso.link.names import Known, Names, known_names, names_of, without_names
from sayso.link.phrases import phrases_in
from sayso.link.pointing import Pointer, carried, has_verb, inside, points_only, target_of, told_of
from sayso.link.polarity import is_negated, is_question
from sayso.link.words import listed, low_words, stems_of
from sayso.model import Document, Proposition, Span, Statement, proposition_id, touches, without
from sayso.model.ids import digest
from sayso.reference.gazetteer import Gazetteer

FEWEST_STEMS = 2  # of a text that is no clause
FEWEST_BARE = 2  # content words that must be left of a text without its names
MOST_TEXT_CHARS = 600  # what is longer is no claim but a passage: the rest is not looked at
TOPIC_CHARS = 200
VERDICT_CHARS = 80  # behind a report, in which it is called false
DOER_WORDS = 3  # "any responsibility", "all of the blame"
ANSWERS = frozenset({"deny", "unconfirmed", "decline", "believe"})
TOLD = frozenset({"assert", "forecast", "deny", "unconfirmed"})
LEFT_OPEN = frozenset({"unconfirmed", "decline"})
UNSAID = frozenset({"deny", "unconfirmed", "decline"})


class Claimable(msgspec.Struct, frozen=True, kw_only=True):
    """A proposition that may join a claim, and what it points at where it does not say it itself.

    `asides`: what it tells that others say, and does not say itself: "the man who said | that P | has left".
    `amount`: the other number that it gives for what it points at.
    """

    statement: Statement
    proposition: Proposition
    pointer: Pointer | None = None
    asides: tuple[Span, ...] = ()
    amount: Amount | None = None


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


def claimables(statements: Sequence[Statement], language: str = "en") -> list[Claimable]:
    """The propositions that may join a claim, in order; those that lead nowhere are left out."""
    found: list[Claimable] = []
    parts = _parts_of_others(statements, language)
    whole = [statement for statement in statements if statement.id not in parts]
    for statement in whole:
        for proposition in statement.propositions:
            one = _claimable(statement, proposition, whole, language)
            found += [one] if one else []
        if statement.act == "deny" and not statement.propositions:
            target = target_of(statement, None, statements, language)
            if target:
                empty = Proposition(id=proposition_id(statement.id, ()), spans=(), text="", factuality="CT-")
                found.append(Claimable(statement=statement, proposition=empty, pointer=target))
    by_id = {statement.id: statement for statement in statements}
    said = _without_denied_talk(found, language)
    return [one for one in said if not _is_unsaid(one, by_id.get(one.statement.within or ""), language)]


def _without_denied_talk(found: Sequence[Claimable], language: str) -> list[Claimable]:
    """Without what is nobody's and told only to be denied: "denied rumours that …" says one thing, against.

    So does "talk of … is a lie". Only inside the denial: what stands before it ("A nurse said so. He denied
    it") is said, and so is what a named source says ("refuted the Courier's report that …").
    """
    denied = {
        one.pointer.statement.id
        for one in found
        if one.pointer and one.pointer.statement.within == one.statement.id and _denies(one, language)
    }
    return [one for one in found if one.statement.id not in denied or not _is_nobodys(one.statement)]


def _is_unsaid(one: Claimable, around: Statement | None, language: str) -> bool:
    """Whether that it was said at all is what is denied or left open: "denied that it had agreed to P".

    Not so of a noun: who denies "the union's claim that P" grants that the union claims it.
    """
    cue = one.statement.cue
    if around is None or cue is None or around.act not in UNSAID:
        return False
    if not listed(language, "pointing_nouns").isdisjoint(low_words(cue.text)):
        return False
    opener = low_words(around.content.text)[:1]
    return bool(opener) and opener[0] in listed(language, "clause_openers")


def _denies(claimable: Claimable, language: str) -> bool:
    return claimable.statement.act in {"deny", *LEFT_OPEN} or calls_false(
        claimable.proposition.text, language
    )


def _is_nobodys(statement: Statement) -> bool:
    return _is_hearsay(statement) or statement.source.anonymous


def _claimable(
    statement: Statement, proposition: Proposition, statements: Sequence[Statement], language: str
) -> Claimable | None:
    """The proposition with what it answers, where it says nothing but that; None where it leads nowhere.

    Whoever calls a report false answers what the report says, as who denies it does.
    """
    if counted := counted_by(statement, proposition, statements, language):
        told = Pointer(statement=counted.statement, proposition=counted.proposition)
        return Claimable(statement=statement, proposition=proposition, pointer=told, amount=counted.amount)
    false = calls_false(proposition.text, language)
    answers = false or statement.act in ANSWERS
    inner = carried(statement, proposition, statements, language)
    if false and inner is None:
        inner = next(iter(inside(statement, proposition, statements)), None)
    inner = _unanswered_in(inner, statements, language) if inner else None
    pointer = Pointer(statement=inner, proposition=inner.propositions[0]) if inner else None
    if pointer is None and points_only(without_verdict(proposition.text, language), language):
        pointer = target_of(statement, proposition, statements, language)
        answers = pointer is not None and (answers or _answers_shortly(statement, proposition, language))
    elif pointer is None:
        answered = statement.act == "believe" or any(
            s.id == statement.within and s.act in ANSWERS for s in statements
        )
        answers = _says_something(proposition.text, answered, language)
    if not answers:
        return None
    asides = () if pointer else _asides(statement, proposition, statements, language)
    return Claimable(statement=statement, proposition=proposition, pointer=pointer, asides=asides)


def _asides(
    statement: Statement, proposition: Proposition, statements: Sequence[Statement], language: str
) -> tuple[Span, ...]:
    """What others say inside a proposition that says something else; () for nothing."""
    return tuple(
        span
        for other in inside(statement, proposition, statements)
        if other.cue and other.act in TOLD and touches(other.cue.spans, proposition.spans)
        if has_verb(other.content.text, language)
        for span in other.content.spans
    )


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


def _unanswered_in(inner: Statement, statements: Sequence[Statement], language: str) -> Statement:
    """What `inner` hands on itself, where that only leaves it open; otherwise `inner`.

    "X said that the office told Y that it could not confirm P" leaves P open.
    """
    further = carried(inner, inner.propositions[0], statements, language)
    if further is None or further.id == inner.id:
        return inner
    return further if further.act in LEFT_OPEN else inner


def _answers_shortly(statement: Statement, proposition: Proposition, language: str) -> bool:
    """Whether words that only point deny ("it had not"), confirm ("confirmed the report") or affirm."""
    cue = low_words(statement.cue.text) if statement.cue else ()
    return (
        proposition.factuality.endswith("-")
        or not listed(language, "confirming").isdisjoint(cue)
        or not listed(language, "affirming").isdisjoint(low_words(proposition.text))
    )


def _says_something(text: str, answered: bool, language: str) -> bool:
    """Whether a text has two content words, or one in a clause, or one that somebody knows or denies."""
    stems = len(stems_of(text, language))
    return stems >= FEWEST_STEMS or (stems > 0 and (answered or has_verb(text, language)))


def _parts_of_others(statements: Sequence[Statement], language: str) -> set[str]:
    """The statements that say no more than a part of a clause around them: "it had admitted | nine".

    So do those whose words run into what the clause around them says of them ("reports that it burned are
    lies").
    """
    return {
        statement.id
        for statement in statements
        if statement.cue
        and statement.act not in ANSWERS
        and _is_part(statement.content.text, language)
        and any(_holds(other, statement) for other in statements)
    }


def _is_part(text: str, language: str) -> bool:
    return not has_verb(text, language) or calls_false(text, language)


def _holds(around: Statement, statement: Statement) -> bool:
    """Whether a clause of `around` holds the cue of the other statement."""
    cue = statement.cue.spans if statement.cue else ()
    near = statement.within == around.id or (
        statement.sentence == around.sentence
        and statement.id != around.id
        and calls_false(around.content.text)
    )
    return near and any(touches(cue, part.spans) for part in around.propositions)


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
    certainty, negated = _polarity(claimable, document.text, language)
    counted = claimable.amount
    amounts = (counted,) if counted else _amounts(text, said, document, language)
    return Mark(
        proposition=own.id, statement=statement.id, document=document.id, publisher=document.publisher,
        published=document.published, text=own.text, stems=stems_of(text, language), names=names.keys,
        around=_left_out(names, (*around, *near.keys)), polities=names.polities, directions=names.directions,
        amounts=amounts, counts=counted is not None, days=days, asserted=_asserted(document, statement),
        negated=negated, certainty=certainty, act=statement.act, author=statement.source.kind == "author",
        hearsay=_is_hearsay(statement), question=_asks(claimable, language),
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


def _polarity(claimable: Claimable, text: str, language: str) -> tuple[Weight, bool]:
    """Certainty, and the polarity of the matter: a denial of what is negated affirms it."""
    value = claimable.proposition.factuality
    false = calls_false(claimable.proposition.text, language)
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
    elif not negated and _is_denied_outside(claimable, text, language):
        negated = True
    return certainty, negated


def _is_denied_outside(claimable: Claimable, text: str, language: str) -> bool:
    """Whether what is around it denies it: its cue ("laughs at"), a verdict ("reports of it are false")."""
    statement, spans = claimable.statement, claimable.proposition.spans
    if statement.act == "deny" or statement.cue is None or not spans:
        return False
    behind = text[spans[-1].end : spans[-1].end + VERDICT_CHARS]
    alone = statement.within is None and _is_nobodys(statement)  # else whoever gives the verdict denies it
    return bool(phrases_in(statement.cue.text, "denying_cues", language)) or (
        alone and is_verdict(behind, language)
    )


def _asks(claimable: Claimable, language: str) -> bool:
    """Whether it is left open, by its own words or by its cue ("has no information about")."""
    own, cue = claimable.proposition, claimable.statement.cue
    by_cue = cue is not None and bool(phrases_in(cue.text, "open_cues", language))
    return own.factuality == "U" or is_question(own.text, language) or by_cue


def _is_hearsay(statement: Statement) -> bool:
    return statement.evidentiality == "reportative" or (
        statement.source.kind == "unspecified" and not statement.source.spans
    )


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
