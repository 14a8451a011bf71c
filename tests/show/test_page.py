"""The page: the text untouched, every statement reachable, nothing foreign run or loaded."""

import re
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import Problem
from sayso.model import Cue, Document, Extent, Source, Span, Statement
from sayso.show import page as page_module
from sayso.show.page import page
from sayso.show.page_spans import entries, paragraphs, segments
from tests.show.factory import TEXT, document, sample, statement
from tests.show.page_parser import Page
from tests.stopwatch import cpu_seconds, here, timed

PAYLOADS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><script>alert(1)</script>",
    "</title><svg onload=alert(1)>",
    "javascript:alert(1)",
    "' onfocus='alert(1)",
    "<!-- ]]> &lt;b&gt; {{7*7}} ${7*7}",
    "gnp.\u202e\u2066txt\u200b\x00\x1b[2J",
]
CSS = page_module.sheet()


def read(*pairs: tuple[Document, Sequence[Statement]]) -> Page:
    return Page(page(pairs))


def test_the_article_is_the_text_verbatim_and_stands_once() -> None:
    home, found = sample()
    assert read((home, found)).articles == [TEXT]


def test_every_statement_has_a_card_and_a_number_in_the_text() -> None:
    home, found = sample()
    got = read((home, found))
    ids = got.values("id")
    for one in found:
        anchor = one.id.replace(":", "-")
        assert ids.count(anchor) == 1
        assert ids.count(f"m-{anchor}") == 1
        assert f"#{anchor}" in got.values("href")
        assert f"#m-{anchor}" in got.values("href")


def test_every_link_and_description_leads_to_something_on_the_page() -> None:
    home, found = sample()
    got = read((home, found), (home, found), (document("Other."), ()))
    ids = got.values("id")
    assert len(ids) == len(set(ids))
    links = [value.removeprefix("#") for value in got.values("href")]
    assert {*links, *got.values("aria-describedby"), *got.values("aria-labelledby")} <= set(ids)


def test_cards_tell_source_chain_act_knowledge_certainty_and_times() -> None:
    words = " ".join(" ".join(read(sample()).words).split())
    for told in (
        "The Lantern ← nurse ← driver", "denies (“The ministry denied”)", "has it from others",
        "probably not, according to the source", "“between June and July” = 2031-06-01 to 2031-07-31",
        "nurse (expert, anonymous)", "nobody is named", "sure of it to 80%",
    ):  # fmt: skip
        assert told in words


def test_nothing_is_loaded_from_anywhere() -> None:
    home = document(f"See https://example.org/a {TEXT}", url="https://example.org/b")
    got = read((home, sample()[1]))
    assert not {"link", "img", "iframe", "object", "embed", "base", "form"} & {tag for tag, _ in got.elements}
    assert all(value.startswith("#") for value in got.values("href"))
    assert not [name for _, known in got.elements for name in known if name in {"src", "srcset", "action"}]
    loading = re.compile(
        r"url\(|@import|https?:|fetch\(|XMLHttp|WebSocket|import\(|sendBeacon|innerHTML|eval\("
    )
    assert not loading.search(got.inline["style"] + got.inline["script"])


def test_the_policy_names_style_and_script_by_their_hashes_and_nothing_else() -> None:
    got = read(sample())
    policy = next(known["content"] for _, known in got.elements if "http-equiv" in known)
    parts = dict(part.split(" ", 1) for part in policy.split("; "))
    assert parts["default-src"] == "'none'"
    for name in ("style", "script"):
        digest = b64encode(sha256(got.inline[name].encode()).digest()).decode()
        assert parts[f"{name}-src"] == f"'sha256-{digest}'"
    names = {name for _, known in got.elements for name in known}
    assert not [name for name in names if name == "style" or name.startswith("on")]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_words_stay_words_in_every_field(payload: str) -> None:
    home = document(
        f"x {payload} y", input=payload, title=payload, publisher=payload, author=payload, language=payload,
        url=payload, status="partial", problems=(Problem(where=payload, what=payload, hint=payload),),
    )  # fmt: skip
    one = statement(payload, text=home.text, name=payload, of=home, chain=(payload,) * 3, reading=payload)
    harmless = read((document("x", language="en"), [statement("x", text="x", of=document("x"))]))
    got = read((home, [one]), (home, [one]))
    assert {tag for tag, _ in got.elements} <= {tag for tag, _ in harmless.elements} | {
        "nav", "ol", "fieldset", "legend", "label", "input", "output", "b", "ul", "li",
    }  # fmt: skip
    assert [tag for tag, _ in got.elements].count("script") == 1
    assert not [name for _, known in got.elements for name in known if name.startswith("on")]
    assert got.articles == [home.text.replace("\0", "\ufffd")] * 2


def test_hidden_characters_are_named_and_kept_from_turning_what_follows() -> None:
    home = document("abc\u202edef\u200bghi")
    got = read((home, ()))
    assert [known["data-u"] for known in got.with_class("hidden-char")] == ["U+202E", "U+200B"]
    assert got.articles == [home.text]
    assert re.search(r"\.hidden-char \{[^}]*unicode-bidi: isolate", CSS)


spans = st.tuples(st.integers(-3, 60), st.integers(-3, 60)).map(lambda pair: Span(*pair))
spans_of = st.lists(spans, max_size=3).map(tuple)


