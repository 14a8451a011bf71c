"""The pictures of the documentation: files that stand alone, small, with their data, each shown on a page."""

import json
from pathlib import Path

import pytest
from lxml import etree

DOCS = Path(__file__).parents[2] / "docs"
FILES = sorted((DOCS / "images" / "pictures").glob("*.svg"))


def test_the_page_shows_every_picture_there_is() -> None:
    page = (DOCS / "explanation" / "pictures.md").read_text(encoding="utf-8")
    assert len(FILES) == 5
    assert all(f"images/pictures/{path.name})" in page for path in FILES)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_picture_is_small_and_holds_its_table(path: Path) -> None:
    assert path.stat().st_size < 40_000
    table = json.loads(etree.parse(path).getroot().findtext("{*}metadata") or "")
    assert table["rows"]
    assert {len(row) for row in table["rows"]} == {len(table["columns"])}
