"""Reading web archives: pages with address and capture date, encodings undone, bombs stopped."""

import gzip
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import Problem
from sayso.ingest import Caps, Capture, Defaults, read_bytes
from sayso.ingest.caps import CAPS
from sayso.ingest.capture import captures_of
from sayso.ingest.payload import dechunked
from sayso.ingest.reading import pieces_at, pieces_in
from sayso.model import Document
from tests.ingest.made_files import article, bomb, chunked, lines, pdf, warc
from tests.ingest.pages import ENGLISH, GOVERNOR, one, read, refused, whats

ADDRESS = "https://lantern.example/2031/border"
BODY = article("Border shut").encode()


def captures(data: bytes, caps: Caps = CAPS) -> list[Capture | Problem]:
    found: list[Capture | Problem] = []
    for piece in pieces_in(data, "crawl.warc", caps):
        found += [piece] if isinstance(piece, Problem) else captures_of(piece, Defaults(), caps)
    return found


@pytest.mark.parametrize("packed", [False, True])
def test_a_page_keeps_its_address_and_the_moment_of_its_capture(packed: bool) -> None:
    (capture,) = captures(warc((ADDRESS, BODY, {}), packed=packed))
    assert isinstance(capture, Capture)
    assert GOVERNOR in capture.document.text
    assert capture.document.url == ADDRESS
    assert capture.document.input == f"crawl.warc!{ADDRESS}"
    assert capture.captured == "2031-05-18T06:07:08+00:00"
    assert (capture.original, capture.media_type) == (BODY, "text/html")


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (chunked(BODY), {"Transfer-Encoding": "chunked"}),
        (gzip.compress(BODY), {"Content-Encoding": "gzip"}),
        (chunked(gzip.compress(BODY)), {"Transfer-Encoding": "chunked", "Content-Encoding": "gzip"}),
        (zlib.compress(BODY), {"Content-Encoding": "deflate"}),
        (zlib.compress(BODY)[2:-4], {"Content-Encoding": "deflate"}),
        (BODY, {"Transfer-Encoding": "chunked", "Content-Encoding": "gzip"}),
    ],
)
def test_what_was_encoded_on_its_way_is_decoded(body: bytes, headers: dict[str, str]) -> None:
    document = one(warc((ADDRESS, body, headers)), "crawl.warc")
    assert GOVERNOR in document.text
    assert document.status == "ok"


def test_an_encoding_that_is_not_known_is_a_problem() -> None:
    assert "'br'" in refused(warc((ADDRESS, b"\x0b\x02\x80", {"Content-Encoding": "br"})), "crawl.warc").what


def test_pages_come_in_the_order_of_the_archive_and_the_rest_is_passed_over() -> None:
    style = ("https://lantern.example/a.css", b"p{}", {"Content-Type": "text/css"})
    report = ("https://lantern.example/b.pdf", pdf(lines(GOVERNOR)), {"Content-Type": "application/pdf"})
    found = read(warc((ADDRESS, BODY, {}), style, report), "crawl.warc")
    assert [one_found.url for one_found in found if isinstance(one_found, Document)] == [ADDRESS, report[0]]


def test_answers_that_are_no_page_are_passed_over_and_an_archive_without_pages_is_said() -> None:
    assert "no document" in refused(warc((ADDRESS, BODY, {}), status="404 Not Found"), "crawl.warc").what


def test_a_pdf_that_is_served_as_mere_bytes_is_read() -> None:
    vague = {"Content-Type": "application/octet-stream"}
    data = warc((ADDRESS, pdf(lines(GOVERNOR)), vague), (ADDRESS, b"\x00\x01", vague))
    assert one(data, "crawl.warc").text == GOVERNOR


def test_a_revisit_adds_nothing() -> None:
    revisit = warc((ADDRESS, b"", {}), kind="revisit")
    assert len(read(warc((ADDRESS, BODY, {})) + revisit, "crawl.warc")) == 1


