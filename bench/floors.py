"""`python -m bench.floors [NAME…]`: what CI holds. Exit 1 where a floor or a ceiling is broken.

`--pin` pins the floors to what is measured now, less a margin; it never lowers one unless `--lower`.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bench import standalone
from bench.gates import GATES, Gate, Measured
from bench.table import Cell

FOLDER = Path(__file__).parent / "read"
Pinned = dict[str, Any]


def main() -> int:
    """0 where every floor holds or its data is missing (said on a line), 1 else."""
    parser = argparse.ArgumentParser(prog="python -m bench.floors", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these benches")
    parser.add_argument("--pin", action="store_true", help="raise the floors to what is measured now")
    parser.add_argument("--lower", action="store_true", help="with --pin: lower them too")
    given = parser.parse_args()
    broken = 0
    asked = set(given.names or [*(gate.name for gate in GATES), *standalone.TITLES])
    for gate in (gate for gate in GATES if gate.name in asked):
        measured = gate.measure()
        if measured.why is None and given.pin:
            pin(gate, measured, lower=given.lower)
        broken += report(gate.name, judged(gate, measured))
    for name in (name for name in standalone.TITLES if name in asked):
        broken += report(name, run_alone(name))
    return 1 if broken else 0


def report(name: str, lines: list[tuple[bool, str]]) -> int:
    """Prints a bench's lines; how many of them are failures."""
    for holds, line in lines:
        sys.stdout.write(f"{'ok  ' if holds else 'FAIL'}  {name}: {line}\n")
    sys.stdout.flush()
    return sum(not holds for holds, _ in lines)


def judged(gate: Gate, measured: Measured) -> list[tuple[bool, str]]:
    """What is to be said of a gate: what failed, or in one line that all held."""
    if measured.why is not None:
        return [(True, measured.why)]
    pinned = load(gate.name)
    lines = list(failures(pinned, measured))
    held = limits_in(pinned)
    if not lines:
        lines = [(True, f"{held} floors and ceilings hold" if held else "nothing is pinned yet")]
    if pinned and pinned["texts"] != measured.texts:
        lines.append((True, "the texts have changed since the floors were pinned"))
    return lines


def failures(pinned: Pinned, measured: Measured) -> Iterator[tuple[bool, str]]:
    """A line for each pinned figure that is missing, too low or too high."""
    for side, sign, word in (("floors", 1, "below the floor"), ("ceilings", -1, "above the ceiling")):
        for reader, names in pinned.get(side, {}).items():
            figures = measured.figures.get(reader)
            if figures is None:
                yield False, f"{reader} is pinned but cannot be measured: its weights are missing"
                continue
            for name, limit in names.items():
                figure = figures.get(name)
                if not isinstance(figure, int | float) or sign * figure < sign * limit:
                    yield False, f"{reader}: {name} {figure} is {word} {limit}"


def load(name: str) -> Pinned:
    """What is pinned of a gate; {} where nothing is."""
    path = FOLDER / f"{name}_floors.json"
    found: Pinned = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return found


def pin(gate: Gate, measured: Measured, *, lower: bool) -> None:
    """Writes the gate's floors and ceilings; readers that are not there now keep theirs."""
    old = load(gate.name)
    new: Pinned = {"texts": measured.texts}
    for side, sign, names in (("floors", 1, gate.floors), ("ceilings", -1, gate.ceilings)):
        limits = dict(old.get(side, {}))
        for reader, figures in measured.figures.items():
            before = {} if lower else limits.get(reader, {})
            limits[reader] = {
                n: limit(figures[n], before.get(n), sign, gate.margin) for n in names if n in figures
            }
        new[side] = limits
    text = json.dumps(new, indent=1, ensure_ascii=False) + "\n"
    (FOLDER / f"{gate.name}_floors.json").write_text(text, encoding="utf-8")


def limit(figure: Cell, before: float | None, sign: int, margin: float) -> float:
    """The floor (sign 1) or ceiling (sign -1) of a figure, counts without margin; never laxer than before."""
    if not isinstance(figure, int | float):
        return before if before is not None else (0.0 if sign > 0 else 1.0)
    off = 0.0 if isinstance(figure, int) else margin
    now = round(figure - sign * off, 4)
    return now if before is None else sign * max(sign * now, sign * before)


def run_alone(name: str) -> list[tuple[bool, str]]:
    """What a bench with floors of its own says of them."""
    ran = standalone.run(name)
    if ran.figures is None:
        return [(ran.code == 0, ran.printed)]
    bad = [line for line in ran.printed.splitlines() if "floor" in line or " < " in line]
    return [(False, line) for line in bad or ["below a floor"]] if ran.code else [(True, "its floors hold")]


def limits_in(pinned: Mapping[str, Any]) -> int:
    """How many limits are pinned."""
    return sum(len(names) for side in ("floors", "ceilings") for names in pinned.get(side, {}).values())


if __name__ == "__main__":
    sys.exit(main())
