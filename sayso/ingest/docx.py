"""DOCX: the paragraphs and tables that a reader sees, and what the document's properties say."""

import io
import zipfile
import zlib
from typing import Any

from sayso.errors import Problem
from sayso.ingest.caps import Caps
from sayso.ingest.dates import iso_date
from sayso.ingest.defaults import NOTHING_SAID, Defaults, plain
from sayso.ingest.docx_text import STRICT, TRANSITIONAL, Body, body_of, count_of, short
from sayso.ingest.extract import Extract
from sayso.ingest.inflate import Budget
from sayso.ingest.piece import Piece, piece_of

BODY, NOTES = "word/document.xml", ("word/footnotes.xml", "word/endnotes.xml")
COMMENTS, CORE = "word/comments.xml", "docProps/core.xml"
DC, TERMS = "{http://purl.org/dc/elements/1.1/}", "{http://purl.org/dc/terms/}"
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, KeyError, RuntimeError)


def extract_docx(piece: Piece, caps: Caps) -> Extract | Problem:
    """The text of a Word document: paragraphs, tables row by row, then its notes.

    What tracked changes delete, what is crossed out or hidden is left out and said; what they
    insert is kept. Comments, running heads and feet are left out; title, author, date and
    language come from its core properties. One that is broken or encrypted is a Problem.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(piece.data)) as archive:
            return _extract(archive, piece, caps)
    except BROKEN as error:
        what = f"the Word document is damaged ({type(error).__name__})"
        return Problem(where=piece.name, what=what, hint="save it again, or save its text as .txt")


def _extract(archive: zipfile.ZipFile, piece: Piece, caps: Caps) -> Extract:
    budget = Budget(len(piece.data), caps)
    body, problems = _part(archive, BODY, piece.name, caps, budget)
    told = body_of(body)
    for name in NOTES:
        notes, more = _part(archive, name, piece.name, caps, budget)
        told = told.followed_by(body_of(notes))
        problems += more
    comments, _ = _part(archive, COMMENTS, piece.name, caps, budget)
    core, _ = _part(archive, CORE, piece.name, caps, budget)
    cut = bool(problems)
    problems += _said(told, count_of(comments, "comment"), piece.name)
    return Extract(
        text=told.text,
        input=piece.name,
        properties=_properties(core),
        problems=problems,
        unseen=told.unseen,
        partial=cut or bool(told.struck),
    )


def _part(
    archive: zipfile.ZipFile, name: str, where: str, caps: Caps, budget: Budget
) -> tuple[Any, tuple[Problem, ...]]:
    """The XML of a part, without entities, and what of it is missing; None where there is none."""
    from lxml import etree

    if name not in archive.namelist():
        return None, ()
    with archive.open(name) as packed:
        part = piece_of(packed, where, caps, budget)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        tree = etree.fromstring(part.data.replace(STRICT, TRANSITIONAL), parser=parser)
    except etree.XMLSyntaxError:
        tree = None
    broken = tree is None or (name == BODY and any(error.level_name == "FATAL" for error in parser.error_log))
    if not broken or part.problems:
        return tree, part.problems
    return tree, (Problem(where=where, what="its XML is damaged; text may be missing"),)


def _said(told: Body, comments: int, where: str) -> tuple[Problem, ...]:
    problems = []
    if told.struck:
        what = f"text that the document deletes or crosses out was left out: {short(told.struck)}"
        problems.append(Problem(where=where, what=what, hint="it is withdrawn, not asserted"))
    if told.hidden:
        what = f"text that a reader cannot see was left out: {short(told.hidden)}"
        problems.append(Problem(where=where, what=what, hint="open the document to see what it shows"))
    if comments:
        what = f"{comments} comment{'s' if comments > 1 else ''} in the margin were left out"
        problems.append(Problem(where=where, what=what))
    return tuple(problems)


def _properties(core: Any) -> Defaults:
    """Title, author, day and language by the core properties (ISO 29500-2, 11)."""
    if core is None:
        return NOTHING_SAID
    words = {name: plain(core.findtext(name) or "") or None for name in
             (f"{DC}title", f"{DC}creator", f"{DC}language", f"{TERMS}created")}  # fmt: skip
    return Defaults(
        title=words[f"{DC}title"],
        author=words[f"{DC}creator"],
        language=words[f"{DC}language"],
        published=iso_date(words[f"{TERMS}created"] or ""),
    )
