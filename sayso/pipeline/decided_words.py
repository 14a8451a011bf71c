"""The sentences in which a claim tells what people decided of it."""

from __future__ import annotations

from sayso.model import Judgement, VerdictState

CLAIM_OUTCOMES = ("holds", "fails")
EXPECTATION_OUTCOMES = ("kept", "partly", "broken", "revised", "denied", "unverifiable")
_SAID = {
    "same": "these reports are one claim",
    "not-same": "these reports are not one claim",
    "stance": "a statement {stance} it",
    "outcome": "{outcome}",
    "word": "it is “{word}”",
    "evidence": "there is {kind} evidence that {stance} it ({reference})",
    "kind": "{name} is {kind}",
}
_ORIGIN = {"own": "a statement has an origin of its own", "same": "two reports share one origin"}
OUTCOME_WORDS = {
    "holds": "it holds", "fails": "it does not hold", "kept": "it was kept", "partly": "it was kept in part",
    "broken": "it was broken", "revised": "it was revised", "denied": "it was denied",
    "unverifiable": "nobody can tell whether it was kept",
}  # fmt: skip
_STATE: dict[VerdictState, str] = {
    "counts": "",
    "before-merge": " (judged before the merge; it does not count for what is one claim now)",
    "other-words": " (judged on words that the claim no longer says; it does not count)",
    "overruled": " (overruled by a later judgement)",
}


def decided_so(why: str) -> str:
    """Why something is as it is: because a person decided so.

    >>> decided_so("the same bridge")
    'A person decided so: the same bridge.'
    """
    return f"A person decided so: {_ended(why)}"


def notice(made: Judgement, state: VerdictState | None = None, overruled: bool = False) -> str:
    """What a person decided of a claim, by whom, when and why, in one sentence; with what became of it."""
    mark = _STATE["overruled"] if overruled else _STATE[state or "counts"]
    return f"{made.by}, {made.at[:10]}: {said(made)}, because {made.why.strip().rstrip('.')}{mark}."


def said(made: Judgement) -> str:
    """What was decided, in words that can follow a name: "these reports are one claim"."""
    value = {name: str(value) for name, value in made.value.items()}
    if made.what == "origin":
        return _ORIGIN.get(value.get("origin", ""), "an origin")
    if made.what == "outcome":
        return OUTCOME_WORDS.get(value.get("outcome", ""), value.get("outcome", ""))
    words = _SAID.get(made.what, made.what)
    if made.what == "kind":
        kind = value.get("kind", "").replace("_", " ")
        return words.format(name=", ".join(made.targets), kind=f"of the kind “{kind}”")
    return words.format_map(value)


def _ended(sentence: str) -> str:
    ended = sentence.strip()
    return ended if ended.endswith((".", "!", "?")) else f"{ended}."
