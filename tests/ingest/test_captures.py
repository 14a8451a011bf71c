"""Many inputs: in order, in processes of their own, whatever one document does to its reader."""

import hashlib
import io
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import Problem, UsageError
from sayso.ingest import Caps, Capture, Defaults, capture_paths, child, read_path
from sayso.ingest.caps import CAPS
from tests.ingest.made_files import article, docx, item, lines, paragraph, pdf, rss, run, tarred, warc, zipped
from tests.ingest.pages import ENGLISH, GOVERNOR, TRADER

MOMENT = datetime(2031, 5, 17, 8, 0, tzinfo=UTC)


def shown(found: Capture | Problem) -> str:
    return found.where if isinstance(found, Problem) else found.document.input


def names(found: list[Capture | Problem], folder: Path) -> list[str]:
    return [shown(one).removeprefix(f"{folder}/") for one in found]


@pytest.fixture
def clippings(tmp_path: Path) -> Path:
    """A folder with a file of each format, and one that cannot be read."""
    folder = tmp_path / "clippings"
    folder.mkdir()
    files: dict[str, bytes] = {
        "a.txt": GOVERNOR.encode(),
        "b.html": article("Shut").encode(),
        "c.pdf": pdf(lines(GOVERNOR)),
        "d.docx": docx(paragraph(run(GOVERNOR))),
        "e.xml": rss(item(), item("Second", TRADER)),
        "f.warc": warc(("https://lantern.example/1", article("Shut").encode(), {})),
        "g.eml": f"MIME-Version: 1.0\r\nSubject: Shut\r\n\r\n{GOVERNOR}".encode(),
        "h.zip": zipped({"2.txt": GOVERNOR, "1.txt": TRADER}),
        "i.tar.gz": tarred({"1.txt": GOVERNOR.encode()}, "w:gz"),
        "j.jsonl": b'{"id": "r-1", "text": "He said so."}\n{"id": "r-2", "text": "She denied it."}\n',
        "k.bin": b"\x00\x01\x02",
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


def test_documents_come_in_the_order_of_the_inputs_for_any_number_of_workers(clippings: Path) -> None:
    paths = [str(clippings), str(clippings / "a.txt"), "missing.txt"]
    here, one, three = (list(capture_paths(paths, ENGLISH, workers=workers)) for workers in (0, 1, 3))
    assert here == one == three
    inside = ("a.txt", "b.html", "c.pdf", "d.docx", "e.xml!1", "e.xml!2", "f.warc!https://lantern.example/1")
    more = (
        "g.eml",
        "h.zip!1.txt",
        "h.zip!2.txt",
        "i.tar.gz!1.txt",
        "r-1",
        "r-2",
        "k.bin",
        "a.txt",
        "missing.txt",
    )
    assert names(here, clippings) == [*inside, *more]


def test_read_path_and_capture_paths_give_the_same_documents(clippings: Path) -> None:
    captured = [
        found.document if isinstance(found, Capture) else found
        for found in capture_paths([str(clippings)], ENGLISH, workers=0)
    ]
    assert captured == list(read_path(str(clippings), ENGLISH))


def test_originals_are_the_bytes_of_the_documents_own_file_or_record(clippings: Path) -> None:
    found = {shown(one): one for one in capture_paths([str(clippings)], ENGLISH, workers=0)}
    text, row = found[str(clippings / "a.txt")], found["r-2"]
    member = found[f"{clippings}/h.zip!1.txt"]
    assert isinstance(text, Capture)
    assert isinstance(row, Capture)
    assert isinstance(member, Capture)
    assert (text.original, text.media_type) == (GOVERNOR.encode(), "text/plain")
    assert (row.original, row.media_type) == (b'{"id": "r-2", "text": "She denied it."}', "application/json")
    assert member.original == TRADER.encode()
    assert text.original_sha256 == hashlib.sha256(text.original).hexdigest()


def test_the_moment_of_capture_is_the_archives_else_the_clocks_else_none(clippings: Path) -> None:
    paths = [str(clippings / "a.txt"), str(clippings / "f.warc")]
    clocked = list(capture_paths(paths, ENGLISH, workers=0, clock=lambda: MOMENT))
    moments = [one.captured for one in clocked if isinstance(one, Capture)]
    assert moments == ["2031-05-17T08:00:00+00:00", "2031-05-18T06:07:08+00:00"]
    (without,) = capture_paths(paths[:1], ENGLISH, workers=0)
    assert isinstance(without, Capture)
    assert without.captured is None


@settings(max_examples=15)
@given(st.lists(st.tuples(st.sampled_from(["a", "b"]), st.binary(max_size=40)), max_size=6))
def test_ingesting_twice_gives_the_same_ids_whatever_the_bytes(members: list[tuple[str, bytes]]) -> None:
    data = zipped({f"{n}{kind}.txt": body for n, (kind, body) in enumerate(members)})
    task = [list(_bytes_captured(data)) for _ in range(2)]
    assert task[0] == task[1]


def _bytes_captured(data: bytes) -> list[str]:
    from sayso.ingest.capture import captures_of
    from sayso.ingest.reading import pieces_in

    found: list[str] = []
    for piece in pieces_in(data, "a.zip", CAPS):
        captured = [piece] if isinstance(piece, Problem) else captures_of(piece, Defaults(), CAPS)
        found += [str(one) if isinstance(one, Problem) else one.document.id for one in captured]
    return found


@pytest.fixture
def _odd(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "COMMAND", ("-B", "-m", "tests.ingest.odd_worker"))


@pytest.mark.usefixtures("_odd")
@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("2-hang.txt", "longer than 0.4 seconds"),
        ("2-die.txt", "stopped the program that read it (code 9)"),
        ("2-eat.txt", "more than 1,500 MB of memory"),
        ("2-fail.txt", "taken apart (AssertionError)"),
    ],
)
def test_a_document_that_stops_its_reader_is_named_and_the_others_are_read(
    name: str, why: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"1.txt": GOVERNOR, name: GOVERNOR, "3.txt": TRADER}))
    caps = Caps(seconds=0.4 if "hang" in name else 60, memory_bytes=1_500_000_000)
    first, bad, last = capture_paths([str(path)], ENGLISH, caps)
    assert isinstance(first, Capture)
    assert isinstance(bad, Problem)
    assert isinstance(last, Capture)
    assert last.document.text == TRADER
    assert (bad.where, why in bad.what) == (f"{path}!{name}", True), bad


