"""Links inside the documentation lead somewhere: to a file that is there, and to a heading in it."""

import re
from pathlib import Path

import pytest

from docs.refresh import ROOT

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").glob("*.md")])
LINK = re.compile(r"(?<!`)\[[^\]\n]*\]\(([^)\s]+)\)")
IMAGE = re.compile(r'<img[^>]*? src="([^"]+)"')
CODE = re.compile(r"^```.*?^```|`[^`\n]*`", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
# Made by a command that not every checkout has run.
GENERATED = {"docs/explanation/figures.md": "python -m bench --write"}


def links(page: Path) -> list[str]:
    text = CODE.sub("", page.read_text(encoding="utf-8"))
    found = [*LINK.findall(text), *IMAGE.findall(text)]
    return [link for link in found if not re.match(r"[a-z]+:", link)]


def anchors(page: Path) -> set[str]:
    """The anchors that GitHub makes of a page's headings."""
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    plain = (
        re.sub(r"[^\w\- ]", "", re.sub(r"\]\([^)]*\)", "", heading)).lower()
        for heading in HEADING.findall(text)
    )
    return {heading.replace(" ", "-") for heading in plain}


def fault(page: Path, link: str) -> str | None:
    name, _, anchor = link.partition("#")
    target = (page.parent / name).resolve() if name else page
    if not target.exists():
        inside = target.is_relative_to(ROOT) and str(target.relative_to(ROOT)) in GENERATED
        return None if inside else f"{link}: there is no such file"
    if anchor and target.suffix == ".md" and anchor not in anchors(target):
        return f"{link}: there is no such heading"
    return None


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    assert [found for link in links(page) if (found := fault(page, link))] == []


def test_every_page_of_the_documentation_can_be_reached_from_its_first_page() -> None:
    seen, todo = set(), [ROOT / "README.md"]
    while todo:
        page = todo.pop()
        if page in seen or not page.exists():
            continue
        seen.add(page)
        names = (link.partition("#")[0] for link in links(page))
        todo += [target for name in names if (target := (page.parent / name).resolve()).suffix == ".md"]
    assert {page for page in PAGES if page.is_relative_to(ROOT / "docs")} - seen == set()
