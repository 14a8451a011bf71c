"""The markup: what is printed comes back without braces, what breaks the format is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.tagger.markup import MarkedDocument, MarkedRelation, MarkupError, depth, main, parse, parse_file

HEAD = "### x-1\npublisher: The Post\npublished: 2031-03-04\nregister: wire\n---\n"
DOCUMENTS = sorted((Path(__file__).parent / "documents").glob("*.txt"))


def only(marked: str) -> MarkedDocument:
    (document,) = parse(HEAD + marked)
    return document


def printed(document: MarkedDocument, relation: MarkedRelation, role: str) -> list[str]:
    return [document.text[start:end] for start, end in getattr(relation, role)]


def fault(text: str) -> str:
    with pytest.raises(MarkupError) as caught:
        parse(text, "f.txt")
    return str(caught.value)


def test_text_is_printed_without_braces() -> None:
    document = only("{s1|He} {c1|said} {t1|that it was so}.\n\nNobody moved.\n")
    assert document.text == "He said that it was so.\n\nNobody moved."
    assert document.meta == {"publisher": "The Post", "published": "2031-03-04", "register": "wire"}


def test_spans_are_the_words_inside_the_braces() -> None:
    document = only("{c1|According to} {m1|a report by} {s1|Radio Tessel}, {t1|the port “closed” 🙂}.")
    (relation,) = document.relations
    assert [printed(document, relation, role) for role in ("source", "cue", "content", "medium")] == [
        ["Radio Tessel"], ["According to"], ["the port “closed” 🙂"], ["a report by"]
    ]  # fmt: skip


def test_pieces_of_content_come_in_reading_order() -> None:
    document = only("{t1|“We are ready,”} {s1|he} {c1|said}. {t1|“We open on Monday.”}")
    assert printed(document, document.relations[0], "content") == ["“We are ready,”", "“We open on Monday.”"]


def test_one_span_can_serve_two_statements() -> None:
    document = only("{s1,s2|It} {c1|confirmed} {t1|the fire} but {c2|denied} {t2|that it spread}.")
    assert [printed(document, relation, "source") for relation in document.relations] == [["It"], ["It"]]


def test_nested_statements_know_their_depth() -> None:
    document = only(
        "{s1|A} {c1|said} {t1|that {s2|B} {c2|said} {t2|that {t3|C is} {h3|allegedly} {t3|ill}}}."
    )
    assert [depth(document, relation) for relation in document.relations] == [1, 2, 3]


def test_silence_has_a_source_and_no_content() -> None:
    document = only("{s1|The ministry} {c1|did not respond} to a request.")
    assert document.relations[0].content == ()


def test_empty_file_has_no_documents() -> None:
    assert parse("") == []


def test_two_documents_of_one_file_stay_apart() -> None:
    both = parse(HEAD + "Rain fell.\n\n" + HEAD.replace("x-1", "x-2") + "{s1|She} {c1|agreed}.\n")
    assert [(d.id, d.text, d.line) for d in both] == [("x-1", "Rain fell.", 1), ("x-2", "She agreed.", 8)]


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        ("ok\n{s1|He} {c1|said} {t1|so.", 7, "never closed"),
        ("He said} so.", 6, "stray “}”"),
        ("He | said", 6, "stray “|”"),
        ("{s1 He} said", 6, "stray “{”"),
        ("{x1|He} said", 6, "unknown role “x”"),
        ("ok\n\n{s1|He } {c1|said}", 8, "space at its edge"),
        ("{s1|He} said {t1|so}", 6, "one kind of cue"),
        ("{h1|reportedly} {c1|said} {t1|so}", 6, "one kind of cue"),
        ("{s1|He} {h1|reportedly} {t1|left}", 6, "has no source"),
        ("He {h1|reportedly} left", 6, "needs content"),
        ("Nobody {c1|said}", 6, "neither source nor content"),
        ("{t1|he {c1|said} so}", 6, "inside its own content"),
        ("{s1|A} {c1|said} {s2|B} {c2|said} {t1|that {t2|it} fell}", 6, "only partly inside"),
    ],
)
def test_a_breach_is_named_with_file_and_line(body: str, line: int, words: str) -> None:
    message = fault(HEAD + body)
    assert message.startswith(f"f.txt:{line}: ")
    assert words in message


def test_a_header_must_be_whole_and_known() -> None:
    assert fault(HEAD.replace("register", "tone") + "Rain.").startswith("f.txt:4: header line “tone: wire”")
    assert "lacks published" in fault(HEAD.replace("published: 2031-03-04\n", "") + "Rain.")
    assert "no “---” line" in fault("### x-1\npublisher: The Post\n")
    assert "has no text" in fault(HEAD)
    assert "is there twice" in fault((HEAD + "Rain.\n") * 2)
    assert fault("stray\n" + HEAD + "Rain.").startswith("f.txt:1: text before")


def test_a_hundred_thousand_open_braces_do_not_hang() -> None:
    assert "never closed" in fault(HEAD + "{s1|" * 100_000)
    assert "stray" in fault(HEAD + "{s1," * 100_000)


def test_the_report_counts_and_names_the_wrong_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text(HEAD + "{s1|He} {c1|said} {t1|so}.", encoding="utf-8")
    bad.write_text(HEAD + "{s1|He", encoding="utf-8")
    assert main([str(good)]) == 0
    assert "relations 1: c 1, h 0, i 0" in capsys.readouterr().out
    assert main([str(good), str(bad)]) == 1
    assert "bad.txt:6: “{s1|” is never closed" in capsys.readouterr().err


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_training_document_parses(path: Path) -> None:
    assert parse_file(path)
