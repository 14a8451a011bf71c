"""Every page, in light and dark, narrow and wide: no barrier, no error, nothing from another machine."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from sayso.pipeline import ClaimQuery, Ledger
from sayso.web.serving import Serving

PATHS = (
    "/", "/?since=2031-01-01", "/documents", "/claims", "/claims?status=contested", "/sources",
    "/expectations", "/timeline", "/search", "/search?q=ferry", "/dossier", "/dossier?subject=ferry",
    "/dossier?subject=nothing", "/export", "/export?subject=ferry", "/review", "/review?kind=readings",
    "/check", "/log", "/calibration", "/nowhere",
)  # fmt: skip
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def addresses(serving: Serving) -> list[str]:
    """One of each kind of page."""
    with Ledger(serving.held.path, read_only=True) as ledger:
        document = next(row.id for row in ledger.documents() if row.title == "A hearing at Quill")
        others = [row.id for row in ledger.documents() if row.id != document]
        claim = ledger.claims(ClaimQuery(limit=1), weighed=False).claims[0]
        source = ledger.sources(limit=1)[0]
        statement = ledger.statements(document)[0].id
    own = (
        f"/documents/{document}", f"/documents/{document}/correct",
        f"/documents/{document}/correct?statement={statement}", f"/documents/{others[0]}/beside/{others[1]}",
        f"/documents/{others[0]}/versions", f"/claims/{claim.id}", f"/claims/{claim.id}/judge",
        f"/claims/{claim.id}?as_of=2031-04-03", f"/sources/{source.id}", f"/export?claim={claim.id}",
    )  # fmt: skip
    return [*PATHS, *own]


@pytest.mark.parametrize(("width", "dark"), [(1200, False), (1200, True), (360, False), (360, True)])
def test_no_page_has_a_barrier_an_error_or_a_request_to_elsewhere(
    visit: Callable[..., Any], serving: Serving, width: int, dark: bool
) -> None:
    guest = visit(width=width, dark=dark)
    found: list[str] = []
    for path in addresses(serving):
        page = guest.go(path)
        for one in Axe().run(page, options=RULES).response["violations"]:
            where = [node["target"] for node in one["nodes"][:3]]
            found.append(f"{path}: {one['id']}: {one['help']} {where}")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"{path}: wider than the window")
    troubles = [one for one in guest.troubles if "404" not in one]  # the page that is not there is asked for
    assert (found, troubles, guest.elsewhere) == ([], [], [])
