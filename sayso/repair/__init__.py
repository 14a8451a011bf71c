"""Statements → statements: newer readings mapped to older ones, corrections put in, pins held. Pure."""
