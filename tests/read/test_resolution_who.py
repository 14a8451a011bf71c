"""Whom pronouns and bare nouns stand for, and whom they do not."""

import pytest

from sayso.lang import abbreviations
from sayso.model import Span
from sayso.read.relation import Relation
from sayso.read.sources.grounds import grounds
from sayso.read.sources.resolution import resolve
from sayso.read.sources.words import source_words
from sayso.text import sentences
from tests.read.readers import needs_weights, read
from tests.read.resolved import names, relation, sources
from tests.read.small_gazetteer import SmallGazetteer


def test_a_minister_is_not_the_official_that_nobody_named() -> None:
    text = "A senior official said that the bridge was open. The minister said that the harvest had failed."
    assert [one.source.name for one in read(text)] == ["senior official", "minister"]


def test_of_names_with_one_root_the_shortest_is_the_place() -> None:
    text = "Kandarans left. The Kandaran consul was ill. Kandara paid."
    assert grounds(text, source_words("en")) == {"Kandara"}


def test_a_town_is_not_she() -> None:
    text = "My sister lives near Dessel. The lorries turned back. She said that there was no seed."
    assert [one.source.name for one in read(text) if one.source.text == "She"] == ["sister"]


def test_a_town_is_not_the_man() -> None:
    text = (
        "A lock keeper said that fish died at Dessel. The smell, the man said, came from the Ordell works. "
        "The river was closed, the man said."
    )
    assert [one.source.name for one in read(text) if "man" in one.source.text] == ["lock keeper"] * 2


@needs_weights
def test_a_day_is_not_whose_paper_it_is() -> None:
    text = "The letter of 3 March says that the pit is shut. A report from May 2031 said that it was open."
    found = [one.source.name for one in read(text, "weights")]
    assert found == ["letter of 3 March", "report from May 2031"]


@needs_weights
@pytest.mark.parametrize(
    "printed", ["Our report of 3 March", "Our earlier article", "An earlier report of ours"]
)
def test_our_report_is_the_outlet_s(printed: str) -> None:
    text = f"{printed} said that the pit was shut. The ministry denied it."
    assert names(text, printed) == ["The Harrow Post"]


def test_our_report_in_somebodys_words_is_not_the_outlet_s() -> None:
    text = "The union said: “Our report said that the pit was shut.”"
    assert all(one.source.name != "The Harrow Post" for one in read(text) if "report" in one.source.text)


def test_whoever_the_sentence_before_is_about_is_he() -> None:
    text = (
        "A former clerk told a court that he had stamped passports. Jon Heddal, 44, is accused of theft. "
        "He denies all charges."
    )
    found = read(text)
    assert [one.source.name for one in found if one.source.text == "He"] == ["Jon Heddal"]


def test_she_outside_of_a_long_quotation_is_nobody_who_is_told_of_in_it() -> None:
    text = (
        "The interviewee left the country in 2017. “I was held in May. The officer said so. "
        "I had it from his wife. She had seen him.” She remembers that the cell was cold."
    )
    (found,) = [
        one
        for one in read(text, "rules", publisher="The Harrow Post")
        if one.cue and one.cue.lemma == "remember"
    ]
    assert found.source.name == "interviewee"


def test_they_in_the_words_of_a_resident_are_not_the_residents() -> None:
    text = (
        "Local officials said that rice would be given out. The residents said that they were hungry. "
        "“They promised it last year,” one of them said."
    )
    quoted = Span(text.index("“"), text.index("”") + 1)
    one = Span(text.index("one of them"), text.index("one of them") + 11)
    said = Relation(source=(one,), cue=(Span(one.end + 1, one.end + 5),), content=(quoted,))
    earlier = [relation(text, "Local officials"), relation(text, "The residents")]
    they = Span(quoted.start + 1, quoted.start + 5)
    promised = Relation(
        source=(they,), cue=(Span(they.end + 1, they.end + 9),), content=(Span(they.end + 10, quoted.end),)
    )
    relations = [*earlier, promised, said]
    found = resolve(text, relations, sentences(text, abbreviations("en")), None, SmallGazetteer(), "en")
    assert found[2].name == "Local officials"


