"""How well event factuality is read: UW, MEANTIME, UDS-IH2 (dev parts) by r and MAE against the majority."""

import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.model import Span
from sayso.read.certainty.factuality import event_factuality

SETS = ("UW", "MEANTIME", "UDS_IH2")
FLOORS = Path(__file__).with_name("factuality_floors.json")
MAJORITY = 3.0  # the commonest label of all three sets: it happened
# The factors under `author` in lang/en were fitted on the train parts, at most 9,000 events each;
# dev is only measured.


def events(folder: Path, name: str, part: str = "dev") -> Iterator[tuple[str, Span, float]]:
    """Sentence, event and label of each event of a set, whose tokens are parted by blanks."""
    for line in (folder / name / f"{part}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        ends: list[int] = []
        for token in row["text"].split(" "):
            ends.append((ends[-1] + 1 if ends else 0) + len(token))
        for target in row["targets"]:
            first, last = target["span1"]
            yield (
                row["text"],
                Span(ends[first - 1] + 1 if first else 0, ends[last - 1]),
                float(target["label"]),
            )


def pearson(left: list[float], right: list[float]) -> float:
    """Pearson's r; 0.0 where either side does not vary."""
    mean_left, mean_right = sum(left) / len(left), sum(right) / len(right)
    shared = sum((a - mean_left) * (b - mean_right) for a, b in zip(left, right, strict=True))
    spread = sum((a - mean_left) ** 2 for a in left) * sum((b - mean_right) ** 2 for b in right)
    return float(shared / spread**0.5) if spread else 0.0


def measure(folder: Path) -> dict[str, dict[str, float]]:
    """Figures of each set: events, r, MAE, the MAE of always saying 3.0, events a CPU-second."""
    scores: dict[str, dict[str, float]] = {}
    for name in SETS:
        given = list(events(folder, name))
        labels = [label for _, _, label in given]
        start = time.process_time()
        read = [event_factuality(text, Span(0, len(text)), event) for text, event, _ in given]
        seconds = time.process_time() - start
        scores[name] = {
            "events": len(given),
            "r": round(pearson(read, labels), 4),
            "mae": round(sum(abs(a - b) for a, b in zip(read, labels, strict=True)) / len(labels), 4),
            "mae_majority": round(sum(abs(MAJORITY - label) for label in labels) / len(labels), 4),
            "events_per_second": round(len(given) / seconds),
        }
    return scores


def main() -> int:
    """Prints the table; `--json FILE` writes it; 1 where a floor is not held, 0 otherwise or without data."""
    given = os.environ.get("SAYSO_DATA")
    if not given or not Path(given, "factuality").is_dir():
        print("factuality: skipped, SAYSO_DATA names no folder with factuality")
        return 0
    scores = measure(Path(given, "factuality"))
    print(f"{'set':10}{'events':>8}{'r':>8}{'MAE':>8}{'MAE of 3.0':>12}{'events/s':>10}")
    for name, row in scores.items():
        print(
            f"{name:10}{row['events']:>8}{row['r']:>8}{row['mae']:>8}{row['mae_majority']:>12}{row['events_per_second']:>10}"
        )
    if "--json" in sys.argv:
        Path(sys.argv[sys.argv.index("--json") + 1]).write_text(json.dumps(scores, indent=1) + "\n")
    return held(scores, json.loads(FLOORS.read_text()))


def held(scores: dict[str, dict[str, float]], floors: dict[str, Any]) -> int:
    """1 where an r is below or an MAE above its floor, each named on standard output; 0 otherwise."""
    low = [
        name
        for name in floors
        if scores[name]["r"] < floors[name]["r"] or scores[name]["mae"] > floors[name]["mae"]
    ]
    for name in low:
        print(f"below the floor: {name} {scores[name]} against {floors[name]}")
    return 1 if low else 0


if __name__ == "__main__":
    raise SystemExit(main())
