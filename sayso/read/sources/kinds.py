"""What kind of source a mention is, and whether anybody could be held to it by name."""

import re
from itertools import pairwise
from typing import cast

from sayso.model import SourceKind
from sayso.read.sources.gazetteers import Gazetteer
from sayso.read.sources.mention import Mention
from sayso.read.sources.mentions import ROLES, read_mention
from sayso.read.sources.phrases import ACRONYM, bare
from sayso.read.sources.words import SourceClass, SourceWords, source_words

BODIES: frozenset[str] = frozenset(
    {"government", "organization", "international_organization", "media", "state_media"}
)
PERSONS: frozenset[str] = frozenset({"person", "official", "expert"})
Kind = tuple[SourceKind, bool]
WHICH = re.compile(r",\s+which\b")


def class_of(mention: Mention, language: str = "en") -> SourceClass | None:
    """The class of the mention's head noun; None where the head is none for sources.

    The first class that has the head and whose `before` words, if it asks for any, are printed.
    """
    words = source_words(language)
    front = {*mention.before, *mention.owner.lower().split()}
    named = mention.name.lower().split()
    if mention.head in named and mention.head in words.lists["told_before"]:
        front = {*mention.owner.lower().split(), *named[: named.index(mention.head)]}
    elif mention.head in mention.name.lower():
        front |= {*named}
    classes = words.heads.get(mention.head, ())
    return next((found for found in classes if not found.before or found.before & front), None)


def kind_of(mention: Mention, gazetteer: Gazetteer, language: str = "en") -> Kind:
    """The kind of a source as printed, and whether it is anonymous.

    A pronoun and an unknown common noun are `unspecified`; resolving may know better. The kinds
    and what makes a source anonymous are those of the contract.
    """
    words = source_words(language)
    if mention.pronoun:
        return "unspecified", False
    if mention.quantity and mention.head not in words.heads:
        return ("public" if mention.plural else "person"), True
    common = not mention.name and mention.core.islower() and mention.core in words.heads
    known = None if common else _known(mention, gazetteer)  # "the paper" is not The Paper
    if known:
        return known, False
    found = class_of(mention, language)
    if mention.name:
        kind = _named_kind(mention, found, gazetteer, language)
        return kind, kind == "public"
    if found is None:
        return _bare_kind(mention, gazetteer, words)
    if found.name == "document" and mention.body:
        return kind_of(read_mention(mention.body, language), gazetteer, language)
    kind = found.kind_plural if mention.plural and not mention.counted else found.kind
    kind = found.kind_named if mention.listed else kind
    return through_body(kind, found, mention, gazetteer, language), _anonymous(mention, found, words)


def through_body(
    kind: SourceKind, found: SourceClass, mention: Mention, gazetteer: Gazetteer, language: str = "en"
) -> SourceKind:
    """The kind of who speaks for, leads or serves a body, as the words tell it: the body's, or `kind`."""
    if found.name == "organization" and _of_states(mention, source_words(language)):
        return "international_organization"
    if not found.of or not mention.body or serves_no_longer(mention, source_words(language)):
        return kind
    if found.name == "spokesperson":
        return _body_kind(mention.body, gazetteer, language)
    if gazetteer.country(mention.body):
        return kind
    body, _ = kind_of(read_mention(mention.body, language), gazetteer, language)
    return found.of.get(body, kind)


def serves_no_longer(mention: Mention, words: SourceWords) -> bool:
    """Whether somebody speaks for a body no more: "a former inspector with the Organisation"."""
    said = {*mention.before, *mention.apposition.lower().split()[:2]}
    return not said.isdisjoint(words.lists["no_longer"])


def _of_states(mention: Mention, words: SourceWords) -> bool:
    """ "The fund of twelve governments", "an intergovernmental alliance"."""
    said = {*mention.before, *mention.body.lower().split()[-2:]}
    return bool(said & words.lists["of_states"]) and (bool(mention.body) or "intergovernmental" in said)


def _known(mention: Mention, gazetteer: Gazetteer) -> SourceKind | None:
    """The kind that the gazetteer gives for a body's name; None for persons and strangers."""
    whole = mention.name if mention.name else mention.core
    if mention.name and mention.head and mention.head not in mention.name.lower():
        return None  # a title before a name: the name is a person's, or judged by its own words
    entry = gazetteer.lookup(whole) or (
        gazetteer.lookup(mention.acronym) if mention.acronym and mention.name else None
    )
    if entry:
        return cast(SourceKind, entry.kind)
    return "government" if gazetteer.country(whole) and not _people_of(whole, gazetteer) else None


def _people_of(name: str, gazetteer: Gazetteer) -> bool:
    """ "North Koreans": the plural of a word for a country's people."""
    return name.endswith(("ns", "is", "ks", "hs")) and gazetteer.country(name[:-1]) is not None


