"""Reading HTML: what a reader sees is the text, and what the page says of itself the facts."""

import pytest

from sayso.ingest import Defaults
from tests.ingest.pages import GOVERNOR, HEAD, TRADER, one, page, read, whats

LINKED = '<script type="application/ld+json">{}</script>'


def test_paragraphs_are_parted_by_blank_lines() -> None:
    document = one(page(), "a.html")
    assert document.text == f"Border shut\n\n{GOVERNOR}\n\n{TRADER}"
    assert (document.status, document.problems) == ("ok", ())


def test_a_page_says_who_published_it_where_and_when() -> None:
    document = one(page(), "a.html", Defaults())
    assert document.title == "Border shut"
    assert document.publisher == "The Lantern"
    assert document.published == "2021-05-17"
    assert document.author == "Ana Vell"
    assert document.language == "en"
    assert document.url == "https://lantern.example/world/border"


def test_menus_and_footers_are_left_out() -> None:
    text = one(page(), "a.html").text
    assert "World desk" not in text
    assert "All rights" not in text


def test_source_line_breaks_are_no_line_breaks_but_br_is() -> None:
    text = one(page("<p>One line of it\n   goes on here.<br>Another line is here.</p>"), "a.html").text
    assert "One line of it goes on here.\nAnother line is here." in text


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>He denied it all.</p>",
        '<p style="display:none">He denied it all.</p>',
        '<p style="DISPLAY : none !important">He denied it all.</p>',
        '<p style="visibility: hidden">He denied it all.</p>',
        "<template><p>He denied it all.</p></template>",
        "<dialog>He denied it all.</dialog>",
        '<p style="font-size:0">He denied it all.</p>',
        '<p style="width:0;height:0;overflow:hidden">He denied it all.</p>',
        '<p style="position:absolute;left:-9999px">He denied it all.</p>',
        '<p style="text-indent:-9999px">He denied it all.</p>',
        '<p style="color:#fff;background:white">He denied it all.</p>',
        '<p style="color:rgb(255, 255, 255)">He denied it all.</p>',
        '<p><font color="white">He denied it all.</font></p>',
        '<p style="opacity:0">He denied it all.</p>',
        '<p style="color:transparent">He denied it all.</p>',
        '<p style="position:absolute;clip:rect(0 0 0 0)">He denied it all.</p>',
    ],
)
def test_words_that_no_reader_sees_are_left_out(hidden: str) -> None:
    document = one(page(hidden), "a.html")
    assert "denied" not in document.text
    assert TRADER in document.text


@pytest.mark.parametrize(
    "seen",
    [
        '<p aria-hidden="true">He denied it all, as every reader saw.</p>',
        '<div style="background:#000"><p style="color:#fff">He denied it all, as every reader saw.</p></div>',
        '<p style="opacity:0.9;left:-4px">He denied it all, as every reader saw.</p>',
        '<p style="color:#111">He denied it all, as every reader saw.</p>',
        "<p><ins>He denied it all, as every reader saw.</ins></p>",
    ],
)
def test_words_that_a_reader_sees_stay(seen: str) -> None:
    assert "He denied it all, as every reader saw." in one(page(seen), "a.html").text


def test_a_trick_with_invisible_words_is_named() -> None:
    document = one(page('<p style="color:white">He denied it all.</p>'), "a.html")
    assert 'cannot see was left out: "He denied it all."' in whats(document)


@pytest.mark.parametrize("tag", ["del", "s", "strike"])
def test_struck_words_are_left_out_and_said(tag: str) -> None:
    document = one(page(f"<p>The ministry counted <{tag}>ninety</{tag}> forty dead on Friday.</p>"), "a.html")
    assert "The ministry counted forty dead on Friday." in document.text
    assert document.status == "partial"
    assert '"ninety"' in whats(document)


def test_captions_are_spans_of_the_text_after_their_figure() -> None:
    caption = "A guard at the bridge in Ostara, which has been shut since January. Photo: The Lantern"
    document = one(page(f'<figure><img src="a.jpg"><figcaption>{caption}</figcaption></figure>'), "a.html")
    assert [document.text[span.start : span.end] for span in document.captions] == [caption]
    assert document.text.index(GOVERNOR) < document.text.index(caption) < document.text.index(TRADER)


def test_several_captions_keep_their_places_and_odd_brackets_stay() -> None:
    figures = "".join(f"<figure><figcaption>A bridge ⦗{n}⦘ in Ostara.</figcaption></figure>" for n in (1, 2))
    document = one(page(figures), "a.html")
    found = [document.text[span.start : span.end] for span in document.captions]
    assert found == ["A bridge ⦗1⦘ in Ostara.", "A bridge ⦗2⦘ in Ostara."]


def test_nesting_too_deep_for_the_parser_is_partial_and_said() -> None:
    deep = "<div>" * 400 + "<p>He spoke far below in the page.</p>" + "</div>" * 400
    document = one(page(deep), "a.html")
    assert document.status == "partial"
    assert "nested deeper" in whats(document)
    assert "He spoke far below in the page." in document.text
    assert TRADER in document.text


def test_a_page_without_a_date_has_none_whatever_it_tells_of() -> None:
    future = "<p>The conference of the ministers takes place on 2031-05-06 in the capital, he said.</p>"
    document = one(page(future, head="<title>Border shut</title>"), "a.html")
    assert document.published is None


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="date" content="2021-05-17">',
        LINKED.format('{"@type": "NewsArticle", "datePublished": "2021-05-17T09:00+09:00"}'),
        LINKED.format('{"@graph": [{"@type": "Article", "datePublished": "2021-05-17"}]}'),
        '<link rel="canonical" href="https://lantern.example/2021/05/17/border">',
    ],
)
def test_the_date_is_taken_from_what_the_page_states(head: str) -> None:
    assert one(page(head=head), "a.html").published == "2021-05-17"


def test_a_marked_date_on_the_page_counts() -> None:
    document = one(page('<time datetime="2021-05-17">Monday</time>', head="<title>Shut</title>"), "a.html")
    assert document.published == "2021-05-17"


def test_a_declared_charset_is_followed() -> None:
    head = HEAD + '<meta charset="euc-kr">'
    data = page("<p>The word 국경 means border, he said.</p>", head=head).encode("euc-kr")
    document = one(data, "a.html")
    assert "국경 means border" in document.text
    assert document.problems == ()


def test_markup_in_metadata_stays_text() -> None:
    head = "<title>Shut &lt;script&gt;alert(1)&lt;/script&gt;</title>"
    document = one(page(head=head), "a.html")
    assert document.url is None
    assert document.title is None or "\n" not in document.title


def test_a_page_without_words_has_failed() -> None:
    document = one("<html><body></body></html>", "a.html")
    assert (document.status, document.text) == ("failed", "")


def test_too_many_elements_are_read_whole_in_bounded_time() -> None:
    document = one(page("<b>x</b> " * 16_000), "a.html")
    assert "all of its text was taken" in whats(document)
    assert GOVERNOR in document.text


def test_nothing_of_a_page_is_logged(capsys: pytest.CaptureFixture[str]) -> None:
    read("<html><body><p>x</p></body></html>", "a.html")
    assert capsys.readouterr().err == ""


def test_reading_a_page_twice_gives_the_same_document() -> None:
    assert read(page(), "a.html") == read(page(), "a.html")
