"""What the original strikes, hides or goes on with stands where it stood, and is no part of the text."""

import re

import pytest

from sayso.model import Document, Span, Unseen, UnseenKind, make_document
from sayso.show.page import page
from sayso.show.page_article import article
from tests.show.page_parser import Page

TEXT = "The port opens on Monday.\n\nThe harbour office said so."


def of(*unseen: Unseen, text: str = TEXT) -> Document:
    return make_document(text, input="a.html", unseen=unseen)


def left(kind: UnseenKind, at: int | None, words: str) -> Unseen:
    return Unseen(kind=kind, span=None if at is None else Span(at, at), text=words)


def words(document: Document) -> str:
    return re.sub(r"<[^>]+>", "", article(document, ()).html)


def test_struck_words_stand_struck_between_the_words_they_stood_between() -> None:
    document = of(left("struck", 8, "of Quill"))
    assert "<del>of Quill</del>" in article(document, ()).html
    assert words(document).startswith("The portStruck in the original: of Quill opens on Monday.")


def test_a_hidden_paragraph_is_one_between_the_two_it_stood_between() -> None:
    html = article(of(left("hidden", 26, "He denied it.")), ()).html
    assert "on Monday.</p>\n<p><span" in html
    assert '<span class="says">Hidden in the original: </span>He denied it.</span></p>\n<p' in html


def test_a_cut_is_said_where_the_text_ends() -> None:
    assert words(of(left("cut", len(TEXT), "only the first 50 MB were read"))).endswith(
        "The harbour office said so.Cut here: only the first 50 MB were read"
    )


def test_words_that_may_not_be_seen_are_framed_and_stay_in_the_text() -> None:
    document = of(Unseen(kind="doubtful", span=Span(4, 8)))
    html = article(document, ()).html
    assert 'May be hidden in the original: </span><span class="doubtful">port</span>' in html


def test_what_has_no_place_stands_below_the_text() -> None:
    html = article(of(left("struck", None, "ninety dead")), ()).html
    assert "where it stood cannot be told" in html
    assert html.index("said so.") < html.index("<del>ninety dead</del>")


@pytest.mark.parametrize("at", [0, 8, 25, 26, 27, len(TEXT)])
@pytest.mark.parametrize("kind", ["struck", "hidden", "cut"])
def test_the_text_is_the_stored_text_wherever_something_was_left_out(kind: UnseenKind, at: int) -> None:
    (shown,) = Page(page([(of(left(kind, at, "gone words")), ())])).articles
    assert shown == TEXT


@pytest.mark.parametrize("kind", ["struck", "hidden", "cut"])
def test_what_was_left_out_is_never_markup(kind: UnseenKind) -> None:
    html = article(of(left(kind, 8, '<img src=x onerror="alert(1)">\u202e')), ()).html
    assert "<img" not in html
    assert "&lt;img" in html
    assert 'data-u="202E"' in html or "U+202E" in html


def test_what_was_left_out_of_a_document_without_text_is_shown() -> None:
    assert "<del>all of it</del>" in article(of(left("struck", 0, "all of it"), text=""), ()).html
