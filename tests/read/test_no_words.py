"""What a tagger takes for cues and nobody says: conjunctions, "declined to be named", "Asked if"."""

import pytest

from sayso.lang import load
from sayso.read.mending.no_words import says_nothing
from tests.read.readers import BOTH, needs_weights, read
from tests.read.relations import relation


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("If the seed comes, there may be a harvest.", "", "If", "the seed comes"),
        ("The toll rose to seven, from two.", "two", "from", "seven"),
        ("She declined to be named.", "She", "declined to be named", ""),
        ("She did not want to be named.", "She", "did not want to be named", ""),
        ("She refused to give her name.", "She", "refused", "to give her name"),
        ("She would not be quoted by name.", "She", "would not be quoted", "by name"),
        ("A clerk who asked not to be identified left.", "A clerk", "asked not to be identified", ""),
        ("Asked whether it held, the mayor said it did.", "the mayor", "Asked", "whether it held"),
        ("They were held in a cell.", "", "were held", "in a cell"),
        ("It is also consistent with a fire.", "", "It is also consistent with", "a fire"),
        ("At this resolution the two are alike.", "", "At this resolution", "the two are alike"),
        ("Two more than previously reported died.", "Two more", "than previously reported", "died"),
        ("More died than first thought.", "", "thought", "died"),
        ("He was questioned by two men.", "two men", "was questioned by", "He"),
        ("Whether that is true is not known.", "", "Whether", "that is true"),
        ("It held. When asked if it did, he left.", "he", "asked", "if it did"),
        ("One can hardly blame the union.", "One", "can hardly blame", "the union"),
        ("One must say that it held.", "One", "must say", "that it held"),
    ],
)
def test_nobody_says_anything_there(text: str, source: str, cue: str, content: str) -> None:
    found = relation(text, source, cue, content)
    assert says_nothing(text, found, "en") is (cue != "from")


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Asked by a clerk whether it held, he left.", "a clerk", "Asked", "whether it held"),
        ("The clerk asked whether it held.", "The clerk", "asked", "whether it held"),
        ("She declined to say why.", "She", "declined to say", "why"),
        ("She refused to give his brother's name.", "She", "refused to give", "his brother's name"),
        ("She said she did not want to be named.", "She", "said", "she did not want to be named"),
        ("She asked not to be moved.", "She", "asked", "not to be moved"),
        ("It rained.", "", "", "It rained"),
        ("One could not say when it fell.", "One", "could not say", "when it fell"),
        ("One of them can only say no.", "One of them", "can only say", "no"),
        ("It is held that the port is shut.", "", "is held", "that the port is shut"),
    ],
)
def test_what_somebody_says_stays(text: str, source: str, cue: str, content: str) -> None:
    assert not says_nothing(text, relation(text, source, cue, content), "en")


@pytest.mark.parametrize("finder", BOTH)
def test_whoever_is_asked_does_not_ask(finder: str) -> None:
    found = read("Asked whether Orlan would send pumps, the mayor said that nobody had asked.", finder)
    assert [one.act for one in found if one.source.text == "the mayor"] == ["assert"]
    assert not [one for one in found if one.cue and one.cue.text == "Asked"]


@needs_weights
@pytest.mark.parametrize(
    "text",
    ["The envoy, Mara Oduya, was again refused entry to Sarvane in May.", "The court denied him bail."],
)
def test_what_is_withheld_is_done_and_not_said(text: str) -> None:
    assert [one.source.kind for one in read(text, "weights")] == ["author"]


@needs_weights
def test_who_denies_that_access_was_cut_says_so() -> None:
    (one,) = read("The minister denied access had been cut.", "weights")
    assert (one.source.name, one.act) == ("minister", "deny")


@needs_weights
@pytest.mark.parametrize("sentence", load("en", "completion")["unnamed_proofs"])
def test_who_wishes_to_stay_unnamed_says_only_the_rest(sentence: str) -> None:
    (one,) = read(sentence, "weights")
    assert one.source.anonymous
    assert one.content.text.removeprefix("that ") in ("the ward was full", "“The ward is full,”")


@needs_weights
@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("“We had nothing to do with this,” Voss told reporters.", 1),
        ("The company said it had nothing to do with the spill.", 1),
        ("The mayor said he had nothing to hide.", 1),
        ("Inspectors found nothing to show that the seals had been cut.", 1),
        ("The mayor said inspectors had found nothing to suggest that the seals had been cut.", 2),
    ],
)
def test_who_had_nothing_to_do_with_it_found_nothing_out(sentence: str, count: int) -> None:
    assert len(read(sentence, "weights")) == count
