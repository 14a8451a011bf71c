"""The report of an evidence pack: every claim with its statements on one page that loads nothing."""

from collections.abc import Iterator, Mapping, Sequence

from sayso.model import Claim, EvidenceLine, Expectation, Judged, Member, Origins
from sayso.show.assessment_report import signed
from sayso.show.claim_words import STANCE, in_order, root
from sayso.show.expectation_words import STATUS as EXPECTED
from sayso.show.expectation_words import promisor, window
from sayso.show.exports.material import Material, Page
from sayso.show.exports.sentences import standing, told_claim
from sayso.show.page_head import page_head
from sayso.show.page_markup import Child, Markup, element
from sayso.show.page_style import style

NO_WORDS = "(no words given)"
Said = tuple[str, str]
"""The words of a statement, and the line that tells who says them, through whom, how sure."""


def opening(material: Material) -> str:
    """The beginning of the page, up to the first claim."""
    about = f"{material.scope}, as of {material.as_of or 'an unknown day'}"
    coarse = "Descriptions of anonymous sources were taken out." if material.coarse else ""
    head = [
        element("h1", "Evidence pack"),
        element("p", f"{about[0].upper()}{about[1:]}. {coarse}".strip(), class_="summary"),
        element(
            "p",
            "Nothing here says that something is true. It says who printed what, on whose say-so, and how "
            "many independent origins that goes back to. What is read and linked by a machine can be wrong.",
        ),
        element("h2", "Claims"),
    ]
    inside = "".join(part.html for part in (_brand(), *head))
    top = page_head("Evidence pack · sayso", style("pack.css"))
    return f'<!DOCTYPE html>\n<html lang="en">{top.html}<body>{inside}\n'


def claim_section(
    claim: Claim, said: Mapping[str, Said], pages: Mapping[str, str], judged: Sequence[Judged]
) -> str:
    """One claim: how it stands, its origins, what that amounts to, its statements word for word.

    `said`: the words and the told line of each statement that is in the pack; `pages`: the file of each
    document's page.
    """
    assessment = claim.assessment
    parts: list[Child] = [
        element("h3", claim.gist or NO_WORDS, dir="auto"),
        element("p", element("b", standing(claim)), class_=f"status {claim.status}"),
        *(element("p", sentence) for sentence in told_claim(claim)[1:]),
        *_side("Origins", claim.origins),
        *_side("Origins of the denial", claim.origins_against),
        *(_evidence(assessment.lines) if assessment else ()),
        element("h4", "Statement by statement"),
        element("ul", *(_member(one, said, pages) for one in in_order(claim.statements))),
        *_judged(judged),
        element("p", claim.id, class_="id"),
    ]
    return element("section", *parts, id=claim.id.replace(":", "-"), class_="claim").html + "\n"


def closing(material: Material, pages: Mapping[str, str]) -> str:
    """What was foretold, the documents with their hashes, and the end of the page."""
    parts: list[Markup] = []
    if material.expectations:
        rows = (element("li", *_expected(one)) for one in material.expectations)
        parts += [element("h2", "Promised and foreseen"), element("ul", *rows, class_="expectations")]
    rows = (_document(page, pages) for page in material.documents)
    head = element("tr", *(element("th", name) for name in ("Document", "Published", "SHA-256 of its text")))
    table = element("table", element("thead", head), element("tbody", *rows))
    parts += [element("h2", "Documents"), element("div", table, class_="wide")]
    log = material.head or "empty"
    parts.append(element("p", f"Head of the log: {log}. Made by {material.program}.", class_="id"))
    return "".join(part.html for part in parts) + "</main></body></html>\n"


def _brand() -> Markup:
    brand = element("p", "sayso", element("span", "On whose say-so?"), class_="brand")
    return Markup(f"{element('header', brand).html}<main>")


def _side(title: str, found: Origins) -> Iterator[Markup]:
    if found.groups:
        yield element("h4", title)
        groups = (element("li", element("b", root(one)), f": {one.why}") for one in found.groups)
        yield element("ul", *groups)


def _evidence(lines: Sequence[EvidenceLine]) -> Iterator[Markup]:
    yield element("h4", "Lines of evidence, in decibans: 3 are about twice the odds, 10 ten times")
    rows = (element("li", element("b", signed(each.decibans)), f" {each.text}") for each in lines)
    yield element("ul", *rows, class_="lines")


def _member(member: Member, said: Mapping[str, Said], pages: Mapping[str, str]) -> Markup:
    words = said.get(member.id)
    part = " in part" if member.scope == "part" else ""
    where = f"{member.publisher or 'publisher unknown'}, {member.published or 'no date'}"
    link: Child = where
    if member.document in pages:
        link = element("a", where, href=f"{pages[member.document]}#{member.id.replace(':', '-')}")
    parts: list[Child] = [element("b", f"{STANCE[member.stance]}{part}: "), link]
    if words is None:
        return element("li", *parts, element("p", "Its words are not in this pack.", class_="told"))
    quote = element("blockquote", words[0] or NO_WORDS, dir="auto")
    return element("li", *parts, quote, element("p", words[1], class_="told"))


def _judged(rows: Sequence[Judged]) -> Iterator[Markup]:
    if rows:
        yield element("h4", "What people decided")
        yield element("ul", *(element("li", _decided(row)) for row in rows))


def _decided(row: Judged) -> str:
    made = row.judgement
    value = ", ".join(str(each) for each in made.value.values() if isinstance(each, str))
    said = f"{made.what}{f' ({value})' if value else ''}: {made.why}"
    return f"{said} ({made.by}, {made.at[:10]}; {row.standing})"


def _expected(one: Expectation) -> Iterator[Child]:
    yield element("b", f"{window(one.due_from, one.due_to)} · {one.status}: {EXPECTED[one.status]}")
    yield element("blockquote", one.gist or NO_WORDS, dir="auto")
    yield element("p", promisor(one), class_="told")


def _document(page: Page, pages: Mapping[str, str]) -> Markup:
    document = page.document
    title = document.title or document.publisher or document.id
    name: Child = element("a", title, href=pages[document.id]) if document.id in pages else title
    cells = (name, document.published or "no date", element("code", document.text_sha256))
    return element("tr", *(element("td", cell) for cell in cells))
