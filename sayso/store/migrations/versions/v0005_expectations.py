"""What was foretold and what came of it, made by linking: it can be dropped and made again."""

from alembic import op

revision = "0005"
down_revision = "0002"

TABLES = (
    "CREATE TABLE tellings ("
    " number INTEGER PRIMARY KEY, proposition TEXT NOT NULL UNIQUE, document TEXT NOT NULL,"
    " foretells INTEGER NOT NULL, expectation TEXT, blob BLOB NOT NULL, keys BLOB NOT NULL)",
    "CREATE INDEX tellings_by_document ON tellings(document)",
    "CREATE INDEX tellings_by_expectation ON tellings(expectation) WHERE expectation IS NOT NULL",
    "CREATE TABLE telling_keys ("
    " key INTEGER NOT NULL, foretells INTEGER NOT NULL, telling INTEGER NOT NULL,"
    " PRIMARY KEY (key, foretells, telling)) WITHOUT ROWID",
    "CREATE TABLE expectations ("
    " id TEXT PRIMARY KEY, first_day TEXT NOT NULL, due_from TEXT, due_to TEXT, promisor TEXT NOT NULL,"
    " gist TEXT NOT NULL, blob BLOB NOT NULL) WITHOUT ROWID",
    "CREATE INDEX expectations_by_day ON expectations(first_day, id)",
)


def upgrade() -> None:
    """Makes the tables; the transaction is the caller's. The next `add` fills them from what is stored."""
    for statement in TABLES:
        op.get_bind().exec_driver_sql(statement)
