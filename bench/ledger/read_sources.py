"""Whether a member's source is the one that a person read there; known where a gold reading is."""

from __future__ import annotations

from collections.abc import Mapping

from bench.ledger.pages import SourceRight
from bench.read.gold_scores import pair_up, source_right
from bench.read.gold_shape import of_gold, of_statements
from sayso.model import Member, Statement
from tests.gold_documents import fresh_paths, gold_paths, load_gold


def own_sources(statements: Mapping[str, tuple[Statement, ...]]) -> SourceRight:
    """Judges sources in our own corpus; `statements` by the four digits of a document's name."""
    right: dict[str, bool] = {}
    for path in (*gold_paths(), *fresh_paths()):
        document = load_gold(path)
        gold, read = of_gold(document), of_statements(statements[document.name[:4]])
        for g, r in pair_up(document.text, gold, read).same.items():
            right[read[r].id] = source_right(gold[g], read[r])
    return lambda member: right.get(member.id)


def nobody(member: Member) -> bool | None:
    """Where no source has been read by a person."""
    return None
