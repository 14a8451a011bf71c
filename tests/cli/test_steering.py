"""What people sign, what documents say and what a file hands on steers no terminal and starts no formula."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.calls import Call, sayso

STEER = "\x1b]0;owned\x07\u202e"
BY, WHY = f"=1+1{STEER}Ames", f"@so{STEER}"
TEXT = f"""---
title: Bridge {STEER}
publisher: Radio {STEER} Hest
published: 2031-05-01
---
The mayor of Quill said that the new {STEER} bridge over the Tarn would be opened to lorries in July.
The Ministry of Roads told Radio Hest that the tower would be {STEER} pulled down by June.
"""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("steering")
    (folder / "a.md").write_text(TEXT, encoding="utf-8")
    place = str(folder / "a.db")
    assert sayso("add", "--rules", "--ledger", place, str(folder / "a.md")).code == 0
    return place


def signed(path: str, *words: str) -> Call:
    return sayso("judge", *words, "--ledger", path, "--by", BY, "--why", WHY, "--table")


def steers(call: Call) -> bool:
    return any(char in call.out + call.err for char in "\x1b\x07\u202e")


def listed(path: str) -> Iterator[tuple[str, ...]]:
    """Calls that show what was signed."""
    (one, *_) = sayso("expectations", "--limit", "0", "--ledger", path).json()
    yield from (("expectations", one["id"]), ("expectations",), ("judge", "list"), ("judge", "orphans"))
    yield from (("claims",), ("claim", one["proposition"]), ("changes", "--since", "2031-01-01"))


def test_no_verb_that_shows_what_was_signed_steers_a_terminal(path: str) -> None:
    (one, *_) = sayso("expectations", "--limit", "0", "--ledger", path).json()
    calls = [signed(path, "outcome", one["proposition"], "broken")]
    calls.append(signed(path, "act", one["statement"], "promise"))
    calls.append(signed(path, "word", one["proposition"], "likely"))
    calls += [sayso(*words, "--ledger", path, "--table") for words in listed(path)]
    assert not [call for call in calls if steers(call)]
    assert any("Ames" in call.out for call in calls)


def test_no_cell_of_a_table_starts_a_formula(path: str) -> None:
    signed(path, "word", sayso("claims", "--ledger", path).json()[0]["id"], "likely")
    for words in listed(path):
        out = sayso(*words, "--ledger", path, "--csv").out
        assert not any(cell.strip('"')[:1] in {"=", "@", "\t"} for row in out.splitlines()
                       for cell in row.split(","))  # fmt: skip


def test_what_does_not_fit_is_named_without_steering(path: str, tmp_path: Path) -> None:
    signed(path, "word", sayso("claims", "--ledger", path).json()[0]["id"], "likely")
    found = sayso("judge", "export", "--ledger", path).json()
    for anchor in found["anchors"]:
        anchor.update(publisher=STEER, text=STEER, document="d:elsewhere")
    (tmp_path / "j.json").write_text(json.dumps(found), encoding="utf-8")
    (tmp_path / "b.md").write_text(TEXT.replace("2031-05-01", "2031-05-02"), encoding="utf-8")
    other = str(tmp_path / "b.db")
    sayso("add", "--rules", "--ledger", other, str(tmp_path / "b.md"))
    call = sayso("judge", "replay", str(tmp_path / "j.json"), "--ledger", other, "--table")
    assert call.code == 3
    assert not steers(call)


def test_a_call_that_cannot_be_is_refused_without_steering(path: str) -> None:
    call = signed(path, "source", f"s:{STEER}", f"no words {STEER}")
    assert call.code == 2
    assert not steers(call)
