"""Reading Markdown: the body is kept, the front matter says what it can."""

import pytest

from sayso.ingest import Defaults
from sayso.ingest.markdown import extract_markdown
from tests.ingest.pages import one, whats

FRONT = """---
title: Border shut
publisher: "The Lantern"
published: 2021-05-10T08:00:00Z
author: [Ana Vell, Bo Rast]
language: en-GB
url: https://lantern.example/a
translation_of: d:123
mood: sour
---
"""
BODY = "\n# Border shut\n\nHe *said* so.\r\n---\nShe denied it.\n"


def test_the_body_is_unchanged_and_the_front_matter_read() -> None:
    document = one(FRONT + BODY, "a.md", Defaults())
    assert document.text == BODY
    assert (document.title, document.publisher) == ("Border shut", "The Lantern")
    assert (document.published, document.author) == ("2021-05-10", "Ana Vell, Bo Rast")
    assert (document.language, document.url) == ("en", "https://lantern.example/a")
    assert (document.translation_of, document.status, document.problems) == ("d:123", "ok", ())


def test_usual_names_of_fields_count_and_ours_go_before() -> None:
    said = extract_markdown(
        "---\ndate: 2031-05-19\nlang: en\nbyline: Nadia Corl\n---\nIt rained.\n", "a.md"
    ).said
    assert (said.published, said.language, said.author) == ("2031-05-19", "en", "Nadia Corl")
    both = extract_markdown("---\ndate: 2031-05-19\npublished: 2031-05-20\n---\nIt rained.\n", "a.md").said
    assert both.published == "2031-05-20"


def test_plain_text_may_say_its_publisher_in_the_same_way() -> None:
    document = one(FRONT + BODY, "a.txt", Defaults())
    assert (document.text, document.publisher, document.published) == (BODY, "The Lantern", "2021-05-10")


def test_usual_names_of_fields_count_in_any_case_and_with_a_colon_in_a_title() -> None:
    document = one(
        "---\nHeadline: Mirrow: rye runs out\nOutlet: The Lantern\nPub-Date: 2031-05-19\n---\nIt rained.\n",
        "a.txt",
    )
    said = (document.title, document.publisher, document.published, document.text)
    assert said == ("Mirrow: rye runs out", "The Lantern", "2031-05-19", "It rained.\n")


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_of_fields_at_the_top_are_the_head_of_a_text(name: str, end: str) -> None:
    head = ["Title: Mirrow: rye runs out", "Outlet: The Lantern", "Date: 2031-05-19", ""]
    document = one(end.join([*head, "He said so.", ""]), name)
    said = (document.title, document.publisher, document.published, document.text)
    assert said == ("Mirrow: rye runs out", "The Lantern", "2031-05-19", f"He said so.{end}")


@pytest.mark.parametrize(
    "text",
    [
        "Title: Rye runs out\n\nHe said so.\n",  # one field alone
        "Title: Rye\nOutlet: The Lantern\nHe said so.\n",  # no blank line
        "Title: Rye\nOutlet: The Lantern\nMood: sour\n\nHe said so.\n",
        "Author: I was there.\nOutlet: Were you?\nAuthor: I was.\n\nHe said so.\n",  # a field twice: a talk
        "He said so.\n\nTitle: Rye\nOutlet: The Lantern\n\nMore.\n",  # not at the top
        "Title: Rye\nOutlet: The Lantern",
    ],
)
def test_lines_that_are_not_all_fields_of_one_head_stay_in_the_text(text: str) -> None:
    document = one(text, "a.txt")
    assert (document.text, document.publisher, document.title) == (text, None, None)


def test_a_head_whose_day_cannot_be_read_says_so() -> None:
    document = one("Outlet: The Lantern\nDate: some day\n\nHe said so.\n", "a.txt")
    assert (document.publisher, document.published) == ("The Lantern", None)
    assert "is not a date" in whats(document)


@pytest.mark.parametrize(
    "text", ["---\nHe said so.\n---\nMore.\n", "---\npublisher: X\nnever closed\n", "---\n\n"]
)
def test_a_rule_at_the_top_of_plain_text_is_kept(text: str) -> None:
    document = one(text, "a.txt", Defaults())
    assert document.text == text
    assert document.publisher is None


