"""The words of a source phrase with their places, and where its parts begin and end."""

import re
from dataclasses import dataclass

from sayso.model import Span
from sayso.read.sources.words import SourceWords

LONGEST_CHARS = 400  # of a phrase that is looked at; what stands behind names nobody any more
TOKEN = re.compile(
    r"\d{1,3}(?:,\d{3})+(?![\w,])|\w(?:[\w.&'’-]*\w)?(?:(?<=s)['’](?=[ \u00a0]\w)|\.(?=\s+\w))?|[^\w\s]"
)
ACRONYM = re.compile(r"[A-Z][A-Z0-9&.-]{1,11}")
NAME_POSSESSIVES = frozenset(
    {"people's", "women's", "children's", "men's", "farmers'", "workers'", "teachers'"}
)
POSSESSIVE = ("'s", "’s", "s'", "s’")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase with its words: places, and the same words in lower case."""

    text: str
    spans: tuple[Span, ...]
    lower: tuple[str, ...]

    def at(self, first: int, last: int) -> str:
        """The words `[first, last)` as printed, with what stands between them."""
        return self.text[self.spans[first].start : self.spans[last - 1].end] if first < last else ""

    def capital(self, index: int) -> bool:
        """Whether the word at `index` starts with a capital letter."""
        return self.text[self.spans[index].start].isupper()

    def __len__(self) -> int:
        return len(self.spans)


def phrase_of(text: str) -> Phrase:
    """The words of `text`, of which only the first 400 characters are looked at."""
    cut = text[:LONGEST_CHARS]
    spans = tuple(Span(*match.span()) for match in TOKEN.finditer(cut))
    return Phrase(cut, spans, tuple(_lower(cut[a:b]) for a, b in spans))


def _lower(word: str) -> str:
    """In lower case, without a stop behind it, and without the commas of a number: "9,000"."""
    plain = word.replace(",", "") if len(word) > 1 else word
    return plain.lower().rstrip(".") or "."


def determined(phrase: Phrase, words: SourceWords) -> int:
    """How many words at the front are articles, pointers and numbers."""
    lists, index = words.lists, 0
    while index < len(phrase) and (
        phrase.lower[index] in lists["definite"]
        or phrase.lower[index] in lists["indefinite"]
        or phrase.lower[index] in lists["articles"]
        or (phrase.lower[index].isdigit() and index + 1 < len(phrase))
    ):
        index += 1
    return index


def nominal_end(phrase: Phrase, first: int, words: SourceWords) -> int:
    """Where the run of nouns that starts at word `first` ends: before "of", "who", a comma …"""
    index = first
    while index < len(phrase):
        word = phrase.lower[index]
        if word == "(" and _bracket_inside(phrase, index):
            index += 3
        elif _opens_clause(phrase, first, index, words) or (
            word in words.lists["relatives"]
            or word in words.lists["auxiliaries"]
            or (not word[0].isalnum() and word != "&")
        ):
            break
        elif _links(phrase, first, index, words) or (
            word in words.lists["beside"] and index == first and _heads(phrase, index + 1, words)
        ):
            index += 1
        elif (
            index > first
            and phrase.capital(index)
            and words.names.get(phrase.at(index, index + 1)) == "media"
        ):
            index += 1  # "Salness Today"
        elif (
            word in words.lists["prepositions"]
            or word in ("and", "or", "&")
            or _verbal(phrase, first, index, words)
        ):
            break
        else:
            index += 1
    return index


def _opens_clause(phrase: Phrase, first: int, index: int, words: SourceWords) -> bool:
    """Whether a clause about the noun begins without a relative: "a clerk | she would not name".

    It has a subject of its own behind a noun in small letters: a pronoun, or an article.
    """
    if index == first or phrase.capital(index - 1) or phrase.capital(index):
        return False
    linked = phrase.lower[index - 1] in words.lists["body_links"] | words.lists["prepositions"]
    return phrase.lower[index] in words.lists["clause_subjects"] and not linked


def _heads(phrase: Phrase, index: int, words: SourceWords) -> bool:
    return index < len(phrase) and words.is_head(phrase.lower[index])


def _bracket_inside(phrase: Phrase, index: int) -> bool:
    """Whether an acronym in brackets is followed by more of the noun phrase."""
    return (
        index + 3 < len(phrase)
        and phrase.lower[index + 2] == ")"
        and ACRONYM.fullmatch(phrase.at(index + 1, index + 2)) is not None
        and phrase.lower[index + 3][0].isalpha()
    )


def _links(phrase: Phrase, first: int, index: int, words: SourceWords) -> bool:
    """Whether the word joins two parts of one proper name: "Ministry of Trade", "Bashar al Assad"."""
    if not first < index < len(phrase) - 1:
        return False
    word, after = phrase.lower[index], index + 1
    if not (phrase.capital(index - 1) or phrase.lower[index - 1] in words.lists["body_links"]):
        return False
    if phrase.lower[after] == "the" and after + 1 < len(phrase):
        after += 1
    if not phrase.capital(after):
        return False
    if word in words.lists["name_links"]:
        return True
    if word == "and" and _one_body(phrase, first, index, words):
        return True
    return word in words.lists["body_links"] and any(
        phrase.capital(i) and phrase.lower[i] in words.name_nouns for i in range(first, index)
    )


def _one_body(phrase: Phrase, first: int, index: int, words: SourceWords) -> bool:
    """Whether "and" is part of one body's name: "Food and Farm Organization", "the group Bread and Salt"."""
    last = index + 1
    while last + 1 < len(phrase) and phrase.capital(last + 1):
        last += 1
    start = index - 1
    while start > first and phrase.capital(start - 1):
        start -= 1
    if last > index + 1 and words.names_a_body(phrase.at(last, last + 1)):
        return True
    return (
        start > first and words.is_head(phrase.lower[start - 1]) and not words.plural(phrase.lower[start - 1])
    )


