"""Hostile words in every field of every page stay words."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sayso.pipeline import Ledger
from sayso.web.serving import Serving
from tests.web.payloads import PAYLOADS, report

MARK = "alert(1)"


def test_words_that_try_to_be_markup_stay_words(
    visit: Callable[..., Any], serving: Serving, tmp_path: Path
) -> None:
    file = tmp_path / "'><img src=x onerror=alert(1)>.jsonl"
    lines = (json.dumps(report(payload)) for payload in PAYLOADS)
    file.write_text("\n".join(lines), encoding="utf-8")
    guest = visit()
    page = guest.page
    page.locator("#add input[type=file]").set_input_files(file)
    page.locator("#add button").click()
    serving.held.wait()  # until it is added
    seen = 0
    for path in pages(serving):
        page = guest.go(path)
        seen += MARK in page.locator("body").inner_text()
        assert page.locator("script:not([src])").count() == 0, path
        assert page.locator("main :is(img, iframe, base, [onerror], [onload], [srcdoc])").count() == 0, path
        assert page.locator("a[href^='javascript:']").count() == 0, path
        assert page.url.startswith(guest.root), path
    assert seen >= sum(MARK in payload for payload in PAYLOADS)
    assert (guest.troubles, guest.elsewhere) == ([], [])


def pages(serving: Serving) -> list[str]:
    """Every page that shows something of the hostile reports."""
    with Ledger(serving.held.path, read_only=True) as ledger:
        rows = [row for row in ledger.documents() if row.publisher and row.publisher.startswith("Wire")]
    assert len(rows) == len(PAYLOADS)
    return ["/", "/?since=2031-01-01", "/documents", *(f"/documents/{row.id}" for row in rows)]
