"""The pipe for spaCy: `nlp.add_pipe("sayso")` sets `doc._.statements` and three groups of spans."""

from collections.abc import Iterator

import msgspec
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan

from sayso.errors import Problem
from sayso.ingest import Defaults, document_of_text
from sayso.model import Spans, Statement
from sayso.pipeline import make_reader, read_document

SOURCES, CUES, CONTENTS = "sayso:sources", "sayso:cues", "sayso:contents"
STATEMENTS, PROBLEMS = "sayso.statements", "sayso.problems"  # in user_data, as JSON: it outlives to_bytes


class Pipe:
    """Reads each Doc. Holds nothing but its settings, so that it goes to other processes and to disk.

    A Doc's own `doc._.publisher` and `doc._.published` (ISO date) win over those of the pipe. Nothing of the
    Doc is changed but its user data and its groups of spans.
    """

    def __init__(
        self, *, publisher: str | None, published: str | None, language: str | None, rules: bool, threads: int
    ) -> None:
        self.defaults = Defaults(publisher=publisher, published=published, language=language)
        self.rules, self.threads = rules, threads

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with its statements; none for an empty text, and for a language that is not read."""
        own = Defaults(publisher=doc._.publisher, published=doc._.published)
        document = document_of_text(doc.text, self.defaults.under(own))
        reader = make_reader(threads=self.threads, rules=self.rules)
        statements = read_document(document, reader).statements
        doc.user_data[STATEMENTS] = msgspec.json.encode(statements).decode()
        doc.user_data[PROBLEMS] = msgspec.json.encode(document.problems).decode()
        doc.spans[SOURCES] = [
            span for one in statements for span in _spans(doc, one.source.spans, one.source.kind, one)
        ]
        doc.spans[CUES] = [
            span for one in statements if one.cue for span in _spans(doc, one.cue.spans, one.act, one)
        ]
        doc.spans[CONTENTS] = [
            span for one in statements for span in _spans(doc, one.content.spans, one.evidentiality, one)
        ]
        return doc


def _spans(doc: Doc, spans: Spans, label: str, one: Statement) -> Iterator[SpacySpan]:
    """The tokens that the places touch; the statement's id is the span's."""
    for start, end in spans:
        found = doc.char_span(start, end, label=label, span_id=one.id, alignment_mode="expand")
        if found is not None:
            yield found


def statements_of(doc: Doc) -> tuple[Statement, ...]:
    """The statements of a Doc, with exact places in `doc.text`; () for one that the pipe has not read."""
    held = doc.user_data.get(STATEMENTS)
    return msgspec.json.decode(held, type=tuple[Statement, ...]) if held else ()


def problems_of(doc: Doc) -> tuple[Problem, ...]:
    """What was noticed of the text, such as a language that is not read; () for nothing."""
    held = doc.user_data.get(PROBLEMS)
    return msgspec.json.decode(held, type=tuple[Problem, ...]) if held else ()


def statement_of(span: SpacySpan) -> Statement | None:
    """The statement that a span of one of the groups belongs to; None for any other span."""
    return next((one for one in statements_of(span.doc) if one.id == span.id_), None)


def make(
    nlp: Language,
    name: str,
    publisher: str | None,
    published: str | None,
    language: str | None,
    rules: bool,
    threads: int,
) -> Pipe:
    """The pipe, for spaCy. Without `language` it is that of the pipeline; `xx` tells it from the words."""
    told = language or (None if nlp.lang in ("", "xx", "mul") else nlp.lang)
    return Pipe(publisher=publisher, published=published, language=told, rules=rules, threads=threads)


for _name, _getter in (("statements", statements_of), ("statement_problems", problems_of)):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, getter=_getter)
for _name in ("publisher", "published"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)
if not SpacySpan.has_extension("statement"):
    SpacySpan.set_extension("statement", getter=statement_of)

Language.factory(
    "sayso",
    default_config={"publisher": None, "published": None, "language": None, "rules": False, "threads": 1},
    assigns=["doc._.statements", "doc._.statement_problems", "doc.spans"],
    func=make,
)
