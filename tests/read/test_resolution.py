"""Whom a printed source stands for inside its document."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import Source, Span
from sayso.read.relation import Relation
from sayso.read.sources.resolution import resolve
from sayso.text import sentences
from tests.read.readers import read
from tests.read.resolved import names, relation, sources
from tests.read.small_gazetteer import SmallGazetteer


def test_the_source_is_the_one_described_before() -> None:
    text = "A high-level source in Orlan said that rice was scarce. The source said that oil was too."
    first, second = sources(text, "A high-level source in Orlan", "The source")
    assert second.name == first.name == "high-level source in Orlan"
    assert (second.text, second.kind, second.anonymous) == ("The source", "person", True)


def test_two_unnamed_sources_are_never_made_one() -> None:
    text = (
        "A military source said that the road was shut. Another source said that it was open. "
        "The source said that buses ran."
    )
    assert names(text, "A military source", "Another source", "The source") == [
        "military source",
        "Another source",
        "Another source",
    ]


def test_he_is_the_man_who_spoke_last() -> None:
    text = "Finance Minister Harald Osk said that banks would open. He said that nobody would lose money."
    first, second = sources(text, "Finance Minister Harald Osk", "He")
    assert first.name == second.name == "Harald Osk"
    assert second.kind == "official"


def test_she_is_not_the_man_who_spoke_last() -> None:
    text = "A spokeswoman said that it rained. A spokesman said that it snowed. She said that it hailed."
    assert names(text, "A spokeswoman", "She") == ["spokeswoman", "spokeswoman"]


def test_an_unnamed_spokesman_can_be_he() -> None:
    text = "A ministry spokesman said that talks went on. He said that a text was near."
    _, second = sources(text, "A ministry spokesman", "He")
    assert (second.name, second.kind, second.anonymous) == ("ministry spokesman", "government", False)


def test_a_surname_is_the_full_name_before_or_after_it() -> None:
    text = "Osk said that it was over. Trader Harald Osk said that he had seen it. Osk said no more."
    assert names(text, "Osk", "Trader Harald Osk", ("Osk", 2)) == ["Harald Osk"] * 3


def test_an_acronym_is_the_name_that_it_was_printed_behind() -> None:
    text = "The Union of Savers (UOS) said that banks were shut. UOS said that queues grew."
    assert names(text, "The Union of Savers (UOS)", ("UOS", 1)) == ["Union of Savers (UOS)"] * 2


def test_the_ministry_is_the_one_named_before() -> None:
    text = "The Ministry of Carriage said that trains ran. The ministry said that all was well. It said so."
    assert names(text, "The Ministry of Carriage", "The ministry", "It") == ["Ministry of Carriage"] * 3


def test_the_ministry_is_not_the_bulletin_of_the_ministry() -> None:
    text = "The Bulletin of the Harbour Ministry said that it was late. The Harbour Ministry said no."
    assert names(text, "The Harbour Ministry") == ["Harbour Ministry"]


def test_the_radio_is_the_one_whose_name_ends_so() -> None:
    text = "The Voice of Quell Radio said that it was late. The radio said that boats ran."
    assert names(text, "The radio") == ["The Voice of Quell Radio"]


def test_the_embassy_is_not_the_ministry() -> None:
    text = (
        "The foreign ministry said that it was false. The Russian embassy in Orlan said that it was true. "
        "The embassy said that it had proof."
    )
    assert names(text, "The embassy") == ["Russian embassy in Orlan"]


def test_the_alliance_is_the_body_with_that_word_in_its_name() -> None:
    text = "The Northern Alliance for Bread said that ships sailed. The Alliance said that they arrived."
    assert names(text, "The Alliance") == ["Northern Alliance for Bread"]


def test_the_authorities_are_those_of_the_country_named_before() -> None:
    text = "North Korean authorities said that the dam held. The authorities said that nobody fled."
    assert names(text, "North Korean authorities", "The authorities") == ["North Korean authorities"] * 2


def test_the_report_is_who_made_it() -> None:
    text = "There was a report by Radio Free Asia on rice. The report said that prices rose."
    (found,) = sources(text, "The report")
    assert (found.text, found.name, found.kind) == ("The report", "Radio Free Asia", "media")


def test_who_is_whom_the_clause_hangs_on() -> None:
    text = "Ilo Marsk, who said that the road was shut, left. Ine Vollar waited."
    assert names(text, "who") == ["Ilo Marsk"]


def test_the_publisher_is_known_by_a_part_of_its_name() -> None:
    text = "A clerk said that it was shut. The Post said that it could not check this."
    (found,) = sources(text, "The Post")
    assert (found.name, found.kind) == ("The Harrow Post", "media")


def test_one_of_them_is_one_of_those_named_before() -> None:
    text = "Two drivers said that the yard was empty. One of them said that guards came."
    _, found = sources(text, "Two drivers", "One of them")
    assert (found.name, found.kind, found.anonymous) == ("Two drivers", "person", True)


def test_we_is_whoever_is_quoted() -> None:
    text = "Ilo Marsk said that we said nothing to the guards."
    outer = relation(text, "Ilo Marsk")
    inner = relation(text, "we")
    first, second = resolve(text, [outer, inner], sentences(text), "The Harrow Post", SmallGazetteer(), "en")
    assert (first.name, second.name) == ("Ilo Marsk", "Ilo Marsk")


def test_who_leads_a_body_has_its_kind_and_so_has_she() -> None:
    text = (
        "The Green Pact said that ships sailed. Pact director Ine Vollar said that rice was aboard. "
        "She said that oil was too. Vollar said no more."
    )
    found = sources(text, "The Green Pact", "Pact director Ine Vollar", "She", ("Vollar", 1))
    assert [source.kind for source in found] == ["international_organization"] * 4
    assert [source.name for source in found[1:]] == ["Ine Vollar"] * 3


def test_what_a_text_tells_of_a_name_makes_its_kind() -> None:
    text = "Open Roads said that it was false. Open Roads is an independent organisation in Lorn."
    (found,) = sources(text, "Open Roads", publisher="Open Roads")
    assert (found.name, found.kind, found.anonymous) == ("Open Roads", "organization", False)


def test_we_in_a_document_of_its_own_is_the_publisher() -> None:
    text = "Rice is scarce. We said that it would be."
    (found,) = sources(text, "We", publisher="Union of Savers")
    assert (found.name, found.kind) == ("Union of Savers", "organization")


def test_a_newspapers_article_stays_where_it_is_never_printed_small_or_left_away() -> None:
    assert names("The Lantern, a newspaper, said that it rained.", "The Lantern, a newspaper,") == [
        "The Lantern"
    ]
    text = "The Lantern, a newspaper, said that it rained. A clerk told the Lantern so."
    assert names(text, "The Lantern, a newspaper,") == ["Lantern"]


def test_the_directorate_is_the_one_whose_physician_spoke() -> None:
    text = "Chief Physician Ine Vollar of the Health Directorate said so. The Directorate said no more."
    assert names(text, "The Directorate") == ["Health Directorate"]


def test_a_pronoun_inside_what_somebody_says_is_that_somebody() -> None:
    text = "A guard said that it rained. Two drivers said that they heard of a wreck."
    first = relation(text, "Two drivers")
    inner = relation(text, "they", cue="heard")
    _, found = resolve(text, [first, inner], sentences(text), None, SmallGazetteer(), "en")
    assert (found.name, found.kind, found.anonymous) == ("Two drivers", "person", True)


def test_who_was_asked_by_a_clerk_is_not_the_clerk() -> None:
    text = "Harald Osk said that it rained. Asked by a clerk when it would end, he said that it would not."
    assert names(text, "Harald Osk", ("he", 1))[1:] == ["Harald Osk"]


def test_a_place_that_speaks_is_a_government() -> None:
    text = "In talks held in Vossk on Monday nothing was agreed. Vossk said that it was too early."
    (found,) = sources(text, ("Vossk", 1))
    assert found.kind == "government"


def test_nothing_is_invented_where_nothing_fits() -> None:
    text = "It said that the road was shut. The envoy said nothing."
    assert names(text, "It", "The envoy") == ["It", "envoy"]


def test_hearsay_has_no_source_and_the_author_is_the_publisher() -> None:
    hearsay = Relation(cue=(Span(0, 10),), content=(Span(11, 20),), voice="hearsay")
    author = Relation(content=(Span(11, 20),), voice="author")
    text = "Reportedly rice is scarce."
    found = resolve(text, [hearsay, author], [Span(0, len(text))], "The Harrow Post", SmallGazetteer(), "en")
    assert found == (Source(), Source(name="The Harrow Post", kind="author"))


def test_no_relations_have_no_sources() -> None:
    assert resolve("Ilo Marsk left.", [], [Span(0, 15)], None, SmallGazetteer(), "en") == ()


PIECES = [
    "Ilo Marsk ",
    "he ",
    "The source ",
    "(UOS) ",
    "said ",
    "the Ministry of Bread ",
    ", ",
    ". ",
    "\n\n",
    "many ",
    "One of them ",
    "“",
    "é ",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=40), st.data())
def test_a_printed_source_keeps_its_spans_and_has_a_name(pieces: list[str], data: st.DataObject) -> None:
    text = "".join(pieces)
    relations = []
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        relations.append(
            Relation(source=(Span(start, end),), cue=(Span(0, 1),), content=(Span(start, len(text)),))
        )
    found = resolve(text, relations, sentences(text), None, SmallGazetteer(), "en")
    assert [source.spans for source in found] == [one.source for one in relations]
    assert all(
        source.name and source.text == text[source.spans[0].start : source.spans[0].end] for source in found
    )


def test_the_short_name_of_the_publisher_is_the_publisher() -> None:
    for printed, cue in (("Varda Monitor", "has seen"), ("The Monitor", "could not say")):
        text = f"{printed} {cue} it."
        found = resolve(text, [relation(text, printed, cue=cue)], [Span(0, len(text))], "Varda Monitor",
                        SmallGazetteer(), "en")  # fmt: skip
        assert (found[0].name, found[0].kind, found[0].anonymous) == ("Varda Monitor", "media", False)


def test_a_government_is_no_institute_that_was_named_before() -> None:
    text = "The Institute for Regional Studies said that it rained. The government said that it was dry."
    institute, government = sources(text, "The Institute for Regional Studies", "The government")
    assert (institute.kind, government.kind) == ("organization", "government")
    assert government.name == "government"


def test_his_office_takes_up_no_office_of_somebody_else() -> None:
    text = "The Harbour Office said that it rained. The president fled. His office said that he was well."
    assert names(text, "His office") == ["office"]


def test_the_agency_takes_up_the_body_that_spoke_and_not_the_paper_one_reads() -> None:
    text = "The UN's Food and Farm Organization (FFO) said that it rained. The agency said that it was cold."
    assert names(text, "The agency", publisher="Radio Sarn")[0].startswith("UN's Food and Farm")


def test_a_spokeswoman_without_a_body_speaks_for_the_one_that_spoke_before() -> None:
    text = "The Relief Organization said that oil would come, but a spokeswoman said that it could slip."
    assert sources(text, "a spokeswoman")[0].kind == sources(text, "The Relief Organization")[0].kind


def test_a_body_named_in_a_description_is_known_afterwards() -> None:
    text = (
        "Ilo Marsk, who now heads the aid group Bread and Salt, said that it rained. "
        "Bread and Salt said that nine had died."
    )
    found = sources(text, "Ilo Marsk, who now heads the aid group Bread and Salt", ("Bread and Salt", 1))
    assert found[1].kind == "organization"


def test_one_and_the_other_are_of_those_just_mentioned() -> None:
    text = (
        "Experts at the institute said that he was ill. We reached two people by phone. "
        "One, a shopkeeper in the capital, said that it rained. The other said that it was cold."
    )
    found = sources(text, "One, a shopkeeper in the capital,", "The other")
    assert [one.kind for one in found] == ["person", "person"]
    assert found[1].name == "two people"


def test_who_served_a_body_once_does_not_speak_for_it() -> None:
    text = "Mette Lund, a former inspector with the Relief Organization, said that it rained. Lund said so."
    found = sources(text, "Mette Lund, a former inspector with the Relief Organization,")
    assert found[0].kind in {"person", "expert", "official"}


def test_the_first_word_of_an_outlets_name_is_the_outlet_but_not_where_it_is_a_place() -> None:
    for text, kind in (
        ("Meridian said that it rained.", "media"),
        ("It rained in Meridian. Meridian said that it rained.", "government"),
    ):
        found = sources(text, ("Meridian", text.count("Meridian") - 1), publisher="Meridian Online")
        assert found[0].kind == kind


def test_a_name_with_an_adjective_of_its_own_is_a_state() -> None:
    text = "Tavony said that it would seal the bridge. Two bodies lay on the Tavonian bank."
    assert sources(text, "Tavony")[0].kind == "government"
    assert sources("Marian said that it rained. Maria slept.", "Marian")[0].kind == "person"


def test_another_office_is_another_person() -> None:
    text = (
        "The Minister, Hadra Voss, received the ambassador of Orlan. She stressed that talks were open. "
        "The ambassador assured her that they were."
    )
    found = read(text)
    assert [one.source.name for one in found if one.source.text == "The ambassador"] == [
        "ambassador of Orlan"
    ]
