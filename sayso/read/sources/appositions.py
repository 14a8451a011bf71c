"""What stands beside a source phrase between commas: who that is, who they are, or only where."""

from collections.abc import Callable
from dataclasses import replace

from sayso.read.cues.inflection import plural
from sayso.read.sources.mention import EDGES, Mention
from sayso.read.sources.phrases import Phrase, phrase_from
from sayso.read.sources.words import SourceWords

Read = Callable[[Phrase, SourceWords], Mention]


def with_apposition(phrase: Phrase, made: Mention, words: SourceWords, read: Read) -> Mention:
    """The mention with what stands beside it between commas: "Ilo Marsk, a trader in Orlan".

    `read` takes a noun phrase apart. Unchanged where nothing stands beside it, or only a place.
    """
    comma = next((i for i, word in enumerate(phrase.lower) if word == ","), len(phrase))
    if comma + 1 >= len(phrase) or phrase.lower[comma + 1] in words.lists["relatives"]:
        return made
    beside = read(phrase_from(phrase, comma + 1), words)
    if made.name and beside.head and not beside.name:
        return replace(
            made,
            head=made.head or beside.head,
            apposition=beside.core,
            before=made.before if made.head else beside.before,
            body=made.body or beside.body,
            gender=made.gender or beside.gender,
        )
    if beside.name and _names_the_place(phrase, comma, made, beside, words):
        return made
    listed = _listed(phrase, comma) if made.plural and made.head and not made.name and beside.name else ()
    if listed and _names_places(phrase, comma, listed, words):
        return made
    if listed:
        full = phrase.text[phrase.text.find(made.core) :].strip(EDGES)
        return replace(made, listed=listed, full=full)
    if beside.name and not made.name and (not beside.head or made.head):
        return replace(made, name=beside.name, apposition=beside.core)
    article = phrase.lower[comma + 1]
    if beside.head and not (made.name or beside.name) and article in ("a", "an"):
        return replace(made, apposition=beside.core, full=f"{made.core}, {article} {beside.core}")
    return made


def _listed(phrase: Phrase, comma: int) -> tuple[str, ...]:
    """Who is named behind the comma: "two doctors, Ana Sool and Tom Birk"; () for one, or nobody."""
    names, first = [], comma + 1
    for i in range(comma + 1, len(phrase) + 1):
        if i == len(phrase) or phrase.lower[i] in (",", "and", "&"):
            if i > first and not all(phrase.capital(k) for k in range(first, i)):
                return ()
            names += [phrase.at(first, i)] if i > first else []
            first = i + 1
    return tuple(names) if len(names) > 1 else ()


def _names_places(phrase: Phrase, comma: int, listed: tuple[str, ...], words: SourceWords) -> bool:
    """ "Observers from Velmar, Orlan and Tarn": the names go on with that of a place, and are nobody's."""
    before = phrase.lower[comma - 1]
    place = any(before in (noun, plural(noun)) for noun in words.lists["place_nouns"])
    return place or (phrase.capital(comma - 1) and not all(" " in name for name in listed))


def _names_the_place(phrase: Phrase, comma: int, made: Mention, beside: Mention, words: SourceWords) -> bool:
    """ "A diplomat in the capital, Velmar City": the name is that of the place before the comma.

    So where nobody is pointed out, and where the name says it; "the mayor of the capital, Ine Vollar" and "a
    resident of the town, Ine Vollar" are named.
    """
    lists = words.lists
    joins = [i for i in range(comma - 1) if phrase.lower[i] in lists["place_joins"]]
    if not made.head or phrase.lower[comma - 1] not in lists["place_nouns"] or not joins or beside.gender:
        return False
    if any(words.names.get(word) == "unspecified" for word in beside.name.split()):
        return True
    if made.plural or phrase.lower[joins[-1]] != "of":
        return made.plural or made.determiner in lists["indefinite"]
    return made.determiner in lists["indefinite"] and " " not in beside.name
