"""The tables of an export: which columns, and how a row is made. CSV, spreadsheets and Parquet share them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from sayso.model import Claim, Expectation, Judged, Member, Statement
from sayso.show.claim_words import standing
from sayso.show.claims_table import COLUMNS as CLAIM_COLUMNS
from sayso.show.expectations_table import COLUMNS as EXPECTATION_COLUMNS
from sayso.show.exports.allowed import web_address
from sayso.show.exports.material import Material, Page, Place
from sayso.show.exports.sentences import told_claim, told_statement
from sayso.show.judgements_table import COLUMNS as JUDGEMENT_COLUMNS
from sayso.show.shapes import COLUMNS as STATEMENT_COLUMNS

SEVERAL = "; "
Row = tuple[str, ...]
Item = TypeVar("Item")


class Placed(NamedTuple):
    """One statement of a page, in one claim or (None) in none."""

    page: Page
    statement: Statement
    place: Place | None


class Joined(NamedTuple):
    """One member of a claim, with its statement where that is exported too."""

    claim: Claim
    member: Member


class Table(NamedTuple):
    """A table with its name, its columns, and its rows made anew at each call; every cell is text."""

    name: str
    columns: tuple[str, ...]
    rows: Callable[[], Iterator[Row]]


DOCUMENT: dict[str, Callable[[Page], str]] = {
    "id": lambda p: p.document.id,
    "title": lambda p: p.document.title or "",
    "publisher": lambda p: p.document.publisher or "",
    "published": lambda p: p.document.published or "",
    "author": lambda p: p.document.author or "",
    "language": lambda p: p.document.language or "",
    "url": lambda p: web_address(p.document.url) or "",
    "status": lambda p: p.document.status,
    "problems": lambda p: SEVERAL.join(problem.what for problem in p.document.problems),
    "words": lambda p: str(p.document.words),
    "captured": lambda p: p.captured,
    "text_sha256": lambda p: p.document.text_sha256,
    "original_sha256": lambda p: p.original_sha256 or "",
    "media_type": lambda p: p.media_type,
}
STATEMENT: dict[str, Callable[[Statement], str]] = {
    **{name: column for name, column in STATEMENT_COLUMNS.items() if name != "input"},
    "told": told_statement,
}
CLAIM: dict[str, Callable[[Claim], str]] = {
    **CLAIM_COLUMNS,
    "means": standing,
    "told": lambda c: " ".join(told_claim(c)),
}
MEMBER: dict[str, Callable[[Joined], str]] = {
    "claim": lambda j: j.claim.id,
    "claim_status": lambda j: j.claim.status,
    "claim_means": lambda j: standing(j.claim),
    "statement": lambda j: j.member.id,
    "proposition": lambda j: j.member.proposition,
    "stance": lambda j: j.member.stance,
    "scope": lambda j: j.member.scope,
    "p": lambda j: f"{j.member.p:.3f}",
    "document": lambda j: j.member.document,
    "publisher": lambda j: j.member.publisher or "",
    "published": lambda j: j.member.published or "",
    "why": lambda j: " ".join(j.member.why),
}
PLACE: dict[str, Callable[[Place], str]] = {
    "claim": lambda p: p.claim,
    "claim_status": lambda p: p.status,
    "claim_means": lambda p: p.means,
    "stance": lambda p: p.stance,
    "scope": lambda p: p.scope,
    "proposition": lambda p: p.proposition,
    "claim_gist": lambda p: p.gist,
}
ABOUT = ("title", "publisher", "published", "url", "text_sha256")
JUDGED: Mapping[str, Callable[[Judged], str]] = JUDGEMENT_COLUMNS
EXPECTATION: Mapping[str, Callable[[Expectation], str]] = EXPECTATION_COLUMNS


def flat(material: Material) -> Table:
    """One table of everything said: a statement, its document, and its place in a claim; a row a place."""
    columns = (*STATEMENT, *(name for name in ABOUT), *PLACE)
    return Table("statements", columns, lambda: (_flat(one) for one in placed(material)))


def tables(material: Material) -> tuple[Table, ...]:
    """All tables: statements, claims, members of claims, documents, expectations, judgements."""
    return (
        _table(
            "statements", STATEMENT, lambda: (one for page in material.pages() for one in page.statements)
        ),
        _table("claims", CLAIM, material.claims),
        _table("members", MEMBER, lambda: _joined(material)),
        _table("documents", DOCUMENT, lambda: material.documents),
        _table("expectations", EXPECTATION, lambda: material.expectations),
        _table("judgements", JUDGED, lambda: material.judgements),
    )


def placed(material: Material) -> Iterator[Placed]:
    """Every statement once for each place in a claim, once where it has none, document by document."""
    for page in material.pages():
        for statement in page.statements:
            for one in material.places.get(statement.id, ()) or (None,):
                yield Placed(page, statement, one)


def _flat(one: Placed) -> Row:
    said = (column(one.statement) for column in STATEMENT.values())
    about = (DOCUMENT[name](one.page) for name in ABOUT)
    where = (column(one.place) if one.place else "" for column in PLACE.values())
    return (*said, *about, *where)


def _joined(material: Material) -> Iterator[Joined]:
    for claim in material.members():
        for member in claim.statements:
            yield Joined(claim, member)


def _table(
    name: str, columns: Mapping[str, Callable[[Item], str]], items: Callable[[], Iterable[Item]]
) -> Table:
    def rows() -> Iterator[Row]:
        return (tuple(column(item) for column in columns.values()) for item in items())

    return Table(name, tuple(columns), rows)
