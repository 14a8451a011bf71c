"""Plugins: nothing runs that is not enabled by name, and what breaks is a problem of one document."""

import sys
from pathlib import Path

import pytest

from sayso import Ledger, read_file, read_text
from sayso.errors import Problem, UnreadableInput, UsageError
from sayso.ingest import Defaults
from sayso.pipeline import choose_reader, read_paths
from sayso.plugins import Enabled, PluginError, installed, plugged_formats, rows
from sayso.plugins.contract import check_format, check_reader
from tests.cli.calls import sayso
from tests.plugins.plugged import module, plug

TEXT = "The envoy said that the bridge was closed. An aide denied it."
READER = """
import msgspec
from sayso.plugins import completed
from sayso.model import Span
from sayso.read.relation import Relation

class Odd:
    reading = "odd-1"
    def __init__(self, options): self.way = options.get("way", "well")
    def read(self, document):
        if self.way == "break" or "BREAK" in document.text: raise KeyError("lost")
        if self.way == "junk": return ["no statement"]
        at = document.text.index("envoy")
        relation = Relation(source=(Span(at, at + 5),), cue=(Span(at + 6, at + 10),),
                            content=(Span(at + 11, at + 36),))
        made = completed(document, [relation], self.reading)
        change = {"lie": {"source": msgspec.structs.replace(made[0].source, text="the Pope")},
                  "types": {"content": msgspec.structs.replace(made[0].content, spans=7)},
                  "pose": {"reading": "en-1"}, "person": {"corrected_by": ("j:1",)}}.get(self.way, {})
        return [msgspec.structs.replace(one, **change) for one in made]
"""
FORMAT = """
from sayso.ingest import Defaults
from sayso.ingest.extract import Extract

class Odd:
    endings, media_type = (".odd",), "application/x-odd"
    def extracts(self, data, name):
        if b"BREAK" in data: raise ValueError("torn")
        yield Extract(text=data.decode("utf-8", "replace")[::-1], input=name, said=Defaults(publisher="Odd"))
"""