def _named_kind(
    mention: Mention, found: SourceClass | None, gazetteer: Gazetteer, language: str
) -> SourceKind:
    """The kind of a source with a proper name that no gazetteer knows."""
    words = source_words(language)
    if held_by_body(mention, found, language):
        return _kind_in_name(mention, None, words)
    if found and found.name in ROLES:
        return through_body(found.kind_named, found, mention, gazetteer, language)
    if _people_of(mention.name, gazetteer):
        return "public"
    if words.lists["bordering"] & {*mention.before}:
        return "government"
    if found and mention.head not in mention.name.lower():
        entry = gazetteer.lookup(mention.name)
        kind = through_body(found.kind, found, mention, gazetteer, language)
        return cast(SourceKind, entry.kind) if entry else kind
    return _kind_in_name(mention, found, words)


def held_by_body(mention: Mention, found: SourceClass | None, language: str = "en") -> bool:
    """Whether a body is said to own or head something: "the owner, Blue Crest Shipping Ltd"."""
    printed = mention.name.split()
    named = len(printed) > 1 and source_words(language).names_a_body(printed[-1])
    return found is not None and found.name == "holder" and named


def _kind_in_name(mention: Mention, found: SourceClass | None, words: SourceWords) -> SourceKind:
    """The kind that the words of a name tell: "Ministry of Carriage", "The Harrow Post"."""
    printed = [bare(word) for word in mention.name.split()]
    pairs = [" ".join(pair) for pair in pairwise(printed)]
    kinds = [words.names[word] for word in (*pairs, *printed) if word in words.names]
    if "international_organization" in kinds:
        return "international_organization"
    stated = found is not None and found.kind == "government" and "media" not in kinds
    if found and stated and found.before & {word.lower() for word in printed}:
        return "government"
    if "media" in kinds and words.lists["state_in_names"] & {*printed}:
        return "state_media"
    if any(pair in words.names for pair in pairs):
        return next(words.names[pair] for pair in reversed(pairs) if pair in words.names)
    if len(printed) == 2 and printed[0].lower() in words.lists["compass"] and printed[1] not in words.names:
        return "government"  # "North Orlan says": a state
    head = next((word for word in printed if word.lower() == mention.head), "")
    if head in words.names:
        return words.names[head]
    if kinds and (kinds[-1] != "unspecified" or printed[-1] in words.names):
        return kinds[-1]
    thing = WHICH.search(mention.text) is not None  # "NetWatch, which tracks outages"
    thing = thing or (len(printed) > 1 and any(words.is_plural_head(word.lower()) for word in printed))
    return "organization" if thing or _initials(mention.name) else "person"


def _initials(name: str) -> bool:
    return " " not in name and len(name) > 1 and name.isupper() and ACRONYM.fullmatch(name) is not None


def _bare_kind(mention: Mention, gazetteer: Gazetteer, words: SourceWords) -> Kind:
    """The kind of a phrase whose head is no noun for sources: "North Koreans", "a shepherd who left"."""
    if mention.head and _people_of(mention.core, gazetteer):
        return "public", True
    told = words.lists["of_persons"].intersection(mention.full.lower().split())
    return "person" if told and not mention.name else "unspecified", not mention.name


def _body_kind(body: str, gazetteer: Gazetteer, language: str) -> SourceKind:
    """The kind of the body that a spokesperson binds; `organization` where it is not told."""
    if not body:
        return "organization"
    if gazetteer.country(body):
        return "government"
    mention = read_mention(body, language)
    kind, _ = kind_of(mention, gazetteer, language)
    if kind == "official":
        return "government"
    return kind if kind in BODIES and (mention.head or mention.name) else "organization"


def _anonymous(mention: Mention, found: SourceClass, words: SourceWords) -> bool:
    """Whether no person and no institution could be held to it by name."""
    first = mention.determiner
    definite = bool(first) and first not in words.lists["indefinite"] and not first.isdigit()
    if found.anonymous == "never" or mention.listed:
        return False
    if found.anonymous == "unnamed":
        return True
    if found.anonymous == "indefinite":
        return not definite and not _proper(mention, words)
    if found.name == "holder" and not (mention.body or mention.owner or mention.before):
        return True
    return mention.plural or mention.determiner in words.lists["indefinite"]


def _proper(mention: Mention, words: SourceWords) -> bool:
    """Whether a proper name that is no adjective of a country stands before the head."""
    endings = tuple(words.lists["demonym_endings"])
    front = mention.core.split()[: len(mention.before)]
    for index, word in enumerate(front):
        common = word.lower() in words.lists["adjectives"] or words.is_head(word.lower())
        first_word = index == 0 and not mention.determiner and len(front) == 1
        if word[:1].isupper() and not common and (word.isupper() or not word.endswith(endings)):
            return not first_word or word.isupper()
    return False
