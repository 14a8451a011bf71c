"""What a person asks to be decided becomes targets that never change, and a value that is checked."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, get_args

from sayso.errors import UsageError
from sayso.model import ClaimMatter, HandKind, HandStance, Likelihood, SourceKind, Stance, Strength
from sayso.pipeline.decided_words import CLAIM_OUTCOMES, EXPECTATION_OUTCOMES
from sayso.pipeline.meaning import (
    claim_meant,
    evidence_meant,
    gist_of,
    proposition_meant,
    source_meant,
    whole_id,
)
from sayso.store.store import Store

Asked = tuple[tuple[str, ...], dict[str, Any]]
MOST_CHARS = 2_000  # of the text of evidence by hand
_MAIL = re.compile(r"[^\s@]{1,64}@[^\s@]{1,64}\.[^\s@.]{2,24}")
_RUNG = re.compile(r"(?<![\w/.-])(?:\+|\(?0)\d[\d ()/.-]{4,30}\d")  # "+41 44 …", "(044) …"
_NUMBER = re.compile(r"\d[\d ()/.-]{5,30}\d")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
LEAST_DIGITS = 7  # of a number that somebody could be rung up at
NO_SOURCE_KINDS = frozenset({"author", "unspecified"})


def asked(store: Store, what: str, targets: Sequence[str], value: Mapping[str, Any]) -> Asked:
    """The targets and the value of a judgement; UsageError says what does not fit.

    same: claims, statements or propositions that are one claim, two or more. not-same: the first is not one
    with any of the others; where the first is a claim and the others are in it, they are taken out of it.
    stance: a statement, a claim; `stance`. origin: `origin` "same" with two statements or documents, "own"
    with one or more. kind: a named source; `kind`. outcome: `outcome`. word: `word` of ICD 203. evidence:
    `kind`, `reference`, `stance`, `strength`, `text`. All of the last three on one claim or expectation.
    """
    if what not in _ASKED:
        raise UsageError(f"nothing is known of {what!r}; there is {', '.join(_ASKED)}")
    if not targets:
        raise UsageError("say what the judgement is about")
    ids = targets if what == "kind" else [whole_id(store, id) for id in targets]
    return _ASKED[what](store, list(dict.fromkeys(ids)), value)


def _same(store: Store, targets: Sequence[str], value: Mapping[str, Any]) -> Asked:
    found = tuple(dict.fromkeys(proposition_meant(store, id) for id in targets))
    if len(found) < 2:
        raise UsageError("two different things are needed that are one claim")
    return found, {}


def _not_same(store: Store, targets: Sequence[str], value: Mapping[str, Any]) -> Asked:
    if len(targets) < 2:
        raise UsageError("two different things are needed that are not one claim")
    claim = claim_meant(store, targets[0])
    inside = [member.proposition for member in claim.statements]
    others = [proposition_meant(store, id, claim) for id in targets[1:]]
    if not _is_claim(store, targets[0]) or not set(others) <= set(inside):
        first = proposition_meant(store, targets[0])
        if first in others:
            raise UsageError("what is meant by both is the same")
        return (first, *dict.fromkeys(others)), {"first": 1}
    rest = [p for p in inside if p not in others]
    if not rest:
        raise UsageError("that is all of the claim: nothing would be left of it")
    return (*dict.fromkeys(others), *rest), {"first": len(set(others))}


def _is_claim(store: Store, id: str) -> bool:
    return not store.claims_of([id]) and not store.propositions_in(id)


def _stance(store: Store, targets: Sequence[str], value: Mapping[str, Any]) -> Asked:
    if len(targets) != 2:
        raise UsageError("a stance is that of one statement to one claim")
    stance = _one_of(value, "stance", get_args(Stance))
    claim = claim_meant(store, targets[1])
    found = proposition_meant(store, targets[0], claim)
    gist = gist_of(claim)
    if found == gist:
        raise UsageError("the claim has its words from this statement, which says them whatever else it does")
    return (found, gist), {"stance": stance}


def _origin(store: Store, targets: Sequence[str], value: Mapping[str, Any]) -> Asked:
    origin = _one_of(value, "origin", ("same", "own"))
    if origin == "same" and len(targets) != 2:
        raise UsageError("two different statements or documents are needed that share an origin")
    return tuple(evidence_meant(store, id) for id in targets), {"origin": origin}


def _kind(store: Store, targets: Sequence[str], value: Mapping[str, Any]) -> Asked:
    kinds = [kind for kind in get_args(SourceKind) if kind not in NO_SOURCE_KINDS]
    kind = _one_of(value, "kind", kinds)
    return tuple(source_meant(store, name) for name in targets), {"kind": kind}


def _outcome(store: Store, targets: Sequence[str], value: Mapping[str, Any]) -> Asked:
    outcome = _one_of(value, "outcome", (*CLAIM_OUTCOMES, *EXPECTATION_OUTCOMES))
    return _one(store, targets), {"outcome": outcome}


def _word(store: Store, targets: Sequence[str], value: Mapping[str, Any]) -> Asked:
    return _one(store, targets), {"word": _one_of(value, "word", get_args(Likelihood))}


def _evidence(store: Store, targets: Sequence[str], value: Mapping[str, Any]) -> Asked:
    found = {
        "kind": _one_of(value, "kind", get_args(HandKind)),
        "stance": _one_of(value, "stance", get_args(HandStance)),
        "strength": _one_of(value, "strength", get_args(Strength)),
        "reference": _text(value, "reference"),
        "text": _text(value, "text"),
    }
    for name in ("reference", "text"):
        _refuse_identities(found[name], strictly=found["kind"] == "interview")
    return _one(store, targets), found


def _one(store: Store, targets: Sequence[str]) -> tuple[str, ...]:
    if len(targets) != 1:
        raise UsageError("one claim is decided at a time")
    return (proposition_meant(store, targets[0]),)


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


_ASKED: dict[ClaimMatter | str, Callable[[Store, Sequence[str], Mapping[str, Any]], Asked]] = {
    "same": _same, "not-same": _not_same, "stance": _stance, "origin": _origin, "kind": _kind,
    "outcome": _outcome, "word": _word, "evidence": _evidence,
}  # fmt: skip