def test_nobody_is_no_he() -> None:
    text = "A driver said that the bridge was shut. Nobody said that it was open. He said that men had left."
    assert names(text, "He") == ["driver"]


def test_a_name_in_a_title_is_no_he() -> None:
    text = "Letter of Ilo Marsk\n\nA driver said that the bridge was shut. He said that men had left."
    report = [span for span in sentences(text, abbreviations("en")) if span.start >= text.index("A driver")]
    (found,) = resolve(text, [relation(text, "He")], report, None, SmallGazetteer(), "en")
    assert found.name == "driver"


def test_a_spokesman_is_not_the_university_that_is_named_later() -> None:
    text = "The Red Cross said that it rained. A spokesman said that roads were shut. The university said so."
    first, second = sources(text, "A spokesman", "The university")
    assert first.name != second.name


def test_who_stands_only_in_a_title_is_not_the_witness() -> None:
    text = "Archive of the Disappeared, Korvania\n\nThe witness said that it rained."
    report = [
        span for span in sentences(text, abbreviations("en")) if span.start >= text.index("The witness")
    ]
    (found,) = resolve(text, [relation(text, "The witness")], report, None, SmallGazetteer(), "en")
    assert found.name == "witness"


def test_they_are_the_two_men_rather_than_the_one_who_spoke() -> None:
    text = "A driver said that it rained. He was beaten by two men. They said that he had lied."
    assert names(text, "A driver", "They")[1] == "two men"


def test_she_who_is_quoted_is_nobody_in_her_own_words() -> None:
    text = "A resident said that it rained. “My sister wrote that they are burning books,” she added."
    quoted = Span(text.index("“"), text.index("”") + 1)
    she = Span(text.index("she added"), text.index("she added") + 3)
    added = Relation(source=(she,), cue=(Span(she.end + 1, she.end + 6),), content=(quoted,))
    relations = [relation(text, "A resident"), added]
    found = resolve(text, relations, sentences(text, abbreviations("en")), None, SmallGazetteer(), "en")
    assert [one.name for one in found] == ["resident", "resident"]


def test_one_of_those_of_whom_it_is_told_is_one_of_them() -> None:
    text = "Two traders were wounded at the bridge, one of them said."
    said = Relation(source=(Span(40, 51),), cue=(Span(52, 56),), content=(Span(0, 38),))
    (found,) = resolve(text, [said], sentences(text), None, SmallGazetteer(), "en")
    assert found.name == "Two traders"


def test_some_of_whom_are_of_those_right_before() -> None:
    text = "Experts said that it rained. It came from defectors, some of whom said that he is ill."
    assert names(text, "Experts", "some")[1] == "some defectors"


def test_a_public_meeting_is_nobody() -> None:
    text = (
        "A resident of Orlan said that he was dismissed at a public meeting. The source said that it rained."
    )
    assert names(text, "A resident of Orlan", "The source")[1] == "resident of Orlan"


def test_it_is_the_body_of_which_which_tells() -> None:
    text = "NetWatch, which tracks outages, said that lines were cut. It said that it was deliberate."
    first, second = sources(text, "NetWatch, which tracks outages", "It")
    assert (first.kind, second.name) == ("organization", "NetWatch")


def test_others_are_not_those_who_spoke_before() -> None:
    text = "Some said that he fled. Others said that he was dead."
    assert names(text, "Some", "Others") == ["Some", "Others"]
    text = "Opposition lawmakers left the hall. Others said that the vote was fair."
    assert names(text, "Others") == ["Others"]


def test_the_other_beside_one_of_several_is_another_one() -> None:
    text = "One of the guards said that he was ill. The other said that he had fired on orders."
    assert names(text, "One of the guards", "The other") == ["One of the guards", "other guard"]


def test_one_is_one_of_those_who_spoke_last_whoever_they_are() -> None:
    text = (
        "Several women said that they were hungry. Three donors said that they might pay; "
        "one said that it would not."
    )
    assert names(text, "Several women", "Three donors", "one")[2] == "Three donors"


