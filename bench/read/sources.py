"""How well "he", "the ministry", "the source" find whom they stand for: GUM and MPQA, with a baseline."""

import argparse
import json
import re
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from bench.read.sources_data import Case, Target, data_folder, gum, mpqa, plain
from sayso.read.layout.furniture import furniture
from sayso.read.sources.resolution import resolve
from sayso.reference.gazetteer import load_gazetteer
from sayso.text import paragraphs

FLOORS = Path(__file__).with_name("sources_floors.json")
NAME = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*")
Resolver = Callable[[Case], list[str]]


def ours(case: Case) -> list[str]:
    found = resolve(case.text, case.relations, case.sentences, None, load_gazetteer(), "en")
    return [source.name for source in found]


def last_name(case: Case) -> list[str]:
    """The baseline: the most recent capitalised name that does not only start a sentence."""
    starts = {span.start for span in case.sentences}
    names = [m for m in NAME.finditer(case.text) if m.start() not in starts or " " in m.group()]
    found = []
    for relation in case.relations:
        before = [m.group() for m in names if m.end() <= relation.source[0].start]
        found.append(before[-1] if before else "")
    return found


def right(name: str, goal: Target) -> bool:
    """Whether a name is one of the accepted ones, or the shorter or longer form of one of them."""
    words = plain(name).split()
    if not words or plain(name) == plain(goal.printed):
        return False
    return any(_same(words, accepted.split()) for accepted in goal.accepted)


def _same(ours: list[str], gold: list[str]) -> bool:
    short, long = sorted((ours, gold), key=len)
    return short == long or any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))


def share(cases: Iterable[Case], resolver: Resolver, pronoun: bool | None = None) -> tuple[float, int]:
    """The share of targets that are resolved rightly, and how many there are."""
    good = total = 0
    for case in cases:
        names = resolver(case) if case.targets else []
        for goal in case.targets:
            if pronoun is None or goal.pronoun == pronoun:
                total += 1
                good += right(names[goal.relation], goal)
    return (round(good / total, 4) if total else 0.0), total


def speed(cases: list[Case], resolver: Resolver) -> int:
    """Words per CPU second of resolving and of finding furniture."""
    words = sum(len(case.text.split()) for case in cases)
    resolver(cases[0])
    started = time.process_time()
    for case in cases:
        resolver(case)
        furniture(case.text, paragraphs(case.text))
    return round(words / (time.process_time() - started))


def measure() -> dict[str, float]:
    """All figures; {} where there is no data."""
    folder = data_folder()
    if folder is None:
        return {}
    figures: dict[str, float] = {}
    for name, cases in (("gum", gum(folder)), ("mpqa", mpqa(folder))):
        for label, resolver in (("", ours), ("_baseline", last_name)):
            for part, pronoun in (("", None), ("_pronouns", True), ("_descriptions", False)):
                figures[f"{name}{part}{label}"], figures[f"{name}{part}_n"] = share(cases, resolver, pronoun)
        figures[f"{name}_words_per_second"] = speed(cases, ours)
    return figures


def below(figures: dict[str, float]) -> list[str]:
    """What is under its floor."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    return [
        f"{name}: {figures.get(name)} < {floor}"
        for name, floor in floors.items()
        if figures.get(name, 0) < floor
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", metavar="FILE", help="write the figures to FILE")
    arguments = parser.parse_args()
    figures = measure()
    if not figures:
        print("skipped: SAYSO_DATA names no folder", file=sys.stderr)
        return 0
    for name, value in figures.items():
        print(f"{name:32} {value}")
    if arguments.json:
        Path(arguments.json).write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    missed = below(figures)
    print(*missed, sep="\n", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