@pytest.fixture
def odd(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder to work in; the package `odd` is installed, with a reader and a format."""
    name = f"odd_{tmp_path.name}".replace("-", "_")
    module(tmp_path / "lib", name, f"{READER}\n{FORMAT.replace('class Odd', 'class Form')}")
    points = {"sayso.readers": {"odd": f"{name}:Odd"}, "sayso.formats": {"odd-files": f"{name}:form"}}
    source = (tmp_path / "lib" / f"{name}.py").read_text(encoding="utf-8")
    (tmp_path / "lib" / f"{name}.py").write_text(f"{source}\ndef form(options): return Form()\n", "utf-8")
    plug(monkeypatch, tmp_path / "lib", points)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(way: str) -> Enabled:
    return Enabled(names=("odd", "odd-files"), options={"odd": {"way": way}})


def test_what_is_installed_is_listed_and_not_loaded(odd: Path) -> None:
    (one,) = installed("sayso.readers")
    assert (one.name, one.package, one.version) == ("odd", "odd", "1.2")
    states = {row.name: row.state for row in rows(Enabled(names=("odd", "gone")))}
    assert (states["odd"], states["odd-files"], states["gone"]) == ("enabled", "off", "missing")
    assert states["sayso"] == "built-in"
    assert not [name for name in sys.modules if name.startswith("odd_")]


def test_a_plugin_that_is_not_enabled_never_runs(odd: Path) -> None:
    with pytest.raises(PluginError, match=r"installed but not enabled; plugins = \['odd'\]"):
        read_text(TEXT, reader="odd")
    (odd / "a.odd").write_bytes(TEXT.encode())
    found = list(read_paths(["a.odd"], Defaults(language="en"), choose_reader("rules")))
    assert plugged_formats(Enabled()) == ()
    assert "odd-files" not in str(found)
    assert not [name for name in sys.modules if name.startswith("odd_")]


def test_an_unknown_reader_is_told_with_the_nearest_name(odd: Path) -> None:
    with pytest.raises(PluginError, match="did you mean 'odd'"):
        choose_reader("odde", plugins=told("well"))
    with pytest.raises(UsageError, match="cannot read by rules"):
        choose_reader("odd", rules=True, plugins=told("well"))


def test_an_enabled_reader_reads_under_its_own_name(odd: Path) -> None:
    (one,) = read_text(TEXT, publisher="The Lantern", reader="odd", plugins=told("well"))
    assert (one.reading, one.source.text, one.cue and one.cue.text) == ("odd-1", "envoy", "said")
    assert one.chain == ("The Lantern", "envoy")


@pytest.mark.parametrize("way", ["break", "junk", "types"])
def test_a_reader_that_breaks_is_a_problem_of_that_document(odd: Path, way: str) -> None:
    with pytest.raises(UnreadableInput, match="the plugin 'odd'"):
        read_text(TEXT, reader="odd", plugins=told(way))


@pytest.mark.parametrize(
    ("way", "law"),
    [("lie", "a source that is not verbatim"), ("pose", "not the reader's"), ("person", "only people")],
)
def test_what_breaks_a_law_is_left_out_and_counted(odd: Path, way: str, law: str) -> None:
    (odd / "a.txt").write_text(TEXT, encoding="utf-8")
    (found,) = read_paths(["a.txt"], Defaults(language="en"), choose_reader("odd", plugins=told(way)))
    assert not isinstance(found, Problem)
    assert (found.statements, found.document.status) == ((), "partial")
    assert "1 of the statements that the plugin 'odd' gave were left out" in found.document.problems[-1].what
    assert law in found.document.problems[-1].what


def test_a_run_goes_on_behind_a_document_that_a_plugin_broke_at(odd: Path) -> None:
    for name, text in (("1.txt", TEXT), ("2.txt", f"{TEXT} BREAK"), ("3.txt", f"{TEXT} Rice is dear.")):
        (odd / name).write_text(text, encoding="utf-8")
    with Ledger(odd / "a.db") as held:
        names = ["1.txt", "2.txt", "3.txt"]
        first, second, third = held.add(*names, language="en", reader="odd", plugins=told("well"))
        assert isinstance(second, Problem)
        assert "broke at it (KeyError: 'lost')" in second.what
        assert [getattr(one, "statements", None) for one in (first, third)] == [1, 1]
        assert list(held.failed()) == ["2.txt"]


def test_what_was_left_out_is_kept_with_the_document(odd: Path) -> None:
    (odd / "1.txt").write_text(TEXT, encoding="utf-8")
    with Ledger(odd / "a.db") as held:
        list(held.add("1.txt", language="en", reader="odd", plugins=told("lie")))
        (row,) = held.documents()
        assert (row.status, len(row.problems)) == ("partial", 1)
        (again,) = held.reread(reader="rules")
        assert not isinstance(again, Problem)
        assert (again.before, again.reading[:10]) == ("odd-1", "en-1-rules")


def test_a_ledger_is_read_by_a_plugin_in_several_processes(odd: Path) -> None:
    for number in range(8):
        (odd / f"{number}.txt").write_text(f"{TEXT} Number {number}.", encoding="utf-8")
    (odd / "8.txt").write_text(f"{TEXT} BREAK", encoding="utf-8")
    with Ledger(odd / "a.db") as held:
        names = [f"{number}.txt" for number in range(9)]
        found = list(held.add(*names, language="en", workers=2, reader="odd", plugins=told("well")))
    assert [isinstance(one, Problem) for one in found] == [False] * 8 + [True]


def test_a_name_that_two_packages_bring_is_refused(odd: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plug(monkeypatch, odd / "other", {"sayso.readers": {"odd": "elsewhere:make"}}, package="evil")
    with pytest.raises(PluginError, match="brought by evil and odd"):
        choose_reader("odd", plugins=told("well"))
    assert [row.state for row in rows(told("well")) if row.name == "odd"] == ["twice", "twice"]


def test_a_plugin_that_cannot_be_made_is_told(odd: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plug(monkeypatch, odd / "other", {"sayso.readers": {"lost": "nowhere_at_all:make"}}, package="lost")
    with pytest.raises(PluginError, match="the plugin 'lost' cannot be used: ModuleNotFoundError"):
        choose_reader("lost", plugins=Enabled(names=("lost",)))


def test_a_foreign_format_is_read_in_the_process_that_opens_files(odd: Path) -> None:
    (odd / "a.odd").write_text(TEXT[::-1], encoding="utf-8")
    (odd / "b.odd").write_text("BREAK", encoding="utf-8")
    (odd / "c.txt").write_text(TEXT, encoding="utf-8")
    reader = choose_reader("rules")
    found = list(read_paths(["."], Defaults(language="en"), reader, plugins=told("well")))
    a, b, c = [one for one in found if "lib" not in str(getattr(one, "where", ""))][:3]
    assert not isinstance(a, Problem)
    assert (a.document.text, a.document.publisher, len(a.statements)) == (TEXT, "Odd", 2)
    assert isinstance(b, Problem)
    assert "the plugin 'odd-files' broke at it (ValueError: torn)" in b.what
    assert not isinstance(c, Problem)
    alone = read_file("a.odd", language="en", rules=True, plugins=told("well"))
    assert [one.id for one in alone] == [one.id for one in a.statements]


def test_a_foreign_format_takes_no_ending_of_ours(odd: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = FORMAT.replace('(".odd",)', '(".html",)') + "\ndef make(options): return Odd()\n"
    module(odd / "other", f"greedy_{odd.name}".replace("-", "_"), source)
    target = f"greedy_{odd.name}:make".replace("-", "_")
    plug(monkeypatch, odd / "other", {"sayso.formats": {"greedy": target}}, package="greedy")
    with pytest.raises(PluginError, match=r"cannot have '.html', which sayso itself reads"):
        plugged_formats(Enabled(names=("greedy",)))


def test_the_command_line_reads_by_a_plugin_that_the_settings_enable(odd: Path) -> None:
    (odd / "a.txt").write_text(TEXT, encoding="utf-8")
    refused = sayso("read", "a.txt", "--reader", "odd")
    assert (refused.code, "not enabled" in refused.err) == (2, True)
    read = sayso("--set", "plugins=odd", "--set", "reader=odd", "read", "a.txt", "--language", "en")
    assert [one["reading"] for one in read.json()] == ["odd-1"]
    breaking = ("--set", "plugins=odd", "--set", "plugin.odd.way=break", "--set", "language=en")
    broken = sayso(*breaking, "read", "a.txt", "--reader", "odd")
    assert (broken.code, "broke at it" in broken.err) == (2, True)
    assert sayso("read", "a.txt", "--rules", "--reader", "odd").code == 2


def test_config_plugins_lists_what_may_run(odd: Path) -> None:
    rows = {
        row["name"]: row for row in sayso("--set", "plugins=odd,gone", "config", "plugins", "--json").json()
    }
    assert [rows[name]["state"] for name in ("odd", "odd-files", "gone", "rules")] == [
        "enabled", "off", "missing", "built-in",
    ]  # fmt: skip
    table = sayso("config", "plugins", "--table").out
    assert "odd: reader, off" in table
    assert 'plugins = ["odd"] in your settings enables it' in table


def test_the_contract_names_the_laws_that_a_reader_breaks() -> None:
    class Silent:
        reading = "silent-1"

        def read(self, document: object) -> list[object]:
            return []

    class Posing(Silent):
        reading = "en-1"

    class Loud(Silent):
        def read(self, document: object) -> list[object]:
            raise RuntimeError("no")

    assert check_reader(Silent(), "silent") == []
    assert "begins with the plugin's name" in check_reader(Posing(), "silent")[0]
    assert "broke at it (RuntimeError: no)" in check_reader(Loud(), "silent")[0]
    assert check_reader(object(), "silent") == ["a reader has `reading` and `read(document)`"]


def test_our_own_reader_holds_the_contract() -> None:
    ours = choose_reader("rules")
    assert check_reader(ours, "en-1") == []


def test_the_contract_names_the_laws_that_a_format_breaks() -> None:
    class Bad:
        endings, media_type = (".html",), "odd"

        def extracts(self, data: bytes, name: str) -> list[object]:
            return []

    assert len(check_format(Bad(), [("a.odd", b"x")])) == 3
    assert check_format(object(), [])[0].startswith("a format has")
