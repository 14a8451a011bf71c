"""How whole readings of own documents compare with a person's: every field of every statement."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from bench.corpora import EXAMPLES, fingerprint
from bench.read.gold_scores import figures, tally
from bench.read.gold_shape import Reading, of_gold, of_statements
from bench.read.systems import NO_WEIGHTS, networks, readers
from bench.table import Outcome, Row, Skipped, Table
from sayso.ingest import read_path
from sayso.model import Document
from sayso.pipeline import read_document
from sayso.read.reader import Reader
from tests.gold_documents import GOLD, GoldDocument, fresh_paths, gold_paths, load_gold

NAME = "gold"
REGISTERS = {
    "The Ostrel Letter": "exile outlet",
    "Radio Lanterna": "exile outlet",
    "Norrin Press": "wire",
    "Quillan Courier": "newspaper",
    "Ashmere Chronicle": "newspaper",
    "Dravik Gazette": "newspaper",
    "Sarvane State Dispatch": "state agency",
    "Open Valleys": "NGO",
    "Dolm Families Association": "NGO",
    "International Relief Office": "UN-style body",
    "Office of the Special Rapporteur on Sarvane": "UN-style body",
}
NOTES = (
    "found: cues overlap (without a cue: contents share half of their words).",
    "Shares of fields, from act to resolved, are over the statements found.",
    "all three: act, evidentiality, every factuality. resolved: the name, where it is not what is printed.",
    "times F1: days and role of times with a value, in their statement. spurious: what no person found.",
)
UNSEEN = "six fresh documents"
FIRST = (
    "The first time that they were read: found .81, source right .76, all three .75, hearsay to a wrong "
    "source 0. The errors have been looked at since."
)
Read = Callable[[GoldDocument], list[Reading]]


def measure() -> list[Outcome]:
    """Every reader on all gold documents; by register, by document; on fresh ones; a second person's."""
    documents = [load_gold(path) for path in gold_paths()]
    if not documents:
        return [Skipped(name=NAME, why="skipped: there are no gold readings")]
    reads = {name: reading_by(reader) for name, reader in readers().items()}
    counts = {name: by_document(documents, read) for name, read in reads.items()}
    notes = NOTES if networks() else (NO_WEIGHTS, *NOTES)
    data = f"{len(documents)} own documents of six registers, read by a person ({fingerprint(gold_paths())})."
    best = next(iter(counts))
    registers = by_register(documents, counts[best])
    whole = [figures(name, summed(found.values())) for name, found in counts.items()]
    return [
        Table(name=NAME, title="Whole readings of own documents", data=data, rows=whole, notes=notes),
        Table(name=f"{NAME} by register", title=f"By register: {best}", data=data, rows=registers),
        Table(name=f"{NAME} by document", title=f"By document: {best}", data=data,
              rows=[figures(name, found) for name, found in counts[best].items()]),
        *fresh(reads, notes),
        *second_annotation(documents),
    ]  # fmt: skip


def fresh(reads: Mapping[str, Read], notes: tuple[str, ...] = NOTES) -> list[Outcome]:
    """The same measure on documents that no reader was made on: every reader, then the first by document.

    No floor is pinned to it. [] where there are no such readings.
    """
    documents = [load_gold(path) for path in fresh_paths()]
    if not documents:
        return []
    counts = {name: by_document(documents, read) for name, read in reads.items()}
    best = next(iter(counts))
    whole = [figures(f"{name}, {UNSEEN}", summed(found.values())) for name, found in counts.items()]
    single = [figures(name, found) for name, found in counts[best].items()]
    texts = fingerprint(fresh_paths())
    data = f"{len(documents)} own documents of six outlets, first read by a person ({texts})."
    return [
        Table(name=f"{NAME} fresh", title="Fresh documents", data=data, rows=whole, notes=(*notes, FIRST)),
        Table(name=f"{NAME} fresh by document", title=f"Fresh, by document: {best}", data=data, rows=single),
    ]


def by_document(documents: Sequence[GoldDocument], read: Read) -> dict[str, Counter[str]]:
    """The counts of each document."""
    return {one.name.removesuffix(".md"): tally(one.text, of_gold(one), read(one)) for one in documents}


def summed(counts: Iterable[Counter[str]]) -> Counter[str]:
    """Counts of several documents as one."""
    total: Counter[str] = Counter()
    for one in counts:
        total.update(one)
    return total


def by_register(documents: Sequence[GoldDocument], counts: dict[str, Counter[str]]) -> list[Row]:
    """A row for each register."""
    found: dict[str, Counter[str]] = {}
    for document, one in zip(documents, counts.values(), strict=True):
        register = REGISTERS.get(document.publisher, "other")
        found.setdefault(register, Counter()).update(one)
    return [figures(register, one) for register, one in sorted(found.items())]


def reading_by(reader: Reader) -> Read:
    """What a reader reads in the document as it ships, front matter and all."""

    def read(gold: GoldDocument) -> list[Reading]:
        document = next(iter(read_path(str(EXAMPLES / gold.name))))
        if not isinstance(document, Document) or document.text != gold.text:
            raise ValueError(f"{gold.name}: its text is not the one that the gold reading is of")
        return of_statements(read_document(document, reader).statements)

    return read


def second_annotation(documents: Sequence[GoldDocument]) -> list[Outcome]:
    """The same measure of a second person against the first; [] where nobody read twice."""
    second = {one.name: one for one in map(load_gold, sorted((GOLD / "second").glob("*.yaml")))}
    twice = [one for one in documents if one.name in second]
    if not twice:
        return []
    counts = by_document(twice, lambda gold: of_gold(second[gold.name]))
    rows = [figures("all", summed(counts.values())), *(figures(name, one) for name, one in counts.items())]
    data = f"{len(twice)} of the documents, read by a second person from the same guidelines."
    return [Table(name=f"{NAME} second", title="One person against another", data=data, rows=rows)]
