"""`python -m bench [NAME…] [--write]`: runs the benches and prints each table with its data and machine."""

import argparse
import sys
import time

from bench.benches import BENCHES
from bench.machine import machine, words
from bench.page import write
from bench.table import Outcome, Table, plain


def main() -> int:
    """0 when all that was asked for ran or was skipped for want of data; 1 where a bench failed."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of {', '.join(BENCHES)}; all if none")
    parser.add_argument(
        "--write", action="store_true", help="store the figures, make docs/explanation/figures.md"
    )
    given = parser.parse_args()
    unknown = [name for name in given.names if name not in BENCHES]
    if unknown:
        parser.error(f"no bench {', '.join(unknown)}; there is {', '.join(BENCHES)}")
    found = machine()
    say(words(found))
    outcomes: list[Outcome] = []
    failed = False
    for name in given.names or BENCHES:
        try:
            outcomes += ran(name)
        except Exception as error:
            failed = True
            say(f"\n!! {name} failed: {type(error).__name__}: {error}")
    if given.write:
        say("\nwritten: " + ", ".join(path.name for path in write(outcomes, found, BENCHES)))
    return 1 if failed else 0


def ran(name: str) -> list[Outcome]:
    """Runs one bench and prints what came of it."""
    started = time.perf_counter()
    outcomes = BENCHES[name]()
    for one in outcomes:
        say("\n" + (plain(one) if isinstance(one, Table) else f"-- {one.name}: {one.why}"))
    say(f"   ({name}: {time.perf_counter() - started:.0f} s)")
    return outcomes


def say(line: str) -> None:
    """Prints at once, since a bench takes minutes."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
