"""Everyone a text mentions who could be a source: names, known bodies, nouns for people and institutions."""

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.model import Span
from sayso.read.sources.mention import Mention
from sayso.read.sources.mentions import ROLES, read_mention
from sayso.read.sources.phrases import ACRONYM, TOKEN, bare
from sayso.read.sources.words import SourceWords, source_words

FRONT_WORDS = 5  # how far before a noun its determiner is looked for
BESIDE_WORDS = 7  # how far behind a comma the noun of an apposition is looked for
LONGEST_NAME_WORDS = 16
ROLE_WORDS = 6  # between a verb and "as a driver"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A mention and where it stands."""

    span: Span
    mention: Mention


class _Text:
    """The words of a text as the scan needs them: places, lower case, and what each could be."""

    def __init__(self, text: str, words: SourceWords) -> None:
        self.text, self.words = text, words
        self.spans = [
            _without_stop(text, match.start(), match.end(), words) for match in TOKEN.finditer(text)
        ]
        printed = [text[start:end] for start, end in self.spans]
        vocabulary = {word: _plain(word) for word in set(printed)}
        heads = {word for word, plain in vocabulary.items() if words.is_head(plain)}
        names = {word for word, plain in vocabulary.items() if _nameable(word, plain, words)}
        self.lower = [vocabulary[word] for word in printed]
        self.heads = [word in heads for word in printed]
        self.capitals = [word in names for word in printed]
        self.small = {word for word in vocabulary if word[0].islower()}
        self.inside = {self.lower[i] for i in range(1, len(printed)) if self.capitals[i] and self.joined(i)}
        self.inside |= {
            self.lower[i]
            for i in range(len(printed) - 2)
            if self.capitals[i] and not self.joined(i) and (self._is_asked(i) or self._comes_as(i))
        }

    def _is_asked(self, i: int) -> bool:
        """Whether a word is the subject of what is only done to people: "Roe | was asked"."""
        done = (
            self.lower[i + 2] in self.words.lists["done_to_people"]
            and self.joined(i + 1)
            and self.joined(i + 2)
        )
        others = self.words.lists["quantities"] | self.words.lists["no_one"]
        return done and self.lower[i + 1] in self.words.lists["auxiliaries"] and self.lower[i] not in others

    def _comes_as(self, i: int) -> bool:
        """Whether a word is the subject of what only people are: "Keld | joined the radio as a driver"."""
        acts = self.lower[i + 1].endswith("ed") or self.lower[i + 1] in self.words.finite
        others = self.words.lists["quantities"] | self.words.lists["no_one"] | self.words.lists["auxiliaries"]
        if not (acts and self.joined(i + 1)) or {self.lower[i], self.lower[i + 1]} & others:
            return False
        for k in range(i + 2, min(i + 2 + ROLE_WORDS, len(self.spans) - 2)):
            if not self.joined(k):
                return False
            if f"{self.lower[k]} {self.lower[k + 1]}" in self.words.lists["roles"]:
                found = self.words.heads.get(self.lower[k + 2], ())
                return any(each.name in ROLES for each in found)
        return False

    def joined(self, i: int) -> bool:
        """Whether only a blank or two part word `i` from the one before."""
        if i <= 0 or i >= len(self.spans):
            return False
        gap = self.text[self.spans[i - 1][1] : self.spans[i][0]]
        return gap in (" ", "  ", "\u00a0")


def _without_stop(text: str, start: int, end: int, words: SourceWords) -> tuple[int, int]:
    """The place of a word, without the full stop that ends its sentence."""
    if text[end - 1] != "." or end - start < 2:
        return start, end
    word = text[start : end - 1]
    short = (
        len(word) == 1
        or "." in word
        or word.lower() in words.titles
        or word in ("Gov", "Sen", "Rep", "Gen", "Lt", "Col")
    )
    return start, end if short else end - 1


def _nameable(word: str, plain: str, words: SourceWords) -> bool:
    """Whether a word as printed can be a part of a name."""
    if not word[0].isupper() or plain in words.lists["calendar"]:
        return False
    return plain not in words.lists["function"] or (len(word) > 1 and word.isupper() and word in words.names)


def _plain(word: str) -> str:
    lower = word.lower().rstrip(".") or "."
    return bare(lower)


def scan(text: str, language: str = "en") -> list[Place]:
    """The mentions in `text`, in order, none overlapping; [] for a text without any. Linear time."""
    words = source_words(language)
    found = _Text(text, words)
    return [place for place in _places(found, language) if _usable(place.mention, words)]


