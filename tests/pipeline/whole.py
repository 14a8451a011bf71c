"""All that a ledger says, to be compared with what another says: by content, and not by numbers of rows."""

from typing import Any

from sayso.pipeline import Ledger

TABLES = {
    "claims": "SELECT json FROM claims ORDER BY id",
    "members": "SELECT * FROM claim_members ORDER BY claim, proposition",
    "links": "SELECT a, b, p, relation FROM links ORDER BY a, b",
    "derivations": "SELECT * FROM derivations ORDER BY id",
    "marks": "SELECT proposition, document, published, blob, keys FROM marks ORDER BY proposition",
    "reports": "SELECT * FROM reports ORDER BY statement",
    "sketches": "SELECT * FROM sketches ORDER BY document",
    "keys": "SELECT k.key, m.proposition FROM mark_keys k JOIN marks m ON m.number = k.mark ORDER BY 1, 2",
    "bands": "SELECT b.band, d.id FROM sketch_bands b JOIN documents d ON d.number = b.document"
    " ORDER BY 1, 2",
    "work": "SELECT * FROM work ORDER BY stage, document",
    "stale": "SELECT * FROM stale",
    "expectations": "SELECT * FROM expectations ORDER BY id",
    "tellings": "SELECT proposition, document, foretells, expectation, blob, keys FROM tellings ORDER BY 1",
    "telling keys": "SELECT k.key, k.foretells, t.proposition FROM telling_keys k JOIN tellings t"
    " ON t.number = k.telling ORDER BY 1, 2, 3",
    "shown": "SELECT s.json FROM statements s JOIN shown w ON w.document = s.document"
    " AND w.reading = s.reading ORDER BY s.document, s.position",
}


def whole(held: Ledger) -> dict[str, list[Any]]:
    """The rows of every table that what is shown is made of, in a fixed order."""
    return {name: [tuple(row) for row in held._store._sql(query)] for name, query in TABLES.items()}


def differing(left: dict[str, list[Any]], right: dict[str, list[Any]]) -> list[str]:
    """The tables in which two ledgers differ; none where they say the same."""
    return [name for name in left if left[name] != right[name]]
