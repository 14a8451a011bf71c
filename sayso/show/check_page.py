"""A check as one self-contained page: the draft with the words that need a look, and why beside them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.model import Check, Document, Evidence, Finding, Span
from sayso.show.check_report import KINDS, grouped, summary
from sayso.show.page import csp_hash
from sayso.show.page_markup import Child, Markup, element
from sayso.show.page_spans import paragraphs
from sayso.show.page_style import style
from sayso.show.report_characters import shown


def check_page(draft: Document, check: Check) -> str:
    """HTML of the checked draft, with nothing loaded from anywhere and no script.

    A mark leads to what is said of its sentence, and from there back. Text is escaped in `page_markup`.
    """
    groups = list(grouped(check))
    numbers = {finding.id: number for number, finding in enumerate(check.findings, start=1)}
    head: list[Child] = [
        element("h1", draft.title or check.draft, dir="auto"),
        element("p", summary(check), class_="summary"),
        *(element("p", str(problem), class_="problem") for problem in check.problems),
    ]
    side = [_group(draft, sentence, found, numbers) for sentence, found in groups]
    empty = element("p", "Nothing needs a look.", class_="empty")
    body = element(
        "body",
        element("header", element("p", "sayso", element("span", "Check before publication"), class_="brand")),
        element("main", *head, element(
            "div",
            element(
                "article", _text(draft, check.findings, numbers), lang=draft.language, dir="auto",
                tabindex="0", aria_label="The draft",
            ),
            element("aside", *(side or [empty]), aria_label="Findings"),
            class_="columns",
        )),
    )  # fmt: skip
    title = f"{draft.title or check.draft} · check"
    return f"<!DOCTYPE html>\n{element('html', _head(title), body, lang='en').html}\n"


def _head(title: str) -> Markup:
    sheet = style("check.css")
    policy = f"default-src 'none'; style-src '{csp_hash(sheet)}'; base-uri 'none'; form-action 'none'"
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", shown(title)),
        Markup(f"<style>{sheet}</style>"),
    )


def _text(draft: Document, findings: Sequence[Finding], numbers: dict[str, int]) -> Markup:
    blocks = (
        element("p", *_marked(draft.text, block, findings, numbers)) for block in paragraphs(draft.text)
    )
    return element("div", *blocks, class_="text")


def _marked(text: str, block: Span, findings: Sequence[Finding], numbers: dict[str, int]) -> Iterator[Child]:
    """The words of a paragraph, marked where a finding stands; its numbers behind its last words."""
    here = [(span, one) for one in findings for span in one.spans if span.overlaps(block)]
    edges = {block.start, block.end, *(edge for span, _ in here for edge in span)}
    cuts = sorted(edge for edge in edges if block.start <= edge <= block.end)
    for start, end in pairwise(cuts):
        part = Span(start, end)
        over = [one for span, one in here if span.contains(part)]
        waiting = any(one.signed is None for one in over)
        if over:
            yield element("mark", text[start:end], class_=None if waiting else "signed")
        else:
            yield text[start:end]
        for one in over:
            if one.spans[-1].end == end:
                number = numbers[one.id]
                yield element(
                    "a", str(number), href=f"#f-{number}", id=f"m-{number}", class_="no",
                    aria_label=f"Finding {number}: {KINDS[one.kind]}",
                )  # fmt: skip


def _group(draft: Document, sentence: Span, found: Sequence[Finding], numbers: dict[str, int]) -> Markup:
    words = " ".join(draft.text[sentence.start : sentence.end].split())
    cards = (_card(one, numbers[one.id]) for one in found)
    return element("section", element("p", words, class_="sentence", dir="auto"), *cards)


def _card(finding: Finding, number: int) -> Markup:
    back = element("a", str(number), href=f"#m-{number}", class_="no", aria_label="back to the text")
    parts: list[Child] = [
        element("h2", back, f" {KINDS[finding.kind]}"),
        element("p", "“", finding.text, "”", class_="words", dir="auto"),
        element("p", finding.why),
    ]
    if finding.evidence:
        parts.append(element("ul", *(_evidence(one) for one in finding.evidence)))
    if finding.signed:
        one = finding.signed
        parts.append(element("p", f"Signed off by {one.by}, {one.at[:10]}, against: {one.against}"))
    where = " · ".join(part for part in (finding.id, finding.claim) if part)
    parts.append(element("p", where, class_="id"))
    names = f"card k-{finding.kind}{' signed' if finding.signed else ''}"
    return element("div", *parts, class_=names, id=f"f-{number}")


def _evidence(one: Evidence) -> Markup:
    where = " · ".join(part for part in (one.source, one.publisher, one.published) if part)
    return element("li", element("span", one.text, dir="auto"), element("cite", where))
