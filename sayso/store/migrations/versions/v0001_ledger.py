"""The first ledger: evidence, what is made of it, the log, full-text search, views."""

from alembic import op

revision = "0001"
down_revision = None

EVIDENCE = """
CREATE TABLE documents (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, input TEXT NOT NULL, title TEXT, publisher TEXT,
  published TEXT, captured TEXT NOT NULL, day TEXT NOT NULL, author TEXT, language TEXT, url TEXT,
  translation_of TEXT, status TEXT NOT NULL, words INTEGER NOT NULL, text TEXT NOT NULL,
  text_sha256 TEXT NOT NULL, original_sha256 TEXT REFERENCES originals(sha256), media_type TEXT NOT NULL,
  series TEXT, added INTEGER NOT NULL, captions TEXT NOT NULL, furniture TEXT NOT NULL,
  other_language TEXT NOT NULL);
CREATE INDEX documents_by_day ON documents(day, id);
CREATE INDEX documents_by_published ON documents(coalesce(published, '9999-99-99'), id);
CREATE INDEX documents_by_series ON documents(series) WHERE series IS NOT NULL;
CREATE INDEX documents_by_text ON documents(text_sha256);
CREATE INDEX documents_by_publisher ON documents(publisher);
CREATE TABLE problems (
  document TEXT NOT NULL REFERENCES documents(id), position INTEGER NOT NULL, place TEXT NOT NULL,
  what TEXT NOT NULL, hint TEXT NOT NULL, PRIMARY KEY (document, position)) WITHOUT ROWID;
CREATE TABLE originals (
  sha256 TEXT PRIMARY KEY, media_type TEXT NOT NULL, bytes INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE readings (
  number INTEGER PRIMARY KEY, document TEXT NOT NULL REFERENCES documents(id), reading TEXT NOT NULL,
  made TEXT NOT NULL, UNIQUE (document, reading));
CREATE TABLE statements (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL, document TEXT NOT NULL REFERENCES documents(id),
  reading TEXT NOT NULL, position INTEGER NOT NULL, sentence INTEGER NOT NULL, source_name TEXT NOT NULL,
  source_kind TEXT NOT NULL, anonymous INTEGER NOT NULL, act TEXT NOT NULL, evidentiality TEXT NOT NULL,
  within TEXT, content TEXT NOT NULL, json TEXT NOT NULL, UNIQUE (id, reading));
CREATE INDEX statements_by_document ON statements(document, reading, position);
CREATE INDEX statements_by_source ON statements(source_name) WHERE anonymous = 0;
CREATE TABLE propositions (
  id TEXT NOT NULL, reading TEXT NOT NULL, statement TEXT NOT NULL,
  document TEXT NOT NULL REFERENCES documents(id), text TEXT NOT NULL, factuality TEXT NOT NULL,
  event_from TEXT, event_to TEXT, due_from TEXT, due_to TEXT, PRIMARY KEY (id, reading)) WITHOUT ROWID;
CREATE INDEX propositions_by_statement ON propositions(statement);
CREATE TABLE forgetting (document TEXT PRIMARY KEY) WITHOUT ROWID;
"""

DERIVED = """
CREATE TABLE marks (
  number INTEGER PRIMARY KEY, proposition TEXT NOT NULL UNIQUE,
  document TEXT NOT NULL REFERENCES documents(id),
  published TEXT, blob BLOB NOT NULL, keys BLOB NOT NULL);
CREATE INDEX marks_by_number ON marks(number, proposition);
CREATE INDEX marks_by_document ON marks(document);
CREATE TABLE mark_keys (key INTEGER NOT NULL, mark INTEGER NOT NULL, PRIMARY KEY (key, mark)) WITHOUT ROWID;
CREATE TABLE reports (
  statement TEXT PRIMARY KEY, document TEXT NOT NULL REFERENCES documents(id),
  blob BLOB NOT NULL) WITHOUT ROWID;
CREATE INDEX reports_by_document ON reports(document);
CREATE TABLE sketches (document TEXT PRIMARY KEY REFERENCES documents(id), blob BLOB NOT NULL);
CREATE TABLE sketch_bands (
  band INTEGER NOT NULL, document INTEGER NOT NULL, PRIMARY KEY (band, document)) WITHOUT ROWID;
CREATE INDEX sketch_bands_by_document ON sketch_bands(document);
CREATE TABLE links (
  a TEXT NOT NULL, b TEXT NOT NULL, p REAL NOT NULL, relation TEXT NOT NULL, reasons TEXT NOT NULL,
  PRIMARY KEY (a, b), CHECK (a < b)) WITHOUT ROWID;
CREATE INDEX links_by_b ON links(b);
CREATE TABLE derivations (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, document TEXT NOT NULL, "of" TEXT, outlet TEXT NOT NULL,
  statement TEXT, p REAL NOT NULL, share REAL, evidence TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX derivations_by_document ON derivations(document);
CREATE INDEX derivations_by_of ON derivations("of") WHERE "of" IS NOT NULL;
CREATE TABLE claims (
  id TEXT PRIMARY KEY, gist TEXT NOT NULL, status TEXT NOT NULL, founder TEXT NOT NULL, first_published TEXT,
  last_published TEXT, first_day TEXT NOT NULL, last_day TEXT NOT NULL, documents INTEGER NOT NULL,
  origins_low INTEGER NOT NULL, origins INTEGER NOT NULL, origins_high INTEGER NOT NULL,
  against INTEGER NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX claims_newest ON claims(last_day, id);
CREATE INDEX claims_oldest ON claims(first_day, id);
CREATE INDEX claims_by_origins ON claims(origins_low, id);
CREATE INDEX claims_by_documents ON claims(documents, id);
CREATE INDEX claims_by_status ON claims(status, last_day, id);
CREATE TABLE claim_members (
  claim TEXT NOT NULL REFERENCES claims(id), proposition TEXT NOT NULL, statement TEXT NOT NULL,
  document TEXT NOT NULL, stance TEXT NOT NULL, scope TEXT NOT NULL, p REAL NOT NULL,
  PRIMARY KEY (claim, proposition)) WITHOUT ROWID;
CREATE INDEX claim_members_by_proposition ON claim_members(proposition);
CREATE INDEX claim_members_by_statement ON claim_members(statement);
CREATE INDEX claim_members_by_document ON claim_members(document);
CREATE TABLE subjects (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, entry TEXT NOT NULL,
  json TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE subject_statements (
  subject TEXT NOT NULL REFERENCES subjects(id), statement TEXT NOT NULL,
  PRIMARY KEY (subject, statement)) WITHOUT ROWID;
CREATE INDEX subject_statements_by_statement ON subject_statements(statement);
CREATE TABLE work (stage TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY (stage, document)) WITHOUT ROWID;
CREATE TABLE failures (
  input TEXT PRIMARY KEY, what TEXT NOT NULL, hint TEXT NOT NULL, at TEXT NOT NULL,
  tries INTEGER NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE document_words USING fts5(title, body, content='', tokenize='ascii');
CREATE VIRTUAL TABLE statement_words USING fts5(body, content='', tokenize='ascii');
"""

