"""What the value of a judgement on a claim may be: checked when it is asked for, replayed, and read again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, get_args

from sayso.errors import UsageError
from sayso.model import HandKind, HandStance, Judgement, Likelihood, SourceKind, Stance, Strength
from sayso.pipeline.decided_words import CLAIM_OUTCOMES, EXPECTATION_OUTCOMES
from sayso.repair.corrections import MATTERS, correction_of

Value = dict[str, Any]
MOST_CHARS = 2_000  # of the text of evidence by hand
LEAST_DIGITS = 7  # of a number that somebody could be rung up at
NO_SOURCE_KINDS = frozenset({"author", "unspecified"})
_MAIL = re.compile(r"[^\s@]{1,64}@[^\s@]{1,64}\.[^\s@.]{2,24}")
_RUNG = re.compile(r"(?<![\w/.-])(?:\+|\(?0)\d[\d ()/.-]{4,30}\d")  # "+41 44 …", "(044) …"
_NUMBER = re.compile(r"\d[\d ()/.-]{5,30}\d")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def checked_value(what: str, value: Mapping[str, Any]) -> Value:
    """The value of a judgement on a claim as it is kept; UsageError says what does not fit.

    {} for same and not-same, which say all by their targets.
    """
    check = _VALUES.get(what)
    return check(value) if check else {}


def unclear(judgement: Judgement) -> str:
    """Why nobody can tell what a judgement decides, one that came from elsewhere say; "" where it is clear.

    Its targets must be of the kind and number that its matter has, its value one of those that can be asked
    for, its moment an ISO moment with a time zone.
    """
    if not _is_moment(judgement.at):
        return f"{judgement.at[:40]!r} is no moment"
    if judgement.what in MATTERS:
        return "" if correction_of(judgement) else "what it corrects cannot be understood"
    begins, least, most = TARGETS[judgement.what]
    targets = judgement.targets
    if not least <= len(targets) <= (most or len(targets)) or not all(t.startswith(begins) for t in targets):
        return f"it is not about what a judgement on {judgement.what} is about"
    if judgement.what == "origin" and judgement.value.get("origin") == "same" and len(targets) != 2:
        return "two statements or documents share an origin"
    try:
        checked_value(judgement.what, judgement.value)
    except UsageError as error:
        return str(error)
    return ""


def clear(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those of which one can tell what they decide, in their order."""
    return [one for one in judgements if not unclear(one)]


TARGETS: Mapping[str, tuple[tuple[str, ...], int, int]] = {
    "same": (("p:",), 2, 0), "not-same": (("p:",), 2, 0), "stance": (("p:",), 2, 2),
    "origin": (("s:", "d:"), 1, 0), "kind": (("",), 1, 0), "outcome": (("p:", "s:", "e:"), 1, 1),
    "word": (("p:",), 1, 1), "evidence": (("p:",), 1, 1), "sign-off": (("f:",), 1, 1),
}  # fmt: skip
"""How the targets of each matter begin, the fewest of them and the most (0: any number)."""


def _is_moment(at: str) -> bool:
    try:
        return datetime.fromisoformat(at).tzinfo is not None and at[10:11] == "T"
    except ValueError:
        return False


def _stance(value: Mapping[str, Any]) -> Value:
    return {"stance": _one_of(value, "stance", get_args(Stance))}


def _origin(value: Mapping[str, Any]) -> Value:
    return {"origin": _one_of(value, "origin", ("same", "own"))}


def _kind(value: Mapping[str, Any]) -> Value:
    kinds = [kind for kind in get_args(SourceKind) if kind not in NO_SOURCE_KINDS]
    return {"kind": _one_of(value, "kind", kinds)}


def _outcome(value: Mapping[str, Any]) -> Value:
    return {"outcome": _one_of(value, "outcome", (*CLAIM_OUTCOMES, *EXPECTATION_OUTCOMES))}


def _word(value: Mapping[str, Any]) -> Value:
    return {"word": _one_of(value, "word", get_args(Likelihood))}


def _evidence(value: Mapping[str, Any]) -> Value:
    found = {
        "kind": _one_of(value, "kind", get_args(HandKind)),
        "stance": _one_of(value, "stance", get_args(HandStance)),
        "strength": _one_of(value, "strength", get_args(Strength)),
        "reference": _text(value, "reference"),
        "text": _text(value, "text"),
    }
    for name in ("reference", "text"):
        _refuse_identities(found[name], strictly=found["kind"] == "interview")
    return found


def _one_of(value: Mapping[str, Any], name: str, words: Sequence[str]) -> str:
    given = value.get(name)
    if given not in words:
        raise UsageError(f"{name} is one of {', '.join(words)}, not {given!r}")
    return str(given)


def _text(value: Mapping[str, Any], name: str) -> str:
    given = value.get(name)
    if not isinstance(given, str) or not given.strip():
        raise UsageError(f"evidence needs a {name}")
    if len(given) > MOST_CHARS:
        raise UsageError(f"the {name} is longer than {MOST_CHARS:,} characters")
    return given.strip()


def _refuse_identities(words: str, *, strictly: bool) -> None:
    """Raises where there is an address or a number by which somebody could be found.

    A number is one that begins as telephone numbers do; `strictly`, in a note of an interview, any long one.
    """
    bare = _DAY.sub(" ", words)
    numbers = [m[0] for pattern in (_RUNG, *([_NUMBER] if strictly else [])) for m in pattern.finditer(bare)]
    rung = any(sum(c.isdigit() for c in number) >= LEAST_DIGITS for number in numbers)
    if rung or _MAIL.search(words):
        raise UsageError(
            "evidence takes no e-mail addresses and no telephone numbers: the ledger is no place for "
            "identities; say what was learnt, and keep elsewhere from whom"
        )


_VALUES: Mapping[str, Callable[[Mapping[str, Any]], Value]] = {
    "stance": _stance, "origin": _origin, "kind": _kind, "outcome": _outcome, "word": _word,
    "evidence": _evidence,
}  # fmt: skip
