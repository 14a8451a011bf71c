"""Where the parts of an attribution begin and end: whole words, whole phrases, no loose ends."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from sayso.lang import load
from sayso.model import Span, touches, without
from sayso.read.mending.addressees import without_addressee
from sayso.read.mending.appositions import with_description, without_described
from sayso.read.mending.content_edges import (
    TO_COMMA,
    with_answer,
    with_article,
    with_front,
    with_listed,
    with_measure,
    with_own_paragraph,
    with_whole_clause,
    with_whole_dates,
    without_place,
)
from sayso.read.mending.content_starts import (
    with_deadline,
    with_relative,
    with_sentence,
    without_aside,
    without_date,
)
from sayso.read.mending.numbers import with_whole_numbers
from sayso.read.relation import Relation
from sayso.read.sources.words import source_words
from sayso.read.tagging.decoding import trim

JOINT = re.compile(r"[-–’'.]")
RUN_CHARS = 40
NEITHER_CHARS = 100
TITLE = re.compile(r" [A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}")
WORD = re.compile(r"[^\W_](?:[\w’'.-]*\w)?")
Mend = Callable[[str, Relation, str], Relation]


def with_whole_parts(text: str, relations: Sequence[Relation], language: str) -> list[Relation]:
    """The relations with the edges of their parts mended, in the same order; no part takes from another.

    A word is never cut ("Seoul | -based", "Oh | 's government"); a source has its article, the rest of
    its name, and no relative pronoun or preposition hanging at its end; a possessive date stays with what
    is said ("put | this year's shortfall"); a cue has no article or preposition hanging ("said in an").
    What is said in a relative clause has its antecedent ("a number | that X could not verify"). "According
    to X, who …, Z" has its source up to the comma before Z. "That" alone goes on to the end of its clause.
    """
    mended = [_mended(text, relation, language) for relation in relations]
    return without_described(text, mended, language)


def _mended(text: str, relation: Relation, language: str) -> Relation:
    steps: tuple[Mend, ...] = (
        _way, _interposed, with_whole_numbers, _words, _possessive, _antecedent, _up_to_comma, _noun, _titled,
        _source, _neither, _relative, _cue, _particle, with_whole_clause, with_answer, with_front,
        with_sentence, with_relative, with_description, with_deadline, without_aside, without_date,
        with_own_paragraph, with_measure, with_listed, without_place, without_addressee, with_article,
        _aside, with_whole_dates,
    )  # fmt: skip
    for step in steps:
        changed = step(text, relation, language)
        apart = not touches(changed.source, (*changed.cue, *changed.content))
        if changed is not relation and changed.cue and apart and not touches(changed.cue, changed.content):
            relation = changed
    return relation


@cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    words = load(language, "completion")["edges"]
    loose, hanging, relatives = ("|".join(words[n]) for n in ("loose_ends", "hanging", "relatives"))
    fronted = "|".join(words["fronted"])
    finite = [*load(language, "sources")["words"]["auxiliaries"], *words["never"]]
    media, owners = ("|".join(words[name]) for name in ("media", "owners"))
    who = "|".join(words["clause_relatives"])
    neither, nor = ("|".join(words[name]) for name in ("neither", "nor"))
    titles = "|".join(word.capitalize() for word in load(language, "sources")["words"]["articles"])
    return {
        "title": re.compile(rf"[a-z] (?:{titles})\Z"),
        "aside": re.compile(rf",\s+(?:{who})\s+[^,.;]{{0,{RUN_CHARS}}}\Z", re.I),
        "neither": re.compile(rf"\b(?:{neither})\s+[^,.;:]{{2,80}}\s(?:{nor})\s+[^,.;:]{{2,60}}\Z", re.I),
        "goes_on": re.compile(rf",\s+(?:{'|'.join(finite)})\s", re.I),
        "loose": re.compile(rf"(?:[\s,]+(?:{loose}))+\Z", re.I),
        "hanging": re.compile(rf"(?:\s+(?:{hanging}))+\Z", re.I),
        "relative": re.compile(rf"({relatives})\s+(?=\S)", re.I),
        "fronted": re.compile(rf"(?:(?:{fronted}) )?(?:[A-Z][\w’'-]* ){{1,3}}(?=(?:an?|the) \w)"),
        "clause": re.compile(rf",\s+(?:{who})\b[^,.;:!?“”\"\n]*", re.I),
        "parted": re.compile(rf"\b(?:{'|'.join(words['parted'])})\Z", re.I),
        "particle": re.compile(rf"\s(?:{'|'.join(words['particles'])})\b"),
        "article": re.compile(r"\b(?:the|an?)\s\Z", re.I),
        "compound": re.compile(rf"\b(?:{'|'.join(words['compounds'])})\Z", re.I),
        "according": re.compile(rf"(?:{'|'.join(words['according'])})\Z", re.I),
        "medium": re.compile(rf"\s+(?:in|by|via|over|through)\s+((?:{owners})\s+(?:[\w-]+\s)?(?:{media})|"
                             rf"(?:{media}))\b", re.I),
    }  # fmt: skip


def _way(text: str, relation: Relation, language: str) -> Relation:
    """ "Warned by loudspeaker": how it was said, and not who said it; "The Mail" is who."""
    printed = " ".join(text[a:b] for a, b in relation.source)
    words = printed.lower().removeprefix("the ")
    if words not in load(language, "completion")["ways"] or printed.split()[1:] == [words.title()]:
        return relation
    return replace(relation, source=(), medium=relation.medium or relation.source)


def _interposed(text: str, relation: Relation, language: str) -> Relation:
    """ "The government, | he | went on, has not": who is spoken of first is no part of who speaks."""
    if len(relation.source) != 1:
        return relation
    source = relation.source[0]
    before, comma, who = text[slice(*source)].rpartition(", ")
    if not comma or who not in load(language, "completion")["speaking_pronouns"] or "," in before:
        return relation
    head = Span(source.start, source.start + len(before))
    content = relation.content if touches((head,), relation.content) else (head, *relation.content)
    return replace(relation, source=(Span(source.end - len(who), source.end),), content=content)


def _words(text: str, relation: Relation, language: str) -> Relation:
    """No part begins or ends inside a word; what a source gains a content loses."""
    source = tuple(_whole(text, piece) for piece in relation.source)
    content = without((_whole(text, piece) for piece in relation.content), (*source, *relation.cue))
    content = tuple(piece for piece in (trim(text, c) for c in content) if piece.start < piece.end)
    return replace(relation, source=source, content=content) if source != relation.source else relation


def _whole(text: str, span: Span) -> Span:
    """The span, let out to the ends of words that hyphens and apostrophes join."""
    start, end = span
    if (
        start
        and JOINT.match(text, start)
        and text[start - 1].isalnum()
        and text[start + 1 : start + 2].isalnum()
    ):
        while start and (text[start - 1].isalnum() or text[start - 1] in "-’'"):
            start -= 1
    joint = JOINT.match(text, end)
    if end and joint and text[end] in "-–" and text[end - 1].isalnum() and text[end + 1 : end + 2].isalnum():
        behind = WORD.match(text, end + 1)
        end = behind.end() if behind else end
    return Span(start, end)


def _possessive(text: str, relation: Relation, language: str) -> Relation:
    """ "put this year | 's shortfall": the words of the cue before the mark belong to what is said."""
    if not relation.content or not relation.cue or relation.content[0].start != relation.cue[-1].end:
        return relation
    first, last = relation.content[0], relation.cue[-1]
    words = text[last.start : last.end].split(" ")
    if text[first.start] not in "’'" or len(words) < 2:
        return relation
    cut = last.start + len(words[0])
    begun = trim(text, Span(cut, first.end))
    cue = (*relation.cue[:-1], Span(last.start, cut))
    return replace(relation, cue=cue, content=(begun, *relation.content[1:]))


def _antecedent(text: str, relation: Relation, language: str) -> Relation:
    """ "a number that X could not verify": the source without its "that", the content up to it."""
    if len(relation.source) != 1:
        return relation
    source = relation.source[0]
    match = _patterns(language)["relative"].match(text, source.start, source.end)
    if not match or match.end() >= source.end:
        return relation
    content = list(relation.content)
    before = next((i for i, c in enumerate(content) if 0 <= source.start - c.end <= RUN_CHARS), None)
    if before is not None and TO_COMMA.fullmatch(text, content[before].end, source.start):
        content[before] = trim(text, Span(content[before].start, source.start))
    return replace(relation, source=(Span(match.end(), source.end),), content=tuple(content))


def _up_to_comma(text: str, relation: Relation, language: str) -> Relation:
    """ "According to X, who heads the group Y, Z": pieces of X's description that were taken for Z."""
    if len(relation.source) != 1 or not relation.content or not relation.cue:
        return relation
    source, first = relation.source[0], relation.content[0]
    led = _patterns(language)["according"].search(text, 0, relation.cue[-1].end)
    if not led or relation.cue[-1].end > source.start or first.start <= source.start:
        return relation
    comma = TO_COMMA.match(text, source.end)
    end = comma.end() if comma else source.end
    clause = _patterns(language)["clause"].match(text, end)
    if clause and first.start < clause.end():
        end = clause.end()
    if first.start >= end or text[end : end + 1] != ",":
        return relation
    content = without(relation.content, (Span(source.start, end + 1),))
    content = tuple(piece for piece in (trim(text, c) for c in content) if piece.start < piece.end)
    return replace(relation, source=(Span(source.start, end),), content=content) if content else relation


