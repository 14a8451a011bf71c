"""The words in which judgements are told to people: what was decided, and what became of it."""

from collections.abc import Mapping

from sayso.model import JudgementStanding, Matter, Member, Statement

MOST_CHARS = 120  # of what a statement says, in a list to choose from

MATTERS: dict[Matter, str] = {
    "same": "are one claim", "not-same": "are not one claim", "stance": "where a statement stands",
    "origin": "who had it from whom", "outcome": "how it came out", "word": "how likely it is",
    "evidence": "evidence by hand", "kind": "what somebody is", "source": "who says it",
    "cue": "by which words", "content": "what is said", "act": "what the source does",
    "factuality": "how sure the source is", "evidentiality": "how the source knows", "time": "when it is",
    "anonymous": "whether the source is named", "not-a-statement": "no statement",
    "statement": "a statement that was missed", "sign-off": "a finding that stands",
}  # fmt: skip
STANDINGS: dict[JudgementStanding, str] = {
    "stands": "it has its effect", "revoked": "somebody took it back",
    "overruled": "a later judgement says otherwise",
    "before-merge": "a verdict on what was less than the claim is now",
    "other-words": "a verdict on words that the claim no longer says",
    "orphaned": "what it is about is not in the ledger",
}  # fmt: skip
HAND = {
    "satellite": "a satellite picture", "customs": "customs records", "document": "a document",
    "interview": "an interview", "other": "something else",
}  # fmt: skip
STRENGTH = {"weak": "a little", "moderate": "a good deal", "strong": "nearly all"}
OUTCOMES = (
    ("holds", "it holds"), ("fails", "it does not hold"), ("kept", "it was kept"),
    ("partly", "it was kept in part"), ("broken", "it was broken"), ("revised", "it was revised"),
    ("denied", "it was denied"), ("unverifiable", "nobody can tell"),
)  # fmt: skip


def printed_by(member: Member) -> str:
    """Outlet and day of a statement in a list: "Norland Wire, 2031-04-06"; what is missing said in words."""
    return f"{member.publisher or 'publisher unknown'}, {member.published or 'no date'}"


def said_by(member: Member, statements: Mapping[str, Statement]) -> str:
    """What a statement says of a claim, on one line, cut where it is long; its id where it is not at hand."""
    statement = statements.get(member.id)
    if statement is None:
        return member.id
    parts = {part.id: part.text for part in statement.propositions}
    words = " ".join((parts.get(member.proposition) or statement.content.text or "(no words given)").split())
    return words if len(words) <= MOST_CHARS else f"{words[:MOST_CHARS].rstrip()} …"
