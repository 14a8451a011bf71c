"""Drafts about the small corpus: one that says what it may, and one with a fault in every line."""

CLEAN = """At least nine passengers drowned when the ferry Saint Osric sank off Port Arless, the Harbour
Office of Velmark said. The Ministry of Waters denied that passengers had drowned.
"""
FAULTY = """At least twelve passengers drowned when the ferry Saint Osric sank off Port Arless.
"""
