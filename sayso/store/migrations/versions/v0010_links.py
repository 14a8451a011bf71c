"""Links without their reasons, and those of a proposition's other side in order of how sure they are.

Links are found for every pair that may be one claim, and a claim shows twenty: their reasons are worked out
when they are shown.
"""

from alembic import op

revision = "0010"
down_revision = "0009"

STEPS = (
    "ALTER TABLE links DROP COLUMN reasons",
    "DROP INDEX links_by_b",
    "CREATE INDEX links_by_b ON links(b, p)",
)


def upgrade() -> None:
    """Changes the table; the transaction is the caller's."""
    for step in STEPS:
        op.get_bind().exec_driver_sql(step)
