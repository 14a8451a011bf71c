"""Two readings of one text are compared field by field."""

from dataclasses import replace

from bench.read.gold_scores import figures, pair_up, source_right, tally
from bench.read.gold_shape import Clause, Reading, When, plain
from sayso.model import Span, Spans

TEXT = "The mayor denied in May that the bridge was closed. It was reportedly open. It rained all day."


def at(words: str) -> Spans:
    start = TEXT.index(words)
    return (Span(start, start + len(words)),)


MAY = When(spans=at("in May"), first="2031-05-01", last="2031-05-31", role="event")
MAYOR = Reading(
    id="1", source=at("The mayor"), name="Ana Roe", kind="official", anonymous=False, printed="The mayor",
    cue=at("denied"), content=at("the bridge was closed"), within=None, chain=("Wire", "Ana Roe"), act="deny",
    evidentiality="unstated", quotation="indirect",
    clauses=(Clause(spans=at("the bridge was closed"), factuality="CT-", times=(MAY,)),),
)  # fmt: skip
HEARSAY = replace(
    MAYOR, id="2", source=(), name="", kind="unspecified", printed="", cue=at("reportedly"),
    content=at("It was"), chain=("Wire",), act="assert", evidentiality="reportative", clauses=(),
)  # fmt: skip
AUTHOR = replace(HEARSAY, id="3", name="Wire", kind="author", cue=(), content=at("It rained all day"))
GOLD = [MAYOR, HEARSAY, AUTHOR]


def test_a_reading_against_itself_is_perfect() -> None:
    row = figures("all", tally(TEXT, GOLD, GOLD))
    shares = {name: value for name, value in row.items() if isinstance(value, float) and name != "spurious"}
    assert set(shares.values()) == {1.0}
    assert (row["spurious"], row["hearsay to a wrong source"]) == (0, 0)


def test_hearsay_given_to_a_person_is_counted() -> None:
    accused = replace(HEARSAY, source=at("The mayor"), name="Ana Roe", kind="official")
    counts = tally(TEXT, GOLD, [MAYOR, accused, AUTHOR])
    assert (counts["hearsay wrong"], counts["hearsay found"], counts["source"]) == (1, 1, 2)


def test_author_statements_are_paired_by_content_and_never_with_a_cue() -> None:
    shifted = replace(AUTHOR, id="x", content=at("rained all day"))
    cued = replace(shifted, cue=at("rained"))
    assert pair_up(TEXT, [AUTHOR], [shifted]).same == {0: 0}
    assert pair_up(TEXT, [AUTHOR], [cued]).same == {}


def test_a_source_is_right_by_place_or_by_name() -> None:
    assert source_right(MAYOR, replace(MAYOR, name="somebody"))
    assert source_right(MAYOR, replace(MAYOR, source=(), name="the Ana Roe"))
    assert not source_right(MAYOR, replace(MAYOR, source=at("It rained"), name="somebody"))


def test_one_wrong_factuality_spoils_all_three() -> None:
    wrong = replace(MAYOR, clauses=(replace(MAYOR.clauses[0], factuality="CT+"),))
    counts = tally(TEXT, [MAYOR], [wrong])
    assert (counts["act"], counts["factuality"], counts["all three"]) == (1, 0, 0)


def test_a_time_with_another_role_or_day_is_wrong() -> None:
    for other in (replace(MAY, role="due"), replace(MAY, last=None)):
        clause = replace(MAYOR.clauses[0], times=(other,))
        counts = tally(TEXT, [MAYOR], [replace(MAYOR, clauses=(clause,))])
        assert (counts["times"], counts["times read"], counts["times right"]) == (1, 1, 0)


def test_what_is_around_a_statement_must_be_the_same_statement() -> None:
    inner = replace(HEARSAY, within="1")
    ours = [replace(MAYOR, id="s:a"), replace(HEARSAY, id="s:b", within="s:a")]
    assert tally(TEXT, [MAYOR, inner], ours)["within"] == 2
    assert tally(TEXT, [MAYOR, inner], [ours[0], replace(ours[1], within=None)])["within"] == 1


def test_a_statement_that_nobody_made_is_spurious() -> None:
    extra = replace(MAYOR, id="9", cue=at("open"))
    assert figures("all", tally(TEXT, [MAYOR], [MAYOR, extra]))["spurious"] == 0.5


def test_names_are_compared_without_article_and_case() -> None:
    assert plain("The Ministry of Mines’s") == plain("ministry of mines")
