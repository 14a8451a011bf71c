"""FNC-1 (Pomerleau & Rao 2017), own split by body: is a body about a headline, and does it agree?

Relative score: the challenge's own (a quarter for related or unrelated, three quarters for the stance), by
the highest that can be had. The trees of training/stance look at typed figures on top of the product's own
comparison; they saw the development bodies only, and so did the peers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bench.corpora import ROOT, why_missing
from bench.link.fnc1_figures import FEATURES, figures, said_about
from bench.link.fnc1_peers import cosine_peer, words_peer
from bench.link.fnc1_texts import STANCES, Body, Pair, bodies_seen, headlines_seen, pairs_of, texts_of
from bench.link.trees import decided, load_forest
from bench.link.wholes import stance_of_whole
from bench.table import Outcome, Row, Skipped, Table
from sayso.link.view import View

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NAME = "fnc1"
TREES = ROOT / "training" / "stance" / "trees.json"
OF_OURS = {"supports": "agree", "updates": "agree", "denies": "disagree", "comments": "discuss"}
RELATIONS = ("unrelated", "discuss", "agree", "disagree")
P_ABOUT = 0.5  # the likeness from which the ledger proposes a link
NOTES = (
    "Relative score: a quarter of a point for related or not, three quarters for the stance, by the most.",
    "rules: the ledger's own comparison (p from .5 on: about the headline) and where the whole text stands: "
    "with what its beginning refutes, or with what it says itself; who hands on what others say discusses. "
    "The benchmark sums that up (bench/link/wholes.py); the ledger shows a text's statements one by one. "
    "trees: boosted trees over typed figures.",
    "Published: winners of 2017 .820 and .60 on the challenge's own test part, which is not this one.",
)


def measure() -> list[Outcome]:
    """The measured side: trees, rules, and what words alone, a cosine and the commonest answer give."""
    pairs = pairs_of(measured=True)
    if not pairs:
        return [Skipped(name=NAME, why=why_missing(STANCES))]
    heads, bodies = headlines_seen(pairs), bodies_seen(texts_of(pairs))
    return [table(pairs, [heads[pair.headline] for pair in pairs], [bodies[pair.body] for pair in pairs])]


def table(pairs: Sequence[Pair], headlines: Sequence[View], bodies: Sequence[Body]) -> Table:
    """The scores of all systems; `headlines` and `bodies` are what is seen of the two of each pair."""
    rows = figures(headlines, bodies)
    taught = pairs_of(measured=False) or ()
    systems = {
        "sayso, trees over typed figures": decided(load_forest(TREES), rows),
        "sayso, rules of the ledger": by_rules(rows, headlines, bodies),
        "words alone, logistic regression": words_peer(taught, pairs),
        "tf-idf cosine, logistic regression": cosine_peer(taught, pairs),
        "always unrelated": ["unrelated"] * len(pairs),
    }
    gold = [pair.relation for pair in pairs]
    shown = [{"system": name, **scores(gold, found)} for name, found in systems.items()]
    known = len({pair.body for pair in pairs})
    data = f"FNC-1, {len(pairs):,} pairs of {known} bodies that nothing was trained on."
    return Table(name=NAME, title="Headline and body", data=data, rows=shown, notes=NOTES)


def by_rules(rows: NDArray[np.float64], headlines: Sequence[View], bodies: Sequence[Body]) -> list[str]:
    """What the ledger's comparison and stance say of each pair, in the challenge's words."""
    likeness = [FEATURES.index(name) for name in ("p", "p of proposition")]
    return [
        _by_rules(headline, body) if max(row[likeness]) >= P_ABOUT else "unrelated"
        for row, headline, body in zip(rows, headlines, bodies, strict=True)
    ]


def _by_rules(headline: View, body: Body) -> str:
    said = [view.mark for view in said_about(headline, body)]
    sentences = [view.mark for view in body.sentences]
    return OF_OURS[stance_of_whole(headline.mark, said, sentences)[0]]


def scores(gold: Sequence[str], found: Sequence[str]) -> Row:
    """Relative score, macro F1 and the F1 of each relation, in [0, 1]; zeros for nothing."""
    pairs = Counter(zip(gold, found, strict=True))
    f1 = {relation: _f1(pairs, relation) for relation in RELATIONS}
    points = sum(count * _points(*pair) for pair, count in pairs.items())
    most = sum(count * _points(g, g) for (g, _), count in pairs.items())
    return {
        "relative score": round(points / most, 4) if most else 0.0,
        "macro F1": round(sum(f1.values()) / len(f1), 4),
        **{name: round(share, 4) for name, share in f1.items()},
    }


def _points(gold: str, found: str) -> float:
    """What the challenge gives for one answer."""
    if gold == "unrelated" or found == "unrelated":
        return 0.25 * (gold == found)
    return 0.25 + 0.75 * (gold == found)


def _f1(pairs: Counter[tuple[str, str]], relation: str) -> float:
    hit = pairs[relation, relation]
    said = sum(count for (_, found), count in pairs.items() if found == relation)
    due = sum(count for (gold, _), count in pairs.items() if gold == relation)
    return 2 * hit / (said + due) if said + due else 0.0
