"""An editor's way from a file to an origin, to a judgement and back, at three widths and without script."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from sayso.web.serving import Serving

REPORT = """---
title: Drowned off Arless
publisher: Ferry Gazette
published: 2031-04-06
---
According to Norland Wire, at least nine passengers drowned when the ferry Saint Osric sank off Port Arless
on Tuesday. The Harbour Office promised to raise the wreck by 1 May 2031.
"""
DRAFT = "At least ninety passengers drowned when the ferry Saint Osric sank off Port Arless on Tuesday."
WAYS = [(width, script) for script in (True, False) for width in (1200, 768, 360)]


@pytest.mark.parametrize(("width", "script"), WAYS)
def test_add_read_follow_judge_undo_check_and_keep(
    visit: Callable[..., Any], serving: Serving, tmp_path: Path, width: int, script: bool
) -> None:
    guest = visit(width=width, script=script)
    page: Page = guest.page
    added(page, serving, guest, tmp_path)
    read(page)
    followed(page)
    judged_and_undone(page)
    checked(page, guest)
    kept(page, guest, tmp_path)
    assert (guest.troubles, guest.elsewhere) == ([], [])


def added(page: Page, serving: Serving, guest: Any, folder: Path) -> None:
    (folder / "drowned.md").write_text(REPORT, encoding="utf-8")
    page.locator("#add input[type=file]").set_input_files(folder / "drowned.md")
    page.locator("#add").get_by_role("button", name="Add").click()
    serving.held.wait()
    guest.go(page.url.removeprefix(guest.root))
    page.get_by_role("link", name="Drowned off Arless").click()


def read(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("Drowned off Arless")
    card = page.locator(".card").filter(has_text="at least nine passengers drowned").first
    card.locator("a[href^='/claims/']").click()


def followed(page: Page) -> None:
    """The claim says at once on whose word it stands, and leads to the text that has it first-hand."""
    expect(page.locator("main .lead")).to_contain_text("Harbour Office")
    expect(page.locator("#origins")).to_contain_text("Ferry Gazette")
    back = page.url
    page.locator("#origins .tree a").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Nine dead")
    page.goto(back)


def judged_and_undone(page: Page) -> None:
    before = page.locator("#statements .told > li").count()
    forms = page.locator("#judge details").filter(has_text="A statement does not belong here")
    forms.locator("summary").click()
    forms.get_by_role("checkbox").last.check()
    forms.get_by_label("Why").fill("another ferry")
    forms.get_by_role("button", name="Take them out").click()
    expect(page.locator(".done")).to_contain_text("another ferry")
    assert page.locator("#statements .told > li").count() < before
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".done")).to_contain_text("Taken back")
    expect(page.locator("#statements .told > li")).to_have_count(before)


def checked(page: Page, guest: Any) -> None:
    guest.go("/check")
    page.locator("main textarea").fill(DRAFT)
    page.locator("main").get_by_role("button", name=re.compile("^Check")).click()
    expect(page.locator("main")).to_contain_text("ninety")
    assert page.locator("mark").count() >= 1


def kept(page: Page, guest: Any, folder: Path) -> None:
    guest.go("/export?subject=ferry")
    with page.expect_download() as found:
        page.get_by_role("button", name="CSV").click()
    found.value.save_as(folder / "kept.csv")
    assert "Saint Osric" in (folder / "kept.csv").read_text(encoding="utf-8")


def test_everything_is_reached_by_keys_alone(visit: Callable[..., Any]) -> None:
    guest = visit()
    page: Page = guest.page
    page.keyboard.press("g")
    page.keyboard.press("c")
    expect(page.get_by_role("heading", level=1)).to_have_text("Claims")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator("#origins")).to_be_visible()
    page.keyboard.press("/")
    page.keyboard.type("ferry")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("Saint Osric")
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert (guest.troubles, guest.elsewhere) == ([], [])


@pytest.mark.parametrize("script", [True, False])
def test_the_way_to_undo_a_correction_is_in_sight_beside_it(visit: Callable[..., Any], script: bool) -> None:
    guest = visit(script=script)
    page: Page = guest.go("/documents")
    page.get_by_role("link", name="A hearing at Quill").click()
    page.locator("a.correct").last.click()
    page.get_by_label("Why").fill("the act was misread")
    page.locator("select[name=act]").select_option("deny")
    page.locator("button[value=act]").click()
    expect(page.locator(".card:target")).to_be_in_viewport()
    expect(page.get_by_role("button", name="Undo")).to_be_in_viewport()


def test_a_finding_about_a_denial_is_not_drawn_as_denied_words(visit: Callable[..., Any]) -> None:
    page: Page = visit().go("/check")
    page.locator("main textarea").fill(DRAFT)
    page.locator("main").get_by_role("button", name=re.compile("^Check")).click()
    card = page.locator(".checked .card").first
    card.evaluate("one => one.classList.add('k-denied')")
    expect(card).to_have_css("text-decoration-line", "none")
