"""Writes the reference from the code: `python docs/reference/generate.py`; a test fails when it is stale."""

from __future__ import annotations

import inspect
import json
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import click
import yaml

FOLDER = Path(__file__).parent
NOTICE = "<!-- Written by docs/reference/generate.py from the code: change it there, or in words.yaml. -->\n"
FIRST = (
    "Statement", "Proposition", "Source", "Cue", "Extent", "Time", "Said", "Document", "Problem", "Claim",
    "Member", "ClaimValue", "Quantity", "Origins", "OriginGroup", "Derivation",
)  # fmt: skip


def words() -> dict[str, Any]:
    """The sentences for what the code holds no room to describe."""
    found: dict[str, Any] = yaml.safe_load((FOLDER / "words.yaml").read_text(encoding="utf-8"))
    return found


def pages() -> dict[str, str]:
    """Every generated page by its file name."""
    bodies = {
        "command-line.md": command_line(),
        "python.md": python(),
        "shapes.md": shapes(),
        "settings.md": settings(),
        "interface.md": import_module("docs.reference.interface").interface(),
    }
    return {name: NOTICE + "\n" + body.rstrip() + "\n" for name, body in bodies.items()}


def commands() -> Iterator[tuple[str, click.Command]]:
    """Every command with its name, in the order in which `sayso --help` shows them."""
    from sayso.cli import main

    yield from _commands(main, "")


