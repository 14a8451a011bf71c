"""Names of bodies that are made of people: "Doctors Across Borders", "Nurses for Peace says"."""

from __future__ import annotations

from dataclasses import replace

from sayso.lang import load
from sayso.read.cues.lexicon import lexicon_of
from sayso.read.sources.mention import Mention
from sayso.read.sources.words import SourceWords, source_words

OF_PEOPLE = frozenset({"people", "lived", "employee", "practitioner", "expert", "functionary"})


def as_body(mention: Mention, cue: str, language: str) -> Mention:
    """The mention as the name of one body, where a noun for several people has capitals behind it.

    So with a verb for one ("Nurses for Peace says", "Save the Children says") or a capital where none is
    needed ("Doctors Across Borders"). Unchanged for all else: "Nurses in Orlan say". `cue`: what attributes.
    """
    words = source_words(language)
    printed = mention.core.split()
    if mention.name or not mention.plural or mention.determiner or len(printed) < 2:
        return mention
    if not (printed[0][:1].isupper() and printed[-1][:1].isupper() and _of_people(mention.head, words)):
        return mention
    links = [word for word in printed if word.lower() in words.lists["prepositions"]]
    if any(word[:1].isupper() for word in links) or is_singular(cue, language):
        return replace(mention, name=mention.core, head="", before=(), body="", plural=False, full="")
    return mention


def _of_people(noun: str, words: SourceWords) -> bool:
    return any(found.name in OF_PEOPLE for found in words.heads.get(noun, ()))


def is_singular(cue: str, language: str) -> bool:
    """Whether a verb is a present of one: "says", "does not know", "has told"."""
    first = next(iter(cue.lower().split()), "")
    entries = (e for e in lexicon_of(language).by_word.get(first, ()) if e.pattern[0] == first)
    return (
        any(entry.form == "s" for entry in entries) or first in load(language, "sources")["words"]["present"]
    )
