"""Why documents are one origin, in one plain sentence."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.link.lineage import Testimony
from sayso.link.outlets import key_of
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
) -> str:
    """What joins the members: whose words they print, whom they name, what is not on record. One sentence."""
    held = len({t.document for t in members})
    parts = [_stem(name, recorded, held, members, roots)]
    ids = {t.document for t in members}
    copies = [
        d for d in derivations if d.document in ids and d.kind in {"copies", "translates"} and d.of in ids
    ]
    if copies:
        texts = sorted({d.outlet for d in copies if d.outlet})
        copied = len({d.document for d in copies})
        whose = f"the text of {listed(texts)}" if texts else "an earlier text"
        parts.append(f"{documents(copied)} {'prints' if copied == 1 else 'print'} {whose}")
    cited = _citing(name, members)
    if cited:
        parts.append(
            f"{listed(cited)} {'has' if len(cited) == 1 else 'have'} it from another outlet, and say so"
            if len(cited) > 1
            else f"{cited[0]} has it from another outlet, and says so"
        )
    return sentence("; ".join(parts))


def _stem(name: str, recorded: bool, held: int, members: Sequence[Testimony], roots: Sequence[Root]) -> str:
    if not recorded:
        if any(t.report.hearsay for t in members) and name == UNRECORDED:
            return (
                f"{documents(held)} {'does' if held == 1 else 'do'} not say from whom they have it"
                if held > 1
                else ("one document does not say from whom it has it")
            )
        return (
            "one document has it, and does not say that it had it first-hand"
            if held == 1
            else f"{documents(held)} have it, and none of them says that it had it first-hand"
        )
    if any(root.kind == "source" and root.recorded for root in roots):
        return f"{documents(held)} {'goes' if held == 1 else 'go'} back to {name}"
    return f"{documents(held)} {'goes' if held == 1 else 'go'} back to {name}, which had it first-hand"


def _citing(name: str, members: Sequence[Testimony]) -> list[str]:
    """The publishers that name another outlet on the way, in order of publication."""
    found = [
        t.report.publisher.name
        for t in members
        if any(key_of(p.name) != t.report.publisher.key for p in t.report.through) and t.report.publisher.name
    ]
    return list(dict.fromkeys(found))
