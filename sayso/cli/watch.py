"""`sayso watch PATH_OR_FEED…`: follows folders and feeds, adds what is new, tells what it changed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from sayso.cli.options import ledger_option

if TYPE_CHECKING:
    from sayso.pipeline.watching import Look, Watch

PART = 3
LEAST_SECONDS_FOR_FEEDS = 60.0


@click.command("watch")
@click.argument("inputs", nargs=-1, required=True, metavar="PATH_OR_FEED…")
@ledger_option
@click.option(
    "--every", default=300.0, show_default=True, metavar="SECONDS", type=click.FloatRange(0.5, 86_400),
    help="Between two looks.",
)  # fmt: skip
@click.option("--once", is_flag=True, help="Look once, and end: for cron.")
@click.option("--about", multiple=True, metavar="WORDS", help="Tell only what is about this; repeatable.")
@click.option("--feed-out", metavar="FILE", help="Keep an RSS 2.0 feed of what changed in FILE.")
@click.option("--json-feed", metavar="FILE", help="Keep a JSON Feed 1.1 of what changed in FILE.")
@click.option(
    "--to", "folder", default="captures", show_default=True, metavar="FOLDER", help="Where pages are kept."
)
@click.option(
    "--pages", default=50, show_default=True, type=click.IntRange(1, 1_000),
    help="At most so many new pages of a feed at one look.",
)  # fmt: skip
@click.option("--allow-private", is_flag=True, help="Also addresses of this machine and of private networks.")
@click.option("--publisher", help="Who published it, where the file does not say.")
@click.option("--language", metavar="CODE", help="Its language (en), where the file does not say.")
@click.option("--rules", is_flag=True, help="Read by rules alone, without learnt weights.")
@click.option("--jsonl", "form", flag_value="jsonl", help="One object a line; so it is when piped.")
@click.option("--table", "form", flag_value="table", help="The table, also when piped.")
def command(
    inputs: tuple[str, ...], ledger: str, every: float, once: bool, about: tuple[str, ...],
    feed_out: str | None, json_feed: str | None, folder: str, pages: int, allow_private: bool,
    publisher: str | None, language: str | None, rules: bool, form: str | None,
) -> None:  # fmt: skip
    """Follow each folder, file or address (a page or a feed), and tell what new documents change.

    Added is what is new by its bytes; told is what changed since this watch told last, also by documents
    that `sayso add` brought. A file that cannot be read, or a feed that does not answer, is named once on
    standard error, and the rest goes on. Ends with Ctrl-C; killed, it goes on where it was. Only addresses
    that are named are fetched, and the pages that their feeds list. Exit codes with --once: 0 done,
    whether or not anything changed; 3 something new could not be read; 2 usage, or nothing could be done.
    """
    from sayso import __version__
    from sayso.fetch import Policy
    from sayso.ingest import Defaults
    from sayso.pipeline.watching import Watch

    watch = Watch(
        ledger=ledger, inputs=inputs, about=about, rss=feed_out, json=json_feed, to=folder, rules=rules,
        policy=Policy(allow_private=allow_private, pages=pages, user_agent=f"sayso/{__version__}"),
        defaults=Defaults(publisher=publisher, language=language),
    )  # fmt: skip
    if watch.feeds and every < LEAST_SECONDS_FOR_FEEDS and not once:
        raise click.UsageError(
            f"--every is {LEAST_SECONDS_FOR_FEEDS:.0f} seconds or more where feeds are asked"
        )
    sys.exit(_run(watch, every, once, form))


def _run(watch: Watch, every: float, once: bool, form: str | None) -> int:
    import time
    from datetime import UTC, datetime

    from sayso.errors import LedgerError, UsageError
    from sayso.pipeline.watching import alone, follow, look
    from sayso.show.report_characters import shown

    def clock() -> datetime:
        return datetime.now(UTC)

    try:
        with alone(watch, clock):
            if once:
                found = look(watch, clock=clock)
                _tell(found, form)
                return PART if found.problems else 0
            for found in follow(watch, clock=clock, sleep=time.sleep, every_seconds=every):
                _tell(found, form)
    except (LedgerError, UsageError) as error:
        raise click.UsageError(shown(str(error))) from error
    return 0


def _tell(found: Look, form: str | None) -> None:
    """Problems on standard error, changes on standard output, at once."""
    from sayso.cli.printing import chosen
    from sayso.show.grouping import count

    for problem in found.problems:
        click.echo(f"sayso: {problem}", err=True)
    if found.new:
        click.echo(f"sayso: {count(found.new, 'new document')}", err=True)
    if chosen(form) == "table":
        from sayso.show.news_table import print_blocks
        from sayso.show.terminal import make_console

        print_blocks(found.news, make_console())
    else:
        from sayso.show.shapes import as_jsonl

        sys.stdout.buffer.write(as_jsonl(found.news))
    sys.stdout.flush()
    sys.stdout.buffer.flush()
