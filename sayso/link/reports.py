"""What counting origins sees of each statement: who it goes back to, through whom, who had it first-hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from sayso.link.credits import owner_in
from sayso.link.falsehood import calls_false
from sayso.link.hands import Hand, hand_in, met_in, own_words
from sayso.link.lineage import Party, Report
from sayso.link.outlets import key_of, patterns, same_name, short_for, uncounted
from sayso.link.parties import Names, party_of, publisher_party, setting_of
from sayso.model import Act, Document, Span, Statement

ANSWERS: frozenset[Act] = frozenset({"deny", "decline", "unconfirmed"})
THOUGHT: frozenset[Act] = frozenset({"infer", "forecast", "believe", "ask"})
CERTAINTIES = ("U", "PS", "PR", "CT")
DEPTH = 12
WORDS_CHARS = 200


class _Read(msgspec.Struct, frozen=True):
    """One document as read: what its reports are made of."""

    document: Document
    publisher: Party
    statements: Mapping[str, Statement]
    parties: Mapping[str, Party]
    language: str


def reports_of(document: Document, statements: Sequence[Statement], gazetteer: Names) -> tuple[Report, ...]:
    """One report a statement, in their order; () for none. Pure.

    A source keeps, inside its document, the mark that was printed with it once: "told The Harrow Post" holds
    for the later "the official said", too.
    """
    language = "en" if document.language is None else document.language
    if not statements:
        return ()
    publisher = publisher_party(document.publisher, gazetteer)
    if not publisher.owner and publisher.key:
        publisher = msgspec.structs.replace(publisher, owner=owner_in(document, language))
    setting = setting_of(document.text, statements, gazetteer, language)
    parties = {s.id: _or_publisher(party_of(s.source, setting), publisher, s, language) for s in statements}
    read = _Read(document, publisher, {s.id: s for s in statements}, parties, language)
    hands = _hands(read, gazetteer)
    return tuple(_report(read, s, hands) for s in statements)


def _or_publisher(party: Party, publisher: Party, statement: Statement, language: str) -> Party:
    """The publisher where a text speaks of itself: "The Harrow Post has learned", "we"; else the party."""
    if statement.source.kind == "author" or (party.key and party.key == publisher.key):
        return publisher
    if any(pattern.search(statement.source.text) for pattern in patterns(language, "self_names")):
        return publisher
    called = party.named and (
        same_name(party.key, key_of(publisher.name), language)
        or (not party.entry and short_for(party.name, publisher.name))
    )
    alike = publisher.key and called
    both = party.entry and publisher.entry and party.entry != publisher.entry
    return publisher if alike and not both and not statement.source.anonymous else party


def _hands(read: _Read, names: Names) -> dict[str, Hand | None]:
    """The marks of each statement: its own, its source's elsewhere in the text, or those around it."""
    outlets = {p.key: p for p in read.parties.values() if p.outlet and p.key}
    spans = {id: _everything(s) for id, s in read.statements.items()}
    everything = sorted({span for each in spans.values() for span in each})
    longest = max((end - start for start, end in everything), default=0)
    own: dict[str, Hand | None] = {}
    for id, statement in read.statements.items():
        words = own_words(read.document.text, statement, everything, longest)
        own[id] = hand_in(words, read.publisher, outlets, names, read.language) if words else None
        if statement.source.kind == "author" and _saw_itself(statement, read.language):
            own[id] = Hand(read.publisher, "self")
    by_source = _met(read, outlets, names) | _by_source(read, own)
    return {id: _better(own[id], by_source.get(_who(s, read.language))) for id, s in read.statements.items()}


def _saw_itself(statement: Statement, language: str) -> bool:
    """Whether an outlet tells in its own voice what its people saw: "Our observers saw ballots burn"."""
    said = statement.content.text[:WORDS_CHARS]
    return any(pattern.match(said) for pattern in patterns(language, "own_eyes"))


def _met(read: _Read, outlets: Mapping[str, Party], names: Names) -> dict[str, Hand]:
    """Whom the outlet says in its own voice that somebody spoke to: "We interviewed fourteen survivors."."""
    found: dict[str, Hand] = {}
    for statement in read.statements.values():
        if statement.source.kind == "author" and statement.cue is None:
            hand, met = met_in(
                statement.content.text[:WORDS_CHARS], read.publisher, outlets, names, read.language
            )
            found |= dict.fromkeys(met, hand) if hand else {}
    return found


