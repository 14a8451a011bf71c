"""What looks back to a promise promises nothing; the words prove themselves."""

import pytest

from sayso.lang import load
from sayso.read.mending.looking_back import looks_back
from tests.read.readers import BOTH, read
from tests.read.rule_proofs import relation_of, unmarked

WORDS = load("en", "completion")["looking_back"]


@pytest.mark.parametrize("proof", WORDS["fires"])
def test_an_earlier_promise_is_no_new_one(proof: str) -> None:
    assert looks_back(unmarked(proof), relation_of(proof), "en")


@pytest.mark.parametrize("proof", WORDS["silent"])
def test_what_is_promised_stays(proof: str) -> None:
    assert not looks_back(unmarked(proof), relation_of(proof), "en")


@pytest.mark.parametrize("finder", BOTH)
@pytest.mark.parametrize(
    ("text", "promises"),
    [
        ("The ministry has not opened the bridge as it had promised, residents said.", 0),
        ("As the ministry had pledged, the port opened on Monday.", 0),
        ("The port opened on Monday, as promised.", 0),
        ("The fund sent the grain in May, as agreed.", 0),
        ("The minister promised that the port would open.", 1),
        ("As she left, the minister promised that the port would open.", 1),
    ],
)
def test_only_what_is_promised_now_is_a_promise(finder: str, text: str, promises: int) -> None:
    assert [one.act for one in read(text, finder) if one.cue].count("promise") == promises