def test_markdown_without_front_matter_is_all_body() -> None:
    assert one(BODY, "a.md").text == BODY


@pytest.mark.parametrize(
    "front", ["- a\n- b\n", "a: [1\n", "a: b: c\n", "just words\n", 'a: "\\U99999999"\n']
)
def test_front_matter_that_is_no_mapping_is_a_problem_and_partial(front: str) -> None:
    document = one(f"---\n{front}---\nHe said so.", "a.md")
    assert (document.text, document.status) == ("He said so.", "partial")
    assert "front matter" in whats(document)


def test_front_matter_that_is_not_closed_stays_in_the_body() -> None:
    document = one("---\ntitle: Shut\nHe said so.", "a.md")
    assert (document.text, document.status) == ("---\ntitle: Shut\nHe said so.", "partial")
    assert "not closed" in whats(document)


def test_front_matter_may_be_empty_and_end_in_dots_or_windows_line_ends() -> None:
    assert one("---\r\n---\r\nHe said so.", "a.md").text == "He said so."
    assert one("---\ntitle: Shut\n...\nHe said so.", "a.md").title == "Shut"


def test_norwegian_is_a_language_and_not_a_refusal() -> None:
    assert one("---\nlanguage: no\n---\nHan sa det.", "a.md", Defaults()).language == "no"


def test_a_bomb_of_aliases_stays_small() -> None:
    front = "a: &a {x: 1}\nb: &b [*a, *a]\n" + "".join(f"k{n}: &k{n} {{<<: [*b, *b]}}\n" for n in range(40))
    assert one(f"---\n{front}---\nHe said so.", "a.md").text == "He said so."


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2021-05-10", "2021-05-10"),
        ("2021-05-10T08:00:00Z", "2021-05-10"),
        ("2021-05-10 23:30:00 -0800", "2021-05-10"),
        ('"2021/5/10"', "2021-05-10"),
        ("10 May 2021", "2021-05-10"),
        ("May 10, 2021", "2021-05-10"),
        ("Mon, 10 May 2021 08:00:00 GMT", "2021-05-10"),
        ("20210510", "2021-05-10"),
        ("2199-01-01", "2199-01-01"),
    ],
)
def test_a_published_day_is_read_as_printed(written: str, day: str) -> None:
    document = one(f"---\npublished: {written}\n---\nHe said so.", "a.md")
    assert (document.published, document.problems) == (day, ())


@pytest.mark.parametrize(
    "written", ["yesterday", "05/06/2021", "May 2021", "2021-05", "2021-02-30", "{a: b}"]
)
def test_what_names_no_day_is_a_problem_and_no_date(written: str) -> None:
    document = one(f"---\npublished: {written}\n---\nHe said so.", "a.md")
    assert document.published is None
    assert "published" in whats(document)
    assert document.status == "ok"


def test_a_colon_in_a_title_needs_no_quotes() -> None:
    text = "---\npublisher: Harbour Network\ntitle: Eritane: Fishermen held\n---\nIt rained.\n"
    found = extract_markdown(text, "a.md")
    assert (found.said.title, found.said.publisher) == ("Eritane: Fishermen held", "Harbour Network")
    assert not found.problems


def test_other_lines_that_are_no_yaml_are_still_said() -> None:
    assert extract_markdown("---\ntitle: A: B\npublisher: [x\n---\nIt rained.\n", "a.md").partial


def test_a_rule_at_the_top_is_no_front_matter_and_nothing_is_lost() -> None:
    text = "---\n\nHe said so.\n\n---\n\nShe denied it.\n"
    document = one(text, "a.md")
    assert (document.text, document.status) == (text, "ok")


def test_toml_front_matter_is_said_and_left_out() -> None:
    document = one("+++\npublisher = 'The Lantern'\n+++\nHe said so.", "a.md")
    assert (document.text, document.status) == ("He said so.", "partial")
    assert "TOML" in whats(document)
    assert one("+++\nHe said so.", "a.md").text == "+++\nHe said so."


def test_a_field_whose_name_is_no_word_is_a_problem() -> None:
    document = one("---\n? [a, b]\n: 1\n---\nHe said so.", "a.md")
    assert (document.text, document.status) == ("He said so.", "partial")
