"""Bad input through the command line: a clear problem or a correct empty result, never a traceback."""

import json
import random
from functools import partial
from pathlib import Path

import msgspec
import pytest

from sayso.model import Statement, make_document
from tests.cli.calls import Call, process, sayso
from tests.laws.reading_laws import broken_laws
from tests.read.hostile import STEERING
from tests.read.readers import needs_weights
from tests.stopwatch import cpu_seconds, here, timed

SENTENCE = "The ministry said on Monday that the bridge was closed. "
FINDERS = [
    pytest.param("--rules", id="rules"),
    pytest.param("--threads=1", id="weights", marks=needs_weights),
]


def read(data: bytes | str, name: str, folder: Path, *options: str, finder: str = "--rules") -> Call:
    """`sayso read --json` of one file; a traceback fails the test."""
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return sayso("read", "--json", finder, *options, str(path))


def statements(call: Call) -> list[Statement]:
    """What a call printed."""
    return msgspec.json.decode(call.out.encode(), type=list[Statement])


@pytest.mark.parametrize("data", [b"", b"\n", b" \t\r\n", b"\xef\xbb\xbf", "\u2003\u00a0".encode()])
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.jsonl", "a.json", "noending"])
def test_an_empty_file_is_said_to_be_empty(data: bytes, name: str, tmp_path: Path) -> None:
    call = read(data, name, tmp_path)
    assert (call.code, call.json()) == (2, [])
    assert name in call.err


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.jsonl", "noending"])
@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 20,
        b"\x00" * 5_000,
        b"%PDF-1.4\n\xe2\xe3",
        b"PK\x03\x04" + b"\x07" * 90,
        b"\x7fELF\x02\x00\x01",
    ],
)
def test_a_binary_file_is_said_to_be_no_text(data: bytes, name: str, tmp_path: Path) -> None:
    call = read(data, name, tmp_path)
    assert (call.code, call.json()) == (2, [])
    assert len(call.err.splitlines()) == 1


def test_random_bytes_are_refused_or_read_without_a_traceback(tmp_path: Path) -> None:
    source = random.Random(1)
    for number in range(25):
        call = read(source.randbytes(200), f"{number}.txt", tmp_path)
        assert call.code in (2, 3, 0)
        assert call.err or call.code == 0


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "cp1252", "koi8-r"])
def test_another_encoding_is_read_right_or_said(encoding: str, tmp_path: Path) -> None:
    text = (
        SENTENCE * 3
        + ("“So.” " if encoding == "cp1252" else "")
        + ("Правда." if encoding == "koi8-r" else "")
    )
    call = read(text.encode(encoding), "a.txt", tmp_path)
    assert call.err if encoding != "utf-16" else call.code == 0
    assert all("�" not in one.content.text for one in statements(call))


def test_mojibake_is_not_hidden(tmp_path: Path) -> None:
    call = read("The café said that it was closed. ".encode() + b"\xff\xfe\xe9 It rained.", "a.txt", tmp_path)
    assert "encoding" in call.err


@pytest.mark.parametrize(
    "text", ["…", "1 2 3", "--- --- ---", "!!!", "👩\u200d💻👩\u200d💻", "|---|---|", "* * *"]
)
def test_a_text_without_a_sentence_makes_nobody_say_anything(text: str, tmp_path: Path) -> None:
    call = read(text, "a.txt", tmp_path)
    assert all(one.source.kind == "author" and one.cue is None for one in statements(call))
    assert call.code in (0, 2)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "de",
            "Die Regierung dementierte den Bericht am Montag. Sie habe keine Kenntnis, sagte ein Sprecher.",
        ),
        ("ko", "정부 대변인은 월요일 국경이 닫혔다는 보도를 부인했다고 밝혔다."),
        ("ru", "Министерство заявило в понедельник, что мост закрыт, и опровергло сообщения о раненых."),
        ("zh", "政府发言人周一否认了有关边境关闭的报道，并称不掌握任何情况。"),
        ("ar", "نفى المتحدث باسم الحكومة يوم الاثنين التقارير التي تفيد بإغلاق الحدود."),
        (
            "fr",
            "Le gouvernement a démenti lundi les informations selon lesquelles la frontière était fermée.",
        ),
    ],
)
def test_another_language_is_detected_and_said_and_not_read(language: str, text: str, tmp_path: Path) -> None:
    call = read(text, "a.txt", tmp_path)
    assert (call.code, call.json()) == (2, [])
    assert f"({language})" in call.err


