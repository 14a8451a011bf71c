"""The lines above a report are no part of what anybody says."""

import pytest

from sayso.model import Span
from sayso.read.layout.headings import headings, lines_without_stop
from sayso.read.mending.content_edges import with_own_paragraph
from sayso.read.relation import Relation
from sayso.text import paragraphs
from tests.read.readers import needs_weights, read

PROSE = "The dam at Orlan has held through the night, the ministry of waters said on Monday in a statement."


def above(text: str) -> list[str]:
    return [text[span.start : span.end] for span in headings(text, paragraphs(text))]


def test_title_outlet_and_day_above_a_report_are_no_statements() -> None:
    text = f"Harrow Post\n\nDam holds through night\n4 March 2031\n\n{PROSE}"
    assert above(text) == ["Harrow Post", "Dam holds through night", "4 March 2031"]
    assert [one.sentence for one in read(text)] == [0]


def test_a_title_that_says_who_says_it_is_read() -> None:
    found = read(f"Harrow Post\n\nDam holds, ministry says\n4 March 2031\n\n{PROSE}")
    assert [one.source.text for one in found] == ["ministry", "the ministry of waters"]


def test_a_text_without_any_prose_has_no_headings() -> None:
    assert above("The ministry said the dam held\n\nResidents say the dam broke") == []


@pytest.mark.parametrize(
    "opening",
    [
        "The dam held.",  # a sentence
        "“The dam held”",  # a quotation
        "The ministry said on Monday that\nthe dam and",  # wrapped by hand: goes on in small letters
        "Q: Did the dam hold\nA: It did",  # turns
    ],
)
def test_what_is_said_above_a_report_is_no_heading(opening: str) -> None:
    assert above(f"{opening}\n\n{PROSE}") == []


def test_a_line_above_a_few_words_is_no_heading() -> None:
    assert above("The ministry said the dam held\n\nIt broke.") == []


def test_hundreds_of_lines_above_the_prose_are_no_headings() -> None:
    assert above("Rice is dear\n\n" * 300 + PROSE) == []


def test_a_line_that_goes_on_in_the_prose_below_it_is_no_heading() -> None:
    assert above(f"According to a study of the Northern\nBar Association, the dam is weak. {PROSE}") == []


def alone(text: str) -> list[str]:
    return [text[span.start : span.end] for span in lines_without_stop(text, paragraphs(text))]


def test_a_short_line_without_a_stop_stands_alone() -> None:
    text = "## Dam bursts\n\nIt rained.\n\nLetter from Olm\n\nThe mayor says so.\n\n“It broke”, says guard"
    assert alone(text) == ["## Dam bursts", "Letter from Olm", "“It broke”, says guard"]


@pytest.mark.parametrize(
    "text",
    [
        "It rained in Olm.",
        "“It rained.”",
        "They demand:\n\nthe release of nine men",  # what goes on below, and behind a colon
        "They demand\n\n- the release of nine men\n- bread",
        "The mill in Olm\n\nwas shut.",
        "It rained, and the\nministry of waters said\nOlm was safe",  # wrapped by hand
        "The mill\nThe mill was shut.",
        "word " * 60,
    ],
)
def test_no_line_with_a_stop_or_of_a_list_or_a_longer_text_stands_alone(text: str) -> None:
    assert alone(text) == []


@needs_weights
@pytest.mark.parametrize(
    ("heading", "below", "name", "what"),
    [
        ("Interview with a miner", "Villagers reported gunfire.", "Villagers", "gunfire"),
        ("Statement by the embassy", "The ministry denied that it paid.", "ministry", "that it paid"),
        ("## Statement by the embassy", "The ministry denied that it paid.", "ministry", "that it paid"),
        ("Letter from Olm", "The mayor says that the bridge is gone.", "mayor", "that the bridge is gone"),
        ("Report from the valley", "The army claimed that it won.", "army", "that it won"),
        ("The minister’s speech", "He said that prices rose.", "minister", "that prices rose"),
        ("Two drones lost near Olm", "The army claimed that it won.", "army", "that it won"),
    ],
)
def test_a_heading_is_no_part_of_who_speaks_below(heading: str, below: str, name: str, what: str) -> None:
    said = [one for one in read(f"{heading}\n\n{below}", "weights") if one.source.kind != "author"]
    assert [(one.source.name, one.content.text) for one in said] == [(name, what)]


@needs_weights
@pytest.mark.parametrize(
    ("line", "name", "what"),
    [
        ("“People are starving”, says UN expert", "UN expert", "“People are starving”"),
        ("Marshal ill, sources say", "sources", "Marshal ill"),
        ("Marshal visits dam, TNA reports", "TNA", "Marshal visits dam"),
        ("Price of rice doubles, residents say", "residents", "Price of rice doubles"),
        ("Jailings rise in Tavony, rights group claims", "rights group", "Jailings rise in Tavony"),
        ("Two men shot in Lisk, residents say", "residents", "Two men shot in Lisk"),
        ('Marshal "gravely ill", say diplomats', "diplomats", 'Marshal "gravely ill"'),
        ("Guards shot at fishermen, Radio Tarn reports", "Radio Tarn", "Guards shot at fishermen"),
        ("Tavony jailed 14 people, says report", "report", "Tavony jailed 14 people"),
        ("Dam never burst, Tavony says", "Tavony", "Dam never burst"),
        ("Dam has not burst: ministry", "ministry", "Dam has not burst"),
        ("Guards fired on fishermen: report", "report", "Guards fired on fishermen"),
        ("Tavonian soldiers starving: UN expert", "UN expert", "Tavonian soldiers starving"),
    ],
)
def test_a_headline_without_a_stop_is_whoever_says_it(line: str, name: str, what: str) -> None:
    found = read(f"{line}\n\nIt rained on Monday in Olm.", "weights")
    assert (found[0].source.name, found[0].content.text) == (name, what)
    assert [one.source.kind for one in found[1:]] == ["author"]


def test_a_source_stands_in_the_paragraph_of_its_cue() -> None:
    text = "Letter from Olm\n\nThe mayor says it rains.\n\nIt rains"
    source, cue, content = (Span(0, 26), Span(27, 31), Span(32, 40))
    assert (text[slice(*source)], text[slice(*cue)]) == ("Letter from Olm\n\nThe mayor", "says")
    relation = with_own_paragraph(text, Relation(source=(source,), cue=(cue,), content=(content,)), "en")
    assert text[slice(*relation.source[0])] == "The mayor"
    behind = Relation(source=(Span(17, 58),), cue=(Span(7, 11),))
    assert text[slice(*with_own_paragraph(text, behind, "en").source[0])] == "The mayor says it rains."
