"""Errors on pages lead to pages: no command stands where a link would help."""

import click
import pytest

from sayso.cli import main
from sayso.web.mentions import PAGES, for_pages
from tests.web.site import Site, links


def linked(path: str, **query: str) -> str:
    asked = "&".join(f"{key}={value}" for key, value in query.items() if value)
    return path + (f"?{asked}" if asked else "")


def told(what: str, ledger: str = "/home/a/my.db") -> str:
    return for_pages(what, ledger, linked).html


@pytest.mark.parametrize(
    ("what", "html"),
    [
        ("see `sayso judge list`", 'see <a href="/log">Log</a>'),
        ("see `sayso claims` and `sayso claim ID`", 'see <a href="/claims">Claims</a>'),
        ("with this word: `sayso claims ferry`", 'with this word: <a href="/claims?words=ferry">ferry</a>'),
        ("no claim 'c:1' in /home/a/my.db", "no claim &#x27;c:1&#x27; in this ledger"),
        ("say which words do (`judge cue`)", "say which words do (“By which words”)"),
        ("give --published where you know better", "give the day of publication where you know better"),
        ("needs `sayso[tables]`", "needs <code>sayso[tables]</code>"),
        ("`sayso fetch <b>` keeps it", "<code>sayso fetch &lt;b&gt;</code> keeps it"),
        ("a--published b", "a--published b"),
    ],
)
def test_a_command_is_the_page_that_does_the_same(what: str, html: str) -> None:
    assert told(what) == html


def test_every_verb_that_has_a_page_is_one_of_the_command(site: Site) -> None:
    verbs = main.list_commands(click.Context(main))
    assert {name.partition(" ")[0] for name in PAGES} <= set(verbs)
    for path, _ in PAGES.values():
        assert site.get(path)


@pytest.mark.parametrize(
    ("path", "leads"),
    [
        ("/claims/c:ffffffff", "/claims"), ("/claims/ab", "/claims"), ("/claims/nothing", "/claims?words="),
        ("/sources/Nobody At All", "/sources"), ("/expectations/e:ffff", "/expectations"),
    ],
)  # fmt: skip
def test_what_is_not_there_leads_to_where_it_may_be(site: Site, path: str, leads: str) -> None:
    answer = site.client.get(path)
    main = answer.text.partition("<main")[2]
    problem = main.partition('class="problem">')[2].partition("</p>")[0]
    assert answer.status_code in {400, 404}
    assert "`" not in main
    assert str(site.serving.held.path) not in main
    assert links(problem, leads)


def test_the_way_back_is_as_of_the_same_day() -> None:
    assert 'href="/claims?as_of=2031-04-02"' in for_pages(
        "see `sayso claims`", "l.db", lambda path, **_: f"{path}?as_of=2031-04-02"
    ).html  # fmt: skip