@pytest.mark.parametrize(
    "front",
    [
        "publisher: [unclosed",
        "{{{{",
        "- a\n- list",
        "just words",
        "\t\ttabs: x",
        "a: &a [*a]",
        "? ? ?",
        "published: [",
    ],
)
def test_front_matter_that_is_no_mapping_is_said_and_the_body_is_read(front: str, tmp_path: Path) -> None:
    call = read(f"---\n{front}\n---\n{SENTENCE}", "a.md", tmp_path)
    assert [one.source.text for one in statements(call)] == ["The ministry"]
    assert (call.code, bool(call.err)) == ((0, False) if front.startswith("a:") else (3, True))


def test_front_matter_that_never_closes_is_said(tmp_path: Path) -> None:
    call = read(f"---\npublisher: The Lantern\n\n{SENTENCE}", "a.md", tmp_path)
    assert call.code == 3
    assert "not closed" in call.err


@pytest.mark.parametrize("date", ["someday", "2031-02-30", "05/06/2031", "31", "true"])
def test_a_date_that_is_none_is_said_and_relative_days_stay_open(date: str, tmp_path: Path) -> None:
    call = read(f"---\npublished: {date}\n---\n{SENTENCE}", "a.md", tmp_path)
    assert "not a date" in call.err
    (one,) = statements(call)
    assert one.said is None or one.said.from_ is None


def test_a_date_in_the_future_is_taken_as_printed(tmp_path: Path) -> None:
    call = read(f"---\npublished: 2931-03-04\n---\n{SENTENCE}", "a.md", tmp_path)
    (one,) = statements(call)
    assert one.said is not None
    assert one.said.from_ == "2931-02-26"  # the Monday before that Sunday
    assert (call.code, call.err) == (0, "")


@pytest.mark.parametrize("published", ["9999-12-31", "0001-01-01"])
def test_a_date_at_the_edge_of_the_calendar_resolves_or_stays_open(published: str, tmp_path: Path) -> None:
    text = (
        "The ministry said that it would open next week, last week, in the next decade and within 900 years."
    )
    call = read(text, "a.txt", tmp_path, "--published", published)
    assert call.code == 0
    assert statements(call)


@pytest.mark.parametrize(
    "text", ["in 99999 years", "900000000 days ago", "on 31 February", "in the year 0", "by 2031-13-45"]
)
def test_a_time_that_no_calendar_has_is_left_open(text: str, tmp_path: Path) -> None:
    call = read(
        f"The ministry said that it would open {text}.", "a.txt", tmp_path, "--published", "2031-03-04"
    )
    times = [when for one in statements(call) for part in one.propositions for when in part.times]
    assert call.code == 0
    assert all(when.from_ is None or when.to is None or when.from_ <= when.to for when in times)


@pytest.mark.parametrize("mark", ['"', "“", "”", "‘", "«", "'"])
@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_one_unbalanced_quote_does_not_swallow_the_document(mark: str, gap: str, tmp_path: Path) -> None:
    plain = "The ministry said that it rained." + gap + "The embassy denied that it was cold."
    call = read(f"{mark}It is so.{gap}{plain}", "a.txt", tmp_path)
    assert {"The ministry", "The embassy"} <= {one.source.text for one in statements(call)}


def test_a_quotation_over_paragraphs_keeps_its_speaker(tmp_path: Path) -> None:
    text = "“It rained all day,” said Ilo Marsk. “It was cold.\n\n“Nobody came to the old bridge,” he said."
    found = statements(read(text, "a.txt", tmp_path))
    assert any("It rained all day" in one.content.text and "Ilo Marsk" in one.source.text for one in found)


@pytest.mark.parametrize("finder", FINDERS)
def test_capitals_are_read(finder: str, tmp_path: Path) -> None:
    text = SENTENCE.upper() + "THE EMBASSY DENIED THAT IT RAINED."
    found = statements(read(text, "a.txt", tmp_path, finder=finder))
    assert [one.source.text for one in found] == ["THE MINISTRY", "THE EMBASSY"]
    assert [one.act for one in found] == ["assert", "deny"]


