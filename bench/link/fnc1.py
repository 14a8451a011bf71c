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
from bench.link.fnc1_figures import FEATURES, figures
from bench.link.fnc1_peers import cosine_peer, words_peer
from bench.link.fnc1_texts import STANCES, Pair, bodies_seen, headlines_seen, pairs_of, texts_of
from bench.link.trees import decided, load_forest
from bench.table import Outcome, Row, Skipped, Table

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NAME = "fnc1"
TREES = ROOT / "training" / "stance" / "trees.json"
RELATIONS = ("unrelated", "discuss", "agree", "disagree")
P_ABOUT = 0.5  # the likeness from which the ledger proposes a link
NOTES = (
    "Relative score: a quarter of a point for related or not, three quarters for the stance, by the most.",
    "rules: the ledger's own comparison (p from .5 on: about the headline) and its stance of the likeliest "
    "proposition; hearsay discusses. trees: boosted trees over these and other typed figures.",
    "Published: winners of 2017 .820 and .60 on the challenge's own test part, which is not this one.",
)


def measure() -> list[Outcome]:
    """The measured side: trees, rules, and what words alone, a cosine and the commonest answer give."""
    pairs = pairs_of(measured=True)
    if not pairs:
        return [Skipped(name=NAME, why=why_missing(STANCES))]
    heads, bodies = headlines_seen(pairs), bodies_seen(texts_of(pairs))
    rows = figures((heads[pair.headline] for pair in pairs), (bodies[pair.body] for pair in pairs))
    return [table(pairs, rows)]


def table(pairs: Sequence[Pair], rows: NDArray[np.float64]) -> Table:
    """The scores of all systems; `rows` are the figures of the pairs."""
    taught = pairs_of(measured=False) or ()
    systems = {
        "sayso, trees over typed figures": decided(load_forest(TREES), rows),
        "sayso, rules of the ledger": by_rules(rows),
        "words alone, logistic regression": words_peer(taught, pairs),
        "tf-idf cosine, logistic regression": cosine_peer(taught, pairs),
        "always unrelated": ["unrelated"] * len(pairs),
    }
    gold = [pair.relation for pair in pairs]
    shown = [{"system": name, **scores(gold, found)} for name, found in systems.items()]
    bodies = len({pair.body for pair in pairs})
    data = f"FNC-1, {len(pairs):,} pairs of {bodies} bodies that nothing was trained on."
    return Table(name=NAME, title="Headline and body", data=data, rows=shown, notes=NOTES)


def by_rules(rows: NDArray[np.float64]) -> list[str]:
    """What the ledger's comparison and stance say, in the challenge's words."""
    column = {name: rows[:, at] for at, name in enumerate(FEATURES)}
    found = []
    for at in range(len(rows)):
        if max(column["p"][at], column["p of proposition"][at]) < P_ABOUT:
            found.append("unrelated")
        elif column["stance denies"][at]:
            found.append("disagree")
        elif column["stance comments"][at] or column["hearsay"][at] > 0 or column["headline hedges"][at]:
            found.append("discuss")
        else:
            found.append("agree")
    return found


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
