"""Flat views for programs that browse databases: `v_…`, with the names of the columns of the tables.

They show what is shown, without the columns that only the program needs. Who is anonymous has no name in
them: nothing can be grouped by the words with which outlets describe such a source.
"""

from alembic import op

revision = "0008"
down_revision = "0007"

SHOWN = "JOIN shown w ON w.document = s.document AND w.reading = s.reading"
# A link of a chain is hidden where it is what the same text calls an anonymous source.
CHAIN = (
    "(SELECT group_concat(CASE WHEN EXISTS (SELECT 1 FROM statements a WHERE a.document = s.document"
    " AND a.reading = s.reading AND a.anonymous AND a.source_name = c.value) THEN '(anonymous)'"
    " ELSE c.value END, ' > ') FROM json_each(s.json, '$.chain') c)"
)
DAYS = (
    "(SELECT {most}(p.{column}) FROM propositions p WHERE p.statement = s.id AND p.reading = s.reading)"
    " AS {column}"
)
NAMED = "s.anonymous = 0 AND s.source_kind NOT IN ('author', 'unspecified') AND s.source_name <> ''"

VIEWS = {
    "v_documents": (
        "SELECT d.id AS document, d.title, d.publisher, d.published, d.captured, d.author, d.language,"
        " d.status, d.words, d.url, d.translation_of, (SELECT count(*) FROM statements s " + SHOWN +
        " WHERE s.document = d.id) AS statements, d.text_sha256 FROM documents d"
    ),
    "v_texts": "SELECT d.id AS document, d.title, d.publisher, d.published, d.text FROM documents d",
    "v_statements": (
        "SELECT s.id AS statement, d.id AS document, d.publisher, d.published,"
        " CASE WHEN s.anonymous THEN NULL ELSE nullif(s.source_name, '') END AS source,"
        " CASE WHEN s.anonymous THEN NULL ELSE nullif(json_extract(s.json, '$.source.text'), '') END"
        " AS source_printed, s.source_kind, s.anonymous, " + CHAIN + " AS chain, s.act,"
        " json_extract(s.json, '$.cue.text') AS cue, s.content,"
        " json_extract(s.json, '$.quotation') AS quotation, s.evidentiality,"
        " (SELECT replace(group_concat(DISTINCT json_extract(p.value, '$.factuality')), ',', '; ')"
        " FROM json_each(s.json, '$.propositions') p) AS factuality,"
        + ", ".join(
            DAYS.format(most="min" if column.endswith("from") else "max", column=column)
            for column in ("event_from", "event_to", "due_from", "due_to")
        ) +
        ", s.sentence, json_extract(s.json, '$.confidence') AS confidence, s.within, s.reading, d.title"
        " FROM statements s " + SHOWN + " JOIN documents d ON d.id = s.document"
    ),
    "v_claims": (
        "SELECT c.id AS claim, c.gist, c.status, c.documents,"
        " (SELECT count(DISTINCT m.statement) FROM claim_members m WHERE m.claim = c.id) AS statements,"
        " c.origins_low, c.origins, c.origins_high, c.against AS origins_against,"
        " (SELECT count(*) FROM claim_members m WHERE m.claim = c.id AND m.stance = 'denies') AS denials,"
        " c.first_published, c.last_published FROM claims c"
    ),
    "v_members": (
        "SELECT m.claim, m.statement, m.proposition, m.document, d.publisher, d.published, m.stance,"
        " m.scope, m.p, (SELECT p.text FROM propositions p"
        " JOIN shown w ON w.document = p.document AND w.reading = p.reading WHERE p.id = m.proposition)"
        " AS text, c.gist, c.status, d.title"
        " FROM claim_members m JOIN claims c ON c.id = m.claim JOIN documents d ON d.id = m.document"
    ),
    "v_sources": (
        "SELECT s.source_name AS name, s.source_kind AS kind, count(*) AS statements,"
        " count(DISTINCT s.document) AS documents, sum(s.act = 'deny') AS denials,"
        " sum(s.act = 'promise') AS promises, min(d.published) AS first, max(d.published) AS last"
        " FROM statements s " + SHOWN + " JOIN documents d ON d.id = s.document WHERE " + NAMED +
        " GROUP BY s.source_name, s.source_kind"
    ),
    "v_expectations": (
        "SELECT e.id AS expectation, nullif(e.promisor, '') AS promisor, e.gist, e.due_from, e.due_to,"
        " e.first_day AS told_since FROM expectations e"
    ),
    "v_timeline": (
        "SELECT json_extract(t.value, '$.from') AS first, json_extract(t.value, '$.to') AS last,"
        " json_extract(t.value, '$.role') AS role, json_extract(t.value, '$.text') AS printed,"
        " json_extract(p.value, '$.text') AS text, s.id AS statement,"
        " json_extract(p.value, '$.id') AS proposition, d.id AS document, d.publisher, d.published"
        " FROM statements s " + SHOWN + " JOIN documents d ON d.id = s.document,"
        " json_each(s.json, '$.propositions') p, json_each(p.value, '$.times') t"
        " WHERE coalesce(json_extract(t.value, '$.from'), json_extract(t.value, '$.to')) IS NOT NULL"
    ),
    "v_derivations": (
        "SELECT r.kind, r.document, d.publisher, d.title, r.outlet AS from_outlet, r.\"of\" AS from_document,"
        " o.title AS from_title, r.p, r.share FROM derivations r JOIN documents d ON d.id = r.document"
        " LEFT JOIN documents o ON o.id = r.\"of\""
    ),
    "v_judgements": (
        "SELECT j.id AS judgement, j.at, j.\"by\", j.why, j.what, j.value,"
        " (SELECT group_concat(t.target, '; ') FROM judgement_targets t WHERE t.judgement = j.id) AS targets,"
        " r.at AS revoked, r.\"by\" AS revoked_by, r.why AS revoked_why"
        " FROM judgements j LEFT JOIN revocations r ON r.judgement = j.id"
    ),
}  # fmt: skip


def upgrade() -> None:
    """Makes the views; the transaction is the caller's."""
    for name, query in VIEWS.items():
        op.get_bind().exec_driver_sql(f"CREATE VIEW {name} AS {query}")
