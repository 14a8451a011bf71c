"""Capitals and hidden characters: read like other text, and shown as they are printed."""

import pytest

from sayso.read.layout.capitals import lowered
from sayso.read.layout.plain import plain_of
from sayso.reference.gazetteer import load_gazetteer
from tests.laws.reading_laws import broken_laws
from tests.read.readers import BOTH, document, read

SHOUTED = (
    "THE MINISTRY SAID ON MONDAY THAT THE BRIDGE WAS CLOSED. THE TRADER DENIED THAT IT RAINED. "
    "A SPOKESMAN FOR THE WORLD HEALTH ORGANIZATION DECLINED TO COMMENT. "
    "MR. VOLLAR TOLD RADIO FREE ASIA IN MARCH THAT THE U.N. WOULD NOT COME."
)


def small(text: str) -> str:
    return lowered(text, load_gazetteer(), "en")


@pytest.mark.parametrize("finder", BOTH)
def test_sentences_in_capitals_have_the_sources_and_acts_of_other_sentences(finder: str) -> None:
    found = read(SHOUTED, finder)
    assert [(one.source.text, one.act) for one in found] == [
        ("THE MINISTRY", "assert"),
        ("THE TRADER", "deny"),
        ("A SPOKESMAN FOR THE WORLD HEALTH ORGANIZATION", "decline"),
        ("MR. VOLLAR", "assert"),
    ]
    assert found[0].content.text == "THAT THE BRIDGE WAS CLOSED"
    assert found[0].said is not None
    assert (found[0].said.text, found[0].said.from_) == ("MONDAY", "2031-03-03")
    assert [one.source.kind for one in found] == [
        "government",
        "person",
        "international_organization",
        "person",
    ]


@pytest.mark.parametrize("finder", BOTH)
def test_a_headline_in_capitals_is_read_with_the_names_of_its_article(finder: str) -> None:
    text = "MINISTRY WARNS THAT BRIDGE MAY FALL, MARSK SAYS\n\nIlo Marsk said so on Monday in Orlan."
    assert "Marsk" in {one.source.name.rpartition(" ")[2] for one in read(text, finder)}
    assert small(text).startswith("Ministry warns that bridge may fall, Marsk says\n")


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        (
            "THE U.N. AND NORTH KOREA SAID IN MAY THAT I CAME.",
            "The U.N. and North Korea said in May that I came.",
        ),
        ("HE SAID: “WE KNOW NOTHING OF ANY BRIDGE.”", "He said: “We know nothing of any bridge.”"),
        ("IT IS İN THE STRASSE OF THE BRIDGE, HE SAID", "It is İn the strasse of the bridge, he said"),
        ("WHO, UN, GAVI", "WHO, UN, GAVI"),
        ("The WHO said that the UN is near the DMZ.", "The WHO said that the UN is near the DMZ."),
        ("", ""),
    ],
)
def test_only_sentences_in_capitals_are_lowered_and_lengths_stay(printed: str, plain: str) -> None:
    assert small(printed) == plain
    assert len(plain) == len(printed)


@pytest.mark.parametrize("finder", BOTH)
def test_hidden_characters_hide_no_word_from_the_reader(finder: str) -> None:
    text = (
        "The minis\u00adtry sa\u200bid on Mon\u00adday that it was clo\u200bsed. "
        "\u202eA trader\u202c de\u0000nied it."
    )
    first, second = read(text, finder)
    assert (first.source.text, first.cue and first.cue.text) == ("The minis\u00adtry", "sa\u200bid")
    assert first.source.kind == "government"
    assert first.said is not None
    assert (first.said.text, first.said.from_) == ("Mon\u00adday", "2031-03-03")
    assert (second.source.text, second.act) == ("A trader", "deny")


@pytest.mark.parametrize("finder", BOTH)
def test_what_is_read_of_a_plain_view_keeps_the_laws(finder: str) -> None:
    text = (
        "\u200b“IT RAINED ALL DAY LONG,” SAID THE\u200b MINISTRY.\n\n"
        "\ufeffTHE SOURCE TOLD US THAT MR. VOLLAR DENIED THAT HE SAID SO.\u0007"
    )
    one = document(text)
    found = read(text, finder)
    assert found
    assert broken_laws(one, found) == []


def test_a_plain_text_is_read_as_it_stands() -> None:
    text = "The WHO said that it rained.\n\n\tThe embassy denied it.\r\n"
    assert plain_of(document(text), load_gazetteer(), "en") is None


def test_the_same_words_have_the_same_reading_with_and_without_hidden_characters() -> None:
    text = "The ministry said on Monday that it rained. “So,” said Ilo Marsk."
    hidden = "\u200b".join(text)
    plain = [(one.source.name, one.act, one.source.kind) for one in read(text)]
    assert [(one.source.name, one.act, one.source.kind) for one in read(hidden)] == plain


@pytest.mark.parametrize("finder", BOTH)
def test_a_label_in_capitals_is_a_person_and_a_known_outlet_is_one(finder: str) -> None:
    turns = [("HOST", "And the embassy?"), ("MARSK", "It denied the report."), ("KCNA", "It is so.")] * 2
    found = read("\n".join(f"{label}: {words}" for label, words in turns), finder)
    kinds = {one.source.text: one.source.kind for one in found}
    assert (kinds["HOST"], kinds["MARSK"], kinds["KCNA"]) == ("person", "person", "state_media")
