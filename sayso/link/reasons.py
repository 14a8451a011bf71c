"""Why documents are one origin, in one plain sentence."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sayso.link.copies import without_detours
from sayso.link.lineage import Testimony
from sayso.link.outlets import key_of, same_name
from sayso.link.roots import Root
from sayso.model import Derivation

UNRECORDED = "no recorded origin"
NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
NAMES_SHOWN = 4


def number(count: int) -> str:
    """A small number in words, a larger one in digits."""
    return NUMBERS[count] if count < len(NUMBERS) else str(count)


def listed(names: Sequence[str]) -> str:
    """Names as a list: "A", "A and B", "A, B and two others"; "" for none."""
    shown, more = list(names[:NAMES_SHOWN]), len(names) - NAMES_SHOWN
    if more > 0:
        return f"{', '.join(shown)} and {number(more)} {'other' if more == 1 else 'others'}"
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 2 else shown)


def documents(count: int) -> str:
    """How many documents, in words."""
    return f"{number(count)} {'document' if count == 1 else 'documents'}"


def sentence(text: str) -> str:
    """With a capital and a full stop."""
    return f"{text[:1].upper()}{text[1:]}."


def why(
    name: str,
    recorded: bool,
    members: Sequence[Testimony],
    roots: Sequence[Root],
    derivations: Sequence[Derivation],
    voices: Collection[str] = (),
) -> str:
    """What joins the members: whose words they print, whom they name, what is not on record. One sentence.

    `voices`: statements of unnamed voices that may be one of those that count; whose they are is not said.
    """
    clear = [t for t in members if t.report.statement not in voices]
    parts = [_stem(name, recorded, clear, roots)] if clear else []
    parts += [*_printing(members, derivations), *_citing(name, members), *_perhaps_counted(members, voices)]
    return sentence("; ".join(parts))


def _perhaps_counted(members: Sequence[Testimony], voices: Collection[str]) -> list[str]:
    """How many documents have it from an unnamed voice that may be one of those that count; not whose."""
    held = len({t.document for t in members if t.report.statement in voices})
    has = "has" if held == 1 else "have"
    return [f"{documents(held)} {has} it from somebody unnamed who may be counted already"] if held else []


def _stem(name: str, recorded: bool, members: Sequence[Testimony], roots: Sequence[Root]) -> str:
    """Whom they go back to, or what they do not say."""
    held = len({t.document for t in members})
    if recorded:
        first_hand = "" if any(root.kind == "source" for root in roots) else ", which had it first-hand"
        return f"{documents(held)} {'goes' if held == 1 else 'go'} back to {name}{first_hand}"
    if all(root.kind == "nobody" for root in roots):
        infers = "infers it, or has it" if held == 1 else "infer it, or have it"
        return f"{documents(held)} {infers} from nobody in particular"
    if held == 1:
        return "one document has it, and does not say that it had it first-hand"
    return f"{documents(held)} have it, and none of them says that it had it first-hand"


def _printing(members: Sequence[Testimony], derivations: Sequence[Derivation]) -> list[str]:
    """Whose text how many of them print, with its day; copies of copies where nothing better is known."""
    days = {t.document: t.report.published for t in members}
    found: dict[str, set[str]] = {}
    for edge in without_detours(d for d in derivations if d.kind in {"copies", "translates"}):
        if edge.document in days and (edge.of is None or edge.of in days) and edge.outlet:
            found.setdefault(f"{possessive(edge.outlet)} text{_of_day(days.get(edge.of or ''))}", set()).add(
                edge.document
            )
    return [
        f"{documents(len(copies))} {'prints' if len(copies) == 1 else 'print'} {text}"
        for text, copies in sorted(found.items())
    ]


def possessive(name: str) -> str:
    """A name as an owner: "Norrin Press’s", "Open Valleys’"."""
    return f"{name}’" if name.endswith("s") and not name.endswith("ss") else f"{name}’s"


def _of_day(published: str | None) -> str:
    return f" of {published}" if published else ""


def _citing(name: str, members: Sequence[Testimony]) -> list[str]:
    """Which publishers cite which outlet on the way; "it" is the outlet that the group is named after."""
    found: dict[str, list[str]] = {}
    for report in (t.report for t in members):
        for outlet in report.through:
            if report.publisher.name and not outlet.generic and outlet.key != report.publisher.key:
                whom = "it" if same_name(outlet.key, key_of(name)) else outlet.name
                citing = found.setdefault(whom, [])
                citing += [] if report.publisher.name in citing else [report.publisher.name]
    return [
        f"{listed(citing)} {'cites' if len(citing) == 1 else 'cite'} {whom}"
        for whom, citing in sorted(found.items())
    ]
