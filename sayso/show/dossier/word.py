"""A dossier as a Word document (DOCX): headings, quotations, a table, references to numbered sources."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

from sayso.model import Dossier
from sayso.show.dossier.outline import headed, outline
from sayso.show.dossier.parts import Item, Printed, Section, Sentence, Table
from sayso.show.dossier.words import say
from sayso.show.report_characters import shown

SOFT = (0x5A, 0x56, 0x4F)
RED = (0x9B, 0x20, 0x20)
SMALL_PT = 9


def dossier_docx(dossier: Dossier) -> bytes:
    """The bytes of a Word document. Its dates are those of the dossier: the same dossier, the same words.

    Characters that hide, turn or cannot stand in XML are written out, as on a terminal.
    """
    import docx
    from docx.shared import Pt

    found = outline(dossier)
    made = docx.Document()
    made.core_properties.title = shown(found.title)
    made.core_properties.author = "sayso"
    day = datetime.fromisoformat(dossier.as_of[:10]) if dossier.as_of else datetime(1980, 1, 1)
    made.core_properties.created = made.core_properties.modified = day
    made.styles["Normal"].font.size = Pt(10.5)
    made.add_heading(shown(found.title), 0)
    for sentence in found.summary:
        _say(made, sentence, soft=True)
    for section in found.sections:
        _section(made, section)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _section(made: Any, section: Section) -> None:
    made.add_heading(shown(section.title), 1)
    if section.about:
        _say(made, section.about, soft=True)
    if section.table:
        _table(made, section.table)
    for number, item in enumerate(section.items, start=1):
        _item(made, item, number if section.numbered else None)
    if section.more:
        _say(made, section.more, soft=True)


def _say(made: Any, words: str, *, soft: bool = False, bold: bool = False) -> None:
    paragraph = made.add_paragraph()
    paragraph.paragraph_format.space_after = 0
    run = paragraph.add_run(shown(words))
    run.bold = bold
    if soft:
        _soft(run)


def _soft(run: Any, colour: tuple[int, int, int] = SOFT) -> None:
    from docx.shared import Pt, RGBColor

    run.font.size = Pt(SMALL_PT)
    run.font.color.rgb = RGBColor(*colour)


def _table(made: Any, table: Table) -> None:
    rows = made.add_table(rows=1, cols=len(table.heads), style="Light Grid Accent 1")
    for cell, head in zip(rows.rows[0].cells, table.heads, strict=True):
        cell.text = shown(head)
    for row in table.rows:
        for cell, words in zip(rows.add_row().cells, row, strict=True):
            cell.text = shown(words)


def _item(made: Any, item: Item, number: int | None) -> None:
    words, parts = headed(item)
    head = " ".join(part for part in (f"{number}." if number else "", words) if part)
    if head:
        made.add_heading(shown(head), 2)
    for part in parts:
        if isinstance(part, Sentence):
            warned = part.tone in {"status", "warn"}
            _say(made, part.words, soft=part.tone == "soft", bold=warned)
        else:
            _printed(made, part)
    if item.id and not item.id.isdigit():
        _say(made, item.id, soft=True)


def _printed(made: Any, part: Printed) -> None:
    """A label, the printed words in a paragraph of their own, and below whose they are."""
    if part.label:
        label = made.add_paragraph()
        label.paragraph_format.space_after = 0
        _soft(label.add_run(shown(part.label)), RED if part.side == "denied" else SOFT)
    quote = made.add_paragraph(style="Quote")
    quote.paragraph_format.left_indent = _indent()
    quote.paragraph_format.space_after = 0
    for words, mark in part.pieces:
        run = quote.add_run(shown(words))
        run.underline = mark == "new"
    where = made.add_paragraph()
    where.paragraph_format.left_indent = _indent()
    _soft(where.add_run(shown(f"{part.where} [{part.number}]" if part.number else part.where)))
    if part.struck:
        _struck(made, part)


def _struck(made: Any, part: Printed) -> None:
    gone = made.add_paragraph()
    gone.paragraph_format.left_indent = _indent()
    _soft(gone.add_run(say("gone")))
    for words in part.struck:
        _soft(gone.add_run(" "))
        run = gone.add_run(shown(words))
        _soft(run)
        run.font.strike = True


def _indent() -> Any:
    from docx.shared import Cm

    return Cm(0.75)
