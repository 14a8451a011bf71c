"""The tree of exceptions, and Problem: an error that is a value.

SaysoError
├── UsageError          the call itself makes no sense (exit code 2)
├── UnreadableInput     one input cannot be read; carries a Problem (the run goes on)
└── MissingWeights      the learnt weights are not where they should be
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


class MissingWeights(SaysoError):
    """The learnt weights of a model are not in the installation."""
