"""Laws of dossiers: printed words are printed, no hedge is lost, nothing of later days, no order matters."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO, StringIO
from itertools import permutations
from pathlib import Path

import docx
import msgspec
import pytest
from rich.console import Console

from sayso.check.words import listed
from sayso.lang.loading import abbreviations
from sayso.model import Dossier, Span
from sayso.pipeline import Ledger
from sayso.pipeline.dossiers import quotes_in
from sayso.show.dossier.markdown import markdown
from sayso.show.dossier.outline import outline
from sayso.show.dossier.page import dossier_fragment, dossier_page
from sayso.show.dossier.parts import Printed
from sayso.show.dossier.table import print_dossier
from sayso.show.dossier.word import dossier_docx
from sayso.text.sentences import sentences
from tests.pipeline.bridge_files import FILES, SUBJECT, bridge_ledger
from tests.show.page_parser import Page

DAYS = ("2031-03-01", "2031-03-02", "2031-03-20", "2031-05-01")


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with bridge_ledger(tmp_path_factory.mktemp("bridge")) as ledger:
        yield ledger


@pytest.fixture(scope="module")
def dossier(held: Ledger) -> Dossier:
    return held.dossier(*SUBJECT)


def parts_of(dossier: Dossier) -> list[Printed]:
    """Every quotation that any rendering shows, the printed names of people and bodies with them."""
    items = [item for section in outline(dossier).sections for item in section.items]
    return [part for item in items for part in item.parts if isinstance(part, Printed)]


def flat(text: str) -> str:
    return " ".join(text.split())


class Words(HTMLParser):
    """The text of each block quotation of a page."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.quotes: list[str] = []
        self._inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "blockquote":
            self._inside = True
            self.quotes.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "blockquote"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.quotes[-1] += data


def printed(dossier: Dossier) -> list[str]:
    return ["".join(words for words, _ in part.pieces) for part in parts_of(dossier)]


def test_every_quotation_is_byte_for_byte_a_span_of_the_stored_text(held: Ledger, dossier: Dossier) -> None:
    quotes = quotes_in(dossier)
    assert len(quotes) > 10
    for quote in quotes:
        text = held.document(quote.document).text
        assert quote.text == " … ".join(text[a:b] for a, b in quote.spans)
        assert all(any(Span(*whole).contains(Span(*part)) for whole in quote.spans) for part in quote.said)


def test_every_piece_of_the_outline_is_printed_in_the_document_it_refers_to(
    held: Ledger, dossier: Dossier
) -> None:
    places = {one.number: held.document(one.id).text for one in dossier.documents}
    for part in parts_of(dossier):
        assert all(words in places[part.number] for words, mark in part.pieces if mark != "gap")
        assert all(any(words in text for text in places.values()) for words in part.struck)


def test_what_is_marked_as_changed_lies_in_the_text_of_its_document(held: Ledger, dossier: Dossier) -> None:
    for line in dossier.lines:
        for before, step in zip(line.steps, line.steps[1:], strict=False):
            assert all(step.quote.within((part,)) for part in step.new)
            assert all(before.quote.within((part,)) for part in step.gone)


def test_the_page_quotes_letter_for_letter(dossier: Dossier) -> None:
    assert Words(dossier_page(dossier)).quotes == printed(dossier)
    assert Words(dossier_fragment(dossier)).quotes == printed(dossier)


def test_word_quotes_letter_for_letter(dossier: Dossier) -> None:
    paragraphs = docx.Document(BytesIO(dossier_docx(dossier))).paragraphs
    assert [p.text for p in paragraphs if p.style and p.style.name == "Quote"] == printed(dossier)


def test_markdown_and_the_terminal_quote_the_same_words(dossier: Dossier) -> None:
    out = StringIO()
    print_dossier(dossier, Console(file=out, width=110, highlight=False, markup=False))
    shown = flat(re.sub(r"[│┃]", " ", out.getvalue()))
    text = flat(re.sub(r"\\\n|\\(?=\W)|</?u>|^>", " ", markdown(dossier), flags=re.M)).replace(" ", "")
    for words in printed(dossier):
        assert flat(words) in shown
        assert flat(words).replace(" ", "") in text


