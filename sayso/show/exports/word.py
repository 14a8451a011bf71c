"""DOCX (ECMA-376): the claims with how they stand, then every statement word for word with its place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from importlib import import_module
from tempfile import TemporaryFile
from typing import Any

from sayso.model import Claim, Member, Statement, place
from sayso.show.claim_words import SCOPE, STANCE, in_order, root
from sayso.show.exports.cells import escaped
from sayso.show.exports.material import Material, Page
from sayso.show.exports.sentences import told_claim, told_place, told_statement
from sayso.show.exports.streams import pieces

NO_DAY = datetime(2000, 1, 1)
QUOTE, WHERE, TOLD = "Statement", "Statement place", "Statement told"  # styles; readers find words by them
NO_WORDS = "(no words given)"
ABOUT = (
    "Nothing here says that something is true. It says who printed what, on whose say-so, and how many "
    "independent origins that goes back to. What is read and linked by a machine can be wrong."
)


def write(material: Material) -> Iterator[bytes]:
    """The document, in pieces. What XML cannot hold is written "_x0001_", as in a workbook."""
    made = import_module("docx").Document()
    made.core_properties.author = material.program
    made.core_properties.created = made.core_properties.modified = NO_DAY
    _styles(made)
    _heading(made, f"{material.scope}, as of {material.as_of or 'an unknown day'}", 0)
    made.add_paragraph(ABOUT)
    _heading(made, "Claims", 1)
    for claim in material.claims():
        _claim(made, claim)
    _heading(made, "Statements", 1)
    for page in material.pages():
        _document(made, page, material)
    made.add_paragraph(f"Head of the log: {material.head or 'empty'}. Made by {material.program}.")
    with TemporaryFile() as file:
        made.save(file)
        yield from pieces(file)


def _styles(made: Any) -> None:
    kinds = import_module("docx.enum.style").WD_STYLE_TYPE
    size = import_module("docx.shared").Pt
    for name, points, italic in ((QUOTE, 11, False), (WHERE, 8, False), (TOLD, 9, True)):
        style = made.styles.add_style(name, kinds.PARAGRAPH)
        style.base_style = made.styles["Normal"]
        style.font.size, style.font.italic = size(points), italic


def _heading(made: Any, words: str, level: int) -> None:
    made.add_heading(escaped(words), level)


def _claim(made: Any, claim: Claim) -> None:
    _heading(made, claim.gist or NO_WORDS, 2)
    for sentence in told_claim(claim):
        made.add_paragraph(escaped(sentence))
    for group in (*claim.origins.groups, *claim.origins_against.groups):
        made.add_paragraph(escaped(f"{root(group)}: {group.why}"), style="List Bullet")
    for member in in_order(claim.statements):
        made.add_paragraph(escaped(_member(member)), style="List Bullet")
    made.add_paragraph(claim.id, style=WHERE)


def _member(member: Member) -> str:
    where = f"{member.publisher or 'publisher unknown'}, {member.published or 'no date'}"
    stance = " ".join(part for part in (STANCE[member.stance], SCOPE[member.scope]) if part)
    return f"{where}: {stance} ({member.id})"


def _document(made: Any, page: Page, material: Material) -> None:
    document = page.document
    name = document.title or document.publisher or document.id
    _heading(made, name, 2)
    facts = (document.publisher or "publisher unknown", document.published or "no date", document.id)
    line = f"{' · '.join(facts)} · SHA-256 of its text: {document.text_sha256}"
    made.add_paragraph(escaped(line), style=WHERE)
    for statement in page.statements:
        _statement(made, statement, material)


def _statement(made: Any, statement: Statement, material: Material) -> None:
    made.add_paragraph(escaped(statement.content.text), style=QUOTE)
    told = [told_statement(statement), *(told_place(one) for one in material.places.get(statement.id, ()))]
    made.add_paragraph(escaped(". ".join(told)), style=TOLD)
    made.add_paragraph(f"{statement.id} {place(statement.content.spans)}".strip(), style=WHERE)
