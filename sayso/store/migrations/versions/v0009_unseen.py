"""What an original hides, strikes or goes on with, with its place in the text."""

from alembic import op

revision = "0009"
down_revision = "0008"

# Evidence as the rest: never changed, and deleted only while its document stands in `forgetting`.
STEPS = (
    "CREATE TABLE unseen ("
    " document TEXT NOT NULL REFERENCES documents(id), position INTEGER NOT NULL, kind TEXT NOT NULL,"
    " first INTEGER, last INTEGER, words TEXT NOT NULL, PRIMARY KEY (document, position)) WITHOUT ROWID",
    "CREATE TRIGGER unseen_no_update BEFORE UPDATE ON unseen"
    " BEGIN SELECT RAISE(ABORT, 'unseen: a row of evidence is never changed'); END",
    "CREATE TRIGGER unseen_no_delete BEFORE DELETE ON unseen"
    " WHEN NOT EXISTS (SELECT 1 FROM forgetting WHERE document = OLD.document)"
    " BEGIN SELECT RAISE(ABORT, 'unseen: a row of evidence is only deleted with its document'); END",
)


def upgrade() -> None:
    """Makes the table; the transaction is the caller's."""
    for step in STEPS:
        op.get_bind().exec_driver_sql(step)
