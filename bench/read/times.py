"""How well times are found and placed: WikiWars, GUM Wikinews, SCATE phrases; words a second; a peer."""

import importlib
import json
import os
import re
import sys
import time
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from bench.read.times_data import GoldText, Phrase, days_of, gum, phrases, wikiwars
from sayso.model.span import Span
from sayso.model.time import TimeExpression
from sayso.read.times.finding import find_times

MODIFIED = re.compile(r"(?i)(?:the )?(?:very )?(?:early|earlier|late|later|mid|end|beginning|start|middle)\b")
FLOORS = Path(__file__).with_name("times_floors.json")
Finder = Callable[[str, date], tuple[TimeExpression, ...]]


def ours(text: str, anchor: date) -> tuple[TimeExpression, ...]:
    return find_times(text, anchor, whole=False)


def dateparser_finder() -> Finder | None:
    """The peer, or None where it is not installed."""
    try:
        search_dates = importlib.import_module("dateparser.search").search_dates
    except ImportError:
        return None

    def find(text: str, anchor: date) -> tuple[TimeExpression, ...]:
        settings = {
            "RELATIVE_BASE": datetime(anchor.year, anchor.month, anchor.day),
            "PREFER_DATES_FROM": "past",
        }
        found, offset = [], 0
        for paragraph in text.splitlines(keepends=True):
            place = 0
            for words, moment in search_dates(paragraph, languages=["en"], settings=settings) or []:
                at = paragraph.find(words, place)
                if at >= 0:
                    place = at + len(words)
                    day = moment.date()
                    found.append(TimeExpression(span=Span(offset + at, offset + place), first=day, last=day))
            offset += len(paragraph)
        return tuple(found)

    return find


def f1(right: int, system: int, gold: int) -> dict[str, float]:
    precision, recall = right / system if system else 0.0, right / gold if gold else 0.0
    both = precision + recall
    return {
        "p": round(precision, 4),
        "r": round(recall, 4),
        "f1": round(2 * precision * recall / both if both else 0, 4),
    }


def pairs(gold: Iterable[Any], system: Iterable[Any]) -> list[tuple[Any, Any]]:
    """Each gold expression with the first free system expression that overlaps it."""
    free, out = list(system), []
    for one in gold:
        match = next((other for other in free if one.span.overlaps(other.span)), None)
        if match is not None:
            free.remove(match)
            out.append((one, match))
    return out


def expression_scores(texts: Iterable[GoldText], find: Finder) -> dict[str, Any]:
    """Strict and overlap F1; value F1: among all that name days, those with the same days."""
    gold = system = overlap = strict = value = valued_gold = valued_system = 0
    for text in texts:
        found = find(text.text, text.anchor)
        matched = pairs(text.times, found)
        gold, system, overlap = gold + len(text.times), system + len(found), overlap + len(matched)
        strict += sum(one.span == other.span for one, other in matched)
        value += sum(one.days is not None and one.days == (other.first, other.last) for one, other in matched)
        valued_gold += sum(one.days is not None for one in text.times)
        unasked = sum(one.days is None and other.first is not None for one, other in matched)
        valued_system += sum(other.first is not None for other in found) - unasked
    return {
        "gold": gold, "system": system, "overlap": f1(overlap, system, gold),
        "strict": f1(strict, system, gold), "value": f1(value, valued_system, valued_gold),
    }  # fmt: skip


def gum_scores(texts: Iterable[GoldText], find: Finder) -> dict[str, Any]:
    """Value F1 over the dates that GUM tags (it leaves many relative expressions untagged).

    Precision counts what is placed on a tagged date; expressions where GUM has no tag are not judged.
    A gold with an upper bound only ("a few months ago") is right if no days are given.
    """
    gold = placed = right = untagged = 0
    for text in texts:
        found = find(text.text, text.anchor)
        matched = pairs(text.times, found)
        gold += len(text.times)
        untagged += sum(other.first is not None for other in found) - sum(
            b.first is not None for _, b in matched
        )
        for one, other in matched:
            placed += other.first is not None or one.vague
            right += (other.first is None) if one.vague else one.days == (other.first, other.last)
    return {"gold": gold, "untagged": untagged, "value": f1(right, placed, gold)}


