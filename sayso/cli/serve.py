"""`sayso serve`: the ledger in a browser, on this machine alone."""

import click

from sayso.cli.options import ledger_option


@click.command("serve")
@ledger_option
@click.option(
    "--port", type=click.IntRange(0, 65_535), default=8731, show_default=True, help="0: any free one."
)
@click.option("--by", metavar="NAME", default="", help="The name that forms of judgement are filled with.")
@click.option("--open/--no-open", "opens", default=True, help="Whether to open the browser.")
@click.option("--log/--no-log", "logs", default=False, help="Whether to print each request.")
def command(ledger: str, port: int, by: str, opens: bool, logs: bool) -> None:
    """Show the ledger in a browser: read, follow, judge, add.

    Only this machine reaches the pages, and only with the key in the address that is printed. To work from
    another one, forward the port: `ssh -L 8731:127.0.0.1:8731 HOST`.
    """
    from sayso.errors import LedgerError, UsageError
    from sayso.show.report_characters import shown
    from sayso.web.running import serve

    try:
        serve(ledger, port=port, by=by, opens=opens, logs=logs, tell=click.echo)
    except (LedgerError, UsageError) as error:
        raise click.UsageError(shown(str(error))) from error
