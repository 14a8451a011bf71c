"""What a statement goes back to, through whom, and who had it first-hand, as printed around it."""

from sayso.link.lineage import Report, decode_reports, encode
from sayso.link.reports import reports_of
from sayso.link.roots import root_of
from sayso.model import Document, Statement
from sayso.reference.gazetteer import load_gazetteer
from tests.link.made_statements import NoNames, said, text_of


def read(document: Document, *statements: Statement) -> list[Report]:
    return list(reports_of(document, statements, NoNames()))


def test_no_statements_are_no_reports() -> None:
    assert reports_of(text_of("Rain."), (), NoNames()) == ()


def test_what_was_told_to_the_publisher_by_name_is_first_hand() -> None:
    made = text_of("A clerk at the Roads Office told the Harrow Post on Monday that the bridge was shut.")
    (report,) = read(
        made, said(made, "A clerk at the Roads Office", "told", "that the bridge was shut", anonymous=True)
    )
    assert report.mark == "self"
    assert report.first_hand is not None
    assert report.first_hand.name == "Harrow Post"
    assert root_of(report).recorded


def test_a_short_form_of_the_publishers_name_will_do() -> None:
    made = text_of("“It is shut,” a clerk told the Post.")
    (report,) = read(made, said(made, "a clerk", "told", "“It is shut,”", anonymous=True))
    assert report.mark == "self"


def test_what_was_told_to_reporters_is_no_mark() -> None:
    made = text_of("A clerk told reporters that the bridge was shut.")
    (report,) = read(made, said(made, "A clerk", "told", "that the bridge was shut", anonymous=True))
    assert report.mark == ""
    assert not root_of(report).recorded


def test_this_newspaper_is_the_publisher() -> None:
    made = text_of("A clerk told this newspaper that the bridge was shut.")
    (report,) = read(made, said(made, "A clerk", "told", "that the bridge was shut", anonymous=True))
    assert report.mark == "self"


def test_a_mark_holds_for_what_the_same_source_says_later() -> None:
    made = text_of(
        "A clerk told the Harrow Post that the bridge was shut. The clerk said that it would stay so."
    )
    first = said(made, "A clerk", "told", "that the bridge was shut", name="clerk", anonymous=True)
    later = said(made, "The clerk", "said", "that it would stay so", name="clerk", anonymous=True)
    assert [report.mark for report in read(made, first, later)] == ["self", "self"]


def test_a_mark_holds_for_the_same_people_told_without_their_number() -> None:
    made = text_of("Two stokers told the Harrow Post that nobody was paid. The stokers said that men left.")
    first = said(made, "Two stokers", "told", "that nobody was paid", name="Two stokers", anonymous=True)
    later = said(made, "The stokers", "said", "that men left", name="stokers", anonymous=True)
    assert [report.mark for report in read(made, first, later)] == ["self", "self"]


def test_a_mark_does_not_pass_from_guards_to_soldiers() -> None:
    made = text_of("Two guards told the Harrow Post that nobody was paid. The soldiers said that men left.")
    first = said(made, "Two guards", "told", "that nobody was paid", name="Two guards", anonymous=True)
    later = said(made, "The soldiers", "said", "that men left", name="soldiers", anonymous=True)
    assert [report.mark for report in read(made, first, later)] == ["self", ""]


def test_what_an_outlets_people_saw_is_first_hand_in_its_own_voice() -> None:
    made = text_of("Our observers saw nine lorries. The lorries were red.")
    saw = said(made, "", "", "Our observers saw nine lorries", kind="author", name="Harrow Post")
    tells = said(made, "", "", "The lorries were red", kind="author", name="Harrow Post")
    assert [report.mark for report in read(made, saw, tells)] == ["self", ""]


