"""Verifies an evidence pack: every hash, every name, every quotation, whoever has sent it."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

import msgspec

from sayso.errors import UsageError
from sayso.model import Span, place, words_at
from sayso.model.ids import digest
from sayso.show.exports.pack import MANIFEST
from sayso.show.report_characters import shown

PIECE_BYTES = 1 << 20
MOST_LINE_BYTES = 1 << 26
MOST_MANIFEST_BYTES = 1 << 28
NAMED_BY_HASH = re.compile(r"(?:originals/([0-9a-f]{64})|texts/([0-9a-f]{64})\.txt)")
NAME = re.compile(r"(?:[A-Za-z]{1,20}\.[a-z0-9]{1,10}|pages/[a-z0-9]{1,64}\.html)")
LINE = re.compile(r"([0-9a-f]{64})  (\S+)")


class PackCheck(msgspec.Struct, frozen=True, kw_only=True):
    """What was found: how many files and quotations were looked at, the head of the log that the pack names,
    and what is wrong; () where it is whole.
    """

    files: int = 0
    quotations: int = 0
    head: str = ""
    faults: tuple[str, ...] = ()


def check_pack(path: str | Path) -> PackCheck:
    """Looks at everything in a pack, changes nothing and unpacks nothing to disk.

    Raises UsageError where the file cannot be read or is no ZIP. That a pack is whole says that it is as it
    was made, not who made it.
    """
    try:
        with ZipFile(path) as archive:
            return _checked(archive, Path(path).stat().st_size)
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from error
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise UsageError(f"{path} is no evidence pack, or is damaged: {error}") from error


def _checked(archive: ZipFile, size: int) -> PackCheck:
    members = archive.infolist()
    faults = list(_odd(members, size))
    if faults:
        return PackCheck(files=len(members), faults=tuple(faults))
    listed = _manifest(archive)
    names = {member.filename for member in members}
    faults += [f"{shown(name)} is not in the manifest" for name in sorted(names - {*listed, MANIFEST})]
    faults += [f"{shown(name)} is missing" for name in sorted({*listed} - names)]
    for name in sorted(names & {*listed}):
        faults += _hash_faults(archive, name, listed[name])
    quoted, wrong = 0, list[str]()
    if not faults:
        try:
            quoted, wrong = _quotations(archive, names)
        except (msgspec.MsgspecError, KeyError, TypeError, ValueError) as error:
            wrong = [f"documents.jsonl or statements.jsonl holds what is no row of it: {error!r}"]
    return PackCheck(files=len(names), quotations=quoted, head=_head(archive), faults=(*faults, *wrong))


def _odd(members: list[ZipInfo], size: int) -> Iterator[str]:
    """What no pack of ours has: other names, one name twice, packed files, more bytes than the file has."""
    seen: set[str] = set()
    for member in members:
        name = member.filename
        if not (NAMED_BY_HASH.fullmatch(name) or NAME.fullmatch(name)):
            yield f"{shown(name)} is no name that a pack has"
        if name in seen:
            yield f"{shown(name)} is there twice"
        seen.add(name)
        if member.compress_type != ZIP_STORED or member.flag_bits & 1:
            yield f"{shown(name)} was packed anew: files of a pack are stored as they are"
    if MANIFEST not in seen:
        yield f"there is no {MANIFEST}"
    if sum(member.file_size for member in members) > size:
        yield "its files are larger than the pack itself"


def _manifest(archive: ZipFile) -> dict[str, str]:
    with archive.open(MANIFEST) as file:
        text = file.read(MOST_MANIFEST_BYTES).decode("utf-8", "replace")
    found = (LINE.fullmatch(line) for line in text.split("\n"))
    return {match.group(2): match.group(1) for match in found if match}


def _hash_faults(archive: ZipFile, name: str, wanted: str) -> Iterator[str]:
    hasher = hashlib.sha256()
    try:
        with archive.open(name) as file:
            while piece := file.read(PIECE_BYTES):
                hasher.update(piece)
    except BadZipFile as error:
        yield f"{shown(name)} is damaged: {error}"
        return
    found = hasher.hexdigest()
    if found != wanted:
        yield f"{shown(name)} is not what the manifest says"
    own = NAMED_BY_HASH.fullmatch(name)
    if own and found not in own.groups():
        yield f"{shown(name)} does not hold what its name says"


def _quotations(archive: ZipFile, names: set[str]) -> tuple[int, list[str]]:
    """How many statements stand word for word in their texts, and which do not; without texts, none do."""
    texts = {row["id"]: f"texts/{row['text_sha256']}.txt" for row in _rows(archive, "documents.jsonl", names)}
    count, faults, last, text = 0, [], "", None
    for row in _rows(archive, "statements.jsonl", names):
        name = texts.get(row["document"], "")
        if name != last:
            last, text = name, _text(archive, name, names)
        if text is None:
            continue
        count += 1
        faults += [f"{row['id']}: {what}" for what in _wrong(row, text)]
    return count, faults


def _wrong(row: dict[str, Any], text: str) -> Iterator[str]:
    """What in a statement is not as its text has it."""
    parts = {name: row[name] for name in ("source", "cue", "content", "medium", "said") if row[name]}
    spans = {name: tuple(Span(*pair) for pair in part["spans"]) for name, part in parts.items()}
    for name, part in parts.items():
        if words_at(text, spans[name]) != part["text"]:
            yield f"its {name} does not stand there in the text"
    ends = (place(spans.get(name, ())) for name in ("source", "cue", "content"))
    if digest("s", (row["document"], *ends)) != row["id"]:
        yield "its id is not that of its places"


def _text(archive: ZipFile, name: str, names: set[str]) -> str | None:
    if name not in names:
        return None
    with archive.open(name) as file:
        return file.read().decode("utf-8", "surrogatepass")


def _rows(archive: ZipFile, name: str, names: set[str]) -> Iterator[dict[str, Any]]:
    if name in names:
        with archive.open(name) as file:
            yield from _decoded(file)


def _decoded(file: IO[bytes]) -> Iterator[dict[str, Any]]:
    while line := file.readline(MOST_LINE_BYTES):
        yield msgspec.json.decode(line, type=dict[str, Any])


def _head(archive: ZipFile) -> str:
    """The head of the log that the pack names; "" where it names none that could be one."""
    try:
        facts = msgspec.json.decode(archive.read("pack.json"))
    except (KeyError, msgspec.MsgspecError):
        return ""
    head = facts.get("log_head", "") if isinstance(facts, dict) else ""
    return head if isinstance(head, str) and re.fullmatch("[0-9a-f]{64}", head) else ""
