"""Whether the p of a link means what it says: of the links of about .8, are eight in ten of one claim?

Links are only kept from .5 on, so there are no bins below. Own corpus and worlds: links between documents
whose ends a person (or the maker of a world) has put into claims, as the ledger stores them. Emergent: links
among the headlines of the measured side, on which nothing was trained. Brier 1950; ECE: Naeini et al. 2015.
"""

from __future__ import annotations

from collections.abc import Sequence

from bench.ledger.surveyed import surveys
from bench.ledger.whole import OWN
from bench.ledger.wilson import wilson
from bench.link.corpora import emergent
from bench.link.emergent import candidates, marked
from bench.table import Outcome, Row, Table
from sayso.link.compare import compare_all

NAME = "link-calibration"
BINS = ((0.5, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 0.99), (0.99, 1.01))
Pair = tuple[float, bool]
NOTES = (
    "low, high: Wilson interval of the share that is of one claim, 95 %.",
    "From .9 on the ledger links by itself; from .5 to .9 it proposes to a person.",
)


def measure() -> list[Outcome]:
    """A table of bins and one of Brier and ECE, for each set of texts."""
    found = surveys()
    sets = {
        OWN: [pair for one in found if one.texts == OWN for pair in one.links],
        "worlds": [pair for one in found if one.texts != OWN for pair in one.links],
        "Emergent": emergent_links(),
    }
    rows = [row for name, pairs in sets.items() for row in reliability(name, pairs)]
    data = ", ".join(f"{name}: {len(pairs):,} links" for name, pairs in sets.items())
    return [
        Table(name=NAME, title="Whether p means what it says", data=data, rows=rows, notes=NOTES),
        Table(
            name=f"{NAME} summed", title="Brier and calibration error of links", data=data,
            rows=[{"texts": name, **summed(pairs)} for name, pairs in sets.items()],
        ),
    ]  # fmt: skip


def emergent_links() -> list[Pair]:
    """p and the truth of every link among the measured headlines; [] without the corpus."""
    headlines = emergent(measured=True) or ()
    claims = {row.text: row.claim_id for row in headlines}
    marks = marked(sorted(claims))
    by_id = {mark.proposition: mark for mark in marks.values()}
    return [
        (link.p, claims[by_id[link.a].text] == claims[by_id[link.b].text])
        for link in compare_all(by_id, sorted(candidates(marks)))
    ]


def reliability(texts: str, pairs: Sequence[Pair]) -> list[Row]:
    """For each bin that is not empty: how many links, their mean p, the share of one claim."""
    rows: list[Row] = []
    for low, high in BINS:
        inside = [(p, same) for p, same in pairs if low <= p < high]
        if inside:
            same = sum(one for _, one in inside)
            least, most = wilson(same, len(inside))
            rows.append({
                "texts": texts, "p": f"{low}–{min(high, 1.0)}", "links": len(inside),
                "mean p": round(sum(p for p, _ in inside) / len(inside), 4),
                "one claim": round(same / len(inside), 4), "low": least, "high": most,
            })  # fmt: skip
    return rows


def summed(pairs: Sequence[Pair]) -> Row:
    """Links, their share of one claim, Brier score and expected calibration error; zeros for no links."""
    count = max(1, len(pairs))
    rows = reliability("", pairs)
    off = sum(
        float(row["links"] or 0) * abs(float(row["mean p"] or 0) - float(row["one claim"] or 0))
        for row in rows
    )
    return {
        "links": len(pairs),
        "one claim": round(sum(same for _, same in pairs) / count, 4),
        "Brier": round(sum((p - same) ** 2 for p, same in pairs) / count, 4),
        "ECE": round(off / count, 4),
    }
