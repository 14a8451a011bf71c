"""Cues: each class of the lexicon proves itself; negation is composed; spans are verbatim."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import UsageError
from sayso.model import Span
from sayso.read.cues.finding import find_cues, may_attribute, read_cue
from sayso.read.cues.lexicon import cue_classes
from tests.stopwatch import cpu_seconds, here, timed

MARK = re.compile(r"\[(.*?)\]")
PROOFS = [
    pytest.param(group, kind, sentence, id=f"{group['class']}: {sentence}")
    for group in cue_classes("en")
    for kind in ("fires", "silent")
    for sentence in group.get(kind, ())
]


def found(sentence: str) -> list[tuple[str, str]]:
    matches = find_cues(sentence, Span(0, len(sentence)))
    return [(sentence[each.span.start : each.span.end], each.reading.lemma) for each in matches]


@pytest.mark.parametrize(("group", "kind", "sentence"), PROOFS)
def test_every_class_of_cues_fires_and_is_silent_as_its_sentences_say(
    group: dict[str, list[str]], kind: str, sentence: str
) -> None:
    own = [words for words, lemma in found(MARK.sub(r"\1", sentence)) if lemma in group["lemmas"]]
    if kind == "silent":
        assert own == []
    else:
        assert set(MARK.findall(sentence)) <= set(own)


def test_every_class_has_both_kinds_of_proof() -> None:
    assert [group["class"] for group in cue_classes("en") if not (group["fires"] and group["silent"])] == []


def test_the_lexicon_holds_more_than_350_lemmas() -> None:
    assert len({lemma for group in cue_classes("en") for lemma in group["lemmas"]}) >= 350


@pytest.mark.parametrize(
    ("words", "lemma", "act", "certainty", "negates"),
    [
        ("has repeatedly denied", "deny", "deny", "CT", True),
        ("did not deny", "deny", "decline", "U", False),
        ("was unable to confirm", "confirm", "unconfirmed", "U", False),
        ("could not be independently verified", "verify", "unconfirmed", "U", False),
        ("never confirmed", "confirm", "unconfirmed", "U", False),
        ("did not say whether", "say", "decline", "U", False),
        ("declined to comment", "comment", "decline", "U", False),
        ("did not immediately respond to", "respond to", "decline", "U", False),
        ("refused to say", "say", "decline", "U", False),
        ("does not think", "think", "believe", "PR", True),
        ("doubts", "doubt", "believe", "PR", True),
        ("it is not likely", "likely", "infer", "PR", True),
        ("is unlikely", "unlikely", "infer", "PR", True),
        ("appears", "appear", "infer", "PR", False),
        ("called on", "call on", "demand", "U", False),
        ("'s claim", "claim", "assert", "CT", False),
        ("According to", "according to", "assert", "CT", False),
        ("might wish", "wish", "believe", "U", False),
        ("pledged", "pledge", "promise", "CT", False),
        ("no longer believes", "believe", "believe", "PR", True),
        ("has neither confirmed nor denied", "neither confirmed nor denied", "decline", "U", False),
        ("releasing a statement saying", "release ~ statement saying", "assert", "CT", False),
        ("withdrew its statement", "withdraw", "deny", "CT", True),
        ("has retracted its claim", "retract", "deny", "CT", True),
        ("issued its statement", "issue ~ statement", "assert", "CT", False),
    ],
)
def test_negation_and_refusal_are_composed_with_the_cue(
    words: str, lemma: str, act: str, certainty: str, negates: bool
) -> None:
    reading = read_cue(words)
    assert (reading.lemma, reading.act, reading.certainty, reading.negates) == (
        lemma,
        act,
        certainty,
        negates,
    )


def test_reportedly_is_hearsay_and_lowers_no_certainty() -> None:
    reading = read_cue("is reportedly")
    assert (reading.voice, reading.evidentiality, reading.certainty) == ("hearsay", "reportative", "CT")


def test_what_an_outlet_has_learned_it_has_from_others() -> None:
    sentence = "The rails were lifted in March, the Dispatch has learned."
    assert [each.reading.evidentiality for each in find_cues(sentence, Span(0, len(sentence)))] == [
        "reportative"
    ]


def test_an_unknown_cue_asserts_under_a_lemma_made_by_rule() -> None:
    reading = read_cue("pontificated")
    assert (reading.lemma, reading.act, reading.certainty) == ("pontificate", "assert", "CT")
    assert read_cue("did not pontificate").certainty == "U"


def test_words_without_a_word_give_an_empty_lemma() -> None:
    assert read_cue("").lemma == "" == read_cue(" : ").lemma


def test_things_suggest_in_the_author_s_voice_and_people_in_their_own() -> None:
    for sentence, voice in (
        ("This suggests that it closed.", "author"),
        ("He suggested that it closed.", "source"),
    ):
        assert [each.reading.voice for each in find_cues(sentence, Span(0, len(sentence)))] == [voice]


def test_may_attribute_says_no_to_plain_narrative_and_yes_to_quotation_marks() -> None:
    plain, quoted = "Bread was dear in the winter of 1974.", "“Bread is dear.”"
    assert not may_attribute(plain, Span(0, len(plain)))
    assert may_attribute(quoted, Span(0, len(quoted)))


def test_a_language_without_a_reader_is_named() -> None:
    with pytest.raises(UsageError, match="xx"):
        read_cue("said", language="xx")


WORDS = "The embassy |said |denied |that |not |“|”|is |reportedly |'s claim |, |was unable to |confirm |have "
PIECES = st.sampled_from([*WORDS.split("|"), "é…", "\n", "to ", "has ", "unlikely ", "don’t ", "İ", "0.5 "])


@settings(deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join), st.integers(0, 20))
def test_cues_lie_inside_the_sentence_in_order_and_apart(text: str, skip: int) -> None:
    within = Span(min(skip, len(text)), len(text))
    matches = find_cues(text, within)
    assert all(within.contains(each.span) and each.span.start < each.span.end for each in matches)
    assert all(left.span.end <= right.span.start for left, right in pairwise(matches))


@settings(deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_where_a_cue_is_found_the_gate_was_open(text: str) -> None:
    within = Span(0, len(text))
    assert may_attribute(text, within) or not find_cues(text, within)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_read_cue_reads_any_words(words: str) -> None:
    assert read_cue(words).act


@timed
@pytest.mark.parametrize(
    "piece", ["said that ", "to ", "“", "not ", "'s ", "was ", "a", "quickly ", "express "]
)
def test_hostile_lines_take_linear_time(piece: str) -> None:
    text = piece * 20_000
    assert cpu_seconds(lambda: find_cues(text, Span(0, len(text))), times=1) < here(8)
    assert cpu_seconds(lambda: read_cue(piece * 2_000), times=1) < here(2)


@pytest.mark.parametrize(
    ("words", "lemma", "act"),
    [
        ("were denied by", "deny", "deny"),
        ("have been dismissed by", "dismiss", "deny"),
        ("was announced by", "announce", "assert"),
        ("was told by", "be told by", "assert"),
        ("could not be verified by", "verify", "unconfirmed"),
        ("was not in a position to verify", "verify", "unconfirmed"),
        ("has yet to confirm", "confirm", "unconfirmed"),
        ("hung up", "hang up", "decline"),
    ],
)
def test_passives_and_roundabout_phrases_read_as_what_they_say(words: str, lemma: str, act: str) -> None:
    found = read_cue(words)
    assert (found.lemma, found.act, found.voice) == (lemma, act, "source")


@pytest.mark.parametrize(
    "words", ["did not so much as acknowledge", "has never so much as mentioned", "had said nothing"]
)
def test_who_does_not_so_much_as_mention_it_says_nothing(words: str) -> None:
    reading = read_cue(words)
    assert (reading.act, reading.certainty) == ("decline", "U")
