"""Holds a draft against a ledger: reads it as a document would be, and stores nothing of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

from sayso.check import Match, Matter, Printed, findings_of
from sayso.check.matter import Said
from sayso.check.quotes import quotations
from sayso.errors import Problem, UsageError
from sayso.ingest import Defaults, capture_paths, document_of_text, is_plain, read_path
from sayso.lang.loading import abbreviations
from sayso.link.compare import compare_all
from sayso.link.lineage import Report
from sayso.link.mark import Link, Mark
from sayso.link.related import related
from sayso.link.words import stems_of
from sayso.model import Check, Claim, Document, Member, Span, Statement
from sayso.pipeline.denying import denials_at_hand, figures, sentence_around, unworded
from sayso.pipeline.earlier import claims_on
from sayso.pipeline.echoing import echoes
from sayso.pipeline.pairing import KEY_CAP
from sayso.pipeline.reading import make_reader, read_document
from sayso.pipeline.signing import signed
from sayso.pipeline.viewing import Viewer, make_viewer
from sayso.store.store import Store
from sayso.text.sentences import sentence_of, sentences
from sayso.text.words import words

MOST_MATCHES = 12  # of one proposition, the surest first
MOST_SENTENCES = 400  # that are looked for as they stand; what is longer is a book
MOST_TEXTS = 60  # documents in which a quotation is looked for


def draft_at(path: str | Path, defaults: Defaults) -> Document:
    """The one document in a file ("-": standard input); UsageError for none, several, or an empty one."""
    name = str(path)
    if name != "-" and Path(name).is_dir():
        raise UsageError(f"{name} is a folder: a draft is one document")
    found = list(read_path(name, defaults)) if is_plain(name) else _captured(name, defaults)
    problem = next((one for one in found if isinstance(one, Problem)), None)
    if problem is not None:
        raise UsageError(str(problem))
    documents = [one for one in found if isinstance(one, Document)]
    if len(documents) != 1:
        raise UsageError(f"{name} holds {len(documents)} documents: a draft is one")
    return usable(documents[0])


def document_of(draft: str | Path | Document) -> Document:
    """A draft as a document: of a text at hand (`str`), of a file (`Path`), or as it is."""
    if isinstance(draft, Document):
        return usable(draft)
    return draft_at(draft, Defaults()) if isinstance(draft, Path) else usable(document_of_text(draft))


def usable(document: Document) -> Document:
    """The document, where it can be read; else UsageError says why not."""
    if document.status in {"failed", "unread"} or not document.text.strip():
        why = "; ".join(problem.what for problem in document.problems) or "it has no text"
        raise UsageError(f"{document.input} cannot be checked: {why}")
    return document


def _captured(name: str, defaults: Defaults) -> list[Document | Problem]:
    found = capture_paths((name,), defaults)
    return [one if isinstance(one, Problem) else one.document for one in found]


def check_document(store: Store, draft: Document, *, as_of: str | None = None, rules: bool = False) -> Check:
    """The findings of a draft against a ledger as known on a day; nothing is written."""
    statements = read_document(draft, make_reader(rules=rules)).statements
    matter = matter_of(store, draft, statements, make_viewer(), as_of)
    found = signed(store, findings_of(matter))
    return Check(
        draft=draft.input, findings=found, propositions=len(matter.said),
        matched=sum(any(m.sure for m in said.matches) for said in matter.said),
        problems=(*draft.problems, *_problems(store, draft, matter)),
    )  # fmt: skip


def _problems(store: Store, draft: Document, matter: Matter) -> list[Problem]:
    found = []
    if not matter.statements:
        found.append(Problem(where=draft.input, what="no statement was found in the draft"))
    if not store.count_claims():
        hint = "`sayso add FOLDER` reads documents into it"
        found.append(
            Problem(where=str(store.path), what="the ledger has no claims to check against", hint=hint)
        )
    return found


def matter_of(
    store: Store, draft: Document, statements: Sequence[Statement], viewer: Viewer, as_of: str | None = None
) -> Matter:
    """The draft with what the ledger holds on each of its propositions."""
    views = viewer.views(draft, statements)
    marks = {p: msgspec.msgpack.decode(blob, type=Mark) for p, blob in views.marks}
    reports = {s: msgspec.msgpack.decode(blob, type=Report) for s, blob in views.reports}
    keys: dict[str, list[int]] = {}
    for key, proposition in views.keys:
        keys.setdefault(proposition, []).append(key)
    links = {p: _links(store, draft, marks, mark, keys.get(p, ()), reports) for p, mark in marks.items()}
    shelf = Shelf(store, as_of)
    shelf.load(q for pairs in links.values() for q, _ in pairs)
    said = _said(draft, statements, marks, links, shelf)
    texts = _texts(store, draft, said, as_of)
    printed = {document.id: store.statements(document.id) for document in texts}
    denials = denials_at_hand(store, said, printed, texts, draft, marks)
    behind = echoes(draft, said, texts, printed)
    return Matter(
        document=draft, statements=tuple(statements), texts=texts, printed=printed,
        said=tuple(
            msgspec.structs.replace(
                one, denials=denials.get(one.proposition.id, ()), echoes=behind.get(one.proposition.id, ())
            )
            for one in said
        ),
        corrected=_corrected(store, {document.id for document in texts}, as_of),
    )  # fmt: skip


def _links(
    store: Store,
    draft: Document,
    marks: Mapping[str, Mark],
    mark: Mark,
    keys: Sequence[int],
    reports: Mapping[str, Report],
) -> list[tuple[str, Link]]:
    """The propositions of the ledger that may be one with the draft's, the surest first."""
    shared = store.propositions_sharing(keys, KEY_CAP).shared
    decode = msgspec.msgpack.Decoder(Mark).decode
    others = {
        q: other for q, blob in store.marks(shared).items() if (other := decode(blob)).document != draft.id
    }
    every = {mark.proposition: mark, **others}
    pairs = [(min(mark.proposition, q), max(mark.proposition, q)) for q in sorted(others)]
    theirs = store.reports({other.statement for other in others.values()})
    known = {**reports, **{s: msgspec.msgpack.decode(blob, type=Report) for s, blob in theirs.items()}}
    found = []
    for link in compare_all(every, pairs):
        a, b = (known.get(every[end].statement) for end in (link.a, link.b))
        surer = related(link, a, b) if a and b else link
        found.append((surer.b if surer.a == mark.proposition else surer.a, surer))
    return sorted(found, key=lambda pair: (-pair[1].p, pair[0]))[:MOST_MATCHES]