@st.composite
def any_statement(draw: st.DrawFn) -> Statement:
    made = statement("The fever is over")
    return msgspec.structs.replace(
        made,
        id=draw(st.sampled_from(["s:1", "s:2", "s:3"])),
        within=draw(st.sampled_from([None, "s:1", "s:2", "s:3"])),
        source=Source(spans=draw(spans_of), name=draw(st.sampled_from(["", "Marn"]))),
        cue=Cue(spans=draw(spans_of), text="c", lemma="c"),
        content=Extent(spans=draw(spans_of), text="x"),
    )


alphabet = st.sampled_from("ab <>&\"'\n\n\r\t\u202e\u200b국é\U0001f600")


@given(st.text(alphabet | st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=60),
       st.lists(any_statement(), max_size=5))  # fmt: skip
def test_any_spans_over_any_text_leave_the_text_as_it_is(text: str, found: list[Statement]) -> None:
    got = read((document(text), found))
    assert got.articles == ([text] if text else [])
    ids = got.values("id")
    assert len(ids) == len(set(ids))
    assert len(list(got.with_class("card"))) == len(found)


@given(st.integers(0, 60), st.lists(any_statement(), max_size=5))
def test_segments_cover_the_text_once_with_every_mark_that_holds_there(
    length: int, found: list[Statement]
) -> None:
    cut = segments(length, entries(found, 1, set()))
    assert [place for part in cut for place in range(*part.span)] == list(range(length))
    for part in cut:
        marked = {(mark.entry.number, mark.role) for mark in part.marks}
        for number, one in enumerate(found, start=1):
            inside = any(span.contains(part.span) for span in one.content.spans)
            assert ((number, "content") in marked) == inside


@given(st.text(alphabet))
def test_paragraphs_hold_every_word_and_part_at_blank_lines(text: str) -> None:
    found = paragraphs(text)
    assert "".join("".join(text[span.start : span.end].split()) for span in found) == "".join(text.split())
    assert all(left.end < right.start for left, right in pairwise(found))


def test_lines_are_paragraphs_where_no_line_is_blank() -> None:
    assert len(paragraphs("one\ntwo\nthree\n")) == 3
    assert len(paragraphs("one\ntwo\n\nthree")) == 2


def test_the_inner_statement_draws_the_line_where_two_overlap() -> None:
    home, found = sample()
    marks = [known for known in read((home, found)).with_class("deep") if "data-s" in known]
    assert [known["data-s"] for known in marks] == ["1-2 1-3"]
    assert "k-stated" in marks[0]["class"]


def test_filters_are_counted_and_only_those_that_find_something_are_there() -> None:
    got = read(sample())
    boxes = [known["name"] for tag, known in got.elements if tag == "input" and "name" in known]
    assert boxes == ["hearsay", "denial", "ahead", "anonymous", "inference", "uncertain", "author"]
    alone = read((document(), [statement("The fever is over", source="the Harbour Office")]))
    assert not [known for tag, known in alone.elements if tag == "input" and "name" in known]


def test_several_documents_have_a_table_of_contents() -> None:
    got = read(sample(), (document("Other."), ()))
    assert len(list(got.with_class("contents"))) == 1
    assert {"#document-1", "#document-2"} <= set(got.values("href"))
    assert not list(read(sample()).with_class("contents"))


def test_empty_things_are_said_in_words() -> None:
    assert "No documents." in read().words
    empty = read((document("", status="unread"), ()))
    assert "No text was read from this document." in empty.words
    assert "No statements were found." in empty.words
    assert "This document is unread." in empty.words


@timed
def test_a_large_hostile_text_does_not_hang() -> None:
    text = "a " * 100_000 + "\n" * 20_000 + "\u202e" * 1_000
    home = document(text)
    made = statement("a", text="a", of=home)
    places = [(Span(90 * n, 90 * n + 400),) for n in range(1_000)]
    found = [msgspec.structs.replace(made, id=f"s:{n}", content=Extent(spans=some, text="a"))
             for n, some in enumerate(places)]  # fmt: skip
    assert read((home, found)).articles == [text]
    assert cpu_seconds(lambda: read((home, found)), times=1) < here(10)


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    red, green, blue = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def palettes() -> list[dict[str, str]]:
    blocks = re.findall(r"\{\s*(--paper:[^}]*)\}", CSS)
    return [dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", block)) for block in blocks[:3]]


@pytest.mark.parametrize("palette", palettes(), ids=["light", "dark by system", "dark by button"])
def test_every_colour_of_words_has_contrast_on_every_ground(palette: dict[str, str]) -> None:
    inks = ["ink", "soft", "accent", "hearsay", "denial", "ahead", "doubt", "inference", "quoted"]
    for ground in ("paper", "raised", "tint"):
        assert min(contrast(palette[ink], palette[ground]) for ink in inks) >= 4.5
        assert contrast(palette["edge"], palette[ground]) >= 3
    assert contrast(palette["ink"], palette["glow"]) >= 4.5
    assert contrast(palette["accent"], palette["glow"]) >= 4.5


def test_both_dark_palettes_are_the_same() -> None:
    _, by_system, by_button = palettes()
    assert by_system == by_button
