"""Of 100 claim pages from raw text, how many have a wrong source, denial, merge or count.

Half of the pages are of our own corpus, half of made worlds, drawn with a fixed seed among the pages of
several documents and those where a claim of several documents is looked for. Beside it: what each stage costs
where those before it are taken from gold, and how right the pages are when only the surest are answered.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from bench.ledger.abstention import curve_table
from bench.ledger.pages import FAULTS, Page
from bench.ledger.surveyed import Survey, surveys
from bench.ledger.whole import OWN
from bench.ledger.wilson import wilson
from bench.table import Outcome, Row, Table

NAME = "claim-pages"
SEED, EACH = 20210517, 50
WORST = 8
NOTES = (
    "merge: two matters on one page; denial: one that is not there, is missed, or is read the other way; "
    "count: origins outside of what the gold allows, or most of the claim on another page; source: another "
    "person or body than a reader of the text named.",
    "Sources are judged where a person has read the document (21 of ours); a page may have several faults.",
    "Interval: Wilson, 95 %. Floor: 25 of 100; aim: 8.",
)
BUDGET = (
    "Each row is given all that the rows above it are: the gold's claims for what the reader found, then its "
    "stances, then its copies; in the last only claims are judged of which the reader found every member.",
    "pages wrong: share of all pages (not only of the hundred).",
)


def measure() -> list[Outcome]:
    """The hundred pages, the error budget, the abstention curve."""
    found = surveys()
    pages = sampled([page for one in found for page in one.pages])
    return [
        pages_table(pages, [page for one in found for page in one.pages]),
        *budget_tables(found),
        curve_table([page for one in found for page in one.pages]),
    ]


def sampled(pages: Sequence[Page]) -> list[Page]:
    """Fifty of our own and fifty of worlds, fewer where there are fewer."""
    rng = Random(SEED)
    parts = ([p for p in pages if p.texts == OWN], [p for p in pages if p.texts != OWN])
    return [page for part in parts for page in rng.sample(part, min(EACH, len(part)))]


def pages_table(pages: Sequence[Page], every: Sequence[Page]) -> Table:
    """How many pages are wrong, by kind of fault, with the worst of our own."""
    own, worlds = ([p for p in pages if (p.texts == OWN) == side] for side in (True, False))
    rows = [
        _row(f"{len(pages)} drawn", pages), _row("of them own corpus", own), _row("of them worlds", worlds),
        _row("all of them", every),
    ]  # fmt: skip
    worst = sorted((p for p in own if p.faults), key=lambda p: (-len(p.faults), -p.documents, p.claim))[
        :WORST
    ]
    listed = tuple(f"“{p.gist[:70]}” ({p.documents} documents): {_told(p)}" for p in worst)
    data = f"Our own corpus and made worlds, from raw text; {len(every)} pages in all."
    return Table(name=NAME, title="Claim pages with a fault", data=data, rows=rows, notes=(*NOTES, *listed))


def _told(page: Page) -> str:
    return "; ".join(f"{kind} ({what})" for kind, what in page.faults)


def _row(name: str, pages: Sequence[Page]) -> Row:
    wrong = sum(bool(page.faults) for page in pages)
    low, high = wilson(wrong, len(pages))
    kinds: Row = {kind: sum(any(k == kind for k, _ in p.faults) for p in pages) for kind in FAULTS}
    return {"pages": name, "number": len(pages), "wrong": wrong, "low": low, "high": high, **kinds}


def budget_tables(found: Sequence[Survey]) -> list[Outcome]:
    """What each stage costs: origins and pages, with all before it given; own corpus, and worlds together."""
    sides = {OWN: [one for one in found if one.texts == OWN], "worlds": [s for s in found if s.texts != OWN]}
    tables: list[Outcome] = []
    for side, part in sides.items():
        if part:
            rows = [_budget(part, at) for at in range(len(part[0].stages))]
            tables.append(
                Table(name=f"{NAME} budget, {side}", title=f"Where the errors are made: {side}",
                      data=", ".join(one.texts for one in part), rows=rows, notes=BUDGET)
            )  # fmt: skip
    return tables


def _budget(part: Sequence[Survey], at: int) -> Row:
    stages = [one.stages[at] for one in part]
    claims = sum(stage.origins.claims for stage in stages) or 1
    pages = [page for stage in stages for page in stage.pages]
    shares: Row = {
        name: round(sum(getattr(s.origins, field) * s.origins.claims for s in stages) / claims, 4)
        for name, field in (("origins off by", "error"), ("invented", "invented"), ("missed", "missed"))
    }
    wrong = sum(bool(page.faults) for page in pages)
    return {"given": stages[0].name, "claims": claims, **shares, "pages": len(pages),
            "pages wrong": round(wrong / max(1, len(pages)), 4)}  # fmt: skip


def own_figures() -> Row:
    """Of our own pages: the share that is wrong, and the share with each kind of fault; for the gate."""
    from bench.ledger.surveyed import own_survey

    pages = own_survey().pages
    row = _row("own corpus", pages)
    kinds = ("wrong", *FAULTS)
    return {kind: round(float(row[kind] or 0) / max(1, len(pages)), 4) for kind in kinds}
