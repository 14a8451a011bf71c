"""`sayso completion SHELL`: the script by which a shell completes verbs, options and ids."""

import click
from click.shell_completion import get_completion_class

VARIABLE = "_SAYSO_COMPLETE"


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print the script that completes verbs, options and ids of claims in SHELL (bash, zsh or fish).

    bash: `sayso completion bash > ~/.local/share/bash-completion/completions/sayso`; zsh: into a
    file `_sayso` in a folder of `$fpath`; fish: into `~/.config/fish/completions/sayso.fish`.
    """
    from sayso.cli import main

    made = get_completion_class(shell)
    assert made is not None
    found = made(main, {}, "sayso", VARIABLE)
    click.echo(found.source_template % found.source_vars())