def _usable(mention: Mention, words: SourceWords) -> bool:
    """Whether a source could be taken up by it; papers count where their maker is told."""
    if mention.quantity and mention.head not in words.heads:
        return True
    if mention.name:
        return not any(char.isdigit() for char in mention.name) or mention.name.isalpha()
    classes = [found for found in words.heads.get(mention.head, ()) if found.name != "picture"]
    return any(found.name != "document" for found in classes) or bool(classes and mention.body)


def _places(found: _Text, language: str) -> Iterator[Place]:
    index, done, size = 0, 0, len(found.spans)
    while index < size:
        end = _part(found, index)
        if end:
            span = Span(found.spans[index][0], found.spans[end - 1][1])
            yield Place(span=span, mention=read_mention(found.text[span.start : span.end], language))
            index = done = end
            continue
        capital = found.capitals[index]
        if not capital and not found.heads[index]:
            index += 1
            continue
        end = _right(found, index)
        if end == index + 1 and _is_adjective(found, index):
            index += 1
            continue
        if capital and end == index + 1 and not found.heads[index] and _starts_only(found, index):
            index += 1
            continue
        start = _left(found, index, done)
        end = _behind(found, end)
        span = Span(found.spans[start][0], found.spans[end - 1][1])
        yield Place(span=span, mention=read_mention(found.text[span.start : span.end], language))
        index = done = max(end, index + 1)


def _is_adjective(found: _Text, index: int) -> bool:
    """Whether a word that may be somebody stands before another noun: "a public | meeting"."""
    lists, after = found.words.lists, index + 1
    if found.lower[index] not in lists["mostly_adjectives"] or not found.joined(after):
        return False
    behind = found.lower[after]
    ends = lists["function"] | lists["prepositions"] | lists["auxiliaries"] | found.words.finite
    return behind.isalpha() and behind not in ends and not behind.endswith("ed")


def _part(found: _Text, index: int) -> int:
    """One behind "one of them", or "the other" without a noun, that starts at `index`; 0 for none."""
    lists, lower = found.words.lists, found.lower
    word, rest = lower[index], lower[index + 1 : index + 4]
    if word in lists["quantities"] and rest[:1] == ["of"] and rest[1:2] and rest[1] in lists["unit_of"]:
        return index + 3
    if word != "the" or rest[:1] != ["other"]:
        return 0
    alone = len(rest) < 2 or not rest[1][0].isalnum() or rest[1] in lists["auxiliaries"] | {"said"}
    return index + 2 if alone else 0


def _starts_only(found: _Text, index: int) -> bool:
    """Whether a single capital letter is owed to the start of a sentence only."""
    start, end = found.spans[index]
    if end - start < 2 or found.joined(index):
        return end - start < 2
    return found.lower[index] not in found.inside and not found.text[start:end].isupper()


def _right(found: _Text, index: int) -> int:
    """One behind the run of names, titles and nouns for sources that starts at `index`."""
    end, size = index + 1, min(len(found.spans), index + LONGEST_NAME_WORDS)
    while end < size:
        if _bracketed(found, end):
            end += 3
        elif not found.joined(end):
            break
        elif found.capitals[end] or found.heads[end]:
            end += 1
        elif (width := _linked(found, index, end)) or (width := _adjective(found, end)):
            end += width
        else:
            break
    return end


def _bracketed(found: _Text, end: int) -> bool:
    if end + 2 >= len(found.spans) or found.lower[end] != "(" or found.lower[end + 2] != ")":
        return False
    start, stop = found.spans[end + 1]
    return ACRONYM.fullmatch(found.text, start, stop) is not None


def _linked(found: _Text, first: int, index: int) -> int:
    """How many words join what comes next to the name before: "of", "for the"; 0 for none."""
    lists, after = found.words.lists, index + 1
    if after >= len(found.spans) or not found.capitals[index - 1]:
        return 0
    if found.lower[after] == "the" and after + 1 < len(found.spans):
        after += 1
    if not (found.joined(after) and found.capitals[after]):
        return 0
    if found.lower[index] in lists["name_links"]:
        return after - index
    if found.lower[index] == "and" and _one_body(found, first, index):
        return after - index
    body = found.lower[index] in lists["body_links"] and any(
        found.lower[i] in found.words.name_nouns and found.capitals[i] for i in range(first, index)
    )
    return after - index if body else 0


