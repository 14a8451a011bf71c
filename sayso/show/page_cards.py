"""The panel of a page: every source with its statements, each one a card of all that is read in it."""

from collections.abc import Iterator, Mapping, Sequence
from math import floor

from sayso.show.grouping import Group, badges, count, facets, groups
from sayso.show.page_markup import Child, Markup, element
from sayso.show.page_spans import Entry, handle
from sayso.show.report_words import ACTS, ARROW, CERTAINTY, KINDS, KNOWN, certainties, printed, when


def panel(found: Sequence[Entry], more: Mapping[str, Markup] | None = None) -> Markup:
    """The sources in their order, each with its cards; a sentence where there are no statements.

    `more`: what stands below the card of a statement, by its id.
    """
    if not found:
        return element("p", "No statements were found.", class_="empty")
    by_place = {id(entry.statement): entry for entry in found}
    parts = (_source(group, by_place, more or {}) for group in groups([entry.statement for entry in found]))
    return element("div", *parts, class_="sources")


def _source(group: Group, by_place: Mapping[int, Entry], more: Mapping[str, Markup]) -> Markup:
    cards = (card(by_place[id(one)], more.get(one.id, Markup(""))) for one in group.statements)
    notes = [KINDS[group.kind]] if group.voice == "source" else []
    notes += ["anonymous"] if group.anonymous else []
    notes.append(count(len(group.statements), "statement"))
    return element(
        "section",
        element("h3", group.title, dir="auto"),
        element("p", " · ".join(notes), class_="kind"),
        element("ul", *cards),
        class_="source",
    )


def card(entry: Entry, more: Markup) -> Markup:
    """One statement: its words, what to notice, `more`, and the rows of its reading."""
    statement = entry.statement
    words: Child = statement.content.text or element("em", "no words given")
    if handle(statement) is None:
        quote = element("span", words, class_="quote")
    else:
        quote = element("a", words, class_="quote", href=f"#m-{entry.anchor}")
    number = element("span", str(entry.number), class_="place", aria_hidden="true")
    return element(
        "li",
        element("p", number, quote, class_=f"words k-{entry.stroke}", id=f"w-{entry.anchor}", dir="auto"),
        _badges(entry),
        more,  # above what opens when the card is touched, so that nothing moves from under the pointer
        element("dl", *_rows(entry), class_="rows"),
        element("a", "Close", class_="close", href=f"#m-{entry.anchor}"),
        id=entry.anchor,
        class_="card",
        tabindex="-1",
        data_k=entry.key,
        data_f=" ".join(sorted(facets(statement))),
    )


def _badges(entry: Entry) -> Markup:
    found = badges(entry.statement)
    marks = (element("li", badge.text, class_=f"badge b-{badge.kind}") for badge in found)
    return element("ul", *marks, class_="badges") if found else Markup("")


def _rows(entry: Entry) -> Iterator[Markup]:
    """The reading as pairs of a label and a value."""
    for label, value in _reading(entry):
        yield element("div", element("dt", label), element("dd", value, dir="auto"))


def _reading(entry: Entry) -> Iterator[tuple[str, Child]]:
    statement = entry.statement
    yield "Source", _who(entry)
    yield "Through", ARROW.join(statement.chain) or "nobody known"
    cue = printed(statement)
    yield "Act", ACTS[statement.act] + (f" (“{cue}”)" if cue else "")
    yield "How known", KNOWN[statement.evidentiality]
    if statement.said:
        yield "Said", when(statement.said)
    parts = statement.propositions
    if parts and not certainties(statement):
        yield "Certainty", CERTAINTY[parts[0].factuality] + ", according to the source"
    for certainty, words in certainties(statement):
        yield "Certainty", f"{certainty}: {words}"
    times = dict.fromkeys((time.role, when(time)) for part in parts for time in part.times)
    for role, words in times:
        yield ("Due" if role == "due" else "When"), words
    percent = floor(statement.confidence * 100 + 1e-9)  # rounded down: only 1.0 is told as 100%
    yield "Reading", f"{statement.reading}, sure of it to {percent}%"


def _who(entry: Entry) -> str:
    source = entry.statement.source
    if source.kind == "author":
        return f"{source.name or 'the publisher'}, the author’s own voice"
    if not source.name and not source.text:
        return "nobody is named"
    return f"{source.name or source.text} ({KINDS[source.kind]}{', anonymous' if source.anonymous else ''})"
