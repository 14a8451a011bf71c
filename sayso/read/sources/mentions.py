"""What a source phrase says as printed: head noun, determiner, name, role, and the body it speaks for."""

import re
from dataclasses import replace
from functools import lru_cache

from sayso.read.sources.appositions import with_apposition
from sayso.read.sources.mention import EDGES, Mention
from sayso.read.sources.phrases import (
    ACRONYM,
    POSSESSIVE,
    Phrase,
    bare,
    determined,
    nominal_end,
    owner_end,
    past_day,
    phrase_from,
    phrase_of,
    until_clause,
)
from sayso.read.sources.words import SourceWords, source_words

DOTTED = re.compile(r"\b[A-Z]\.[A-Z]\Z")
SERVING = frozenset(
    {"officeholder", "functionary", "expert", "practitioner", "people", "lived", "employee", "holder",
     "editor", "spokesperson", "ruler", "international_officer", "rapporteur"}
)  # fmt: skip
ROLES = SERVING | {"unnamed_source", "state_source"}
PAPER_WORDS = 3  # from an article to the noun of a text
MADE_OF = frozenset({"media", "organization"})  # "the newspaper of the ministry", "a fund of nine states"


@lru_cache(maxsize=8192)
def read_mention(text: str, language: str = "en") -> Mention:
    """The parts of a source phrase. An empty text gives an empty mention; never an error."""
    words = source_words(language)
    phrase = _without_time(phrase_of(_stripped(text)), words)
    pronoun = words.pronouns.get(" ".join(phrase.lower[:3]))
    acronym = (
        len(phrase.text) > 1 and phrase.text.isupper() and phrase.text.lower() not in ("he", "she", "they")
    )
    if pronoun and len(phrase) < 3 and not acronym:
        return Mention(text=text, pronoun=pronoun, gender=pronoun.gender, plural=pronoun.plural)
    return replace(with_apposition(phrase, _noun_phrase(phrase, words), words, _noun_phrase), text=text)


def _without_time(phrase: Phrase, words: SourceWords) -> Phrase:
    """The phrase without what says when at its end: "the Union of Dockers | late", "the council | today"."""
    end = len(phrase)
    while end > 1 and phrase.lower[end - 1] in words.lists["time_behind"] and not phrase.capital(end - 1):
        end -= 1
    named = end < len(phrase) and phrase.lower[end - 1] not in words.lists["articles"]
    return phrase_of(phrase.at(0, end)) if named else phrase


def paper_at(sentence: str, language: str = "en") -> Mention | None:
    """The text that a sentence begins with: "The letter, …", "This leaked order …"; None for none."""
    words = source_words(language)
    phrase = phrase_of(sentence)
    first = determined(phrase, words)
    for at in range(first, min(first + PAPER_WORDS, len(phrase))):
        classes = {found.name for found in words.heads.get(words.singular(phrase.lower[at]), ())}
        names = phrase.capital(at) or _heads_on(phrase, at + 1, words)
        if first and "document" in classes and not names:
            return read_mention(phrase.at(0, at + 1), language)
    return None


def _heads_on(phrase: Phrase, index: int, words: SourceWords) -> bool:
    """Whether another noun for somebody follows: "the review | board"."""
    return index < len(phrase) and words.is_head(phrase.lower[index])


def _stripped(text: str) -> str:
    """The words without marks at their edges; the last point of "the U.S." stays."""
    words = text.strip(EDGES)
    return words + "." if DOTTED.search(words) and text.lstrip(EDGES).startswith(words + ".") else words