def test_a_transcript_keeps_its_questions_apart_from_its_answers(tmp_path: Path) -> None:
    text = "Q: Did the ministry close the bridge?\nA: The ministry said that it was open.\n"
    one = next(one for one in statements(read(text, "a.txt", tmp_path)) if one.source.text == "The ministry")
    assert "Did the ministry" not in one.content.text


POEM = "Shall I compare the border to a day\nof rain and wind,\nand walk it all the way\n"
TABLE = "| month | doses |\n|---|---|\n| May | 5,000 |\n| June | 6,000 |\n"
LIST = "- rice\n- maize\n- salt\n"
CODE = "for (i = 0; i < 9; i++) { say(i); }\n"


@pytest.mark.parametrize("text", [POEM, TABLE, LIST, CODE, POEM + TABLE])
def test_what_attributes_nothing_is_nobodys_but_the_authors(text: str, tmp_path: Path) -> None:
    call = read(text, "a.txt", tmp_path, "--language", "en", "--publisher", "The Lantern")
    assert call.code == 0
    assert {one.source.kind for one in statements(call)} <= {"author"}


@pytest.mark.parametrize(
    "rows",
    [
        "{",
        "[]",
        "null\n7\n",
        '{"text": 5}\n',
        '{"id": "a"}\n',
        "[" * 3_000,
        '{"text": "' + "a" * 99,
        '{"a":' * 999,
    ],
)
def test_rows_that_are_none_are_problems(rows: str, tmp_path: Path) -> None:
    call = read(rows, "a.jsonl", tmp_path)
    assert (call.code, call.json()) == (2, [])
    assert call.err


def test_a_thousand_bad_rows_hide_no_good_one(tmp_path: Path) -> None:
    rows = ["{broken"] * 500 + [json.dumps({"id": "good", "text": SENTENCE})] + ["[]"] * 500
    call = read("\n".join(rows), "a.jsonl", tmp_path)
    assert (call.code, len(call.err.splitlines())) == (3, 1000)
    assert [one.input for one in statements(call)] == ["good"]


@pytest.mark.parametrize("name", ["-dash.txt", "a b\tc.txt", "ünïcode 국경.txt", "new\nline.txt", "%s%n.txt"])
def test_a_file_of_any_name_is_read_and_named(name: str, tmp_path: Path) -> None:
    assert {one.input for one in statements(read(SENTENCE, name, tmp_path))} == {str(tmp_path / name)}


