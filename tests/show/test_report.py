"""The report: every statement verbatim at every width, and no text that drives the terminal."""

import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from sayso.errors import Problem
from sayso.show.grouping import sentence, summary
from sayso.show.report import print_report
from sayso.show.report_characters import is_hidden, pieces, shown
from tests.show.factory import document, sample, statement

NASTY = "a\x1b[31mred\x07 \u202eesrever\u202c zero\u200bwidth \x9b2J [bold]tags[/bold] :smile:"


def printed(pairs: Any, width: int = 100, **options: Any) -> str:
    out = io.StringIO()
    print_report(pairs, Console(file=out, width=width, **options))
    return out.getvalue()


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("width", [60, 80, 120, 160])
def test_every_statement_stands_verbatim_at_every_width(width: int) -> None:
    home, found = sample()
    out = printed([(home, found)], width)
    assert all(flat(one.content.text) in flat(out) for one in found)
    assert max(map(len, out.splitlines())) <= width


@pytest.mark.parametrize("width", [60, 120])
def test_head_summary_and_sources_are_told(width: int) -> None:
    home, found = sample()
    out = flat(printed([(home, found)], width))
    assert "The fever and the dam The Lantern · 2031-05-17" in out
    assert sentence(summary(found)) in out
    assert "nurse · expert · anonymous 1 statement" in out
    assert "The Lantern ← nurse ← driver" in out
    assert "[promise, due 2031-06-01 to 2031-07-31]" in out
    assert "“between June and July” = 2031-06-01 to 2031-07-31" in out


def test_missing_date_problems_and_partial_reading_are_told() -> None:
    problem = Problem(where="fever.md", what="the second page is missing", hint="scan it again")
    home = document(published=None, status="partial", problems=(problem,))
    out = flat(printed([(home, ())], 120))
    assert "no date: relative times stay open" in out
    assert "This document is partial." in out
    assert "the second page is missing (scan it again)" in out
    assert "No statements." in out


def test_no_text_reaches_the_terminal_as_a_command() -> None:
    home = document(NASTY, title=NASTY, publisher=NASTY)
    found = [statement(NASTY, text=NASTY, name=NASTY, of=home)]
    out = printed([(home, found)], 120)
    assert not [char for char in out if is_hidden(char)]
    assert flat(out).count("⟨U+001B⟩[31mred⟨U+0007⟩ ⟨U+202E⟩esrever") >= 4
    assert "[bold]tags[/bold] :smile:" in flat(out)


def test_piped_output_has_no_colour_codes_and_no_color_keeps_the_words() -> None:
    pairs = [sample()]
    assert "\x1b" not in printed(pairs)
    coloured = printed(pairs, force_terminal=True, color_system="standard")
    plain = printed(pairs, force_terminal=True, color_system="standard", no_color=True)
    assert "\x1b[31m" in coloured
    assert "\x1b[31m" not in plain
    assert "[denial]" in plain


def test_several_documents_end_in_a_total() -> None:
    first, second = sample(), (document("Blank.", title="Another"), ())
    out = flat(printed([first, second], 120))
    assert out.index("The fever and the dam") < out.index("Another")
    assert "2 documents: 8 statements, 5 sources" in out
    assert printed([]) == ""


def test_korean_wraps_inside_the_width() -> None:
    words = "국경이 닫혔다고 소식통이 전했다" * 8
    home = document(words, title=words)
    console = Console(width=60)
    out = printed([(home, [statement(words, text=words, of=home)])], 60)
    assert max(console.measure(line).maximum for line in out.splitlines()) <= 60


@given(st.text())
def test_pieces_join_to_the_text_and_nothing_hidden_is_left(text: str) -> None:
    assert "".join(piece for piece, _ in pieces(text)) == text
    joiners = "\u200c\u200d"
    assert not [char for char in shown(text) if is_hidden(char) and char not in joiners]


def test_joiners_stay_where_they_are_spelling_and_show_where_they_hide() -> None:
    assert shown("می\u200cخواهم") == "می\u200cخواهم"
    assert shown("no\u200ct") == "no⟨U+200C⟩t"