def _noun_phrase(phrase: Phrase, words: SourceWords) -> Mention:
    """The mention up to the first comma or relative clause."""
    first = determined(phrase, words)
    joined = _joined(phrase, first, words)
    if joined:
        return joined
    if first < len(phrase) and phrase.lower[first - 1 : first + 1][-1:] == ("of",) and first:
        inner = _noun_phrase(phrase_from(phrase, first + 1), words)
        if inner.name or (inner.head and inner.head not in words.lists["unit_of"]):
            core = _core(phrase, words)
            counted = inner.counted or phrase.lower[0] in words.lists["counted"]
            return replace(inner, core=core, determiner=phrase.lower[0], plural=True, counted=counted)
    end = nominal_end(phrase, first, words)
    owned = owner_end(phrase, first, end, words)
    start = owned or first
    made = Mention(
        text=phrase.text,
        core=_core(phrase, words),
        determiner=phrase.lower[0] if first and not _is_theirs(phrase, owned) else "the" if owned else "",
        owner=bare(phrase.at(first, owned)),
        acronym=_acronym(phrase),
        full=_described(phrase, words),
        counted=_counted(phrase, first, end, words),
    )
    if start >= end:
        pointing = words.lists["articles"] | words.lists["owned"]
        quantity = phrase.lower[0] if first and phrase.lower[0] not in pointing else ""
        return replace(made, quantity=_quantity(phrase, words) or quantity, plural=_several(phrase, words))
    return _with_body(phrase, named(phrase, start, end, made, words), start, end, words)


def _is_theirs(phrase: Phrase, owned: int) -> bool:
    """Whether the article goes with the owner: "a trader's | wife", but "a | traders' union"."""
    kind = owned and phrase.lower[owned - 1].endswith(POSSESSIVE[2:]) and phrase.lower[0] in ("a", "an")
    return bool(owned) and not kind


def _joined(phrase: Phrase, first: int, words: SourceWords) -> Mention | None:
    """ "US and Philippine officials": two words for countries before one noun; None for all else."""
    end = nominal_end(phrase, first, words)
    if (
        not first < end < len(phrase) - 1
        or phrase.lower[end] != "and"
        or words.is_head(phrase.lower[end - 1])
    ):
        return None
    last = nominal_end(phrase, end + 1, words)
    names = all(phrase.capital(i) for i in (*range(first, end), end + 1))
    if not names or last < end + 3 or phrase.capital(last - 1) or not words.plural(phrase.lower[last - 1]):
        return None
    inner = _noun_phrase(phrase_from(phrase, end + 1), words)
    if not inner.head:
        return None
    core = _core(phrase, words)
    before = (*phrase.lower[first:end], *inner.before)
    return replace(inner, text=phrase.text, core=core, full=core, before=before, body="")


def _acronym(phrase: Phrase) -> str:
    """The first acronym that stands in brackets; "" for none."""
    for i in range(1, len(phrase) - 2):
        if phrase.lower[i] == "(" and phrase.lower[i + 2] == ")":
            printed = phrase.at(i + 1, i + 2)
            if ACRONYM.fullmatch(printed):
                return printed
    return ""


def named(phrase: Phrase, start: int, end: int, made: Mention, words: SourceWords) -> Mention:
    """The mention with head, name and number, read from the words `[start, end)`."""
    tail = capital_tail(phrase, start, end, words)
    if _surname(phrase, start, end, words):
        first = start + (phrase.lower[start] in words.titles)
        return replace(made, before=phrase.lower[start:first], name=bare(phrase.at(first, end)),
                       gender=words.titles.get(phrase.lower[start], ""))  # fmt: skip
    if tail == end or _is_common(phrase, start, end, words):
        return with_head(phrase, start, end, made, words)
    if not made.determiner and _names_a_body(phrase, tail, end, words):
        return replace(made, before=phrase.lower[start:end], name=bare(phrase.at(tail, end)))
    members = _members(phrase, tail, end, words)
    roles = [i for i in range(start, members) if _is_role(phrase, i, words)]
    if roles and roles[-1] == end - 1:
        return with_head(phrase, start, end, made, words)
    if (
        roles
        and roles[-1] >= tail - 1
        and not (roles[-1] >= tail and phrase.lower[end - 1] in words.name_nouns)
    ):
        whole = with_head(phrase, start, roles[-1] + 1, made, words)
        return replace(whole, name=bare(phrase.at(max(tail, roles[-1] + 1), end)), plural=False)
    body = _body_word(phrase, tail, end, words)
    if tail > start and words.is_head(phrase.lower[tail - 1]):
        whole = with_head(phrase, start, tail, made, words)
        return replace(whole, name=bare(phrase.at(tail, end)))
    before = phrase.lower[start:end]
    plural = phrase.lower[end : end + 1] == ("and",)
    return replace(made, head=body, before=before, name=bare(phrase.at(tail, end)), plural=plural)


