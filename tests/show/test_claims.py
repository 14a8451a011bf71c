"""What claims look like on a terminal: origins and denials first, and nothing that cannot be followed."""

import io
import re

import pytest
from rich.console import Console

from sayso.model import ClaimValue, OriginGroup, Origins, Quantity
from sayso.show.claim_report import amount, parents, print_claim
from sayso.show.claim_words import origins, publishers, tally, uncounted
from sayso.show.claims_table import COLUMNS, print_claims
from sayso.show.shapes import as_csv
from tests.show.claims import claim, edge, member, rows

EDGES = (edge("d:2", "d:1", "Norrin Press"), edge("d:3", "d:1", "Norrin Press", "cites"))


def console(width: int = 100) -> Console:
    return Console(file=io.StringIO(), width=width, highlight=False, markup=False, emoji=False)


def printed(target: Console) -> str:
    assert isinstance(target.file, io.StringIO)
    return target.file.getvalue()


def report(width: int = 100, **changed: object) -> str:
    target = console(width)
    print_claim(claim(**changed), rows(), {}, EDGES, target)
    return printed(target)


def test_the_line_counts_documents_and_independent_origins_apart() -> None:
    assert tally(claim()) == "4 documents · 1 (1 to 2) origin for · 1 origin against"


def test_no_denial_makes_no_word_of_denial() -> None:
    assert "against" not in tally(claim(origins_against=Origins()))


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Origins(), "no origin for"),
        (Origins(count=1, low=1, high=1), "1 origin for"),
        (Origins(count=3, low=3, high=3), "3 origins for"),
        (Origins(count=2, low=1, high=4), "2 (1 to 4) origins for"),
    ],
)
def test_a_range_is_told_where_it_is_one(found: Origins, words: str) -> None:
    assert origins(found, "for") == words


def test_many_publishers_are_counted_after_three() -> None:
    assert publishers(claim()) == "Norrin Press, Quillan Courier, Radio Lanterna and 1 more"


def test_the_list_shows_status_gist_and_id_and_how_many_there_are() -> None:
    target = console()
    print_claims([claim()], 61, target)
    text = printed(target)
    for words in ("contested", "that at least 34 miners died", claim().id, "1 of 61 claims"):
        assert words in text


def test_an_empty_ledger_says_what_to_do() -> None:
    target = console()
    print_claims([], 0, target)
    assert "sayso add" in printed(target)


def test_a_ledger_with_claims_of_which_none_fits_does_not_say_that_it_is_empty() -> None:
    target = console()
    print_claims([], 0, target, held=61)
    assert "None of the ledger’s claims fits." in printed(target)
    assert "sayso add" not in printed(target)


def test_origins_come_before_the_statements_and_each_says_why() -> None:
    text = report()
    assert text.index("Dolm Families Association") < text.index("Statement by statement")
    assert "prints the text of Norrin Press" in text
    assert "It speaks for itself." in text


def test_the_claim_says_at_once_to_whom_it_goes_back_and_who_denies_it() -> None:
    text = " ".join(report().split())
    lead = "3 documents say it; all of them go back to one origin: Dolm Families Association"
    assert lead in text
    assert "It is denied by Mines Directorate (1 document)." in text
    assert text.index(lead) < text.index("Origins ")


def test_a_range_of_origins_is_told_in_words() -> None:
    assert "1 is on record; 2 cannot be ruled out." in report()


def test_a_report_without_lineage_is_no_origin_and_says_that_it_adds_nothing() -> None:
    known, unknown = unsure_origins().groups
    text = " ".join(report(origins=unsure_origins()).split())
    assert "lineage not on record" in text
    assert "It may have it from another of these, and so nothing is added to the count." in text
    assert uncounted(known, unsure_origins()) == ""
    assert uncounted(unknown, Origins(count=1, low=1, high=1, groups=(unknown,))) == ""


def test_origins_that_differ_are_not_told_as_if_one_bore_the_other_out() -> None:
    found = claim(status="single-origin", origins=Origins(count=2, low=2, high=2), origins_against=Origins())
    assert tally(found) == "4 documents · 2 origins for that differ"


def unsure_origins() -> Origins:
    known = OriginGroup(origin="Dolm Families Association", documents=("d:1", "d:2"), why="One cites it.")
    unknown = OriginGroup(origin="Radio Lanterna", documents=("d:3",), why="It says no more.", recorded=False)
    return Origins(count=1, low=1, high=2, groups=(known, unknown))


def test_a_copy_stands_under_what_it_copies_with_the_share_of_its_words() -> None:
    lines = report().splitlines()
    first = next(i for i, line in enumerate(lines) if "Norrin Press  2031-05-02" in line)
    copy = next(i for i, line in enumerate(lines) if "Quillan Courier  2031-05-03" in line)
    assert first < copy
    assert lines[copy].index("Quillan") > lines[first].index("Norrin")
    assert "90% of its words" in lines[copy]


def test_an_outlet_that_was_never_read_is_marked_as_reported_only() -> None:
    target = console()
    print_claim(claim(), rows(), {}, [edge("d:1", None, "The Sower", "cites")], target)
    assert "cites The Sower (reported only)" in printed(target)


def test_two_documents_that_had_it_from_each_other_are_printed_once_each() -> None:
    circle = [edge("d:1", "d:2", "Quillan Courier", "cites"), edge("d:2", "d:1", "Norrin Press", "cites")]
    found = parents(claim().origins.groups[0], circle)
    assert len(found) == 1
    target = console()
    print_claim(claim(), rows(), {}, circle, target)
    assert printed(target).count("Quillan Courier  2031-05-03") == 1


@pytest.mark.parametrize("width", [40, 60, 100, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert all(len(line) <= width for line in report(width).splitlines())


@pytest.mark.parametrize("width", [80, 120])
def test_each_statement_has_the_beginning_of_its_id_to_be_called_by(width: int) -> None:
    id = "s:41d0a7b2c3e4f5061728"
    members = (member("d:1", id=id), member("d:4", "denies"))
    out = report(width, statements=members, proposals=(member("d:2"),))
    assert "2031-05-02  Norrin Press  says it  s:41d0a7b2\n" in re.sub(r" +\n", "\n", out)
    assert "Sarvane State Dispatch  denies it  s:d:4" in out
    assert "Quillan Courier  says it  s:d:2" in out


def test_values_stand_with_those_who_gave_them() -> None:
    values = (ClaimValue(slot="dead", value=Quantity(low=34), statements=("s:d:1", "s:d:2")),)
    assert "dead: at least 34  (Norrin Press, Quillan Courier)" in report(values=values)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Quantity(low=5000, high=5000, unit="doses"), "5,000 doses"),
        (Quantity(low=2, high=3), "from 2 to 3"),
        (Quantity(high=10), "at most 10"),
        (Quantity(), "some"),
        (Quantity(low=0.5, high=0.5, unit="%"), "0.5 %"),
    ],
)
def test_an_amount_keeps_its_at_least(value: Quantity, words: str) -> None:
    assert amount(value) == words


def test_a_proposal_is_shown_apart_and_not_counted() -> None:
    text = report(proposals=(member("d:4", id="s:other", p=0.7),))
    assert text.index("Perhaps the same") > text.index("Statement by statement")


def test_a_gist_cannot_drive_the_terminal() -> None:
    assert "\x1b[2J" not in report(gist="\x1b[2Jowned")


def test_no_cell_of_a_claim_is_a_formula() -> None:
    rows = as_csv([claim(gist="=1+1")], COLUMNS).decode().splitlines()
    assert "'=1+1" in rows[1]
