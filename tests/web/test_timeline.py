"""The timeline: what was said of which days, month by month, in order."""

import re

import pytest

from sayso.pipeline import Ledger
from sayso.web.pages import timeline
from tests.web.site import Site, links


def anchors(html: str) -> list[str]:
    part = html[html.index("<main") :]
    return re.findall(r'<a class="step" href="/documents/[^"#?]+[^"#]*#(s-[^"]+)"', part)


def known(site: Site, **asked: str) -> list[str]:
    with Ledger(site.serving.held.path, read_only=True) as ledger:
        rows = ledger.timeline(
            words=asked.get("words", ""), since=asked.get("since"), until=asked.get("until"),
            due="due" in asked, as_of=asked.get("as_of"),
        )  # fmt: skip
        return [row.statement.replace(":", "-") for row in rows]


@pytest.mark.parametrize(
    "asked",
    [{}, {"words": "ferry"}, {"since": "2031-04-01"}, {"until": "2031-04-02"}, {"due": "1"},
     {"as_of": "2031-04-03"}, {"words": "bridge", "due": "1"}],
    ids=str,
)  # fmt: skip
def test_the_page_lists_what_the_ledger_lists(site: Site, asked: dict[str, str]) -> None:
    assert anchors(site.get("/timeline", **asked)) == known(site, **asked)


def test_each_month_has_one_heading_in_order(site: Site) -> None:
    months = re.findall(r"<h2>(\d{4}-\d\d)</h2>", site.get("/timeline"))
    assert len(months) > 1
    assert months == sorted(set(months))


def test_a_long_timeline_goes_on_behind_the_cursor(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline, "ROWS", 2)
    every = known(site)
    found = [anchors(site.get("/timeline", after=start)) for start in range(0, len(every), 2)]
    assert [one for page in found for one in page] == every


def test_a_filter_goes_along_to_the_next_page(own_site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline, "ROWS", 1)
    further = [
        one for one in links(own_site.get("/timeline", words="ferry"), "/timeline?") if "after=1" in one
    ]
    assert further
    assert all("words=ferry" in one for one in further)


def test_a_day_that_is_none_is_said(site: Site) -> None:
    assert site.client.get("/timeline", params={"until": "2031"}).status_code == 400


def test_a_ledger_without_times_teaches_what_they_are(empty_site: Site) -> None:
    assert "No times yet" in empty_site.get("/timeline")
    assert "No time fits" not in empty_site.get("/timeline")
