"""How well cues are found by the lexicon: PolNeAR dev, MPQA speech events; the gate; words a second."""

import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.lang.loading import abbreviations
from sayso.model import Span, touches
from sayso.read.cues.finding import find_cues, may_attribute
from sayso.text import sentences

FLOORS = Path(__file__).with_name("factuality_cues_floors.json")


def rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def polnear(path: Path) -> dict[str, float]:
    """Overlap recall and precision of cues; the gate's yes to sentences with a cue, no to others."""
    gold_cues = gold_found = system = system_right = 0
    with_cue = opened = without = closed = 0
    for row in rows(path):
        text = row["text"]
        gold = [tuple(Span(*span) for span in each["cue"]) for each in row["relations"] if each["cue"]]
        flat = [span for each in gold for span in each]
        parts = sentences(text, abbreviations("en"))
        found = [match.span for part in parts for match in find_cues(text, part)]
        gold_cues, gold_found = gold_cues + len(gold), gold_found + sum(touches(each, found) for each in gold)
        system, system_right = (
            system + len(found),
            system_right + sum(touches((each,), flat) for each in found),
        )
        for part in parts:
            may, has = may_attribute(text, part), touches((part,), flat)
            with_cue, opened = with_cue + has, opened + (has and may)
            without, closed = without + (not has), closed + (not has and not may)
    return {
        "cues": gold_cues,
        "recall": round(gold_found / gold_cues, 4),
        "precision": round(system_right / system, 4),
        "gate_yes": round(opened / with_cue, 4),
        "gate_no": round(closed / without, 4),
    }


def mpqa(path: Path) -> dict[str, float]:
    """Overlap recall of explicit speech events in the first half of the file (research only: measured)."""
    documents = list(rows(path))
    gold = found = 0
    for row in documents[: len(documents) // 2]:
        text = row["text"]
        matches = [
            each.span for part in sentences(text, abbreviations("en")) for each in find_cues(text, part)
        ]
        spoken = [
            each
            for each in row["events"]
            if each["type"] == "objective-speech-event" and not each["implicit"]
        ]
        gold += len(spoken)
        found += sum(touches((Span(each["start"], each["end"]),), matches) for each in spoken)
    return {"speech_events": gold, "recall": round(found / gold, 4)}


def speed(path: Path) -> dict[str, float]:
    """Words a CPU-second: of the finder and the gate on news, and of the finder where no cue stands."""
    news = [(row["text"], part) for row in rows(path) for part in sentences(row["text"], abbreviations("en"))]
    plain = [(text, part) for text, part in news if not find_cues(text, part)]
    out: dict[str, float] = {}
    for name, given, act in (
        ("finder", news, find_cues),
        ("finder_without_cues", plain, find_cues),
        ("gate", news, may_attribute),
    ):
        words = sum(len(text[part.start : part.end].split()) for text, part in given)
        start = time.process_time()
        for text, part in given:
            act(text, part)
        out[f"{name}_words_per_second"] = round(words / (time.process_time() - start))
    return out


def main() -> int:
    """Prints the figures; `--json FILE` writes them; 1 where a floor is not held, 0 else or without data."""
    given = os.environ.get("SAYSO_DATA")
    if not given or not Path(given, "polnear").is_dir():
        print("cues: skipped, SAYSO_DATA names no folder with polnear and mpqa")
        return 0
    folder = Path(given)
    dev = folder / "polnear" / "dev.jsonl"
    scores = {"polnear": polnear(dev), "mpqa": mpqa(folder / "mpqa" / "train.jsonl"), "speed": speed(dev)}
    print(json.dumps(scores, indent=1))
    if "--json" in sys.argv:
        Path(sys.argv[sys.argv.index("--json") + 1]).write_text(json.dumps(scores, indent=1) + "\n")
    floors = json.loads(FLOORS.read_text())
    low = [
        (task, name) for task in floors for name in floors[task] if scores[task][name] < floors[task][name]
    ]
    for task, name in low:
        print(f"below the floor: {task} {name} {scores[task][name]} < {floors[task][name]}")
    return 1 if low else 0


if __name__ == "__main__":
    raise SystemExit(main())
