"""A dossier as Markdown (CommonMark, tables of GitHub): printed words in block quotations, escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.model import Dossier
from sayso.show.dossier.outline import headed, outline
from sayso.show.dossier.parts import Item, Printed, Section, Sentence, Table
from sayso.show.dossier.words import say
from sayso.show.report_characters import shown

SIGNS = re.compile(r"([\\`*_\[\]<>|~&])")
FIRST = re.compile(r"^(?:([#+\-=])|(\d{1,9})([.)]))")


def markdown(dossier: Dossier) -> str:
    """The dossier as one Markdown text that ends in a line break.

    Every sign that could be markup is escaped, so that what is rendered reads as it is printed; line breaks
    inside printed words become hard ones, and characters that hide or turn are written out.
    """
    found = outline(dossier)
    blocks = [f"# {plain(found.title)}", "  \n".join(plain(sentence) for sentence in found.summary)]
    for section in found.sections:
        blocks += _section(section)
    return "\n\n".join(block for block in blocks if block) + "\n"


def plain(text: str) -> str:
    """Text that Markdown shows as it is, on one line but for hard breaks."""
    lines = [part.strip() for part in SIGNS.sub(r"\\\1", shown(text)).splitlines()]
    return "\\\n".join(FIRST.sub(_first, part) for part in lines if part)


def _first(match: re.Match[str]) -> str:
    """What would make a heading, a list or a line of a text at its beginning, escaped."""
    return f"\\{match[1]}" if match[1] else f"{match[2]}\\{match[3]}"


def _section(section: Section) -> Iterator[str]:
    yield f"## {plain(section.title)}"
    if section.about:
        yield plain(section.about)
    if section.table:
        yield _table(section.table)
    for number, item in enumerate(section.items, start=1):
        yield from _item(item, f"{number}" if section.numbered else "", section)
    if section.more:
        yield plain(section.more)


def _table(table: Table) -> str:
    rows = [table.heads, tuple("---" for _ in table.heads), *table.rows]
    cells = [
        [cell if at == 1 else plain(cell).replace("\\\n", " ") for cell in row] for at, row in enumerate(rows)
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in cells)


def _item(item: Item, number: str, section: Section) -> Iterator[str]:
    head, parts = headed(item)
    words = plain(head).replace("\\\n", " ")
    if number and section.key == "sources":
        yield f"**\\[{number}\\] {words}**"
    elif number or words:
        yield f"### {number}. {words}" if number else f"### {words}"
    sentences: list[str] = []
    for part in parts:
        if isinstance(part, Sentence):
            sentences.append(_sentence(part))
            continue
        if sentences:
            yield "  \n".join(sentences)
            sentences = []
        yield from _printed(part)
    if item.id and not item.id.isdigit():
        sentences.append(f"`{item.id}`")
    if sentences:
        yield "  \n".join(sentences)


def _sentence(part: Sentence) -> str:
    words = plain(part.words)
    return f"**{words}**" if part.tone in {"status", "warn"} else words


def _printed(part: Printed) -> Iterator[str]:
    if part.label:
        yield f"*{plain(part.label)}*"
    words = "".join(_piece(piece, mark) for piece, mark in part.pieces)
    number = f" \\[{part.number}\\]" if part.number else ""
    lines = [*words.split("\n"), "", f"— {plain(part.where)}{number}"]
    if part.struck:
        gone = ", ".join(f"~~{plain(one)}~~" for one in part.struck)
        lines += ["", f"{plain(say('gone'))} {gone}"]
    yield "\n".join(f"> {one}".rstrip() for one in lines)


def _piece(piece: str, mark: str) -> str:
    """A piece of printed words with its outer white space, marked where it is new."""
    lead = " " if piece[:1].isspace() else ""
    trail = " " if piece[-1:].isspace() and piece.strip() else ""
    words = plain(piece)
    return f"{lead}<u>{words}</u>{trail}" if mark == "new" and words else f"{lead}{words}{trail}"
