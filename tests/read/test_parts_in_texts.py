"""Where the parts of a statement begin and end in lists and beside days."""

from tests.read.readers import needs_weights, read


@needs_weights
def test_what_is_listed_is_not_said_by_who_says_the_next() -> None:
    text = (
        "HIGHLIGHTS\n- An estimated 14,000 people have fled, according to local authorities.\n- It is dark."
    )
    found = [one for one in read(text, "weights") if one.source.name == "local authorities"]
    assert [one.content.text for one in found] == ["An estimated 14,000 people have fled"]


@needs_weights
def test_a_cue_has_no_part_of_the_day_behind_it() -> None:
    text = (
        "State television, which has not reported on the affair, announced last week that the valley "
        "would become “the country’s largest orchard”."
    )
    assert [one.cue.text for one in read(text, "weights") if one.cue and one.act != "decline"] == [
        "announced"
    ]


@needs_weights
def test_who_spoke_two_sentences_before_is_not_who_speaks_behind_and() -> None:
    text = (
        "The company, Osk Agro, calls the charge an outrage. Five farmers spoke to us. All said the same: "
        "that men from the office came at night, showed them a paper and told them to sign."
    )
    told = [one.source.name for one in read(text, "weights") if one.content.text == "to sign"]
    assert "Osk Agro" not in told


@needs_weights
def test_what_has_nothing_to_do_with_something_says_nothing() -> None:
    text = (
        "According to him, the closure has nothing to do with disease: the tracks were washed away in March."
    )
    assert [one.source.text for one in read(text, "weights")] == ["him"]


@needs_weights
def test_who_does_not_name_himself_declines_nothing_that_he_says() -> None:
    text = "A man who did not identify himself said that her husband would come home in spring."
    found = {one.act: one.content.text for one in read(text, "weights")}
    assert found["forecast"] == "that her husband would come home in spring"
    assert "husband" not in found.get("decline", "")


@needs_weights
def test_what_a_speaker_had_said_before_is_still_what_he_said() -> None:
    text = "The clerk who had said that the mill was shut denied it on Friday."
    assert "that the mill was shut" in [one.content.text for one in read(text, "weights")]


@needs_weights
def test_a_clause_goes_on_behind_what_only_looks_like_its_verb() -> None:
    text = "The ministry’s statement that the bridge is closed for planned repairs is false, the group said."
    told = [one.content.text for one in read(text, "weights") if one.cue and one.cue.text == "statement"]
    assert told == ["that the bridge is closed for planned repairs"]


@needs_weights
def test_who_finds_no_basis_for_reports_leaves_them_open() -> None:
    (first, *_) = read("Inspectors found no basis for reports that the camp existed.", "weights")
    assert (first.act, [one.factuality for one in first.propositions]) == ("unconfirmed", ["U"])


@needs_weights
def test_who_only_describes_a_source_tells_nobody_anything() -> None:
    text = "According to a trader, a woman in her fifties, police came and told them to come back later."
    assert all(one.source.name.startswith(("trader", "police")) for one in read(text, "weights"))
