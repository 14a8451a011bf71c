"""`sayso judge …` on readings, `sayso judge orphans`, `export-training`, and `sayso forget`."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from sayso.cli.judge import VERBS
from sayso.cli.judge import command as judge
from sayso.model import Statement
from sayso.pipeline import Ledger
from sayso.show.shapes import schema
from tests.cli.calls import Call, sayso
from tests.pipeline.corrections import corrected_ledger, hearing, opened, said

SIGNED = ("--by", "R. Ames", "--why", "read it again")


@pytest.fixture
def path(tmp_path: Path) -> str:
    corrected_ledger(tmp_path).close()
    return str(tmp_path / "c.db")


def statement(path: str, words: str) -> Statement:
    with opened(Path(path)) as held:
        return said(held, words)


def call(path: str, what: str, *words: str) -> Call:
    return sayso("judge", what, *words, *SIGNED, "--ledger", path)


def test_a_correction_is_printed_as_a_judgement_and_is_read_from_then_on(path: str) -> None:
    before = statement(path, "nine passengers")
    done = call(path, "source", before.id, "Tessa Vorn")
    assert done.code == 0, done.err
    made = json.loads(done.out)
    jsonschema.Draft202012Validator(json.loads(schema("judgement"))).validate(made)
    assert made["targets"] == [before.id, before.document]
    assert statement(path, "nine passengers").source.name == "Tessa Vorn"
    shown = sayso("claim", statement(path, "nine passengers").id, "--ledger", path, "--table").out
    assert "Norland Wire ← Tessa Vorn  (as a person corrected it)" in shown


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("source", ("--nobody",)),
        ("cue", ("According to",)),
        ("cue", ("--none",)),
        ("content", ("the ferry Saint Osric sank off Port Arless",)),
        ("act", ("deny",)),
        ("evidentiality", ("direct",)),
        ("factuality", ("PR-", "--words", "nine passengers drowned")),
        ("time", ("on Tuesday", "--from", "2031-04-01", "--to", "2031-04-01")),
        ("time", ("on Tuesday", "--none")),
        ("anonymous", ("no",)),
        ("not-a-statement", ()),
    ],
)
def test_every_matter_can_be_judged(path: str, what: str, words: tuple[str, ...]) -> None:
    before = statement(path, "nine passengers")
    done = call(path, what, before.id, *words)
    assert done.code == 0, done.err
    assert json.loads(done.out)["what"] == what
    with Ledger(path, read_only=True) as held:
        corrected = [s for s in held.statements(before.document) if s.corrected_by]
        assert len(corrected) == (0 if what == "not-a-statement" else 1)
        assert held.verify()[0] == ()


def test_a_missed_statement_is_added(path: str) -> None:
    with opened(Path(path)) as held:
        document = hearing(held)
    words = ("--source", "Tessa Vorn", "--cue", "leads", "--content", "the inquiry", "--at", "258")
    done = call(path, "statement", document, *words, "--act", "perceive")
    assert done.code == 0, done.err
    assert statement(path, "the inquiry").act == "perceive"


def test_on_a_terminal_it_says_what_is_read_now(path: str) -> None:
    before = statement(path, "nine passengers")
    done = call(path, "source", before.id, "Tessa Vorn", "--table")
    assert "Norland Wire ← Tessa Vorn: at least nine passengers" in done.out
    assert "judge revoke j:" in done.out


@pytest.mark.parametrize(
    ("what", "words", "named"),
    [
        ("source", ("S", "nobody at all"), "does not stand in this text"),
        ("source", ("S", "the inquiry"), "say which with --at"),
        ("time", ("S", "on Tuesday", "--none", "--from", "2031-04-01"), "no days"),
        ("act", ("S", "shout"), "shout"),
        ("act", ("s:none", "deny"), "no statement"),
        ("statement", ("d:none", "--content", "x"), "no document"),
    ],
)
def test_what_cannot_be_is_a_usage_error(path: str, what: str, words: tuple[str, ...], named: str) -> None:
    id = statement(path, "nine passengers").id
    done = call(path, what, *(id if word == "S" else word for word in words))
    assert done.code == 2
    assert named in done.err


def test_every_judgement_is_signed(path: str) -> None:
    id = statement(path, "nine passengers").id
    done = sayso("judge", "act", id, "deny", "--ledger", path)
    assert done.code == 2
    assert "--by" in done.err


def test_a_signature_may_be_set_once(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_BY", "T. Bell")
    id = statement(path, "nine passengers").id
    done = sayso("judge", "act", id, "deny", "--why", "read it again", "--ledger", path)
    assert json.loads(done.out)["by"] == "T. Bell"


def test_orphans_are_listed_and_are_an_exit_code(path: str) -> None:
    assert sayso("judge", "orphans", "--ledger", path, "--table").out == "Nothing here.\n"
    with opened(Path(path)) as held:
        held._store.judge("word", ("p:gone",), {"word": "likely"}, by="R. Ames", why="heard so")
    listed = sayso("judge", "orphans", "--ledger", path, "--json")
    assert listed.code == 1
    rows: list[Any] = json.loads(listed.out)
    jsonschema.Draft202012Validator(json.loads(schema("orphan"))).validate(rows[0])
    assert "not in this ledger" in sayso("judge", "orphans", "--ledger", path, "--table").out


def test_corrected_documents_are_exported_for_training(path: str, tmp_path: Path) -> None:
    file = tmp_path / "training.jsonl"
    assert "0 documents" in sayso("judge", "export-training", str(file), "--ledger", path).err
    call(path, "source", statement(path, "nine passengers").id, "Tessa Vorn")
    done = sayso("judge", "export-training", str(file), "--ledger", path)
    assert "belong to their publishers" in done.err
    (row,) = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    (by_hand,) = [one for one in row["relations"] if one["by_hand"]]
    start, end = by_hand["source"][0]
    assert row["text"][start:end] == "Tessa Vorn"
    assert all(one["cue"] for one in row["relations"])
    assert sayso("judge", "export-training", "-", "--ledger", path).out == file.read_text(encoding="utf-8")
    assert sayso("judge", "export-training", str(tmp_path), "--ledger", path).code == 2


def test_the_training_reads_what_is_exported(path: str) -> None:
    from training.tagger.data import _from_json

    call(path, "content", statement(path, "nine passengers").id, "at least nine passengers drowned")
    row = json.loads(sayso("judge", "export-training", "-", "--ledger", path).out)
    relations = [_from_json(one) for one in row["relations"]]
    assert any(
        row["text"][s:e] == "at least nine passengers drowned" for r in relations for s, e in r.content
    )


def test_what_is_forgotten_is_gone_and_what_is_left_is_said(path: str) -> None:
    with opened(Path(path)) as held:
        document = hearing(held)
    call(path, "act", statement(path, "nine passengers").id, "deny")
    begun = sayso("forget", document[:10], *SIGNED, "--ledger", path)
    assert begun.code == 2
    assert f"give it whole, {document}" in begun.err
    done = sayso("forget", document, *SIGNED, "--ledger", path)
    assert done.code == 0, done.err
    assert "what people wrote as reasons about it stays, in j:" in done.err
    assert document not in {
        row["id"] for row in json.loads(sayso("documents", "--ledger", path, "--json").out)
    }
    assert sayso("verify", "--ledger", path).code == 0
    assert sayso("forget", "d:none", *SIGNED, "--ledger", path).code == 2


def test_every_matter_has_a_sentence_and_a_file() -> None:
    from click import Context, Group

    assert isinstance(judge, Group)
    assert all(VERBS.values())
    assert [n for n in VERBS if judge.get_command(Context(judge), n) is None] == []
    assert "not-a-statement" in sayso("judge", "--help").out