def _corrected(store: Store, documents: Iterable[str], as_of: str | None) -> frozenset[str]:
    """The documents that were corrected, and the corrections, which say again what they take back."""
    edges = [edge for edge in store.derivations_of(documents, as_of) if edge.kind == "corrects"]
    return frozenset(end for edge in edges for end in (edge.document, edge.of) if end)


class Shelf:
    """What of the ledger is at hand: claims with members, statements, figures; each is asked for once."""

    def __init__(self, store: Store, as_of: str | None) -> None:
        self.store, self.as_of = store, as_of
        self.claims: dict[str, Claim] = {}
        self.members: dict[str, Printed] = {}
        self.claim_of: dict[str, Claim] = {}

    def load(self, propositions: Iterable[str]) -> None:
        """Brings the claims of these propositions, as known on the day."""
        wanted = sorted(set(propositions))
        ids = self.store.claims_of(wanted)
        stored = self.store.claims_by_id(set(ids.values()))
        for claim in stored.values():
            for one in self._known(claim):
                self.claims[one.id] = one
                self.claim_of.update((member.proposition, one) for member in one.statements)
        members = [member for claim in self.claims.values() for member in claim.statements]
        statements = self.store.statements_by_id({member.id for member in members}, self.as_of)
        marks = self.store.marks({member.proposition for member in members})
        bare = {one.document for one in statements.values() if unworded(one)}
        documents = self.store.documents_by_id(sorted(bare))
        for member in members:
            if member.id in statements:
                statement = statements[member.id]
                printed = _printed(member, statement, marks.get(member.proposition))
                if printed is not None:
                    if not printed.proposition.text and statement.document in documents:
                        words = sentence_around(documents[statement.document], statement)
                        printed = msgspec.structs.replace(printed, words=words)
                    self.members[member.proposition] = printed

    def _known(self, claim: Claim) -> tuple[Claim, ...]:
        if self.as_of is None:
            return (claim,)
        return claims_on(self.store, [m.proposition for m in claim.statements], self.as_of)

    def match(self, said: Said, proposition: str, link: Link) -> Match | None:
        """The match of what is said with a proposition; None where that was not known on the day."""
        printed, claim = self.members.get(proposition), self.claim_of.get(proposition)
        if printed is None or claim is None:
            return None
        members = (self.members.get(member.proposition) for member in claim.statements)
        return Match(
            p=link.p, relation=link.relation, printed=printed, claim=claim,
            members=tuple(one for one in members if one is not None),
            shared=shared_words(said, printed),
        )  # fmt: skip


