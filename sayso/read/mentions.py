"""What a source phrase says as printed: head noun, determiner, name, role, and the body it speaks for."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from sayso.model import Span, Spans
from sayso.read.source_words import Pronoun, SourceWords, source_words

LONGEST_CHARS = 400  # of a phrase that is looked at; what stands behind names nobody any more
TOKEN = re.compile(r"\w(?:[\w.&'’-]*\w)?(?:\.(?=\s+\w))?|[^\w\s]")
ACRONYM = re.compile(r"[A-Z][A-Z0-9&.-]{1,11}")
EDGES = ' \t\n,;:."“”‘«»*_–—-'
POSSESSIVE = ("'s", "’s", "s'", "s’")
ROLES = frozenset(
    {"officeholder", "functionary", "expert", "people", "holder", "spokesperson", "unnamed_source"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A phrase for a source, taken apart; every string is printed in `text` or is "".

    `core`: without article, apposition and relative clause. `head`: noun in the singular, lower
    case. `before`: words between determiner and head, lower case. `name`: the proper name.
    `body`: whom it speaks for, or by whom a document was made. `quantity`: a head by itself
    ("many", "one of them"). `gender`: m, f or "".
    """

    text: str
    core: str = ""
    determiner: str = ""
    head: str = ""
    before: tuple[str, ...] = ()
    name: str = ""
    acronym: str = ""
    body: str = ""
    owner: str = ""
    apposition: str = ""
    quantity: str = ""
    pronoun: Pronoun | None = None
    gender: str = ""
    plural: bool = False


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
    return Phrase(cut, spans, tuple(cut[a:b].lower().rstrip(".") or "." for a, b in spans))


@lru_cache(maxsize=8192)
def read_mention(text: str, language: str = "en") -> Mention:
    """The parts of a source phrase. An empty text gives an empty mention; never an error."""
    words = source_words(language)
    phrase = phrase_of(text.strip(EDGES))
    pronoun = words.pronouns.get(" ".join(phrase.lower[:3]))
    if pronoun and len(phrase) < 3:
        return Mention(text=text, pronoun=pronoun, gender=pronoun.gender, plural=pronoun.plural)
    return replace(_with_apposition(phrase, _noun_phrase(phrase, words), words, language), text=text)


def _noun_phrase(phrase: Phrase, words: SourceWords) -> Mention:
    """The mention up to the first comma or relative clause."""
    first = _determined(phrase, words)
    if first < len(phrase) and phrase.lower[first - 1 : first + 1][-1:] == ("of",) and first:
        inner = _noun_phrase(_from(phrase, first + 1), words)
        if inner.name or (inner.head and inner.head not in words.lists["unit_of"]):
            core = _core(phrase, words)
            return replace(inner, core=core, determiner=phrase.lower[0], plural=True)
    end = nominal_end(phrase, first, words)
    owner_end = _owner_end(phrase, first, end)
    start = owner_end or first
    made = Mention(
        text=phrase.text,
        core=_core(phrase, words),
        determiner=phrase.lower[0] if first and not owner_end else "the" if owner_end else "",
        owner=_bare(phrase.at(first, owner_end)),
        acronym=_acronym(phrase),
    )
    if start >= end:
        quantity = phrase.lower[0] if first and phrase.lower[0] not in ("a", "an") else ""
        return replace(made, quantity=_quantity(phrase, words) or quantity, plural=_several(phrase, words))
    return _with_body(phrase, _named(phrase, start, end, made, words), start, end, words)


def _determined(phrase: Phrase, words: SourceWords) -> int:
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
        elif word in words.lists["relatives"] or (not word[0].isalnum() and word != "&"):
            break
        elif _links(phrase, first, index, words):
            index += 1
        elif (
            word in words.lists["prepositions"]
            or word in ("and", "or", "&")
            or _verbal(phrase, first, index, words)
        ):
            break
        else:
            index += 1
    return index


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
    return word in words.lists["body_links"] and any(
        phrase.capital(i) and phrase.lower[i] in words.name_nouns for i in range(first, index)
    )


def _verbal(phrase: Phrase, first: int, index: int, words: SourceWords) -> bool:
    """Whether a participle after the head starts a clause: "a man named", "people living near"."""
    word = phrase.lower[index]
    if index == first or phrase.capital(index) or not word.endswith(("ing", "ed")) or words.is_head(word):
        return False
    return words.is_head(phrase.lower[index - 1]) or phrase.capital(index - 1)


def _owner_end(phrase: Phrase, first: int, end: int) -> int:
    """One behind the last word with a possessive ending that has a noun after it; 0 for none."""
    owners = (
        i
        for i in range(end - 2, first - 1, -1)
        if phrase.lower[i].endswith(POSSESSIVE[:2]) or _s_mark(phrase, i)
    )
    return next((i + 1 for i in owners), 0)


