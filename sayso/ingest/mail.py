"""E-mail (RFC 5322) and MHTML pages: subject, day and text; who sent it to whom is never kept."""

from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from typing import Any

from sayso.errors import Problem, UnreadableInput
from sayso.ingest.dates import iso_date
from sayso.ingest.decoding import decode
from sayso.ingest.defaults import Defaults, plain
from sayso.ingest.extract import Extract
from sayso.ingest.html import extract_fragment, extract_page
from sayso.ingest.piece import Piece
from sayso.ingest.urls import web_url

LONGEST_FIELD_CHARS = 10_000
SAVED_BY = ("snapshot-content-location", "content-location")


class Bounded(policy.EmailPolicy):
    """The modern policy, with each field of a header cut where its parser would take quadratic time."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """The name and the value of a field."""
        field = "".join(sourcelines)[:LONGEST_FIELD_CHARS]
        return super().header_source_parse([field])


POLICY = Bounded()


def extract_mail(piece: Piece) -> Extract | Problem:
    """The text part of a mail, else its HTML part; of a page saved as MHTML the page.

    The subject is the title and `Date` the day (of a saved page it tells when it was saved, and is not
    taken). Sender, recipients and servers are read by nobody:
    they are in no field of the document, and `original` is the text part alone, so that a mail
    from a protected source gives away no address. Attachments are left out and counted.
    """
    try:
        return _extract(piece)
    except UnreadableInput as error:
        return error.problem
    except Exception as error:  # the parser of mails fails on hostile headers in many ways
        what = f"the e-mail could not be taken apart ({type(error).__name__})"
        return Problem(where=piece.name, what=what, hint="save its text as .txt")


def _extract(piece: Piece) -> Extract | Problem:
    mail: Any = BytesParser(EmailMessage, policy=POLICY).parsebytes(piece.data)
    address = web_url(next((value for name in SAVED_BY if (value := _field(mail, name))), None))
    body = mail.get_body(("html",) if address else ("plain", "html"))
    if body is None:
        return Problem(where=piece.name, what="the e-mail has no text", hint="save its attachments")
    found, data = _text(body, piece.name, page=bool(address))
    said = Defaults(
        title=found.said.title or _field(mail, "subject"),
        publisher=found.said.publisher,
        published=found.said.published or (None if address else iso_date(_field(mail, "date") or "")),
        author=found.said.author,
        language=found.said.language,
        url=address or found.said.url,
    )
    problems = (*found.problems, *(() if address else _attached(mail, piece.name)))
    return Extract(
        text=found.text,
        input=piece.name,
        said=said,
        problems=problems,
        captions=found.captions,
        unseen=found.unseen,
        partial=found.partial,
        original=data,
        media_type=body.get_content_type(),
    )


def _field(mail: Any, name: str) -> str | None:
    """A field of the header on one line; None where there is none."""
    raw = next((value for key, value in mail.raw_items() if key.lower() == name), None)
    if raw is None:
        return None
    return plain(str(mail[name])) or None


def _text(body: Any, where: str, *, page: bool) -> tuple[Extract, bytes]:
    data = body.get_payload(decode=True) or b""
    charset = body.get_content_charset()
    text, problems = decode(data, where, charset=charset)
    text = text.replace("\r\n", "\n")
    if body.get_content_type() != "text/html":
        return Extract(text=text, input=where, problems=problems), data
    found = extract_page(text, where) if page else extract_fragment(text, where)
    return _noted(found, problems), data


def _noted(found: Extract, problems: tuple[Problem, ...]) -> Extract:
    from dataclasses import replace

    return replace(found, problems=(*problems, *found.problems))


def _attached(mail: Any, where: str) -> tuple[Problem, ...]:
    """How many attachments were left out; their names are not told, they may name people."""
    count = sum(1 for _ in mail.iter_attachments()) if mail.is_multipart() else 0
    if not count:
        return ()
    what = f"{count} attachment{'s were' if count > 1 else ' was'} left out"
    return (Problem(where=where, what=what, hint="save what you need and give it as a file"),)
