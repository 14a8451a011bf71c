"""Reports of our own on one story, marked by hand with what they claim: the format, and a check of it.

A file is one story. `### NAME` begins a report, then `publisher:`, `published:`, `title:`, a line `---` and
the text, in which `{claim+|words}` marks a proposition and where it stands towards its claim: `+` supports,
`-` denies, `^` updates, `~` comments; a `/` after it where that holds of a part only (`{deaths-/|words}`).
Pieces of one proposition carry a digit: `{deaths+1|a} … {deaths+1|b}`. `### claims` ends the file: a line
`name: gist` each.
"""

import json
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import msgspec

from bench.ledger.gold import GoldClaim, GoldLedger, GoldMember
from sayso.model.claim import Stance

FOLDER = Path(__file__).with_name("stories")
STANCES: dict[str, Stance] = {"+": "supports", "-": "denies", "^": "updates", "~": "comments"}
HEADER = ("publisher", "published", "title")
_MARK = re.compile(
    r"\{(?P<claim>[a-z][a-z0-9-]{0,60}?)(?P<stance>[+^~-])(?P<part>/?)(?P<piece>\d?)\|(?P<words>[^{}|]+)\}"
)


class StoryError(ValueError):
    """A file breaks the format; the message begins with its name and the line (from 1)."""


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One report without its marks; `members` go by claim."""

    name: str
    publisher: str
    published: str
    title: str
    text: str
    members: tuple[tuple[str, GoldMember], ...]


class MarkedStory(msgspec.Struct, frozen=True, kw_only=True):
    """The reports of one file, and what its claims say."""

    name: str
    reports: tuple[Report, ...]
    gists: dict[str, str]

    @property
    def truth(self) -> GoldLedger:
        """Its claims as gold; derivations and origins are not marked."""
        members: dict[str, list[GoldMember]] = {}
        for report in self.reports:
            for claim, member in report.members:
                members.setdefault(claim, []).append(member)
        claims = tuple(
            GoldClaim(name=f"{self.name}/{claim}", gist=self.gists[claim], members=tuple(found))
            for claim, found in members.items()
        )
        return GoldLedger(
            exhaustive=frozenset(r.name for r in self.reports), claims=claims, derivations=(), origins=()
        )

    def write(self, folder: Path) -> None:
        """Writes its reports as Markdown with front matter, each named as in its truth."""
        for report in self.reports:
            front = (f"{key}: {json.dumps(getattr(report, key), ensure_ascii=False)}" for key in HEADER)
            whole = "\n".join(["---", *front, "language: en", "---", "", report.text, ""])
            (folder / f"{report.name}.md").write_text(whole, encoding="utf-8")


def parse(text: str, name: str) -> MarkedStory:
    """Read the text of one file; raises StoryError at the first breach of the format."""
    reports: list[Report] = []
    gists: dict[str, str] = {}
    for line, head, rest in _blocks(text, name):
        if head == "claims":
            gists = dict(_gists(rest, line, name))
        else:
            reports.append(_report(f"{name}--{head}", rest, line, name))
    known = {claim for report in reports for claim, _ in report.members}
    if known != set(gists):
        raise StoryError(
            f"{name}: marked but not under “### claims”, or the other way: {sorted(known ^ set(gists))}"
        )
    if len({report.name for report in reports}) < len(reports):
        raise StoryError(f"{name}: two reports have one name")
    return MarkedStory(name=name, reports=tuple(reports), gists=gists)


def stories(countries: Sequence[str] | None = None, folder: Path = FOLDER) -> list[MarkedStory]:
    """All stories of a folder, or those of these countries, in the order of their names; may be none."""
    paths = sorted(folder.glob("*.txt"))
    chosen = [path for path in paths if countries is None or path.name[0] in countries]
    return [parse(path.read_text(encoding="utf-8"), path.stem) for path in chosen]


def _blocks(text: str, name: str) -> Iterator[tuple[int, str, str]]:
    parts = re.split(r"^### (.+)$", text, flags=re.MULTILINE)
    if parts[0].strip():
        raise StoryError(f"{name}:1: text before the first “### ” line")
    line = 1 + parts[0].count("\n")
    for head, rest in zip(parts[1::2], parts[2::2], strict=True):
        yield line, head.strip(), rest
        line += rest.count("\n")


def _gists(rest: str, line: int, name: str) -> Iterator[tuple[str, str]]:
    for number, row in enumerate(rest.split("\n"), start=line):
        if row.strip():
            claim, colon, gist = row.partition(": ")
            if not colon:
                raise StoryError(f"{name}:{number}: “{row}” is no “name: gist”")
            yield claim.strip(), gist.strip()


def _report(head: str, rest: str, line: int, name: str) -> Report:
    front, rule, marked = rest.partition("\n---\n")
    fields = dict(row.partition(": ")[::2] for row in front.strip().split("\n"))
    if not rule or tuple(fields) != HEADER:
        raise StoryError(f"{name}:{line}: {head} needs the lines {', '.join(HEADER)} and “---”")
    try:
        date.fromisoformat(fields["published"])
    except ValueError as error:
        raise StoryError(f"{name}:{line}: {head}: {error}") from None
    text, members = _read(marked.strip(), f"{name}:{line}: {head}", head)
    return Report(name=head, text=text, members=members, **fields)


def _read(marked: str, where: str, document: str) -> tuple[str, tuple[tuple[str, GoldMember], ...]]:
    plain, found, at = "", [], 0
    for mark in _MARK.finditer(marked):
        plain += marked[at : mark.start()]
        words = mark["words"]
        if words != words.strip():
            raise StoryError(f"{where}: a space at the edge of “{words}”")
        found.append((mark, (len(plain), len(plain) + len(words))))
        plain, at = plain + words, mark.end()
    plain += marked[at:]
    if stray := re.search(r"[{}|]", plain):
        raise StoryError(
            f"{where}: a mark is not well formed near “{plain[max(0, stray.start() - 20) :][:60]}”"
        )
    pieces: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for number, (mark, span) in enumerate(found):
        own = mark["piece"] or f"alone {number}"
        pieces.setdefault((mark["claim"], mark["stance"], mark["part"], own), []).append(span)
    return plain, tuple(
        (claim, _member(document, plain, stance, part, spans))
        for (claim, stance, part, _), spans in pieces.items()
    )


def _member(document: str, text: str, stance: str, part: str, spans: list[tuple[int, int]]) -> GoldMember:
    return GoldMember(
        document=document,
        words=tuple(text[start:end] for start, end in spans),
        spans=tuple(spans),
        stance=STANCES[stance],
        scope="part" if part else "all",
    )


def main(arguments: Sequence[str]) -> int:
    """Check the files named, or all; print what they hold; 1 if one is wrong."""
    wrong = reports = members = claims = shared = words = 0
    for path in [Path(name) for name in arguments] or sorted(FOLDER.glob("*.txt")):
        try:
            story = parse(path.read_text(encoding="utf-8"), path.stem)
        except (StoryError, OSError) as error:
            print(error, file=sys.stderr)
            wrong += 1
            continue
        reports += len(story.reports)
        words += sum(len(report.text.split()) for report in story.reports)
        claims += len(story.truth.claims)
        members += sum(len(claim.members) for claim in story.truth.claims)
        shared += sum(len(claim.documents) > 1 for claim in story.truth.claims)
    print(
        f"{reports} reports, {words} words, {members} propositions, {claims} claims, "
        f"{shared} of them in several reports"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
