"""Pictures of a ledger as SVG, each with a table that says the same: made here, of plain elements."""