def test_a_mark_holds_for_nobody_else_in_the_sentence() -> None:
    made = text_of(
        "A clerk told the Harrow Post that the bridge was shut, and a guard said that it was open."
    )
    first = said(made, "A clerk", "told", "that the bridge was shut", anonymous=True)
    other = said(made, "a guard", "said", "that it was open", anonymous=True)
    assert [report.mark for report in read(made, first, other)] == ["self", ""]


def test_what_was_told_to_another_outlet_is_that_outlets() -> None:
    made = text_of("A clerk told Radio Vell that the bridge was shut.")
    (report,) = read(made, said(made, "A clerk", "told", "that the bridge was shut", anonymous=True))
    assert report.mark == "named"
    assert root_of(report).party is not None
    assert root_of(report).key == "radio vell"


def test_told_parliament_is_no_outlet() -> None:
    made = text_of("A clerk told Parliament that the bridge was shut.")
    (report,) = read(made, said(made, "A clerk", "told", "that the bridge was shut", anonymous=True))
    assert report.first_hand is None


def test_a_condition_of_anonymity_does_not_say_who_spoke_to_the_source() -> None:
    made = text_of("A clerk, who spoke on condition of anonymity, said that the bridge was shut.")
    source = "A clerk, who spoke on condition of anonymity"
    (report,) = read(made, said(made, source, "said", "that the bridge was shut", anonymous=True))
    assert report.mark == "contact"
    assert not root_of(report).recorded


def test_an_outlet_between_publisher_and_source_is_what_it_came_through() -> None:
    made = text_of("Radio Vell reported that Minister Ine Vollar said that the bridge was shut.")
    outer = said(
        made, "Radio Vell", "reported", "that Minister Ine Vollar said that the bridge was shut", kind="media"
    )
    inner = said(
        made, "Minister Ine Vollar", "said", "that the bridge was shut", name="Ine Vollar", within=outer
    )
    through, source = read(made, outer, inner)
    assert [party.name for party in source.through] == ["Radio Vell"]
    assert root_of(source).key == "ine vollar"
    assert (root_of(through).kind, root_of(through).key, root_of(through).recorded) == (
        "outlet",
        "radio vell",
        False,
    )


def test_several_outlets_are_nobody() -> None:
    made = text_of("Several outlets reported that the bridge was shut.")
    (report,) = read(
        made,
        said(made, "Several outlets", "reported", "that the bridge was shut", kind="media", anonymous=True),
    )
    assert report.vague_outlets
    assert root_of(report).kind == "nobody"


def test_hearsay_is_the_publishers_without_record() -> None:
    made = text_of("The bridge has reportedly been shut.")
    (report,) = read(
        made, said(made, "", "reportedly", "been shut", kind="unspecified", evidentiality="reportative")
    )
    assert report.hearsay
    assert root_of(report).key == "harrow post"
    assert not root_of(report).recorded


def test_the_publisher_that_names_itself_speaks_in_its_own_voice() -> None:
    made = text_of("The Harrow Post has learned that the bridge was shut.")
    (report,) = read(
        made, said(made, "The Harrow Post", "has learned", "that the bridge was shut", kind="media")
    )
    assert (report.own_voice, report.chain, report.mark) == (True, (), "self")


def test_our_correspondent_is_the_publisher() -> None:
    made = text_of("Our correspondent in Lorn saw that the bridge was shut.")
    (report,) = read(
        made, said(made, "Our correspondent in Lorn", "saw", "that the bridge was shut", anonymous=True)
    )
    assert (report.own_voice, report.mark) == (True, "self")


def test_a_spokesperson_is_the_body() -> None:
    made = text_of("A spokesman for the Roads Office said that the bridge was shut.")
    (report,) = read(
        made,
        said(made, "A spokesman for the Roads Office", "said", "that the bridge was shut", kind="government"),
    )
    assert root_of(report).key == "roads office"


def test_a_person_has_the_words_of_the_office() -> None:
    made = text_of("Roads Office director Ine Vollar said that the bridge was shut.")
    statement = said(
        made, "Roads Office director Ine Vollar", "said", "that the bridge was shut", name="Ine Vollar"
    )
    (report,) = read(made, statement)
    assert report.chain[0].bodies == ("roads",)