def phrase_right(phrase: Phrase, found: tuple[TimeExpression, ...]) -> bool | None:
    """Whether the first expression has the phrase's value; None where the value names nothing to compare.

    A length that "past" or "next" anchors may have days; the values leave out "early", "end of" …, so that
    such phrases are right inside the value.
    """
    one = found[0] if found else None
    if phrase.kind == "SET":
        return one is not None and one.first is None
    if re.match(r"PT?[\dX]", phrase.value):
        return one is not None and (one.duration or one.relative)
    if phrase.value.endswith("_REF"):
        return one is not None and one.first is None
    days = days_of(phrase.value)
    if days is None:
        return None
    if one is None or one.first is None or one.last is None or days[0] is None or days[1] is None:
        return False
    if MODIFIED.match(phrase.text):
        return days[0] <= one.first and one.last <= days[1]
    return (one.first, one.last) == days


def phrase_scores(given: Iterable[Phrase], find: Finder) -> dict[str, Any]:
    judged = [phrase_right(one, find(one.text, one.anchor)) for one in given]
    asked = [one for one in judged if one is not None]
    return {"asked": len(asked), "share": round(sum(asked) / len(asked), 4) if asked else 0.0}


def words_per_second(texts: list[GoldText], find: Finder) -> int:
    words = sum(len(text.text.split()) for text in texts)
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        for text in texts:
            find(text.text, text.anchor)
        best = min(best, time.process_time() - start)
    return round(words / best)


def measure(folder: Path, find: Finder) -> dict[str, Any]:
    wars, news = list(wikiwars(folder / "wikiwars")), list(gum(folder / "gum_wikinews"))
    out: dict[str, Any] = {
        f"wikiwars_{fold}": expression_scores([one for one in wars if one.fold == fold], find)
        for fold in ("even", "odd")
    }
    out["gum"] = gum_scores(news, find)
    for name in ("train", "test"):
        out[f"phrases_{name}"] = phrase_scores(
            phrases(folder / "timenorm_scate" / "en" / f"{name}.tsv"), find
        )
    out["words_per_second"] = {
        "wikiwars": words_per_second(wars[:6], find),
        "gum": words_per_second(news[:20], find),
    }
    return out


def rows(scores: dict[str, Any]) -> list[tuple[str, float]]:
    """The figures of one system, flat."""
    out: list[tuple[str, float]] = []
    for fold in ("even", "odd"):
        kinds = scores[f"wikiwars_{fold}"]
        out += [(f"WikiWars {fold} {kind} F1", kinds[kind]["f1"]) for kind in ("overlap", "strict", "value")]
    out.append(("GUM value F1", scores["gum"]["value"]["f1"]))
    out += [(f"SCATE {name} share", scores[f"phrases_{name}"]["share"]) for name in ("train", "test")]
    return [*out, *((f"words/s {name}", speed) for name, speed in scores["words_per_second"].items())]


def main() -> int:
    """Prints the table; `--json FILE` writes it; 1 where a floor is not held, 0 otherwise or without data."""
    given = os.environ.get("SAYSO_DATA")
    if not given or not Path(given, "wikiwars").is_dir():
        print("times: skipped, SAYSO_DATA names no folder with wikiwars, gum_wikinews and timenorm_scate")
        return 0
    systems: dict[str, dict[str, Any]] = {"sayso": measure(Path(given), ours)}
    peer = dateparser_finder()
    if peer is None:
        print("dateparser: not installed")
    elif "--peers" in sys.argv:
        systems["dateparser"] = measure(Path(given), peer)
    columns = {name: dict(rows(scores)) for name, scores in systems.items()}
    for label in columns["sayso"]:
        print(f"{label:28}" + "".join(f"{columns[name][label]:>14,}" for name in columns))
    if "--json" in sys.argv:
        Path(sys.argv[sys.argv.index("--json") + 1]).write_text(json.dumps(systems, indent=1) + "\n")
    return _held(columns["sayso"])


def _held(figures: dict[str, float]) -> int:
    floors = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    low = {name: floor for name, floor in floors.items() if figures[name] < floor}
    for name, floor in low.items():
        print(f"below the floor: {name} {figures[name]} < {floor}")
    return 1 if low else 0


if __name__ == "__main__":
    raise SystemExit(main())
