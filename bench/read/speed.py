"""How fast whole reading is, what it costs in memory, how both grow, and how soon a command answers."""

import json
import math
import os
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bench.corpora import EXAMPLES, corpus, json_lines, why_missing
from bench.read.process import best, cost
from bench.read.systems import NO_WEIGHTS, networks, readers
from bench.table import Outcome, Row, Skipped, Table
from sayso.ingest import Defaults, document_of_text
from sayso.pipeline import read_document
from sayso.read.reader import Reader

NAME = "speed"
THREADS = (1, 2)
GROWTH = (1, 10, 100, 1000)
ARTICLE = EXAMPLES / "0003-grain-wire.md"
QUICK = "SAYSO_BENCH_QUICK"
NOTE = "The best of three passes by the clock; loading left out. Cores: see above."


def measure() -> list[Outcome]:
    """Words a second, start and memory of the command, growth; small with $SAYSO_BENCH_QUICK."""
    return [*throughput(), commands(), growth()]


def quick() -> bool:
    """Whether small samples will do, to see that the bench runs."""
    return bool(os.environ.get(QUICK))


def own_texts() -> list[str]:
    """The bodies of the documents that ship with the project."""
    paths = sorted(EXAMPLES.glob("*.md"))[: 4 if quick() else None]
    return [path.read_text(encoding="utf-8").split("\n---\n", 1)[1] for path in paths]


def throughput() -> list[Outcome]:
    """Whole reading of own documents and of news, each reader on one and on two threads."""
    texts = {"own": own_texts()}
    path = corpus("polnear/dev.jsonl")
    found: list[Outcome] = []
    if path is None:
        found.append(Skipped(name=f"{NAME} on news", why=why_missing("polnear/dev.jsonl")))
    else:
        texts["news"] = [row["text"] for row in json_lines(path)][: 4 if quick() else None]
    rows: list[Row] = []
    for threads in THREADS:
        for name, reader in readers(threads).items():
            rates = {f"{kind} words/s": words_a_second(reader, given) for kind, given in texts.items()}
            rows.append({"reader, threads": f"{name}, {threads}", **rates})
    sizes = [f"{kind}: {len(given)} documents, {words(given):,} words" for kind, given in texts.items()]
    notes = (NOTE,) if networks() else (NO_WEIGHTS, NOTE)
    title, data = "Whole reading: words a second by the clock", "; ".join(sizes) + "."
    return [*found, Table(name=NAME, title=title, data=data, rows=rows, notes=notes)]


def words(texts: Sequence[str]) -> int:
    """White-space words."""
    return sum(len(text.split()) for text in texts)


def words_a_second(reader: Reader, texts: Sequence[str], passes: int = 3) -> int:
    """Words a second of reading all texts one after the other, the best of some passes."""
    documents = [document_of_text(text, Defaults(language="en", published="2031-05-10")) for text in texts]
    seconds = []
    for _ in range(passes):
        started = time.perf_counter()
        for document in documents:
            read_document(document, reader)
        seconds.append(time.perf_counter() - started)
    return round(words(texts) / min(seconds))


def commands() -> Table:
    """Start-to-finish seconds and peak memory of fresh processes."""
    read = ["-m", "sayso", "read", str(ARTICLE), "--json"]
    given = {
        "python -c pass": ["-c", "pass"],
        "import sayso": ["-c", "import sayso"],
        "sayso --help": ["-m", "sayso", "--help"],
        **({"sayso read, one article": read} if networks() else {}),
        "sayso read --rules, one article": [*read, "--rules"],
    }
    costs = {name: best(arguments, 2 if quick() else 5) for name, arguments in given.items()}
    rows: list[Row] = [
        {"command": name, "seconds": round(one.seconds, 3), "peak MB": round(one.peak_mb)}
        for name, one in costs.items()
    ]
    size = words([ARTICLE.read_text(encoding="utf-8")])
    data = f"One article of {size} words; the quickest of several fresh processes."
    return Table(name=f"{NAME} of a command", title="Start to finish", data=data, rows=rows)


def growth() -> Table:
    """Time and memory of `sayso read` from one document to a thousand, by rules and with weights."""
    sizes = GROWTH[:3] if quick() else GROWTH
    with tempfile.TemporaryDirectory() as folder:
        rows: list[Row] = [
            {"documents": f"{count:,}", **_grown(Path(folder, f"{count}.jsonl"), count)} for count in sizes
        ]
    notes = tuple(exponents(sizes, rows))
    title = "Growth with the number of documents"
    data = f"Own documents over and over, `sayso read --jsonl` in a fresh process, 1 to {sizes[-1]:,}."
    return Table(name=f"{NAME} growth", title=title, data=data, rows=rows, notes=notes)


def _grown(path: Path, count: int) -> Row:
    texts = own_texts()
    rows = ({"id": str(n), "text": texts[n % len(texts)], "language": "en"} for n in range(count))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    read = ["-m", "sayso", "read", str(path), "--jsonl"]
    found: Row = {}
    for name, options in (("rules", ["--rules"]), *((("learnt", []),) if networks() else ())):
        one = cost([*read, *options])
        found |= {f"{name} s": round(one.seconds, 2), f"{name} peak MB": round(one.peak_mb)}
    return found


def exponents(sizes: Sequence[int], rows: Sequence[Row]) -> list[str]:
    """How each column grows over the last tenfold step: 1.00 is in proportion, 0 not at all."""
    step = math.log(sizes[-1] / sizes[-2])
    found = []
    for name in list(rows[0])[1:]:
        last, before = (float(str(rows[n][name])) for n in (-1, -2))
        power = math.log(max(last, 1e-9) / max(before, 1e-9)) / step
        span = f"{sizes[-2]:,} to {sizes[-1]:,} documents"
        found.append(f"{name}: grows with the power {power:.2f} from {span}.")
    return found
