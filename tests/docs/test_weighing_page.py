"""The page on weighing says what the program does: its claim by hand, its weights, its words."""

import re
from pathlib import Path

import pytest

from docs.refresh import ROOT
from sayso.assess.weights import decibans, load, probability, weights
from sayso.model import Assessment
from sayso.pipeline import Ledger
from tests.read.readers import needs_weights

pytestmark = needs_weights
PAGE = (ROOT / "docs" / "explanation" / "weighing.md").read_text(encoding="utf-8")
BY_HAND = PAGE.split("## One claim by hand")[1].split("\n## ")[0]
ROWS = re.findall(r"^\| ([A-Z][^|]*\.) \| ([+−]?[\d.]+) \|$", BY_HAND, re.MULTILINE)
ID = re.findall(r"`sayso claim (c:\w+) --number`", BY_HAND)[0]


def number(printed: str) -> float:
    return float(printed.replace("−", "-"))


@pytest.fixture(scope="module")
def assessed(tmp_path_factory: pytest.TempPathFactory) -> Assessment:
    with Ledger(tmp_path_factory.mktemp("page") / "a.db") as held:
        list(held.add(str(ROOT / "examples" / "sarvane"), workers=1))
        (claim,) = (c for c in held.claims().claims if c.id.startswith(ID))
    assert claim.assessment is not None
    return claim.assessment


def test_the_lines_on_the_page_are_those_of_the_program(assessed: Assessment) -> None:
    weighing = [line for line in assessed.lines if line.decibans or line.kind == "prior"]
    assert [(line.text, line.decibans) for line in weighing] == [(text, number(d)) for text, d in ROWS]


def test_the_result_on_the_page_is_that_of_the_program(assessed: Assessment) -> None:
    without = {(each.stance, each.origin): each for each in assessed.without}
    alone = without["supports", "Open Valleys"]
    unseen = without["supports", "Wim Arkel"]
    told = [float(p) for p in re.findall(r"\*\*(0\.\d{3})\*\*", BY_HAND)]
    assert told == [round(each, 3) for each in (assessed.probability, alone.probability, unseen.probability)]
    assert (assessed.likelihood, alone.likelihood) == ("very likely", "likely")
    assert (assessed.admiralty, assessed.confidence, assessed.single_origin) == ("F2", "moderate", False)


def test_the_lines_on_the_page_add_up_by_hand() -> None:
    total = round(sum(number(d) for _, d in ROWS), 2)
    assert f"**+{total:.2f}**" in BY_HAND
    assert f"**{probability(total):.3f}**" in BY_HAND


def test_the_weights_on_the_page_are_those_of_the_program() -> None:
    w = weights()
    table = PAGE.split("## What is added up")[1].split("\n## ")[0]
    kinds = {"international body": "international_organization", "person": "person", "outlet": "media"}
    for called, kind in kinds.items():
        prior = load("weights.yaml")["kinds"][kind]
        mean = prior["alpha"] / (prior["alpha"] + prior["beta"])
        assert re.search(rf"{called} \+{decibans(mean):.2f}", table)
    hands, denial = w.first_hand, w.denial
    for words in (
        f"forecast −{-w.classes['expectation']}",
        f"+{hands['self']}; somebody spoke to the source, it is not printed who: +{hands['contact']}",
        f"+{w.specific} each for a number, a name and a day, +{w.specific_most:g} at most",
        f"| anonymous | −{-w.anonymity:g} |",
        f"−{-w.depth} each, −{-w.unread} more where a relay's own text was not read",
        f"−{-w.depth_most:g} at most",
        f"probable −{-w.hedges['PR'].decibans:g}, possible −{-w.hedges['PS'].decibans:g}",
        f"−{-denial.interested:g}, all parties together −{-denial.interested_most:g} at most",
        f"−{-denial.independent:g}, who was there −{-(denial.independent + denial.first_hand):g}",
        f"weak ±{w.hand['weak']:g}, moderate ±{w.hand['moderate']:g}, strong ±{w.hand['strong']:g}",
    ):
        assert words in table, words


def test_the_words_on_the_page_have_the_ranges_of_the_program() -> None:
    rows = re.findall(r"^\| (\.\d\d) \| (\.\d\d) \| ([a-z ]+) \|$", PAGE, re.MULTILINE)
    assert [word for _, _, word in rows] == [row["word"] for row in load("words.yaml")["likelihood"]]
    assert [float(low) for low, _, _ in rows][1:] == [float(high) for _, high, _ in rows][:-1]
    assert [float(high) for _, high, _ in rows][:-1] == [
        row["below"] for row in load("words.yaml")["likelihood"]
    ][:-1]


def test_the_table_of_decibans_is_right() -> None:
    table = PAGE.split("## The unit")[1].split("\n## ")[0]
    rows = re.findall(r"^\| ([+−]?\d+) \| [\d. :]+ \| (\d+) \|$", table, re.MULTILINE)
    assert [round(100 * probability(number(d))) for d, _ in rows] == [int(p) for _, p in rows]
    assert len(rows) == 6


def test_the_page_says_where_the_numbers_are() -> None:
    assert (Path(ROOT) / "sayso" / "assess" / "weights.yaml").exists()
    assert "sayso/assess/weights.yaml" in PAGE