@pytest.mark.parametrize(
    ("claimed", "url"),
    [
        ("https://www.lantern.example/border", "https://www.lantern.example/border"),
        ("https://gazette.example/border", ADDRESS),
        ("javascript:alert(1)", ADDRESS),
    ],
)
def test_a_page_names_its_address_but_not_one_of_another_host(claimed: str, url: str) -> None:
    body = article("Shut").replace("<title>", f'<link rel="canonical" href="{claimed}"><title>').encode()
    assert one(warc((ADDRESS, body, {})), "crawl.warc").url == url


def test_a_resource_is_read_too() -> None:
    data = warc((ADDRESS, GOVERNOR.encode(), {"Content-Type": "text/plain"}), kind="resource")
    assert one(data, "crawl.warc").text == GOVERNOR


def test_what_the_server_says_of_the_charset_goes_before_the_page() -> None:
    body = article("Shut", "Граница закрыта, сказал он.").encode("koi8-r")
    data = warc((ADDRESS, body, {"Content-Type": "text/html; charset=koi8-r"}))
    assert "Граница закрыта" in one(data, "crawl.warc", Defaults()).text


@pytest.mark.parametrize("packed", [False, True])
def test_a_record_of_a_kilobyte_that_unpacks_to_hundreds_of_megabytes_stops(packed: bool) -> None:
    inner = bomb(30_000_000)
    data = warc((ADDRESS, inner, {"Content-Encoding": "gzip", "Content-Type": "text/plain"}), packed=packed)
    caps = Caps(free_bytes=1_000_000)
    (document,) = read_bytes(data, "crawl.warc.gz", ENGLISH, caps)
    assert isinstance(document, Document)
    assert document.status == "partial"
    assert "more than 100 times its size" in whats(document)
    assert len(document.text) < 7_000_000


def test_an_archive_packed_a_thousandfold_stops() -> None:
    data = gzip.compress(warc((ADDRESS, b"a" * 30_000_000, {"Content-Type": "text/plain"})))
    found = list(read_bytes(data, "crawl.warc.gz", ENGLISH, Caps(free_bytes=1_000_000)))
    said = [str(f) if isinstance(f, Problem) else whats(f) for f in found]
    assert any("100 times its size" in words for words in said)
    assert sum(len(f.text) for f in found if isinstance(f, Document)) < 10_000_000


def test_a_damaged_archive_gives_what_comes_before_the_damage(tmp_path: Path) -> None:
    whole = warc((ADDRESS, BODY, {}), ("https://lantern.example/2", BODY, {}))
    path = tmp_path / "crawl.warc"
    path.write_bytes(whole[: len(whole) - 300])
    pieces = list(pieces_at(str(path), CAPS))
    assert not isinstance(pieces[0], Problem)
    assert pieces[0].data == BODY


def test_what_was_cut_when_it_was_captured_is_partial() -> None:
    data = warc((ADDRESS, BODY, {})).replace(b"WARC-Type:", b"WARC-Truncated: length\r\nWARC-Type:", 1)
    document = one(data, "crawl.warc")
    assert document.status == "partial"
    assert "captured only in part (length)" in whats(document)


def test_an_address_that_could_be_run_is_dropped() -> None:
    assert one(warc(("javascript:alert(1)", BODY, {})), "crawl.warc").url is None


@given(st.binary(max_size=300))
def test_chunks_put_together_give_the_body(body: bytes) -> None:
    assert dechunked(chunked(body, 7)) == body


@given(st.binary(max_size=60), st.integers(0, 900), st.booleans())
def test_an_archive_with_any_bytes_in_it_gives_documents_or_problems(
    noise: bytes, at: int, packed: bool
) -> None:
    data = warc((ADDRESS, BODY, {}), packed=packed)
    for found in read_bytes(data[:at] + noise + data[at:], "crawl.warc", ENGLISH):
        assert isinstance(found, Document | Problem)
