"""What a page of a check is made of: the draft with marks, and a card for each finding beside it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from sayso.model import Check, Document, Evidence, Finding, Span
from sayso.show.check_report import KINDS, grouped
from sayso.show.page_markup import Child, Markup, element
from sayso.show.page_spans import paragraphs


def check_text(draft: Document, check: Check) -> Markup:
    """`<div class="text">` with the whole draft, marked where a finding stands, its number behind it."""
    numbers = numbered(check)
    blocks = (
        element("p", *_marked(draft.text, block, check.findings, numbers)) for block in paragraphs(draft.text)
    )
    return element("div", *blocks, class_="text")


def check_findings(draft: Document, check: Check, more: Mapping[str, Markup] | None = None) -> list[Markup]:
    """A section for each sentence with its findings, a card each; [] where nothing needs a look.

    `more`: what stands at the end of the card of a finding, by its id.
    """
    numbers = numbered(check)
    return [_group(draft, sentence, found, numbers, more or {}) for sentence, found in grouped(check)]


def numbered(check: Check) -> dict[str, int]:
    """The number of each finding on a page, from 1, by its id."""
    return {finding.id: number for number, finding in enumerate(check.findings, start=1)}


def _marked(
    text: str, block: Span, findings: Sequence[Finding], numbers: Mapping[str, int]
) -> Iterator[Child]:
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


def _group(
    draft: Document,
    sentence: Span,
    found: Sequence[Finding],
    numbers: Mapping[str, int],
    more: Mapping[str, Markup],
) -> Markup:
    words = " ".join(draft.text[sentence.start : sentence.end].split())
    cards = (_card(one, numbers[one.id], more.get(one.id, Markup(""))) for one in found)
    return element("section", element("p", words, class_="sentence", dir="auto"), *cards)


def _card(finding: Finding, number: int, more: Markup) -> Markup:
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
    return element("div", *parts, more, class_=names, id=f"f-{number}")


def _evidence(one: Evidence) -> Markup:
    where = " · ".join(part for part in (one.source, one.publisher, one.published) if part)
    return element("li", element("span", one.text, dir="auto"), element("cite", where))
