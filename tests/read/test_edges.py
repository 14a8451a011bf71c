"""Where parts begin and end: no word is cut, nothing hangs loose, no part takes from another."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Span, Spans, touches
from sayso.read.mending.completion import Attribution
from sayso.read.mending.edges import with_whole_parts
from sayso.read.mending.source_edges import with_clean_sources
from sayso.read.mending.source_pieces import with_one_source
from sayso.read.relation import Relation

MARKS = {"s": "source", "c": "cue", "t": "content"}
MARKED = re.compile(r"\{([sct])\|([^{}]*)\}")


def read(marked: str) -> tuple[str, Relation]:
    """The text and the relation of "{s|The ministry} {c|said} {t|that …}"; braces do not nest."""
    text, parts = "", {"s": [], "c": [], "t": []}  # type: str, dict[str, list[Span]]
    at = 0
    for match in MARKED.finditer(marked):
        text += marked[at : match.start()]
        parts[match.group(1)].append(Span(len(text), len(text) + len(match.group(2))))
        text += match.group(2)
        at = match.end()
    return text + marked[at:], Relation(
        source=tuple(parts["s"]), cue=tuple(parts["c"]), content=tuple(parts["t"])
    )


def words(text: str, spans: Spans) -> list[str]:
    return [text[span.start : span.end] for span in spans]


def mended(marked: str) -> dict[str, list[str]]:
    text, relation = read(marked)
    (found,) = with_whole_parts(text, [relation], "en")
    return {name: words(text, getattr(found, name)) for name in ("source", "cue", "content", "medium")}


@pytest.mark.parametrize(
    ("marked", "source"),
    [
        ("{s|A diplomat who} asked for silence {c|said} {t|so}.", "A diplomat"),
        ("The {s|mayor} {c|said} {t|so}.", "The mayor"),
        ("Oh{s|’s government} {c|did not reply}.", "Oh’s government"),
        ("{s|Open Valleys, a think} tank, {c|said} {t|so}.", "Open Valleys, a think tank"),
        ("It rained, {c|according to} {s|the website Orlan} Today.", "the website Orlan Today"),
        ("{s|The Orlan} Monday {c|said} {t|so}.", "The Orlan"),
        ("{s|The ministry} {c|said} {t|so}.", "The ministry"),
        ("{s|In Ostrel a spokesman for the Guard} {c|said} {t|so}.", "a spokesman for the Guard"),
    ],
)
def test_a_source_is_a_whole_phrase(marked: str, source: str) -> None:
    assert mended(marked)["source"] == [source]


@pytest.mark.parametrize(
    ("marked", "content"),
    [
        ("“{s|We} {c|deny} {t|that} a depot is short,” he said.", "that a depot is short"),
        ("{s|Ine} {c|asked} {t|whether} it fell.", "whether it fell"),
        ("{t|That} the bridge fell {s|Ine} {c|denies}.", "That the bridge fell"),
        ("{s|Ine} {c|denies} {t|that}.", "that"),
    ],
)
def test_a_content_that_stops_at_its_first_word_goes_on(marked: str, content: str) -> None:
    assert mended(marked)["content"] == [content]


def test_a_possessive_date_belongs_to_what_is_said() -> None:
    found = mended("{s|The office} {c|put this year}{t|’s shortfall at nine tonnes}.")
    assert found["cue"] == ["put"]
    assert found["content"] == ["this year’s shortfall at nine tonnes"]


def test_what_a_relative_clause_speaks_of_is_its_antecedent() -> None:
    found = mended("They claim nine deaths, {t|a} number {s|that Radio Sarn} {c|could not verify}.")
    assert found["source"] == ["Radio Sarn"]
    assert found["content"] == ["a number"]


def test_according_to_somebody_described_runs_to_the_comma() -> None:
    found = mended(
        "{c|According to} {s|Ilo Marsk, who heads the Orlan}{t|-based group} Open {t|Valleys, it rained}."
    )
    assert found["source"] == ["Ilo Marsk, who heads the Orlan-based group Open Valleys"]
    assert found["content"] == ["it rained"]


def test_a_source_has_the_whole_of_its_relative_clause() -> None:
    text, relation = read("{s|The council, which monitors} stocks, {c|estimates} {t|that nine are left}.")
    (mended,) = with_whole_parts(text, [relation], "en")
    assert [text[a:b] for a, b in mended.source] == ["The council, which monitors stocks"]


def test_what_stands_between_source_and_cue_without_a_comma_stays_outside() -> None:
    text, relation = read("{s|The council, which sits} in May and {c|estimates} {t|that nine are left}.")
    (mended,) = with_whole_parts(text, [relation], "en")
    assert [text[a:b] for a, b in mended.source] == ["The council, which sits"]


def test_a_source_has_its_noun() -> None:
    text, relation = read("{c|Claims} by {s|hostile} {t|forces that crops failed} are lies.")
    (mended,) = with_whole_parts(text, [relation], "en")
    assert [text[a:b] for a, b in (*mended.source, *mended.content)] == [
        "hostile forces",
        "that crops failed",
    ]


@pytest.mark.parametrize(
    ("marked", "content"),
    [
        ("{s|They} {c|ordered} all private {t|kiosks to close}.", "all private kiosks to close"),
        ("{s|They} {c|asked} one {t|question: who did it}.", "one question: who did it"),
        ("{s|They} {c|told} all residents {t|that it rained}.", "that it rained"),
        ("{s|They} {c|told} all residents {t|“It rained”}.", "“It rained”"),
        ("{s|They} {c|told} the court {t|they had left}.", "they had left"),
    ],
)
def test_a_content_begins_with_its_article(marked: str, content: str) -> None:
    text, relation = read(marked)
    (mended,) = with_whole_parts(text, [relation], "en")
    assert [text[a:b] for a, b in mended.content] == [content]


def test_a_content_takes_nothing_from_the_paragraph_before() -> None:
    marked = "{t|The guards called him “Teacher”.\n\n“We were nobody,”} {s|she} {c|recalled}."
    text, relation = read(marked)
    (mended,) = with_whole_parts(text, [relation], "en")
    assert [text[a:b] for a, b in mended.content] == ["“We were nobody,”"]


def test_a_quotation_over_paragraphs_stays_whole() -> None:
    text, relation = read("{t|“We were nobody.\n\n“They beat us,”} {s|she} {c|recalled}.")
    (mended,) = with_whole_parts(text, [relation], "en")
    assert mended == relation


@pytest.mark.parametrize(
    ("marked", "content"),
    [
        ("{s|They} {c|said} {t|cars came in August} 2021.", "cars came in August 2021"),
        ("{s|They} {c|said} {t|cars came on August 3}, 2021.", "cars came on August 3, 2021"),
        ("{s|They} {c|said} {t|nine cars came}, 2021 in all.", "nine cars came"),
    ],
)
def test_a_date_is_not_cut_before_its_year(marked: str, content: str) -> None:
    text, relation = read(marked)
    (mended,) = with_whole_parts(text, [relation], "en")
    assert [text[a:b] for a, b in mended.content] == [content]


def test_a_cue_ends_before_its_medium() -> None:
    found = mended("{t|“It rained,”} {s|Marsk} {c|said in an} email on Monday.")
    assert (found["cue"], found["medium"]) == (["said"], ["an email"])


def test_a_way_of_saying_is_nobody() -> None:
    found = mended("The guards {c|warned} three times by {s|loudspeaker} {t|that they would fire}.")
    assert (found["source"], found["medium"]) == ([], ["loudspeaker"])


@pytest.mark.parametrize("cue", ["called on", "hit back at", "went on"])
def test_a_particle_stays_with_its_cue(cue: str) -> None:
    assert mended(f"{{s|The mayor}} {{c|{cue}}} {{t|the army to leave}}.")["cue"] == [cue]


@pytest.mark.parametrize(
    ("marked", "cue", "content"),
    [
        ("{s|He} {c|calls} upon the army {t|to leave}.", "calls upon", "to leave"),
        ("{s|He} {c|called} {t|for new talks}.", "called for", "new talks"),
        ("{s|He} {c|called} {t|the talks a farce}.", "called", "the talks a farce"),
    ],
)
def test_a_particle_that_makes_another_verb_joins_its_cue(marked: str, cue: str, content: str) -> None:
    found = mended(marked)
    assert (found["cue"], found["content"]) == ([cue], [content])


def split(marked: str) -> list[tuple[list[str], list[str]]]:
    text, relation = read(marked)
    found = with_one_source(text, [Span(0, len(text))], [relation], "en")
    return [(words(text, r.source), words(text, r.cue)) for r in found]


def test_what_was_learnt_from_somebody_is_two_statements() -> None:
    found = split("{t|Rations were cut}, {s|the Letter} {c|has learned from} {s|two clerks}.")
    assert found == [(["the Letter"], ["has learned"]), (["two clerks"], ["from"])]


def test_a_short_gap_in_a_source_is_closed() -> None:
    assert split("{s|The agency}, {s|BelTA} {c|said} {t|so}.") == [(["The agency, BelTA"], ["said"])]


def test_a_piece_of_somebody_elses_source_is_that_source() -> None:
    text = "The state agency on Monday denied it, and quoted the minister as saying so."
    agency, minister = Span(0, 16), Span(text.index("the minister"), text.index(" as saying"))
    cues = [Span(text.index(w), text.index(w) + len(w)) for w in ("denied", "quoted")]
    first = Relation(source=(agency,), cue=(cues[0],))
    second = Relation(source=(Span(4, 16), minister), cue=(cues[1],))
    found = with_one_source(text, [Span(0, len(text))], [first, second], "en")
    assert [r.source for r in found] == [(agency,), (agency,)]


spans = st.tuples(st.integers(0, 60), st.integers(1, 12)).map(lambda p: Span(p[0], p[0] + p[1]))
TEXT = (
    "According to Ilo Marsk-Vollar, who heads a think tank, it's the mayor's office that said in an email so."
)


@given(spans, spans, spans)
def test_mending_never_lets_parts_overlap_and_stays_in_the_text(
    source: Span, cue: Span, content: Span
) -> None:
    parts = [source, cue, content]
    if any(a.overlaps(b) for i, a in enumerate(parts) for b in parts[i + 1 :]):
        return
    relation = Relation(source=(source,), cue=(cue,), content=(content,))
    (found,) = with_whole_parts(TEXT, [relation], "en")
    assert not touches(found.source, (*found.cue, *found.content))
    assert all(0 <= s.start < s.end <= len(TEXT) for s in (*found.source, *found.cue, *found.content))


@pytest.mark.parametrize(
    ("marked", "content"),
    [
        ("{t|Not so}, {c|said} {s|the minister}: the plant {t|is safe}.", ["the plant is safe"]),
        ("{t|Nonsense}, {s|the mayor} {c|said}: {t|the mill never closed}.", ["the mill never closed"]),
        ("{t|“Not so,”} {c|said} {s|the minister}: {t|“The plant is safe.”}", ["“The plant is safe.”"]),
        ("{t|Not so}, {c|said} {s|the minister}.", ["Not so"]),
        (
            "{t|The mill burned}, {c|said} {s|the mayor}: {t|nine men died}.",
            ["The mill burned", "nine men died"],
        ),
        ("{t|Not so}, {c|said} {s|the minister}: rain fell. The plant {t|is safe}.", ["Not so", "is safe"]),
    ],
)
def test_a_mere_answer_is_no_part_of_what_stands_behind_the_colon(marked: str, content: list[str]) -> None:
    assert mended(marked)["content"] == content


def test_a_content_that_ends_at_its_verb_goes_on_to_the_end_of_the_clause() -> None:
    text, found = read("{s|Images} {c|show} {t|that the middle span is} missing, the group said")
    (mended,) = with_whole_parts(text, [found], "en")
    assert text[slice(*mended.content[0])] == "that the middle span is missing"


def test_a_name_behind_the_article_of_a_title_belongs_to_the_source() -> None:
    text, found = read("{c|according to} {s|the opposition paper The} Plough, {t|the mill is shut}")
    (mended,) = with_whole_parts(text, [found], "en")
    assert text[slice(*mended.source[0])] == "the opposition paper The Plough"


@pytest.mark.parametrize(
    ("marked", "source", "content"),
    [
        (
            "{c|According to} {s|one of them}, {t|a woman who sells pots, police sealed the gates}.",
            "one of them, a woman who sells pots",
            "police sealed the gates",
        ),
        (
            "{c|According to} {s|the ministry}, {t|a train with fuel, two trucks and a bus burned}.",
            "the ministry",
            "a train with fuel, two trucks and a bus burned",
        ),
        (
            "{c|According to} {s|state radio}, {t|monitored in Orlan, the hill fell}.",
            "state radio, monitored in Orlan",
            "the hill fell",
        ),
        ("{c|According to} {s|police}, {t|a doctor, two nurses and a cook were held}.", "police", None),
    ],
)
def test_what_describes_a_source_behind_its_comma_belongs_to_it(
    marked: str, source: str, content: str | None
) -> None:
    text, found = read(marked)
    (made,) = with_whole_parts(text, [found], "en")
    assert text[slice(*made.source[0])] == source
    assert content is None or text[slice(*made.content[0])] == content


@pytest.mark.parametrize(
    ("marked", "cue"),
    [
        (
            "{s|The panel} {c|considers it likely}, but {t|not proven, that the mill burned}.",
            "considers it likely",
        ),
        (
            "{s|The panel} {c|considers} {t|it likely, if not certain, that the mill burned}.",
            "considers it likely",
        ),
        ("{s|The panel} {c|finds}, on the basis {t|of what it saw, that the mill burned}.", "finds"),
    ],
)
def test_what_only_qualifies_what_is_said_is_no_part_of_it(marked: str, cue: str) -> None:
    text, found = read(marked)
    (made,) = with_whole_parts(text, [found], "en")
    assert " ".join(text[slice(*span)] for span in made.cue) == cue
    assert text[slice(*made.content[0])] == "that the mill burned"


@pytest.mark.parametrize("marked", ["{s|The council of Orlan Friday} {c|said} {t|it rained}"])
def test_a_day_behind_a_source_is_no_part_of_it(marked: str) -> None:
    text, found = read(marked)
    (made,) = with_clean_sources(text, [Attribution(relation=found, cue=None)])
    assert text[slice(*made.relation.source[0])] == "The council of Orlan"


def test_a_deadline_behind_what_is_expected_is_part_of_it() -> None:
    text, found = read("{t|A verdict} {c|is expected by} {t|the end of June}")
    (made,) = with_whole_parts(text, [found], "en")
    assert [text[slice(*span)] for span in (*made.cue, *made.content)] == [
        "is expected",
        "A verdict",
        "by the end of June",
    ]


def test_what_of_which_is_told_is_no_part_of_a_source() -> None:
    text, found = read("{s|The letter, parts of which were read out}, {c|says} {t|that it rained}")
    (made,) = with_clean_sources(text, [Attribution(relation=found, cue=None)])
    assert text[slice(*made.relation.source[0])] == "The letter"
