"""The text around statements: furniture, quotations, turns of a transcript, capitals."""
