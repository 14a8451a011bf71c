"""What a text calls false in telling it is denied by the author, beside who said it."""

import pytest

from sayso.lang import load
from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize(("sentence", "own"), load("en", "falsely")["proofs"])
def test_the_author_denies_what_the_text_calls_false(sentence: str, own: list[list[str]]) -> None:
    found = [one for one in read(sentence, "weights") if one.source.kind == "author" and one.cue]
    assert [[one.cue.text, p.factuality, p.text] for one in found if one.cue for p in one.propositions] == own


@needs_weights
@pytest.mark.parametrize(
    "words", ["falsely said the camp was closed", "claimed, falsely, that the camp was closed"]
)
def test_who_said_it_says_it_as_before(words: str) -> None:
    found = read(f"The minister {words}.", "weights")
    (said,) = [one for one in found if one.source.kind != "author"]
    assert (said.source.name, said.act, said.within) == ("minister", "assert", None)
    assert [p.factuality for p in said.propositions] == ["CT+"]


@needs_weights
def test_an_earlier_version_is_the_source_of_what_it_stated() -> None:
    found = read("A previous version of this story wrongly stated that 40 people had been killed.", "weights")
    (said,) = [one for one in found if one.source.kind != "author"]
    assert said.source.text == "A previous version of this story"
    assert said.cue
    assert said.cue.text == "wrongly stated"


@needs_weights
@pytest.mark.parametrize(
    ("sentence", "quoter", "quoted"),
    [
        ("The television falsely quoted the governor as saying that P fell.", "television", "governor"),
        ("The Beacon misquoted the minister as saying that the war was lost.", "Beacon", "minister"),
        ("The minister was wrongly quoted as saying that the camp was closed.", "", "minister"),
        ("The minister was misquoted as saying that the war was lost.", "", "minister"),
    ],
)
def test_whoever_is_misquoted_speaks_only_within_the_quoting(sentence: str, quoter: str, quoted: str) -> None:
    found = {one.id: one for one in read(sentence, "weights") if one.source.kind != "author"}
    (saying,) = [one for one in found.values() if one.cue and one.cue.text == "saying"]
    assert saying.source.name == quoted
    assert saying.within
    assert found[saying.within].source.name == quoter


@needs_weights
def test_whoever_is_quoted_by_nobody_in_print_speaks_for_himself() -> None:
    (one,) = read("The minister was quoted as saying that the war was lost.", "weights")
    assert (one.source.name, one.within) == ("minister", None)
