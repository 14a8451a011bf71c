"""Document → Statements: attribution, sources, chains, factuality, times."""
