"""What each document is about, as one vector: by it the documents are found that may speak of one matter."""

from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Makes the table; documents that are read anew fill it."""
    op.get_bind().exec_driver_sql(
        "CREATE TABLE topics ("
        " document INTEGER PRIMARY KEY REFERENCES documents(number), vector BLOB NOT NULL)"
    )
