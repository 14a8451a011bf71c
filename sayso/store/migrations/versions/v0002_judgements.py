"""What people decide: judgements and their revocations, only ever added to."""

from alembic import op

revision = "0002"
down_revision = "0001"

TABLES = (
    "CREATE TABLE judgements ("
    " number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, what TEXT NOT NULL, value TEXT NOT NULL,"
    ' "by" TEXT NOT NULL, why TEXT NOT NULL, at TEXT NOT NULL, seq INTEGER NOT NULL)',
    "CREATE TABLE judgement_targets ("
    " judgement TEXT NOT NULL REFERENCES judgements(id), position INTEGER NOT NULL, target TEXT NOT NULL,"
    " PRIMARY KEY (judgement, position)) WITHOUT ROWID",
    "CREATE INDEX judgement_targets_by_target ON judgement_targets(target)",
    "CREATE TABLE revocations ("
    ' judgement TEXT PRIMARY KEY REFERENCES judgements(id), "by" TEXT NOT NULL, why TEXT NOT NULL,'
    " at TEXT NOT NULL, seq INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE VIEW judgements_readable AS"
    ' SELECT j.at, j."by", j.what, j.value, j.why,'
    " (SELECT group_concat(t.target, ' ') FROM judgement_targets t WHERE t.judgement = j.id) AS targets,"
    ' r.at AS revoked, r."by" AS revoked_by, r.why AS revoked_why, j.id'
    " FROM judgements j LEFT JOIN revocations r ON r.judgement = j.id",
)


def upgrade() -> None:
    """Makes the tables; the transaction is the caller's."""
    for statement in TABLES:
        op.get_bind().exec_driver_sql(statement)
    for table in ("judgements", "judgement_targets", "revocations"):
        for change in ("UPDATE", "DELETE"):
            op.get_bind().exec_driver_sql(
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table}: what was decided is revoked, never edited'); END"
            )
