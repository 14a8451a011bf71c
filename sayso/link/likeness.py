"""Why two propositions are or may be one claim, in sentences for people: no number travels without them."""

from __future__ import annotations

from sayso.link.features import meet
from sayso.link.fillers import other_name
from sayso.link.mark import Amount
from sayso.link.view import View
from sayso.link.words import stem

MOST_WORDS = 6


def reasons_of(a: View, b: View, pointed: bool = False) -> tuple[str, ...]:
    """The reasons, the strongest first; the same whichever proposition comes first."""
    found = [
        _pointing(a, b) if pointed else "",
        _names(a, b),
        _words(a, b),
        *_amounts(a, b),
        _times(a, b),
        _polarity(a, b),
        _other_name(a, b),
        _meaning(a, b),
    ]
    return tuple(reason for reason in found if reason)


def _pointing(a: View, b: View) -> str:
    pointer, target = (a, b) if a.mark.target == b.mark.proposition else (b, a)
    words = f"“{pointer.mark.text}”" if pointer.mark.text else "The denial"
    return f"{words} points at “{target.mark.text}” in the same document."


def _names(a: View, b: View) -> str:
    shared = [name for name in a.names if name in b.names]
    plain = sorted({printed for name in shared if (printed := _printed(name, a, b))})
    return f"Both name {_listing(plain)}." if plain else ""


def _printed(name: str, a: View, b: View) -> str:
    """The name as it is printed in one of the texts; "" for ids that no word stands for."""
    if name[0] in "@=":
        return ""
    for text in sorted((a.mark.text, b.mark.text)):
        for word in text.replace("’s", "").replace("'s", "").split():
            bare = word.strip(".,;:!?“”\"'()…")
            if bare[:1].isupper() and bare.lower().startswith(name):
                return bare
    return ""


def _words(a: View, b: View) -> str:
    shared = sum(stem in b.stems for stem in a.stems)
    fewest = min(len(a.stems), len(b.stems))
    words = "content word" if fewest == 1 else "content words"
    return f"{shared} of {fewest} {words} {'is' if shared == 1 else 'are'} shared." if shared else ""


def _amounts(a: View, b: View) -> list[str]:
    found = []
    for one in a.mark.amounts:
        for two in b.mark.amounts:
            if one.slot and one.slot == two.slot:
                first, second = sorted((one.text, two.text))
                of_what = min(_counted(one), _counted(two))
                if first.casefold() == second.casefold():
                    found.append(f"Both say “{second}” ({of_what}).")
                else:
                    fit = "which can both hold" if meet(one, two) else "for the same thing"
                    found.append(f"One says “{first}”, the other “{second}” ({of_what}), {fit}.")
    return found[:2]


def _counted(amount: Amount) -> str:
    """What an amount counts, as printed; the name of its class where that is no printed word."""
    return amount.unit if amount.unit and stem(amount.unit) == amount.slot else amount.slot


def _times(a: View, b: View) -> str:
    if a.first is None or b.first is None:
        return ""
    one, two = sorted((_interval(a), _interval(b)))
    return f"Both are about {one}." if one == two else f"One is about {one}, the other about {two}."


def _interval(view: View) -> str:
    first, last = view.mark.days
    return str(first or last) if first == last or not (first and last) else f"{first} to {last}"


def _polarity(a: View, b: View) -> str:
    return "One says that it is so, the other that it is not." if a.mark.negated != b.mark.negated else ""


def _other_name(a: View, b: View) -> str:
    names = other_name(a, b)
    if names is None:
        return ""
    one, two = sorted(names)
    return f"One says “{one}” where the other says “{two}”."


def _meaning(a: View, b: View) -> str:
    if a.vector is None or b.vector is None:
        return ""
    return f"Their wording is {float(a.vector @ b.vector):.2f} alike (0 to 1)."


def _listing(names: list[str]) -> str:
    few = names[:MOST_WORDS]
    return few[0] if len(few) == 1 else f"{', '.join(few[:-1])} and {few[-1]}"
