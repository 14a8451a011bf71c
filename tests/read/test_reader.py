"""The reader as a whole: what holds for the statements of every text, by rules and with the weights."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sayso.model import Span
from sayso.weights import has_weights
from tests.laws.reading_laws import broken_laws
from tests.read.hostile import hostile
from tests.read.readers import BOTH, document, needs_weights, read, reader

FINDERS = st.sampled_from(["rules", "weights"] if has_weights("tagger") else ["rules"])
ARTICLE = """Traders wait at the closed bridge
By Ilo Marsk

SARVANE (Radio Tessel) — A source in Orlan told Radio Tessel on Monday that the bridge was closed.
The ministry of grain denied it. “Nothing is closed,” its spokesman Tal Em said; “trucks pass every day.”

Two soldiers were reportedly hurt. The bridge carries half of the trade.

According to a report by the Harrow Institute, officials said that it would open by May.
Read in Korean
"""


@given(hostile, FINDERS)
@example("é said a report by reportedly told", "rules")
@example("reportedly according to that the border is closed", "rules")
@example("said , , said said", "weights")
@example("reportedly By Ilo Marsk", "rules")
@example("’ a report by a report by , a report by told The U.N.", "weights")
@example("— — declined to comment", "weights")
def test_any_text_gives_statements_that_keep_the_laws(text: str, finder: str) -> None:
    one = document(text)
    assert broken_laws(one, reader(finder).read(one)) == []


@pytest.mark.parametrize("finder", BOTH)
def test_an_article_keeps_the_laws(finder: str) -> None:
    one = document(ARTICLE)
    statements = reader(finder).read(one)
    assert broken_laws(one, statements) == []
    assert len(statements) >= 6


@given(hostile, FINDERS)
def test_reading_twice_gives_the_same(text: str, finder: str) -> None:
    assert read(text, finder) == read(text, finder)


@pytest.mark.parametrize("finder", BOTH)
def test_an_article_is_read_the_same_behind_another_one(finder: str) -> None:
    alone = [(one.source.text, one.content.text, one.chain) for one in read(ARTICLE, finder)]
    read("The embassy said that it knew of nothing. He may have left.", finder)
    assert [(one.source.text, one.content.text, one.chain) for one in read(ARTICLE, finder)] == alone


@pytest.mark.parametrize("finder", BOTH)
@pytest.mark.parametrize("text", ["", " \n\t", "\u00a0", "…", "“”", "!?", "— ; :", "👩\u200d💻"])
def test_a_text_without_a_sentence_has_no_statements(text: str, finder: str) -> None:
    assert read(text, finder) == ()


@pytest.mark.parametrize("finder", BOTH)
def test_no_statement_stands_in_furniture_that_the_page_named(finder: str) -> None:
    text = "The ministry said that it rained.\n\nThe shop said that all is half price."
    found = read(text, finder, furniture=(Span(35, len(text)),))
    assert [one.content.text for one in found] == ["that it rained"]


@pytest.mark.parametrize("finder", BOTH)
def test_bylines_and_datelines_are_nobodys_words(finder: str) -> None:
    found = read(ARTICLE, finder)
    assert not any("Marsk" in one.content.text or "SARVANE" in one.content.text for one in found)


@pytest.mark.parametrize("finder", BOTH)
def test_hearsay_never_keeps_a_source(finder: str) -> None:
    (one,) = [one for one in read(ARTICLE, finder) if one.cue and one.cue.text == "reportedly"]
    assert (one.source.kind, one.source.spans, one.source.name) == ("unspecified", (), "")
    assert one.evidentiality == "reportative"
    assert one.chain == ("The Lantern",)


@pytest.mark.parametrize("finder", BOTH)
def test_the_authors_own_sentence_is_the_publishers(finder: str) -> None:
    (one,) = [one for one in read(ARTICLE, finder) if "half of the trade" in one.content.text]
    assert (one.source.kind, one.source.name, one.cue, one.chain) == (
        "author", "The Lantern", None, ("The Lantern",),
    )  # fmt: skip


@pytest.mark.parametrize("finder", BOTH)
def test_without_a_publisher_no_name_is_made_up(finder: str) -> None:
    found = read("The bridge carries half of the trade.", finder, publisher=None)
    assert [(one.source.name, one.chain) for one in found] == [("", ())]


@pytest.mark.parametrize("finder", BOTH)
def test_relative_days_stay_open_without_a_date_of_publication(finder: str) -> None:
    text = "The ministry said that the bridge was closed yesterday."
    dated, undated = read(text, finder), read(text, finder, published=None)
    assert [when.from_ for one in dated for part in one.propositions for when in part.times] == ["2031-03-03"]
    assert [when.from_ for one in undated for part in one.propositions for when in part.times] == [None]


@pytest.mark.parametrize("finder", BOTH)
def test_a_date_in_the_future_anchors_like_any_other(finder: str) -> None:
    text = "The ministry said that the bridge was closed yesterday."
    found = read(text, finder, published="2931-03-04")
    assert found[0].propositions[0].times[0].from_ == "2931-03-03"


def test_the_rules_say_so_in_their_reading() -> None:
    (name,) = {one.reading for one in read(ARTICLE, "rules")}
    assert re.fullmatch(r"en-1-rules\+[0-9a-f]{6}", name)


@needs_weights
def test_the_weights_say_so_in_their_reading() -> None:
    (name,) = {one.reading for one in read(ARTICLE, "weights")}
    assert re.fullmatch(r"en-1\+[0-9a-f]{6}", name)


def test_sentences_that_cannot_attribute_part_the_runs() -> None:
    text = "The ministry said so. Rain fell. He denied it. She told them."
    spans = reader("rules").sentences(document(text))
    runs = reader("rules").runs(text, spans)
    assert [[text[s.start : s.end] for s in run] for run in runs] == [
        ["The ministry said so."], ["He denied it.", "She told them."],
    ]  # fmt: skip


def test_a_time_in_what_another_one_says_is_not_when_this_was_said() -> None:
    text = "The fund said it would send oil between April and June, but a clerk said that it could slip."
    clerk = next(one for one in read(text) if "clerk" in one.source.text)
    assert clerk.said is None


def test_a_request_for_comment_is_no_content() -> None:
    found = read("The ministry did not respond to requests for comment.")
    assert [(one.act, one.content.text) for one in found] == [("decline", "")]


def test_whoever_was_told_by_somebody_only_heard_it() -> None:
    found = read("One guard recalled being told by his commander that the dead were to be moved.")
    told = [one for one in found if "told" in (one.cue.text if one.cue else "")]
    assert [one.source.text for one in told] == ["his commander"]


def test_whoever_was_told_stands_in_no_part_of_it() -> None:
    found = read("The envoy was told that the train was late.")
    assert [one.content.text for one in found if one.cue] == ["that the train was late"]


@pytest.mark.parametrize("finder", BOTH)
def test_the_name_of_a_place_beside_a_source_is_not_the_sources(finder: str) -> None:
    found = read("A diplomat in the capital, Velmar City, said that the port was closed. He left.", finder)
    (one,) = [one for one in found if one.cue]
    assert (one.source.text, one.source.anonymous) == ("A diplomat in the capital, Velmar City", True)
    assert "Velmar City" not in one.source.name


@pytest.mark.parametrize("finder", BOTH)
@pytest.mark.parametrize(
    "text",
    [
        "The agency withdrew its statement that six people died.",
        "The institute withdrew the figure on Monday.",
        "The mill retracted its claim.",
    ],
)
def test_who_withdraws_words_denies_them(finder: str, text: str) -> None:
    assert "deny" in [one.act for one in read(text, finder)]


@pytest.mark.parametrize("finder", BOTH)
def test_a_common_noun_is_not_the_outlet_of_that_name(finder: str) -> None:
    kinds = {one.source.kind for one in read("The paper said that the dam broke.", finder) if one.cue}
    assert kinds == {"media"}


@pytest.mark.parametrize("finder", BOTH)
def test_who_withdraws_troops_says_nothing(finder: str) -> None:
    found = read("The army withdrew its troops from the town. She withdrew the money.", finder)
    assert [one for one in found if one.cue] == []


@pytest.mark.parametrize("finder", BOTH)
def test_what_somebody_must_say_was_not_said(finder: str) -> None:
    found = read("“The authorities must say where these men are,” Selam Berhe said on Monday.", finder)
    assert [one.source.name for one in found if one.cue] == ["Selam Berhe"]


def test_an_account_that_could_not_be_verified_is_nobodys_statement() -> None:
    found = [one for one in read("The trader’s account could not be independently verified.") if one.cue]
    assert [(one.act, one.source.kind, one.content.text) for one in found] == [
        ("unconfirmed", "author", "The trader’s account")
    ]


@needs_weights
@pytest.mark.parametrize("quote", ["That is for the courts,", "“That is for the courts,”"])
def test_a_content_does_not_reach_into_a_sentence_with_a_speaker_of_its_own(quote: str) -> None:
    found = read(f"Guards took twelve teachers away, a cook said. {quote} the ministry said.", "weights")
    said = {one.source.name: one.content.text.strip("“”,") for one in found}
    assert said == {"cook": "Guards took twelve teachers away", "ministry": "That is for the courts"}
