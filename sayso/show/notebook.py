"""Nouns as a notebook shows them: a piece of a page, scoped, escaped, without a script or anything loaded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from sayso.model import Check, Claim, Derivation, Document, DocumentRow, Expectation, News, Statement
from sayso.show.claim_words import STANCE, in_order, standing, tally, weighed
from sayso.show.notebook_graph import graph_of
from sayso.show.page_markup import Child, Markup, element, join
from sayso.show.report_characters import shown
from sayso.show.tables import Table

CHAIN = " > "
MOST_ROWS = 200
MOST_CHARS = 20_000
STYLE = """
.sayso-view{color-scheme:light dark;line-height:1.45;max-width:64em}
.sayso-view h4{margin:.2em 0;font-size:1.05em}.sayso-view p{margin:.3em 0}
.sayso-view .quiet{opacity:.75;font-size:.92em}
.sayso-view .status{border:1px solid currentColor;border-radius:.7em;padding:0 .6em;font-size:.9em}
.sayso-view table{border-collapse:collapse;margin:.4em 0;font-size:.92em}
.sayso-view th,.sayso-view td{border-bottom:1px solid rgba(128,128,128,.45);padding:.2em .6em;text-align:left;
vertical-align:top}
.sayso-view pre{white-space:pre-wrap;font:inherit;max-height:24em;overflow:auto;margin:.4em 0}
.sayso-view svg{max-width:100%;height:auto}.sayso-view svg text{fill:currentColor;font-size:12px}
.sayso-view svg rect{fill:none;stroke:currentColor}.sayso-view svg path{fill:none;stroke:currentColor}
.sayso-view svg .far{stroke-dasharray:4 3}
.sayso-view .hidden-char{unicode-bidi:isolate}
.sayso-view .hidden-char::after{content:"⟨" attr(data-u) "⟩";font-size:.8em;opacity:.75}
"""


class View(msgspec.Struct, frozen=True, kw_only=True):
    """What a notebook shows: HTML, and plain words for where there is none."""

    html: str
    plain: str

    def _repr_html_(self) -> str:
        return self.html

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": self.plain}

    def __str__(self) -> str:
        return self.plain


def view(plain: str, *children: Child) -> View:
    """A view of these children; `plain` is cleared of what would steer a terminal, line by line."""
    body = element("div", *children, class_="sayso-view", dir="auto")
    words = "\n".join(shown(line) for line in plain.split("\n"))
    return View(html=f"<style>{STYLE}</style>{body.html}", plain=words)


def document_view(document: Document | DocumentRow, statements: Sequence[Statement] = ()) -> View:
    """A document: where it is from, its problems, its statements where they are given, its text."""
    facts = " · ".join(
        part
        for part in (document.publisher, document.published, document.language, document.status, document.id)
        if part
    )
    text = document.text if isinstance(document, Document) else ""
    cut = "" if len(text) <= MOST_CHARS else f"Only the first {MOST_CHARS:,} characters are shown."
    children: list[Child] = [
        element("h4", document.title or document.input),
        element("p", facts, class_="quiet"),
        *(element("p", f"! {problem}", class_="quiet") for problem in document.problems),
    ]
    if statements:
        children.append(_statements(statements))
    if text:
        children.append(element("pre", text[:MOST_CHARS], lang=document.language))
    children += [element("p", cut, class_="quiet")] if cut else []
    return view(f"{document.title or document.input}\n{facts}", *children)


def statements_view(statements: Sequence[Statement]) -> View:
    """Statements, one a row."""
    plain = "\n".join(f"{CHAIN.join(s.chain)} [{s.act}] {s.content.text}" for s in statements)
    return view(plain or "No statements.", _statements(statements))


def _statements(statements: Sequence[Statement]) -> Markup:
    rows = [
        [str(s.sentence + 1), CHAIN.join(s.chain), s.act, s.content.text, s.evidentiality] for s in statements
    ]
    return _table(["sentence", "who", "does", "what", "knows it"], rows)


def claim_view(
    claim: Claim, documents: Mapping[str, DocumentRow] | None = None, derivations: Sequence[Derivation] = ()
) -> View:
    """A claim: how it stands, its origins and why, who says it; with its graph where that is given."""
    head = f"{claim.status}: {standing(claim)}"
    groups = [
        element("li", f"{group.origin} ({len(group.documents)}): {group.why}")
        for found in (claim.origins, claim.origins_against)
        for group in found.groups
    ]
    said = weighed(claim.assessment.said) if claim.assessment else ()
    children: list[Child] = [
        element("h4", claim.gist),
        element("p", element("span", claim.status, class_="status"), f" {standing(claim)}"),
        element("p", f"{tally(claim)} · {claim.id}", class_="quiet"),
        *(element("p", f"! {notice}", class_="quiet") for notice in claim.notices),
        *(element("p", sentence) for sentence in said),
    ]
    if groups:
        children += [element("p", "Origins"), element("ul", *groups)]
    children.append(_members(claim))
    if documents is not None:
        children.append(graph_of(claim, documents, derivations))
    return view(f"{claim.gist}\n{head}\n{tally(claim)}", *children)


def _members(claim: Claim) -> Markup:
    rows = [
        [m.published or "", m.publisher or "publisher unknown", STANCE[m.stance], m.id]
        for m in in_order(claim.statements)
    ]
    return _table(["published", "publisher", "", "statement"], rows)


def check_view(check: Check) -> View:
    """A check: each finding with the words, why, and the printed words that it rests on."""
    rows = [
        [f.kind + (" (perhaps)" if f.perhaps else ""), f.text, f.why,
         "\n".join(f"{e.publisher or 'publisher unknown'}: “{e.text}”" for e in f.evidence),
         f"signed off by {f.signed.by}" if f.signed else ""]
        for f in check.findings
    ]  # fmt: skip
    head = f"{check.draft}: {len(check.open)} of {len(check.findings)} findings open"
    plain = "\n".join([head, *(f"{f.kind}: {f.text} ({f.why})" for f in check.findings)])
    body = (
        _table(["kind", "words", "why", "rests on", ""], rows)
        if rows
        else element("p", "Nothing needs a look.")
    )
    notes = [element("p", f"! {problem}", class_="quiet") for problem in check.problems]
    return view(plain, element("h4", head), *notes, body)


def expectations_view(expectations: Sequence[Expectation]) -> View:
    """Expectations, one a row; who is anonymous is not named."""
    rows = [
        [e.status, "" if e.anonymous else e.promisor, e.gist, e.due_from or "", e.due_to or "", e.id]
        for e in expectations
    ]
    plain = "\n".join(f"{row[0]}: {row[2]} ({row[3]} to {row[4]})" for row in rows)
    names = ["status", "promised by", "what", "due from", "due to", "id"]
    return view(plain or "No expectations.", _table(names, rows))


def news_view(news: Sequence[News]) -> View:
    """Changes, one a row."""
    rows = [[n.kind, n.day or "", n.about, n.text] for n in news]
    plain = "\n".join(f"{n.kind}: {n.about} ({n.text})" for n in news)
    return view(plain or "Nothing changed.", _table(["kind", "day", "about", "what"], rows))


def table_view(table: Table) -> View:
    """A table, its first 200 rows."""
    rows = [["" if value is None else str(value) for value in row] for row in table.values[:MOST_ROWS]]
    note = f"{table.name}: {len(table):,} rows"
    note += f", the first {MOST_ROWS} shown" if len(table) > MOST_ROWS else ""
    return view(note, element("p", note, class_="quiet"), _table([c.name for c in table.columns], rows))


def _table(names: Sequence[str], rows: Iterable[Sequence[str]]) -> Markup:
    head = element("tr", *(element("th", name) for name in names))
    body = join(element("tr", *(element("td", cell) for cell in row)) for row in rows)
    return element("table", element("thead", head), element("tbody", body))