def _better(own: Hand | None, elsewhere: Hand | None) -> Hand | None:
    return elsewhere if elsewhere and elsewhere.outlet and not (own and own.outlet) else own


def _by_source(read: _Read, own: Mapping[str, Hand | None]) -> dict[str, Hand]:
    """The best mark that a source has anywhere in the text, the earliest of equals."""
    rank = {"named": 0, "self": 0, "contact": 1, "": 2}
    found: dict[str, Hand] = {}
    for id, statement in read.statements.items():
        above = statement.within if read.parties.get(statement.within or "") == read.publisher else None
        hand, who = own[id] or own.get(above or ""), _who(statement, read.language)
        if hand and who and (who not in found or rank[hand.mark] < rank[found[who].mark]):
            found[who] = hand
    return found


def _who(statement: Statement, language: str) -> str:
    """Who speaks, as told in this text: "two stokers" and "the stokers" are the same; "" for nobody."""
    nobody = statement.source.kind == "author" or not statement.source.spans
    if nobody:
        return ""
    key = key_of(statement.source.name)
    return uncounted(key, language) if statement.source.anonymous else key


def _everything(statement: Statement) -> frozenset[Span]:
    cue = statement.cue.spans if statement.cue else ()
    return frozenset((*statement.source.spans, *cue, *statement.content.spans))


def _ancestors(read: _Read, statement: Statement) -> list[Statement]:
    """The statements around one, outermost first, itself last."""
    found = [statement]
    while (above := read.statements.get(found[0].within or "")) and above not in found and len(found) < DEPTH:
        found.insert(0, above)
    return found


def _report(read: _Read, statement: Statement, hands: Mapping[str, Hand | None]) -> Report:
    line = _ancestors(read, statement)
    chain = _chain(read, line)
    answers = max((at for at, s in enumerate(line[:-1], 1) if _answers(s)), default=0)
    inside = line[answers:]
    hand = next((found for s in inside if (found := hands[s.id]) and found.outlet), None)
    hand = hand or hands[statement.id]
    source = statement.source
    own = source.kind == "author" or (not chain and source.kind != "unspecified")
    hearsay = source.kind == "unspecified" and not source.spans
    said = statement.said or next((s.said for s in reversed(line) if s.said), None)
    if own and statement.evidentiality == "direct" and hand is None:
        hand = Hand(read.publisher, "self")
    return Report(
        statement=statement.id,
        document=read.document.id,
        published=read.document.published,
        publisher=read.publisher,
        chain=chain,
        first_hand=hand.outlet if hand else None,
        mark=hand.mark if hand else "",
        hearsay=hearsay,
        vague_outlets=any(p.vague for p in chain),
        own_voice=own,
        own_inference=own and _infers(statement),
        act=statement.act,
        said_from=said.from_ if said else None,
        said_to=said.to if said else None,
        certainties=tuple((p.id, p.factuality) for p in statement.propositions),
        words=source.text[:WORDS_CHARS],
        answered=len(_chain(read, line[:answers])),
    )


def _answers(statement: Statement) -> bool:
    """Whether a statement denies what stands inside it, leaves it open, or calls it false."""
    return statement.act in ANSWERS or any(calls_false(part.text) for part in statement.propositions)


def _chain(read: _Read, line: Sequence[Statement]) -> tuple[Party, ...]:
    """The parties between publisher and source, each with its hedge; the publisher and hearsay left out."""
    found: list[Party] = []
    for statement in line:
        party = read.parties[statement.id]
        if party == read.publisher and not found:
            continue
        if statement.source.kind == "unspecified" and not statement.source.spans:
            continue
        found.append(msgspec.structs.replace(party, hedge=_weakest(statement)))
    return tuple(found)


def _weakest(statement: Statement) -> str:
    """The weakest certainty among a statement's propositions; "" where it has none."""
    seen = {p.factuality.rstrip("+-") for p in statement.propositions}
    return next((certainty for certainty in CERTAINTIES if certainty in seen), "")


def _infers(statement: Statement) -> bool:
    return statement.act in THOUGHT or statement.evidentiality == "inferential"
