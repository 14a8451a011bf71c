"""The nouns of lineage: what counting origins sees of a statement, and of its place in a claim."""

from __future__ import annotations

from typing import Literal

import msgspec

from sayso.model import Act, SourceKind

Mark = Literal["", "contact", "named", "self"]
"""How it is printed that somebody had it from the source itself: not at all; somebody spoke to it, and it is
not said who; an outlet is named; the publisher says so of itself."""


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """A body, outlet or person in a chain. `key`: the gazetteer's id or the folded name, "" for nobody.

    `entry`, `owner`, `country`: what the gazetteer knows, "" where nothing. `named`: a person or an
    institution could be held to it. `state`: an organ of a state, or the state itself;
    `generic`: without saying which organ ("the authorities"). `bodies`: the words
    of its office ("Pact director"), folded. `roles`: what it is to whom ("his lawyer"), see `roles_of`.
    `hedge`: the certainty of what it says, weakest first (PS, PR, CT, U).
    """

    name: str
    key: str
    kind: SourceKind = "unspecified"
    anonymous: bool = False
    named: bool = False
    outlet: bool = False
    vague: bool = False
    state: bool = False
    generic: bool = False
    entry: str = ""
    owner: str = ""
    country: str = ""
    bodies: tuple[str, ...] = ()
    roles: tuple[tuple[str, ...], ...] = ()
    hedge: str = ""


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What counting origins sees of one statement; needs nothing but its document.

    `publisher` is the outlet around it, `chain` what lies between that and the statement's own source,
    outermost first, () in the author's own voice. `first_hand`: the outlet that had it from the source
    itself, None where no mark says so; `mark` is how that is printed. `said_from`, `said_to`: the days it
    was said or reported, where printed. `certainties`: proposition id to factuality. `answered`: how many
    parties of the chain, outermost first, deny what lies inside, or cannot confirm it, and so do not stand
    for it.
    """

    statement: str
    document: str
    published: str | None
    publisher: Party
    chain: tuple[Party, ...] = ()
    first_hand: Party | None = None
    mark: Mark = ""
    hearsay: bool = False
    vague_outlets: bool = False
    own_voice: bool = False
    own_inference: bool = False
    act: Act = "assert"
    said_from: str | None = None
    said_to: str | None = None
    certainties: tuple[tuple[str, str], ...] = ()
    words: str = ""
    answered: int = 0

    @property
    def source(self) -> Party | None:
        """The innermost source; None in the author's own voice."""
        return self.chain[-1] if self.chain else None

    @property
    def through(self) -> tuple[Party, ...]:
        """The outlets between the publisher and the source, outermost first; those that nobody named left
        out.
        """
        return tuple(party for party in self.chain if party.outlet and not party.vague)


class Testimony(msgspec.Struct, frozen=True, kw_only=True):
    """One member of a claim, as origins are counted: its report, and the documents whose words it stands in.

    `copied`: ids of documents that hold the very words of the statement, too; () where its words are its own.
    """

    report: Report
    copied: tuple[str, ...] = ()

    @property
    def document(self) -> str:
        """The document it stands in."""
        return self.report.document

    @property
    def order(self) -> tuple[str, str, str]:
        """Where it stands in time: day (none is last), document, statement."""
        return (self.report.published or "9999", self.report.document, self.report.statement)


def encode(noun: msgspec.Struct | tuple[msgspec.Struct, ...]) -> bytes:
    """MessagePack of a noun of this room, or of several."""
    return msgspec.msgpack.encode(noun)


def decode_reports(data: bytes) -> tuple[Report, ...]:
    """What `encode` made of reports."""
    return msgspec.msgpack.decode(data, type=tuple[Report, ...])
