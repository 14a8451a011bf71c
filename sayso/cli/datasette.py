"""`sayso datasette`: what Datasette is to be told of a ledger, so that it opens well."""

from pathlib import Path

import click

from sayso.cli.opening import opened
from sayso.cli.options import ledger_option


@click.command("datasette")
@ledger_option
@click.option("--views-only", is_flag=True, help="For others: refuse tables and free queries, too.")
def command(ledger: str, views_only: bool) -> None:
    """Print metadata for Datasette (YAML): titles, what the columns mean, facets, queries to begin with.

    Save it and open the ledger with `datasette sayso.db --metadata metadata.yaml`. Only the views (`v_…`) are
    shown; in them an anonymous source has no name.
    """
    import yaml

    from sayso.show.datasette import metadata

    with opened(ledger):  # it is there, and has the views
        found = metadata(Path(ledger).stem, views_only=views_only)
    click.echo(yaml.safe_dump(found, sort_keys=False, allow_unicode=True, width=110), nl=False)
