"""The sentence that stands first on a claim: how many say it, to whom it goes back, and who denies it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from sayso.model import Claim, Derivation, DocumentRow, OriginGroup, Origins, Stance
from sayso.show.grouping import count

MOST_NAMED = 4


def support(
    claim: Claim, documents: Mapping[str, DocumentRow], derivations: Sequence[Derivation] = ()
) -> str:  # fmt: skip
    """Who says it, told from its origins; `documents` by id, for the names of outlets.

    >>> support(Claim(id="c:1", gist="", status="denied", as_of=None, statements=()), {})
    'No document in this ledger says it.'
    """
    saying = _documents(claim, "supports")
    if not saying or not claim.origins.groups:
        return f"No document in this ledger says it{_waiting(claim, 'supports')}."
    says = f"{count(len(saying), 'document')} {'says' if len(saying) == 1 else 'say'} it"
    recorded = [group for group in claim.origins.groups if group.recorded]
    others = {
        document for group in claim.origins.groups if not group.recorded for document in group.documents
    }
    if not recorded:
        return f"{says}; where {_they(len(saying))} it from is not on record."
    there = {document for group in recorded for document in group.documents}
    whose = (
        "all of them go"
        if saying <= there and len(saying) > 1
        else _they(len(there), "goes", "go", len(saying))
    )
    back = f"{whose} back to {_origins(recorded, documents, derivations)}"
    rest = f"; where {_rest(len(others), len(saying))} it from is not on record" if others else ""
    return f"{says}; {back}{rest}."


def denial(claim: Claim) -> str:
    """Who denies it.

    >>> denial(Claim(id="c:1", gist="", status="denied", as_of=None, statements=()))
    'Nobody in this ledger denies it.'
    """
    groups = claim.origins_against.groups
    if not groups:
        return f"Nobody in this ledger denies it{_waiting(claim, 'denies')}."
    named = [group for group in groups if group.recorded]
    unnamed = {document for group in groups if not group.recorded for document in group.documents}
    if not named:
        return f"It is denied in {count(len(unnamed), 'document')}; by whom is not on record."
    more = f", and in {count(len(unnamed), 'document')} by nobody that is on record" if unnamed else ""
    return f"It is denied by {_listed([_group(group) for group in named])}{more}."


def _waiting(claim: Claim, stance: Stance) -> str:
    """How many proposals would say or deny what nobody says or denies; "" for none."""
    number = len({member.id for member in claim.proposals if member.stance == stance})
    does = "say" if stance == "supports" else "deny"
    waits = "waits" if number == 1 else "wait"
    return f"; {count(number, 'statement')} that may {does} it {waits} for you to decide" if number else ""


def _documents(claim: Claim, stance: Stance) -> set[str]:
    return {member.document for member in claim.statements if member.stance == stance}


def _they(number: int, one: str = "has", several: str = "have", of: int = 0) -> str:
    """ "it has", "they have", "3 of them have"."""
    if of > number:
        return f"{number} of them {one if number == 1 else several}"
    return f"it {one}" if number == 1 else f"they {several}"


def _rest(number: int, of: int) -> str:
    if number >= of:
        return _they(number)
    return f"{number} of them {'has' if number == 1 else 'have'}"


def _origins(
    recorded: Sequence[OriginGroup], documents: Mapping[str, DocumentRow], derivations: Sequence[Derivation]
) -> str:  # fmt: skip
    if len(recorded) == 1:
        relay = _relay(recorded[0], documents, derivations)
        return f"one origin: {recorded[0].origin}" + (f", as relayed by {relay}" if relay else "")
    return f"{len(recorded)} origins: {_listed([_group(group) for group in recorded])}"


def _group(group: OriginGroup) -> str:
    return f"{group.origin} ({count(len(group.documents), 'document')})"


def _relay(
    group: OriginGroup, documents: Mapping[str, DocumentRow], derivations: Sequence[Derivation]
) -> str:  # fmt: skip
    """The outlet from which most of a group had it, the only outlet of a lone document; "" for the origin."""
    inside = set(group.documents)
    had = Counter(edge.outlet for edge in derivations if edge.document in inside and edge.kind != "corrects")
    if had:
        outlet = min(had, key=lambda name: (-had[name], name))
    elif len(inside) == 1 and (row := documents.get(group.documents[0])):
        outlet = row.publisher or ""
    else:
        return ""
    return "" if outlet == group.origin else outlet


def _listed(names: Sequence[str]) -> str:
    shown, more = list(names[:MOST_NAMED]), len(names) - MOST_NAMED
    if more > 0:
        shown.append(f"{more} more")
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def spoken(found: Origins) -> str:
    """The range of a count where it has one: "2 are on record; 5 cannot be ruled out"; "" for none.

    Where what is on record may also be fewer, it says so: "2 are on record, and may be 1".
    """
    if found.low == found.high:
        return ""
    there = f"{found.count} {'is' if found.count == 1 else 'are'} on record"
    fewer = f", and may be {found.low}" if found.low < found.count else ""
    return f"{there}{fewer}; {found.high} cannot be ruled out" if found.high > found.count else there + fewer
