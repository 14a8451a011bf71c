"""The line of progress says how many, how fast, what is left and what is being done."""

import pytest

from sayso.cli.progress import Steps, line
from sayso.pipeline.adding import Step


@pytest.mark.parametrize(
    ("number", "elapsed", "step", "expected"),
    [
        (0, 0.0, None, "Reading"),
        (1, 0.5, None, "1 document"),
        (1200, 100.0, None, "1,200 documents, 12.0 a second"),
        (1200, 100.0, Step(what="read"), "1,200 documents, 12.0 a second"),
        (1200, 100.0, Step(what="read", left=600), "1,200 documents, 12.0 a second, about 50 s left to read"),
        (1200, 100.0, Step(what="compare", left=6000),
         "1,200 documents, 12.0 a second, about 8 min left to read, comparing"),
        (1200, 100.0, Step(what="make claims", left=0), "1,200 documents, 12.0 a second, making claims"),
    ],
)  # fmt: skip
def test_what_the_line_says(number: int, elapsed: float, step: Step | None, expected: str) -> None:
    assert line(number, elapsed, step) == expected


def test_each_step_is_shown_at_once() -> None:
    steps, seen = Steps(), list[Step | None]()
    steps.shown = lambda: seen.append(steps.last)
    steps.tell(Step(what="compare", left=3))
    assert seen == [Step(what="compare", left=3)]
