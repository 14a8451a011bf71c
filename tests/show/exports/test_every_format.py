"""What holds for every export: ids, places and quotations come back; no hedge, stance or hearsay is lost."""

import re

import msgspec
import pytest

from sayso.errors import UsageError
from sayso.model import Claim, Derivation, Expectation, Judged, Statement, place
from sayso.show.claim_words import STATUS
from sayso.show.exports import allowed
from sayso.show.exports.formats import FORMATS, format_named, write
from tests.show.exports.made import material
from tests.show.exports.readers import READERS, exported, text_of

EVERY = list(FORMATS)


@pytest.mark.parametrize("format", EVERY)
def test_ids_places_and_quotations_come_back_byte_for_byte(format: str) -> None:
    given = material()
    said = {
        (one.id, place(one.content.spans), one.content.text)
        for page in given.pages()
        for one in page.statements
    }
    assert set(READERS[format](exported(format, given))) == said


@pytest.mark.parametrize("format", EVERY)
def test_a_claim_that_only_hearsay_supports_says_so(format: str) -> None:
    words = text_of(format, exported(format, material()))
    assert STATUS["unconfirmed"] in words
    assert "nobody is named" in words


@pytest.mark.parametrize("format", EVERY)
def test_who_denies_a_claim_is_seen_to_deny_it(format: str) -> None:
    words = text_of(format, exported(format, material()))
    assert "denies" in words
    assert STATUS["contested"].split(",")[0] in words


@pytest.mark.parametrize("format", EVERY)
def test_a_hedge_goes_with_its_statement(format: str) -> None:
    words = text_of(format, exported(format, material()))
    assert "probably not" in words
    assert "has it from others" in words


@pytest.mark.parametrize("format", EVERY)
def test_likelihood_and_confidence_never_share_a_sentence(format: str) -> None:
    words = text_of(format, exported(format, material()))
    for sentence in re.split(r"[.\n<>\"]", words):
        assert not ("likely to be" in sentence and "Confidence is" in sentence)


@pytest.mark.parametrize("format", EVERY)
def test_no_export_tells_names_of_files_and_folders(format: str) -> None:
    words = text_of(format, exported(format, material()))
    assert "secret source" not in words
    assert "/home/" not in words


@pytest.mark.parametrize("format", [name for name in EVERY if name not in {"csv", "xlsx", "parquet"}])
def test_addresses_that_lead_elsewhere_than_to_the_web_are_left_out(format: str) -> None:
    assert "javascript:alert" not in text_of(format, exported(format, material()))


@pytest.mark.parametrize("format", [name for name in EVERY if name not in {"xlsx", "docx"}])
def test_the_same_ledger_gives_the_same_bytes(format: str) -> None:
    assert exported(format, material()) == exported(format, material())


def test_every_format_says_what_it_loses() -> None:
    assert [one.name for one in FORMATS.values() if not one.loses.endswith(".") or not one.holds] == []


def test_the_suffixes_and_media_types_are_there() -> None:
    assert {one.suffix[0] for one in FORMATS.values()} == {"."}
    assert all("/" in one.media_type for one in FORMATS.values())


def test_an_unknown_format_is_a_usage_error_that_names_the_others() -> None:
    with pytest.raises(UsageError, match="webannotation"):
        format_named("word")
    with pytest.raises(UsageError):
        write("word", material())


@pytest.mark.parametrize(
    ("noun", "fields", "kept_back"),
    [
        (Statement, allowed.STATEMENT, {"input"}),
        (Claim, allowed.CLAIM, set()),
        (Derivation, allowed.DERIVATION, set()),
        (Expectation, allowed.EXPECTATION, set()),
        (Judged, allowed.JUDGED, set()),
    ],
)
def test_a_new_field_is_exported_only_when_somebody_allows_it(
    noun: type[msgspec.Struct], fields: tuple[str, ...], kept_back: set[str]
) -> None:
    assert set(noun.__struct_fields__) - set(fields) == kept_back
    assert set(fields) <= set(noun.__struct_fields__)
