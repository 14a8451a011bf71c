"""The verbs of a ledger: shapes on standard output, problems on standard error, exit codes that tell."""

import csv
import io
import json
from pathlib import Path

import jsonschema
import msgspec
import pytest

from sayso.cli import VERBS
from sayso.model import Claim
from sayso.show.shapes import schema
from tests.cli.calls import Call, process, sayso
from tests.pipeline.corpora import FILES, written


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("verbs")
    written(folder / "files")
    place = str(folder / "a.db")
    call = sayso("add", "--rules", "--ledger", place, str(folder / "files"))
    assert call.code == 0, call.err
    return place


def claims(path: str, *words: str) -> list[Claim]:
    call = sayso("claims", "--ledger", path, "--json", "--limit", "0", *words)
    return msgspec.json.decode(call.out.encode(), type=list[Claim])


def main_claim(path: str) -> Claim:
    return claims(path, "--documents", "4")[0]


def test_add_tells_how_many_documents_are_new_and_how_many_claims_there_are(
    path: str, tmp_path: Path
) -> None:
    call = sayso("add", "--rules", "--ledger", str(tmp_path / "b.db"), *written(tmp_path / "files"))
    assert "5 new documents" in call.err
    assert call.out == ""


def test_a_folder_that_is_added_again_is_known(path: str) -> None:
    folder = str(Path(path).parent / "files")
    assert "5 known already" in sayso("add", "--rules", "--ledger", path, folder).err


def test_part_of_the_inputs_is_exit_code_three_and_the_rest_is_there(tmp_path: Path) -> None:
    place = str(tmp_path / "b.db")
    (tmp_path / "bad.txt").write_bytes(b"\x00" * 500)
    (tmp_path / "good.md").write_text(FILES["other.md"], encoding="utf-8")
    call = sayso("add", "--rules", "--ledger", place, str(tmp_path / "bad.txt"), str(tmp_path / "good.md"))
    assert call.code == 3
    assert "bad.txt" in call.err
    assert len(json.loads(sayso("documents", "--ledger", place, "--json").out)) == 1


