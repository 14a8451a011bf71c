"""One file a page: what it asks of the ledger, and which template shows it."""