@pytest.mark.usefixtures("_odd")
def test_a_file_that_stops_its_reader_again_and_again_is_given_up(tmp_path: Path) -> None:
    path, after = tmp_path / "a.zip", tmp_path / "b.txt"
    path.write_bytes(zipped({f"{n}-die.txt": GOVERNOR for n in range(9)}))
    after.write_text(TRADER, encoding="utf-8")
    found = list(capture_paths([str(path), str(after)], ENGLISH, Caps(restarts=2)))
    assert len([one for one in found if isinstance(one, Problem)]) == 4
    assert isinstance(found[3], Problem)
    assert "given up after 3" in found[3].what
    assert isinstance(found[4], Capture)


def test_an_iterator_that_is_closed_leaves_no_process_and_no_thread(clippings: Path) -> None:
    before = threading.active_count()
    found = capture_paths([str(clippings)] * 3, ENGLISH, workers=2)
    assert isinstance(next(found), Capture)
    found.close()  # type: ignore[attr-defined]
    assert threading.active_count() == before


def test_standard_input_is_read_in_a_process_of_its_own_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(pdf(lines(GOVERNOR)))))
    (found,) = capture_paths(["-"], ENGLISH)
    assert isinstance(found, Capture)
    assert (found.document.input, found.document.text) == ("-", GOVERNOR)


def test_a_module_in_the_working_folder_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "msgspec.py").write_text("raise SystemExit(7)", encoding="utf-8")
    (tmp_path / "a.txt").write_text(GOVERNOR, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    (found,) = capture_paths(["a.txt"], ENGLISH)
    assert isinstance(found, Capture)


def test_a_number_of_workers_that_makes_no_sense_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="-1"):
        list(capture_paths([], workers=-1))


def test_no_inputs_give_nothing() -> None:
    assert list(capture_paths([])) == []
