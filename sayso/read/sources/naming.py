"""What a resolved source is called."""

import re

from sayso.model import Source, SourceKind
from sayso.read.sources.entities import Register
from sayso.read.sources.entity import Entity
from sayso.read.sources.kinds import kind_of
from sayso.read.sources.mention import EDGES, Mention
from sayso.read.sources.mentions import read_mention


def named(printed: Source, name: str, kind: SourceKind, anonymous: bool) -> Source:
    """The printed source with its name, or its printed words where that is ""."""
    return Source(
        spans=printed.spans, text=printed.text, name=name or printed.text, kind=kind, anonymous=anonymous
    )


def plain_name(text: str, mention: Mention | None) -> str:
    """The printed words without article; the words themselves where nothing else is left."""
    core = mention.core if mention else ""
    return core or text.strip(EDGES) or text


def is_from_there(printed: str, maker: str, register: Register) -> bool:
    """Whether "from Orlan", "from the border" tells where a paper came from: one word, and nobody's."""
    article = rf"(?:(?:{'|'.join(sorted(register.words.lists['articles']))}) )?"
    there = re.search(rf"\bfrom {article}{re.escape(maker)}\Z", printed, re.IGNORECASE)
    lone = bool(maker) and there is not None and " " not in maker and not maker.isupper()
    known = register.gazetteer.lookup(maker) or register.known_body(maker)
    return lone and known is None and not read_mention(maker, register.language).head


def maker_of(document: Entity, register: Register) -> Entity:
    """Who made a document, as the text knows it: "a statement | by the ministry"."""
    known = register.known_body(document.maker)
    if known:
        return known
    mention = read_mention(document.maker, register.language)
    kind, anonymous = kind_of(mention, register.gazetteer, register.language)
    return Entity(core=mention.core, kind=kind, anonymous=anonymous)