def test_some_are_not_all_of_those_of_whom_it_is_told() -> None:
    text = "The voters of Dall have not forgotten. Some said that it is better so."
    assert names(text, "Some") == ["some voters of Dall"]
    text = "Residents said that it rained. Some said that it hailed."
    assert names(text, "Residents", "Some") == ["Residents", "some residents"]
    text = "Two traders said that it rained. Some of them said that it hailed."
    assert names(text, "Some of them") == ["Two traders"]


def test_he_makes_somebody_of_a_noun_that_no_class_knows() -> None:
    text = "The stoker of the ferry said that he had not been to Port Amery; he said that he was ill."
    first, second = sources(text, "The stoker of the ferry", ("he", 2))
    assert (first.name, first.kind) == ("stoker of the ferry", "person")
    assert second.name == first.name
    text = "The stoker of the ferry said that it had sunk near Tolm. He said that nobody drowned."
    assert names(text, "The stoker of the ferry", "He")[1] == "stoker of the ferry"
    text = "Clerk Ilo Marsk said that it rained. The ledger said that it hailed. He said that it was cold."
    assert names(text, "Clerk Ilo Marsk", "The ledger", "He")[2] == "Ilo Marsk"


def test_it_makes_a_body_of_one_name_by_itself_that_spoke_in_the_same_sentence() -> None:
    text = "Ruthia accused Undrey of arming rebels. Undrey said it had none; it said that it had sent money."
    assert names(text, "Ruthia", ("Undrey", 1), ("it", 1), publisher=None)[1:] == ["Undrey", "Undrey"]
    text = "The ministry was late. Osk said that it had failed. It said that rain had come."
    assert names(text, "Osk", "It") == ["Osk", "ministry"]


@needs_weights
def test_they_in_quoted_words_are_not_the_outlet_that_was_told() -> None:
    text = "Norvik spoke to the Courier. “They promised us bread,” a woman said."
    found = read(text, "weights", publisher="Brisk Radio")
    assert [one.source.name for one in found if one.source.text == "They"] == ["They"]


def test_they_are_rebels_and_it_is_not() -> None:
    text = "The army fired on rebels. The rebels said that nine had died. They said that they were armed."
    assert names(text, "The rebels", "They") == ["rebels", "rebels"]
    text = "The army said that it fired on rebels. It said that nine had died."
    assert names(text, "The army", "It") == ["army", "army"]


def test_she_may_be_one_of_several() -> None:
    text = (
        "The patients were moved out of Harrow, in the west of Ostria, said one of the sources, a nurse. "
        "She said that it was done at night. The other source said that two had died on the way."
    )
    found = [one.source.name for one in read(text)]
    assert found == ["one of the sources, a nurse", "one of the sources, a nurse", "other source"]


def test_the_other_one_is_not_who_spoke_before() -> None:
    text = "A guard in Tessin said that the mill was shut. The other guard said that it was open."
    assert [one.source.name for one in read(text)] == ["guard in Tessin", "other guard"]


def test_what_was_asked_for_is_no_part_of_whom_one_asks() -> None:
    text = "The agency asked the government for information. The government said that it had none."
    said = [one.source.name for one in read(text) if one.source.text == "The government"]
    assert said == ["government"]


@needs_weights
def test_which_behind_a_day_is_the_body_before_it() -> None:
    text = (
        "The first account came from Saltmarsh Files, a website run by former inmates, which on July 29 "
        "quoted a guard as saying that 19 people had died."
    )
    found = [one for one in read(text, "weights") if one.source.kind != "author"]
    assert found[-1].source.name == "guard"
    assert "Saltmarsh Files" in [one.source.name for one in found]


@pytest.mark.parametrize(
    ("before", "kind"),
    [
        ("The interior ministry insists that nobody has died.", "government"),
        ("The army has left the town.", "government"),
        ("The union rejected the offer.", "organization"),
    ],
)
def test_its_spokesman_speaks_for_the_body_before(before: str, kind: str) -> None:
    found = list(read(f"{before} Its spokesman said that the road was open."))
    assert [one.source.kind for one in found if one.source.text == "Its spokesman"] == [kind]


@needs_weights
def test_whose_own_survey_it_is_says_it() -> None:
    text = "Rice cost 6,200 won in Mirn, according to Daily Vell’s own survey of markets."
    assert [one.source.name for one in read(text, "weights")] == ["Daily Vell"]


