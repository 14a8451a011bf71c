"""Citations, credits, corrections, and relays that say more than whom they cite."""

import pytest

from sayso.link.corrections import corrected
from sayso.link.derivations import Candidate, amplified, candidate_of, citations, credited
from sayso.link.lineage import Party
from sayso.link.sketches import Sketch, sketch_of
from sayso.model import Derivation
from tests.link.made_reports import body, nobody, outlet, report
from tests.link.made_statements import text_of

POST, WIRE, RADIO = outlet("Harrow Post"), outlet("Norrin Wire"), outlet("Radio Vell")


def at(name: str, day: str | None, publisher: Party = RADIO) -> Candidate:
    return candidate_of(report(publisher, id=name, published=day))


def test_a_citation_is_the_last_text_of_that_outlet_before_it() -> None:
    citing = report(POST, RADIO, published="2031-01-09")
    found = citations(citing, [at("old", "2031-01-02"), at("near", "2031-01-08"), at("later", "2031-01-10")])
    assert [(edge.kind, edge.of, edge.outlet) for edge in found] == [("cites", "d:near", "Radio Vell")]
    assert found[0].statement == citing.statement


def test_a_printed_day_says_which_text_is_meant() -> None:
    citing = report(POST, RADIO, published="2031-01-09", said=("2031-01-02", "2031-01-02"))
    (found,) = citations(citing, [at("old", "2031-01-02"), at("near", "2031-01-08")])
    assert found.of == "d:old"
    assert found.p > 0.9


def test_an_outlet_without_a_text_here_is_reported_only() -> None:
    (found,) = citations(report(POST, RADIO), [at("wire", "2031-01-01", WIRE)])
    assert (found.of, found.outlet, found.reported_only) == (None, "Radio Vell", True)
    assert "No text of Radio Vell on this has been read here." in found.evidence


def test_short_and_long_names_of_an_outlet_are_one() -> None:
    citing = report(POST, outlet("the exile station Vell"), published="2031-01-09")
    assert citations(citing, [at("near", "2031-01-08")])[0].of == "d:near"


def test_neither_bodies_nor_the_publisher_itself_nor_several_outlets_are_cited() -> None:
    assert citations(report(POST, POST, body("Roads Office")), [at("x", None)]) == ()
    assert citations(report(POST, outlet("several outlets", vague=True)), [at("x", None)]) == ()


def test_whom_the_source_talked_to_is_cited_too() -> None:
    (found,) = citations(report(POST, nobody(), first_hand=RADIO, mark="named"), [])
    assert found.outlet == "Radio Vell"


def test_the_order_of_candidates_does_not_matter() -> None:
    citing = report(POST, RADIO, published="2031-01-09")
    pool = [at("a", "2031-01-02"), at("b", "2031-01-08"), at("c", None)]
    assert citations(citing, pool) == citations(citing, reversed(pool))


def test_a_credit_to_a_text_not_read_is_a_copy_of_nothing_here() -> None:
    found = credited(sketch_of(text_of("LORN (Norrin Wire) - The bridge is shut."), ()))
    assert found is not None
    assert (found.kind, found.of, found.outlet) == ("copies", None, "Norrin Wire")
    assert credited(sketch_of(text_of("LORN - The bridge is shut."), ())) is None


def test_the_publishers_own_dateline_is_no_credit() -> None:
    made = text_of("LORN, March 4 (Norrin Wire) - The bridge is shut.", "Norrin Wire")
    assert sketch_of(made, ()).credit is None


def test_a_byline_of_a_person_is_no_credit() -> None:
    assert sketch_of(text_of("By Ilo Marsk\n\nThe bridge is shut."), ()).credit is None


def made_of(words: dict[str, str]) -> Sketch:
    return sketch_of(
        text_of(
            words["text"],
            words.get("publisher", "Harrow Post"),
            words["published"],
            url=words.get("url"),
            title=words["title"],
        ),
        (),
    )


def both_ways(first: dict[str, str], later: dict[str, str]) -> Derivation | None:
    one, other = made_of(first), made_of(later)
    found = corrected(one, other)
    assert found == corrected(other, one)
    return found


FIRST = {
    "text": "Nine lorries sank, the roads office said.",
    "title": "Nine lorries lost at Sorve bridge",
    "published": "2031-03-04",
}


def test_a_notice_that_gives_the_day_corrects_that_text() -> None:
    notice = (
        "CORRECTION: An earlier version of this report, sent on March 4, spoke of nine "
        "lorries. There were two."
    )
    found = both_ways(
        FIRST, {"text": notice, "title": "Two lorries lost at the bridge", "published": "2031-03-07"}
    )
    assert found is not None
    assert (found.kind, found.p) == ("corrects", 0.9)
    assert "The notice gives the day of the earlier text." in found.evidence


