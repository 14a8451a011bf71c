"""What waits for a person: claims that others may belong to, and readings that are not sure."""

from __future__ import annotations

import msgspec

from sayso.model import Claim, Statement
from sayso.store.base import Base

_CLAIM = msgspec.json.Decoder(Claim)
_STATEMENT = msgspec.json.Decoder(Statement)
# A quotation mark inside a text is escaped in JSON, so that this stands only where the field begins.
_PROPOSING = "instr(json, '\"proposals\":[{') > 0"
_CLAIMS = (
    f"SELECT json FROM claims WHERE {_PROPOSING} AND (documents, id) <= (?, ?)"
    " ORDER BY documents DESC, id DESC LIMIT ?"
)
_COUNT_CLAIMS = (
    f"SELECT count(*) FROM (SELECT 1 FROM claims WHERE {_PROPOSING} ORDER BY documents DESC LIMIT ?)"
)
_UNSURE = (
    "FROM statements s JOIN shown w ON w.document = s.document AND w.reading = s.reading"
    " WHERE json_extract(s.json, '$.confidence') < ?"
)
_STATEMENTS = f"SELECT s.number, s.json {_UNSURE} AND s.number < ? ORDER BY s.number DESC LIMIT ?"
_COUNT_STATEMENTS = f"SELECT count(*) FROM (SELECT 1 {_UNSURE} ORDER BY s.number DESC LIMIT ?)"
MOST = 1 << 62
LAST_ID = "~"  # behind every id


class Waiting(Base):
    """Finds what is to be decided, a few at a time."""

    def claims_proposing(self, limit: int, *, documents: int = MOST, id: str = LAST_ID) -> tuple[Claim, ...]:
        """Claims with proposals, those of most documents first, from the one with so many and that id on."""
        return tuple(_CLAIM.decode(row[0]) for row in self._every(_CLAIMS, (documents, id, limit)))

    def count_proposing(self, most: int) -> int:
        """How many claims have proposals, counted up to `most`."""
        return int(self._every(_COUNT_CLAIMS, (most,))[0][0])

    def statements_unsure(
        self, below: float, limit: int, *, before: int = MOST
    ) -> tuple[tuple[int, Statement], ...]:
        """Shown statements whose confidence is less, with their numbers, the latest first."""
        rows = self._every(_STATEMENTS, (below, before, limit))
        return tuple((int(row[0]), _STATEMENT.decode(row[1])) for row in rows)

    def count_unsure(self, below: float, most: int) -> int:
        """How many shown statements have a confidence that is less, counted up to `most`."""
        return int(self._every(_COUNT_STATEMENTS, (below, most))[0][0])