HEDGED = [
    "A crack has reportedly been found in the eastern arch.",
    "A high-level source told Norland Wire that two pillars may have sunk into the mud.",
    "A diplomat said that the army will possibly blow up its western ramp.",
    "The Ministry of Roads said that the Quill bridge was closed to lorries and perhaps to cars.",
    "It is likely that schools beyond the river have been shut.",
]


@pytest.mark.parametrize("sentence", HEDGED)
def test_a_hedged_sentence_is_quoted_whole(sentence: str, dossier: Dossier) -> None:
    assert any(sentence in flat(words) for words in printed(dossier))


def test_every_hedge_of_a_proposition_and_its_source_stand_in_its_quotation(
    held: Ledger, dossier: Dossier
) -> None:
    seen = 0
    for quote in quotes_in(dossier):
        text = held.document(quote.document).text
        statement = next(s for s in held.statements(quote.document) if s.id == quote.statement)
        around = [*quote.said, *(statement.cue.spans if statement.cue else ())]
        for part in sentences(text, abbreviations("en")):
            whole = text[part.start : part.end]
            hedges = [word for word in listed("en", "hedges") if f" {word} " in f" {flat(whole).lower()} "]
            if hedges and any(part.overlaps(Span(*span)) for span in around):
                assert whole in quote.text
                seen += 1
        cue = statement.cue.text if statement.cue else ""
        assert all(flat(words) in flat(quote.text) for words in (cue, statement.source.text))
    assert seen > 3


def test_a_likelihood_and_a_confidence_never_stand_in_one_sentence(dossier: Dossier) -> None:
    words = markdown(dossier).replace("\\", "")
    for sentence in re.split(r"(?<=[.!?])\s", words):
        about = re.search(r"\b(very likely|very unlikely|roughly even chance|almost certain)\b", sentence)
        assert not (about and "onfidence" in sentence), sentence


@pytest.mark.parametrize("day", DAYS)
def test_documents_published_later_leave_no_trace(day: str, held: Ledger, tmp_path: Path) -> None:
    there = [name for name, text in FILES.items() if text.split("published: ")[1][:10] <= day]
    with bridge_ledger(tmp_path, there) as earlier:
        alone = earlier.dossier(*SUBJECT, as_of=day)
    known = held.dossier(*SUBJECT, as_of=day)
    assert without_inputs(known) == without_inputs(alone)


@pytest.mark.parametrize("order", [*permutations(sorted(FILES), len(FILES))][7::41])
def test_the_order_of_the_documents_does_not_matter(
    order: tuple[str, ...], dossier: Dossier, tmp_path: Path
) -> None:
    with bridge_ledger(tmp_path, order) as other:
        assert without_inputs(other.dossier(*SUBJECT)) == without_inputs(dossier)


def without_inputs(dossier: Dossier) -> bytes:
    """All of a dossier but the names of the files, which lie in another folder."""
    documents = tuple(msgspec.structs.replace(one, input="") for one in dossier.documents)
    return msgspec.json.encode(msgspec.structs.replace(dossier, documents=documents))


def test_no_anonymous_source_has_an_entry_or_a_line(held: Ledger, dossier: Dossier) -> None:
    anonymous = {
        name
        for one in dossier.documents
        for statement in held.statements(one.id)
        if statement.source.anonymous
        for name in (statement.source.name, statement.source.text)
    }
    assert anonymous
    named = {name for source in dossier.who for name in (source.name, *source.names)}
    assert named.isdisjoint(anonymous)
    assert {line.source for line in dossier.lines}.isdisjoint(anonymous)
    assert not any(step.quote.anonymous for line in dossier.lines for step in line.steps)


def test_nothing_printed_becomes_markup(tmp_path: Path) -> None:
    text = FILES["second.md"].replace("the cables", "<b onclick=x>the *cables*</b> |`_")
    (tmp_path / "hostile.md").write_text(text, encoding="utf-8")
    with Ledger(tmp_path / "h.db") as ledger:
        list(ledger.add(str(tmp_path / "hostile.md"), workers=1, rules=True))
        found = ledger.dossier("Quill")
    page = Page(dossier_page(found))
    assert not [tag for tag, known in page.elements if tag == "b" or "onclick" in known]
    assert "<b" not in markdown(found).replace("\\<b", "")
    assert msgspec.json.decode(msgspec.json.encode(found), type=Dossier) == found