def _verbal(phrase: Phrase, first: int, index: int, words: SourceWords) -> bool:
    """Whether a participle after the head starts a clause: "a man named", "people living near"."""
    word = phrase.lower[index]
    if index == first or phrase.capital(index) or not word.endswith(("ing", "ed")) or words.is_head(word):
        return False
    if _of_a_trade(phrase, first, index, words):
        return False
    return words.is_head(phrase.lower[index - 1]) or phrase.capital(index - 1)


def _of_a_trade(phrase: Phrase, first: int, index: int, words: SourceWords) -> bool:
    """Whether it says what a body does: "a Western | shipping | company", "the Lisgrave | mining | firm"."""
    before, behind = phrase.lower[index - 1], phrase.lower[index + 1 : index + 2]
    noun = bool(behind) and words.is_head(behind[0]) and not words.plural(behind[0])
    return bool(first) and noun and phrase.capital(index - 1) and not words.is_head(before)


def owner_end(phrase: Phrase, first: int, end: int, words: SourceWords) -> int:
    """One behind the last word with a possessive ending that has a noun after it; 0 for none."""
    owners = (
        i
        for i in range(end - 2, first - 1, -1)
        if phrase.lower[i].endswith(POSSESSIVE) and not _of_a_name(phrase, i, end, words)
    )
    return next((i + 1 for i in owners), 0)


def _of_a_name(phrase: Phrase, index: int, end: int, words: SourceWords) -> bool:
    """Whether a possessive is a part of a name: "the People's Republic", "the Dockers' Union"."""
    last = next((i for i in range(index + 1, end) if not phrase.capital(i)), end) - 1
    members = phrase.lower[index].endswith(POSSESSIVE[2:]) and words.names_a_body(phrase.at(last, last + 1))
    joins = members or phrase.lower[index].replace("’", "'") in NAME_POSSESSIVES
    return joins and phrase.capital(index) and phrase.capital(index + 1)


def bare(owner: str) -> str:
    """The words without a possessive ending: "trader's", "traders'"."""
    if owner.endswith(POSSESSIVE[2:]):
        return owner[:-1]
    return next((owner[: -len(mark)] for mark in POSSESSIVE[:2] if owner.endswith(mark)), owner)


def past_day(phrase: Phrase, index: int, words: SourceWords) -> int:
    """Where the day ends that a paper is of: "the letter | of 3 March | from the bishop"; else `index`."""
    last = index + 1
    while last < len(phrase) and (
        phrase.lower[last].isdigit() or phrase.lower[last] in words.lists["calendar"]
    ):
        last += 1
    dated = index < len(phrase) and phrase.lower[index] in words.lists["dated_by"]
    return last if dated and last > index + 1 else index


def until_clause(phrase: Phrase, first: int, words: SourceWords) -> str:
    """The words from `first` to the next comma or relative clause, without their article."""
    while first < len(phrase) and phrase.lower[first] in words.lists["articles"]:
        first += 1
    ends = words.lists["relatives"] | words.lists["auxiliaries"] | {*",;:–—"}
    end = first
    while end < len(phrase) and (phrase.lower[end] not in ends or (end > first and phrase.capital(end))):
        if end > first and _opens_clause(phrase, first, end, words):
            break
        end += 1  # "12 May" is a day
    while end > first + 1 and phrase.lower[end - 1] in words.lists["dangling"]:
        end -= 1
    return phrase.at(first, end)


def phrase_from(phrase: Phrase, first: int) -> Phrase:
    """The phrase from word `first` on; empty behind the last."""
    start = phrase.spans[first].start if first < len(phrase) else len(phrase.text)
    return phrase_of(phrase.text[start:])
