"""Fetching into a folder: pages and feeds as web archives that are read with address and moment kept."""

import gzip
import io
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sayso.errors import Problem, UsageError
from sayso.fetch import Policy
from sayso.ingest import Caps, Capture, capture_paths, read_path
from sayso.model import Document
from sayso.pipeline.fetching import fetch_urls
from tests.cli.calls import sayso
from tests.fetch.server import Reply, moved, reply, serving
from tests.fetch.test_opening import HERE, here
from tests.ingest.made_files import article, item, rss
from tests.ingest.pages import ENGLISH, GOVERNOR

MOMENT = datetime(2031, 5, 18, 6, 7, 8, tzinfo=UTC)
PAGE = article("Border shut").encode()
pytestmark = pytest.mark.usefixtures("loopback")


def fetched(
    replies: dict[str, Reply], folder: Path, *paths: str, policy: Policy = HERE
) -> list[Path | Problem]:
    with serving(replies) as server:
        urls = [server.url(path) for path in paths]
        return list(fetch_urls(urls, str(folder), policy, clock=lambda: MOMENT, resolve=here))


def test_a_page_is_kept_and_read_with_its_address_and_moment(tmp_path: Path) -> None:
    (path,) = fetched({"/a": moved("/b"), "/b": reply(PAGE)}, tmp_path / "captures", "/a")
    assert isinstance(path, Path)
    assert path.name.startswith("20310518T060708Z-")
    (capture,) = capture_paths([str(tmp_path / "captures")], ENGLISH, workers=0)
    assert isinstance(capture, Capture)
    assert capture.document.url is not None
    assert capture.document.url.endswith("/b")
    assert (capture.captured, capture.original) == ("2031-05-18T06:07:08+00:00", PAGE)
    assert GOVERNOR in capture.document.text


@pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning")
def test_another_reader_of_web_archives_reads_what_was_kept(tmp_path: Path) -> None:
    from warcio.archiveiterator import ArchiveIterator

    (path,) = fetched({"/a": reply(PAGE, Set_Cookie="id=7", X_Note="a")}, tmp_path, "/a")
    assert isinstance(path, Path)
    (record,) = list(ArchiveIterator(io.BytesIO(path.read_bytes())))
    assert record.rec_type == "response"
    assert record.rec_headers.get_header("WARC-Target-URI").endswith("/a")
    assert record.http_headers.get_header("X-Note") == "a"
    assert record.http_headers.get_header("Set-Cookie") is None
    assert b"id=7" not in path.read_bytes()


def test_of_a_feed_its_pages_are_kept_up_to_the_cap(tmp_path: Path) -> None:
    pages = {f"/{n}": reply(article(f"Page {n}", f"{GOVERNOR} It is page {n}.").encode()) for n in range(4)}
    replies: dict[str, Reply] = dict(pages)
    with serving(replies) as server:
        links = [*(server.url(f"/{n}") for n in range(4)), "javascript:alert(1)", "http://10.0.0.1/a"]
        feed = rss(*(item(link=link) for link in links))
        replies["/feed"] = reply(feed, Content_Type="application/rss+xml")
        policy = Policy(permitted=HERE.permitted, seconds=20, pages=3)
        found = list(
            fetch_urls([server.url("/feed")], str(tmp_path), policy, clock=lambda: MOMENT, resolve=here)
        )
    assert [isinstance(one, Path) for one in found] == [True, True, True, False]
    assert isinstance(found[-1], Problem)
    assert "first 3 of the feed's 5 pages" in found[-1].what
    documents = [one for one in read_path(str(tmp_path), ENGLISH) if isinstance(one, Document)]
    assert sorted(document.title or "" for document in documents) == ["Page 0", "Page 1", "Page 2"]


def test_a_feed_cannot_lead_into_the_users_own_network(tmp_path: Path) -> None:
    feed = rss(item(link="http://10.0.0.1/admin"))
    (found,) = fetched({"/f": reply(feed, Content_Type="text/xml")}, tmp_path, "/f")
    assert isinstance(found, Problem)
    assert "10.0.0.1" in found.what
    assert list(tmp_path.iterdir()) == []


def test_a_packed_bomb_stops_at_the_cap_when_it_is_read(tmp_path: Path) -> None:
    bomb = gzip.compress(b"<p>" + b"word " * 6_000_000)
    (path,) = fetched({"/a": reply(bomb, Content_Encoding="gzip")}, tmp_path, "/a")
    (document,) = read_path(str(path), ENGLISH, Caps(free_bytes=1_000_000))
    assert isinstance(document, Document)
    assert document.status == "partial"
    assert len(document.text) < 6_000_000


def test_what_was_cut_by_the_cap_is_read_as_partial(tmp_path: Path) -> None:
    policy = Policy(permitted=HERE.permitted, answer_bytes=len(PAGE) - 20, seconds=20)
    (path,) = fetched({"/a": reply(PAGE)}, tmp_path, "/a", policy=policy)
    (document,) = read_path(str(path), ENGLISH)
    assert isinstance(document, Document)
    assert document.status == "partial"


def test_what_is_no_document_is_not_kept(tmp_path: Path) -> None:
    (found,) = fetched({"/a": reply(b"\x89PNG", Content_Type="image/png")}, tmp_path, "/a")
    assert isinstance(found, Problem)
    assert "image/png" in found.what
    assert list(tmp_path.iterdir()) == []


def test_a_page_that_fails_does_not_stop_the_others(tmp_path: Path) -> None:
    replies = {"/a": reply(b"", status="500 Oh"), "/b": reply(PAGE)}
    found = fetched(replies, tmp_path, "/a", "/b")
    assert [isinstance(one, Path) for one in found] == [False, True]


def test_a_folder_that_cannot_be_made_is_a_usage_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(UsageError, match="cannot make the folder"):
        fetched({}, tmp_path / "file" / "in", "/a")


def test_the_command_prints_the_files_and_names_what_failed(tmp_path: Path) -> None:
    with serving({"/a": reply(PAGE)}) as server:
        urls = [server.url("/a", "127.0.0.1"), "file:///etc/passwd"]
        call = sayso("fetch", "--to", str(tmp_path), "--allow-private", *urls)
        refused = sayso("fetch", "--to", str(tmp_path), urls[0])
    assert call.code == 3
    assert [Path(line).parent for line in call.out.splitlines()] == [tmp_path]
    assert "http and https" in call.err
    assert (refused.code, refused.out) == (2, "")
    assert "loopback" in refused.err
