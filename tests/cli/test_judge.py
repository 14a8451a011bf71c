"""`sayso judge …`: signed, revoked, listed, handed on; bad calls are told in a sentence."""

import csv
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from sayso.cli.judge import VERBS
from sayso.show.shapes import schema
from tests.cli.calls import Call, sayso
from tests.pipeline.corpora import FILES, written

SIGNED = ("--by", "R. Ames", "--why", "the desk compared them")
EVIDENCE = (
    "--kind", "interview", "--reference", "note 14", "--stance", "supports", "--strength", "weak",
    "--text", "The hull was torn open.",
)  # fmt: skip


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("judge")
    written(folder / "files")
    call = sayso("add", "--rules", "--ledger", str(folder / "a.db"), str(folder / "files"))
    assert call.code == 0, call.err
    return folder / "a.db"


@pytest.fixture
def path(base: Path, tmp_path: Path) -> str:
    return str(shutil.copyfile(base, tmp_path / "b.db"))


def judge(path: str, what: str, *words: str, signed: tuple[str, ...] = SIGNED) -> Call:
    return sayso("judge", what, *words, *signed, "--ledger", path)


def claim(path: str, words: str) -> Any:
    rows = sayso("claims", "--ledger", path, "--json", "--limit", "0").json()
    return next(row for row in rows if words in row["gist"])


def test_a_judgement_is_printed_as_its_shape_and_signed(path: str) -> None:
    made = judge(path, "outcome", claim(path, "drowned")["id"], "holds").json()
    jsonschema.Draft202012Validator(json.loads(schema("judgement"))).validate(made)
    assert (made["by"], made["why"], made["value"]) == (SIGNED[1], SIGNED[3], {"outcome": "holds"})
    jsonschema.Draft202012Validator(json.loads(schema("claim"))).validate(claim(path, "drowned"))


