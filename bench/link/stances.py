"""Emergent (Ferreira & Vlachos 2016), own split by claim: for, against or observing, as the headline says.

The measured side only; nothing was trained on either side. `SAYSO_DATA=…` names the corpora.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from bench.corpora import why_missing
from bench.link.corpora import Headline, emergent
from bench.table import Outcome, Row, Skipped, Table
from sayso.link.marks import mark_of_text
from sayso.link.polarity import is_negated, is_question
from sayso.link.stance import stance_of
from sayso.reference.gazetteer import load_gazetteer

NAME = "stance"
STANCES = ("for", "against", "observing")
OF_OURS = {"supports": "for", "updates": "for", "denies": "against", "comments": "observing"}
NOTES = (
    "observing: takes no side; ours: a comment, a question, or the words of others where the claim is not.",
    "any negation: the headline holds a negating or refuting word; the claim is not looked at.",
)
Judge = Callable[[Headline], str]


def measure() -> list[Outcome]:
    """Accuracy and macro F1 over the three stances, of the shipped rules and of two simple ones."""
    headlines = emergent(measured=True)
    if not headlines:
        return [Skipped(name=NAME, why=why_missing("emergent/train.jsonl"))]
    judges: Mapping[str, Judge] = {"sayso": ours, "any negation": by_negation, "always for": always_for}
    rows = [{"system": name, **scores(headlines, judge)} for name, judge in judges.items()]
    data = f"Emergent, {len(headlines)} headlines of {len({h.claim_id for h in headlines})} claims."
    return [Table(name=NAME, title="Headlines towards their claim", data=data, rows=rows, notes=NOTES)]


def ours(headline: Headline) -> str:
    """The stance that the ledger would give the headline as a member of the claim, in Emergent's words."""
    gazetteer = load_gazetteer()
    mark, gist = mark_of_text(headline.text, gazetteer), mark_of_text(headline.claim, gazetteer)
    found = OF_OURS[stance_of(mark, gist)[0]]
    return "observing" if found == "for" and mark.hearsay and not gist.hearsay else found


def by_negation(headline: Headline) -> str:
    """What the words of the headline alone tell."""
    if is_question(headline.text):
        return "observing"
    return "against" if is_negated(headline.text) else "for"


def always_for(headline: Headline) -> str:
    """The commonest stance."""
    return "for"


def scores(headlines: Sequence[Headline], judge: Judge) -> Row:
    """Accuracy, macro F1 and the F1 of each stance; zeros where there is nothing to tell."""
    pairs = Counter((headline.stance, judge(headline)) for headline in headlines)
    f1 = {stance: _f1(pairs, stance) for stance in STANCES}
    right = sum(count for (gold, found), count in pairs.items() if gold == found)
    row: Row = {
        "accuracy": round(right / max(1, pairs.total()), 4),
        "macro F1": round(sum(f1.values()) / 3, 4),
    }
    return {**row, **{f"{stance} F1": round(share, 4) for stance, share in f1.items()}}


def _f1(pairs: Counter[tuple[str, str]], stance: str) -> float:
    hit = pairs[stance, stance]
    said = sum(count for (_, found), count in pairs.items() if found == stance)
    due = sum(count for (gold, _), count in pairs.items() if gold == stance)
    return 2 * hit / (said + due) if said + due else 0.0