def _aside(text: str, relation: Relation, language: str) -> Relation:
    """The relation without what goes on behind an aside: "The mine, which X says is safe, | was shut"."""
    if not relation.content or not relation.cue:
        return relation
    last, cue, patterns = max(relation.content), relation.cue[0].start, _patterns(language)
    relative = patterns["aside"].search(text, max(0, cue - RUN_CHARS), cue)
    told = (
        relation.voice == "hearsay"
        and text[max(0, cue - 2) : cue].rstrip().endswith(",")
        and not relation.source
    )
    if not (relative or told) or last.end <= relation.cue[-1].end:
        return relation
    on = patterns["goes_on"].search(text, max(last.start, relation.cue[-1].end), last.end)
    if on is None:
        return relation
    return replace(
        relation, content=(*sorted(relation.content)[:-1], trim(text, Span(last.start, on.start())))
    )


def _noun(text: str, relation: Relation, language: str) -> Relation:
    """The source with the noun that it lacks: "claims by hostile | forces that"; a content loses it."""
    if len(relation.source) != 1:
        return relation
    source, words = relation.source[0], source_words(language)
    last = text[source.start : source.end].split()[-1:]
    behind = WORD.match(text, source.end + 1) if text[source.end : source.end + 1] == " " else None
    lacks = last != [] and last[0].isalpha() and last[0].islower() and not words.is_head(last[0])
    known = {*words.pronouns, *words.lists["function"], *words.lists["quantities"]}
    if not (behind and lacks and last[0] not in known and words.is_head(behind.group())):
        return relation
    whole = Span(source.start, behind.end())
    if touches((whole,), relation.cue):
        return relation
    content = tuple(trim(text, piece) for piece in without(relation.content, (whole,)))
    return replace(relation, source=(whole,), content=content)


