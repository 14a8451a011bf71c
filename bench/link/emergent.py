"""Emergent (Ferreira & Vlachos 2016), own split by claim: are headlines of one claim put together?

The peer clusters by cosine at the threshold that is best in training. `SAYSO_DATA=…` names the corpora.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import msgspec
import numpy as np
from numpy.typing import NDArray

from bench.corpora import why_missing
from bench.ledger.bcubed import Agreement, b_cubed
from bench.link.corpora import emergent
from bench.table import Outcome, Row, Skipped, Table
from sayso.link.claims import P_LINK, Cluster, cluster, components
from sayso.link.compare import compare_all
from sayso.link.encoder import load_encoder
from sayso.link.keys import keys_of
from sayso.link.mark import Link, Mark
from sayso.link.marks import mark_of_text, with_vectors
from sayso.link.view import view_of
from sayso.reference.gazetteer import load_gazetteer

NAME = "same-claim"
BUCKET = 50  # the pipeline's cap


def measure() -> list[Outcome]:
    """B³ of the shipped linking and of cosine clustering on the measured side."""
    sides = {side: emergent(measured=side) for side in (False, True)}
    if not sides[True] or not sides[False]:
        return [Skipped(name=NAME, why=why_missing("emergent/train.jsonl"))]
    gold = {side: {row.text: row.claim_id for row in rows or ()} for side, rows in sides.items()}
    marks = {side: marked(sorted(texts)) for side, texts in gold.items()}
    threshold = max(
        (step / 20 for step in range(4, 17)),
        key=lambda at: agreement(by_cosine(marks[False], at), gold[False]).f1,
    )
    systems: dict[str, Mapping[str, str]] = {
        "sayso": linked(marks[True]),
        "sayso without vectors": linked(without_vectors(marks[True])),
        f"cosine, average link at {threshold}": by_cosine(marks[True], threshold),
        "each alone": {text: text for text in gold[True]},
    }
    rows: list[Row] = []
    for name, found in systems.items():
        met = agreement(found, gold[True])
        shares = {"B³ P": met.precision, "B³ R": met.recall, "B³ F": met.f1}
        rows.append({"system": name, **{key: round(share, 4) for key, share in shares.items()}})
    data = (
        f"Emergent, {len(gold[True])} headlines of {len(set(gold[True].values()))} claims never trained on."
    )
    return [Table(name=NAME, title="Same claim: headlines put together", data=data, rows=rows)]


def agreement(found: Mapping[str, str], gold: Mapping[str, str]) -> Agreement:
    """B³ of the claims of texts."""
    return b_cubed({**gold}, {**found})


def marked(texts: Sequence[str]) -> dict[str, Mark]:
    """The marks of texts, vectors in one batch."""
    gazetteer, encoder = load_gazetteer(), load_encoder()
    marks = [mark_of_text(text, gazetteer) for text in texts]
    return dict(zip(texts, with_vectors(marks, texts, encoder) if encoder else marks, strict=True))


def without_vectors(marks: Mapping[str, Mark]) -> dict[str, Mark]:
    """The same marks as they are where no encoder is installed."""
    return {text: msgspec.structs.replace(mark, vector=b"", bare=b"") for text, mark in marks.items()}


def candidates(marks: Mapping[str, Mark]) -> set[tuple[str, str]]:
    """Pairs of propositions that share a key of a bucket within the cap."""
    buckets: dict[int, list[str]] = defaultdict(list)
    for mark in marks.values():
        for key in keys_of(mark):
            buckets[key].append(mark.proposition)
    full = (sorted(ids) for ids in buckets.values() if len(ids) <= BUCKET)
    return {pair for ids in full for pair in combinations(ids, 2)}


def linked(marks: Mapping[str, Mark]) -> dict[str, str]:
    """The claim of each text, as the pipeline would find it: keys, links, components, clusters."""
    by_id = {mark.proposition: mark for mark in marks.values()}
    links = list(compare_all(by_id, sorted(candidates(marks))))
    home = {}
    for found in clustered(by_id, links):
        home.update(dict.fromkeys((joined.mark.proposition for joined in found.members), found.id))
    return {text: home[mark.proposition] for text, mark in marks.items()}


def clustered(by_id: Mapping[str, Mark], links: Sequence[Link]) -> Iterator[Cluster]:
    """Clusters of every component."""
    for part in components(by_id, [(link.a, link.b) for link in links if link.p >= P_LINK]):
        inside = set(part)
        yield from cluster(
            [by_id[key] for key in part], [link for link in links if link.a in inside and link.b in inside]
        )


def by_cosine(marks: Mapping[str, Mark], threshold: float) -> dict[str, str]:
    """Average-link clustering by cosine alone."""
    texts = sorted(marks)
    rows = np.array([view_of(marks[text]).vector for text in texts])
    sums = rows @ rows.T
    return average_link(texts, sums, threshold)


def average_link(texts: Sequence[str], sums: NDArray[np.float32], threshold: float) -> dict[str, str]:
    """Merges the two nearest groups until their mean falls under `threshold`."""
    sizes = np.ones(len(texts))
    groups = {number: [number] for number in range(len(texts))}
    means = sums.copy()
    np.fill_diagonal(means, -np.inf)
    while True:
        one, two = divmod(int(means.argmax()), len(texts))
        if means[one, two] < threshold:
            return {texts[number]: str(key) for key, group in groups.items() for number in group}
        groups[one] += groups.pop(two)
        sums[one] += sums[two]
        sums[:, one] = sums[one]
        sizes[one] += sizes[two]
        means[one] = sums[one] / (sizes[one] * sizes)
        means[one][[k for k in range(len(texts)) if k not in groups]] = -np.inf
        means[:, one] = means[one]
        means[one, one] = -np.inf
        means[two] = means[:, two] = -np.inf