def test_a_ledger_without_claims_says_so_when_something_is_added(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\x00" * 500)
    call = sayso("add", "--rules", "--ledger", str(tmp_path / "b.db"), str(tmp_path / "bad.txt"))
    assert f"; no claims in {tmp_path / 'b.db'}" in call.err


def test_retry_failed_tries_what_failed_and_nothing_else(tmp_path: Path) -> None:
    place, late = str(tmp_path / "b.db"), tmp_path / "late.md"
    assert sayso("add", "--rules", "--ledger", place, str(late)).code == 2
    late.write_text(FILES["other.md"], encoding="utf-8")
    assert sayso("add", "--rules", "--ledger", place, "--retry-failed").code == 0
    assert sayso("add", "--rules", "--ledger", place, "--retry-failed").code == 0


@pytest.mark.parametrize("words", [(), ("a", "--retry-failed")])
def test_add_takes_paths_or_what_failed(words: tuple[str, ...], tmp_path: Path) -> None:
    assert sayso("add", "--ledger", str(tmp_path / "b.db"), *words).code == 2


def test_claims_are_one_array_of_the_shape_that_the_schema_tells(path: str) -> None:
    rows = json.loads(sayso("claims", "--ledger", path, "--json", "--limit", "0").out)
    jsonschema.Draft202012Validator(json.loads(schema("claim"))).validate(rows[0])
    assert all(0.01 <= row["assessment"]["probability"] <= 0.99 for row in rows)
    assert all(row["assessment"]["lines"] for row in rows)


def test_one_claim_is_one_object_with_reasons(path: str) -> None:
    one = json.loads(sayso("claim", "--ledger", path, main_claim(path).id, "--json").out)
    assert one["origins"]["count"] == 1
    assert all(group["why"] for group in one["origins"]["groups"])


def test_claim_prints_the_tree_when_asked(path: str) -> None:
    out = sayso("claim", "--ledger", path, main_claim(path).id, "--table").out
    assert "Origins" in out
    assert "prints the text of Norland Wire" in out


def test_a_claim_is_found_by_the_beginning_of_a_statement_that_it_prints(path: str) -> None:
    claim = main_claim(path)
    printed = sayso("claim", "--ledger", path, claim.id, "--table").out
    shown = claim.statements[0].id[:10]
    assert shown in printed
    assert sayso("claim", "--ledger", path, shown, "--json").json()["id"] == claim.id


@pytest.mark.parametrize(
    "verb", [("documents",), ("search", "passengers"), ("timeline",), ("source", "ministry of waters")]
)
def test_whatever_is_listed_has_the_beginning_of_an_id_to_be_called_by(
    path: str, verb: tuple[str, ...]
) -> None:
    out = sayso(*verb, "--ledger", path, "--table").out
    rows = sayso(*verb, "--ledger", path, "--json").json()
    rows = rows if isinstance(rows, list) else rows["statements"]
    ids = [row["id"] if "id" in row else row.get("statement") or row["document"] for row in rows]
    assert ids
    assert all(id[:10] in out for id in ids)


@pytest.mark.parametrize(("id", "noun"), [("s:ffffffff", "statement"), ("p:ffffffff", "proposition"),
                                          ("c:ffffffff", "claim"), ("ffffffff", "claim")])  # fmt: skip
def test_an_id_that_is_not_there_is_called_what_it_is(path: str, id: str, noun: str) -> None:
    call = sayso("claim", "--ledger", path, id)
    assert call.code == 2
    assert f"no {noun} '{id}'" in call.err


def test_the_number_of_a_claim_is_printed_when_asked_for(path: str) -> None:
    words = ("claim", "--ledger", path, main_claim(path).id, "--table")
    assert "As a number" not in sayso(*words).out
    assert "As a number" in sayso(*words, "--number").out


@pytest.mark.parametrize("form", ["--csv", "--jsonl", "--json", "--table"])
@pytest.mark.parametrize(
    "verb", [("documents",), ("claims",), ("sources",), ("timeline",), ("search", "passengers")]
)
def test_every_list_has_every_form(path: str, verb: tuple[str, ...], form: str) -> None:
    call = sayso(verb[0], "--ledger", path, form, *verb[1:])
    assert call.code == 0, call.err
    assert call.out.strip()
    if form == "--csv":
        rows = list(csv.reader(io.StringIO(call.out)))
        assert len(rows) > 1
        assert {len(row) for row in rows} == {len(rows[0])}
    elif form == "--jsonl":
        assert all(json.loads(line) for line in call.out.splitlines())


def test_what_is_asked_for_narrows_the_list(path: str) -> None:
    assert {c.status for c in claims(path, "--status", "contested")} == {"contested"}
    assert claims(path, "no such words anywhere") == []
    assert len(json.loads(sayso("claims", "--ledger", path, "--json", "--limit", "1").out)) == 1


def test_as_of_an_earlier_day_the_denial_was_not_there(path: str) -> None:
    call = sayso("claim", "--ledger", path, main_claim(path).id, "--as-of", "2031-04-04", "--json")
    one = json.loads(call.out)
    assert (one["status"], one["as_of"]) == ("single-origin", "2031-04-04")


def test_a_source_is_shown_by_any_of_its_names(path: str) -> None:
    page = json.loads(sayso("source", "--ledger", path, "ministry of waters", "--json").out)
    assert page["source"]["denials"] == 1


@pytest.mark.parametrize(
    "words",
    [
        ("claim", "c:ffffffffff"),
        ("source", "Nobody at All"),
        ("diff", "d:ffffffffff"),
        ("claims", "--as-of", "yesterday"),
    ],
)
def test_what_is_not_there_is_said_and_exits_two(path: str, words: tuple[str, ...]) -> None:
    call = sayso(words[0], "--ledger", path, *words[1:])
    assert call.code == 2
    assert "Error" in call.err


@pytest.mark.parametrize("verb", ["claims", "documents", "sources", "timeline", "verify"])
def test_a_ledger_that_is_not_there_is_not_made_by_looking(verb: str, tmp_path: Path) -> None:
    place = tmp_path / "none.db"
    call = sayso(verb, "--ledger", str(place))
    assert call.code == 2
    assert str(place) in call.err
    assert not place.exists()


def test_a_text_is_no_ledger_and_is_left_alone(tmp_path: Path) -> None:
    place = tmp_path / "notes.txt"
    place.write_text("my notes " * 100, encoding="utf-8")
    assert sayso("claims", "--ledger", str(place)).code == 2
    assert sayso("add", "--ledger", str(place), str(place)).code == 2
    assert place.read_text(encoding="utf-8") == "my notes " * 100


def test_verify_says_whole_and_backup_makes_a_copy(path: str, tmp_path: Path) -> None:
    assert sayso("verify", "--ledger", path).out.startswith("whole")
    assert sayso("backup", "--ledger", path, str(tmp_path / "copy.db")).code == 0
    assert claims(str(tmp_path / "copy.db")) == claims(path)


def test_in_a_process_of_its_own_a_piped_list_is_json(path: str) -> None:
    call: Call = process("claims", "--ledger", path)
    assert call.code == 0
    assert isinstance(call.json(), list)


def test_every_verb_has_a_sentence_and_a_file() -> None:
    from click import Context

    from sayso.cli import main

    assert all(VERBS.values())
    assert [n for n in VERBS if main.get_command(Context(main), n) is None] == []


@pytest.mark.parametrize("verb", [("documents",), ("sources",), ("timeline",), ("search", "the")])
def test_a_list_that_is_cut_says_that_there_is_more(path: str, verb: tuple[str, ...]) -> None:
    shown = " ".join(sayso(*verb, "--ledger", path, "--limit", "1", "--table").out.split())
    assert "of more; `--limit 0` lists all." in shown
    assert "of more" not in sayso(*verb, "--ledger", path, "--limit", "0", "--table").out
    assert len(sayso(*verb, "--ledger", path, "--limit", "1", "--json").json()) == 1


def test_nothing_found_says_what_would_find_more(path: str) -> None:
    assert "Fewer words" in sayso("search", "zebra", "--ledger", path, "--table").out
    assert "None of the ledger’s claims fits" in sayso("claims", "zebra", "--ledger", path, "--table").out
    early = sayso("claims", "--as-of", "1990-01-01", "--ledger", path, "--table").out
    assert "None of the ledger’s claims fits" in early


def test_a_word_where_an_id_is_wanted_is_told_where_words_are_looked_for(path: str) -> None:
    assert "`sayso claims Zebra`" in sayso("claim", "Zebra", "--ledger", path).err
    assert "`sayso sources`" in sayso("source", "Zebra", "--ledger", path).err


def test_an_add_of_nothing_still_makes_a_sentence(path: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = sayso("add", "--ledger", path, str(tmp_path / "empty"))
    assert "sayso: no new documents; " in done.err
    gone = sayso("add", "--ledger", path, str(tmp_path / "gone.md"))
    assert "sayso: no new documents, 1 failed; " in gone.err
