"""A source that speaks through a medium, taken apart: "a report by | Radio Tessel"."""

from collections.abc import Callable

from sayso.model import Span, Spans
from sayso.read.relation import Relation
from sayso.read.sources.mention import Mention
from sayso.read.sources.mentions import capital_tail, named, with_head
from sayso.read.sources.phrases import (
    POSSESSIVE,
    Phrase,
    bare,
    determined,
    nominal_end,
    phrase_from,
    phrase_of,
)
from sayso.read.sources.words import SourceWords, source_words


def split_medium(
    text: str, source: Spans, language: str = "en", is_body: Callable[[str], bool] | None = None
) -> tuple[Spans, Spans]:
    """Source and medium apart: "a report by | Radio Tessel", "Pact media | reports".

    Both are spans of `text`. A medium without the body behind it ("The report") stays the source;
    so does everything that is no channel, and a source in several pieces. `is_body` knows bodies by their
    names: of a single name behind "from" that it does not know ("a report from Orlan") it is a place.
    """
    words = source_words(language)
    if len(source) != 1:
        return source, ()
    start = source[0].start
    phrase = phrase_of(text[start : source[0].end])
    first = determined(phrase, words)
    end = nominal_end(phrase, first, words)
    if first >= end or not _is_document(phrase, first, end, words):
        return source, ()
    if (owned := _owner(phrase, end)) is not None:
        printed = phrase.spans[owned]
        split = printed.end - len(phrase.at(owned, owned + 1)) + len(bare(phrase.at(owned, owned + 1)))
        return (Span(start, start + split),), (Span(phrase.spans[owned + 1].start + start, source[0].end),)
    end += phrase.lower[end : end + 1] != () and phrase.lower[end] in words.lists["making"]
    if (
        end + 1 < len(phrase)
        and phrase.lower[end] in words.lists["made_by"]
        and _is_body(phrase, end + 1, words)
        and not (is_body and _is_place(phrase, end, is_body))
    ):
        split = phrase.spans[end + 1].start + start
        return (Span(split, source[0].end),), (Span(start, phrase.spans[end].end + start),)
    return _split_before(phrase, first, nominal_end(phrase, first, words), source[0], words)


def _owner(phrase: Phrase, end: int) -> int | None:
    """The last word of whose a paper is, by name: "Daily Vell’s | own survey of markets"; None for nobody."""
    owners = (i for i in range(end - 1, -1, -1) if phrase.lower[i].endswith(POSSESSIVE[:2]))
    found = next(owners, None)
    return found if found is not None and phrase.capital(found) else None


def _is_place(phrase: Phrase, link: int, is_body: Callable[[str], bool]) -> bool:
    """Whether one name of which no body is known stands behind "from": from there, and not by it."""
    lone = phrase.lower[link] == "from" and len(phrase) == link + 2 and phrase.capital(link + 1)
    name = phrase.at(link + 1, link + 2)
    return lone and not (name.isupper() and len(name) > 1) and not is_body(name)


def _split_before(
    phrase: Phrase, first: int, end: int, source: Span, words: SourceWords
) -> tuple[Spans, Spans]:
    """ "Russian media reports": the body stands before the medium."""
    made = with_head(phrase, first, end, Mention(text=""), words)
    last = end - len(made.head.split())
    if last <= first or not _maker(phrase, first, last, words):
        return (source,), ()
    body = bare(phrase.at(0, last))
    medium = Span(phrase.spans[last].start + source.start, source.end)
    return (Span(source.start, source.start + phrase.spans[0].start + len(body)),), (medium,)


def _is_document(phrase: Phrase, first: int, end: int, words: SourceWords) -> bool:
    if capital_tail(phrase, first, end, words) < end:
        return False
    head = with_head(phrase, first, end, Mention(text=""), words).head
    return any(found.name == "document" for found in words.heads.get(head, ()))


def _is_body(phrase: Phrase, first: int, words: SourceWords) -> bool:
    """Whether somebody who can speak is named from word `first` on."""
    start = first + determined(phrase_from(phrase, first), words)
    end = nominal_end(phrase, start, words)
    if start >= end:
        return False
    made = named(phrase, start, end, Mention(text=""), words)
    classes = words.heads.get(made.head, ())
    if any(found.name == "document" for found in classes) and not made.name:
        return False
    return bool(made.name and made.name.lower() not in words.lists["calendar"]) or bool(classes)


def _maker(phrase: Phrase, first: int, last: int, words: SourceWords) -> bool:
    """Whether the words before a medium name its maker: a body, a name, not only "Russian"."""
    word = phrase.lower[last - 1]
    if word.endswith(POSSESSIVE[:2]):
        return True
    if words.is_head(word) and not (word in words.lists["mostly_adjectives"] and last - first == 1):
        return True
    printed = phrase.at(last - 1, last)
    if not phrase.capital(last - 1) or printed.lower() in words.lists["calendar"] | words.lists["adjectives"]:
        return False
    demonym = printed.endswith(tuple(words.lists["demonym_endings"])) and not printed.isupper()
    return not demonym


def is_outlet(text: str, relation: Relation, language: str) -> bool:
    """Whether a cue is only what somebody is: "The opposition | newspaper | The Plough"."""
    word = text[relation.cue[0].start : relation.cue[0].end].lower() if len(relation.cue) == 1 else ""
    return any(found.name == "media" for found in source_words(language).heads.get(word, ()))
