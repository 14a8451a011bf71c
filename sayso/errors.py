"""The tree of exceptions, and Problem: an error that is a value.

SaysoError
├── UsageError          the call itself makes no sense (exit code 2)
├── UnreadableInput     one input cannot be read; carries a Problem (the run goes on)
├── MissingWeights      the learnt weights are not where they should be
└── LedgerError         the ledger's file cannot be used as asked; nothing that was stored is lost
    ├── LedgerMissing   there is no ledger at that path, or it cannot be opened
    ├── NotALedger      what is at that path is something else
    ├── LedgerTooNew    a newer version of the program has made it
    ├── LedgerBusy      another process is writing; the message says which
    ├── LedgerFull      no room on the disk, or the disk failed; what was acknowledged is kept
    └── LedgerDamaged   the file is broken
"""

import msgspec


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Something that went wrong with one input: where, what, and what to do about it.

    `where` names the input as the user named it; `what` and `hint` are sentences for people. As a
    string it is one line that steers no terminal: what cannot be printed is written as ⟨U+001B⟩.
    """

    where: str
    what: str
    hint: str = ""

    def __str__(self) -> str:
        line = f"{self.where}: {self.what}" + (f" ({self.hint})" if self.hint else "")
        return "".join(char if char.isprintable() else f"⟨U+{ord(char):04X}⟩" for char in line)


class SaysoError(Exception):
    """The root of every exception that sayso raises on purpose."""


class UsageError(SaysoError):
    """The call makes no sense as it stands."""


class UnreadableInput(SaysoError):
    """One input cannot be read; `problem` says which and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem

    def __reduce__(self) -> tuple[type["UnreadableInput"], tuple[Problem]]:
        return type(self), (self.problem,)  # it comes out of worker processes whole


class MissingWeights(SaysoError):
    """The learnt weights of a model are not in the installation."""


class LedgerError(SaysoError):
    """The ledger's file cannot be used as asked."""


class LedgerMissing(LedgerError):
    """There is no ledger at that path, or it cannot be opened."""


class NotALedger(LedgerError):
    """What is at that path is no ledger, and is left as it is."""


class LedgerTooNew(LedgerError):
    """A newer version of the program has made the ledger."""


class LedgerBusy(LedgerError):
    """Another process is writing to the ledger; the message says which."""


class LedgerFull(LedgerError):
    """Nothing more could be written; what was acknowledged before is kept."""


class LedgerDamaged(LedgerError):
    """The ledger's file is broken."""
