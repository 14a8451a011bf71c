"""The page of a dossier: strict policy, links that lead somewhere, a place for a picture, a fragment."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from sayso.model import Dossier
from sayso.pipeline import Ledger
from sayso.show.dossier.page import dossier_fragment, dossier_page
from sayso.show.page_head import csp_hash
from sayso.show.page_markup import Markup
from sayso.show.page_style import style
from tests.pipeline.bridge_files import bridge_ledger
from tests.show.page_parser import Page


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with bridge_ledger(tmp_path_factory.mktemp("page")) as ledger:
        yield ledger


@pytest.fixture(scope="module")
def dossier(held: Ledger) -> Dossier:
    return held.dossier("Quill")


def test_nothing_is_loaded_and_only_its_own_style_is_allowed(dossier: Dossier) -> None:
    page = Page(dossier_page(dossier))
    (policy,) = [known["content"] for _, known in page.elements if "http-equiv" in known]
    assert f"style-src '{csp_hash(style('dossier_frame.css') + style('dossier.css'))}'" in policy
    assert "default-src 'none'" in policy
    assert page.values("src") == []
    assert "style" not in {name for _, known in page.elements for name in known}
    assert not [tag for tag, _ in page.elements if tag in {"script", "link", "img", "form"}]


def test_every_link_leads_to_a_place_of_the_page(dossier: Dossier) -> None:
    page = Page(dossier_page(dossier))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in page.values("href")} <= set(ids)


def test_a_fragment_is_the_same_without_a_page_around_it(dossier: Dossier) -> None:
    fragment = dossier_fragment(dossier)
    assert fragment in dossier_page(dossier)
    assert fragment.startswith('<div class="dossier">')
    assert all(id.startswith("dossier-") for id in Page(fragment).values("id"))


def test_a_picture_stands_before_the_table_of_its_section(dossier: Dossier) -> None:
    drawn = dossier_page(dossier, {"promises": Markup("<svg></svg>")})
    assert drawn.index("<svg>") < drawn.index("<table>")
    assert "<svg>" not in dossier_page(dossier)


def test_headings_go_down_one_step_at_a_time(dossier: Dossier) -> None:
    levels = [int(tag[1]) for tag, _ in Page(dossier_page(dossier)).elements if tag in {"h1", "h2", "h3"}]
    assert levels[0] == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))


def test_a_subject_without_anything_has_a_page_that_teaches(tmp_path: Path, held: Ledger) -> None:
    page = Page(dossier_page(held.dossier("volcano")))
    assert any("Nothing in this ledger is on “volcano”" in words for words in page.words)
    with Ledger(tmp_path / "empty.db") as empty:
        words = " ".join(Page(dossier_page(empty.dossier("volcano"))).words)
    assert "sayso add" in words
