"""Pages that people saved: address and moment from the head, nothing from the folder beside."""

import io
import zipfile
from pathlib import Path

import pytest

from sayso.ingest import Caps, Capture, capture_paths, read_bytes, read_path
from sayso.ingest.piece import Piece
from sayso.ingest.saved import as_saved
from sayso.model import Document
from tests.ingest.made_files import article, zipped
from tests.ingest.pages import ENGLISH, GOVERNOR, TRADER, read
from tests.ingest.test_mail import mail

BODY = f"<body><article><h1>Border</h1><p>{GOVERNOR}</p><p>{TRADER}</p></article></body>"
SINGLE = f"""<!DOCTYPE html> <html lang=en><!--
 Page saved with SingleFile
 url: https://lantern.example/1
 saved date: Sun May 18 2031 06:07:08 GMT+0200 (Central European Summer Time)
-->{BODY}</html>"""
FROM = (
    f"<!DOCTYPE html>\n<!-- saved from url=(0025)https://lantern.example/1 -->\n<html lang=en>{BODY}</html>"
)


def capture(folder: Path, markup: str) -> Capture:
    (folder / "a.html").write_text(markup, encoding="utf-8")
    (found,) = capture_paths([str(folder / "a.html")], ENGLISH, workers=0)
    assert isinstance(found, Capture)
    return found


def test_a_page_saved_as_one_file_keeps_address_and_moment_and_no_day_of_publication(tmp_path: Path) -> None:
    found = capture(tmp_path, SINGLE)
    assert found.document.url == "https://lantern.example/1"
    assert found.captured == "2031-05-18T06:07:08+02:00"
    assert found.document.published is None


def test_a_mark_of_the_web_gives_the_address(tmp_path: Path) -> None:
    found = capture(tmp_path, FROM)
    assert (found.document.url, found.captured) == ("https://lantern.example/1", None)


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- saved from url=(0014)about:internet -->",
        "<!-- saved from url=(1)javascript:alert(1) -->",
        "saved",
    ],
)
def test_what_is_no_address_of_the_web_is_left(tmp_path: Path, comment: str) -> None:
    assert capture(tmp_path, f"<html>{comment}{BODY}</html>").document.url is None


def test_a_comment_cannot_move_a_page_whose_address_is_known() -> None:
    from sayso.ingest.defaults import Defaults

    piece = Piece(name="a.html", data=SINGLE.encode(), said=Defaults(url="https://hest.example/2"))
    assert as_saved(piece) is piece


def test_a_hostile_head_costs_little() -> None:
    for head in (
        b"<!--" + b" " * 9_000 + b"saved",
        b"<!-- saved from url=(1)" + b"a" * 9_000,
        b"saved date: " * 900,
    ):
        assert as_saved(Piece(name="a", data=head)).captured is None


def test_the_folder_that_a_browser_saves_beside_a_page_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(FROM, encoding="utf-8")
    for beside in ("a_files", "a-Dateien", "b_files"):
        (tmp_path / beside).mkdir()
        (tmp_path / beside / "frame.html").write_text(FROM, encoding="utf-8")
    inputs = [one.input for one in read_path(str(tmp_path), ENGLISH) if isinstance(one, Document)]
    assert [Path(one).relative_to(tmp_path).as_posix() for one in inputs] == ["a.html", "b_files/frame.html"]


def test_the_day_on_which_an_mhtml_page_was_saved_is_not_its_day_of_publication() -> None:
    part = f"Content-Type: text/html; charset=utf-8\r\n\r\n<html>{BODY}</html>"
    head = "Snapshot-Content-Location: https://lantern.example/1\r\nDate: Sun, 18 May 2031 06:07:08 +0000\r\n"
    (found,) = read(head + mail(part, kind="multipart/related"), "a.mhtml")
    assert isinstance(found, Document)
    assert found.published is None


def warc(*bodies: str) -> bytes:
    out = b""
    for number, body in enumerate(bodies):
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body.encode()
        head = (
            f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
            f"WARC-Date: 2031-05-18T06:07:08Z\r\nWARC-Target-URI: https://lantern.example/{number}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
        )
        out += head.encode() + block + b"\r\n\r\n"
    return out


def wacz(*bodies: str, **more: bytes | str) -> bytes:
    import gzip

    return zipped(
        {
            "archive/data.warc.gz": gzip.compress(warc(*bodies)),
            "datapackage.json": '{"profile": "data-package"}',
            "pages/pages.jsonl": '{"url": "https://a.example", "text": "He said so."}',
            **more,
        }
    )


def test_a_wacz_gives_the_pages_of_its_web_archives_and_not_its_lists() -> None:
    found = read(wacz(article("One"), article("Two")), "a.wacz")
    assert [one.title for one in found if isinstance(one, Document)] == ["One", "Two"]
    assert [one.url for one in found if isinstance(one, Document)] == [
        "https://lantern.example/0", "https://lantern.example/1",
    ]  # fmt: skip
    assert len(found) == 2


def test_a_name_in_a_wacz_that_leads_elsewhere_is_never_a_path(tmp_path: Path) -> None:
    (tmp_path / "a.wacz").write_bytes(
        wacz(article("One"), **{"archive/../../evil.warc": warc(article("Two"))})
    )
    before = sorted(tmp_path.rglob("*"))
    found = list(read_path(str(tmp_path / "a.wacz"), ENGLISH))
    assert len(found) == 2
    assert sorted(tmp_path.rglob("*")) == before


def test_a_wacz_that_unpacks_to_a_thousand_times_its_size_is_stopped() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("datapackage.json", "{}")
        archive.writestr("archive/a.warc", warc(article("One"), "a" * 3_000_000, article("Second")))
    caps = Caps(ratio=2, free_bytes=50_000)
    found = list(read_bytes(buffer.getvalue(), "a.wacz", ENGLISH, caps))
    assert [one.title for one in found if isinstance(one, Document)][:1] == ["One"]
    assert "Second" not in str(found)
    assert "unpacks to more than 2 times its size" in str(found)