def _printed(member: Member, statement: Statement, blob: bytes | None) -> Printed | None:
    every = (*statement.propositions, *unworded(statement))
    found = next((p for p in every if p.id == member.proposition), None)
    if found is None:
        return None
    mark = msgspec.msgpack.decode(blob, type=Mark) if blob else None
    return Printed(
        statement=statement, proposition=found, publisher=member.publisher, published=member.published,
        figures=figures(mark), stance=member.stance,
    )  # fmt: skip


def _said(
    draft: Document,
    statements: Sequence[Statement],
    marks: Mapping[str, Mark],
    links: Mapping[str, Sequence[tuple[str, Link]]],
    shelf: Shelf,
) -> tuple[Said, ...]:
    parts = sentences(draft.text, abbreviations("en"))
    found = []
    for statement in statements:
        for proposition in statement.propositions:
            at = proposition.spans[0] if proposition.spans else Span(0, 0)
            one = Said(
                statement=statement, proposition=proposition,
                sentence=parts[sentence_of(parts, at.start)] if parts else at,
                figures=figures(marks.get(proposition.id)),
            )  # fmt: skip
            matches = (shelf.match(one, q, link) for q, link in links.get(proposition.id, ()))
            found.append(msgspec.structs.replace(one, matches=tuple(m for m in matches if m is not None)))
    return tuple(found)


def shared_words(a: Said | Printed, b: Said | Printed) -> float:
    """Which part of the content words of the one that has fewer the other has, numbers and days left out."""
    mine, theirs = (frozenset(stems_of(_bare(one))) for one in (a, b))
    return len(mine & theirs) / (min(len(mine), len(theirs)) or 1)


def _bare(one: Said | Printed) -> str:
    text = one.proposition.text
    for left_out in (*(time.text for time in one.proposition.times), *(f.text for f in one.figures)):
        text = text.replace(left_out, " ")
    return text


def _texts(store: Store, draft: Document, said: Sequence[Said], as_of: str | None) -> tuple[Document, ...]:
    """The documents in which a quotation of the draft may stand: those that hold its words or are matched."""
    ids: dict[str, None] = {}
    for span in quotations(draft.text):
        quote = draft.text[span.start : span.end]
        spans = words(quote)
        longest = sorted((quote[s.start : s.end] for s in spans), key=len, reverse=True)[:6]
        for query in (" ".join(longest), " ".join(longest[:2])):
            ids.update((hit.document, None) for hit in store.search(query, as_of=as_of, limit=5))
    for sentence in sentences(draft.text, abbreviations("en"))[:MOST_SENTENCES]:
        words_in = (draft.text[s.start : s.end] for s in words(draft.text, sentence))
        query = " ".join(sorted({w for w in words_in if w.isalpha()}, key=lambda w: (-len(w), w))[:4])
        ids.update((hit.document, None) for hit in store.search(query, as_of=as_of, limit=2) if query)
    ids.update((m.printed.statement.document, None) for one in said for m in one.matches)
    ids.pop(draft.id, None)
    found = store.documents_by_id(list(ids)[:MOST_TEXTS])
    return tuple(found[id] for id in ids if id in found)
