"""Weighs what is claimed: evidence, records of sources, what was promised and what came of it."""
