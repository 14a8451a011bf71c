"""The gold readings keep their own rules: verbatim, complete, and in the contract's words."""

import re
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest
import yaml

from sayso.model.factuality import FACTUALITIES
from sayso.model.source import SourceKind
from sayso.model.statement import Act, Evidentiality, Quotation
from sayso.model.time import TimeRole
from tests.gold_documents import (
    DOCUMENTS,
    GoldDocument,
    GoldError,
    GoldStatement,
    Span,
    Spans,
    fresh_paths,
    gold_paths,
    load_gold,
    read_document,
    read_yaml,
    sentence_end,
)

REGISTERS = {
    "exile outlet": {"The Ostrel Letter"},
    "wire": {"Norrin Press"},
    "state agency": {"Sarvane State Dispatch"},
    "NGO statement": {"Open Valleys", "Dolm Families Association"},
    "UN-style report": {"International Relief Office", "Office of the Special Rapporteur on Sarvane"},
}

every_gold = pytest.mark.parametrize("path", [*gold_paths(), *fresh_paths()], ids=lambda path: path.stem)
every_example = pytest.mark.parametrize("path", sorted(DOCUMENTS.glob("*.md")), ids=lambda path: path.stem)


def within(inner: Spans, outer: Spans) -> bool:
    return all(any(start <= a and b <= stop for start, stop in outer) for a, b in inner)


def test_there_are_enough_readings_in_every_register() -> None:
    readings = [load_gold(path) for path in gold_paths()]
    publishers = Counter(reading.publisher for reading in readings)
    assert len(readings) >= 12
    assert sum(len(reading.statements) for reading in readings) >= 250
    for register, names in REGISTERS.items():
        assert sum(publishers[name] for name in names) >= 2, register


def test_no_fresh_document_is_one_of_the_documents_that_the_reader_was_made_on() -> None:
    fresh = {load_gold(path).name for path in fresh_paths()}
    assert fresh
    assert fresh == {path.with_suffix(".md").name for path in fresh_paths()}
    assert not fresh & {load_gold(path).name for path in gold_paths()}


@every_gold
def test_every_quoted_string_is_verbatim(path: Path) -> None:
    gold = load_gold(path)
    rows = read_yaml(path.read_text(encoding="utf-8"))["statements"]
    for statement, row in zip(gold.statements, rows, strict=True):
        assert gold.text[slice(*statement.at)] == row["at"]
        assert printed(gold, statement.source) == listed(row["source"])
        assert printed(gold, statement.cue) == listed(row["cue"])
        assert printed(gold, statement.medium) == listed(row["medium"])
        assert printed(gold, statement.content) == row["content"]
        for proposition, item in zip(statement.propositions, row["propositions"], strict=True):
            assert printed(gold, proposition.spans) == item["text"]
            times = [printed(gold, time.spans)[0] for time in proposition.times]
            assert times == [time["text"] for time in item["times"]]


@every_gold
def test_propositions_lie_inside_the_content_and_times_inside_them(path: Path) -> None:
    for statement in load_gold(path).statements:
        assert bool(statement.propositions) == bool(statement.content), statement.id
        for proposition in statement.propositions:
            assert within(proposition.spans, statement.content), statement.id
            for time in proposition.times:
                assert within(time.spans, proposition.spans), (statement.id, time.text)


@every_gold
def test_within_points_to_what_encloses_or_attributes_it(path: Path) -> None:
    gold = load_gold(path)
    by_id = {statement.id: statement for statement in gold.statements}
    for statement in gold.statements:
        if statement.within is not None:
            outer = by_id[statement.within]
            assert outer.kind != "author", statement.id
            assert encloses(outer, statement), statement.id


@every_gold
def test_no_statement_is_its_own_ancestor(path: Path) -> None:
    parents = {statement.id: statement.within for statement in load_gold(path).statements}
    for start in parents:
        seen, here = {start}, parents[start]
        while here is not None:
            assert here not in seen, start
            seen.add(here)
            here = parents[here]


@every_gold
def test_values_are_the_contracts(path: Path) -> None:
    for statement in load_gold(path).statements:
        assert statement.kind in get_args(SourceKind)
        assert statement.act in get_args(Act)
        assert statement.evidentiality in get_args(Evidentiality)
        assert statement.quotation in get_args(Quotation)
        for proposition in statement.propositions:
            assert proposition.factuality in FACTUALITIES
            for time in proposition.times:
                assert time.role in get_args(TimeRole)
                assert time.first is None or time.last is None or time.first <= time.last


