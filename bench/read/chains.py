"""How well chains of nested sources are read: MPQA speech events, development and figure apart.

cue: share of events whose cue a statement's cue overlaps. source: the innermost source is right: it
overlaps a mention of the agent, or its printed or resolved text equals one. chain: right at every
level, and as many levels. deep: chains of three and more (the writer counts). spurious: share of
cues that overlap no event of any kind.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bench.corpora import corpus, fingerprint, json_lines, why_missing
from bench.read.scoring import counted
from bench.read.systems import NO_WEIGHTS, networks, readers, statements_of
from bench.table import Cell, Outcome, Row, Skipped, Table
from sayso.model import Source, Span, Statement, touches
from sayso.read.reader import Reader

NAME = "chains"
FILE = "mpqa/train.jsonl"
WRITER = "w"
SPEECH = "objective-speech-event"
PARTS = {"development": 0, "figure": 1}
NOTES = (
    "Even documents were looked at in development, odd ones were not.",
    "Research terms: this corpus measures and never trains.",
)
Document = dict[str, Any]


def measure() -> list[Outcome]:
    """A row for each reader and part: even documents to develop on, odd ones for the figure only."""
    path = corpus(FILE)
    if path is None:
        return [Skipped(name=NAME, why=why_missing(FILE))]
    documents = list(json_lines(path))
    rows = [
        row(f"{name}, {part}", documents[first::2], reader)
        for name, reader in readers().items()
        for part, first in PARTS.items()
    ]
    data = f"MPQA 1.2: {len(documents)} documents of foreign press, speech events ({fingerprint([path])})."
    notes = NOTES if networks() else (NO_WEIGHTS, *NOTES)
    return [Table(name=NAME, title="Chains: through whom it came", data=data, rows=rows, notes=notes)]


def row(name: str, documents: Sequence[Document], reader: Reader) -> Row:
    """The figures of one reader on some documents."""
    scores: Counter[str] = Counter()
    for document in documents:
        add(scores, document, statements_of(reader, document["text"]))
    figures: dict[str, Cell] = {"reader, part": name}
    for depth in ("all", "deep"):
        figures[f"{depth} events"] = scores[depth]
        named = [f"{depth} {what}" for what in ("cue", "source", "chain")]
        figures |= {name: counted(scores, name, depth) for name in named}
    return {**figures, "spurious": counted(scores, "spurious", "cued")}


def add(scores: Counter[str], document: Document, statements: Sequence[Statement]) -> None:
    """Counts one document."""
    every = [Span(e["start"], e["end"]) for e in document["events"] if e["end"] > e["start"]]
    cues = [statement.cue.spans for statement in statements if statement.cue]
    scores["cued"] += len(cues)
    scores["spurious"] += sum(not touches(cue, every) for cue in cues)
    agents = agents_of(document)
    by_id = {statement.id: statement for statement in statements}
    for event in filter(is_scored, document["events"]):
        place, wanted = Span(event["start"], event["end"]), event["nested_source"][1:]
        found = [one for one in statements if one.cue and touches(one.cue.spans, [place])]
        right = {
            "": True,
            " cue": bool(found),
            " source": any(agents[wanted[-1]].is_source(one.source) for one in found),
            " chain": any(_chain_right(levels(one, by_id), wanted, agents) for one in found),
        }
        for depth in ("all", "deep") if len(wanted) > 1 else ("all",):
            scores.update({depth + what: int(value) for what, value in right.items()})


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """Where a source is mentioned, and by which words."""

    spans: tuple[Span, ...] = ()
    names: frozenset[str] = frozenset()

    def is_source(self, source: Source) -> bool:
        """Whether a statement's source is this agent."""
        printed = {source.text.strip().lower(), source.name.strip().lower()} - {""}
        return touches(source.spans, self.spans) or bool(printed & self.names)


def agents_of(document: Document) -> Mapping[str, Agent]:
    """The agents of a document by their id; one that is mentioned nowhere is empty."""
    mentions: dict[str, set[Span]] = defaultdict(set)
    for agent in document["agents"]:
        for name in {agent["id"], *(agent["nested_source"] or [])[-1:]} - {None, ""}:
            if agent["end"] > agent["start"]:
                mentions[name].add(Span(agent["start"], agent["end"]))
    text = document["text"]
    found: dict[str, Agent] = defaultdict(Agent)
    for name, spans in mentions.items():
        names = frozenset(text[start:end].strip().lower() for start, end in spans) - {""}
        found[name] = Agent(spans=tuple(sorted(spans)), names=names)
    return found


def is_scored(event: Mapping[str, Any]) -> bool:
    """Whether an event is a speech event with a printed cue and somebody besides the writer."""
    chain = event["nested_source"]
    printed = event["end"] > event["start"] and not event["implicit"]
    return bool(event["type"] == SPEECH and printed and len(chain) > 1 and chain[0] == WRITER)


def levels(statement: Statement, by_id: Mapping[str, Statement]) -> list[Source]:
    """The sources from the outermost statement to this one, the author's own voice left out."""
    found: list[Source] = []
    seen: set[str] = set()
    one: Statement | None = statement
    while one is not None and one.id not in seen:
        seen.add(one.id)
        if one.source.kind != "author":
            found.append(one.source)
        one = by_id.get(one.within) if one.within else None
    return found[::-1]


def _chain_right(sources: Sequence[Source], wanted: Sequence[str], agents: Mapping[str, Agent]) -> bool:
    if len(sources) != len(wanted):
        return False
    return all(agents[agent].is_source(source) for source, agent in zip(sources, wanted, strict=True))
