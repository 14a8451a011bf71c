"""Who reads: the options for it, and the plugins that the settings let run."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from sayso.cli.options import Command
from sayso.cli.settled import settings

if TYPE_CHECKING:
    from sayso.plugins import Enabled


def reader_option(command: Command) -> Command:
    """`--reader NAME` and `--rules`, which is short for `--reader rules`."""
    command = click.option("--rules", is_flag=True, help="Read by rules alone, without learnt weights.")(
        command
    )
    return click.option(
        "--reader", default="sayso", show_default=True, metavar="NAME",
        help="Who reads: sayso, rules, or a plugin that is enabled (see `sayso config plugins`).",
    )(command)  # fmt: skip


def plugins() -> Enabled:
    """The plugins that the settings let run, with what they are told."""
    from sayso.plugins import Enabled

    held = settings()
    return Enabled(names=held.plugins, options=held.plugin_options)


@contextmanager
def choosing() -> Iterator[None]:
    """A reader or a plugin that cannot be used is a usage error."""
    from sayso.errors import UsageError

    try:
        yield
    except UsageError as error:
        from sayso.show.report_characters import shown

        raise click.UsageError(shown(str(error))) from error
