"""Whole invented documents: whom each statement is of, through whom, and how sure; signed by hand.

A statement that the finder overlooks is not counted here (the bench counts it), but most must be found; what
is found must be read as signed.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from sayso.model import Statement
from tests.read.readers import needs_weights, read

HERE = Path(__file__).parent / "whole"
LEAST_FOUND = 0.75
DOCUMENTS = sorted(HERE.glob("*.md"))


def parts(path: Path) -> tuple[dict[str, Any], str]:
    _, front, text = path.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(front), text


def statements(path: Path) -> tuple[str, tuple[Statement, ...]]:
    front, text = parts(path)
    published = str(front["published"])
    return text, read(text, "weights", publisher=front["publisher"], published=published)


def at_cue(text: str, near: str, found: tuple[Statement, ...]) -> Statement | None:
    """The statement whose cue stands at the bracketed words."""
    whole = near.replace("[", "").replace("]", "")
    assert text.count(whole) == 1, near
    start = text.index(whole) + near.index("[")
    end = start + near.index("]") - near.index("[") - 1
    return next((s for s in found if s.cue and any(a < end and start < b for a, b in s.cue.spans)), None)


def signed(row: dict[str, Any], one: Statement) -> dict[str, Any]:
    """The statement in the words of a row: only what the row tells of it."""
    times = [time for part in one.propositions for time in part.times if time.role == "due"]
    told = {
        "near": row["near"],
        "name": one.source.name if one.source.kind != "unspecified" or one.source.spans else "",
        "act": one.act,
        "evidentiality": one.evidentiality,
        "factuality": sorted({part.factuality for part in one.propositions}),
        "chain": list(one.chain),
        "due_to": [time.to for time in times],
    }
    return {name: told[name] for name in row}


@needs_weights
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_what_is_found_in_a_document_is_read_as_a_person_signed_it(path: Path) -> None:
    text, found = statements(path)
    rows = yaml.safe_load(path.with_suffix(".yaml").read_text(encoding="utf-8"))
    pairs = [(row, one) for row in rows if (one := at_cue(text, row["near"], found)) is not None]
    assert len(pairs) >= LEAST_FOUND * len(rows)
    assert [signed(row, one) for row, one in pairs] == [row for row, _ in pairs]


def test_there_are_documents_of_several_registers() -> None:
    assert len(DOCUMENTS) >= 5
    assert all(120 <= len(parts(path)[1].split()) <= 350 for path in DOCUMENTS)
