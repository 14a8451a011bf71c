"""`sayso check DRAFT`: a draft before publication, held against the ledger."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.opening import opened
from sayso.cli.options import as_of_option, form_options, ledger_option
from sayso.cli.printing import print_item, print_items

if TYPE_CHECKING:
    from sayso.model import Check, Document
    from sayso.pipeline import Ledger

LOOK = 1


@click.command("check")
@click.argument("draft", metavar="DRAFT")
@ledger_option
@as_of_option
@click.option("--publisher", help="Who will publish it, where the file does not say.")
@click.option("--published", metavar="DATE", help="When (YYYY-MM-DD), where the file does not say.")
@click.option("--html", metavar="OUT", help="Write one self-contained marked page as well.")
@click.option("--docx", metavar="OUT", help="Write the same Word document with the findings as comments.")
@click.option(
    "--sign-off", "sign_off", metavar="ID", help="Let this finding stand; needs --by and --against."
)
@click.option(
    "--take-back", "take_back", metavar="ID", help="Take a sign-off back; needs --by and --against."
)
@click.option("--by", envvar="SAYSO_BY", metavar="NAME", help="Who signs off; else SAYSO_BY.")
@click.option("--against", metavar="WHAT", help="Against what it was checked, or why it is taken back.")
@form_options
def command(
    draft: str, ledger: str, as_of: str | None, publisher: str | None, published: str | None,
    html: str | None, docx: str | None, sign_off: str | None, take_back: str | None, by: str | None,
    against: str | None, form: str | None,
) -> None:  # fmt: skip
    """Check DRAFT against the ledger; - is standard input. Nothing of the draft gets into the ledger.

    Text, Markdown, HTML, Word (DOCX). Finds what is said with no attribution, hedges that were lost, single
    origins, denials that are left out, quotations that are not verbatim, numbers and dates that differ.

    Exit codes: 0 nothing needs a look; 1 something does; 2 usage, or the draft could not be read.
    """
    from sayso.errors import UsageError
    from sayso.show.check_report import columns, print_check

    _check_options(draft, published, html, docx, sign_off, take_back, by, against)
    with opened(ledger, writes=bool(sign_off or take_back)) as held:
        try:
            document = held.draft(draft, publisher=publisher, published=published)
        except UsageError as error:
            raise click.UsageError(str(error)) from error
        done = held.check(document, as_of=as_of)
        done = _signed(held, document, done, sign_off, take_back, by or "", against or "")
    if html is not None:
        _written(html, lambda: Path(html).write_text(_page(document, done), encoding="utf-8"))
    if docx is not None:
        _written(docx, lambda: _comments(draft, docx, document, done))
    if form == "csv":
        print_items(done.findings, form, lambda: None, columns(done, document))
    else:
        print_item(done, form, lambda: print_check(done, document), {})
    sys.exit(LOOK if done.open else 0)


def _check_options(
    draft: str, published: str | None, html: str | None, docx: str | None, sign_off: str | None,
    take_back: str | None, by: str | None, against: str | None,
) -> None:  # fmt: skip
    """What makes no sense is said before anything is read."""
    from sayso.ingest.dates import iso_date

    if published is not None and iso_date(published) != published:
        raise click.UsageError(f"--published takes a date like 2031-05-17, not {published!r}")
    for name, out in (("--html", html), ("--docx", docx)):
        if out is not None and (out in ("", "-") or Path(out).is_dir() or not Path(out).parent.is_dir()):
            raise click.UsageError(
                f"cannot write {out!r}: {name} takes the name of a file in a folder that is there"
            )
    if docx is not None and not draft.lower().endswith(".docx"):
        raise click.UsageError(
            f"--docx gives a Word document back with comments, and {draft} is none; use --html"
        )
    if docx is not None and Path(docx).resolve() == Path(draft).resolve():
        raise click.UsageError("--docx would write over the draft; give another name")
    if sign_off and take_back:
        raise click.UsageError("--sign-off and --take-back do not go together")
    asked = bool(sign_off or take_back)
    if asked and not ((by or "").strip() and (against or "").strip()):
        raise click.UsageError("--sign-off and --take-back need --by NAME (or SAYSO_BY) and --against WHAT")
    if not asked and (_typed("by") or against is not None):
        raise click.UsageError("--by and --against go with --sign-off ID or --take-back ID")


def _typed(name: str) -> bool:
    """Whether an option was given on the command line, and not by the environment."""
    from click.core import ParameterSource

    return click.get_current_context().get_parameter_source(name) is ParameterSource.COMMANDLINE


def _signed(
    held: Ledger, document: Document, done: Check, sign_off: str | None, take_back: str | None, by: str,
    against: str,
) -> Check:  # fmt: skip
    """The check after what was signed or taken back."""
    if sign_off:
        return held.sign_off(document, done, sign_off, by=by, against=against)
    if take_back:
        return held.take_back(done, take_back, by=by, why=against)
    return done


def _page(document: Document, done: Check) -> str:
    from sayso.show.check_page import check_page

    return check_page(document, done)


def _comments(draft: str, out: str, document: Document, done: Check) -> None:
    from sayso.show.check_docx import commented

    data, lost = commented(Path(draft).read_bytes(), document, done)
    Path(out).write_bytes(data)
    for finding in lost:
        click.echo(
            f"sayso: {finding.id} has no place in {out}: its comment stands at the beginning", err=True
        )


def _written(out: str, write: Callable[[], object]) -> None:
    try:
        write()
    except OSError as error:
        raise click.UsageError(f"cannot write {out}: {error.strerror}") from error
    click.echo(f"sayso: written to {out}", err=True)
