"""The page of promises: what is overdue first, each with its windows and with what came of it."""

import re
from collections.abc import Iterator

import pytest

from sayso.pipeline import Ledger
from sayso.pipeline.promises import ExpectationQuery
from sayso.web.pages import expectations
from sayso.web.words import PROMISE
from tests.web.site import Site, links

HEAD = "---\ntitle: {title}\npublisher: {publisher}\npublished: {day}\n---\n"
REPORTS = (
    ("Barley", "Norland Wire", "2031-03-01",
     "The Grain Board said that it would deliver 500 tonnes of barley to Quill by the end of May 2031."),
    ("Barley came", "Radio Hest", "2031-06-02",
     "The Grain Board delivered 200 tonnes of barley to Quill on 28 May 2031, the harbour master said."),
    ("Bridge", "Norland Wire", "2031-03-05",
     "The mayor of Quill said that the bridge over the Tarn would reopen in July 2031."),
    ("Bridge later", "Norland Wire", "2031-07-20",
     "The mayor of Quill said that the bridge over the Tarn would reopen in October 2031, not in July."),
    ("Census", "Norland <b>Wire", "2031-08-01",
     "The Census Office promised to publish the census of Velmark by 30 September 2031."),
    ("Market", "Norland Wire", "2031-03-03",
     "A senior official promised to open the market of Velmark by 15 March 2031."),
    ("Ferry", "Norland Wire", "2031-03-03",
     "Orsa Venn said that the ferry to Quill could return by 20 March 2031."),
    ("Rail", "Norland Wire", "2031-12-02",
     "Orsa Venn said that the railway to Hest would open in March 2040."),
)  # fmt: skip


@pytest.fixture(scope="module")
def promised(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("promises")
    for number, (title, publisher, day, text) in enumerate(REPORTS):
        head = HEAD.format(title=title, publisher=f"'{publisher}'", day=day)
        (folder / f"{number}.md").write_text(head + text, encoding="utf-8")
    with Ledger(folder / "s.db") as ledger:
        list(ledger.add(*map(str, sorted(folder.glob("*.md"))), rules=True))
    found = Site(folder / "s.db")
    yield found
    found.close()


def anchors(html: str) -> list[str]:
    return [one.replace("-", ":") for one in re.findall(r'<article class="row promise" id="(e-[^"]+)"', html)]


def known(site: Site, query: ExpectationQuery) -> dict[str, str]:
    with Ledger(site.serving.held.path, read_only=True) as ledger:
        return {one.id: one.status for one in ledger.expectations(query).expectations}


def test_every_way_to_stand_has_its_place_in_the_order() -> None:
    assert set(expectations.ORDER) == set(PROMISE)


def test_what_is_overdue_stands_first_and_nothing_is_left_out(promised: Site) -> None:
    every = known(promised, ExpectationQuery(limit=0))
    found = anchors(promised.get("/expectations"))
    assert sorted(found) == sorted(every)
    places = [expectations.ORDER.index(every[id]) for id in found]
    assert places == sorted(places)
    assert {"overdue", "open"} <= set(every.values())


def test_what_somebody_named_undertook_stands_before_what_nobody_can_be_held_to(promised: Site) -> None:
    with Ledger(promised.serving.held.path, read_only=True) as ledger:
        query = ExpectationQuery(status="overdue", limit=0)
        every = {one.id: one for one in ledger.expectations(query).expectations}
    found = [every[id] for id in anchors(promised.get("/expectations", status="overdue"))]
    told = [(one.anonymous, one.modality == "forecast", one.due_to or "") for one in found]
    assert told == sorted(told)
    assert [anonymous for anonymous, _, _ in told] != [one.anonymous for one in every.values()]
    due = promised.get("/").partition("Overdue and due")[2]
    assert links(due, "/expectations/e:")[0] == f"/expectations/{found[0].id}"


@pytest.mark.parametrize("status", list(PROMISE))
def test_only_what_stands_so_is_listed(promised: Site, status: str) -> None:
    every = known(promised, ExpectationQuery(limit=0))
    found = anchors(promised.get("/expectations", status=status))
    assert sorted(found) == sorted(id for id, one in every.items() if one == status)


def test_promises_are_found_by_words_promisor_and_days(promised: Site) -> None:
    assert anchors(promised.get("/expectations", words="census"))
    assert not anchors(promised.get("/expectations", words="census barley"))
    by = anchors(promised.get("/expectations", promisor="grain"))
    assert by == list(known(promised, ExpectationQuery(promisor="grain", limit=0)))
    assert len(anchors(promised.get("/expectations", since="2039-01-01"))) == 1
    assert promised.client.get("/expectations", params={"since": "soon"}).status_code == 400
    assert promised.client.get("/expectations", params={"status": "late"}).status_code == 400


def test_the_picture_that_is_kept_is_of_what_was_asked_for(promised: Site) -> None:
    html = promised.get("/expectations", words="census", status="overdue")
    kept = next(one for one in links(html, "/pictures/windows/csv"))
    rows = promised.client.get(kept).text.splitlines()
    assert len(rows) == 2
    assert "census" in rows[1]


def test_what_came_of_a_promise_is_told_on_whose_word(promised: Site) -> None:
    html = promised.get("/expectations", words="500 tonnes")
    assert "What came of it" in html
    assert "harbour master" in html
    assert "200 of 500 tonnes" in html


def test_a_window_that_was_moved_leads_to_the_one_behind_it(promised: Site) -> None:
    every = known(promised, ExpectationQuery(limit=0))
    moved = [id for id, status in every.items() if status == "revised"]
    assert moved
    html = promised.get("/expectations", status="revised")
    assert links(html, "/expectations/e:")
    assert "became" in html


def test_one_promise_has_an_address_that_leads_to_its_place(
    promised: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(expectations, "ROWS", 2)
    for id in known(promised, ExpectationQuery(limit=0)):
        answer = promised.client.get(f"/expectations/{id}")
        path, _, place = answer.headers["location"].partition("#")
        assert answer.status_code == 303
        assert place == id.replace(":", "-")
        assert f'id="{place}"' in promised.get(path)
    assert promised.client.get("/expectations/e:none").status_code == 404


def test_an_earlier_day_knows_no_later_promise(promised: Site) -> None:
    html = promised.get("/expectations", as_of="2031-03-02")
    assert "barley" in html
    assert "bridge" not in html
    assert "200 of" not in html


def test_printed_words_stay_text(promised: Site) -> None:
    assert "<b>Wire" not in promised.get("/expectations")


def test_a_ledger_without_promises_teaches_what_they_are(empty_site: Site) -> None:
    assert "Nothing promised yet" in empty_site.get("/expectations")