def _is_common(phrase: Phrase, start: int, end: int, words: SourceWords) -> bool:
    """Whether capitals make no name: "Nobody", "Documents" where a sentence begins, "a Member State"."""
    if end - start == 1 and not phrase.lower[:start]:
        word = phrase.lower[start]
        kinds = {found.name for found in words.heads.get(words.singular(word), ())}
        several = words.plural(word) and bool(kinds & {"document", "government"})
        return "picture" in kinds or several or word in words.lists["no_one"]
    joined = words.heads.get(words.singular(" ".join(phrase.lower[end - 2 : end])), ())
    return end - start == 2 and any(found.name == "nations" for found in joined)


def _names_a_body(phrase: Phrase, start: int, end: int, words: SourceWords) -> bool:
    """Whether a noun for somebody ends a name of a body: "Grid Monitor", but "a grid monitor"."""
    plain = all(phrase.capital(i) and not words.is_head(phrase.lower[i]) for i in range(start, end - 1))
    last = phrase.lower[end - 1]
    return end - start > 1 and plain and last in words.lists["monitors"] and phrase.capital(end - 1)


def _surname(phrase: Phrase, start: int, end: int, words: SourceWords) -> bool:
    """Whether a noun for people is a surname here: "Mr Cook", "Robin Cook"."""
    word = phrase.lower[end - 1]
    if end - start != 2 or word not in words.lists["surnames"] or not phrase.capital(end - 1):
        return False
    front = phrase.lower[start]
    if front in words.titles:
        return True
    common = words.lists["adjectives"] | words.lists["ranks"] | words.lists["calendar"] | words.name_nouns
    demonym = front.endswith(tuple(words.lists["demonym_endings"]))
    return phrase.capital(start) and front not in common and not words.is_head(front) and not demonym


def capital_tail(phrase: Phrase, start: int, end: int, words: SourceWords) -> int:
    """Where the run of capitalised words at the end starts; `end` where there is none."""
    tail = end
    for index in range(end - 1, start - 1, -1):
        if phrase.capital(index):
            tail = index
            if phrase.lower[index] in words.lists["bordering"] and index + 1 < end:
                return index + 1
        elif phrase.lower[index] not in words.lists["body_links"] | words.lists["name_links"] | {"the"}:
            break
    return tail


def _members(phrase: Phrase, tail: int, end: int, words: SourceWords) -> int:
    """Where the name of a body says who is in it: "Union of | Miners"; `end` where it does not."""
    link = next((i for i in range(tail + 1, end - 1) if phrase.lower[i] in words.lists["body_links"]), end)
    body = next((phrase.at(i, i + 1) for i in range(link - 1, tail - 1, -1) if phrase.capital(i)), "")
    of_people = words.names.get(body) == "organization" and words.plural(phrase.lower[end - 1])
    return link if link < end and of_people else end


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


def with_head(phrase: Phrase, start: int, end: int, made: Mention, words: SourceWords) -> Mention:
    """The mention whose head noun is the last word, or words, before `end`: of "Witness 14" the first."""
    if end - start > 1 and phrase.lower[end - 1].isdigit():
        end -= 1
    head_start = end - 1
    for width in (3, 2):
        joined = " ".join(phrase.lower[max(end - width, start) : end])
        if end - width >= start and words.singular(joined) in words.heads:
            head_start = end - width
            break
    printed = " ".join(phrase.lower[head_start:end])
    stem = bare(printed)
    head = words.singular(stem)
    return replace(
        made,
        head="" if head in words.titles and made.determiner not in words.lists["owned"] else head,
        before=phrase.lower[start:head_start],
        gender=words.gender.get(head, ""),
        plural=words.plural(stem) or _several(phrase, words),
        quantity=head if head in words.lists["quantities"] else "",
    )


