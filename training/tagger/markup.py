"""The inline markup of the training documents: nested braces in, plain text and relations with spans out."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

Spans = tuple[tuple[int, int], ...]

ROLES = {"s": "source", "c": "cue", "h": "cue", "i": "cue", "t": "content", "m": "medium"}
HEADER_KEYS = ("publisher", "published", "register")
_OPEN = re.compile(r"\{([a-z]\d{1,4}(?:,[a-z]\d{1,4}){0,9})\|")
_BRACE = re.compile(r"[{}|]")


class MarkupError(ValueError):
    """A marked document breaks the format; the message begins with file and line (from 1)."""

    def __init__(self, file: str, line: int, message: str) -> None:
        super().__init__(f"{file}:{line}: {message}")
        self.file, self.line, self.message = file, line, message


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedRelation:
    """One attribution: half-open code point spans of the plain text, in reading order, `()` where absent.

    `kind` is "c" (somebody says so), "h" (hearsay) or "i" (the author infers); "h" and "i" have no source.
    """

    id: str
    kind: str
    source: Spans
    cue: Spans
    content: Spans
    medium: Spans

    def everywhere(self) -> Spans:
        """All spans of the relation, role after role."""
        return self.source + self.cue + self.content + self.medium


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedDocument:
    """One training document without its braces; `meta` holds the header lines, `relations` go by id."""

    id: str
    file: str
    line: int
    meta: dict[str, str]
    text: str
    relations: tuple[MarkedRelation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    role: str
    id: str
    span: tuple[int, int]
    line: int


def parse(text: str, file: str = "<text>") -> list[MarkedDocument]:
    """Read every document of one file's text; an empty text gives an empty list.

    Raises MarkupError, with file and line, at the first breach of the format.
    """
    documents = [_document(head, lines, file) for head, lines in _blocks(text, file)]
    for number, document in enumerate(documents):
        if any(document.id == other.id for other in documents[:number]):
            raise MarkupError(file, document.line, f"document {document.id} is there twice")
    return documents


def parse_file(path: Path) -> list[MarkedDocument]:
    """Read a UTF-8 file of marked documents; raises MarkupError, or OSError where the file cannot be read."""
    return parse(path.read_text(encoding="utf-8"), path.name)


def depth(document: MarkedDocument, relation: MarkedRelation) -> int:
    """How deep the relation is nested: 1 at the top, 2 inside one other content, and so on."""
    return 1 + sum(_is_inside(relation, other) for other in document.relations if other is not relation)


def _blocks(text: str, file: str) -> Iterator[tuple[int, list[str]]]:
    lines = text.split("\n")
    heads = [number for number, line in enumerate(lines) if line.startswith("### ")]
    for number, line in enumerate(lines[: heads[0] if heads else len(lines)], start=1):
        if line.strip():
            raise MarkupError(file, number, "text before the first “### ” line")
    for head, end in zip(heads, [*heads[1:], len(lines)], strict=False):
        yield head + 1, lines[head:end]


def _document(line: int, lines: list[str], file: str) -> MarkedDocument:
    if "---" not in lines:
        raise MarkupError(file, line, "no “---” line after the header")
    rule = lines.index("---")
    meta = _header(lines[1:rule], line + 1, file)
    first = next((n for n in range(rule + 1, len(lines)) if lines[n].strip()), None)
    if first is None:
        raise MarkupError(file, line, "the document has no text")
    text, pieces = _strip("\n".join(lines[first:]).rstrip(), line + first, file)
    relations = _relations(pieces, file)
    _check_nesting(relations, {piece.id: piece.line for piece in reversed(pieces)}, file)
    return MarkedDocument(
        id=lines[0][4:].strip(), file=file, line=line, meta=meta, text=text, relations=relations
    )


def _header(lines: list[str], line: int, file: str) -> dict[str, str]:
    meta = {}
    for number, text in enumerate(lines, start=line):
        key, colon, value = text.partition(":")
        if not colon or key not in HEADER_KEYS or key in meta:
            raise MarkupError(file, number, f"header line “{text}”: one each of {', '.join(HEADER_KEYS)}")
        meta[key] = value.strip()
    missing = [key for key in HEADER_KEYS if not meta.get(key)]
    if missing:
        raise MarkupError(file, line, f"the header lacks {', '.join(missing)}")
    return meta


def _strip(marked: str, line: int, file: str) -> tuple[str, list[_Piece]]:
    plain: list[str] = []
    pieces: list[_Piece] = []
    waiting: list[tuple[str, int, int]] = []
    at = length = 0
    for brace in _BRACE.finditer(marked):
        if brace.start() < at:
            continue
        plain.append(marked[at : brace.start()])
        length += len(plain[-1])
        line += plain[-1].count("\n")
        head = _OPEN.match(marked, brace.start())
        if head:
            waiting.append((head[1], length, line))
        elif brace[0] == "}" and waiting:
            pieces.extend(_closed(*waiting.pop(), length))
        else:
            raise MarkupError(
                file, line, f"stray “{brace[0]}” before “{marked[brace.start() : brace.end() + 20]}”"
            )
        at = head.end() if head else brace.end()
    if waiting:
        raise MarkupError(file, waiting[-1][2], f"“{{{waiting[-1][0]}|” is never closed")
    text = "".join([*plain, marked[at:]])
    _check_edges(text, pieces, file)
    return text, pieces


def _closed(names: str, start: int, line: int, end: int) -> list[_Piece]:
    return [_Piece(role=name[0], id=name[1:], span=(start, end), line=line) for name in names.split(",")]


def _check_edges(text: str, pieces: list[_Piece], file: str) -> None:
    for piece in pieces:
        printed = text[slice(*piece.span)]
        if piece.role not in ROLES:
            raise MarkupError(file, piece.line, f"unknown role “{piece.role}” at “{printed[:30]}”")
        if not printed or printed != printed.strip():
            name = f"{piece.role}{piece.id}"
            raise MarkupError(
                file, piece.line, f"{name} is empty or has a space at its edge: “{printed[:30]}”"
            )


def _relations(pieces: list[_Piece], file: str) -> tuple[MarkedRelation, ...]:
    by_id: dict[str, list[_Piece]] = {}
    for piece in sorted(pieces, key=lambda piece: (int(piece.id), piece.span)):
        by_id.setdefault(piece.id, []).append(piece)
    return tuple(_relation(own, file) for own in by_id.values())


def _relation(pieces: list[_Piece], file: str) -> MarkedRelation:
    number, line = pieces[0].id, min(piece.line for piece in pieces)
    kinds = {piece.role for piece in pieces if ROLES[piece.role] == "cue"}
    if len(kinds) != 1:
        raise MarkupError(
            file, line, f"statement {number} needs one kind of cue, has {sorted(kinds) or 'none'}"
        )
    kind = kinds.pop()
    spans = {role: tuple(p.span for p in pieces if ROLES[p.role] == role) for role in set(ROLES.values())}
    relation = MarkedRelation(id=number, kind=kind, **spans)
    fault = _fault(relation)
    if fault:
        raise MarkupError(file, line, f"statement {number}: {fault}")
    return relation


def _fault(relation: MarkedRelation) -> str | None:
    if relation.kind != "c" and relation.source:
        return f"a cue “{relation.kind}” has no source"
    if relation.kind != "c" and not relation.content:
        return f"a cue “{relation.kind}” needs content"
    if not relation.source and not relation.content:
        return "neither source nor content"
    if any(_meets(part, content) for part in relation.source + relation.cue for content in relation.content):
        return "its source or cue stands inside its own content"
    return None


def _check_nesting(relations: Sequence[MarkedRelation], lines: dict[str, int], file: str) -> None:
    for inner in relations:
        for outer in relations:
            nested = (
                inner.content and inner.content != outer.content and _within(inner.content, outer.content)
            )
            if nested and not _is_inside(inner, outer):
                where = lines[inner.id]
                raise MarkupError(
                    file, where, f"statement {inner.id} is only partly inside the content of {outer.id}"
                )


def _is_inside(inner: MarkedRelation, outer: MarkedRelation) -> bool:
    return _within(inner.everywhere(), outer.content)


def _within(spans: Spans, wholes: Spans) -> bool:
    return all(any(a <= start and end <= b for a, b in wholes) for start, end in spans)


def _meets(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


_GRAMMAR = frozenset(
    re.findall(
        r"\S+",
        "a an the is are was were be been being has have had do does did will would can could may might must "
        "shall should not never no also again still only once it this that there as to by of in on yet "
        "already now then later so far all both what which he she they",
    )
)
_IRREGULAR = {
    "said": "say", "says": "say", "saying": "say", "told": "tell", "wrote": "write", "written": "write",
    "knew": "know", "known": "know", "thought": "think", "heard": "hear", "saw": "see", "seen": "see",
    "swore": "swear", "sworn": "swear", "held": "hold", "denied": "deny", "denies": "deny",
    "implied": "imply",
    "replied": "reply", "relied": "rely", "verified": "verify", "clarified": "clarify",
    "testified": "testify",
    "testifies": "testify", "according": "according to", "felt": "feel", "found": "find", "gave": "give",
    "spoke": "speak", "understood": "understand", "learnt": "learn", "put": "put", "made": "make",
}  # fmt: skip


def cue_lemma(cue: str) -> str:
    """A rough lemma for counting: the first word that carries meaning, its ending cut; not for training."""
    words = [word for word in re.findall(r"[\w’'-]+", cue.lower()) if word not in _GRAMMAR]
    words = [word for word in words if not word.endswith("ly") or len(words) == 1] or words
    word = words[0] if words else cue.lower()
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending).rstrip("e")
    return word.rstrip("e") or word


def _cue_text(document: MarkedDocument, relation: MarkedRelation) -> str:
    return " ".join(document.text[slice(*span)] for span in relation.cue)


def _report(documents: Sequence[MarkedDocument]) -> Iterable[str]:
    pairs = [(document, relation) for document in documents for relation in document.relations]
    kinds = Counter(relation.kind for _, relation in pairs)
    depths = Counter(depth(document, relation) for document, relation in pairs)
    lemmas = Counter(cue_lemma(_cue_text(document, relation)) for document, relation in pairs)
    yield f"documents {len(documents)}"
    yield f"words {sum(len(document.text.split()) for document in documents)}"
    yield f"relations {len(pairs)}: " + ", ".join(f"{kind} {kinds[kind]}" for kind in "chi")
    yield "nesting depth: " + ", ".join(f"{level}: {count}" for level, count in sorted(depths.items()))
    yield f"distinct cue lemmas {len(lemmas)}: " + ", ".join(
        f"{lemma} {n}" for lemma, n in lemmas.most_common(20)
    )


def main(arguments: Sequence[str]) -> int:
    """Check the files named (default: documents/*.txt beside this file), print counts; 1 if one is wrong."""
    paths = [Path(name) for name in arguments] or sorted((Path(__file__).parent / "documents").glob("*.txt"))
    documents: list[MarkedDocument] = []
    faults = 0
    for path in paths:
        try:
            documents += parse_file(path)
        except (MarkupError, OSError) as error:
            print(error, file=sys.stderr)
            faults += 1
    print("\n".join(_report(documents)))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
