"""Runs the examples in the documentation and writes what they print: `python docs/refresh.py`.

A block is an example where the line before it says so:

    <!-- runnable -->              the whole output is shown
    <!-- runnable exit=3 -->       and the last command ends with this code
    <!-- runnable needs=jq -->     only where that program is there
    <!-- runnable shows="A" lines=4 -->   of the output, four lines from the first one that holds A

In a `console` block lines with "$ " are commands and the others their output; a `python` block is run
as it stands, and what it prints is shown in the `text` block right behind it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGES = ("README.md", "docs/tutorial.md", "docs/how-to/*.md")
BLOCK = re.compile(
    r"^<!-- runnable(?P<marks>[^\n]*?) *-->\n```(?P<kind>console|python)\n(?P<body>.*?)^```\n"
    r"(?P<printed>\n```text\n(?P<text>.*?)^```\n)?",
    re.MULTILINE | re.DOTALL,
)
MARK = re.compile(r'(\w+)(?:=(?:"([^"]*)"|(\S+)))?')
SECONDS = 180
COLUMNS = "80"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One runnable block: where it stands, what it runs, and the output that is shown."""

    page: str
    line: int
    kind: str
    body: str
    shown: str
    marks: Mapping[str, str]

    @property
    def commands(self) -> list[str]:
        """The commands of a console block."""
        return [line[2:] for line in self.body.splitlines() if line.startswith("$ ")]


def examples(page: Path) -> list[Example]:
    """The runnable blocks of a page, in order."""
    text = page.read_text(encoding="utf-8")
    return [_example(match, page, text) for match in BLOCK.finditer(text)]


def _example(match: re.Match[str], page: Path, text: str) -> Example:
    found = MARK.findall(match["marks"])
    output = [line for line in match["body"].splitlines() if not line.startswith("$ ")]
    return Example(
        page=str(page.relative_to(ROOT)),
        line=text.count("\n", 0, match.start()) + 1,
        kind=match["kind"],
        body=match["body"],
        shown="\n".join(output) if match["kind"] == "console" else (match["text"] or "").rstrip("\n"),
        marks={name: quoted or plain or "yes" for name, quoted, plain in found},
    )


def run(example: Example) -> tuple[str, int]:
    """What the example prints, as it would be shown, and the code with which it ends."""
    if example.kind == "python":
        done = [_run(sys.executable, "-W", "error", "-c", example.body)]
    else:
        done = [_run("bash", "-o", "pipefail", "-c", command) for command in example.commands]
    lines = [line.rstrip() for one in done for line in one.stdout.splitlines()]
    return "\n".join(_excerpt(lines, example.marks)), done[-1].returncode


@cache
def _run(*command: str) -> subprocess.CompletedProcess[str]:
    """The end of a command, run once for all examples that share it."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    plain = {"PATH": path, "NO_COLOR": "1", "TERM": "dumb", "COLUMNS": COLUMNS, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, **plain}, text=True, encoding="utf-8", timeout=SECONDS,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
    )  # fmt: skip


def _excerpt(lines: list[str], marks: Mapping[str, str]) -> list[str]:
    if "shows" not in marks:
        return lines
    first = next((i for i, line in enumerate(lines) if marks["shows"] in line), len(lines))
    chosen = lines[first : first + int(marks.get("lines", "1"))]
    return "\n".join(chosen).rstrip("\n").split("\n")


def refreshed(page: Path) -> str:
    """The text of a page with the output of every example as it is now."""
    text, found = page.read_text(encoding="utf-8"), iter(examples(page))
    return BLOCK.sub(lambda match: _with_output(match, next(found)), text)


def _with_output(match: re.Match[str], example: Example) -> str:
    head = f"<!-- runnable{match['marks']} -->\n```{example.kind}\n"
    if example.kind == "python":
        printed, _ = run(example)
        behind = f"\n```text\n{printed}\n```\n" if printed else ""
        return f"{head}{example.body}```\n{behind}"
    parts = [f"$ {command}\n{_lines(_shown(command, example))}" for command in example.commands]
    return head + "".join(parts) + "```\n"


def _shown(command: str, example: Example) -> str:
    done = _run("bash", "-o", "pipefail", "-c", command)
    return "\n".join(_excerpt([line.rstrip() for line in done.stdout.splitlines()], example.marks))


def _lines(text: str) -> str:
    return text + "\n" if text else ""


def pages() -> Iterator[Path]:
    """The pages that may hold examples."""
    for pattern in PAGES:
        yield from sorted(ROOT.glob(pattern))


def main() -> None:
    """Write the output of every example; says which pages changed."""
    for page in pages():
        text = refreshed(page)
        if text != page.read_text(encoding="utf-8"):
            page.write_text(text, encoding="utf-8")
            print(f"wrote {page.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
