"""The examples in the documentation run, and print what the pages show."""

from __future__ import annotations

import shutil
from collections import Counter

import pytest

from docs.refresh import ROOT, Example, examples, pages, run
from sayso.weights import has_weights

ALIKE = 0.85  # share of lines: 8-bit weights give a slightly different edge on another processor
EXAMPLES = [
    pytest.param(example, id=f"{example.page}:{example.line}")
    for page in pages()
    for example in examples(page)
]


def reads_with_weights(example: Example) -> bool:
    body = example.body
    reads = "sayso read" in body or "read_text(" in body or "read_file(" in body or "make_reader(" in body
    return reads and "--rules" not in body and "rules=True" not in body


def alike(shown: str, printed: str) -> float:
    """The share of lines that both have, in any order; 1.0 where both are empty."""
    left, right = Counter(shown.splitlines()), Counter(printed.splitlines())
    return 2 * (left & right).total() / (left.total() + right.total()) if left or right else 1.0


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_runs_and_prints_what_is_shown(example: Example) -> None:
    needed = example.marks.get("needs")
    if needed and shutil.which(needed) is None:
        pytest.skip(f"{needed} is not installed")
    if reads_with_weights(example) and not has_weights("tagger"):
        pytest.skip("the weights are not in this checkout")
    printed, code = run(example)
    assert code == int(example.marks.get("exit", "0")), printed
    good = alike(example.shown, printed) >= ALIKE if reads_with_weights(example) else example.shown == printed
    assert good, f"run `python docs/refresh.py`; it prints now:\n{printed}"


def test_the_readme_the_tutorial_and_how_tos_hold_examples() -> None:
    with_examples = {str(page.relative_to(ROOT)) for page in pages() if examples(page)}
    assert {"README.md", "docs/tutorial.md", "docs/how-to/many-files.md"} <= with_examples


def test_an_excerpt_begins_where_its_page_says() -> None:
    marked = [example for page in pages() for example in examples(page) if "shows" in example.marks]
    assert marked
    assert [e.line for e in marked if e.marks["shows"] not in (e.shown.splitlines() or [""])[0]] == []


def test_other_lines_are_not_alike() -> None:
    assert alike("a\nb\nc", "a\nb\nc") == 1.0
    assert alike("a\nb", "b\na") == 1.0
    assert alike("a\nb\nc", "a\nx\ny") < ALIKE
