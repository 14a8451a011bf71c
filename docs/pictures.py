"""Draws the pictures of the documentation from the example ledger: `python docs/pictures.py`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from sayso import Ledger
from sayso.model import Expectation
from sayso.show.pictures import (
    Picture,
    balance,
    ledger_timeline,
    origin_graph,
    promise_windows,
    saved_svg,
    timeline_picture,
)

ROOT = Path(__file__).parent
EXAMPLE = ROOT.parent / "examples" / "sarvane"
FOLDER = ROOT / "images" / "pictures"
WORDS = "shot dead at least six traders"
WIDTH, MOST_WINDOWS = 700, 7


def drawn(ledger: Ledger) -> Iterator[tuple[str, Picture]]:
    """Each picture with the name of its file."""
    claim = next(one for one in ledger.claims().claims if WORDS in one.gist)
    view = ledger.claim_view(claim.id)
    yield "origins", origin_graph(view.claim, view.documents, view.statements, view.derivations, width=WIDTH)
    yield "timeline", timeline_picture(view.claim, view.statements, width=WIDTH)
    yield "balance", balance(view.claim.assessment, width=WIDTH)
    yield "windows", promise_windows(_some(ledger.expectations().expectations), width=WIDTH)
    yield "ledger", ledger_timeline(list(ledger.timeline()), width=WIDTH)


def _some(found: tuple[Expectation, ...]) -> list[Expectation]:
    """At most two of each status, so that the page stays short."""
    shown: list[Expectation] = []
    for one in found:
        if sum(other.status == one.status for other in shown) < 2:
            shown.append(one)
    return shown[:MOST_WINDOWS]


def main() -> None:
    """Write every picture as a file with its data inside; says which changed."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        ledger = Ledger(str(Path(folder, "example.db")))
        list(ledger.add(str(EXAMPLE)))
        for name, picture in drawn(ledger):
            path, made = FOLDER / f"{name}.svg", saved_svg(picture)
            if not path.is_file() or path.read_text(encoding="utf-8") != made:
                path.write_text(made, encoding="utf-8")
                print(f"wrote {path.relative_to(ROOT.parent)}")


if __name__ == "__main__":
    main()
