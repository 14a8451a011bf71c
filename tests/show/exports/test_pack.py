"""The evidence pack: hashes anybody can check, names that nobody chooses, a report that loads nothing."""

import hashlib
import io
import re
import shutil
import subprocess
import zipfile
from base64 import b64encode
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UsageError
from sayso.show.exports.pack_check import check_pack
from tests.show.exports.made import HEAD, ORIGINAL, hostile, material, page
from tests.show.exports.readers import exported, pack_rows
from tests.show.factory import document
from tests.show.page_parser import Page

Files = dict[str, bytes]


def files(data: bytes | None = None) -> Files:
    with zipfile.ZipFile(io.BytesIO(data or exported("pack", material()))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(place: Path, content: Mapping[str, bytes], how: int = zipfile.ZIP_STORED) -> Path:
    with zipfile.ZipFile(place, "w", how) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return place


def listed(content: Files) -> Files:
    """The files with a manifest that fits them."""
    rest = {name: data for name, data in content.items() if name != "manifest.sha256"}
    lines = (f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(rest.items()))
    return {**rest, "manifest.sha256": "".join(lines).encode()}


def test_the_manifest_is_what_sha256sum_checks(tmp_path: Path) -> None:
    for name, data in files().items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    program = shutil.which("sha256sum")
    if program is not None:
        done = subprocess.run([program, "--check", "--strict", "manifest.sha256"], cwd=tmp_path, check=False)
        assert done.returncode == 0
    assert files() == listed(files())


def test_originals_and_texts_are_named_by_their_hashes() -> None:
    content = files()
    assert content[f"originals/{hashlib.sha256(ORIGINAL).hexdigest()}"] == ORIGINAL
    texts = {row["text_sha256"] for row in pack_rows(exported("pack", material()), "documents.jsonl")}
    assert {f"texts/{sha256}.txt" for sha256 in texts} <= set(content)


@given(st.text(max_size=20), st.text(max_size=20))
def test_no_name_in_a_pack_comes_from_an_input(title: str, publisher: str) -> None:
    odd = document("It is so.", title=title, publisher=publisher, input=f"../{title}")
    one = page(odd, ())
    data = exported("pack", material(documents=(one,), pages=lambda: iter((one,)), claims=lambda: iter(())))
    for name in files(data):
        assert re.fullmatch(
            r"[A-Za-z]+\.[a-z0-9]+|(?:pages|texts|originals)/[a-z0-9]+(?:\.html|\.txt)?", name
        )


def test_a_pack_is_whole_and_names_the_head_of_the_log(tmp_path: Path) -> None:
    found = check_pack(packed(tmp_path / "a.zip", files()))
    assert found.faults == ()
    assert found.head == HEAD
    assert found.quotations == 10


def turned(name: str, old: bytes, new: bytes) -> Callable[[Files], Files]:
    """Other words in the files whose names begin so, and a manifest that fits them."""
    return lambda content: listed({
        each: data.replace(old, new) if each.startswith(name) else data for each, data in content.items()
    })  # fmt: skip


SPOILT: dict[str, tuple[Callable[[Files], Files], str]] = {
    "a changed report": (lambda f: f | {"report.html": b"."}, "not what the manifest says"),
    "a text with other words": (turned("texts/", b"over", b"here"), "does not hold what its name says"),
    "a quotation with other words": (
        turned("statements", b"The fever is", b"A fever is"), "does not stand there in the text",
    ),
    "a statement of another id": (turned("statements", b'"id":"s:', b'"id":"s:0'), "not that of its places"),
    "a file more": (lambda f: f | {"more.txt": b"x"}, "more.txt is not in the manifest"),
    "a file less": (lambda f: {n: f[n] for n in f if n != "claims.jsonl"}, "claims.jsonl is missing"),
    "no manifest": (lambda f: {n: f[n] for n in f if n[0] != "m"}, "there is no manifest.sha256"),
    "a way out": (lambda f: f | {"../../etc/cron.txt": b"x"}, "no name that a pack has"),
    "a row that is none": (lambda f: listed(f | {"statements.jsonl": b"{}\n"}), "what is no row of it"),
    "a row that is no JSON": (lambda f: listed(f | {"documents.jsonl": b"{"}), "what is no row of it"),
}  # fmt: skip


@pytest.mark.parametrize("name", SPOILT)
def test_a_pack_that_was_changed_is_broken(name: str, tmp_path: Path) -> None:
    spoil, said = SPOILT[name]
    found = check_pack(packed(tmp_path / "a.zip", spoil(files())))
    assert any(said in fault for fault in found.faults), found.faults


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    bomb = packed(tmp_path / "b.zip", files() | {"more.txt": b"0" * 10_000_000}, zipfile.ZIP_DEFLATED)
    assert any("packed anew" in fault for fault in check_pack(bomb).faults)


def test_what_is_no_zip_is_a_usage_error(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK nothing")
    for name in ("a.zip", "none.zip"):
        with pytest.raises(UsageError):
            check_pack(tmp_path / name)


def test_the_report_loads_nothing_and_runs_nothing() -> None:
    html = files()["report.html"].decode()
    got = Page(html)
    assert not {"script", "img", "link", "iframe", "form", "base"} & {tag for tag, _ in got.elements}
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert style is not None
    allowed = b64encode(hashlib.sha256(style.group(1).encode()).digest()).decode()
    assert f"style-src &#x27;sha256-{allowed}&#x27;" in html
    assert "default-src &#x27;none&#x27;" in html
    assert all(value.startswith(("#", "pages/")) for value in got.values("href"))


def test_every_link_of_the_report_leads_to_a_page_and_a_statement_in_it() -> None:
    content = files()
    for link in Page(content["report.html"].decode()).values("href"):
        name, _, anchor = link.partition("#")
        assert name in content
        assert not anchor or anchor in Page(content[name].decode()).values("id")


def test_a_title_that_is_markup_is_text_in_the_report() -> None:
    home, found = hostile()
    bad = page(document("x", title="<script>alert(1)</script>"), ())
    pages = (bad, page(home, found))
    data = exported("pack", material(documents=pages, pages=lambda: iter(pages)))
    assert b"<script>alert" not in files(data)["report.html"]


def test_a_coarse_pack_has_neither_originals_nor_texts() -> None:
    names = files(exported("pack", material(coarse=True)))
    assert [name for name in names if name.startswith(("originals/", "texts/"))] == []
    assert b"(no originals and no texts" in names["README.txt"]