LOG = """
CREATE TABLE log (
  seq INTEGER PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL, data TEXT NOT NULL,
  previous TEXT NOT NULL, hash TEXT NOT NULL);
"""

VIEWS = """
CREATE VIEW documents_readable AS
SELECT published, publisher, title, author, language, status, words, url, captured, id,
  (SELECT count(*) FROM statements s WHERE s.document = d.id AND s.reading =
    (SELECT r.reading FROM readings r WHERE r.document = d.id ORDER BY r.number DESC LIMIT 1)) AS statements
FROM documents d;
CREATE VIEW statements_readable AS
SELECT d.published, d.publisher,
  CASE WHEN s.anonymous THEN 'anonymous: ' || coalesce(json_extract(s.json, '$.source.text'), '')
       WHEN s.source_name = '' THEN '(not said)' ELSE s.source_name END AS source,
  s.act, json_extract(s.json, '$.cue.text') AS cue, s.content, s.evidentiality,
  json_extract(s.json, '$.propositions[0].factuality') AS factuality, d.title, s.reading, s.id, s.document
FROM statements s JOIN documents d ON d.id = s.document;
CREATE VIEW claims_readable AS
SELECT c.gist, c.status, c.documents, c.origins_low AS origins_at_least, c.origins,
  c.origins_high AS origins_at_most,
  c.against AS origins_against, c.first_published, c.last_published, c.id
FROM claims c;
CREATE VIEW claim_members_readable AS
SELECT c.gist, m.stance, m.scope, m.p, d.published, d.publisher,
  (SELECT s.content FROM statements s WHERE s.id = m.statement ORDER BY s.number DESC LIMIT 1) AS content,
  m.claim, m.statement, m.document
FROM claim_members m JOIN claims c ON c.id = m.claim JOIN documents d ON d.id = m.document;
CREATE VIEW derivations_readable AS
SELECT d.publisher, d.title, r.kind, r.outlet AS from_outlet, o.title AS from_title, r.p, r.share,
  r.evidence, r.id
FROM derivations r JOIN documents d ON d.id = r.document LEFT JOIN documents o ON o.id = r."of";
"""

# What would be replaced by INSERT OR REPLACE, which fires no trigger for DELETE.
UNIQUE = {
    "documents": "id = NEW.id OR number = NEW.number",
    "originals": "sha256 = NEW.sha256",
    "statements": "number = NEW.number OR (id = NEW.id AND reading = NEW.reading)",
    "propositions": "id = NEW.id AND reading = NEW.reading",
    "log": "seq = NEW.seq",
}

# Evidence is never changed, and deleted only while its document stands in `forgetting`.
OWNED = {
    "documents": "OLD.id", "problems": "OLD.document", "readings": "OLD.document",
    "statements": "OLD.document", "propositions": "OLD.document",
}  # fmt: skip


def upgrade() -> None:
    """Makes everything; the transaction is the caller's."""
    for script in (EVIDENCE, DERIVED, LOG, VIEWS):
        for statement in script.split(";\n"):
            if statement.strip():
                op.get_bind().exec_driver_sql(statement)
    for table, document in OWNED.items():
        _guard(table, "UPDATE", "a row of evidence is never changed", "")
        known = f"WHEN NOT EXISTS (SELECT 1 FROM forgetting WHERE document = {document})"
        _guard(table, "DELETE", "a row of evidence is only deleted with its document", known)
    used = "WHEN EXISTS (SELECT 1 FROM documents WHERE original_sha256 = OLD.sha256)"
    _guard("originals", "UPDATE", "a row of evidence is never changed", "")
    _guard("originals", "DELETE", "a document has this original", used)
    for change in ("UPDATE", "DELETE"):
        _guard("log", change, "the log is only added to", "")
    for table, same in UNIQUE.items():
        _guard(
            table, "INSERT", "this row is there already", f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {same})"
        )


def _guard(table: str, change: str, why: str, when: str) -> None:
    name = f"{table}_no_{change.lower()}"
    op.get_bind().exec_driver_sql(
        f"CREATE TRIGGER {name} BEFORE {change} ON {table} {when} "
        f"BEGIN SELECT RAISE(ABORT, '{table}: {why}'); END"
    )
