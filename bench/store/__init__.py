"""Benches of the ledger's file."""
