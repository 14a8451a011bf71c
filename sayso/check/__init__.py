"""A draft against the ledger: what in it needs a look before it is published."""

from sayso.check.findings import findings_of
from sayso.check.matter import Figure, Match, Matter, Printed

__all__ = ["Figure", "Match", "Matter", "Printed", "findings_of"]
