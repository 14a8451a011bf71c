"""`sayso schema NAME`: the JSON Schema of a shape."""

import click

from sayso.cli.completing import shapes
from sayso.errors import UsageError
from sayso.show.shapes import schema


@click.command("schema")
@click.argument("name", shell_complete=shapes)
def command(name: str) -> None:
    """Print the JSON Schema of NAME (statement, document, claim, …)."""
    try:
        click.echo(schema(name).decode())
    except UsageError as error:
        raise click.UsageError(str(error)) from error