def test_a_name_of_no_encoding_can_still_be_printed(tmp_path: Path) -> None:
    path = tmp_path / b"bad\xff.txt".decode("utf-8", "surrogateescape")
    path.write_text(SENTENCE)
    call = process("read", "--rules", str(path))
    assert call.code == 0
    assert "bad" in call.json()[0]["input"]


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0 said that it rained.", "@SUM(1) said that it rained."])
def test_no_cell_of_the_table_is_a_formula(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(text)
    out = sayso("read", "--rules", "--csv", "--language", "en", str(tmp_path / "a.txt")).out
    assert not any(
        cell.startswith(("=", "@", '"=', '"@')) for line in out.splitlines() for cell in line.split(",")
    )


def test_terminal_escapes_in_a_text_are_not_sent_to_the_terminal(tmp_path: Path) -> None:
    text = "\x1b[2J\x1b]0;owned\x07The ministry said that \x1b[31mit rained\x1b[0m."
    (tmp_path / "a.txt").write_text(text)
    assert "\x1b]0;" not in sayso("read", "--rules", "--report", str(tmp_path / "a.txt")).out


HOSTILE_UNITS = [
    "said ", "he said ", "reportedly ", "who said that ", "according to ", "he said that we saw ", "citing ",
    "“", "” ", '"', "'", "(", ")", ";", ", ", "—", ".", "a.", "\n", "- \n", "\t", "“a,” he said. ",
    "on Monday ", "in 2021 and ", "not ", "Kim ", "U.S. ", "İ", "é", "1,", "1.", "0-0-", "http://a.b/",
    "By A B\n\n", "Q: a\nA: b\n", "Read in Korean\n\n", "SARVANE (X) — It is so.\n\n", "# A\n",
    "HE SAID THAT IT RAINED. ", "a\u200b", "said\u200b ", "국경 ", "국경\n\n", "x" * 999 + " ", "X said. ",
    "| a | b |\n", "He told ", "“I said “", "&amp;",
]  # fmt: skip
CHARS = 2_000
ATTEMPTS = 4


def seconds(text: str, folder: Path, finder: str = "--rules") -> float:
    """What a reading of `text` costs; it has to end well."""
    calls: list[Call] = []
    work = partial(read, text, "a.txt", folder, "--language", "en", finder=finder)
    taken = cpu_seconds(lambda: calls.append(work()), times=1)
    assert calls[0].code in (0, 2, 3)
    assert len(statements(calls[0])) <= len(text) / 4
    return taken


def least(text: str, folder: Path, enough: float) -> float:
    """The least that a few readings cost, until one costs less than `enough`: a busy machine is no fault."""
    found = float("inf")
    for _ in range(ATTEMPTS):
        found = min(found, seconds(text, folder))
        if found < enough:
            break
    return found


@timed
@pytest.mark.parametrize("unit", HOSTILE_UNITS)
def test_four_times_a_hostile_string_takes_about_four_times_as_long(unit: str, tmp_path: Path) -> None:
    text = unit * (4 * CHARS // len(unit))
    once = seconds(text[:CHARS], tmp_path)
    assert least(text, tmp_path, enough := 9 * once + here(0.4)) < enough


@timed
@needs_weights
@pytest.mark.parametrize("unit", ["he said ", "“a,” he said. ", "is said to ", "x", "said\n"])
def test_the_network_too_takes_a_hostile_string_in_bounded_time(unit: str, tmp_path: Path) -> None:
    text = unit * (CHARS // len(unit))
    seconds(unit, tmp_path, "--threads=1")
    once = seconds(text[: CHARS // 4], tmp_path, "--threads=1")
    assert seconds(text, tmp_path, "--threads=1") < 9 * once + here(0.4)


@pytest.mark.parametrize("finder", FINDERS)
def test_steering_words_in_any_order_keep_the_laws(finder: str, tmp_path: Path) -> None:
    source = random.Random(7)
    text = " ".join(source.choice(STEERING) for _ in range(600))
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    call = sayso("read", "--json", finder, "--language", "en", str(path))
    found = statements(call)
    document = make_document(path.read_text(encoding="utf-8"), input=str(path))
    assert broken_laws(document, found) == []
    assert 0 < len(found) < 600


@timed
def test_one_line_of_words_takes_time_by_its_length_and_says_nothing(tmp_path: Path) -> None:
    def of_words(words: int) -> float:
        return seconds("word " * words, tmp_path)

    of_words(10)
    assert of_words(40_000) < 8 * of_words(10_000) + here(0.4)


def test_what_is_beyond_five_million_characters_is_said(tmp_path: Path) -> None:
    call = read("It rained. " + " " * 5_000_000, "a.txt", tmp_path, "--language", "en")
    assert (call.code, len(call.json())) == (3, 1)
    assert "only the first 5,000,000 of 5,000,011 characters were kept" in call.err


@timed
def test_twice_the_news_takes_about_twice_the_time(tmp_path: Path) -> None:
    news = SENTENCE + "“So,” he said.\n\nIt may open in May 2031; nobody reportedly knew. "
    seconds(news, tmp_path)
    assert seconds(news * 160, tmp_path) < 8 * seconds(news * 40, tmp_path) + here(0.4)


@pytest.mark.parametrize(
    ("mark", "close"), [("“", "”"), ("(", ")"), ("[", "]"), ('"', '"'), ("«", "»"), ("<div>", "</div>")]
)
def test_a_thousand_levels_of_nesting_hide_no_speaker(mark: str, close: str, tmp_path: Path) -> None:
    text = f"{SENTENCE}\n\n{mark * 1_000}It is so{close * 1_000}\n\nThe embassy denied that it rained."
    found = statements(read(text, "a.txt", tmp_path, "--language", "en"))
    assert {"The ministry", "The embassy"} <= {one.source.text for one in found}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\x0c", "\x0b", "\u2028", "\x85"])
def test_any_end_of_a_line_parts_sentences_alike(end: str, tmp_path: Path) -> None:
    text = SENTENCE.strip() + end + end + "The embassy denied that it rained." + end
    found = statements(read(text.encode(), "a.txt", tmp_path, "--language", "en"))
    assert [one.source.text for one in found] == ["The ministry", "The embassy"]
