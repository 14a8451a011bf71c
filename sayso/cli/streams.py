"""Standard output that goes wrong: whoever stopped listening is no error, a full disk is said."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click


class Unprinted(click.ClickException):
    """What was found could not be printed: nothing was done (exit code 2)."""

    exit_code = 2


@contextmanager
def printing() -> Iterator[None]:
    """Prints inside: a pipe that was closed behind ends it quietly, everything else raises Unprinted."""
    if sys.stdout is None:
        raise Unprinted("standard output is closed: give it somewhere to go")
    try:
        yield
    except BrokenPipeError:
        _hush()
    except OSError as error:
        _hush()
        raise Unprinted(f"standard output cannot be written: {error.strerror}") from error


@contextmanager
def heard() -> Iterator[None]:
    """What prints inside ends quietly where the pipe behind was closed (`sayso claims | head`).

    A full disk is said, as Unprinted.
    """
    try:
        yield
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        _hush()
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        _hush()
        raise Unprinted(f"nothing more can be written: {error.strerror}") from error


def _hush() -> None:
    """Sends what is left in the buffers nowhere, so that nothing more goes wrong at the exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