def _one_body(found: _Text, first: int, index: int) -> bool:
    """Whether "and" is part of one body's name: "Food and Farm Organization", "the group Bread and Salt"."""
    last, size = index + 1, len(found.spans)
    while last + 1 < size and found.capitals[last + 1] and found.joined(last + 1):
        last += 1
    words = found.words
    if last > index + 1 and words.names_a_body(found.text[slice(*found.spans[last])]):
        return True
    start = index - 1
    while start > 0 and found.capitals[start - 1] and found.joined(start):
        start -= 1
    before = found.lower[start - 1] if start and found.joined(start) else ""
    return words.is_head(before) and not words.plural(before) and not found.capitals[start - 1]


def _adjective(found: _Text, index: int) -> int:
    """1 where an adjective is followed by a noun for sources: "Russian | foreign | ministry"."""
    if found.lower[index] not in found.words.lists["adjectives"] or index + 1 >= len(found.spans):
        return 0
    return int(found.joined(index + 1) and found.heads[index + 1])


def _left(found: _Text, index: int, done: int) -> int:
    """Where the noun phrase of the noun at `index` starts: at its determiner, or its adjectives."""
    lists, words = found.words.lists, found.lower
    plain = start = index
    for step in range(index - 1, max(done, index - FRONT_WORDS) - 1, -1):
        if not found.joined(step + 1) or not words[step][0].isalnum():
            break
        if words[step] in found.words.determiners:
            return step
        if words[step] in lists["function"] or words[step] in lists["prepositions"]:
            break
        if plain == step + 1 and (
            words[step] in lists["adjectives"] or "-" in words[step] or words[step].isdigit()
        ):
            plain = start = step
    return start


def _behind(found: _Text, end: int) -> int:
    """`end` moved behind "of Orlan" or "for the ministry", and behind an apposition."""
    size, lists = len(found.spans), found.words.lists
    if end + 1 < size and found.joined(end) and found.lower[end] in lists["stays"]:
        after = end + 1 + (found.lower[end + 1] in ("the", "a", "an"))
        if (
            after < size
            and found.joined(after)
            and found.heads[end - 1]
            and (found.capitals[after] or _is_served(found, end, after))
        ):
            end = _right(found, after)
    if end + 2 < size and found.lower[end] == ",":
        return _beside(found, end)
    return _beyond(found, end)


def _is_served(found: _Text, link: int, noun: int) -> bool:
    """Whether the noun behind "for" or "to" can have a spokesman: not so "the court for information"."""
    classes = {kind.name for kind in found.words.heads.get(found.words.singular(found.lower[noun]), ())}
    plain = found.lower[link] in found.words.lists["not_serving"]
    return found.heads[noun] and not (plain and classes <= {"document", "picture"})


def _beyond(found: _Text, end: int) -> int:
    """One behind the name that tells who somebody is behind a place: "A farmer | in the north, Piet Holm"."""
    lists, size = found.words.lists, len(found.spans)
    one = found.heads[end - 1] and not found.words.plural(found.lower[end - 1])
    if not one or end + 3 >= size or found.lower[end] not in lists["place_joins"]:
        return end
    for index in range(end + 1, min(end + BESIDE_WORDS, size - 2)):
        if found.lower[index] == ",":
            behind = _right(found, index + 1) if found.capitals[index + 1] else index
            named = behind > index + 2 and behind < size and found.lower[behind] in (",", ".")
            return behind if named else end
        plain = found.joined(index) and found.lower[index].isalpha() and not found.capitals[index]
        if not plain or found.heads[index] or found.lower[index] in found.words.finite:
            break
    return end


def _beside(found: _Text, comma: int) -> int:
    """One behind "a trader in" … of ", a trader in Orlan,"; the comma where there is no apposition."""
    first = comma + 1
    lists = found.words.lists
    if found.capitals[first] and found.heads[comma - 1]:
        end = _right(found, first)
        return end if end < len(found.spans) and found.lower[end] in (",", ".") else comma
    if found.lower[first] not in lists["articles"] or not found.capitals[comma - 1]:
        return comma
    for index in range(first + 1, min(first + BESIDE_WORDS, len(found.spans))):
        if found.capitals[index]:
            break
        if found.heads[index] and not (
            index + 1 < len(found.spans) and found.joined(index + 1) and found.heads[index + 1]
        ):
            return index + 1 if _apposed(found, index + 1) else comma
        if found.lower[index] in lists["function"] or not found.lower[index][0].isalnum():
            break
    return comma


def _apposed(found: _Text, after: int) -> bool:
    """Whether the noun phrase that ends before `after` goes no further as the subject of a verb."""
    lists = found.words.lists
    word = found.lower[after] if after < len(found.spans) else "."
    return not word[0].isalnum() or word in lists["prepositions"] or word in lists["relatives"]
