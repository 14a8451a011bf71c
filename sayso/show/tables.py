"""The tables of a ledger: flat typed columns with names that stay, and a sentence for each.

Whoever writes tables (data frames, Parquet, CSV) takes the columns from here, so that they are the same
everywhere. Later versions may add columns at the end; none is renamed, moved or given another type.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Literal

import msgspec

from sayso.errors import UsageError
from sayso.model import (
    Claim,
    DocumentRow,
    Expectation,
    Judged,
    Member,
    SourceRow,
    Statement,
    TimelineRow,
)

Kind = Literal["text", "integer", "number", "boolean", "date"]
Value = str | int | float | bool | None
SEVERAL = "; "
CHAIN = " > "
INSTALL = "{0} is not installed: `pip install {1}`, or take `.rows()`, which needs nothing"


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """One column: its name, what kind of values it has, a sentence on it, and where a row has it.

    A `date` is an ISO day as text in rows, and a day in data frames. Any value may be None.
    """

    name: str
    kind: Kind
    says: str
    take: Callable[[Any], Value]


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """A table of a ledger: its name, its columns, and its rows in order; () rows where there is nothing."""

    name: str
    columns: tuple[Column, ...]
    values: tuple[tuple[Value, ...], ...]

    def __len__(self) -> int:
        return len(self.values)

    def rows(self) -> list[dict[str, Value]]:
        """A dictionary a row, by the names of the columns; [] for none."""
        names = [column.name for column in self.columns]
        return [dict(zip(names, row, strict=True)) for row in self.values]

    def to_arrow(self) -> Any:
        """A `pyarrow.Table` with typed columns. Raises UsageError where pyarrow is not installed."""
        pa = _library("pyarrow", "pyarrow")
        kinds = {
            "text": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_(),
            "date": pa.date32(),
        }  # fmt: skip
        schema = pa.schema([pa.field(c.name, kinds[c.kind], metadata={"says": c.says}) for c in self.columns])
        return pa.table([pa.array(v, kinds[c.kind]) for c, v in self._series()], schema=schema)

    def to_pandas(self) -> Any:
        """A `pandas.DataFrame`: `string`, `Int64`, `Float64`, `boolean` (what is None is NA) and days.

        Raises UsageError where pandas is not installed.
        """
        pd = _library("pandas", "pandas")
        kinds = {"text": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean"}
        found = {
            c.name: pd.to_datetime(pd.Series(v, dtype="object"), errors="coerce")
            if c.kind == "date" else pd.Series(v, dtype=kinds[c.kind])
            for c, v in self._series()
        }  # fmt: skip
        return pd.DataFrame(found)

    def to_polars(self) -> Any:
        """A `polars.DataFrame` with typed columns. Raises UsageError where polars is not installed."""
        pl = _library("polars", "polars")
        kinds = {
            "text": pl.String, "integer": pl.Int64, "number": pl.Float64, "boolean": pl.Boolean,
            "date": pl.Date,
        }  # fmt: skip
        return pl.DataFrame([pl.Series(c.name, v, dtype=kinds[c.kind]) for c, v in self._series()])

    def _series(self) -> Iterator[tuple[Column, list[Any]]]:
        """Each column with its values, days as days."""
        for at, column in enumerate(self.columns):
            values = [row[at] for row in self.values]
            yield column, [_day(v) for v in values] if column.kind == "date" else values


def _library(name: str, package: str) -> Any:
    from importlib import import_module

    try:
        return import_module(name)
    except ImportError as error:
        raise UsageError(INSTALL.format(name, package)) from error


def _day(value: Value) -> Any:
    from datetime import date

    try:
        return date.fromisoformat(str(value)[:10]) if value else None
    except ValueError:
        return None


def table_of(name: str, found: Iterable[Any]) -> Table:
    """The table of that name of what was found, in its order; UsageError where there is none of that name."""
    if name not in TABLES:
        raise UsageError(f"no table {name!r}; there are: {', '.join(TABLES)}")
    columns = TABLES[name]
    rows = tuple(tuple(column.take(one) for column in columns) for one in found)
    return Table(name=name, columns=columns, values=rows)


def _columns(**named: tuple[Kind, str, Callable[[Any], Value]]) -> tuple[Column, ...]:
    return tuple(Column(name=n, kind=kind, says=says, take=take) for n, (kind, says, take) in named.items())


class StatementIn(msgspec.Struct, frozen=True, kw_only=True):
    """A statement with the facts of its document."""

    statement: Statement
    document: DocumentRow


class MemberIn(msgspec.Struct, frozen=True, kw_only=True):
    """A member with its claim, and the printed words of its proposition ("" where they are not known)."""

    claim: Claim
    member: Member
    text: str = ""


def _printed(one: StatementIn) -> str:
    return SEVERAL.join(dict.fromkeys(p.factuality for p in one.statement.propositions))


def _likelihood(claim: Claim) -> str | None:
    found = claim.assessment
    return (found.word or found.likelihood) if found else None


def _end(one: Statement, role: str, end: str) -> str | None:
    """The first or last day of the times of that role; None for none."""
    times = [t for p in one.propositions for t in p.times if t.role == role]
    days = [day for t in times if (day := t.from_ if end == "from" else t.to)]
    return (min(days) if end == "from" else max(days)) if days else None


DOCUMENTS = _columns(
    document=("text", "The id of the document.", lambda d: d.id),
    title=("text", "Its title.", lambda d: d.title),
    publisher=("text", "Who published it.", lambda d: d.publisher),
    published=("date", "When.", lambda d: d.published),
    language=("text", "Its language, as an ISO 639-1 code.", lambda d: d.language),
    status=("text", "`ok`, `partial`, `unread` or `failed`.", lambda d: d.status),
    words=("integer", "How many words it has.", lambda d: d.words),
    problems=("text", "What went wrong with it.", lambda d: SEVERAL.join(map(str, d.problems)) or None),
    input=("text", "The file that it was read from.", lambda d: d.input),
    text_sha256=("text", "The hash of its text.", lambda d: d.text_sha256),
)
STATEMENTS = _columns(
    statement=("text", "The id of the statement.", lambda s: s.statement.id),
    document=("text", "The id of its document.", lambda s: s.document.id),
    publisher=("text", "Who published the document.", lambda s: s.document.publisher),
    published=("date", "When.", lambda s: s.document.published),
    source=(
        "text", "The name of who says it; none for an anonymous source, which is nobody across documents.",
        lambda s: None if s.statement.source.anonymous else s.statement.source.name or None,
    ),
    source_printed=("text", "The words that name the source.", lambda s: s.statement.source.text or None),
    source_kind=("text", "What kind of source it is.", lambda s: s.statement.source.kind),
    anonymous=("boolean", "Nobody could be held to it by name.", lambda s: s.statement.source.anonymous),
    chain=(
        "text", "From the publisher to the source; who is anonymous as printed.",
        lambda s: CHAIN.join(s.statement.chain),
    ),
    act=("text", "What the source does: `assert`, `deny`, …", lambda s: s.statement.act),
    cue=("text", "The words that attribute.", lambda s: s.statement.cue.text if s.statement.cue else None),
    content=("text", "What is said, as printed.", lambda s: s.statement.content.text),
    quotation=("text", "`direct`, `mixed` or `indirect`.", lambda s: s.statement.quotation),
    evidentiality=("text", "How the source knows.", lambda s: s.statement.evidentiality),
    factuality=("text", "How sure the source is, of each proposition.", _printed),
    event_from=("date", "The first day that is spoken of.", lambda s: _end(s.statement, "event", "from")),
    event_to=("date", "The last one.", lambda s: _end(s.statement, "event", "to")),
    due_from=("date", "The first day on which it is due.", lambda s: _end(s.statement, "due", "from")),
    due_to=("date", "The last one.", lambda s: _end(s.statement, "due", "to")),
    sentence=("integer", "In which sentence of the document, from 0.", lambda s: s.statement.sentence),
    confidence=("number", "How sure the reading is, in [0, 1].", lambda s: s.statement.confidence),
    within=("text", "The id of the statement around it.", lambda s: s.statement.within),
    reading=("text", "Which reader made it.", lambda s: s.statement.reading),
)  # fmt: skip
CLAIMS = _columns(
    claim=("text", "The id of the claim.", lambda c: c.id),
    gist=("text", "Printed words that say it.", lambda c: c.gist),
    status=("text", "`corroborated`, `contested`, `single-origin`, …", lambda c: c.status),
    documents=("integer", "In how many documents.", lambda c: len({m.document for m in c.statements})),
    statements=("integer", "In how many statements.", lambda c: len({m.id for m in c.statements})),
    origins_low=("integer", "Independent origins, counted cautiously.", lambda c: c.origins.low),
    origins=("integer", "Independent origins, as they seem.", lambda c: c.origins.count),
    origins_high=("integer", "Independent origins at most.", lambda c: c.origins.high),
    origins_against=("integer", "Origins of its denials.", lambda c: c.origins_against.count),
    denials=("integer", "Denials of it.", lambda c: sum(m.stance == "denies" for m in c.statements)),
    first_published=("date", "The first day of it.", lambda c: min(_days(c), default=None)),
    last_published=("date", "The last one.", lambda c: max(_days(c), default=None)),
    likelihood=("text", "How likely, in words.", _likelihood),
    probability=("number", "In [0, 1].", lambda c: c.assessment.probability if c.assessment else None),
    confidence=("text", "How firm that is.", lambda c: c.assessment.confidence if c.assessment else None),
    as_of=("date", "As known on that day.", lambda c: c.as_of),
)
MEMBERS = _columns(
    claim=("text", "The id of the claim.", lambda m: m.claim.id),
    statement=("text", "The id of the statement.", lambda m: m.member.id),
    proposition=("text", "The id of the proposition.", lambda m: m.member.proposition),
    document=("text", "The id of the document.", lambda m: m.member.document),
    publisher=("text", "Who published it.", lambda m: m.member.publisher),
    published=("date", "When.", lambda m: m.member.published),
    stance=("text", "`supports`, `denies`, `updates`, `comments`.", lambda m: m.member.stance),
    scope=("text", "Whether `all` of the claim, or `part`.", lambda m: m.member.scope),
    p=("number", "How sure the link is, in [0, 1].", lambda m: m.member.p),
    text=("text", "The proposition, as printed.", lambda m: m.text),
    gist=("text", "The words that say the claim.", lambda m: m.claim.gist),
    status=("text", "How the claim stands.", lambda m: m.claim.status),
)
SOURCES = _columns(
    source=("text", "The id of the named source.", lambda s: s.id),
    name=("text", "Its name, as most print it.", lambda s: s.name),
    kind=("text", "What kind of source it is.", lambda s: s.kind),
    names=("text", "All printed spellings.", lambda s: SEVERAL.join(s.names)),
    statements=("integer", "How many statements.", lambda s: s.statements),
    documents=("integer", "In how many documents.", lambda s: s.documents),
    denials=("integer", "How many deny something.", lambda s: s.denials),
    promises=("integer", "How many promise something.", lambda s: s.promises),
    first=("date", "The day of the first.", lambda s: s.first),
    last=("date", "The day of the last.", lambda s: s.last),
    right=("integer", "How often right on resolved claims.", lambda s: s.record.right if s.record else None),
    wrong=("integer", "How often wrong.", lambda s: s.record.wrong if s.record else None),
)
EXPECTATIONS = _columns(
    expectation=("text", "The id of the expectation.", lambda e: e.id),
    statement=("text", "The id of the statement that founds it.", lambda e: e.statement),
    document=("text", "The id of its document.", lambda e: e.document),
    published=("date", "When that was published.", lambda e: e.published),
    promisor=("text", "Who is bound, where named.", lambda e: None if e.anonymous else e.promisor or None),
    gist=("text", "What is promised, as printed.", lambda e: e.gist),
    modality=("text", "`promise`, `schedule`, `forecast`, `conditional`.", lambda e: e.modality),
    condition=("text", "On which condition, as printed.", lambda e: e.condition),
    due_from=("date", "The first day on which it is due.", lambda e: e.due_from),
    due_to=("date", "The last one.", lambda e: e.due_to),
    quantity=("number", "How much.", lambda e: e.quantity.value if e.quantity else None),
    unit=("text", "Of what.", lambda e: (e.quantity.unit or None) if e.quantity else None),
    delivered=("number", "How much came.", lambda e: e.delivered),
    status=("text", "`open`, `due`, `overdue`, `kept`, …", lambda e: e.status),
    revised_by=("text", "The id of the later window.", lambda e: e.revised_by),
    as_of=("date", "As it stands on that day.", lambda e: e.as_of),
)
TIMELINE = _columns(
    first=("date", "The first day.", lambda t: t.first),
    last=("date", "The last one.", lambda t: t.last),
    role=("text", "`event` or `due`.", lambda t: t.role),
    printed=("text", "The words of the time.", lambda t: t.printed),
    text=("text", "What is said of it, as printed.", lambda t: t.text),
    chain=("text", "From the publisher to the source.", lambda t: CHAIN.join(t.chain)),
    statement=("text", "The id of the statement.", lambda t: t.statement),
    proposition=("text", "The id of the proposition.", lambda t: t.proposition),
    document=("text", "The id of the document.", lambda t: t.document),
    publisher=("text", "Who published it.", lambda t: t.publisher),
    published=("date", "When.", lambda t: t.published),
)
JUDGEMENTS = _columns(
    judgement=("text", "The id of the judgement.", lambda j: j.judgement.id),
    at=("text", "The moment (ISO 8601).", lambda j: j.judgement.at),
    by=("text", "Who decided.", lambda j: j.judgement.by),
    why=("text", "Why.", lambda j: j.judgement.why),
    what=("text", "About which matter.", lambda j: j.judgement.what),
    value=("text", "What, as JSON.", lambda j: msgspec.json.encode(j.judgement.value).decode()),
    targets=("text", "The ids that it is about.", lambda j: SEVERAL.join(j.judgement.targets)),
    standing=("text", "What became of it.", lambda j: j.standing),
    note=("text", "Why it has no effect.", lambda j: j.note or None),
    about=("text", "The printed words of its targets.", lambda j: SEVERAL.join(j.about)),
    claims=("text", "The ids of the claims that it shapes.", lambda j: SEVERAL.join(j.claims)),
)
TABLES: Mapping[str, tuple[Column, ...]] = {
    "documents": DOCUMENTS, "statements": STATEMENTS, "claims": CLAIMS, "members": MEMBERS,
    "sources": SOURCES, "expectations": EXPECTATIONS, "timeline": TIMELINE, "judgements": JUDGEMENTS,
}  # fmt: skip
ROW_OF: Mapping[str, type[Any]] = {
    "documents": DocumentRow, "statements": StatementIn, "claims": Claim, "members": MemberIn,
    "sources": SourceRow, "expectations": Expectation, "timeline": TimelineRow, "judgements": Judged,
}  # fmt: skip


def _days(claim: Claim) -> list[str]:
    return [member.published for member in claim.statements if member.published]
