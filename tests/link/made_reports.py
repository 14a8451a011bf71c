"""Reports made by hand: a party, a report, a testimony, a derivation in one line each."""

from sayso.link.lineage import Mark, Party, Report, Testimony
from sayso.link.outlets import key_of
from sayso.model import Derivation, DerivationKind, SourceKind, derivation_id


def outlet(name: str, *, owner: str = "", state: bool = False, vague: bool = False) -> Party:
    """An outlet of that name."""
    kind: SourceKind = "state_media" if state else "media"
    key = "" if vague else key_of(name)
    return Party(
        name=name, key=key, kind=kind, named=not vague, outlet=True, owner=owner, state=state, vague=vague
    )


def body(
    name: str, *, kind: SourceKind = "organization", bodies: tuple[str, ...] = (), state: bool = False
) -> Party:
    """A named body or person."""
    return Party(name=name, key=key_of(name), kind=kind, named=True, bodies=bodies, state=state)


def nobody(name: str = "two traders") -> Party:
    """Somebody who is not named."""
    return Party(name=name, key="", kind="person", anonymous=True)


def report(
    publisher: Party,
    *chain: Party,
    id: str = "",
    first_hand: Party | None = None,
    mark: Mark = "",
    published: str | None = "2031-01-01",
    hearsay: bool = False,
    infers: bool = False,
    words: str = "",
    certainties: tuple[tuple[str, str], ...] = (),
    said: tuple[str, str] | None = None,
) -> Report:
    """A report of one statement; `id` names its document and its statement."""
    name = id or publisher.key
    return Report(
        statement=f"s:{name}",
        document=f"d:{name.split('/')[0]}",
        published=published,
        publisher=publisher,
        chain=chain,
        first_hand=first_hand,
        mark=mark or ("named" if first_hand else ""),
        hearsay=hearsay,
        own_voice=not chain and not hearsay,
        own_inference=infers,
        vague_outlets=any(p.vague for p in chain),
        words=words,
        certainties=certainties,
        said_from=said[0] if said else None,
        said_to=said[1] if said else None,
    )


def as_testimony(made: Report, *copied: str) -> Testimony:
    """A testimony of a report."""
    return Testimony(report=made, copied=copied)


def copy_of(
    later: Report,
    earlier: Report,
    *,
    kind: DerivationKind = "copies",
    p: float = 0.97,
    share: float = 0.9,
    statement: bool = False,
) -> Derivation:
    """That one document has it from another."""
    said, whose = later.statement if statement else None, earlier.publisher.name
    return Derivation(
        id=derivation_id(kind, later.document, earlier.document, whose, said),
        kind=kind,
        document=later.document,
        of=earlier.document,
        outlet=whose,
        statement=said,
        p=p,
        share=share,
        evidence=("It is made so.",),
    )
