"""Gold readings: what a person read in an example document, every quoted string as offsets in its body.

The files are `tests/gold/*.yaml`, the documents `examples/sarvane/*.md`, the rules stand in
`tests/gold/GUIDELINES.md`. Readings in `tests/gold/fresh/` are of documents that nobody made the reader
on: they are measured apart, and no floor is pinned to them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
GOLD = HERE / "gold"
FRESH = GOLD / "fresh"
DOCUMENTS = HERE.parent / "examples" / "sarvane"

Span = tuple[int, int]
Spans = tuple[Span, ...]

_END = re.compile(r"[.!?][”’)]{0,2}(?=\s+[“‘(]?[A-Z])|;(?=\s)")
_ABBREVIATION = re.compile(r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Dr|Gen|Col|No|St|[A-Z])$")


class GoldError(ValueError):
    """A gold file says something that its document does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldTime:
    """A time as printed, with its inclusive days; `first` and `last` are None where open or unknown."""

    spans: Spans
    text: str
    first: date | None
    last: date | None
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldProposition:
    """A clause of a content with its factuality according to the statement's source."""

    spans: Spans
    factuality: str
    times: tuple[GoldTime, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldStatement:
    """One attribution. Spans are code points in the document's text; empty where nothing is printed."""

    id: int
    at: Span
    source: Spans
    name: str
    kind: str
    anonymous: bool
    medium: Spans
    cue: Spans
    content: Spans
    within: int | None
    act: str
    evidentiality: str
    quotation: str
    said: GoldTime | None
    propositions: tuple[GoldProposition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDocument:
    """A body (the text after the front matter), its front matter, its furniture and its statements.

    `furniture`: bylines, datelines, headings and labels, of which no reader may make a statement.
    """

    name: str
    path: Path
    text: str
    title: str
    publisher: str
    published: date
    author: str | None
    language: str
    url: str | None
    furniture: Spans
    statements: tuple[GoldStatement, ...]

    def words(self, spans: Spans) -> str:
        """The printed words of the spans, joined by " … " as in the JSON."""
        return " … ".join(self.text[start:end] for start, end in spans)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Search:
    """Where a statement's words are looked for, and how a failure is told."""

    text: str
    label: str
    sentence: Span
    wide: Span

    def one(self, words: str, nth: int | None, *, start: int, wide: bool = False) -> Span:
        """The single place of the words: in the sentence from `start` on, else (`wide`) around it."""
        places = list(_places(self.text, words, max(start, self.sentence[0]), self.sentence[1]))
        if not places and wide:
            places = list(_places(self.text, words, max(start, self.wide[0]), self.wide[1]))
        return _pick(places, words, nth, self.label)

    def many(self, words: Any, nth: Any, *, wide: bool = False) -> Spans:
        """The places of one string or of a list of strings, each after the one before it."""
        pieces = [] if words is None else [words] if isinstance(words, str) else list(words)
        counts = _counts(nth, len(pieces))
        spans: list[Span] = []
        for piece, count in zip(pieces, counts, strict=True):
            start = spans[-1][1] if spans else 0
            spans.append(self.one(piece, count, start=start, wide=wide))
        return tuple(spans)


def gold_paths() -> list[Path]:
    """All gold files, sorted by name, without the fresh ones."""
    return sorted(GOLD.glob("*.yaml"))


def fresh_paths() -> list[Path]:
    """The gold files that a person made after the reader was written, sorted by name.

    The reader's errors on them have been looked at since.
    """
    return sorted(FRESH.glob("*.yaml"))


@cache
def load_gold(path: Path) -> GoldDocument:
    """The gold reading in a YAML file, every quoted string resolved to offsets.

    Raises GoldError with the file, the statement's id and the words that are missing or ambiguous.
    """
    raw = read_yaml(path.read_text(encoding="utf-8"))
    front, text = read_document(DOCUMENTS / raw["document"])
    return GoldDocument(
        name=raw["document"],
        path=path,
        text=text,
        title=front["title"],
        publisher=front["publisher"],
        published=front["published"],
        author=front.get("author"),
        language=front["language"],
        url=front.get("url"),
        furniture=tuple(_anywhere(text, words, path.name) for words in raw.get("furniture", [])),
        statements=tuple(_statement(text, row, path.name) for row in raw["statements"]),
    )


def read_yaml(text: str) -> Any:
    """What the YAML says, by the fast loader where PyYAML has it."""
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def read_document(path: Path) -> tuple[dict[str, Any], str]:
    """The front matter and the body of a Markdown document."""
    source = path.read_text(encoding="utf-8")
    parts = re.match(r"---\n(.*?)\n---\n", source, re.DOTALL)
    if parts is None:
        raise GoldError(f"{path.name}: no front matter")
    return dict(read_yaml(parts[1])), source[parts.end() :]


def sentence_end(text: str, start: int) -> int:
    """Where the sentence, or its part up to a semicolon, that begins at `start` ends; a line ends it."""
    stop = text.find("\n", start)
    stop = len(text) if stop < 0 else stop
    for match in _END.finditer(text, start, stop):
        if not _ABBREVIATION.search(text, max(start, match.start() - 5), match.start()):
            return match.end()
    return stop


def _statement(text: str, row: dict[str, Any], file: str) -> GoldStatement:
    label = f"{file}, statement {row['id']}"
    at = _anywhere(text, row["at"], label)
    sentence = (at[0], sentence_end(text, at[0]))
    search = _Search(text=text, label=label, sentence=sentence, wide=_around(text, at[0]))
    nth = row.get("nth", {})
    content = search.many(row["content"], nth.get("content"), wide=True)
    return GoldStatement(
        id=row["id"],
        at=at,
        source=search.many(row["source"], nth.get("source")),
        name=row["name"],
        kind=row["kind"],
        anonymous=row["anonymous"],
        medium=search.many(row["medium"], nth.get("medium")),
        cue=search.many(row["cue"], nth.get("cue")),
        content=content,
        within=row["within"],
        act=row["act"],
        evidentiality=row["evidentiality"],
        quotation=row["quotation"],
        said=_time(search, row["said"], None) if row["said"] else None,
        propositions=tuple(_proposition(text, item, content, label) for item in row["propositions"]),
    )


def _anywhere(text: str, words: str, label: str) -> Span:
    return _pick(list(_places(text, words, 0, len(text))), words, None, label)


def _proposition(text: str, item: dict[str, Any], content: Spans, label: str) -> GoldProposition:
    counts = _counts(item.get("nth"), len(item["text"]))
    spans: list[Span] = []
    for piece, count in zip(item["text"], counts, strict=True):
        start = spans[-1][1] if spans else 0
        spans.append(_pick(list(_inside(text, piece, content, start)), piece, count, label))
    times = (_time_in(text, row, tuple(spans), label) for row in item["times"])
    return GoldProposition(spans=tuple(spans), factuality=item["factuality"], times=tuple(times))


def _time(search: _Search, row: dict[str, Any], role: str | None) -> GoldTime:
    span = search.one(row["text"], row.get("nth"), start=0)
    return GoldTime(spans=(span,), text=row["text"], first=row["from"], last=row["to"], role=role or "said")


def _time_in(text: str, row: dict[str, Any], spans: Spans, label: str) -> GoldTime:
    span = _pick(list(_inside(text, row["text"], spans, 0)), row["text"], row.get("nth"), label)
    return GoldTime(spans=(span,), text=row["text"], first=row["from"], last=row["to"], role=row["role"])


def _inside(text: str, words: str, spans: Spans, start: int) -> Iterator[Span]:
    for first, last in spans:
        yield from _places(text, words, max(first, start), last)


def _places(text: str, words: str, start: int, stop: int) -> Iterator[Span]:
    """Where the words stand as whole words within [start, stop)."""
    found = text.find(words, start, stop)
    while found >= 0:
        end = found + len(words)
        if not (_joined(text, found, words[0]) or _joined(text, end, words[-1])):
            yield found, end
        found = text.find(words, found + 1, stop)


def _joined(text: str, edge: int, letter: str) -> bool:
    """Whether an edge of found words falls inside a longer word."""
    return letter.isalnum() and 0 < edge < len(text) and text[edge - 1].isalnum() and text[edge].isalnum()


def _pick(places: list[Span], words: str, nth: int | None, label: str) -> Span:
    if not places:
        raise GoldError(f"{label}: {words!r} is not found there")
    if nth is None and len(places) > 1:
        raise GoldError(f"{label}: {words!r} stands there {len(places)} times; add nth or a longer text")
    if (nth or 1) > len(places):
        raise GoldError(f"{label}: {words!r} stands there {len(places)} times, not {nth}")
    return places[(nth or 1) - 1]


def _counts(nth: Any, size: int) -> list[int | None]:
    counts: list[int | None] = [None] * size if nth is None else [nth] if isinstance(nth, int) else list(nth)
    return counts


def _around(text: str, place: int) -> Span:
    """From the start of the paragraph before the place to the end of the document."""
    own = text.rfind("\n\n", 0, place)
    before = text.rfind("\n\n", 0, own) if own > 0 else -1
    return max(before, 0), len(text)
