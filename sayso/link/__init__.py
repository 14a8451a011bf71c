"""Statements become claims: which are the same, who had it from whom, how many origins."""
