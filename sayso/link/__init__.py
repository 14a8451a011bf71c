"""Statements → claims: the same claim, its stance, copies, derivations, origins."""
