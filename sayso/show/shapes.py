"""The shapes that the command line prints: JSON, JSON Lines, CSV, and the JSON Schema of each."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from inspect import cleandoc
from typing import Any, TypeVar

import msgspec

from sayso.errors import Problem, UsageError
from sayso.model import (
    Check,
    Claim,
    Derivation,
    DocumentRow,
    Dossier,
    Expectation,
    Hit,
    Judged,
    Judgement,
    JudgementExport,
    News,
    Orphan,
    Proposition,
    ReadingDiff,
    Replayed,
    SourcePage,
    SourceRow,
    Statement,
    TimelineRow,
    VersionDiff,
    place,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SHAPES: dict[str, Any] = {
    "statement": Statement,
    "document": DocumentRow,
    "proposition": Proposition,
    "problem": Problem,
    "claim": Claim,
    "derivation": Derivation,
    "sources": SourceRow,
    "source": SourcePage,
    "timeline": TimelineRow,
    "search": Hit,
    "diff": VersionDiff,
    "judgement": Judgement,
    "expectation": Expectation,
    "changes": News,
    "readings": ReadingDiff,
    "orphan": Orphan,
    "judgements": Judged,
    "export": JudgementExport,
    "replayed": Replayed,
    "check": Check,
    "dossier": Dossier,
}
Item = TypeVar("Item")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
CHAIN = " > "
SEVERAL = "; "


def as_json(items: Iterable[object]) -> bytes:
    """One JSON array in UTF-8, an item a line; "[]" for none. Ends in a line break."""
    rows = b",\n".join(msgspec.json.encode(item) for item in items)
    return b"[\n" + rows + b"\n]\n" if rows else b"[]\n"


def as_jsonl(items: Iterable[object]) -> bytes:
    """One JSON object a line in UTF-8, each line ended; b"" for none."""
    return b"".join(msgspec.json.encode(item) + b"\n" for item in items)


def as_csv(items: Iterable[Item], columns: Mapping[str, Callable[[Item], str]]) -> bytes:
    """CSV (RFC 4180) in UTF-8 with a line of column names; only that line for no items.

    A cell that a spreadsheet would take for a formula (it starts with = + - @, tab or carriage
    return) gets a leading apostrophe.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    for item in items:
        writer.writerow([safe_cell(column(item)) for column in columns.values()])
    return out.getvalue().encode()


def statements_csv(statements: Iterable[Statement]) -> bytes:
    """A table of statements. Lists are flat: the chain from the publisher inwards is joined by " > ",
    other lists by "; ", spans are written "3-9,12-15".
    """
    return as_csv(statements, COLUMNS)


def schema(name: str) -> bytes:
    """The JSON Schema (2020-12) of a shape, indented; UsageError names the shapes there are.

    Every field is required, since every field is always printed; a later version may add fields.
    """
    if name not in SHAPES:
        raise UsageError(f"no shape {name!r}; there is {', '.join(SHAPES)}")
    shape = SHAPES[name]
    _, definitions = msgspec.json.schema_components([shape], ref_template="#/$defs/{name}")
    for definition in definitions.values():
        definition["description"] = cleandoc(definition.get("description", ""))
        if definition.get("type") == "object":
            definition["required"] = list(definition["properties"])
    body = definitions.pop(shape.__name__)
    head = {"$schema": DIALECT, "title": name.capitalize(), "description": body.pop("description")}
    whole = {**head, **{key: value for key, value in body.items() if key != "title"}, "$defs": definitions}
    return msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"


def safe_cell(value: str) -> str:
    """The value as a cell that no spreadsheet runs; "" stays "".

    >>> safe_cell("=1+1")
    "'=1+1"
    """
    return "'" + value if value.startswith(FORMULA) else value


def _times(statement: Statement) -> str:
    """Each time with its role and days: "due: in May (2021-05-01/2021-05-31)"; ".." is an open end."""
    times = (time for proposition in statement.propositions for time in proposition.times)
    return SEVERAL.join(f"{time.role}: {time.text}{_days(time.from_, time.to)}" for time in times)


def _said(statement: Statement) -> str:
    said = statement.said
    return f"{said.text}{_days(said.from_, said.to)}" if said else ""


def _days(first: str | None, last: str | None) -> str:
    return f" ({first or '..'}/{last or '..'})" if first or last else ""


def _propositions(field: str) -> Callable[[Statement], str]:
    return lambda statement: SEVERAL.join(getattr(part, field) for part in statement.propositions)


COLUMNS: dict[str, Callable[[Statement], str]] = {
    "id": lambda s: s.id,
    "document": lambda s: s.document,
    "input": lambda s: s.input,
    "sentence": lambda s: str(s.sentence),
    "source": lambda s: s.source.text,
    "source_name": lambda s: s.source.name,
    "source_kind": lambda s: s.source.kind,
    "anonymous": lambda s: str(s.source.anonymous).lower(),
    "medium": lambda s: s.medium.text if s.medium else "",
    "cue": lambda s: s.cue.text if s.cue else "",
    "lemma": lambda s: s.cue.lemma if s.cue else "",
    "act": lambda s: s.act,
    "content": lambda s: s.content.text,
    "quotation": lambda s: s.quotation,
    "within": lambda s: s.within or "",
    "chain": lambda s: CHAIN.join(s.chain),
    "evidentiality": lambda s: s.evidentiality,
    "factuality": _propositions("factuality"),
    "times": _times,
    "said": _said,
    "confidence": lambda s: f"{s.confidence:.3f}",
    "source_spans": lambda s: place(s.source.spans),
    "cue_spans": lambda s: place(s.cue.spans) if s.cue else "",
    "content_spans": lambda s: place(s.content.spans),
    "reading": lambda s: s.reading,
    "corrected_by": lambda s: SEVERAL.join(s.corrected_by),
}
