"""Readings beside each other: which is shown, how they map, and what linking must make anew for them."""

from alembic import op

revision = "0007"
down_revision = "0005"

STEPS = (
    # `base`: the reader's reading that a person's corrections were put into; NULL for a reader's own.
    "ALTER TABLE readings ADD COLUMN base TEXT",
    "CREATE TABLE shown ("
    " document TEXT PRIMARY KEY REFERENCES documents(id), reading TEXT NOT NULL, base TEXT NOT NULL)"
    " WITHOUT ROWID",
    "INSERT INTO shown SELECT r.document, r.reading, r.reading FROM readings r WHERE r.number ="
    " (SELECT max(n.number) FROM readings n WHERE n.document = r.document)",
    "CREATE INDEX shown_by_base ON shown(base)",
    "CREATE TABLE reading_map ("
    " document TEXT NOT NULL REFERENCES documents(id), older TEXT NOT NULL, newer TEXT NOT NULL,"
    " position INTEGER NOT NULL, kind TEXT NOT NULL, before TEXT, after TEXT,"
    " PRIMARY KEY (document, older, newer, position)) WITHOUT ROWID",
    # What hung on a document that is to be linked anew, or was forgotten. No reference: it may be gone.
    "CREATE TABLE stale ("
    ' proposition TEXT NOT NULL, "for" TEXT NOT NULL, PRIMARY KEY ("for", proposition)) WITHOUT ROWID',
    "DROP VIEW documents_readable",
    "CREATE VIEW documents_readable AS"
    " SELECT published, publisher, title, author, language, status, words, url, captured, id,"
    " (SELECT count(*) FROM statements s JOIN shown w ON w.document = s.document AND w.reading = s.reading"
    " WHERE s.document = d.id) AS statements FROM documents d",
    "DROP VIEW statements_readable",
    "CREATE VIEW statements_readable AS"
    " SELECT d.published, d.publisher,"
    " CASE WHEN s.anonymous THEN 'anonymous: ' || coalesce(json_extract(s.json, '$.source.text'), '')"
    " WHEN s.source_name = '' THEN '(not said)' ELSE s.source_name END AS source,"
    " s.act, json_extract(s.json, '$.cue.text') AS cue, s.content, s.evidentiality,"
    " json_extract(s.json, '$.propositions[0].factuality') AS factuality, d.title, s.reading, s.id,"
    " s.document FROM statements s JOIN documents d ON d.id = s.document"
    " JOIN shown w ON w.document = s.document AND w.reading = s.reading",
    "CREATE VIEW reading_map_readable AS"
    " SELECT d.publisher, d.title, m.older, m.newer, m.kind,"
    " (SELECT s.content FROM statements s WHERE s.id = m.before AND s.reading = m.older) AS before,"
    " (SELECT s.content FROM statements s WHERE s.id = m.after AND s.reading = m.newer) AS after, m.document"
    " FROM reading_map m JOIN documents d ON d.id = m.document",
)


def upgrade() -> None:
    """Makes the tables; the transaction is the caller's."""
    for step in STEPS:
        op.get_bind().exec_driver_sql(step)
