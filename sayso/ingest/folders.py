"""Folders: their files in the order of their names; hidden, ignored and foreign ones left out."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from sayso.errors import Problem
from sayso.ingest.ignore import NO_RULES, Rules, rules_of
from sayso.ingest.piece import printable
from sayso.ingest.references import ENDING, attached_files
from sayso.ingest.signatures import is_beside

PAGES = (".html", ".htm", ".xhtml")
BESIDE_A_PAGE = (
    "_files", ".files", "_file", "-Dateien", "_Dateien", "_fichiers", "_archivos", "_arquivos", "_bestanden",
    "-filer", "_tiedostot", "_soubory", "_pliki", "_elemei", "_fails", "_datoteke", "_fitxers", "_fajlovi",
    "_failid", "_dosyalar", "_ficheiros",
)  # fmt: skip
IGNORE_FILE = ".saysoignore"
DEEPEST = 100
LONGEST_BYTES = 1_000_000


def files_in(path: str) -> Iterator[str | Problem]:
    """The path itself where it is no folder; else the files below it, by name, folder by folder.

    Left out: names that begin with a point, what pages need and is no document (pictures, styles,
    scripts, the folder that a browser saves beside a page), files that a list of references gives
    metadata to (they are read with it), and what a `.saysoignore` names (see `rules_of`). A link is
    followed only to a file inside of the folder, never to a folder. What cannot be opened is a Problem.
    """
    try:
        is_folder = path not in ("-", "") and Path(path).is_dir()
    except (OSError, ValueError):
        is_folder = False
    if not is_folder:
        yield path
        return
    yield from _below(path, (), NO_RULES, os.path.realpath(path), frozenset())


def _below(
    folder: str, parts: tuple[str, ...], rules: Rules, root: str, listed: frozenset[str]
) -> Iterator[str | Problem]:
    if len(parts) > DEEPEST:
        yield Problem(where=printable(folder), what=f"it lies more than {DEEPEST} folders deep")
        return
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield Problem(where=printable(folder), what=f"it cannot be opened: {error.strerror}")
        return
    rules = rules.followed_by(_rules_in(folder, parts))
    listed |= _listed(found)
    furnishing = _of_pages(entry.name for entry in found)
    for entry in found:
        inner = (*parts, entry.name)
        is_folder = entry.is_dir(follow_symlinks=False)
        if is_beside(entry.name) or rules.leave_out(inner, is_folder=is_folder):
            continue
        if is_folder:
            if entry.name not in furnishing:
                yield from _below(entry.path, inner, rules, root, listed)
        elif not listed or os.path.realpath(entry.path) not in listed:
            yield from _file(entry, root)


def _listed(entries: "list[os.DirEntry[str]]") -> frozenset[str]:
    """The files that lists of references among these entries give metadata to."""
    lists = [entry.path for entry in entries if entry.name.lower().endswith(ENDING)]
    return frozenset(file for path in lists for file in attached_files(path))


def _of_pages(names: Iterable[str]) -> frozenset[str]:
    """What a browser calls the folders beside the pages of these names, in the languages of browsers."""
    stems = [name.rpartition(".")[0] for name in names if name.lower().endswith(PAGES)]
    return frozenset(stem + beside for stem in stems for beside in BESIDE_A_PAGE)


def _file(entry: "os.DirEntry[str]", root: str) -> Iterator[str | Problem]:
    if not entry.is_symlink():
        yield from [entry.path] if entry.is_file(follow_symlinks=False) else ()
        return
    target = os.path.realpath(entry.path)
    if not os.path.isfile(target) or not target.startswith(root + os.sep):
        what = "this is a link that leads out of the folder, or to a folder; it was not followed"
        yield Problem(where=printable(entry.path), what=what, hint="give its target itself")
    # A link to a file inside is passed over: the file itself is read.


def _rules_in(folder: str, parts: tuple[str, ...]) -> Rules:
    try:
        with Path(folder, IGNORE_FILE).open("rb") as file:
            return rules_of(file.read(LONGEST_BYTES).decode("utf-8", "replace"), parts)
    except OSError:
        return NO_RULES
