"""A running server: its ledger, its key, its jobs, and what it has worked out already."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.pipeline.memory import Memory
from sayso.web.holding import Held
from sayso.web.jobs import Jobs
from sayso.web.keys import form_token, new_key

PORT = 8731
HOST = "127.0.0.1"
ANSWERS = 64  # of the interface, that are kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """What all requests to one server share. `by` is the name with which a form of judgement is filled."""

    held: Held
    key: str = field(default_factory=new_key)
    port: int = PORT
    by: str = ""
    jobs: Jobs = field(default_factory=Jobs)
    memory: Memory = field(default_factory=Memory)
    pages: Memory = field(default_factory=Memory)
    answers: Memory = field(default_factory=lambda: Memory(ANSWERS))

    @property
    def token(self) -> str:
        """What every form carries."""
        return form_token(self.key)

    @property
    def hosts(self) -> frozenset[str]:
        """The names under which this machine reaches the server, with the port."""
        return frozenset(f"{name}:{self.port}" for name in ("127.0.0.1", "localhost", "[::1]"))

    @property
    def address(self) -> str:
        """Where to begin, with the key."""
        return f"http://{HOST}:{self.port}/?key={self.key}"