def _s_mark(phrase: Phrase, index: int) -> bool:
    end = phrase.spans[index].end
    return phrase.lower[index].endswith("s") and phrase.text[end : end + 1] in ("'", "’")


def _bare(owner: str) -> str:
    return next((owner[: -len(mark)] for mark in POSSESSIVE[:2] if owner.endswith(mark)), owner)


def _acronym(phrase: Phrase) -> str:
    """The first acronym that stands in brackets; "" for none."""
    for i in range(1, len(phrase) - 2):
        if phrase.lower[i] == "(" and phrase.lower[i + 2] == ")":
            printed = phrase.at(i + 1, i + 2)
            if ACRONYM.fullmatch(printed):
                return printed
    return ""


def _named(phrase: Phrase, start: int, end: int, made: Mention, words: SourceWords) -> Mention:
    """The mention with head, name and number, read from the words `[start, end)`."""
    tail = _capital_tail(phrase, start, end, words)
    if tail == end:
        return _with_head(phrase, start, end, made, words)
    roles = [i for i in range(start, end) if _is_role(phrase, i, words)]
    if roles and roles[-1] == end - 1:
        return _with_head(phrase, start, end, made, words)
    if (
        roles
        and roles[-1] >= tail - 1
        and not (roles[-1] >= tail and phrase.lower[end - 1] in words.name_nouns)
    ):
        named = _with_head(phrase, start, roles[-1] + 1, made, words)
        return replace(named, name=_bare(phrase.at(max(tail, roles[-1] + 1), end)), plural=False)
    body = _body_word(phrase, tail, end, words)
    if tail > start and words.is_head(phrase.lower[tail - 1]):
        named = _with_head(phrase, start, tail, made, words)
        return replace(named, name=_bare(phrase.at(tail, end)))
    before = phrase.lower[start:end]
    plural = phrase.lower[end : end + 1] == ("and",)
    return replace(made, head=body, before=before, name=_bare(phrase.at(tail, end)), plural=plural)


def _capital_tail(phrase: Phrase, start: int, end: int, words: SourceWords) -> int:
    """Where the run of capitalised words at the end starts; `end` where there is none."""
    tail = end
    for index in range(end - 1, start - 1, -1):
        if phrase.capital(index):
            tail = index
        elif phrase.lower[index] not in words.lists["body_links"] | words.lists["name_links"] | {"the"}:
            break
    return tail


def _is_role(phrase: Phrase, index: int, words: SourceWords) -> bool:
    word = phrase.lower[index]
    if word in words.titles:
        return True
    return any(found.name in ROLES for found in words.heads.get(words.singular(word), ()))


def _body_word(phrase: Phrase, start: int, end: int, words: SourceWords) -> str:
    """The noun inside a name that tells what it names: "ministry" in "Ministry of Carriage"."""
    linked = next((i for i in range(start, end) if not phrase.capital(i)), end)
    order = [*range(linked - 1, start - 1, -1), *range(linked, end)]
    return next((phrase.lower[i] for i in order if phrase.lower[i] in words.name_nouns), "")


def _with_head(phrase: Phrase, start: int, end: int, made: Mention, words: SourceWords) -> Mention:
    """The mention whose head noun is the last word, or the last words, before `end`."""
    head_start = end - 1
    for width in (3, 2):
        joined = " ".join(phrase.lower[max(end - width, start) : end])
        if end - width >= start and words.singular(joined) in words.heads:
            head_start = end - width
            break
    printed = " ".join(phrase.lower[head_start:end])
    stem = next((printed[: -len(m)] for m in POSSESSIVE[:2] if printed.endswith(m)), printed)
    head = words.singular(stem)
    return replace(
        made,
        head="" if head in words.titles else head,
        before=phrase.lower[start:head_start],
        gender=words.gender.get(head, ""),
        plural=words.plural(stem) or _several(phrase, words),
        quantity=head if head in words.lists["quantities"] else "",
    )


def _several(phrase: Phrase, words: SourceWords) -> bool:
    return bool(len(phrase)) and any(word in words.lists["several"] for word in phrase.lower[:2])


def _quantity(phrase: Phrase, words: SourceWords) -> str:
    return next((word for word in phrase.lower[:2] if word in words.lists["quantities"]), "")


def _with_body(phrase: Phrase, made: Mention, start: int, end: int, words: SourceWords) -> Mention:
    """The mention with the body that it speaks for, or by which it was made."""
    classes = {found.name for found in words.heads.get(made.head, ())}
    if not classes & {
        "spokesperson",
        "document",
        "functionary",
        "expert",
        "people",
        "holder",
        "officeholder",
    }:
        return made
    links = words.lists["speaks_for" if "document" not in classes else "made_by"]
    if end < len(phrase) and phrase.lower[end] in links:
        return replace(made, body=_bare(_until_clause(phrase, end + 1, words)))
    if made.owner:
        return replace(made, body=made.owner)
    front = start
    while front < start + len(made.before) and phrase.lower[front] in words.lists["ranks"]:
        front += 1
    last = start + len(made.before) - 1
    if front > last or not (
        phrase.capital(last) or words.is_head(phrase.lower[last]) or phrase.lower[last] == ")"
    ):
        return made
    return replace(made, body=_bare(phrase.at(front, start + len(made.before))))


