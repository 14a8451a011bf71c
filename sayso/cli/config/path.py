"""`sayso config path`: where settings are written."""

import click


@click.command("path")
def command() -> None:
    """Print the names of your own settings file and of the working folder's, there or not.

    The later one of them wins, key by key. A file that is there says so.
    """
    from sayso.settings import folder_file, user_file

    mine, here = user_file(), folder_file().resolve()
    lines = ["(SAYSO_CONFIG is set to nothing: you have no file of your own)" if mine is None else str(mine)]
    for path, line in ((mine, lines[0]), (here, str(here))):
        there = path is not None and path.is_file()
        click.echo(line if there or path is None else f"{line}  (not there)")
