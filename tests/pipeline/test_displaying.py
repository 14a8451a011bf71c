"""What a notebook shows: self-contained, escaped, without a script, with plain words beside it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import sayso
from sayso.errors import UsageError
from sayso.model import Check, Claim, Finding, Span
from sayso.pipeline import Ledger
from sayso.pipeline.displaying import display
from tests.pipeline.corpora import MOMENT, every_claim, written

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>\u202e\x1b[31m"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    folder = tmp_path_factory.mktemp("display")
    with Ledger(str(folder / "a.db"), clock=lambda: MOMENT) as held:
        list(held.add(*written(folder / "files"), rules=True))
        yield held


def ferry(held: Ledger) -> Claim:
    return max(every_claim(held), key=lambda claim: len(claim.statements))


def test_a_claim_says_how_it_stands_who_says_it_and_from_where(ledger: Ledger) -> None:
    shown = display(ferry(ledger))
    for words in ("contested", "Norland Wire", "Velmark State Gazette", "denies it", "Origins"):
        assert words in shown._repr_html_()
    assert str(shown).startswith(ferry(ledger).gist)


def test_a_graph_has_a_picture_and_a_table_that_says_the_same(ledger: Ledger) -> None:
    html = display(ledger.claim_view(ferry(ledger).id)).html
    assert "<svg" in html
    assert html.count("<path") == html.split("<svg")[1].count("<td") // 4 > 0
    assert "Arless Courier" in html


def test_a_document_is_shown_with_its_text_and_its_statements(ledger: Ledger) -> None:
    row = ledger.documents()[0]
    document = ledger.document(row.id)
    shown = display(document, ledger.statements(row.id))
    assert document.text.split("\n")[0][:40] in shown.html
    assert row.id in str(shown)
    assert display(row).html.count("<pre") == 0


def things(ledger: Ledger) -> list[Any]:
    row = ledger.documents()[0]
    claim = ferry(ledger)
    finding = Finding(
        id="f:1", kind="denied", spans=(Span(0, 2),), text=HOSTILE, why=HOSTILE, sentence=Span(0, 2)
    )
    return [
        row, ledger.document(row.id), ledger.statements(row.id), claim, ledger.claim_view(claim.id),
        Check(draft=HOSTILE, findings=(finding,)), Check(draft="a.md"), ledger.expectations().expectations,
        ledger.changes("2031-04-04", as_of="2031-04-10"), ledger.table("claims"), (), [],
    ]  # fmt: skip


def test_everything_has_both_forms_and_nothing_that_runs_or_loads(ledger: Ledger) -> None:
    for thing in things(ledger):
        bundle = display(thing)._repr_mimebundle_()
        assert set(bundle) == {"text/html", "text/plain"}
        assert bundle["text/plain"]
        low = bundle["text/html"].lower()
        assert not any(word in low for word in ("<script", "<img", "http:", "https:", "@import", "url("))
        assert bundle["text/html"].startswith("<style>")


def test_what_is_printed_can_neither_run_nor_steer(ledger: Ledger) -> None:
    shown = display(Check(draft=HOSTILE))
    assert "&lt;script&gt;" in shown.html
    assert "\x1b" not in str(shown)
    assert "\u202e" not in str(shown)


def test_what_has_no_view_says_what_has_one() -> None:
    with pytest.raises(UsageError, match=r"no view of int.*a claim"):
        display(3)
    with pytest.raises(UsageError, match="no view of list"):
        display([3])


def test_it_is_a_public_name() -> None:
    assert sayso.display is display
    assert Path(display.__code__.co_filename).name == "displaying.py"


def test_a_circle_of_copies_is_drawn_and_ends() -> None:
    from sayso.model import Derivation, Member
    from sayso.show.notebook_graph import graph_of

    members = tuple(
        Member(id=f"s:{n}", proposition=f"p:{n}", document=f"d:{n}", publisher=HOSTILE, published=None)
        for n in range(3)
    )
    claim = Claim(id="c:1", gist="", status="single-origin", as_of=None, statements=members)
    edges = [
        Derivation(
            id=f"r:{n}", kind="copies", document=f"d:{n}", of=f"d:{(n + 1) % 3}", outlet="", p=1.0,
            evidence=(HOSTILE,),
        )
        for n in range(3)
    ]  # fmt: skip
    html = graph_of(claim, {}, edges).html
    assert html.count("<path") == 3
    assert "<script" not in html
