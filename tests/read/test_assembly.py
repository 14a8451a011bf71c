"""Statements put together: quotation, nesting, evidentiality, propositions and times of their own."""

import pytest

from sayso.model import Span, Statement
from sayso.read.assembly import quotation_of
from tests.read.readers import read


def by_cue(text: str, cue: str) -> Statement:
    """The statement of this cue, read by rules."""
    (found,) = [one for one in read(text) if one.cue and one.cue.text == cue]
    return found


@pytest.mark.parametrize(
    ("content", "quotation"),
    [
        ("“It rained all day.”", "direct"),
        ('"It rained all day"', "direct"),
        ("«Il pleut»", "direct"),
        ("that it “rained all day”", "mixed"),
        ("“It rained,” and that “it was cold”", "mixed"),
        ("that it rained all day", "indirect"),
        ("that they don’t know", "indirect"),
        ("", "indirect"),
    ],
)
def test_quotation_says_how_much_stands_in_marks(content: str, quotation: str) -> None:
    assert quotation_of(content, (Span(0, len(content)),) if content else ()) == quotation


def test_two_quoted_pieces_are_direct_and_one_plain_piece_makes_them_mixed() -> None:
    text = "“It rained,” he said, “all day.” So."
    assert quotation_of(text, (Span(0, 12), Span(22, 32))) == "direct"
    assert quotation_of(text, (Span(0, 12), Span(33, 36))) == "mixed"


RELAY = "According to a report by Radio Tessel, the ministry said that the bridge was closed on Monday."


def test_who_is_relayed_stands_within_who_relays() -> None:
    outer, inner = by_cue(RELAY, "According to"), by_cue(RELAY, "said")
    assert (inner.within, outer.within) == (outer.id, None)
    assert inner.chain[0] == outer.chain[0] == "The Lantern"
    assert inner.chain[:-1] == outer.chain


def test_who_relays_has_it_from_others_and_is_sure_that_it_was_said() -> None:
    outer = by_cue(RELAY, "According to")
    assert outer.evidentiality == "reportative"
    assert [part.factuality for part in outer.propositions] == ["CT+"]


def test_a_time_inside_what_another_one_says_is_not_the_relays() -> None:
    outer, inner = by_cue(RELAY, "According to"), by_cue(RELAY, "said")
    assert [when.text for part in inner.propositions for when in part.times] == ["on Monday"] or [
        when.text for part in inner.propositions for when in part.times
    ] == ["Monday"]
    assert [when.text for part in outer.propositions for when in part.times] == []


def test_the_authors_statements_enclose_nothing() -> None:
    text = "The bridge appears to be closed, as the ministry said that it fell. Rain fell for a week."
    found = read(text)
    authors = {one.id for one in found if one.source.kind == "author"}
    assert authors
    assert not any(one.within in authors for one in found)


def test_a_denial_denies_and_is_certain_of_the_negative() -> None:
    one = by_cue("The ministry denied that the bridge was closed.", "denied")
    assert one.act == "deny"
    assert [part.factuality for part in one.propositions] == ["CT-"]


def test_two_clauses_of_their_own_are_two_propositions_of_one_statement() -> None:
    one = by_cue("The ministry said that the bridge was closed and that it may open by May.", "said")
    assert [part.factuality for part in one.propositions] == ["CT+", "PS+"]
    assert len({part.id for part in one.propositions}) == 2


def test_when_something_was_said_is_not_when_it_happened() -> None:
    one = by_cue("The ministry said on Monday that the bridge was closed in 2029.", "said")
    assert one.said is not None
    assert (one.said.from_, one.said.to) == ("2031-03-03", "2031-03-03")
    (when,) = one.propositions[0].times
    assert (when.from_, when.to, when.role) == ("2029-01-01", "2029-12-31", "event")


def test_what_is_promised_for_a_time_is_due_then() -> None:
    one = by_cue("The ministry promised that it would open the bridge in May 2031.", "promised")
    (when,) = one.propositions[0].times
    assert (when.from_, when.to, when.role) == ("2031-05-01", "2031-05-31", "due")


def test_silence_has_no_content_and_no_proposition() -> None:
    (one,) = [one for one in read("The ministry did not respond to a request for comment.") if one.cue]
    assert one.act == "decline"
    assert (one.content.spans, one.content.text, one.propositions) == ((), "", ())


def test_the_number_of_a_sentence_is_that_of_its_cue() -> None:
    assert by_cue("It rained. It was cold. The ministry said so much.", "said").sentence == 2


def test_a_hedge_in_the_second_clause_leaves_the_first_one_sure() -> None:
    said = by_cue("Work on the bridge began in December and will probably be finished by May.", "probably")
    assert [part.factuality for part in said.propositions] == ["CT+", "PR+"]


def test_a_hedge_in_front_holds_for_all_behind_it() -> None:
    said = by_cue("It appears that the bridge is closed and that the road is open.", "appears")
    assert [part.factuality for part in said.propositions] == ["PR+", "PR+"]
