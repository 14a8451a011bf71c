"""A sentence that is printed nearly so, but for a number, is found with no claim known."""

from sayso.check import Matter, findings_of
from sayso.model import Finding, make_document

PRINTED = (
    "The fan of the lower pit had been out of order for at least six days when it exploded, two men said."
)


def found(draft: str, *printed: str) -> list[Finding]:
    texts = tuple(make_document(text, input=f"{n}.txt") for n, text in enumerate(printed))
    return list(
        findings_of(Matter(document=make_document(draft, input="-"), statements=(), said=(), texts=texts))
    )


def test_another_number_in_the_same_sentence_is_found_and_said_as_perhaps() -> None:
    (finding,) = found(PRINTED.replace("six", "sixteen"), PRINTED)
    assert (finding.kind, finding.text, finding.perhaps) == ("number", "sixteen", True)
    assert "“six”" in finding.why


def test_the_same_sentence_is_no_finding() -> None:
    assert found(PRINTED, PRINTED) == []


def test_a_number_that_one_document_prints_so_is_no_finding() -> None:
    assert found(PRINTED.replace("six", "nine"), PRINTED, PRINTED.replace("six", "nine")) == []


def test_another_word_that_is_no_number_is_no_finding() -> None:
    assert found(PRINTED.replace("lower", "upper"), PRINTED) == []


def test_a_quotation_of_nobody_is_held_against_all_texts() -> None:
    (finding,) = found(
        "“They saw the letters that night,” he said.", "“They saw the papers that night,” he said."
    )
    assert finding.kind == "misquote"


def test_an_empty_draft_has_no_findings() -> None:
    assert found("", PRINTED) == []
