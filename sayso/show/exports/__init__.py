"""What a ledger holds, in the formats of other tools: one file a format, `formats` lists them."""
