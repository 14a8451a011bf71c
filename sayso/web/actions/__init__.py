"""One file for each kind of thing that a person does on a page and that is written into the ledger."""
