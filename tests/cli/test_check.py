"""`sayso check`: exit codes, forms, the marked page, Word comments, sign-offs."""

import csv
import io
import json
from pathlib import Path

import docx
import pytest

from tests.cli.calls import sayso
from tests.pipeline.corpora import written
from tests.pipeline.drafts import CLEAN, FAULTY


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("check")
    written(folder / "files")
    place = str(folder / "a.db")
    assert sayso("add", "--rules", "--ledger", place, str(folder / "files")).code == 0
    return place


@pytest.fixture
def faulty(tmp_path: Path) -> str:
    (tmp_path / "draft.md").write_text(FAULTY, encoding="utf-8")
    return str(tmp_path / "draft.md")


def test_the_exit_code_tells_whether_something_needs_a_look(path: str, faulty: str) -> None:
    assert sayso("check", faulty, "--ledger", path).code == 1
    clean = sayso("check", "-", "--ledger", path, stdin=CLEAN)
    assert (clean.code, clean.json()["findings"]) == (0, [])


def test_the_shape_is_that_of_the_contract(path: str, faulty: str) -> None:
    check = sayso("check", faulty, "--ledger", path, "--json").json()
    assert check["draft"] == faulty
    assert {"kind", "spans", "text", "why", "statements", "claim", "id"} <= set(check["findings"][0])


def test_a_table_has_a_row_for_each_finding(path: str, faulty: str) -> None:
    call = sayso("check", faulty, "--ledger", path, "--csv")
    rows = list(csv.DictReader(io.StringIO(call.out)))
    whole = json.loads(sayso("check", faulty, "--ledger", path, "--json").out)
    assert [row["id"] for row in rows] == [finding["id"] for finding in whole["findings"]]
    assert {row["sentence"] for row in rows} == {FAULTY.strip()}
    assert all(row["why"] for row in rows)


def test_the_report_shows_sentence_kind_reason_and_a_summary(path: str, faulty: str) -> None:
    out = sayso("check", faulty, "--ledger", path, "--table").out
    assert "to look at:" in out
    assert "denial left out" in out
    assert "At least twelve" in out


def test_the_page_is_whole_and_escapes_the_draft(path: str, tmp_path: Path) -> None:
    page = tmp_path / "out.html"
    draft = "<script>alert(1)</script> " + FAULTY
    (tmp_path / "draft.txt").write_text(draft, encoding="utf-8")
    assert sayso("check", str(tmp_path / "draft.txt"), "--ledger", path, "--html", str(page)).code == 1
    html = page.read_text(encoding="utf-8")
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert 'class="card' in html
    assert "http" not in html.replace("http-equiv", "").split("<body>")[0]


def word_draft(place: Path) -> None:
    document = docx.Document()
    document.add_paragraph("A heading of no matter.")
    paragraph = document.add_paragraph("At least ")
    paragraph.add_run("twel").bold = True
    paragraph.add_run("ve passengers drowned when the ferry Saint Osric ")
    paragraph.add_run("sank off Port Arless.").italic = True
    document.save(str(place))


def test_a_word_draft_comes_back_with_comments_and_the_same_words_and_looks(
    path: str, tmp_path: Path
) -> None:
    word_draft(tmp_path / "draft.docx")
    out = tmp_path / "out.docx"
    call = sayso("check", str(tmp_path / "draft.docx"), "--ledger", path, "--docx", str(out))
    assert call.code == 1, call.err
    before, after = docx.Document(str(tmp_path / "draft.docx")), docx.Document(io.BytesIO(out.read_bytes()))
    assert [p.text for p in before.paragraphs] == [p.text for p in after.paragraphs]
    looks = [
        [(char, run.bold, run.italic) for run in d.paragraphs[1].runs for char in run.text]
        for d in (before, after)
    ]
    assert looks[0] == looks[1]
    comments = [comment.text for comment in after.comments]
    assert len(comments) == len(json.loads(call.out)["findings"])
    assert any("Another number" in words for words in comments)


def test_a_comment_stands_at_its_words(path: str, tmp_path: Path) -> None:
    word_draft(tmp_path / "draft.docx")
    out = tmp_path / "out.docx"
    sayso("check", str(tmp_path / "draft.docx"), "--ledger", path, "--docx", str(out))
    document = docx.Document(str(out))
    number = next(one for one in document.comments if "Another number" in one.text)
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    inside, words = False, ""
    for element in document.element.body.iter():
        if element.get(f"{w}id") == str(number.comment_id):
            inside = {f"{w}commentRangeStart": True, f"{w}commentRangeEnd": False}.get(element.tag, inside)
        elif inside and element.tag == f"{w}t":
            words += element.text or ""
    assert words == "At least twelve"


def test_sign_off_and_taking_it_back(path: str, faulty: str) -> None:
    ids = [one["id"] for one in sayso("check", faulty, "--ledger", path).json()["findings"]]
    words = ("--by", "R. Ost", "--against", "call with the office, 3 May")
    codes = [sayso("check", faulty, "--ledger", path, "--sign-off", id, *words).code for id in ids]
    assert codes[-1] == 0
    assert set(codes[:-1]) <= {1}
    out = sayso("check", faulty, "--ledger", path, "--table").out
    assert "signed off by R. Ost" in out
    assert "Nothing needs a look." in out
    assert sayso("check", faulty, "--ledger", path, "--take-back", ids[0], *words).code == 1


def test_the_environment_may_sign_and_does_not_sign_by_itself(
    path: str, faulty: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAYSO_BY", "T. Bell")
    id = sayso("check", faulty, "--ledger", path).json()["findings"][0]["id"]
    done = sayso("check", faulty, "--ledger", path, "--sign-off", id, "--against", "the printed list")
    assert done.json()["findings"][0]["signed"]["by"] == "T. Bell"
    assert sayso("check", faulty, "--ledger", path, "--take-back", id, "--against", "no list").code == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--docx", "out.docx"), "is none"),
        (("--sign-off", "f:1234"), "--by"),
        (("--by", "R. Ost"), "--sign-off"),
        (("--against", "a call"), "--sign-off"),
        (("--sign-off", "f:1234", "--by", " ", "--against", "a"), "--by"),
        (("--html", "-"), "cannot write"),
        (("--published", "May"), "--published takes a date"),
        (("--sign-off", "f:1", "--take-back", "f:1", "--by", "a", "--against", "b"), "do not go together"),
        (("--sign-off", "f:1", "--by", "a", "--against", "b"), "too short"),
        (("--sign-off", "f:nothing", "--by", "a", "--against", "b"), "is no finding"),
    ],
)
def test_what_makes_no_sense_is_a_usage_error(
    path: str, faulty: str, words: tuple[str, ...], said: str
) -> None:
    call = sayso("check", faulty, "--ledger", path, *words)
    assert call.code == 2
    assert said in call.err


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02" * 300])
def test_an_empty_or_unreadable_draft_is_a_usage_error(path: str, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "draft.md").write_bytes(data)
    assert sayso("check", str(tmp_path / "draft.md"), "--ledger", path).code == 2


def test_a_ledger_that_is_missing_is_a_usage_error_and_is_not_made(faulty: str, tmp_path: Path) -> None:
    assert sayso("check", faulty, "--ledger", str(tmp_path / "none.db")).code == 2
    assert not (tmp_path / "none.db").exists()
