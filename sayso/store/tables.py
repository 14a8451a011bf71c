"""The tables as queries name them; the migrations make them, and a test holds the two together."""

from typing import Any

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text
from sqlalchemy.types import Float, TypeEngine

METADATA = MetaData()


def _table(name: str, /, **columns: type[TypeEngine[Any]]) -> Table:
    return Table(name, METADATA, *(Column(key, kind) for key, kind in columns.items()))


DOCUMENTS = _table(
    "documents", number=Integer, id=Text, input=Text, title=Text, publisher=Text, published=Text,
    captured=Text, day=Text, author=Text, language=Text, url=Text, translation_of=Text, status=Text,
    words=Integer, text=Text, text_sha256=Text, original_sha256=Text, media_type=Text, series=Text,
    added=Integer, captions=Text, furniture=Text,
    other_language=Text,
)  # fmt: skip
PROBLEMS = _table("problems", document=Text, position=Integer, place=Text, what=Text, hint=Text)
UNSEEN = _table("unseen", document=Text, position=Integer, kind=Text, first=Integer, last=Integer, words=Text)
ORIGINALS = _table("originals", sha256=Text, media_type=Text, bytes=Integer)
READINGS = _table("readings", number=Integer, document=Text, reading=Text, made=Text, base=Text)
SHOWN = _table("shown", document=Text, reading=Text, base=Text)
READING_MAP = _table(
    "reading_map", document=Text, older=Text, newer=Text, position=Integer, kind=Text, before=Text, after=Text
)
STATEMENTS = _table(
    "statements", number=Integer, id=Text, document=Text, reading=Text, position=Integer, sentence=Integer,
    source_name=Text, source_kind=Text, anonymous=Integer, act=Text, evidentiality=Text, within=Text,
    content=Text, json=Text,
)  # fmt: skip
PROPOSITIONS = _table(
    "propositions", id=Text, reading=Text, statement=Text, document=Text, text=Text, factuality=Text,
    event_from=Text, event_to=Text, due_from=Text, due_to=Text,
)  # fmt: skip
FORGETTING = _table("forgetting", document=Text)

MARKS = _table(
    "marks",
    number=Integer,
    proposition=Text,
    document=Text,
    published=Text,
    blob=LargeBinary,
    keys=LargeBinary,
)
MARK_KEYS = _table("mark_keys", key=Integer, mark=Integer)
REPORTS = _table("reports", statement=Text, document=Text, blob=LargeBinary)
SKETCHES = _table("sketches", document=Text, blob=LargeBinary)
SKETCH_BANDS = _table("sketch_bands", band=Integer, document=Integer)
LINKS = _table("links", a=Text, b=Text, p=Float, relation=Text)
DERIVATIONS = _table(
    "derivations", id=Text, kind=Text, document=Text, of=Text, outlet=Text, statement=Text, p=Float,
    share=Float, evidence=Text,
)  # fmt: skip
CLAIMS = _table(
    "claims", id=Text, gist=Text, status=Text, founder=Text, first_published=Text, last_published=Text,
    first_day=Text, last_day=Text, documents=Integer, origins_low=Integer, origins=Integer,
    origins_high=Integer, against=Integer, json=Text,
)  # fmt: skip
CLAIM_MEMBERS = _table(
    "claim_members",
    claim=Text,
    proposition=Text,
    statement=Text,
    document=Text,
    stance=Text,
    scope=Text,
    p=Float,
)
SUBJECTS = _table("subjects", id=Text, kind=Text, name=Text, entry=Text, json=Text)
SUBJECT_STATEMENTS = _table("subject_statements", subject=Text, statement=Text)
STALE = _table("stale", **{"proposition": Text, "for": Text})
WORK = _table("work", stage=Text, document=Text)
FAILURES = _table("failures", input=Text, what=Text, hint=Text, at=Text, tries=Integer)

JUDGEMENTS = _table(
    "judgements", number=Integer, id=Text, what=Text, value=Text, by=Text, why=Text, at=Text, seq=Integer
)
JUDGEMENT_TARGETS = _table("judgement_targets", judgement=Text, position=Integer, target=Text)
REVOCATIONS = _table("revocations", judgement=Text, by=Text, why=Text, at=Text, seq=Integer)

TELLINGS = _table(
    "tellings", number=Integer, proposition=Text, document=Text, foretells=Integer, expectation=Text,
    blob=LargeBinary, keys=LargeBinary,
)  # fmt: skip
TELLING_KEYS = _table("telling_keys", key=Integer, foretells=Integer, telling=Integer)
EXPECTATIONS = _table(
    "expectations", id=Text, first_day=Text, due_from=Text, due_to=Text, promisor=Text, gist=Text,
    blob=LargeBinary,
)  # fmt: skip

LOG = _table("log", seq=Integer, at=Text, kind=Text, data=Text, previous=Text, hash=Text)
