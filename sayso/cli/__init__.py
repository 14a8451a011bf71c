"""The command line: one file a verb, loaded when it is called."""

from __future__ import annotations

import sys

import click

from sayso.cli.lazy import Lazy
from sayso.cli.settled import Settled, quieten

VERBS = {
    "read": "Statements of the documents given: who says what, through whom, how sure.",
    "add": "Read documents into a ledger, and link them.",
    "reread": "Read anew, by the present reader, what an older one has read.",
    "claims": "Which claims are in the ledger, and how many independent origins each has.",
    "claim": "One claim: its origins and why, who denies it, what that amounts to, line by line.",
    "sources": "The named sources of the ledger.",
    "source": "One named source and what it is reported to have said.",
    "documents": "The documents of the ledger.",
    "expectations": "What was promised, planned or foreseen, by whom, and what came of it.",
    "changes": "What changed since a day: denials, origins, claims, what fell due.",
    "dossier": "A brief on a subject: claims, denials, promises, the line over time, who is who.",
    "timeline": "What happened or was due when, and on whose say-so.",
    "search": "Documents that hold some words.",
    "diff": "What changed between two captured texts of one page, or two readings of one text.",
    "judge": "Decide what the program cannot: merge, split, correct, override, resolve, revoke.",
    "serve": "The ledger in a browser, on this machine alone.",
    "check": "What in a draft needs a look before it is published.",
    "export": "The ledger, or a part of it, in a format of other tools; the evidence pack.",
    "fetch": "Keep web pages and the pages of feeds in a folder, to be read.",
    "watch": "Follow folders and feeds: add what is new, tell what it changed, as it comes.",
    "forget": "Delete a document and every word of it.",
    "verify": "Whether the ledger is whole.",
    "datasette": "What Datasette is to be told of the ledger, so that it opens well.",
    "backup": "A copy of the ledger, also while it is in use.",
    "completion": "The script by which your shell completes verbs, options and ids.",
    "schema": "The JSON Schema of a shape: statement, document, claim, …",
    "config": "What is set and where, and which plugins may run.",
}


STOPPED = 130


class Verbs(Lazy):
    """The verbs; Ctrl-C is said in a line."""

    def invoke(self, ctx: click.Context) -> object:
        """Runs the verb; Ctrl-C is said in a line and has the exit code 130 that shells know."""
        from sayso.cli.streams import heard

        try:
            with heard():
                return super().invoke(ctx)
            return None
        except KeyboardInterrupt:
            click.echo("sayso: stopped", err=True)
            ctx.exit(STOPPED)


@click.group(
    cls=Verbs, package="sayso.cli", verbs=VERBS,
    context_settings={"help_option_names": ["-h", "--help"], "default_map": Settled()},
)  # fmt: skip
@click.option(
    "--set", "given", multiple=True, metavar="KEY=VALUE", help="A setting for this call; repeatable."
)
@click.version_option(package_name="sayso", message="sayso %(version)s")
def main(given: tuple[str, ...]) -> None:
    """On whose say-so? Reads reports from places that nobody can check at first hand.

    Everything runs on this machine. Only `fetch` and `watch` use the network, and only for what
    they are asked.

    Exit codes: 0 done; 1 `changes` or `check` found something; 3 done in part (what could not be read is
    named on standard error); 2 usage, or nothing could be done; 130 stopped by Ctrl-C.
    """
    quieten()


def run() -> None:
    """The entry point of `python -m sayso`."""
    sys.exit(main())
