"""Whom nouns and pronouns take up, by office and by clause; the words prove themselves."""

from functools import partial

import pytest

from sayso.lang import load
from sayso.read.sources.clauses import is_role, is_topic, leads
from tests.read.readers import needs_weights, read
from tests.read.resolved import names
from tests.stopwatch import cpu_seconds, here, timed

CLAUSES, NOUNS = load("en", "clauses"), load("en", "sources")


@pytest.mark.parametrize(("text", "noun", "name"), NOUNS["taken_up"])
def test_a_noun_takes_up_only_whom_it_can_name(text: str, noun: str, name: str) -> None:
    assert names(text, noun) == [name]


@pytest.mark.parametrize(("text", "pronoun", "name"), CLAUSES["proofs"])
def test_a_pronoun_takes_up_whom_the_sentence_is_about(text: str, pronoun: str, name: str) -> None:
    found = [one.source.name for one in read(text) if one.source.text == pronoun]
    assert (found or names(text, pronoun)) == [name]


@needs_weights
@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        (
            "A source said that officials came. “They said that we must give,” the source said.",
            "They",
            "officials",
        ),
        ("Ruud Maas has a brother. “He told me that nobody is paid,” Maas said.", "He", "brother"),
        ("Ruud Maas has a brother. “He told me that nobody is paid,” he said.", "He", "brother"),
        ("The minister met the envoy. “He said that the truce held,” the minister said.", "He", "envoy"),
        (
            "The ministry sent inspectors. “They said that it was clean,” a resident said.",
            "They",
            "inspectors",
        ),
        ("A nurse spoke to Radio Velm. “It was read aloud,” she said. “It said they were ill.”", "It", "It"),
        (
            "Calder Shipping owns the vessel. Karsa disputed the finding. It stated that it had seen it.",
            "It",
            "Karsa",
        ),
        ("Karsa rejected the report. It said that no vessel had docked.", "It", "Karsa"),
        ("The ministry was late. Osk said that it had failed. It said that rain had come.", "It", "ministry"),
        (
            "The water is clean, the mayor said, but residents are sceptical. They say it smells.",
            "They",
            "residents",
        ),
    ],
)
def test_nobody_who_is_quoted_is_told_of_in_his_own_words(text: str, pronoun: str, name: str) -> None:
    found = [one.source.name for one in read(text, "weights") if one.source.text == pronoun]
    assert found == [name]


@timed
def test_words_before_a_mention_are_read_in_no_time() -> None:
    for hostile in ("as " * 9, "but , " * 5, "a" * 25, " " * 25):
        for ask in (is_topic, leads):
            assert cpu_seconds(partial(ask, hostile, "en"), times=1) < here(0.1)
        assert cpu_seconds(partial(is_role, hostile, "a driver", "en"), times=1) < here(0.1)
