"""Doors into other programs: each needs that program and is imported by who uses it."""
