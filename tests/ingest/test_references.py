"""Lists of references with attached files: metadata from the list, files from its folder alone."""

from pathlib import Path

import pytest

from sayso.errors import Problem
from sayso.ingest import read_path
from sayso.model import Document
from tests.ingest.made_files import lines, pdf
from tests.ingest.pages import ENGLISH, GOVERNOR, TRADER, refused

RIS = """TY  - NEWS
TI  - Border shut
T2  - The Lantern
AU  - Vell, Ana
DA  - 2031/05/17/
UR  - https://lantern.example/1
LA  - en
{}
ER  -

"""


def listed(folder: Path, *attached: str) -> Path:
    path = folder / "My Library.ris"
    path.write_text(RIS.format("\n".join(attached)), encoding="utf-8")
    return path


def found(path: Path) -> list[Document | Problem]:
    return list(read_path(str(path), ENGLISH))


def document(path: Path) -> Document:
    (read,) = found(path)
    assert isinstance(read, Document), read
    return read


def problem(path: Path) -> Problem:
    (read,) = found(path)
    assert isinstance(read, Problem), read
    return read


def with_file(folder: Path, name: str = "files/12/page.txt", data: bytes = GOVERNOR.encode()) -> str:
    place = folder / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
    return name


def test_an_attached_file_has_the_metadata_of_its_reference(tmp_path: Path) -> None:
    read = document(listed(tmp_path, f"L1  - {with_file(tmp_path)}"))
    assert (read.title, read.publisher, read.published) == ("Border shut", "The Lantern", "2031-05-17")
    assert (read.author, read.url) == ("Vell, Ana", "https://lantern.example/1")
    assert GOVERNOR in read.text
    assert read.input.endswith("page.txt")


def test_a_folder_reads_each_attached_file_once_with_its_reference(tmp_path: Path) -> None:
    listed(tmp_path, f"L1  - {with_file(tmp_path)}")
    with_file(tmp_path, "files/13/other.txt", TRADER.encode())
    read = [one for one in found(tmp_path) if isinstance(one, Document)]
    assert sorted(one.publisher or "" for one in read) == ["", "The Lantern"]


def test_of_several_files_of_one_text_the_page_is_read(tmp_path: Path) -> None:
    first = with_file(tmp_path, "files/12/a.pdf", pdf(lines(GOVERNOR)))
    second = with_file(tmp_path, "files/12/b.html", f"<html><body><p>{GOVERNOR}</p></body></html>".encode())
    read = document(listed(tmp_path, f"L1  - {first}", f"L2  - {second}"))
    assert read.input.endswith("b.html")
    assert "2 files are attached" in str(read.problems)


def test_a_reference_without_a_file_says_what_is_missing_and_how_to_get_it(tmp_path: Path) -> None:
    told = problem(listed(tmp_path))
    assert "no file is attached" in told.what
    assert "Border shut" in told.what
    assert "sayso fetch https://lantern.example/1" in told.hint
    assert "x.txt is not in the folder" in problem(listed(tmp_path, "L1  - files/x.txt")).what


@pytest.mark.parametrize("lead", ["../secret.txt", "{}/secret.txt", "file://{}/secret.txt", "link.txt"])
def test_a_list_leads_to_no_file_outside_of_its_folder(tmp_path: Path, lead: str) -> None:
    (tmp_path / "secret.txt").write_text(TRADER, encoding="utf-8")
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    told = problem(listed(folder, "L1  - " + lead.format(tmp_path)))
    assert "not in the folder" in told.what


def test_a_file_url_inside_of_the_folder_is_followed(tmp_path: Path) -> None:
    with_file(tmp_path, "files/a b.txt")
    assert document(listed(tmp_path, f"L1  - file://{tmp_path}/files/a%20b.txt")).publisher == "The Lantern"


def test_a_list_of_nothing_and_one_in_an_archive_are_problems(tmp_path: Path) -> None:
    (tmp_path / "a.ris").write_text("no list", encoding="utf-8")
    assert "no reference" in problem(tmp_path / "a.ris").what
    assert "list of references" in refused("TY  - NEWS\nER  - \n", "a.zip!a.ris").what


def test_a_list_that_does_not_end_or_begin_well_gives_the_references_that_are_whole(tmp_path: Path) -> None:
    path = listed(tmp_path, f"L1  - {with_file(tmp_path)}")
    path.write_text("ER  - \n" + path.read_text(encoding="utf-8") + "TY  - NEWS\nTI  - Cut", encoding="utf-8")
    assert sum(isinstance(one, Document) for one in found(path)) == 1
