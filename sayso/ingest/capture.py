"""Capture: a document with the bytes that it was taken from; pieces into captures."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

import msgspec

from sayso.errors import Problem, UnreadableInput
from sayso.ingest.caps import Caps
from sayso.ingest.decoding import decode
from sayso.ingest.defaults import Defaults
from sayso.ingest.extract import Extract, document_of
from sayso.ingest.formats import MEDIA, Format, format_of, markup_format
from sayso.ingest.piece import Piece
from sayso.ingest.plugged import PluggedFormat, format_for, plugged_extracts
from sayso.ingest.saved import as_saved
from sayso.ingest.signatures import AS_TEXT, UNREAD_ENDINGS, ZIP, binary_problem, ending_of, is_pdf
from sayso.ingest.unseen import cut_at
from sayso.ingest.urls import host_of
from sayso.model import Document, Unseen

ROWS = ("jsonl", "json", "table")


class Capture(msgspec.Struct, frozen=True, kw_only=True):
    """One document as it was captured.

    `original` are the bytes of its own file or record (a row, a page of a web archive, the text
    part of a mail, an entry of a feed), `original_sha256` their hash in 64 hexadecimal
    digits; where a cap was hit they are cut like the document, which says so. `media_type` is
    theirs. `captured` is an ISO 8601 date-time from a web archive, else the caller's clock, or None.
    """

    document: Document
    original: bytes
    media_type: str
    original_sha256: str
    captured: str | None = None


def captures_of(
    piece: Piece, defaults: Defaults, caps: Caps, formats: Sequence[PluggedFormat] = ()
) -> Iterator[Capture | Problem]:
    """The documents in a piece: one, or one for each row or entry. Never raises on any bytes.

    Of a file whose ending one of the foreign `formats` takes, what that gives.

    What cannot be read at all is a Problem. An empty piece gives one document of status `failed`.
    """
    try:
        plugged = format_for(piece.name, formats)
        if plugged is not None:
            yield from _captures(piece, defaults, "text", plugged_extracts(piece, plugged, caps))
        else:
            saved = as_saved(piece)
            yield from _captures(saved, defaults, *_extracts(saved, caps))
    except UnreadableInput as error:
        yield error.problem


def _captures(
    piece: Piece, defaults: Defaults, kind: Format, found: Iterator[Extract | Problem]
) -> Iterator[Capture | Problem]:
    rows = kind in ROWS
    empty = True
    for extract in found:
        empty = False
        if isinstance(extract, Problem):
            yield extract
        else:
            yield _capture(extract if rows else _noted(extract, piece, kind), kind, piece, defaults)
    if empty and not piece.problems:
        yield _capture(Extract(text="", input=piece.name), kind, piece, defaults)
    if rows or empty:
        yield from piece.problems


def _noted(extract: Extract, piece: Piece, kind: Format) -> Extract:
    """The extract with what is known of its piece. The address of a feed is not that of its entries."""
    known = tuple(problem for problem in piece.problems if problem not in extract.problems)
    return replace(
        extract,
        said=extract.said if kind == "feed" else _placed(extract.said, piece.said),
        problems=(*known, *extract.problems),
        partial=extract.partial or piece.partial,
        unseen=(*extract.unseen, *_cuts(extract, piece, kind)),
    )


def _cuts(extract: Extract, piece: Piece, kind: Format) -> Iterator[Unseen]:
    """That the text ends where its bytes do; of several entries nobody knows which one that is."""
    if piece.partial and piece.problems and kind != "feed":
        yield cut_at(extract.text, piece.problems[0].what)


def _placed(said: Defaults, known: Defaults) -> Defaults:
    """What a page says of itself; where it was captured it may name its address, but not another host's."""
    elsewhere = known.url is not None and host_of(said.url) != host_of(known.url)
    return known.under(replace(said, url=None) if elsewhere else said)


def _capture(extract: Extract, kind: Format, piece: Piece, defaults: Defaults) -> Capture:
    original = piece.data if extract.original is None else extract.original
    return Capture(
        document=document_of(extract, defaults),
        original=original,
        media_type=extract.media_type or piece.media_type or MEDIA[kind],
        original_sha256=hashlib.sha256(original).hexdigest(),
        captured=piece.captured,
    )


def _extracts(piece: Piece, caps: Caps) -> tuple[Format, Iterator[Extract | Problem]]:
    """The format of a piece by its first bytes, its name and its looks, and what is in it."""
    data, name = piece.data, piece.name
    if is_pdf(data):
        from sayso.ingest.pdf import extract_pdf

        return "pdf", iter([extract_pdf(piece, caps)])
    if data.startswith(ZIP):
        return "docx", iter([_office(piece, caps)])
    kind = markup_format(data, name)
    problem = None if kind == "feed" else _refusal(data, name)  # UTF-16 feeds hold NUL bytes
    if problem:
        raise UnreadableInput(problem)
    if kind == "mail":
        from sayso.ingest.mail import extract_mail

        return "mail", iter([extract_mail(piece)])
    if kind == "feed":
        from sayso.ingest.feed import extract_feed

        return "feed", extract_feed(piece, caps)
    text, problems = decode(data, name, cut=piece.partial, charset=piece.charset)
    form = format_of(text, name, piece.media_type)
    noted = (_with(extract, problems) for extract in _of_text(text, name, form))
    return form, noted


def _with(extract: Extract | Problem, problems: tuple[Problem, ...]) -> Extract | Problem:
    if isinstance(extract, Problem) or not problems:
        return extract
    return replace(extract, problems=(*problems, *extract.problems))


def _office(piece: Piece, caps: Caps) -> Extract | Problem:
    """The extract of a Word document; a Problem for other office documents and for archives."""
    import io

    from sayso.ingest.docx import extract_docx
    from sayso.ingest.zips import office_kind

    kind = office_kind(io.BytesIO(piece.data))
    if kind == "docx":
        return extract_docx(piece, caps)
    what = f"this is {kind}, which is not read" if kind else "this is an archive that cannot be opened"
    return Problem(where=piece.name, what=what, hint=AS_TEXT)


def _refusal(data: bytes, where: str) -> Problem | None:
    kind = UNREAD_ENDINGS.get(ending_of(where))
    if kind:
        return Problem(where=where, what=f"this is {kind}, which is not read", hint=AS_TEXT)
    return binary_problem(data, where)


def _of_text(text: str, where: str, kind: Format) -> Iterator[Extract | Problem]:
    from sayso.ingest import claim_log, html, markdown, rows

    if kind == "table":
        yield from claim_log.extract_claim_log(text, where)
    elif kind == "jsonl":
        yield from rows.extract_lines(text, where)
    elif kind == "json":
        yield from rows.extract_array(text, where)
    elif kind == "html":
        yield html.extract_page(text, where)
    elif kind == "markdown":
        yield markdown.extract_markdown(text, where)
    else:
        yield markdown.extract_text(text, where)