@every_gold
def test_a_statement_without_a_printed_source_is_the_authors_or_hearsay(path: Path) -> None:
    gold = load_gold(path)
    for statement in gold.statements:
        if statement.kind == "author":
            assert (statement.source, statement.within) == ((), None), statement.id
            assert statement.name == gold.publisher, statement.id
        elif not statement.source:
            assert (statement.kind, statement.name) == ("unspecified", ""), statement.id
            assert statement.evidentiality == "reportative", statement.id
            assert statement.cue, statement.id


@every_gold
def test_names_are_printed_in_the_document_or_are_its_publisher(path: Path) -> None:
    gold = load_gold(path)
    for statement in gold.statements:
        assert statement.name in gold.text or statement.name == gold.publisher, statement.id


@every_gold
def test_one_name_is_of_one_kind(path: Path) -> None:
    kinds: dict[str, set[tuple[str, bool]]] = {}
    for statement in load_gold(path).statements:
        if statement.kind != "author" and statement.name:
            kinds.setdefault(statement.name, set()).add((statement.kind, statement.anonymous))
    assert {name: found for name, found in kinds.items() if len(found) > 1} == {}


@every_gold
def test_every_sentence_is_a_statement_or_furniture(path: Path) -> None:
    gold = load_gold(path)
    known = [span for statement in gold.statements for span in (*statement.content, *statement.cue)]
    for start, stop in sentences(gold.text):
        covered = any(a < stop and start < b for a, b in (*known, *gold.furniture))
        assert covered, gold.text[start:stop]


@every_gold
def test_furniture_is_never_part_of_a_statement(path: Path) -> None:
    gold = load_gold(path)
    for statement in gold.statements:
        for a, b in (*statement.source, *statement.cue, *statement.content):
            assert not any(a < stop and start < b for start, stop in gold.furniture), statement.id


@every_example
def test_an_example_is_short_and_says_where_it_is_from(path: Path) -> None:
    front, text = read_document(path)
    assert 120 <= len(text.split()) <= 350
    assert front["published"].year in (2030, 2031)
    assert front["title"]
    assert front["publisher"]
    assert front["language"] == "en"
    assert front.get("url", "https://example.org/").startswith("https://example.org/")


def test_the_readme_lists_every_example_and_marks_the_gold_ones() -> None:
    readme = (DOCUMENTS.parent / "README.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| (\d{4}) \|(?:[^|]*\|){2} (yes|fresh|) ?\|", readme, re.MULTILINE))
    for mark, paths in (("yes", gold_paths()), ("fresh", fresh_paths())):
        marked = {number for number, found in rows.items() if found == mark}
        assert marked == {path.stem[:4] for path in paths}, mark
    assert set(rows) == {path.stem[:4] for path in DOCUMENTS.glob("*.md")}


def test_an_error_names_file_statement_and_words(tmp_path: Path) -> None:
    row = read_yaml(gold_paths()[0].read_text(encoding="utf-8"))
    row["statements"][1]["cue"] = "whispered"
    with pytest.raises(GoldError, match=r"broken\.yaml, statement 2: 'whispered' is not found"):
        load_gold(written(tmp_path, row))


def test_ambiguous_words_are_an_error_until_nth_says_which(tmp_path: Path) -> None:
    row = read_yaml(gold_paths()[0].read_text(encoding="utf-8"))
    statement = row["statements"][1]
    statement["cue"] = "of"
    with pytest.raises(GoldError, match=r"statement 2: 'of' stands there 3 times"):
        load_gold(written(tmp_path, row))
    statement["nth"] = {"cue": 2}
    gold = load_gold(written(tmp_path / "second", row))
    assert gold.words(gold.statements[1].cue) == "of"


def written(folder: Path, row: object) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / "broken.yaml"
    path.write_text(yaml.safe_dump(row, allow_unicode=True), encoding="utf-8")
    return path


def printed(gold: GoldDocument, spans: Spans) -> list[str]:
    return [gold.text[start:stop] for start, stop in spans]


def listed(words: object) -> list[object]:
    return [] if words is None else list(words) if isinstance(words, list) else [words]


def encloses(outer: GoldStatement, inner: GoldStatement) -> bool:
    """Content and cue lie in the outer content; "citing X" stands beside it and shares the content."""
    if inner.content == outer.content and inner.content:
        return True
    return within(inner.content, outer.content) and within(inner.cue, outer.content)


def sentences(text: str) -> list[Span]:
    found, start = [], 0
    while start < len(text):
        stop = sentence_end(text, start)
        if text[start:stop].strip():
            found.append((start, stop))
        start = stop + 1 if stop < len(text) and text[stop].isspace() else max(stop, start + 1)
    return found
