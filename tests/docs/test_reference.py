"""The reference says what the code does, and leaves nothing out."""

import pytest

from docs.reference import generate

PAGES = generate.pages()


@pytest.mark.parametrize("name", PAGES)
def test_a_reference_page_is_as_the_code_has_it(name: str) -> None:
    written = (generate.FOLDER / name).read_text(encoding="utf-8")
    assert written == PAGES[name], "run `python docs/reference/generate.py`"


def test_every_command_and_option_is_documented() -> None:
    silent = [
        f"{name} {option.opts[0]}"
        for name, command in generate.commands()
        for option in generate.options(command)
        if not generate.description(name, option)
    ]
    assert silent == []
    assert [name for name, command in generate.commands() if not command.help] == []


def test_every_command_has_its_chapter() -> None:
    page = PAGES["command-line.md"]
    assert [name for name, _ in generate.commands() if f"## `sayso {name}`" not in page] == []


def test_every_public_name_has_a_docstring_and_its_place() -> None:
    import sayso

    names = [name for name in sayso.__all__ if not name.startswith("_")]
    assert [name for name in names if not getattr(sayso, name).__doc__] == []
    assert [name for name in names if f"### `{name}`" not in PAGES["python.md"]] == []


def test_every_field_that_is_printed_has_a_sentence() -> None:
    known = generate.words()["fields"]
    missing = {
        f"{shape}.{field}"
        for shape, definition in generate.definitions().items()
        for field in definition["properties"]
        if not known.get(shape, {}).get(field)
    }
    assert missing == set()


def test_no_sentence_is_left_over_from_a_field_that_is_gone() -> None:
    from sayso.model import Document

    there = {shape: set(definition["properties"]) for shape, definition in generate.definitions().items()}
    there["Document"] |= set(Document.__struct_fields__)
    known = generate.words()["fields"]
    assert {
        f"{s}.{f}" for s, fields in known.items() for f in fields if f not in there.get(s, set())
    } == set()


def test_an_option_with_a_help_of_its_own_needs_no_sentence_beside_it() -> None:
    switches = {
        f"{name} {option.opts[0]}"
        for name, command in generate.commands()
        for option in generate.options(command)
    }
    assert set(generate.words()["options"]) - switches == set()


def test_the_exit_codes_are_those_of_the_command() -> None:
    from sayso.cli.read import NOTHING, PART

    assert set(generate.words()["exit_codes"]) == {0, NOTHING, PART}


def test_every_cap_has_its_sentence() -> None:
    from sayso.ingest import Caps

    assert set(generate.words()["caps"]) == set(Caps.__struct_fields__)
