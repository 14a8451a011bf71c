"""Folders: order, links, hidden files and `.saysoignore`."""

from pathlib import Path

import pytest

from sayso.errors import Problem
from sayso.ingest.folders import files_in
from sayso.ingest.ignore import rules_of


def filled(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("He said so.", encoding="utf-8")
    return root


def listed(root: Path) -> list[str]:
    return [
        (found.where if isinstance(found, Problem) else found).removeprefix(f"{root}/")
        for found in files_in(str(root))
    ]


def test_files_come_by_name_and_folder_by_folder(tmp_path: Path) -> None:
    assert listed(filled(tmp_path, "b.txt", "a/z.txt", "a/b/c.txt", "c.txt")) == [
        "a/b/c.txt", "a/z.txt", "b.txt", "c.txt",
    ]  # fmt: skip


def test_hidden_files_and_what_pages_need_are_left_out(tmp_path: Path) -> None:
    root = filled(tmp_path, ".git/config", ".a.txt", "a_files/b.css", "a_files/b.png", "a.html")
    assert listed(root) == ["a.html"]


def test_a_file_is_itself_and_so_is_one_that_is_missing(tmp_path: Path) -> None:
    path = str(filled(tmp_path, ".hidden.txt") / ".hidden.txt")
    assert list(files_in(path)) == [path]
    assert list(files_in("missing")) == ["missing"]
    assert list(files_in("-")) == ["-"]


def test_links_out_of_the_folder_and_in_circles_are_not_followed(tmp_path: Path) -> None:
    root = filled(tmp_path / "in", "a.txt")
    filled(tmp_path, "out.txt")
    (root / "b.txt").symlink_to(tmp_path / "out.txt")
    (root / "circle").symlink_to(root)
    (root / "same.txt").symlink_to(root / "a.txt")
    found = list(files_in(str(root)))
    assert [one for one in found if isinstance(one, str)] == [str(root / "a.txt")]
    assert [one.where for one in found if isinstance(one, Problem)] == [
        str(root / "b.txt"),
        str(root / "circle"),
    ]


def test_an_ignore_file_holds_for_its_folder_and_below(tmp_path: Path) -> None:
    root = filled(tmp_path, "a.txt", "a.tmp", "old/b.txt", "new/b.txt", "new/draft.txt", "new/old/c.txt")
    (root / ".saysoignore").write_text("*.tmp\n/old/\n", encoding="utf-8")
    (root / "new" / ".saysoignore").write_text("draft*\n", encoding="utf-8")
    assert listed(root) == ["a.txt", "new/b.txt", "new/old/c.txt"]


@pytest.mark.parametrize(
    ("pattern", "path", "is_left_out"),
    [
        ("*.txt", "a/b.txt", True),
        ("/*.txt", "a/b.txt", False),
        ("a/*.txt", "a/b.txt", True),
        ("a/*.txt", "a/c/b.txt", False),
        ("a/**/b.txt", "a/b.txt", True),
        ("a/**/b.txt", "a/x/y/b.txt", True),
        ("**/b.txt", "a/b.txt", True),
        ("a/**", "a/b/c.txt", True),
        ("a/**", "a", False),
        ("b?[0-9].txt", "bx7.txt", True),
        ("b.txt/", "b.txt", False),
        ("# *.txt", "b.txt", False),
        ("", "b.txt", False),
        ("!", "b.txt", False),
        ("\\#a", "#a", True),
        ("*.txt\n!b.txt", "b.txt", False),
        ("!b.txt\n*.txt", "b.txt", True),
        ("**", "a/b.txt", True),
    ],
)
def test_a_pattern_means_what_it_means_in_git(pattern: str, path: str, is_left_out: bool) -> None:
    assert rules_of(pattern).leave_out(tuple(path.split("/")), is_folder=False) is is_left_out


def test_a_hostile_pattern_costs_little() -> None:
    rules = rules_of("*a" * 60 + "\n" + "**/" * 200 + "b\n" + "[" * 200)
    assert not rules.leave_out(("a" * 90 + "b",) * 60, is_folder=False)
