"""Lists of references (RIS, as Zotero, EndNote and Mendeley write them): their attached files, with metadata.

The files are looked for in the folder of the list and below it, nowhere else: a list that a stranger made
leads to no other file of this machine.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from sayso.errors import Problem
from sayso.ingest.caps import Caps
from sayso.ingest.dates import iso_date
from sayso.ingest.defaults import Defaults, plain
from sayso.ingest.piece import Piece, printable
from sayso.ingest.signatures import ending_of
from sayso.ingest.urls import web_url

ENDING = ".ris"
LINE = re.compile(r"([A-Z][A-Z0-9])  -(?: (.*))?\Z")
MOST_BYTES = 20_000_000
# Tags of RIS by what they mean, the best first (Research Information Systems format, as Zotero writes it).
TITLE, PUBLISHER = ("TI", "T1"), ("JF", "JO", "T2", "JA", "PB")
DATE, ADDRESS, LANGUAGE, AUTHORS = ("DA", "Y1", "PY"), ("UR",), ("LA",), ("AU", "A1")
ATTACHED = ("L2", "L1", "L3", "L4")
FIRST = (".html", ".htm", ".mhtml", ".txt", ".md", ".docx", ".pdf")  # of several files of one text
LONGEST_CHARS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One record: the line that it begins in, what it says of its document, and its attached files."""

    line: int
    said: Defaults
    attached: tuple[str, ...]


def references_in(path: str) -> list[Reference]:
    """The records of a list, in order; [] for none. Raises OSError where it cannot be read."""
    with Path(path).open("rb") as file:
        text = file.read(MOST_BYTES).decode("utf-8-sig", "replace")
    found: list[Reference] = []
    tags: list[tuple[str, str]] = []
    start = 0
    for number, line in enumerate(text.splitlines(), start=1):
        match = LINE.match(line)
        if match is None:
            continue
        if match[1] == "TY":
            tags, start = [], number
        elif match[1] == "ER":
            found.append(_reference(tags, start))
            tags = []
        else:
            tags.append((match[1], (match[2] or "").strip()))
    return found


def _reference(tags: list[tuple[str, str]], line: int) -> Reference:
    def first(names: tuple[str, ...]) -> str | None:
        values = (value for name in names for tag, value in tags if tag == name and value)
        return plain(next(values, "")) or None

    days = (iso_date(value) for name in DATE for tag, value in tags if tag == name)
    said = Defaults(
        title=first(TITLE), publisher=first(PUBLISHER), published=next((day for day in days if day), None),
        author=plain("; ".join(value for tag, value in tags if tag in AUTHORS)) or None,
        language=first(LANGUAGE), url=web_url(first(ADDRESS)),
    )  # fmt: skip
    files = (value for name in ATTACHED for tag, value in tags if tag == name and value)
    return Reference(line=line, said=said, attached=tuple(files))


def attached_files(path: str) -> frozenset[str]:
    """The real paths of the files that a list gives metadata to, to be read with it and not by themselves."""
    try:
        references = references_in(path)
    except OSError:
        return frozenset()
    found = (_inside(path, one) for reference in references for one in reference.attached)
    return frozenset(place for place in found if place is not None)


def reference_pieces(path: str, caps: Caps) -> Iterator[Piece | Problem]:
    """The attached file of each record, unfolded, with what the list says of it; a Problem for each without.

    What a page says of itself counts before what the list says.
    """
    where = printable(path)
    references = references_in(path)
    if not references:
        yield Problem(where=where, what="there is no reference in it", hint="export it as RIS once more")
    for reference in references[: caps.members]:
        yield from _pieces(reference, path, f"{where}:{reference.line}", caps)


def _pieces(reference: Reference, path: str, where: str, caps: Caps) -> Iterator[Piece | Problem]:
    from sayso.ingest.unfold import unfold

    files = [file for one in reference.attached if (file := _inside(path, one)) and os.path.isfile(file)]
    if not files:
        yield _without(reference, where)
        return
    file = min(files, key=_rank)
    notes = _left(len(set(files)), file, where)
    try:
        with Path(file).open("rb") as stream:
            for piece in unfold(stream, os.fstat(stream.fileno()).st_size, printable(file), caps):
                if isinstance(piece, Problem):
                    yield piece
                else:
                    said = reference.said.under(piece.said)
                    yield replace(piece, said=said, problems=(*piece.problems, *notes))
    except OSError as error:
        yield Problem(where=where, what=f"its file {printable(file)} cannot be opened: {error.strerror}")


def _rank(file: str) -> tuple[int, str]:
    ending = ending_of(file)
    return (FIRST.index(ending) if ending in FIRST else len(FIRST), file)


def _left(count: int, file: str, where: str) -> tuple[Problem, ...]:
    if count < 2:
        return ()
    what = f"{count} files are attached; only {printable(os.path.basename(file))} was read"
    return (Problem(where=where, what=what),)


def _inside(path: str, attached: str) -> str | None:
    """The real path of an attached file, None where it lies outside of the folder of the list."""
    name = attached
    if attached.lower().startswith("file:"):
        try:
            name = unquote(urlsplit(attached).path)
        except ValueError:
            return None
    elif "://" in attached or "\x00" in attached:
        return None
    folder = os.path.realpath(os.path.dirname(path) or ".")
    try:
        place = os.path.realpath(os.path.join(folder, name.replace("\\", "/")))
    except (OSError, ValueError):
        return None
    return place if place.startswith(folder.rstrip(os.sep) + os.sep) else None


def _without(reference: Reference, where: str) -> Problem:
    """What is missing of a record, and how to get it."""
    said = reference.said
    name = (
        ", ".join(part for part in (said.title, said.publisher, said.published) if part) or "without a title"
    )
    named = [one for one in reference.attached if "://" not in one or one.lower().startswith("file:")]
    lost = f"its file {plain(named[0])[:LONGEST_CHARS]} is not in the folder of the list" if named else ""
    what = f"the reference {name[:LONGEST_CHARS]!r} has no text: {lost or 'no file is attached'}"
    hint = f"`sayso fetch {said.url}` keeps its page" if said.url else "export it with its files"
    return Problem(where=where, what=what, hint=hint)
