"""Who is meant by "he" or "the ministry" according to GUM and MPQA: texts, relations and accepted names."""

import json
import os
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from sayso.model import Span
from sayso.read.relation import Relation

SAYS = frozenset(
    [
        "say",
        "tell",
        "add",
        "note",
        "explain",
        "claim",
        "report",
        "state",
        "announce",
        "argue",
        "insist",
        "warn",
        "deny",
        "confirm",
        "comment",
        "suggest",
        "reply",
        "answer",
        "respond",
        "describe",
        "declare",
        "acknowledge",
        "admit",
        "stress",
        "emphasize",
        "continue",
        "believe",
        "think",
        "think",
        "write",
        "assert",
        "reveal",
        "recall",
        "remark",
        "observe",
        "express",
        "cite",
        "ask",
        "promise",
        "propose",
        "predict",
        "urge",
        "call",
        "conclude",
        "agree",
        "hope",
        "fear",
        "doubt",
        "mention",
    ]
)  # fmt: skip
PRONOUNS = frozenset({"he", "she", "they", "it", "who", "which"})
OTHER_PRONOUNS = frozenset(
    [
        "i",
        "me",
        "my",
        "mine",
        "we",
        "us",
        "our",
        "you",
        "your",
        "him",
        "his",
        "himself",
        "her",
        "hers",
        "herself",
        "its",
        "itself",
        "them",
        "their",
        "themselves",
    ]
)  # fmt: skip
POINTERS = ("the ", "this ", "that ", "these ", "those ", "his ", "her ", "its ", "their ")
OPEN = re.compile(r"\((\d+)-([a-z]+)")
CLOSE = re.compile(r"(?<![\d(-])(\d+)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The relation whose source is to be resolved, its printed words, and the names that are right."""

    relation: int
    printed: str
    accepted: tuple[str, ...]

    @property
    def pronoun(self) -> bool:
        """Whether the source is printed as a pronoun."""
        return self.printed.lower() in PRONOUNS


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One document with its relations."""

    id: str
    text: str
    sentences: tuple[Span, ...]
    relations: tuple[Relation, ...]
    targets: tuple[Target, ...]


def data_folder() -> Path | None:
    """The folder that SAYSO_DATA names, or None."""
    folder = os.environ.get("SAYSO_DATA")
    return Path(folder) if folder and Path(folder).is_dir() else None


def plain(words: str) -> str:
    """Words in the form in which names are compared: lower case, without article and possessive."""
    lower = " ".join(re.findall(r"\w+", words.lower().replace("'s", "").replace("’s", "")))
    return re.sub(r"^(?:the|a|an) ", "", lower)


def refers_back(printed: str) -> bool:
    """Whether a source is a third-person pronoun or a definite description without a name."""
    rest = printed.split(" ", 1)[-1]
    if printed.isupper() and len(printed) > 1:
        return False
    return printed.lower() in PRONOUNS or (printed.lower().startswith(POINTERS) and rest == rest.lower())


def target(relation: int, printed: str, others: set[str]) -> Target | None:
    """The target, where the document has something fuller than what is printed; else None."""
    names = {plain(o) for o in others if o.lower() not in PRONOUNS | OTHER_PRONOUNS and len(o) < 120}
    fuller = sorted(name for name in names if name and name != plain(printed))
    return Target(relation=relation, printed=printed, accepted=tuple(fuller)) if fuller else None


@dataclass(slots=True)
class Word:
    span: Span
    lemma: str
    head: int
    relation: str
    sentence: int
    number: int


def gum(folder: Path) -> list[Case]:
    """The Wikinews documents of GUM: subjects of verbs of saying, with their coreference chains."""
    return [_gum_case(path) for path in sorted((folder / "gum_wikinews" / "dep").glob("*.conllu"))]


def _gum_case(path: Path) -> Case:
    text, sentences, words, mentions = _read_conllu(path)
    by_place = {(word.sentence, word.number): word for word in words}
    chains: dict[str, set[str]] = defaultdict(set)
    for span, chain in mentions.items():
        chains[chain].add(text[span.start : span.end])
    relations: list[Relation] = []
    targets: list[Target] = []
    for word in words:
        verb = by_place.get((word.sentence, word.head))
        if word.relation != "nsubj" or verb is None or verb.lemma not in SAYS:
            continue
        around = [m for m in mentions if m.contains(word.span) and not m.contains(verb.span)]
        source = max(around, key=lambda m: m.end - m.start, default=word.span)
        relations.append(_relation(source, verb.span, sentences[word.sentence]))
        printed = text[source.start : source.end]
        if refers_back(printed) and source in mentions:
            one = target(len(relations) - 1, printed, chains[mentions[source]])
            targets += [one] if one else []
    return Case(
        id=path.stem,
        text=text,
        sentences=tuple(sentences),
        relations=tuple(relations),
        targets=tuple(targets),
    )


def _relation(source: Span, cue: Span, sentence: Span) -> Relation:
    after = Span(max(cue.end, source.end), sentence.end)
    before = Span(sentence.start, min(cue.start, source.start))
    content = after if after.end - after.start >= before.end - before.start else before
    kept = (content,) if content.start < content.end else ()
    return Relation(source=(source,), cue=(cue,), content=kept)


def _read_conllu(path: Path) -> tuple[str, list[Span], list[Word], dict[Span, str]]:
    """Text, sentences, words and mentions (place to chain) of one file, blank lines between paragraphs."""
    pieces: list[str] = []
    at, number, inside = 0, 0, 0
    sentences: list[Span] = []
    words: list[Word] = []
    mentions: dict[Span, str] = {}
    opened: dict[str, list[int]] = defaultdict(list)
    printed, glue = "", ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newpar"):
            glue = "\n\n"
        elif line.startswith("# text = "):
            printed = line[9:]
            glue = glue if pieces else ""
            pieces += [glue, printed]
            start = at + len(glue)
            at, inside, glue = start + len(printed), start, " "
            sentences.append(Span(start, at))
        elif line[:1].isdigit():
            cells = line.split("\t")
            if "-" in cells[0] or "." in cells[0]:
                continue
            number = int(cells[0])
            offset = printed.find(cells[1], inside - sentences[-1].start)
            begin = sentences[-1].start + offset if offset >= 0 else inside
            span = Span(begin, begin + len(cells[1]))
            inside = span.end
            words.append(Word(span, cells[2], int(cells[6]), cells[7], len(sentences) - 1, number))
            _entities(cells[9], span, opened, mentions)
    return "".join(pieces), sentences, words, mentions


def _entities(misc: str, span: Span, opened: dict[str, list[int]], mentions: dict[Span, str]) -> None:
    value = next((part[7:] for part in misc.split("|") if part.startswith("Entity=")), "")
    for piece in re.findall(r"\([^()]*\)?|\d+\)", value):
        if piece.startswith("("):
            chain = piece[1:].split("-")[0]
            if piece.endswith(")"):
                mentions[span] = chain
            else:
                opened[chain].append(span.start)
        elif opened[piece[:-1]]:
            mentions[Span(opened[piece[:-1]].pop(), span.end)] = piece[:-1]


def mpqa(folder: Path) -> list[Case]:
    """The first half of MPQA's documents: agents that stand for an agent described elsewhere."""
    lines = (folder / "mpqa" / "train.jsonl").read_text(encoding="utf-8").splitlines()
    return [_mpqa_case(json.loads(line)) for line in lines[: len(lines) // 2]]


def _mpqa_case(row: dict[str, object]) -> Case:
    from sayso.lang import abbreviations
    from sayso.text import sentences

    text = str(row["text"])
    spans = sentences(text, abbreviations("en"))
    agents, events = row["agents"], row["events"]
    assert isinstance(agents, list)
    assert isinstance(events, list)
    described: dict[str, set[str]] = defaultdict(set)
    for agent in agents:
        if agent["id"] not in (None, "w", "implicit"):
            described[agent["id"]].add(text[agent["start"] : agent["end"]])
    relations: list[Relation] = []
    targets: list[Target] = []
    for agent in sorted(agents, key=lambda a: (a["start"], a["end"])):
        cue = _cue(agent, events, spans)
        if cue is None or agent["end"] <= agent["start"]:
            continue
        source = Span(agent["start"], agent["end"])
        sentence = next(s for s in spans if s.contains(cue))
        relations.append(_relation(source, cue, sentence))
        printed = text[source.start : source.end]
        if refers_back(printed) and agent["id"] is None:
            one = target(len(relations) - 1, printed, described[agent["nested_source"][-1]])
            targets += [one] if one else []
    return Case(
        id=str(row["id"]),
        text=text,
        sentences=tuple(spans),
        relations=tuple(relations),
        targets=tuple(targets),
    )


def _cue(agent: dict[str, object], events: list[dict[str, object]], sentences: list[Span]) -> Span | None:
    """The speech event of an agent: the nearest with the same nested source in its sentence."""
    at = agent["start"]
    assert isinstance(at, int)
    same = [
        Span(int(str(e["start"])), int(str(e["end"])))
        for e in events
        if e["nested_source"] == agent["nested_source"] and agent["nested_source"]
    ]
    sentence = next((s for s in sentences if s.start <= at < s.end), None)
    inside = [span for span in same if sentence and sentence.contains(span) and span.start < span.end]
    return min(inside, key=lambda span: abs(span.start - at), default=None)
