"""Exports of a real ledger: what is chosen, as of when, what is taken out, and that nothing leaks."""

import json
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from sayso.errors import Problem, UsageError
from sayso.pipeline import ClaimQuery, Ledger, Selection
from sayso.pipeline.exporting import FORMATS, file_name
from tests.pipeline.corpora import ledger, written
from tests.show.exports.readers import READERS, pack_rows, text_of

NURSE = """---
title: Wards are full in Quill
publisher: Radio Hest
published: 2031-05-02
---
Forty people have died of fever in the hospital of Quill, a nurse at the hospital of Quill said on Monday.

The wards are full, according to a nurse at the hospital of Quill. “Nobody told us,” the nurse said.

The Ministry of Health of Velmark denied that forty people had died of fever in Quill.
"""
OTHER = """---
title: Fever in Quill
publisher: Arless Courier
published: 2031-05-06
---
Forty people have died of fever in Quill, a nurse at the hospital of Quill said. Fever has reportedly
reached Hest.
"""
DESCRIPTIONS = ("nurse at the hospital", "on Monday", "a nurse")
DAY = "2031-05-03"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of seven documents with an anonymous source in two of them."""
    folder = tmp_path_factory.mktemp("exports")
    paths = written(folder / "secret folder")
    for name, text in (("nurse.md", NURSE), ("courier.md", OTHER)):
        (folder / "secret folder" / name).write_text(text, encoding="utf-8")
        paths.append(str(folder / "secret folder" / name))
    with ledger(folder / "e.db") as held:
        list(held.add(*paths, rules=True))
        ferry = held.claims(ClaimQuery(words="ferry Osric", limit=1)).claims[0]
        held.judge("outcome", [ferry.id], {"outcome": "holds"}, by="Mar", why="the list of the dead")
    return folder / "e.db"


@pytest.fixture
def held(place: Path) -> Iterator[Ledger]:
    with Ledger(place, read_only=True) as found:
        yield found


def out(held: Ledger, format: str, selection: Selection | None = None, *, coarse: bool = False) -> bytes:
    return b"".join(held.export(format, selection, coarse=coarse))


def documents(held: Ledger, selection: Selection) -> set[str]:
    return {row["title"] for row in pack_rows(out(held, "pack", selection), "documents.jsonl")}


@pytest.mark.parametrize("format", list(FORMATS))
def test_every_statement_of_the_ledger_is_exported_once_with_its_words(held: Ledger, format: str) -> None:
    said = {one.id: one for row in held.documents() for one in held.statements(row.id)}
    found = {id: words for id, _, words in READERS[format](out(held, format))}
    assert found == {id: one.content.text for id, one in said.items()}


@pytest.mark.parametrize("format", list(FORMATS))
def test_where_files_lay_is_in_no_export(held: Ledger, format: str) -> None:
    words = text_of(format, out(held, format))
    assert "secret folder" not in words
    assert "nurse.md" not in words


@pytest.mark.parametrize("format", list(FORMATS))
def test_a_coarse_export_describes_no_anonymous_source(held: Ledger, format: str) -> None:
    fine, coarse = (text_of(format, out(held, format, coarse=flag)) for flag in (False, True))
    assert DESCRIPTIONS[0] in fine
    assert [words for words in DESCRIPTIONS if words in coarse] == []
    assert "orty people have died of fever" in coarse


def test_what_is_left_in_a_coarse_export_still_stands_in_its_text(held: Ledger) -> None:
    texts = {row.id: held.document(row.id).text for row in held.documents()}
    for row in pack_rows(out(held, "pack", coarse=True), "statements.jsonl"):
        for part in (row["content"], row["source"], *row["propositions"]):
            words = [texts[row["document"]][start:end] for start, end in part["spans"]]
            assert " … ".join(words) == part["text"]


def test_an_anonymous_source_has_no_id_that_two_documents_share(held: Ledger) -> None:
    names = {
        one.source.name for row in held.documents() for one in held.statements(row.id) if one.source.anonymous
    }
    assert len(names) > 0
    prov = json.loads(out(held, "prov"))
    assert not names & {agent["prov:label"] for agent in prov["agent"].values()}
    for line in out(held, "ftm").splitlines():
        assert not names & set(json.loads(line)["properties"].get("name", ()))
    for one in json.loads(out(held, "stix"))["objects"]:
        assert one["type"] != "identity" or one["name"] not in names


def test_a_claim_comes_with_its_statements_documents_and_judgements(held: Ledger) -> None:
    claim = next(one for one in held.claims(ClaimQuery(limit=0)).claims if one.verdicts)
    data = out(held, "pack", Selection(claims=(claim.id,)))
    assert [row["id"] for row in pack_rows(data, "claims.jsonl")] == [claim.id]
    said = {row["id"] for row in pack_rows(data, "statements.jsonl")}
    assert {member.id for member in claim.statements} <= said
    assert {row["id"] for row in pack_rows(data, "documents.jsonl")} == {m.document for m in claim.statements}
    assert [row["judgement"]["by"] for row in pack_rows(data, "judgements.jsonl")] == ["Mar"]


def test_a_subject_a_document_and_a_source_choose_what_they_name(held: Ledger) -> None:
    assert documents(held, Selection(subject="fever Quill")) == {"Fever in Quill", "Wards are full in Quill"}
    bridge = next(row for row in held.documents() if row.title == "Bridge opens")
    assert documents(held, Selection(documents=(bridge.id[:10],))) == {"Bridge opens"}
    ministry = Selection(source="Ministry of Health of Velmark")
    assert documents(held, ministry) == {"Wards are full in Quill"}


def test_what_is_chosen_is_joined(held: Ledger) -> None:
    bridge = next(row for row in held.documents() if row.title == "Bridge opens")
    both = Selection(documents=(bridge.id,), source="Ministry of Health of Velmark")
    assert documents(held, both) == {"Bridge opens", "Wards are full in Quill"}


def test_as_of_a_day_what_came_later_is_not_there(held: Ledger) -> None:
    data = out(held, "pack", Selection(as_of=DAY))
    days = [row["published"] for row in pack_rows(data, "documents.jsonl")]
    assert max(days) <= DAY
    assert len(days) == 5
    assert pack_rows(data, "judgements.jsonl") == []
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert json.loads(archive.read("pack.json"))["as_of"] == DAY


@pytest.mark.parametrize(
    "selection",
    [
        Selection(claims=("c:0000000000",)),
        Selection(documents=("d:0000000000",)),
        Selection(source="Nobody of that name"),
        Selection(source="nurse at the hospital of Quill"),
    ],
)
def test_what_is_not_there_is_a_usage_error(held: Ledger, selection: Selection) -> None:
    with pytest.raises(UsageError):
        out(held, "csv", selection)


def test_a_subject_that_nothing_fits_is_an_empty_export(held: Ledger) -> None:
    data = out(held, "pack", Selection(subject="zeppelin"))
    assert pack_rows(data, "statements.jsonl") == []


def test_descriptions_beside_a_place_and_a_date_are_counted(held: Ledger) -> None:
    assert held.exposed() == 3
    assert held.exposed(Selection(subject="bridge Tarn")) == 0


def test_a_lost_original_is_told_and_the_rest_is_packed(tmp_path: Path) -> None:
    with ledger(tmp_path / "l.db") as held:
        list(held.add(*written(tmp_path / "in", ["wire.md"]), rules=True))
        for file in (tmp_path / "l.db.files").rglob("*"):
            if file.is_file():
                file.unlink()
        told: list[Problem] = []
        data = b"".join(held.export("pack", tell=told.append))
    assert [one.what for one in told] == ["its original is lost"]
    assert len(pack_rows(data, "documents.jsonl")) == 1


def test_two_ledgers_of_the_same_documents_pack_the_same_statements(place: Path, tmp_path: Path) -> None:
    def rows(path: Path, names: list[str]) -> list[Any]:
        with ledger(path) as held:
            list(held.add(*written(tmp_path / path.stem, names), rules=True))
            return [out(held, format) for format in ("stix", "claimreview", "webannotation", "ftm")]

    names = ["wire.md", "relay.md", "denial.md"]
    first = rows(tmp_path / "a.db", names)
    second = rows(tmp_path / "b.db", names[::-1])
    assert [len(one) for one in first] == [len(one) for one in second]
    assert first[1:] == second[1:]


def test_a_file_name_is_made_of_the_format_and_ids_alone() -> None:
    assert file_name("pack") == "sayso.zip"
    assert file_name("pack", Selection(claims=("c:1503a17739c3d7608570",))) == "sayso-claim-1503a177.zip"
    assert file_name("csv", Selection(claims=("c:../../../x",))) == "sayso.csv"
    assert file_name("csv", Selection(source="../x")) == "sayso.csv"
