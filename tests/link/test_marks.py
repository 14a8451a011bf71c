"""Marks: what linking sees of the propositions of a document."""

from itertools import pairwise

import msgspec
import pytest

from sayso.link.claims import cluster
from sayso.link.compare import compare_all
from sayso.link.encoder import DIMENSIONS, GENERATION, SentenceEncoder
from sayso.link.keys import keys_of
from sayso.link.marks import MOST_TEXT_CHARS, mark_of_text, marks_of, topic_of
from sayso.link.stance import stances
from tests.link.made_statements import said, text_of
from tests.link.marked_report import GAZETTEER, Counted, marks, report


def test_a_mark_holds_who_what_how_many_and_when() -> None:
    mark = marks()[0]
    assert mark.text == "At least 40 miners died at the Tarn colliery"
    assert mark.stems == ("miner", "die", "tarn", "collieri")
    assert mark.names == ("tarn",)
    assert mark.around == ("reth", "quillo")
    assert [(a.low, a.high, a.slot) for a in mark.amounts] == [(40, None, "killed")]
    assert (mark.asserted, mark.negated, mark.certainty, mark.target) == ("2031-03-04", False, "CT", None)


def test_a_denial_a_doubt_and_what_is_unconfirmed_land_on_what_they_point_at() -> None:
    claim, *answers = marks()[:4]
    assert [a.target for a in answers] == [claim.proposition] * 3
    assert [a.stems for a in answers] == [claim.stems] * 3
    assert [a.negated for a in answers] == [True, False, True]
    assert [a.text for a in answers] == ["these reports", "the report", "it"]


def test_they_are_one_claim_and_each_has_its_stance() -> None:
    by_id = {m.proposition: m for m in marks()[:4]}
    (found,) = cluster(by_id.values(), compare_all(by_id, [(a, b) for a in by_id for b in by_id if a < b]))
    stance = {member.proposition: member.stance for member in stances(found)}
    assert [stance[key] for key in by_id] == ["supports", "denies", "comments", "denies"]
    assert found.gist.text == "At least 40 miners died at the Tarn colliery"


def test_a_denial_of_what_is_negated_affirms_it() -> None:
    text = text_of("No aid arrived at Tarn, the mayor said. The ministry denied it.")
    claim = said(text, "the mayor", "said", "No aid arrived at Tarn", factuality="CT-")
    denial = said(text, "The ministry", "denied", "it", act="deny", factuality="CT-")
    assert [m.negated for m in marks_of(text, [claim, denial], None, GAZETTEER)] == [True, False]


def test_a_copied_text_has_the_same_marks_but_for_its_ids() -> None:
    for one, two in zip(marks(), marks(publisher="Quill Courier"), strict=True):
        assert one.document != two.document
        assert one.proposition != two.proposition
        ids = dict.fromkeys(("proposition", "statement", "document", "publisher"), "")
        blank = [msgspec.structs.replace(m, **ids, target=m.target and "") for m in (one, two)]
        assert blank[0] == blank[1]
        assert keys_of(blank[0]) == keys_of(blank[1])


def test_the_order_of_marks_is_that_of_the_statements() -> None:
    text, statements = report()
    found = [m.statement for m in marks_of(text, statements, None, GAZETTEER)]
    place = [s.id for s in statements]
    assert all(place.index(a) < place.index(b) for a, b in pairwise(found))


def test_a_pointer_has_the_vector_of_what_it_points_at_and_all_have_their_documents_topic() -> None:
    encoder = Counted()
    text, statements = report()
    found = marks_of(text, statements, encoder, GAZETTEER)
    assert found[1].vector == found[0].vector != found[4].vector
    assert {m.topic for m in found} == {bytes([len(topic_of(text)) % 127]) * DIMENSIONS + GENERATION}
    assert any(given.startswith("Fire in Rethany. At least 40 miners died") for given in encoder.given)


def test_a_matter_has_a_vector_without_the_names_in_it() -> None:
    encoder = Counted()
    text, statements = report()
    first, *_ = marks_of(text, statements, encoder, GAZETTEER)
    assert "At least 40 miners died at the colliery" in encoder.given
    assert first.bare != first.vector


def test_without_statements_nothing_is_encoded() -> None:
    encoder = Counted()
    assert marks_of(text_of("It rained."), [], encoder, GAZETTEER) == ()
    assert encoder.given == []


def test_of_a_passage_only_the_beginning_is_looked_at() -> None:
    words = "The dam at Tarn broke and " + "the water rose " * 60 + "in Quillon"
    text = text_of(f"{words}, the mayor said.")
    (mark,) = marks_of(text, [said(text, "the mayor", "said", words)], None, GAZETTEER)
    assert len(words) > MOST_TEXT_CHARS
    assert "quillon" not in mark.stems
    assert mark.text == words


@pytest.mark.parametrize("text", ["", "Tarn fell.", "Did Tarn fall?"])
def test_a_headline_has_a_mark_without_a_reader(text: str) -> None:
    mark = mark_of_text(text, GAZETTEER)
    assert mark.text == text
    assert mark.question == text.endswith("?")


@pytest.mark.parametrize(
    ("text", "of_others"),
    [
        ("Dam at Tarn bursts - official", True),
        ("Dam at Tarn bursts -- analyst", True),
        ("Senator Roe: dam at Tarn bursts", True),
        ("Parent: school of Tarn shut over a song", True),
        ("Former Quillon coach: two players suspended", True),
        ("Ilo Roe: I saw the dam burst", True),
        ("Dam at Tarn bursts - pictures", False),
        ("Tarn dam: engineers gather at the gate", False),
        ("Dam at Tarn bursts", False),
        ("Orl Works in talks to buy the mill", True),
        ("Orl Works talks of the mill", False),
        ("Mob of Tarn beats alleged thief", False),
        ("Mob of Tarn beats suspected cattle thieves", False),
        ("Alleged theft at Tarn", True),
        ("Crack in the dam is longer than reported", False),
        ("Crack in the dam of Tarn reported", True),
        ("Rebels agree to a truce at Tarn, may free the miners", False),
        ("Rebels may agree to a truce at Tarn, miners still held", True),
        ("Fisher of Tarn lands a carp which could be the largest", False),
        ("Carp of Tarn could be the largest", True),
    ],
)
def test_a_headline_says_whether_others_say_so(text: str, of_others: bool) -> None:
    assert mark_of_text(text, GAZETTEER).hearsay is of_others


def test_the_encoder_gives_384_bytes_to_a_text_and_none_to_a_blank_one() -> None:
    blank, one, two = SentenceEncoder().encode([" ", "The dam broke.", "The dam broke."])
    assert (blank, len(one)) == (b"", DIMENSIONS + 1)
    assert one == two
