"""What an assessment looks like on a terminal: evidence first, words after it, the number on demand."""

import io
import re

import pytest
from rich.console import Console

from sayso.assess.assessing import assess
from sayso.model import Assessment
from sayso.show.assessment_report import bar, signed
from sayso.show.claim_report import print_claim
from tests.assess.cases import case, denier, origin, voice
from tests.show.claims import claim, rows


def assessment(**changed: object) -> Assessment:
    from msgspec.structs import replace

    said = origin("Dolm Families Association", voice("d:1", document="d:1", first_hand="self"))
    found = assess(case(said, denial=(denier("Mines Directorate"),)))
    return replace(found, **changed)


def printed(found: Assessment, width: int = 100, number: bool = False) -> str:
    target = Console(file=io.StringIO(), width=width, highlight=False, markup=False, emoji=False)
    print_claim(claim(assessment=found), rows(), {}, (), target, number=number)
    assert isinstance(target.file, io.StringIO)
    return target.file.getvalue()


def test_origins_and_denials_stand_first_then_lines_then_what_is_left_without_each_then_words() -> None:
    text = printed(assessment())
    heads = ["Origins", "Origins of the denial", "Lines of evidence", "Without each origin", "In words",
             "Statement by statement"]  # fmt: skip
    places = [text.index(head) for head in heads]
    assert places == sorted(places)


def test_the_number_is_printed_on_demand_only() -> None:
    number = re.compile(r"\d+ ?%|probability", re.IGNORECASE)
    below = printed(assessment()).split("Lines of evidence")[1]
    assert not number.search(below.split("Statement by statement")[0])
    assert "As a number: " in printed(assessment(), number=True)


def test_each_line_has_its_sign_and_names_its_statement() -> None:
    text = printed(assessment())
    assert re.search(r"\+2\.7 +██ +Dolm Families Association says it; .*Norrin Press s:d:1", text)
    assert re.search(r"−1\.0 +█ +Mines Directorate denies it", text)


def test_a_single_origin_is_flagged_whatever_the_probability() -> None:
    assert "! All of it rests on one origin." in printed(assessment())
    assert "rests on one origin" not in printed(assessment(single_origin=False))


def test_a_word_that_a_person_set_is_shown_as_theirs() -> None:
    text = printed(assessment(word="unlikely", word_by="ed"))
    assert text.index("“unlikely”: set by ed.") < text.index("By the lines of evidence alone")


def test_an_origin_without_which_nothing_changes_is_not_listed() -> None:
    told = printed(assess(case(origin("Dolm Families Association"), origin("X", voice("x", hedge="U")))))
    assert "Without X" not in told
    assert "Without Dolm Families Association:" in told


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert all(len(line) <= width for line in printed(assessment(), width, number=True).splitlines())


@pytest.mark.parametrize(
    ("decibans", "number", "blocks"),
    [
        (0.0, "0", ""),
        (0.3, "+0.3", "█"),
        (-1.0, "−1.0", "█"),
        (-9.0, "−9.0", "██████"),
        (40.0, "+40.0", "██████"),
    ],
)
def test_a_weight_is_a_signed_number_and_a_small_bar(decibans: float, number: str, blocks: str) -> None:
    assert (signed(decibans), bar(decibans)) == (number, blocks)