def _source(text: str, relation: Relation, language: str) -> Relation:
    """The source with its article and the rest of its last name, and without loose words at its end."""
    pieces = [_phrase(text, piece, number == 0, language) for number, piece in enumerate(relation.source)]
    return replace(relation, source=tuple(piece for piece in pieces if piece.start < piece.end))


def _titled(text: str, relation: Relation, language: str) -> Relation:
    """The source with the name behind its last article: "according to the paper The | Plough, who"."""
    if len(relation.source) != 1:
        return relation
    source = relation.source[0]
    opened = _patterns(language)["title"].search(text, source.start, source.end)
    name = TITLE.match(text, source.end) if opened else None
    if name is None:
        return relation
    whole = Span(source.start, name.end())
    content = tuple(trim(text, piece) for piece in without(relation.content, (whole,)))
    return replace(relation, source=(whole,), content=tuple(p for p in content if p.start < p.end))


def _neither(text: str, relation: Relation, language: str) -> Relation:
    """The source from "neither" on, where only its end was taken: "Neither the ministry | nor the army"."""
    if len(relation.source) != 1:
        return relation
    source = relation.source[0]
    led = _patterns(language)["neither"].search(text, max(0, source.start - NEITHER_CHARS), source.end)
    if led is None or not led.start() < source.start:
        return relation
    content = without(relation.content, (Span(led.start(), source.end),))
    kept = tuple(piece for piece in (trim(text, c) for c in content) if piece.start < piece.end)
    return replace(relation, source=(Span(led.start(), source.end),), content=kept)


