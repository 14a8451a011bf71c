"""Named sources and what they said. Anonymous ones have no identity here: they are not listed."""

from typing import Any

import msgspec
from sqlalchemy import Select, func, select

from sayso.model import Statement
from sayso.store.base import Base
from sayso.store.reading import LATEST
from sayso.store.rows import SourceRow
from sayso.store.tables import DOCUMENTS, STATEMENTS

_STATEMENT = msgspec.json.Decoder(Statement)


class Sources(Base):
    """Lists named sources, in the newest reading of each document."""

    def sources(self, as_of: str | None = None) -> tuple[SourceRow, ...]:
        """Every name with a kind that is a source, most statements first, ties by name and kind.

        () where nobody is named. One body under two spellings is two rows: subjects know better.
        """
        columns = (STATEMENTS.c.source_name, STATEMENTS.c.source_kind)
        counts = (func.count(), func.count(STATEMENTS.c.document.distinct()))
        ends = (func.min(DOCUMENTS.c.published), func.max(DOCUMENTS.c.published))
        query = _named(select(*columns, *counts, *ends), as_of).group_by(*columns)
        rows = self._rows(query.order_by(counts[0].desc(), *columns))
        names = SourceRow.__struct_fields__
        return tuple(SourceRow(**dict(zip(names, row, strict=True))) for row in rows)

    def statements_by_source(self, name: str, as_of: str | None = None) -> tuple[Statement, ...]:
        """What a source of exactly this name said, by day of publication, undated last; () for nobody."""
        query = _named(select(STATEMENTS.c.json), as_of).where(STATEMENTS.c.source_name == name)
        order = (
            DOCUMENTS.c.published.is_(None),
            DOCUMENTS.c.published,
            DOCUMENTS.c.id,
            STATEMENTS.c.position,
        )
        return tuple(_STATEMENT.decode(row[0]) for row in self._rows(query.order_by(*order)))


def _named(query: Select[Any], as_of: str | None) -> Select[Any]:
    found = query.join(DOCUMENTS, DOCUMENTS.c.id == STATEMENTS.c.document)
    found = found.where(STATEMENTS.c.anonymous == 0, STATEMENTS.c.source_name != "")
    found = found.where(STATEMENTS.c.reading == LATEST)
    return found if as_of is None else found.where(DOCUMENTS.c.day <= as_of)
