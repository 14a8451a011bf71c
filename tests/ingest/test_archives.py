"""Archives and packed files: names, order, what is passed over, links, depth and bombs."""

import gzip
import io
import tarfile
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import Problem
from sayso.ingest import Caps, read_bytes
from sayso.model import Document
from tests.ingest.made_files import article, docx, paragraph, run, tarred, zipped
from tests.ingest.pages import ENGLISH, GOVERNOR, TRADER, one, read, refused, whats

PAGE = article("Border shut").encode()


def inputs(data: bytes, name: str) -> list[str]:
    return [found.input if isinstance(found, Document) else found.where for found in read(data, name)]


def test_members_are_named_behind_their_archive_in_the_order_of_their_names() -> None:
    data = zipped({"2031/b.txt": GOVERNOR, "2031/a.html": PAGE, "c.docx": docx(paragraph(run(TRADER)))})
    assert inputs(data, "clippings.zip") == [
        "clippings.zip!2031/a.html",
        "clippings.zip!2031/b.txt",
        "clippings.zip!c.docx",
    ]


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2", "w:xz"])
def test_a_tar_archive_is_read_in_its_own_order(mode: str) -> None:
    data = tarred({"b.txt": GOVERNOR.encode(), "a.txt": TRADER.encode()}, mode)
    assert inputs(data, "a.tar") == ["a.tar!b.txt", "a.tar!a.txt"]


def test_a_packed_file_keeps_its_name_and_format() -> None:
    document = one(gzip.compress(PAGE), "a.html.gz")
    assert document.input == "a.html.gz"
    assert document.title == "Border shut"


def test_several_packed_streams_are_one_file() -> None:
    assert one(gzip.compress(b"He said ") + gzip.compress(b"so."), "a.txt.gz").text == "He said so."


def test_hidden_files_and_what_pages_need_are_passed_over() -> None:
    members = (
        ".hidden.txt",
        "__MACOSX/a.txt",
        "a_files/style.css",
        "a_files/photo.jpg",
        ".git/a.txt",
        "a.txt",
    )
    assert inputs(zipped(dict.fromkeys(members, GOVERNOR)), "a.zip") == ["a.zip!a.txt"]


def test_archives_in_archives_are_unfolded_and_names_show_the_way() -> None:
    inner = tarred({"a.txt": GOVERNOR.encode()}, "w:gz")
    assert inputs(zipped({"b.tar.gz": inner}), "c.zip") == ["c.zip!b.tar.gz!a.txt"]


def test_archives_nested_too_deep_are_a_problem() -> None:
    data: bytes = zipped({"a.txt": GOVERNOR})
    for _ in range(6):
        data = zipped({"a.zip": data})
    assert "more than 4 containers" in refused(data, "a.zip").what


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "..\\a.txt", "a\x1b[2J\n.txt"])
def test_a_hostile_name_is_only_ever_shown(name: str) -> None:
    document = one(tarred({name: GOVERNOR.encode()}), "a.tar")
    assert document.text == GOVERNOR
    assert document.input.startswith("a.tar!")
    assert document.input.isprintable()


def test_links_and_devices_in_an_archive_are_passed_over() -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE):
            member = tarfile.TarInfo("link.txt")
            member.type, member.linkname = kind, "/etc/hostname"
            archive.addfile(member)
    assert "no document" in refused(out.getvalue(), "a.tar").what


def test_a_link_in_a_zip_archive_is_passed_over() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/hostname")
        archive.writestr("a.txt", GOVERNOR)
    assert inputs(out.getvalue(), "a.zip") == ["a.zip!a.txt"]


def test_a_bad_member_does_not_stop_the_others() -> None:
    data = zipped({"a.txt": GOVERNOR, "b.txt": b"\x00\x01\x02", "c.txt": TRADER}, zipfile.ZIP_STORED)
    damaged = data.replace(GOVERNOR.encode(), GOVERNOR.encode()[:-1] + b"!", 1)
    found = read(damaged, "a.zip")
    assert [isinstance(one_found, Problem) for one_found in found] == [True, True, False]


def test_an_encrypted_member_is_a_problem() -> None:
    data = bytearray(zipped({"a.txt": GOVERNOR}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "encrypted" in refused(bytes(data), "a.zip").what


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04", b"PK\x05\x06" + bytes(18), b"\x1f\x8b\x08", b"BZh9", b"PK\x03\x04" * 99]
)
def test_a_damaged_or_empty_archive_is_said(data: bytes) -> None:
    (found,) = read(data, "a.zip")
    assert str(found) if isinstance(found, Problem) else whats(found)


def test_a_bomb_in_a_zip_archive_stops_and_so_does_all_behind_it() -> None:
    data = zipped({"a.txt": "a" * 20_000_000, "b.txt": "b" * 20_000_000})
    found = list(read_bytes(data, "a.zip", ENGLISH, Caps(free_bytes=1_000_000)))
    assert sum(len(one_found.text) for one_found in found if isinstance(one_found, Document)) < 6_000_000
    assert all("100 times its size" in (str(f) if isinstance(f, Problem) else whats(f)) for f in found)


def test_a_bomb_of_archives_in_archives_stops() -> None:
    data: bytes = zipped({f"{n}.txt": "a" * 2_000_000 for n in range(10)})
    data = zipped({f"{n}.zip": data for n in range(10)})
    found = list(read_bytes(data, "a.zip", ENGLISH, Caps(free_bytes=1_000_000)))
    assert sum(len(one_found.text) for one_found in found if isinstance(one_found, Document)) < 8_000_000


def test_members_beyond_the_cap_are_said() -> None:
    data = zipped({f"{n}.txt": GOVERNOR for n in range(5)})
    found = list(read_bytes(data, "a.zip", ENGLISH, Caps(members=2)))
    assert len([one_found for one_found in found if isinstance(one_found, Document)]) == 2
    assert any(isinstance(f, Problem) and "first 2 of 5 members" in f.what for f in found)


@given(st.binary(max_size=60), st.integers(0, 500), st.sampled_from(["zip", "w", "w:gz", "w:xz"]))
def test_an_archive_with_any_bytes_in_it_gives_documents_or_problems(
    noise: bytes, at: int, kind: str
) -> None:
    members = {"a.txt": GOVERNOR.encode(), "b.html": PAGE}
    data = zipped(members) if kind == "zip" else tarred(members, kind)
    for found in read_bytes(data[:at] + noise + data[at:], "a.bin", ENGLISH):
        assert isinstance(found, Document | Problem)