def _relative(text: str, relation: Relation, language: str) -> Relation:
    """The source with the rest of its relative clause: "the Council, which monitors | stocks, estimates"."""
    if len(relation.source) != 1 or not relation.cue or relation.source[0].end >= relation.cue[0].start:
        return relation
    source = relation.source[0]
    patterns = _patterns(language)
    if not patterns["clause"].search(text, source.start, source.end):
        return relation
    rest = TO_COMMA.match(text, source.end, source.end + RUN_CHARS)
    end = rest.end() if rest else source.end
    if end == source.end or text[end : relation.cue[0].start].strip() != ",":
        return relation
    whole = Span(source.start, end)
    content = tuple(trim(text, piece) for piece in without(relation.content, (whole,)))
    return replace(relation, source=(whole,), content=content)


def _phrase(text: str, piece: Span, first: bool, language: str) -> Span:
    patterns = _patterns(language)
    end = piece.start + len(patterns["loose"].sub("", text[piece.start : piece.end]))
    start = piece.start
    fronted = patterns["fronted"].match(text, start, end) if first else None
    start = fronted.end() if fronted else start
    article = patterns["article"].search(text, max(0, start - 5), start) if first else None
    start = article.start() if article else start
    behind = WORD.match(text, end + 1) if text[end : end + 1] == " " else None
    cut = behind and patterns["compound"].search(text[start:end])
    if behind and (cut or _goes_on(text, start, end, behind.group(), language)):
        end = behind.end()
    return trim(text, Span(start, end))


def _goes_on(text: str, start: int, end: int, word: str, language: str) -> bool:
    """Whether a name goes on in the next word: "the website Orlan | Today"; a day of the week does not."""
    last = text[start:end].rsplit(None, 1)[-1:]
    calendar = load(language, "sources")["words"]["calendar"]
    capitals = bool(last) and last[0][:1].isupper() and word[:1].isupper() and last[0].isalpha()
    return capitals and word.lower() not in calendar


def _particle(text: str, relation: Relation, language: str) -> Relation:
    """The cue with the word that makes it another verb: "calls | upon the Government to leave"."""
    last, patterns = relation.cue[-1], _patterns(language)
    behind = patterns["particle"].match(text, last.end)
    if not behind or not patterns["parted"].search(text, last.start, last.end):
        return relation
    cue = Span(last.start, behind.end())
    content = tuple(trim(text, piece) for piece in without(relation.content, (cue,)))
    return replace(relation, cue=(*relation.cue[:-1], cue), content=content)


def _cue(text: str, relation: Relation, language: str) -> Relation:
    """The cue without hanging words, and the medium that stands behind it: "said | in an email"."""
    last = relation.cue[-1]
    patterns = _patterns(language)
    end = last.start + len(patterns["hanging"].sub("", text[last.start : last.end]))
    found = None if relation.medium else patterns["medium"].match(text, end)
    medium = (Span(*found.span(1)),) if found else relation.medium
    if found and touches(medium, (*relation.content, *relation.source)):
        medium = relation.medium
    if end <= last.start or (end == last.end and medium == relation.medium):
        return relation
    return replace(relation, cue=(*relation.cue[:-1], Span(last.start, end)), medium=medium)
