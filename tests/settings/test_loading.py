"""Settings: the nearest place wins, what is wrong is told with its line, a folder sets nothing of yours."""

from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.settings import SETTINGS, Settings, load, user_file
from sayso.settings.known import Setting


def loaded(folder: Path, *given: str, mine: str = "", here: str = "", **environ: str) -> Settings:
    """The settings of a call in a folder, with these files and variables."""
    own = folder / "own.toml"
    own.write_text(mine, encoding="utf-8")
    if here:
        (folder / "sayso.toml").write_text(here, encoding="utf-8")
    return load(given, environ={"SAYSO_CONFIG": str(own), **environ}, folder=folder)


def test_without_files_and_variables_everything_is_its_default(tmp_path: Path) -> None:
    found = load(environ={"SAYSO_CONFIG": ""}, folder=tmp_path)
    assert found.values == {one.key: one.default for one in SETTINGS}
    assert {held.origin for held in found.held()} == {"default"}


def test_the_nearest_place_wins_key_by_key(tmp_path: Path) -> None:
    found = loaded(
        tmp_path, "threads=7", mine='workers = 3\nledger = "mine.db"\nlanguage = "en"\nthreads = 3',
        here='workers = 4\nledger = "here.db"\nthreads = 4', SAYSO_LEDGER="shell.db", SAYSO_THREADS="5",
    )  # fmt: skip
    held = {one.key: (one.value, one.origin) for one in found.held()}
    assert held["language"] == ("en", "file")
    assert held["workers"] == (4, "file")
    assert held["ledger"] == ("shell.db", "environment")
    assert held["threads"] == (7, "option")


def test_an_origin_names_file_and_line_or_variable(tmp_path: Path) -> None:
    here = "# ours\n\nworkers = 4\n[fetch]\n\nseconds = 5"
    found = loaded(tmp_path, here=here, SAYSO_CHECK_PUBLISHER="The Desk")
    where = {one.key: one.where for one in found.held()}
    assert where["workers"] == f"{tmp_path / 'sayso.toml'}:3"
    assert where["fetch.seconds"] == f"{tmp_path / 'sayso.toml'}:6"
    assert where["check.publisher"] == "SAYSO_CHECK_PUBLISHER"
    assert found.values["fetch.seconds"] == 5.0


@pytest.mark.parametrize(
    ("here", "words"),
    [
        ('ledgr = "a.db"', "toml:1: there is no setting 'ledgr'; did you mean 'ledger'?"),
        ("[fetch]\nsecond = 1", "toml:2: there is no setting 'fetch.second'; did you mean 'fetch.seconds'?"),
        ('workers = "two"', "toml:1: workers takes a whole number, not 'two'"),
        ("workers = true", "toml:1: workers takes a whole number, not True"),
        ("workers = 0", "toml:1: workers is from 1 to 64, not 0"),
        ('colour = "red"', "toml:1: colour takes auto or never, not 'red'"),
        ("ledger = 1", "toml:1: ledger takes a text, not 1"),
        ("ledger = ", "this is not TOML"),
        ("ledger = '\xff'", None),
    ],
)
def test_what_is_wrong_in_a_file_is_told_with_its_line(tmp_path: Path, here: str, words: str | None) -> None:
    if words is None:
        assert loaded(tmp_path, here=here).text("ledger") == "\xff"
        return
    with pytest.raises(UsageError) as told:
        loaded(tmp_path, here=here)
    assert words in str(told.value)


@pytest.mark.parametrize(
    "here",
    [
        'by = "Ann"',
        'reader = "odd"',
        'plugins = ["odd"]',
        '[plugin.odd]\nurl = "x"',
    ],
)
def test_a_folder_cannot_set_what_is_yours(tmp_path: Path, here: str) -> None:
    with pytest.raises(UsageError, match="cannot be set for a folder"):
        loaded(tmp_path, here=here)
    assert loaded(tmp_path / "..", mine=here).origins


