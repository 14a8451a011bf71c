"""The second readings of the gold documents load, are verbatim, and keep the rules of the first ones."""

from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from sayso.model.factuality import FACTUALITIES
from sayso.model.source import SourceKind
from sayso.model.statement import Act, Evidentiality, Quotation
from sayso.model.time import TimeRole
from tests.gold_documents import GOLD, GoldError, GoldStatement, GoldTime, Spans, load_gold, read_yaml
from tests.test_gold_documents import REGISTERS, listed, printed, sentences, within

SECOND = sorted((GOLD / "second").glob("*.yaml"))

every_second = pytest.mark.parametrize("path", SECOND, ids=lambda path: path.stem)


def test_there_are_two_second_readings_of_every_register() -> None:
    publishers = Counter(load_gold(path).publisher for path in SECOND)
    assert len(SECOND) >= 10
    for register, names in REGISTERS.items():
        assert sum(publishers[name] for name in names) >= 2, register


@every_second
def test_every_second_reading_has_a_first_one_to_be_compared_with(path: Path) -> None:
    assert (GOLD / path.name).is_file()
    assert load_gold(path).name == path.with_suffix(".md").name


@every_second
def test_every_quoted_string_is_verbatim(path: Path) -> None:
    gold = load_gold(path)
    rows = read_yaml(path.read_text(encoding="utf-8"))["statements"]
    for statement, row in zip(gold.statements, rows, strict=True):
        for field in ("source", "cue", "medium", "content"):
            assert printed(gold, getattr(statement, field)) == listed(row[field]), (statement.id, field)
        assert (statement.said and statement.said.text) == (row["said"] and row["said"]["text"])
        for proposition, item in zip(statement.propositions, row["propositions"], strict=True):
            assert printed(gold, proposition.spans) == item["text"], statement.id
            times = [gold.words(time.spans) for time in proposition.times]
            assert times == [time["text"] for time in item["times"]], statement.id


@every_second
def test_propositions_lie_inside_the_content_and_times_inside_them(path: Path) -> None:
    for statement in load_gold(path).statements:
        assert bool(statement.propositions) == bool(statement.content), statement.id
        for proposition in statement.propositions:
            assert within(proposition.spans, statement.content), statement.id
            assert all(within(time.spans, proposition.spans) for time in proposition.times), statement.id


@every_second
def test_what_lies_within_a_statement_lies_in_its_content(path: Path) -> None:
    by_id: dict[int, GoldStatement] = {}
    for statement in load_gold(path).statements:
        assert statement.id not in by_id
        if statement.within is not None:
            outer = by_id[statement.within]
            assert outer.kind != "author", statement.id
            assert encloses(outer.content, statement), statement.id
        by_id[statement.id] = statement


@every_second
def test_values_are_the_contracts(path: Path) -> None:
    for statement in load_gold(path).statements:
        assert statement.kind in get_args(SourceKind), statement.id
        assert statement.act in get_args(Act), statement.id
        assert statement.evidentiality in get_args(Evidentiality), statement.id
        assert statement.quotation in get_args(Quotation), statement.id
        assert all(part.factuality in FACTUALITIES for part in statement.propositions), statement.id
        times = [time for part in statement.propositions for time in part.times]
        assert all(time.role in get_args(TimeRole) and ordered(time) for time in times), statement.id


@every_second
def test_every_sentence_is_read_or_furniture(path: Path) -> None:
    gold = load_gold(path)
    known = [span for statement in gold.statements for span in (*statement.content, *statement.cue)]
    for start, stop in sentences(gold.text):
        covered = any(a < stop and start < b for a, b in (*known, *gold.furniture))
        assert covered, gold.text[start:stop]


def test_a_word_that_is_not_printed_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    text = SECOND[0].read_text(encoding="utf-8")
    broken.write_text(text.replace("cue: has learned", "cue: has guessed", 1), encoding="utf-8")
    with pytest.raises(GoldError, match=r"broken\.yaml, statement 1: 'has guessed' is not found"):
        load_gold(broken)


def encloses(outer: Spans, inner: GoldStatement) -> bool:
    """A cue that shares the whole content ("citing X") stands beside it; any other lies inside."""
    return bool(outer) and (inner.content == outer or within((*inner.content, *inner.cue), outer))


def ordered(time: GoldTime) -> bool:
    return time.first is None or time.last is None or time.first <= time.last