def _counted(phrase: Phrase, first: int, end: int, words: SourceWords) -> bool:
    """Whether a small number stands before the noun: those whom somebody met one by one."""
    if words.lists["masses"] & {*phrase.lower[:end]}:
        return False
    front = phrase.lower[:first]
    return any(word in words.lists["counted"] or (word.isdigit() and len(word) < 3) for word in front)


def _described(phrase: Phrase, words: SourceWords) -> str:
    """The core and the clause that hangs on it without a comma: "woman whose name is withheld"."""
    core = _core(phrase, words)
    start = phrase.text.find(core)
    behind = phrase_of(phrase.text[start + len(core) :])
    if start < 0 or not behind.lower or behind.lower[0] not in words.lists["describing"]:
        return core
    end = next((i for i, word in enumerate(behind.lower) if word in ",;:–—"), len(behind))
    return f"{core} {behind.at(0, end)}"


def _several(phrase: Phrase, words: SourceWords) -> bool:
    return bool(len(phrase)) and any(word in words.lists["several"] for word in phrase.lower[:2])


def _quantity(phrase: Phrase, words: SourceWords) -> str:
    return next((word for word in phrase.lower[:2] if word in words.lists["quantities"]), "")


def _with_body(phrase: Phrase, made: Mention, start: int, end: int, words: SourceWords) -> Mention:
    """The mention with the body that it speaks for, or by which it was made."""
    classes = {found.name for found in words.heads.get(made.head, ())}
    if not classes & (SERVING | {"document"}):
        if classes & MADE_OF and phrase.lower[end : end + 1] == ("of",):
            return replace(made, body=bare(until_clause(phrase, end + 1, words)))
        return made
    if "officeholder" in classes and not made.name:
        named = _titled(phrase, end, words)
        if named:
            return replace(made, name=named, plural=False)
    links = words.lists["speaks_for" if "document" not in classes else "made_by"]
    end = past_day(phrase, end, words) if "document" in classes else end
    if end < len(phrase) and phrase.lower[end] in links:
        return replace(made, body=bare(until_clause(phrase, end + 1, words)))
    if made.owner:
        return replace(made, body=made.owner)
    if "officeholder" in classes:
        return made
    front = start
    while front < start + len(made.before) and phrase.lower[front] in words.lists["ranks"]:
        front += 1
    last = start + len(made.before) - 1
    if front > last or not (_is_name(phrase, last, words) or _is_somebody(phrase.lower[last], words)):
        return made
    return replace(made, body=bare(phrase.at(front, start + len(made.before))))


def _is_name(phrase: Phrase, index: int, words: SourceWords) -> bool:
    """Whether a word has a capital that it does not owe to where it stands: not so "Unverified | reports"."""
    return phrase.capital(index) and (index > 0 or phrase.lower[index] not in words.lists["adjectives"])


def _is_somebody(word: str, words: SourceWords) -> bool:
    """Whether a word before a noun says whose it is: "police | reports", but "local | reports"."""
    return word == ")" or (words.is_head(word) and word not in words.lists["mostly_adjectives"])


def _titled(phrase: Phrase, end: int, words: SourceWords) -> str:
    """The name behind an office and what it is over: "Minister of Foreign Affairs | Ine Vollar"; or ""."""
    if phrase.lower[end : end + 1] != ("of",):
        return ""
    last = max((i for i in range(end + 1, min(end + 7, len(phrase)))
                if phrase.lower[i] in words.lists["portfolios"]), default=0)  # fmt: skip
    if not last or last + 1 >= len(phrase) or not all(phrase.capital(i) for i in (last, last + 1)):
        return ""
    return bare(phrase.at(last + 1, nominal_end(phrase, last + 1, words)))


def _core(phrase: Phrase, words: SourceWords) -> str:
    """The phrase without its article, and up to the first comma or relative clause."""
    return bare(until_clause(phrase, _unowned(phrase, words), words)) or phrase.text


def _unowned(phrase: Phrase, words: SourceWords) -> int:
    """1 where the phrase opens with "his" or with the "one" of "one survivor"; else 0."""
    first = phrase.lower[:1]
    if len(phrase) < 2 or not first or first[0] not in {*words.lists["owned"], "one"}:
        return 0
    return int(first[0] != "one" or words.is_head(phrase.lower[1]))