def _commands(group: click.Group, before: str) -> Iterator[tuple[str, click.Command]]:
    """The commands of a group, each followed by those of its own, with their whole names."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is not None:
            yield before + name, command
        if isinstance(command, click.Group):
            yield from _commands(command, f"{before}{name} ")


def command_line() -> str:
    """The page of the commands with their arguments and options."""
    from sayso.cli import main

    parts = ["# The command line", _paragraphs(main.help), "`python -m sayso` is the same as `sayso`."]
    parts.append(_table(["before the command", "does"], [
        [f"`{_switch(one)}`", one.help or ""] for one in options(main)
    ]))  # fmt: skip
    for name, command in commands():
        context = click.Context(command, info_name=f"sayso {name}")
        usage = " ".join(command.collect_usage_pieces(context))
        parts += [f"## `sayso {name}`", f"```text\nsayso {name} {usage}\n```", _paragraphs(command.help)]
        rows = [[f"`{_switch(option)}`", description(name, option)] for option in options(command)]
        parts.append(_table(["option", "does"], rows))
    return "\n\n".join(part for part in parts if part)


def options(command: click.Command) -> list[click.Option]:
    """The options of a command, without `--help`."""
    return [parameter for parameter in command.params if isinstance(parameter, click.Option)]


def description(command: str, option: click.Option) -> str:
    """What an option does: its own help, else the sentence in words.yaml; with its default. Else ""."""
    sentence = option.help or words()["options"].get(f"{command} {option.opts[0]}", "")
    default = option.default if option.show_default else None
    return f"{sentence} Default: {default}." if sentence and default is not None else sentence


def _switch(option: click.Option) -> str:
    name = ", ".join(option.opts)
    if option.is_flag:
        return name
    return f"{name} {option.metavar or option.type.name.upper().split()[0]}"


def python() -> str:
    """The page of the public names of the package."""
    import sayso

    parts = ["# Python", _paragraphs(sayso.__doc__), "Import from `sayso` only; what lies below may move."]
    names = [name for name in sayso.__all__ if not name.startswith("_")]
    functions = [name for name in names if inspect.isfunction(getattr(sayso, name))]
    errors = [name for name in names if _is_error(getattr(sayso, name))]
    ledger = ["Ledger"]
    values = [name for name in names if name not in (*functions, *errors, *ledger)]
    groups = (("Functions", functions), ("The ledger", ledger), ("Shapes", values), ("Exceptions", errors))
    for title, group in groups:
        parts += [f"## {title}", *(_entry(name, getattr(sayso, name)) for name in group)]
        parts += [_method(sayso.Ledger, name) for name in _methods(sayso.Ledger) if group == ledger]
    return "\n\n".join(parts)


def _methods(kind: type) -> list[str]:
    """The public methods, in the order in which they are written; the making of one comes first."""
    return ["__init__", *(name for name, value in vars(kind).items() if _public(name, value))]


def _public(name: str, value: object) -> bool:
    return not name.startswith("_") and inspect.isfunction(value)


def _method(kind: type, name: str) -> str:
    function = getattr(kind, name)
    parameters = list(inspect.signature(function).parameters.values())[1:]
    lines = [f"    {parameter}," for parameter in parameters]
    first = next((i for i, p in enumerate(parameters) if p.kind is p.KEYWORD_ONLY), None)
    starred = any(p.kind is p.VAR_POSITIONAL for p in parameters)
    if first is not None and not starred:
        lines.insert(first, "    *,")
    called = kind.__name__ if name == "__init__" else f"{kind.__name__}.{name}"
    returns = "" if name == "__init__" else f" -> {inspect.signature(function).return_annotation}"
    inside = "\n" + "\n".join(lines) + "\n" if lines else ""
    signature = f"{called}({inside}){returns}".replace("'", "")
    return f"#### `{called}`\n\n```python\n{signature}\n```\n\n{_paragraphs(inspect.getdoc(function))}"


def _is_error(value: object) -> bool:
    return isinstance(value, type) and issubclass(value, Exception)


def _entry(name: str, value: Any) -> str:
    text = _paragraphs(inspect.getdoc(value))
    if inspect.isfunction(value):
        lines = [f"    {parameter}," for parameter in inspect.signature(value).parameters.values()]
        starred = next((i for i, line in enumerate(lines) if _only_named(value, i)), len(lines))
        lines.insert(starred, "    *,")
        signature = "\n".join(lines).replace("'", "")
        returns = str(inspect.signature(value).return_annotation).strip("'")
        return f"### `{name}`\n\n```python\nsayso.{name}(\n{signature}\n) -> {returns}\n```\n\n{text}"
    fields = f" Its fields: [shapes](shapes.md#{name.lower()})." if name in words()["fields"] else ""
    return f"### `{name}`\n\n{text}{fields}"


def _only_named(function: Any, index: int) -> bool:
    parameter = list(inspect.signature(function).parameters.values())[index]
    return parameter.kind is inspect.Parameter.KEYWORD_ONLY


def definitions() -> dict[str, dict[str, Any]]:
    """The JSON Schema of every object that is printed, by the name of its shape."""
    from sayso.show.shapes import SHAPES, schema

    found: dict[str, dict[str, Any]] = {}
    for name, shape in SHAPES.items():
        whole = json.loads(schema(name))
        inner = whole.pop("$defs")
        for key, value in {**inner, shape.__name__.removesuffix("Row"): whole}.items():
            if value.get("type") == "object":
                found[key] = {**value, "inner": inner}
    return {name: found[name] for name in sorted(found, key=_order)}


def _order(name: str) -> tuple[int, str]:
    return (FIRST.index(name) if name in FIRST else len(FIRST), name)


def shapes() -> str:
    """The page of the fields of everything that is printed."""
    from sayso.show.shapes import SHAPES

    names = ", ".join(f"`{name}`" for name in SHAPES)
    parts = ["# Shapes", SHAPES_INTRODUCTION.replace("{names}", names)]
    for name, definition in definitions().items():
        known = words()["fields"].get(name, {})
        rows = [
            [f"`{field}`", _type(value, definition["inner"]), known.get(field, "")]
            for field, value in definition["properties"].items()
        ]
        about = _paragraphs(definition.get("description"))
        parts += [f"## {name}", about, _table(["field", "type", "is"], rows)]
    return "\n\n".join([*parts, _csv()])


SHAPES_INTRODUCTION = """\
What `sayso` prints with `--json`, `--jsonl` and `--csv`, field by field. `sayso schema NAME` prints the JSON
Schema (2020-12) of a shape: {names}. Every field is always there.
A later version may add fields; it never drops one or changes what one means.

