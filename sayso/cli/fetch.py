"""`sayso fetch URL…`: the verb that uses the network."""

from __future__ import annotations

import sys

import click

PART, NOTHING = 3, 2


@click.command("fetch")
@click.argument("urls", nargs=-1, required=True, metavar="URL…")
@click.option(
    "--to", "folder", default="captures", show_default=True, metavar="FOLDER", help="Where to keep them."
)
@click.option(
    "--pages",
    default=50,
    show_default=True,
    type=click.IntRange(1, 1_000),
    help="At most so many pages of a feed.",
)
@click.option(
    "--seconds", default=30.0, show_default=True, type=click.FloatRange(0.1, 3_600), help="Time for one page."
)
@click.option("--allow-private", is_flag=True, help="Also addresses of this machine and of private networks.")
def command(urls: tuple[str, ...], folder: str, pages: int, seconds: float, allow_private: bool) -> None:
    """Fetch each URL, a page or a feed with its pages, into FOLDER as a web archive (WARC).

    `sayso read FOLDER` then reads them, with their addresses and the moments of capture. Prints the
    name of each file that was written. No cookies, no scripts, nothing but what was asked for. Exit codes:
    0 done; 3 some could not be fetched (they are named on standard error); 2 usage, or nothing was.
    """
    from datetime import UTC, datetime

    from sayso import __version__
    from sayso.errors import Problem, UsageError
    from sayso.fetch import Policy
    from sayso.pipeline.fetching import fetch_urls

    policy = Policy(
        allow_private=allow_private, pages=pages, seconds=seconds, user_agent=f"sayso/{__version__}"
    )
    kept = failed = 0
    try:
        for found in fetch_urls(urls, folder, policy, clock=lambda: datetime.now(UTC)):
            if isinstance(found, Problem):
                failed += 1
                click.echo(f"sayso: {found}", err=True)
            else:
                kept += 1
                click.echo(str(found))
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    sys.exit(NOTHING if not kept else PART if failed else 0)
