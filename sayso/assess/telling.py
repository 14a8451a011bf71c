"""Tells each term of an assessment in lines: a sentence for people, its decibans, its statement."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.assess.case import UNRECORDED, ClaimClass, Specific
from sayso.assess.terms import Term
from sayso.assess.weights import weights
from sayso.assess.words import number
from sayso.model import Certainty, EvidenceLine, LineKind

SAYS: dict[Certainty, str] = {
    "CT": "says it", "PR": "gives it as probable", "PS": "gives it as possible", "U": "leaves it open",
}  # fmt: skip
DENIES: dict[Certainty, str] = {
    "CT": "denies it", "PR": "says that it is probably not so", "PS": "says that it is possibly not so",
    "U": "leaves it open whether it is so",
}  # fmt: skip
PRIOR: dict[ClaimClass, str] = {
    "report": "Before it is known who says it: even odds.",
    "expectation": "A promise, plan or forecast, before it is known whose: less than even odds.",
}
SEVERAL = {
    "says": "say", "gives": "give", "leaves": "leave", "denies": "deny", "weighs": "weigh", "has": "have",
    "stands": "stand", "counts": "count", "infers": "infer",
}  # fmt: skip
DETAIL: dict[Specific, str] = {"number": "a number", "name": "a name", "day": "a day"}
CLIP = "Held where fewer than two origins, or sources without a record, can take it at most."
FIRST_HAND = {
    "self": "It is printed that this was had first-hand.",
    "named": "It is printed whom the source told it.",
    "direct": "The source was there itself.",
    "contact": "Somebody spoke to the source; it is not printed who.",
}
HAND_KIND = {
    "satellite": "A satellite image", "customs": "A customs table", "document": "A document",
    "interview": "An interview", "other": "Evidence",
}  # fmt: skip


def prior_line(kind: ClaimClass) -> EvidenceLine:
    """The line of the class."""
    return EvidenceLine(text=PRIOR[kind], decibans=weights().classes[kind], kind="prior")


def clip_line(decibans: float) -> EvidenceLine:
    """The line of what the bound takes off or gives."""
    return EvidenceLine(text=CLIP, decibans=decibans, kind="clip")


def lines_of(term: Term, counts: float, *, opposite: str | None = None) -> Iterator[EvidenceLine]:
    """The lines of a term that counts so much beside the others; they add up to that.

    `opposite`: what the origin on the other side is called that the same party answers for; None for none.
    What adds nothing has its line, too, with 0.
    """
    if term.hand is not None:
        yield EvidenceLine(text=_by_hand(term), decibans=counts, kind="hand")
        return
    voice = term.voice
    if voice is None or not term.parts:
        yield _line(term, _nothing(term), 0.0)
    elif opposite is not None and counts != term.value:
        yield _line(term, _on_both_sides(term, opposite), counts)
    elif not term.recorded and not counts and term.value:
        yield _line(term, _beside(term), 0.0)
    elif term.interested and counts != term.value and term.recorded:
        yield _line(
            term, f"{_denies(term)}; with the other denials of parties it is held at a bound.", counts
        )
    else:
        for kind, decibans in term.parts:
            text = _part(term, kind)
            yield EvidenceLine(text=text, decibans=decibans, statement=voice.statement, kind=kind)
        if not term.recorded and counts != term.value:
            rest = round(counts - term.value, 2)
            text = "It is not printed where this comes from; such reports are original in one case of three."
            yield EvidenceLine(text=text, decibans=rest, statement=voice.statement, kind="lineage")
    if term.voices > 1 and voice is not None:
        yield EvidenceLine(text=_again(term), decibans=0.0, kind="denial" if not term.supports else "origin")


def _line(term: Term, text: str, decibans: float) -> EvidenceLine:
    kind: LineKind = "origin" if term.supports else "denial"
    statement = term.voice.statement if term.voice else term.first or None
    return EvidenceLine(text=text, decibans=decibans, statement=statement, kind=kind)


def _part(term: Term, kind: LineKind) -> str:
    voice = term.voice
    assert voice is not None
    if kind == "origin":
        return _says(term)
    if kind == "denial":
        return f"{_denies(term)}."
    if kind == "first-hand":
        return FIRST_HAND[voice.first_hand]
    if kind == "specific":
        details = [DETAIL[each] for each in voice.specific]
        return f"It gives {_listed(details)}."
    if kind == "anonymity":
        return "Nobody can be held to it by name."
    if kind == "depth":
        relays = "a relay" if voice.depth == 1 else f"{number(voice.depth)} relays"
        unread = ", whose own text was not read here" if voice.unread else ""
        return f"It comes through {relays}{unread}."
    if kind == "hedge":
        return f"The most hedged link of the way to it calls it {weights().hedges[voice.hedge].called}."
    return "Only part of it is denied."


def _says(term: Term) -> str:
    voice, worth = term.voice, term.worth
    assert voice is not None
    assert worth is not None
    says, was = _agreeing(term, SAYS[voice.hedge]), "they were" if _is_several(term.name) else "it was"
    called = weights().kinds[voice.kind].called
    if not term.recorded:
        return f"{_name(term)} {says}, and {_agreeing(term, 'weighs')} at most what {called} weighs."
    heard = " on the word of somebody who is not named" if voice.anonymous else ""
    if worth.record is not None:
        right, every = worth.record.right, worth.record.right + worth.record.wrong
        return f"{_name(term)} {says}{heard}; {was} right on {right} of {every} resolved claims."
    return f"{_name(term)} {says}{heard}; without a record, that weighs what {called} weighs."


def _denies(term: Term) -> str:
    voice = term.voice
    assert voice is not None
    denies = f"{_name(term)} {_agreeing(term, DENIES[voice.hedge])}"
    if voice.interested:
        return f"{denies}; an interested party would, either way"
    return f"{denies}, and {_agreeing(term, 'has')} no part in it that is known here"


def _on_both_sides(term: Term, opposite: str) -> str:
    counts = _agreeing(term, "counts")
    if opposite == term.name:
        stands = _agreeing(term, "stands")
        return f"{_name(term)} {stands} on both sides of it, and {counts} for neither."
    return f"{_name(term)} {counts} as one with {opposite}, on the other side: neither counts."


def _name(term: Term) -> str:
    name = "somebody without a recorded origin" if term.name == UNRECORDED else term.name
    return f"{name[:1].upper()}{name[1:]}" if name else "Somebody"


def _agreeing(term: Term, says: str) -> str:
    """What somebody does, of several people without a name in the plural: "Western governments | give it"."""
    verb, space, rest = says.partition(" ")
    return f"{SEVERAL.get(verb, verb)}{space}{rest}" if _is_several(term.name) else says


def _is_several(name: str) -> bool:
    """Whether a name is a common noun in the plural: "two traders"; not so "Open Valleys"."""
    last = name.split(" of ")[0].split()[-1:]
    return (
        bool(last)
        and last[0].islower()
        and last[0].endswith("s")
        and not last[0].endswith(("ss", "us", "is"))
    )


def _nothing(term: Term) -> str:
    """Why an origin adds nothing: taken back, inferred, or only heard."""
    if term.voice is None:
        what = "it" if term.supports else "that it is not so"
        infers, has = _agreeing(term, "infers"), _agreeing(term, "has")
        return f"{_name(term)} only {infers} {what}, or {has} taken that back: it adds nothing."
    what = "it" if term.supports else "the denial"
    return f"{_name(term)} {_agreeing(term, 'has')} {what} from hearsay (“reportedly”): that adds nothing."


def _beside(term: Term) -> str:
    if term.supports:
        return "What does not say where it has it from adds nothing beside a recorded origin."
    return "Denials that do not say where they come from add nothing to those that do."


def _again(term: Term) -> str:
    more = term.voices - 1
    if more == 1:
        return "One more statement goes back to the same origin and adds nothing."
    return f"{number(more).capitalize()} more statements go back to the same origin and add nothing."


def _by_hand(term: Term) -> str:
    hand = term.hand
    assert hand is not None
    what = HAND_KIND[hand.kind] + (f" ({hand.reference})" if hand.reference else "")
    side = "for it" if hand.stance == "supports" else "against it"
    said = f": {hand.text.rstrip('.')}" if hand.text else ""
    by = f", added by {hand.by}" if hand.by else ", added by hand"
    return f"{what} speaks {side} ({hand.strength}{by}){said}."


def _listed(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