Spans are pairs `[start, end)` counted in Unicode code points of the document's text: in Python
`text[start:end]`. Days are ISO dates, and both ends of an interval belong to it. The words (act, factuality,
evidentiality, kind) are explained in [how a reading is made](../explanation/method.md)."""


def _csv() -> str:
    from sayso.show.shapes import COLUMNS, statements_csv

    columns = ", ".join(f"`{name}`" for name in COLUMNS)
    return f"## CSV\n\n{_paragraphs(inspect.getdoc(statements_csv))}\n\nColumns: {columns}."


def _type(value: dict[str, Any], inner: dict[str, Any]) -> str:
    if "anyOf" in value:
        return " or ".join(_type(part, inner) for part in value["anyOf"])
    if "$ref" in value:
        name = value["$ref"].rpartition("/")[2]
        target = inner.get(name, {})
        return f"[{name}](#{name.lower()})" if target.get("type") == "object" else _type(target, inner)
    if "enum" in value:
        return ", ".join(f"`{one}`" for one in value["enum"])
    if value.get("type") == "array":
        return _array(value, inner)
    return str(value.get("type", "any")).replace("integer", "number, whole")


def _array(value: dict[str, Any], inner: dict[str, Any]) -> str:
    items = value.get("items")
    if isinstance(items, dict):
        return f"list of {_type(items, inner)}"
    return "pair of whole numbers"


def settings() -> str:
    """The page of settings, exit codes, environment variables and limits."""
    from sayso.cli.config.show import written
    from sayso.ingest import CAPS
    from sayso.settings import SETTINGS

    known = words()
    chosen = [
        [
            f"`{one.key}`",
            f"`{written(one.default)}`",
            one.sentence,
            f"`{one.variable}`",
            "no" if one.own else "yes",
        ]
        for one in SETTINGS
    ]
    exits = [[f"`{code}`", sentence] for code, sentence in known["exit_codes"].items()]
    variables = [[f"`{name}`", sentence] for name, sentence in known["environment"].items()]
    caps = [
        [f"`{name}`", f"{getattr(CAPS, name):,}", known["caps"].get(name, "")]
        for name in CAPS.__struct_fields__
    ]
    limits = [
        [f"`{module}.{name}`", f"{getattr(import_module(module), name):,}", sentence]
        for module, name, sentence in known["limits"]
    ]
    return "\n\n".join([
        "# Settings, exit codes, limits",
        "`sayso config show` prints each with its value and where that comes from; how to write them down is "
        "told in [configure](../how-to/configure.md). The place nearest to the call wins: an option of the "
        "command, `sayso --set KEY=VALUE`, the environment, `sayso.toml` in the working folder, your own "
        "file (`sayso config path`), the default.",
        "## Settings",
        _table(["setting", "default", "is", "variable", "in `sayso.toml` of a folder"], chosen),
        "What a plugin is told is written as `plugin.NAME.KEY`, in your own file alone, or as "
        "`SAYSO_PLUGIN_NAME_KEY`.",
        "## Exit codes", _table(["code", "means"], exits),
        "Standard output carries only the shapes; problems go to standard error.",
        "## Environment", _table(["variable", "does"], variables),
        "## Caps",
        "What reading one document in may cost (`sayso.ingest.Caps`). Seconds and memory hold in a process "
        "of its own, which `sayso read` uses for all but a single file of text. A cap that was hit is named.",
        _table(["cap", "value", "of"], caps),
        "## Limits",
        "Every limit that was hit is named among the document's problems: nothing is cut in silence.",
        _table(["constant", "value", "limits"], limits),
    ])  # fmt: skip


def _paragraphs(text: str | None) -> str:
    """A docstring as Markdown: paragraphs on one line, indented blocks as code."""
    blocks = inspect.cleandoc(text or "").split("\n\n")
    return "\n\n".join(_block(block) for block in blocks)


def _block(block: str) -> str:
    lines = block.split("\n")
    if ">>>" in block or all(line.startswith("    ") for line in lines):
        return "```python\n" + inspect.cleandoc(block) + "\n```"
    split = next((i for i, line in enumerate(lines) if line.startswith("    ")), len(lines))
    code = "\n".join(line.removeprefix("    ") for line in lines[split:])
    prose = " ".join(line.strip() for line in lines[:split])
    return prose + (f"\n\n```python\n{code}\n```" if code else "")


def _table(head: list[str], rows: list[list[str]]) -> str:
    if not rows:
        return ""
    lines = [head, ["---"] * len(head), *([cell.replace("|", "\\|") for cell in row] for row in rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def main() -> None:
    """Write every page; says which ones changed."""
    for name, body in pages().items():
        path = FOLDER / name
        if not path.exists() or path.read_text(encoding="utf-8") != body:
            path.write_text(body, encoding="utf-8")
            print(f"wrote {name}")


if __name__ == "__main__":
    sys.path.insert(0, str(FOLDER.parent.parent))
    main()