def test_an_anonymous_source_has_no_key_and_no_office() -> None:
    made = text_of("A Roads Office clerk said that the bridge was shut.")
    (report,) = read(
        made,
        said(
            made, "A Roads Office clerk", "said", "that the bridge was shut", anonymous=True, kind="official"
        ),
    )
    assert (report.chain[0].key, report.chain[0].bodies, report.chain[0].named) == ("", (), False)


def test_who_denies_a_report_does_not_stand_for_it() -> None:
    made = text_of("The Harbour Office denied to the Harrow Post a foreign report that the port was shut.")
    outer = said(made, "The Harbour Office", "denied", "a foreign report that the port was shut", act="deny")
    inner = said(made, "foreign", "report", "that the port was shut", anonymous=True, within=outer)
    denial, report = read(made, outer, inner)
    assert root_of(denial).key == denial.chain[0].key
    assert (report.answered, report.first_hand) == (1, None)
    assert not root_of(report).recorded


def test_who_is_named_inside_a_denial_stands_for_what_he_said() -> None:
    made = text_of("The Harbour Office denied what Ine Oram said, that the port was shut.")
    denied = "what Ine Oram said, that the port was shut"
    outer = said(made, "The Harbour Office", "denied", denied, act="deny")
    inner = said(made, "Ine Oram", "said", "that the port was shut", within=outer)
    _, report = read(made, outer, inner)
    assert root_of(report).key == report.chain[1].key


def test_a_known_outlet_goes_by_its_entry_whatever_it_is_called() -> None:
    made = text_of("AFP reported that the bridge was shut.")
    (report,) = reports_of(
        made, [said(made, "AFP", "reported", "that the bridge was shut", kind="media")], load_gazetteer()
    )
    assert report.chain[0].key == "afp"


def test_reports_survive_their_packing() -> None:
    made = text_of("A clerk told the Harrow Post that the bridge was shut.")
    reports = reports_of(
        made, [said(made, "A clerk", "told", "that the bridge was shut", anonymous=True)], NoNames()
    )
    assert decode_reports(encode(reports)) == reports


def test_a_name_of_one_word_that_is_not_printed_there_is_nobodys() -> None:
    made = text_of("In Lorn a man waited. The man said that the bridge was shut.")
    (report,) = read(made, said(made, "The man", "said", "that the bridge was shut", name="Lorn"))
    assert not report.chain[0].named


def test_whom_an_outlet_met_it_had_first_hand() -> None:
    made = text_of("A clerk, whom the Harrow Post met on Monday, said that the bridge was shut.")
    source = "A clerk, whom the Harrow Post met on Monday,"
    (report,) = read(made, said(made, source, "said", "that the bridge was shut", anonymous=True))
    assert report.mark == "self"


def test_the_owner_is_read_from_the_foot_of_the_page() -> None:
    made = text_of("The bridge is shut.\n\nThe Harrow Post is part of Mergate Publishing.")
    (report,) = read(made, said(made, "", "", "The bridge is shut", kind="author"))
    assert report.publisher.owner == "mergate publishing"


def test_a_spokesman_with_a_name_has_the_words_of_the_body_that_spoke_before() -> None:
    made = text_of(
        "The Roads Office denied it. A spokesman, Colonel Ine Vollar, said that the bridge was open."
    )
    office = said(made, "The Roads Office", "denied", "it", kind="government", name="Roads Office")
    spokesman = said(
        made, "A spokesman, Colonel Ine Vollar", "said", "that the bridge was open", kind="organization",
        name="Ine Vollar",
    )  # fmt: skip
    found = {one.chain[0].name: one.chain[0].bodies for one in read(made, office, spokesman)}
    assert {"roads", "office"} <= set(found["Ine Vollar"])
