"""Calls of the command line: in this process, and in one of its own."""

import json
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

from click.testing import CliRunner

from sayso.cli import main


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """What a call gave. A traceback is never part of it: it is raised in the test."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        """Standard output as one JSON value."""
        return json.loads(self.out)


def sayso(*words: str, stdin: bytes | str | None = None) -> Call:
    """`sayso WORDS`, in this process."""
    done = CliRunner().invoke(main, list(words), input=stdin)
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return Call(code=done.exit_code, out=done.stdout, err=done.stderr)


def process(*words: str, stdin: bytes = b"", seconds: float = 60) -> Call:
    """`python -m sayso WORDS`, in a process of its own with its output piped."""
    done = subprocess.run(
        [sys.executable, "-m", "sayso", *words],
        input=stdin,
        capture_output=True,
        check=False,
        timeout=seconds,
    )
    return Call(code=done.returncode, out=done.stdout.decode(), err=done.stderr.decode())
