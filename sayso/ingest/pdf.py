"""PDF: the words of its text layer in reading order, and what its properties say."""

import re
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from sayso.errors import Problem
from sayso.ingest.caps import Caps
from sayso.ingest.defaults import NOTHING_SAID, Defaults, plain
from sayso.ingest.extract import Extract
from sayso.ingest.pdf_heads import Line
from sayso.ingest.pdf_lines import flowing
from sayso.ingest.pdf_unseen import is_doubtful, unseen_problem
from sayso.ingest.piece import Piece
from sayso.ingest.unseen import cut_at, doubtful_in
from sayso.model import Unseen

DATE = re.compile(r"(?:D:)?(\d{4})(\d{2})(\d{2})")
UNWANTED = re.compile("[\x00\x01\x03-\x08\x0b\x0c\x0e-\x1f\x7f]")
LINE_END = re.compile(r"\r\n|\r|\n")
MADE_BY_WORD = re.compile(r"Microsoft Word - (.*?)(?:\.docx?)?\Z", re.IGNORECASE)


def extract_pdf(piece: Piece, caps: Caps) -> Extract | Problem:
    """The text of a PDF, its lines put together to paragraphs; title, author and date from its properties.

    Pages without a text layer (scans) are named; where no page has one, the extract is `unread`.
    One with a password, or broken, is a Problem. Uses PDFium, which reads foreign bytes in C++:
    many files are read in processes of their own (see `capture_paths`).
    """
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        with closing(PdfDocument(piece.data)) as pdf:
            return _extract(pdf, piece, caps)
    except (PdfiumError, ValueError, RuntimeError) as error:
        locked = "password" in str(error).lower()
        what = "the PDF is locked with a password" if locked else "the PDF is damaged and cannot be opened"
        return Problem(where=piece.name, what=what, hint="save it again, or save its text as .txt")


def _extract(pdf: Any, piece: Piece, caps: Caps) -> Extract:
    count = len(pdf)
    pages, empty, broken = [], 0, 0
    for number in range(min(count, caps.pages)):
        lines = _lines(pdf, number)
        broken += lines is None
        empty += lines == []
        pages.append(lines or [])
    text, furniture = flowing(pages)
    doubtful = [line.text for page in pages for line in page if line.doubtful]
    problems = tuple(_problems(piece.name, count, len(pages), empty, broken, caps))
    return Extract(
        text=text,
        input=piece.name,
        properties=_properties(pdf),
        problems=(*problems, *unseen_problem(doubtful, piece.name)),
        furniture=furniture,
        unseen=(*doubtful_in(text, doubtful), *_cut(text, len(pages), count, caps)),
        partial=bool(text) and bool(problems),
        unread=not text.strip(),
    )


def _cut(text: str, seen: int, count: int, caps: Caps) -> Iterator[Unseen]:
    if seen < count:
        yield cut_at(text, _first_only(count, caps))


def _first_only(count: int, caps: Caps) -> str:
    return f"only the first {caps.pages:,} of {count:,} pages were read"


def _problems(where: str, count: int, seen: int, empty: int, broken: int, caps: Caps) -> Iterator[Problem]:
    if broken:
        yield Problem(where=where, what=f"{broken} of {seen} pages are damaged and could not be read")
    if seen < count:
        yield Problem(where=where, what=_first_only(count, caps), hint="split the file")
    if empty:
        which = "the PDF has" if empty == seen else f"{empty} of {seen} pages have"
        what = f"{which} no text layer: {'it is' if empty == seen else 'they are'} pictures of pages"
        yield Problem(where=where, what=what, hint="run text recognition (OCR) over it first")
    if not seen:
        yield Problem(where=where, what="the PDF has no pages")


def _lines(pdf: Any, number: int) -> list[Line] | None:
    """The lines of a page in PDFium's order, with their places; None for a damaged page."""
    from pypdfium2 import PdfiumError

    try:
        with closing(pdf[number]) as page, closing(page.get_textpage()) as words:
            text = words.get_text_range()
            placed = words.count_chars() == len(text)
            return list(_placed(text, words if placed else None, page.get_size()))
    except (PdfiumError, ValueError, IndexError):
        return None


def _placed(text: str, words: Any, size: tuple[float, float]) -> Iterator[Line]:
    start = 0
    for match in [*LINE_END.finditer(text), None]:
        end = match.start() if match else len(text)
        line = UNWANTED.sub("", text[start:end])
        if line.strip():
            yield _line(line, text, start, end, words, size)
        start = match.end() if match else end


def _line(line: str, text: str, start: int, end: int, words: Any, size: tuple[float, float]) -> Line:
    shown = " ".join(line.split())
    if words is None:
        return Line(text=shown)
    first = start + len(text[start:end]) - len(text[start:end].lstrip())
    last = start + len(text[start:end].rstrip()) - 1
    boxes = {place: words.get_charbox(place, loose=True) for place in (first, last)}
    (left, top, _, high), (_, low, right, _) = boxes[first], boxes[last]
    doubtful = any(is_doubtful(words, place, box, size) for place, box in boxes.items())
    return Line(text=shown, left=left, right=right, top=top, low=low, height=high - top, doubtful=doubtful)


def _properties(pdf: Any) -> Defaults:
    """What the program that made the file wrote into it."""
    try:
        told = pdf.get_metadata_dict()
    except (ValueError, RuntimeError, UnicodeDecodeError):
        return NOTHING_SAID
    title = plain(told.get("Title", ""))
    named = MADE_BY_WORD.match(title)
    return Defaults(
        title=(named[1] if named else title) or None,
        author=plain(told.get("Author", "")) or None,
        published=pdf_date(told.get("CreationDate", "")),
    )


def pdf_date(value: str) -> str | None:
    """The day of a PDF date (`D:20310517093000+09'00'`, ISO 32000-1, 7.9.4), as printed; None for none."""
    from sayso.ingest.dates import iso_date

    match = DATE.match(value.strip())
    return iso_date(f"{match[1]}-{match[2]}-{match[3]}") if match else iso_date(value)
