"""Tables in which people keep claims by hand (CSV, TSV): a row's printed words become a document.

Which column is what is told by its heading (`lang/en/claim_log.yaml`). Only what was printed is taken: the
words, who published them, when, where. A verdict or a note of the table is somebody's opinion and not
evidence: it is named as not taken over, and never becomes an outcome.
"""

import csv
import io
import re
from collections.abc import Iterator
from functools import cache

from sayso.errors import Problem
from sayso.ingest.defaults import facts_of, plain
from sayso.ingest.extract import Extract
from sayso.ingest.urls import web_url
from sayso.lang import LANGUAGES, load
from sayso.reference.fold import fold

DELIMITERS = ",;\t|"
FACTS = ("title", "publisher", "published", "language")
TAKEN = ("text", "id", "url", *FACTS)
SIGNS = re.compile(r"[^\w]+|_")
LONGEST_HEADING_CHARS = 60
LONGEST_CELL_CHARS = 131_072
HINT = "name one column “text”, and others “publisher”, “date”, “url”"
Row = dict[str, str]


def extract_claim_log(text: str, name: str) -> Iterator[Extract | Problem]:
    """One extract for each row with words, named by its id, or by its number; the headings are row 1.

    A table without a column of words is one Problem that lists its headings. What was used, and what was not,
    is said with the first document.
    """
    rows = _rows(text)
    try:
        headings = next(rows, [])
        columns = columns_of(headings)
        if "text" not in columns:
            yield _no_words(headings, name)
            return
        said: tuple[Problem, ...] = (_used(headings, columns, name),)
        for number, row in enumerate(rows, start=2):
            if any(cell.strip() for cell in row):
                found = _of_row(row, columns, f"{name}:{number}", said)
                said = said if isinstance(found, Problem) else ()
                yield found
    except csv.Error as error:
        yield Problem(where=name, what=f"the table breaks off ({error})", hint="save it as CSV once more")


def columns_of(headings: list[str]) -> dict[str, int]:
    """Which column each thing stands in; of several the one whose heading is nearer to printed words.

    Where nobody is named as publisher but a source is, the source is the publisher: in such tables it is who
    printed it.
    """
    ranked: dict[str, tuple[int, int]] = {}
    for at, heading in enumerate(headings):
        known = _headings().get(_plain(heading))
        if known is not None:
            kind, rank = known
            ranked[kind] = min((rank, at), ranked.get(kind, (rank, at)))
    found = {kind: at for kind, (_, at) in ranked.items()}
    if "source" in found and "publisher" not in found:
        found["publisher"] = found.pop("source")
    return found


def heading_kind(heading: str) -> str | None:
    """What a column is by its heading ("publisher"); None for another one."""
    known = _headings().get(_plain(heading))
    return known[0] if known else None


@cache
def _headings() -> dict[str, tuple[str, int]]:
    """What each heading is, and which one of its list it is: those before it are to be preferred."""
    return {
        _plain(str(word)): (kind, rank)
        for language in LANGUAGES
        for kind, lists in load(language, "claim_log").items()
        for rank, word in enumerate(lists["words"])
    }


def _plain(heading: str) -> str:
    return " ".join(SIGNS.sub(" ", fold(heading[:LONGEST_HEADING_CHARS])).split())


def _rows(text: str) -> Iterator[list[str]]:
    """The rows of a table, with whichever delimiter parts its first line most."""
    first = text.lstrip("\ufeff").partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    for row in csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=delimiter):
        if any(len(cell) > LONGEST_CELL_CHARS for cell in row):  # others may move the bound of `csv` itself
            raise csv.Error(f"field larger than field limit ({LONGEST_CELL_CHARS})")
        yield row


def _of_row(
    row: list[str], columns: dict[str, int], where: str, said: tuple[Problem, ...]
) -> Extract | Problem:
    cells: Row = {kind: row[at] for kind, at in columns.items() if at < len(row)}
    words = cells.get("text", "")
    if not words.strip():
        return Problem(where=where, what="the row has no words", hint="write down what was printed")
    named = plain(cells.get("id", ""))
    told: dict[str, object] = {kind: cells[kind] for kind in FACTS if kind in cells}
    facts, problems = facts_of(told | {"url": web_url(cells.get("url"))}, where)
    written = io.StringIO()
    csv.writer(written).writerow(row)
    return Extract(
        text=words,
        input=f"{where}#{named}" if named else where,
        said=facts,
        problems=(*said, *problems),
        original=written.getvalue().encode("utf-8", "replace"),
    )


def _used(headings: list[str], columns: dict[str, int], name: str) -> Problem:
    """What was taken from which column, and which columns were left."""
    taken = {at: kind for kind, at in columns.items() if kind in TAKEN}
    used = ", ".join(f"{_shown(headings[at])} ({kind})" for at, kind in sorted(taken.items()))
    left = ", ".join(_shown(one) for at, one in enumerate(headings) if at not in taken and one.strip())
    what = f"taken from the table: {used}"
    hint = f"not taken over: {left}" if left else ""
    if "verdict" in columns:
        hint += "; a verdict is a person's: see `sayso judge`"
    return Problem(where=name, what=what, hint=hint)


def _no_words(headings: list[str], name: str) -> Problem:
    shown = ", ".join(_shown(one) for one in headings[:20] if one.strip()) or "none"
    what = f"this is a table without a column of printed words; its headings: {shown}"
    return Problem(where=name, what=what, hint=HINT)


def _shown(heading: str) -> str:
    return f"“{plain(heading)[:LONGEST_HEADING_CHARS]}”"