def test_the_environment_may_sign_and_without_a_signature_nothing_is_done(
    path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = claim(path, "drowned")["id"]
    monkeypatch.delenv("SAYSO_BY", raising=False)
    assert judge(path, "word", id, "likely", signed=("--why", "so it seems")).code == 2
    assert judge(path, "word", id, "likely", signed=("--by", "R. Ames")).code == 2
    monkeypatch.setenv("SAYSO_BY", "T. Bell")
    assert judge(path, "word", id, "likely", signed=("--why", "so it seems")).json()["by"] == "T. Bell"


CALLS: dict[str, Callable[[Any, Any], tuple[str, ...]]] = {
    "same": lambda a, b: (a["id"], b["id"]),
    "not-same": lambda a, b: (a["id"], b["id"]),
    "split": lambda a, b: (a["id"], a["statements"][-1]["id"]),
    "stance": lambda a, b: (b["statements"][0]["proposition"], a["id"], "denies"),
    "origin": lambda a, b: ("own", a["statements"][0]["document"]),
    "kind": lambda a, b: ("Ministry of Waters", "organization"),
    "outcome": lambda a, b: (a["id"], "fails"),
    "word": lambda a, b: (a["id"], "very likely"),
    "evidence": lambda a, b: (a["id"], *EVIDENCE),
}


@pytest.mark.parametrize("what", CALLS)
def test_every_matter_is_judged_listed_shown_and_revoked(path: str, what: str) -> None:
    before = sayso("claims", "--ledger", path, "--json", "--limit", "0").out
    call = judge(path, what, *CALLS[what](claim(path, "drowned"), claim(path, "bridge")))
    assert call.code == 0, call.err
    made = call.json()
    assert made["id"] in sayso("judge", "list", "--ledger", path, "--table").out
    assert made["why"] in sayso("judge", "show", made["id"][:8], "--ledger", path, "--table").out
    assert sayso("claims", "--ledger", path, "--json", "--limit", "0").out != before
    assert judge(path, "revoke", made["id"]).code == 0
    assert sayso("claims", "--ledger", path, "--json", "--limit", "0").out == before


@pytest.mark.parametrize("form", ["--csv", "--jsonl", "--json", "--table"])
def test_the_list_has_every_form(path: str, form: str) -> None:
    judge(path, "word", claim(path, "drowned")["id"], "likely")
    out = sayso("judge", "list", "--ledger", path, form).out
    assert "likely" in out
    if form == "--csv":
        rows = list(csv.reader(io.StringIO(out)))
        assert [len(row) for row in rows] == [len(rows[0])] * 2


def test_the_list_is_narrowed_by_matter_standing_person_and_claim(path: str) -> None:
    id, other = claim(path, "drowned")["id"], claim(path, "bridge")["id"]
    judge(path, "outcome", id, "holds")
    judge(path, "outcome", id, "fails")
    judge(path, "word", other, "likely", signed=("--by", "T. Bell", "--why", "heard it"))

    def found(*words: str) -> list[str]:
        return [r["judgement"]["what"] for r in sayso("judge", "list", "--ledger", path, *words).json()]

    assert found() == ["outcome", "outcome", "word"]
    assert found("--what", "word") == found("--by", "T. Bell") == found("--claim", other) == ["word"]
    assert found("--standing", "overruled") == ["outcome"]
    assert found("--standing", "orphaned") == []


def test_a_claim_shows_what_people_decided_of_it(path: str) -> None:
    id = claim(path, "drowned")["id"]
    assert "What people decided" not in sayso("claim", id, "--ledger", path, "--table").out
    judge(path, "evidence", id, *EVIDENCE)
    out = sayso("claim", id, "--ledger", path, "--table").out
    assert "What people decided" in out
    assert "note 14 (interview, added by hand)" in out


def test_judgements_are_replayed_on_another_ledger_and_once_more_does_nothing(
    base: Path, path: str, tmp_path: Path
) -> None:
    judge(path, "same", claim(path, "drowned")["id"], claim(path, "bridge")["id"])
    judge(path, "kind", "Ministry of Waters", "organization")
    file, other = str(tmp_path / "j.json"), str(shutil.copyfile(base, tmp_path / "other.db"))
    assert sayso("judge", "export", file, "--ledger", path).code == 0
    assert sayso("judge", "export", "--ledger", path).out == Path(file).read_text()
    jsonschema.Draft202012Validator(json.loads(schema("export"))).validate(json.loads(Path(file).read_text()))
    did = [row["did"] for row in sayso("judge", "replay", file, "--ledger", other).json()]
    assert did == ["applied", "applied"]
    assert claim(other, "drowned") == claim(path, "drowned")
    again = sayso("judge", "replay", file, "--ledger", other, "--table")
    assert (again.code, again.out) == (0, "2 known already.\n")


def test_what_does_not_fit_is_named_and_the_rest_is_applied(path: str, tmp_path: Path) -> None:
    judge(path, "word", claim(path, "drowned")["id"], "likely")
    judge(path, "word", claim(path, "bridge")["id"], "likely")
    file, other = tmp_path / "j.json", str(tmp_path / "other.db")
    sayso("judge", "export", str(file), "--ledger", path)
    (tmp_path / "other.md").write_text(FILES["other.md"], encoding="utf-8")
    sayso("add", "--rules", "--ledger", other, str(tmp_path / "other.md"))
    call = sayso("judge", "replay", str(file), "--ledger", other)
    assert call.code == 3
    assert "the document is not in this ledger (Norland Wire, 2031-04-02)" in call.err
    assert [row["did"] for row in call.json()] == ["unfit", "applied"]


def test_a_judgement_that_was_changed_on_the_way_is_not_taken(base: Path, path: str, tmp_path: Path) -> None:
    judge(path, "word", claim(path, "drowned")["id"], "likely")
    found = sayso("judge", "export", "--ledger", path).json()
    found["judgements"][0]["value"]["word"] = "unlikely"
    file, other = tmp_path / "j.json", str(shutil.copyfile(base, tmp_path / "other.db"))
    file.write_text(json.dumps(found), encoding="utf-8")
    call = sayso("judge", "replay", str(file), "--ledger", other)
    assert (call.code, "it was changed" in call.err) == (3, True)


def test_a_revocation_is_replayed_too(base: Path, path: str, tmp_path: Path) -> None:
    made = judge(path, "word", claim(path, "drowned")["id"], "likely").json()["id"]
    file, other = str(tmp_path / "j.json"), str(shutil.copyfile(base, tmp_path / "other.db"))
    sayso("judge", "export", file, "--ledger", path)
    sayso("judge", "replay", file, "--ledger", other)
    judge(path, "revoke", made)
    sayso("judge", "export", file, "--ledger", path)
    assert [row["did"] for row in sayso("judge", "replay", file, "--ledger", other).json()] == ["revoked"]
    assert sayso("judge", "list", "--ledger", other).json()[0]["standing"] == "revoked"


@pytest.mark.parametrize(
    "words",
    [
        ("same", "c:ffffffff", "c:eeeeeeee"), ("same", "DROWNED"), ("same", "DROWNED", "DROWNED"),
        ("word", "DROWNED", "quite likely"), ("outcome", "DROWNED", "true"), ("kind", "A diver", "person"),
        ("revoke", "j:ffffffff"), ("show", "j:ffffffff"), ("stance", "s:no", "DROWNED", "denies"),
        ("origin", "same", "d:no", "d:nor"), ("origin", "own"), ("split", "DROWNED"), ("replay", "no.json"),
        ("evidence", "DROWNED", *EVIDENCE[:-1], "write to ine@harbour.example"), ("colour", "DROWNED"),
    ],
)  # fmt: skip
def test_a_bad_call_is_told_in_a_sentence_and_changes_nothing(path: str, words: tuple[str, ...]) -> None:
    id = claim(path, "drowned")["id"]
    asked = tuple(id if word == "DROWNED" else word for word in words)
    signed = () if words[0] in {"show", "replay", "colour"} else SIGNED
    call = judge(path, *asked, signed=signed)
    assert (call.code, call.out) == (2, "")
    assert "Error: " in call.err
    assert sayso("judge", "list", "--ledger", path).json() == []


@pytest.mark.parametrize("text", ["", "[]", '{"judgements": 1}', "\x00", '{"format": "other-2"}'])
def test_a_file_that_holds_no_judgements_is_refused(path: str, tmp_path: Path, text: str) -> None:
    file = tmp_path / "j.json"
    file.write_text(text, encoding="utf-8")
    call = sayso("judge", "replay", str(file), "--ledger", path)
    assert (call.code, call.out) == (2, "")


def test_a_judgement_makes_no_ledger_where_there_is_none_to_judge(tmp_path: Path) -> None:
    none = tmp_path / "none.db"
    for call in (
        sayso("judge", "list", "--ledger", str(none)),
        judge(str(none), "word", "c:00000000", "likely"),
        judge(str(none), "revoke", "j:00000000"),
    ):
        assert call.code == 2
        assert "there is no ledger" in call.err
    assert not none.exists()


def test_the_help_names_every_matter(path: str) -> None:
    out = sayso("judge", "--help").out
    assert all(name in out for name in VERBS)


def test_judgements_are_listed_and_shown_as_of_a_day(path: str) -> None:
    made = judge(path, "outcome", claim(path, "drowned")["id"], "holds").json()
    today = "2032-01-01"  # the documents are of 2031
    for verb in (("list",), ("orphans",), ("show", made["id"])):
        now = sayso("judge", *verb, "--as-of", today, "--ledger", path, "--json")
        assert now.code == 0, now.err
    assert sayso("judge", "list", "--as-of", "2020-01-01", "--ledger", path, "--json").json() == []
    none = sayso("judge", "show", made["id"], "--as-of", "2020-01-01", "--ledger", path)
    assert (none.code, "by 2020-01-01" in none.err) == (2, True)
    text = sayso("judge", "show", made["id"], "--as-of", today, "--ledger", path, "--table")
    assert "holds" in text.out


def test_a_diff_as_of_a_day_knows_no_later_text(path: str) -> None:
    row = sayso("documents", "--ledger", path, "--json").json()[-1]
    for more in ((), ("--readings",)):
        call = sayso("diff", row["id"], *more, "--as-of", "2031-01-01", "--ledger", path)
        assert (call.code, "by 2031-01-01" in call.err) == (2, True)