def _until_clause(phrase: Phrase, first: int, words: SourceWords) -> str:
    """The words from `first` to the next comma or relative clause, without their article."""
    while first < len(phrase) and phrase.lower[first] in words.lists["articles"]:
        first += 1
    end = first
    while (
        end < len(phrase)
        and phrase.lower[end] not in words.lists["relatives"]
        and phrase.lower[end] not in ",;:–—"
    ):
        end += 1
    return phrase.at(first, end)


def _core(phrase: Phrase, words: SourceWords) -> str:
    """The phrase without its article, and up to the first comma or relative clause."""
    return _bare(_until_clause(phrase, 0, words))


def _from(phrase: Phrase, first: int) -> Phrase:
    start = phrase.spans[first].start if first < len(phrase) else len(phrase.text)
    return phrase_of(phrase.text[start:])


def _with_apposition(phrase: Phrase, made: Mention, words: SourceWords, language: str) -> Mention:
    """The mention with what stands beside it between commas: "Ilo Marsk, a trader in Orlan"."""
    comma = next((i for i, word in enumerate(phrase.lower) if word == ","), len(phrase))
    if comma + 1 >= len(phrase) or phrase.lower[comma + 1] in words.lists["relatives"]:
        return made
    beside = _noun_phrase(_from(phrase, comma + 1), words)
    if made.name and beside.head and not beside.name:
        return replace(
            made,
            head=made.head or beside.head,
            apposition=beside.core,
            before=made.before if made.head else beside.before,
            body=made.body or beside.body,
            gender=made.gender or beside.gender,
        )
    if beside.name and not made.name and not beside.head:
        return replace(made, name=beside.name, apposition=beside.core)
    return made


def split_medium(text: str, source: Spans, language: str = "en") -> tuple[Spans, Spans]:
    """Source and medium apart: "a report by | Radio Tessel", "Pact media | reports".

    Both are spans of `text`. A medium without the body behind it ("The report") stays the source;
    so does everything that is no channel, and a source in several pieces.
    """
    words = source_words(language)
    if len(source) != 1:
        return source, ()
    start = source[0].start
    phrase = phrase_of(text[start : source[0].end])
    first = _determined(phrase, words)
    end = nominal_end(phrase, first, words)
    if first >= end or not _is_document(phrase, first, end, words):
        return source, ()
    if (
        end + 1 < len(phrase)
        and phrase.lower[end] in words.lists["made_by"]
        and _is_body(phrase, end + 1, words)
    ):
        split = phrase.spans[end + 1].start + start
        return (Span(split, source[0].end),), (Span(start, phrase.spans[end].end + start),)
    return _split_before(phrase, first, end, source[0], words)


def _split_before(
    phrase: Phrase, first: int, end: int, source: Span, words: SourceWords
) -> tuple[Spans, Spans]:
    """ "Russian media reports": the body stands before the medium."""
    made = _with_head(phrase, first, end, Mention(text=""), words)
    last = end - len(made.head.split())
    if last <= first or not _maker(phrase, first, last, words):
        return (source,), ()
    body = _bare(phrase.at(0, last))
    medium = Span(phrase.spans[last].start + source.start, source.end)
    return (Span(source.start, source.start + phrase.spans[0].start + len(body)),), (medium,)


def _is_document(phrase: Phrase, first: int, end: int, words: SourceWords) -> bool:
    if _capital_tail(phrase, first, end, words) < end:
        return False
    head = _with_head(phrase, first, end, Mention(text=""), words).head
    return any(found.name == "document" for found in words.heads.get(head, ()))


def _is_body(phrase: Phrase, first: int, words: SourceWords) -> bool:
    """Whether somebody who can speak is named from word `first` on."""
    start = first + _determined(_from(phrase, first), words)
    end = nominal_end(phrase, start, words)
    if start >= end:
        return False
    made = _named(phrase, start, end, Mention(text=""), words)
    classes = words.heads.get(made.head, ())
    if any(found.name == "document" for found in classes) and not made.name:
        return False
    return bool(made.name and made.name.lower() not in words.lists["calendar"]) or bool(classes)


def _maker(phrase: Phrase, first: int, last: int, words: SourceWords) -> bool:
    """Whether the words before a medium name its maker: a body, a name, not only "Russian"."""
    if phrase.lower[last - 1].endswith(POSSESSIVE[:2]) or words.is_head(phrase.lower[last - 1]):
        return True
    printed = phrase.at(last - 1, last)
    if not phrase.capital(last - 1) or printed.lower() in words.lists["calendar"]:
        return False
    demonym = printed.endswith(tuple(words.lists["demonym_endings"])) and not printed.isupper()
    return not demonym
