"""`sayso dossier SUBJECT…`: a brief on a country, a body, a person or a matter, as of a day."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.opening import opened
from sayso.cli.options import as_of_option, ledger_option, limit_option
from sayso.cli.printing import print_item

if TYPE_CHECKING:
    from sayso.model import Dossier


@click.command("dossier")
@click.argument("subject", nargs=-1, required=True, metavar="SUBJECT…")
@ledger_option
@as_of_option
@limit_option
@click.option("--html", metavar="OUT", help="Write one self-contained page as well.")
@click.option("--docx", metavar="OUT", help="Write a Word document as well.")
@click.option("--markdown", "form", flag_value="markdown", help="Markdown on standard output.")
@click.option("--json", "form", flag_value="json", help="One object, whole.")
@click.option("--table", "form", flag_value="table", help="The table, also when piped.")
def command(
    subject: tuple[str, ...], ledger: str, as_of: str | None, limit: int, html: str | None,
    docx: str | None, form: str | None,
) -> None:  # fmt: skip
    """Print a brief on SUBJECT: names, words, or both ("North Korea" vaccine).

    The main claims with their origins and denials, promised against delivered, the official line over time,
    who is who, what has one origin or none, what nobody knows, sources and method. Every sentence is printed
    in a document, with its reference, or is a fixed one around it.

    Exit codes: 0 done; 2 usage, or nothing in the ledger is on the subject.
    """
    from sayso.show.dossier.markdown import markdown
    from sayso.show.dossier.table import print_dossier
    from sayso.show.dossier.words import nothing_words

    for name, out in (("--html", html), ("--docx", docx)):
        if out is not None and (out in ("", "-") or Path(out).is_dir() or not Path(out).parent.is_dir()):
            raise click.UsageError(
                f"cannot write {out!r}: {name} takes the name of a file in a folder that is there"
            )
    with opened(ledger) as held:
        found = held.dossier(*subject, as_of=as_of, limit=limit)
        if not found.totals.statements:
            from sayso.show.report_characters import shown

            raise click.UsageError(shown(" ".join(nothing_words(found))))
    if html is not None:
        _written(html, lambda: _page(found))
    if docx is not None:
        _written(docx, lambda: _word(found))
    if form == "markdown":
        click.echo(markdown(found).encode(), nl=False)
    else:
        print_item(found, form, lambda: print_dossier(found), {})


def _page(found: Dossier) -> bytes:
    from sayso.show.dossier.page import dossier_page

    return dossier_page(found).encode("utf-8", "replace")


def _word(found: Dossier) -> bytes:
    from sayso.show.dossier.word import dossier_docx

    return dossier_docx(found)


def _written(out: str, make: Callable[[], bytes]) -> None:
    data = make()
    try:
        Path(out).write_bytes(data)
    except OSError as error:
        raise click.UsageError(f"cannot write {out}: {error.strerror}") from error
    click.echo(f"sayso: written to {out}", err=True)