def test_a_file_that_is_no_text_or_too_large_is_refused(tmp_path: Path) -> None:
    (tmp_path / "sayso.toml").write_bytes(b"ledger = '\xff'")
    with pytest.raises(UsageError, match="UTF-8"):
        loaded(tmp_path)
    (tmp_path / "sayso.toml").write_bytes(b"#" * 100_001)
    with pytest.raises(UsageError, match="at most"):
        loaded(tmp_path)


@pytest.mark.parametrize(
    ("variable", "words", "told"),
    [
        ("SAYSO_WORKERS", "two", "SAYSO_WORKERS: workers takes a whole number"),
        ("SAYSO_FETCH_SECONDS", "9e9", "from 0.1 to 3600"),
        ("SAYSO_COLOUR", "", "colour takes auto or never"),
        ("SAYSO_LEGDER", "a.db", "SAYSO_LEGDER: there is no such setting; did you mean SAYSO_LEDGER?"),
    ],
)
def test_a_wrong_variable_is_named(tmp_path: Path, variable: str, words: str, told: str) -> None:
    with pytest.raises(UsageError) as error:
        loaded(tmp_path, **{variable: words})
    assert told in str(error.value)


@pytest.mark.parametrize("given", ["workers", "plugin.odd=1", "plugin..x=1", "odd=1", "workers=x"])
def test_a_wrong_set_is_a_usage_error(tmp_path: Path, given: str) -> None:
    with pytest.raises(UsageError, match="--set"):
        loaded(tmp_path, given)


def test_variables_of_the_benchmarks_are_no_settings(tmp_path: Path) -> None:
    others = ("DATA", "CASES", "STORIES", "JUDGED", "DIAGRAMS", "CLEAN_WEIGHTS", "QUICK")
    assert loaded(tmp_path, **{f"SAYSO_{name}": "x" for name in others}).origins == {}


def test_plugins_are_told_their_own_things(tmp_path: Path) -> None:
    mine = 'plugins = ["local-model"]\n[plugin.local-model]\nmodel = "small"\nseconds = 5\n'
    found = loaded(
        tmp_path, "plugin.local-model.seconds=9", mine=mine, SAYSO_PLUGIN_LOCAL_MODEL_MODEL="large"
    )
    assert found.plugins == ("local-model",)
    assert found.plugin_options == {"local-model": {"model": "large", "seconds": "9"}}


def test_no_secret_is_shown_whole(tmp_path: Path) -> None:
    found = loaded(tmp_path, mine='[plugin.local-model]\napi_key = "tessel-harbour-lamp"\nkeyword = "rice"')
    shown = {held.key: held.value for held in found.held()}
    assert shown["plugin.local-model.api_key"] == "(set, 19 characters)"
    assert shown["plugin.local-model.keyword"] == "rice"
    assert found.plugin_options["local-model"]["api_key"] == "tessel-harbour-lamp"


@pytest.mark.parametrize(
    ("platform", "environ", "place"),
    [
        ("linux", {"HOME": "/h/ann"}, "/h/ann/.config/sayso/config.toml"),
        ("linux", {"HOME": "/h/ann", "XDG_CONFIG_HOME": "/x"}, "/x/sayso/config.toml"),
        ("linux", {"HOME": "/h/ann", "XDG_CONFIG_HOME": "x"}, "/h/ann/.config/sayso/config.toml"),
        ("darwin", {"HOME": "/h/ann"}, "/h/ann/Library/Application Support/sayso/config.toml"),
        ("win32", {"APPDATA": "/r", "USERPROFILE": "/u"}, "/r/sayso/config.toml"),
        ("linux", {"SAYSO_CONFIG": "/a/b.toml"}, "/a/b.toml"),
    ],
)
def test_the_file_of_the_user_is_where_the_system_keeps_such(
    platform: str, environ: dict[str, str], place: str
) -> None:
    assert user_file(environ, platform) == Path(place)
    assert user_file({"SAYSO_CONFIG": ""}, platform) is None


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda one: one.key)
def test_every_setting_has_a_sentence_and_its_own_variable(setting: Setting) -> None:
    assert setting.sentence.endswith(".")
    assert [one.key for one in SETTINGS if one.variable == setting.variable] == [setting.key]
