"""The publisher of a document as somebody whom its text may name: "this newspaper", "the Monitor"."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from sayso.read.sources.entities import Register
from sayso.read.sources.entity import Entity
from sayso.read.sources.gazetteers import Gazetteer
from sayso.read.sources.kinds import BODIES, kind_of
from sayso.read.sources.mention import Mention
from sayso.read.sources.mentions import read_mention
from sayso.read.sources.words import source_words


def place_house(publisher: str, register: Register, language: str) -> Entity | None:
    """The publisher as an entity that is there before the first word; None where there is none."""
    if not publisher:
        return None
    house = register.place(_mention(publisher, language), -1)
    house.fixed = publisher
    house.person, house.human, house.anonymous, house.plural = False, False, False, False
    last = publisher.split()[-1].lower()
    if house.kind not in BODIES or last in register.words.lists["monitors"]:
        house.kind, house.guess = "media", True
    register.by_part.setdefault(last, house)
    return house


def _mention(publisher: str, language: str) -> Mention:
    """The publisher's name as one: it is no "monitor" that serves an office."""
    mention = read_mention(publisher, language)
    if mention.body and not mention.name:
        head = publisher.split(" of ")[0].split(" for ")[0].split()[-1].lower()
        return replace(mention, name=mention.core, head=head, before=(), body="", full=mention.core)
    return mention


@dataclass(frozen=True, slots=True)
class HouseNames:
    """How a text may name its publisher. `grounds`: the places that it names."""

    publisher: str
    grounds: Collection[str]
    gazetteer: Gazetteer
    language: str

    def fits(self, mention: Mention) -> bool:
        """ "This newspaper", "our station"; "the Monitor" in the Varda Monitor, with its capital."""
        if mention.determiner in ("this", "our") and self._is_outlet(mention):
            return True
        if mention.core == self.publisher:
            return True
        short = mention.core if mention.determiner == "the" and not mention.body else ""
        if not mention.determiner and self._begins(mention):
            return True
        ends = self.publisher.endswith(f" {short}")
        return short[:1].isupper() and (ends or self.publisher.startswith((f"{short} of ", f"{short} for ")))

    def owns(self, mention: Mention) -> bool:
        """ "Our report of 3 March", "our earlier article": a text of whoever writes."""
        words = source_words(self.language)
        classes = {found.name for found in words.heads.get(mention.head, ())}
        return "document" in classes and not words.lists["ours"].isdisjoint(
            (mention.determiner, mention.body)
        )

    def _is_outlet(self, mention: Mention) -> bool:
        return kind_of(mention, self.gazetteer, self.language)[0] == "media"

    def _begins(self, mention: Mention) -> bool:
        """ "Meridian could not check it", in Meridian Online: unless Meridian is a place in the text."""
        first, _, rest = self.publisher.partition(" ")
        place = first in self.grounds or self.gazetteer.country(first) is not None
        return bool(rest) and mention.core == first and not place and self._is_outlet_noun(rest)

    def _is_outlet_noun(self, word: str) -> bool:
        return source_words(self.language).names.get(word) in ("media", "state_media") or word == "Online"
