"""How fast the ledger's file takes documents and finds candidates, as it grows to 14,000 documents.

`python -m bench.store.ledger [DOCUMENTS] [TOGETHER]`; made-up documents of 300 words with ten statements and
300 keys, in transactions of TOGETHER documents.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from bench.store import made
from bench.table import Outcome, Row, Table, plain
from sayso.store import ClaimQuery, open_store
from sayso.store.store import Store

NAME = "ledger"
DOCUMENTS, TOGETHER = 14_000, 20
ROUNDS = 200
CAP = 200
STEPS = 4
PAGE = 50


def measure(documents: int = DOCUMENTS, together: int = TOGETHER) -> list[Outcome]:
    """Times to add, to find candidates, to search and to list, at a quarter, half … of the documents."""
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "ledger.db")
        with open_store(path, clock=lambda: datetime(2031, 1, 1, tzinfo=UTC)) as store:
            for first, last in _steps(documents):
                clock, cpu = added(store, first, last, together)
                row: Row = {"documents": f"{last:,}", "add, ms": clock, "add, ms of CPU": cpu}
                row["claims, ms each"] = claims_put(store, first, last)
                row |= {f"{name}, ms": median_ms(call) for name, call in lookups(store, last)}
                rows.append({**row, "MB": path.stat().st_size // 1_000_000})
    title = f"The ledger's file: {together} documents a transaction"
    data = "Made-up documents: 300 words, 10 statements, 300 keys, 16 bands."
    notes = (
        f"What finds: median of {ROUNDS}, time on the processor. Buckets over {CAP} are left out.",
        "Add: mean of the step, by the clock and on the processor.",
    )
    return [Table(name=NAME, title=title, data=data, rows=rows, notes=notes)]


def _steps(documents: int) -> Iterator[tuple[int, int]]:
    for step in range(STEPS):
        yield documents * step // STEPS, documents * (step + 1) // STEPS


def added(store: Store, first: int, last: int, together: int) -> tuple[float, float]:
    """Milliseconds a document by the clock and of CPU; making the documents is left out."""
    clock = cpu = 0.0
    for start in range(first, last, together):
        made_here = []
        for seed in range(start, min(last, start + together)):
            document = made.document(seed)
            statements = made.statements(document)
            made_here.append((document, statements, made.views(seed, statements)))
        began, cpu_began = time.perf_counter(), time.process_time()
        with store.together():
            for document, statements, views in made_here:
                original = document.text.encode()
                store.add_document(document, original, "text/plain", "2031-01-01", statements, views)
        clock += time.perf_counter() - began
        cpu += time.process_time() - cpu_began
    return clock / (last - first) * 1e3, cpu / (last - first) * 1e3


def claims_put(store: Store, first: int, last: int) -> float:
    """Milliseconds to put a claim: one of five statements for each document that was added."""
    draw = random.Random(first)
    documents = [made.document(seed) for seed in range(first, last)]
    days = {one.id: one.published or "" for one in documents}
    every = [made.statements(one) for one in documents]
    statements = [draw.choice(every)[at % 10] for at in range(len(documents) * 5)]
    groups = [{one.id: one for one in statements[at :: len(documents)]} for at in range(len(documents))]
    claims = [made.claim(draw, list(group.values()), days) for group in groups]
    began = time.perf_counter()
    for start in range(0, len(claims), 100):
        store.replace_claims([], {claim.id: claim for claim in claims[start : start + 100]}.values())
    return (time.perf_counter() - began) / len(claims) * 1e3


def lookups(store: Store, there: int) -> list[tuple[str, Callable[[random.Random], object]]]:
    """What linking and people ask for."""

    ids = [made.document(seed).id for seed in range(0, there, max(1, there // 500))]

    def keys(draw: random.Random) -> object:
        return store.propositions_sharing([made.key(draw) for _ in range(300)], CAP)

    def bands(draw: random.Random) -> object:
        return store.documents_sharing([draw.getrandbits(63) for _ in range(made.BANDS)], CAP)

    def marks(draw: random.Random) -> object:
        return store.marks_in([draw.choice(ids)])

    def rare(draw: random.Random) -> object:
        return store.search(f"w{draw.randrange(made.VOCABULARY // 2, made.VOCABULARY):x}")

    def common(draw: random.Random) -> object:
        return store.search(f"w{draw.randrange(20, 60):x}")

    def page(draw: random.Random) -> object:
        return store.documents(after=draw.choice(ids), limit=PAGE)

    def newest(draw: random.Random) -> object:
        return store.claims(limit=PAGE)

    def asked(draw: random.Random) -> object:
        word = f"w{draw.randrange(50, 500):x}"
        return store.claims(ClaimQuery(text=word, status="corroborated", sort="origins"), limit=PAGE)

    return [
        ("claims", newest), ("claims by text", asked),
        ("300 keys", keys), ("16 bands", bands), ("marks of one", marks), ("search, rare", rare),
        ("search, common", common), ("a page", page),
    ]  # fmt: skip


def median_ms(call: Callable[[random.Random], object]) -> float:
    """The median time of one call on the processor, over 200 draws; the file is in memory by then."""
    draw, spent = random.Random(7), []
    for _ in range(ROUNDS):
        began = time.process_time()
        call(draw)
        spent.append(time.process_time() - began)
    return statistics.median(spent) * 1e3


def main() -> None:
    """Measures and prints."""
    given = [int(word) for word in sys.argv[1:3]]
    for table in measure(*given):
        sys.stdout.write((plain(table) if isinstance(table, Table) else table.why) + "\n")


if __name__ == "__main__":
    main()