@needs_weights
def test_the_newspaper_is_not_the_paper_that_one_reads() -> None:
    text = "“You are told to read the newspaper. And the newspaper says nothing,” the official said."
    found = [
        one.source for one in read(text, "weights", publisher="Daily Vell") if one.source.kind == "media"
    ]
    assert [one.name for one in found] == ["newspaper"]


@needs_weights
def test_it_is_who_called_a_report_wrong_and_not_whose_report_it_was() -> None:
    text = (
        "The Lantern’s report that soldiers stormed the school is wrong, the army said on Friday. "
        "“Our soldiers were not in the town,” it said."
    )
    assert [one.source.name for one in read(text, "weights") if one.source.text == "it"] == ["army"]


@needs_weights
def test_they_are_the_several_who_begin_the_sentence_before() -> None:
    text = "Prosecutors have arrested two clerks, the agency Vell said. They accuse the men of theft."
    assert [one.source.name for one in read(text, "weights") if one.source.text == "They"] == ["Prosecutors"]


@needs_weights
def test_who_tells_somebody_that_it_could_not_confirm_it_is_it() -> None:
    text = "The Office of Records told a committee on Monday that it could not confirm that Kael was dead."
    assert {one.source.name for one in read(text, "weights") if one.source.text == "it"} == {
        "Office of Records"
    }


@pytest.mark.parametrize("body", ["office", "agency", "commission"])
def test_an_office_is_not_the_country(body: str) -> None:
    found = read(f"The country is safe, the {body} said.")
    assert [one.source.name for one in found] == [body]


@needs_weights
def test_he_is_nobody_whom_he_names_himself() -> None:
    text = "The channel’s owner said he had it from a lorry driver. He would not say who the driver was."
    assert [one.source.name for one in read(text, "weights")][-1] == "channel’s owner"
    assert [one.source.name for one in read("Rohn met Venn. He said Rohn had lied.", "weights")][-1] == "Venn"


@needs_weights
def test_he_in_the_words_of_somebodys_wife_is_her_husband() -> None:
    text = (
        "Oskar Venn was tried on Monday. A clerk said that there was no plea. "
        "Venn’s wife, Marta, believes that he warned of shortages."
    )
    assert [one.source.name for one in read(text, "weights") if one.source.text == "he"] == ["Oskar Venn"]


@needs_weights
def test_which_of_a_whole_clause_is_the_author_s() -> None:
    text = "The images are of March, which would contradict the claim that the bridge fell in May."
    found = [one for one in read(text, "weights") if one.source.text == "which"]
    assert [(one.source.kind, one.act) for one in found] == [("author", "deny")]


@needs_weights
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The group met 40 families, of whom 22 said that they had been moved.", ["22 families"]),
        (
            "Twelve residents of Tarn spoke to the Echo. Nine said that they had fled.",
            ["Nine residents of Tarn"],
        ),
        ("Two miners spoke to the Echo. The two said that the pit was shut.", ["Two miners"]),
        ("Drivers in Tarn have stopped, three of them told the Echo.", ["three drivers in Tarn"]),
        (
            "We met 31 former residents. Nineteen of them told us that it was shut.",
            ["Nineteen former residents"],
        ),
    ],
)
def test_so_many_of_a_group_are_so_many_of_it(text: str, expected: list[str]) -> None:
    found = [one.source.name for one in read(text, "weights") if one.source.kind != "author"]
    assert [name for name in found if name != "group"] == expected


@needs_weights
def test_it_is_the_paper_of_which_an_outlet_has_a_copy_and_not_the_outlet() -> None:
    text = (
        "The letter, a copy of which the Harrow Post has obtained, carries 214 signatures. It says that nine "
        "men are held. The Post spoke to two of them. It says that they are well."
    )
    found = read(text, "weights", publisher="The Harrow Post")
    assert [one.source.name for one in found if one.source.text == "It"] == ["letter", "The Harrow Post"]


@needs_weights
def test_a_lawyer_is_nobody_who_was_called_a_wife() -> None:
    text = "The wife of a guard said that he was held. The lawyer said that he was free."
    assert [one.source.name for one in read(text, "weights")][1:2] == ["lawyer"]