def test_a_retraction_that_gives_the_title_takes_that_text_back() -> None:
    notice = (
        "On 2 March we published “Nine lorries lost at Sorve bridge”. We retract it; no lorry "
        "was lost there at all."
    )
    found = both_ways(FIRST, {"text": notice, "title": "Retraction: the lorries", "published": "2031-03-20"})
    assert found is not None
    assert found.p == 0.95


def test_a_text_at_the_same_address_is_a_new_version() -> None:
    page = {"url": "https://example.org/bridge"}
    found = both_ways(
        FIRST | page, {"text": "Two lorries sank.", "title": "Lorries", "published": "2031-03-05"} | page
    )
    assert found is not None
    assert found.evidence == ("Both stood at one address.",)


def test_another_outlets_correction_corrects_nothing_here() -> None:
    notice = {
        "text": "CORRECTION: An earlier version of this report, sent on March 4, was wrong.",
        "publisher": "Lorn Gazette",
    }
    assert (
        both_ways(FIRST, {**notice, "title": "Nine lorries lost at Sorve bridge", "published": "2031-03-07"})
        is None
    )


def test_a_correction_on_another_matter_corrects_nothing_here() -> None:
    notice = "CORRECTION: An earlier version of this report misspelt the name of the choir of Lorn."
    assert both_ways(FIRST, {"text": notice, "title": "A choir sings", "published": "2031-03-07"}) is None


def test_what_was_possible_and_becomes_certain_is_amplified() -> None:
    inner, outer = (
        report(WIRE, certainties=(("p:1", "PS+"),)),
        report(POST, WIRE, certainties=(("p:2", "CT+"),)),
    )
    assert amplified(outer, inner) == "Harrow Post prints as certain what Norrin Wire called possible."
    assert amplified(inner, outer) is None


def test_one_source_that_becomes_several_is_amplified() -> None:
    inner = report(WIRE, nobody("a reader"), words="a reader")
    outer = report(RADIO, nobody("sources in Harn"), words="Sources in Harn")
    assert amplified(outer, inner) == "Radio Vell speaks of several sources where Norrin Wire has one."
    assert amplified(inner, outer) is None


@pytest.mark.parametrize(
    "printed", ["two nurses", "a nurse and a driver", "nurses of the clinic", "a number of clerks", "they"]
)
def test_a_relay_of_several_sources_may_speak_of_several(printed: str) -> None:
    inner = report(WIRE, nobody(printed), words=printed)
    outer = report(RADIO, nobody("sources in Harn"), words="Sources in Harn")
    assert amplified(outer, inner) is None


@pytest.mark.parametrize("printed", ["two residents", "a baker and a driver", "several villagers", "nurses"])
def test_any_plural_of_a_relay_is_more_than_one_source(printed: str) -> None:
    inner = report(WIRE, nobody("a nurse at two clinics"), words="a nurse at two clinics")
    assert amplified(report(RADIO, nobody(printed), words=printed), inner) is not None


def test_two_single_sources_of_a_text_are_several() -> None:
    nurse, clerk = (report(WIRE, nobody(name), words=f"a {name}") for name in ("nurse", "clerk"))
    outer = report(RADIO, nobody("sources"), words="sources")
    assert amplified(outer, nurse, [nurse, clerk]) is None
    assert amplified(outer, nurse, [nurse, report(WIRE, nobody("nurse"), words="The nurse")]) is not None


def test_what_a_relay_heard_itself_adds_nothing_to_what_it_relays() -> None:
    inner = report(WIRE, nobody("a nurse"), words="a nurse")
    outer = report(RADIO, nobody("residents"), words="residents", first_hand=RADIO)
    assert amplified(outer, inner) is None


def test_hearsay_that_becomes_a_fact_is_amplified() -> None:
    assert amplified(report(POST), report(WIRE, hearsay=True)) == (
        "Harrow Post prints in its own voice what Norrin Wire had only from hearsay."
    )


def test_a_relay_that_keeps_the_hedge_is_not_amplified() -> None:
    inner, outer = (
        report(WIRE, certainties=(("p:1", "PS+"),)),
        report(POST, WIRE, certainties=(("p:2", "PS+"),)),
    )
    assert amplified(outer, inner) is None


def test_a_notice_that_gives_the_day_and_the_words_of_a_text_without_a_title_corrects_it() -> None:
    first = FIRST | {
        "text": "Nine lorries sank below the railway bridge near Sorve, the roads office said.",
        "title": "",
    }
    notice = "An article on 4 March said that nine lorries sank near the railway bridge. In fact two sank."
    found = both_ways(first, {"text": notice, "title": "", "published": "2031-03-07"})
    assert found is not None
    assert found.kind == "corrects"
    other = "An article on 4 March said that nine sheep drowned. The correct number is two."
    assert both_ways(first, {"text": other, "title": "", "published": "2031-03-07"}) is None
