"""X, citing Y, reported that Z: the same Z is said by Y, and Y's saying is passed on by X."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.lang import load
from sayso.model import Span, Spans, touches, without
from sayso.read.relation import Relation
from sayso.read.rules.source import subject_before
from sayso.read.rules.view import view_of
from sayso.read.tagging.decoding import trim, trim_content
from sayso.text import sentence_of

_TELLS = re.compile(r"\b(?:as|that|who|which|to|saying)\b", re.IGNORECASE)
END = r"(?=,|;|\.\s|\.?\Z|\s(?:that|as)\s|[“\"])"
APPOSED = re.compile(r",\s+([^,;:“”\"]{2,60})(?=,|\.\s|\.?\Z)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Who is cited, with the verb that cites him, and the whole phrase, which is nobody else's words."""

    cue: Span
    cited: Span
    phrase: Span


@cache
def citing_phrase(language: str) -> re.Pattern[str]:
    """Matches the participle (1) and whom it cites (2), up to a comma or the end."""
    words = "|".join(load(language, "completion")["citing_participles"])
    return re.compile(rf"\b({words})\s+([^,;“\"]{{2,120}}?){END}", re.I)


@cache
def cited_behind(language: str) -> re.Pattern[str]:
    """Matches ", which in turn quoted (1) a contact (2)" up to a comma, and not "quoted X as saying"."""
    data = load(language, "completion")
    words, turns = "|".join(data["cited"]), "|".join(data["in_turn"])
    who = "|".join(data["edges"]["relative_subjects"])
    return re.compile(
        rf",\s+(?:{who})\s+(?:(?:{turns})\s+){{0,2}}({words})\s+([^,;“\"]{{2,80}}?)(?=,|;|\.\s|\.?\Z)", re.I
    )


def with_citations(
    text: str, sentences: Sequence[Span], relations: Sequence[Relation], language: str
) -> list[Relation]:
    """The relations, with one of the cited source for each citing participle that has a host.

    The host is the relation of the same sentence whose cue is nearest; the participle's phrase is
    taken out of its source and content. One whose verb stands right behind the phrase has the subject before
    it for source: "The Post, citing a clerk, said". Without a host nothing is changed.
    """
    found = dict(enumerate(r for r in relations if not _gives_a_reason(text, r, language)))
    homes: dict[int, list[int]] = {}
    for number, relation in found.items():
        if relation.cue and sentences:
            homes.setdefault(sentence_of(sentences, relation.cue[0].start), []).append(number)
    for home in sorted(homes):
        citations = list(_citations(text, sentences[home], language))
        if citations:
            _cite_all(text, sentences[home], citations, found, homes[home], language)
    return list(found.values())


def _citations(text: str, sentence: Span, language: str) -> Iterator[Citation]:
    for match in citing_phrase(language).finditer(text, sentence.start, sentence.end):
        if _reason(language).match(match[2]):
            continue
        yield _citation(text, sentence, match, language)
    for match in cited_behind(language).finditer(text, sentence.start, sentence.end):
        if not _TELLS.search(match[2]):
            yield _citation(text, sentence, match, language)


def _gives_a_reason(text: str, relation: Relation, language: str) -> bool:
    """Whether a cue is "citing" before a reason: that cites nobody, and is no statement."""
    match = citing_phrase(language).match(text, relation.cue[0].start) if relation.cue else None
    return match is not None and _reason(language).match(match[2]) is not None


@cache
def _reason(language: str) -> re.Pattern[str]:
    """ "Mines", "a severe lack of coal": why, and not who."""
    words = load(language, "completion")
    articles, reasons = "|".join(words["articles"]), "|".join(words["reasons_cited"])
    return re.compile(rf"(?:(?:{articles})\s+)?(?:[a-z-]+\s+){{0,2}}?(?:{reasons})\b", re.IGNORECASE)


def _citation(text: str, sentence: Span, match: re.Match[str], language: str) -> Citation:
    """The citation of a match, with the apposition to whom it cites: "citing the mayor | , Ine Vollar"."""
    cited, end = trim(text, Span(*match.span(2))), match.end()
    apposed = APPOSED.match(text, end, sentence.end)
    if apposed and _names(text, cited, Span(*apposed.span(1)), language):
        cited, end = Span(cited.start, apposed.end()), apposed.end()
    return Citation(cue=Span(*match.span(1)), cited=cited, phrase=Span(match.start(), end))


def _names(text: str, cited: Span, beside: Span, language: str) -> bool:
    """Whether one of the two is a name, and the other, with its article, tells whose; no clause."""
    articles = load(language, "completion")["of_matters"]
    first, second = (text[a:b].split() for a, b in (cited, beside))
    named = [all(word[:1].isupper() for word in words) and len(words) > 1 for words in (first, second)]
    told = [words[0].lower() in articles for words in (first, second)]
    return (told[0] and named[1]) or (named[0] and told[1])


def _cite_all(
    text: str,
    sentence: Span,
    citations: Sequence[Citation],
    found: dict[int, Relation],
    near: list[int],
    language: str,
) -> None:
    """Puts the cited sources of a sentence behind `found`; `near` are the numbers of its relations."""
    cues, phrases = tuple(each.cue for each in citations), tuple(each.phrase for each in citations)
    own = [number for number in near if not touches(found[number].cue, cues)]
    hosts = [number for number in own if _is_host(found[number], sentence, phrases)]
    if not hosts:
        return
    for number in set(near).difference(own):
        del found[number]
    for number in hosts:
        found[number] = _with_subject(text, sentence, found[number], phrases, language)
    for each in citations:
        number = min(hosts, key=lambda n: abs(found[n].cue[0].start - each.cue.start))
        host, inner = found[number], next(reversed(found)) + 1
        content = _clean(text, without(host.content, phrases), trim_content)
        source = _clean(text, without(host.source, phrases), trim)
        found[number] = replace(host, source=source, content=content)
        told = _told_inside(each, [found[n] for n in near if n in found])
        said = (source, (Span(each.cited.start, told.content[-1].end),)) if told else ((each.cited,), content)
        found[inner] = Relation(source=said[0], cue=(each.cue,), content=said[1], p_relation=host.p_relation)


def _told_inside(citation: Citation, near: Sequence[Relation]) -> Relation | None:
    """What whoever is cited says by a verb of his own: "citing a nurse | who said that nine had died"."""
    return next(
        (
            one
            for one in near
            if one.content
            and one.content[-1].end > citation.phrase.end
            and any(citation.cited.contains(part) for part in one.cue)
        ),
        None,
    )


def _with_subject(
    text: str, sentence: Span, host: Relation, phrases: Sequence[Span], language: str
) -> Relation:
    """The host with the subject before an aside that cites, where its verb stands right behind the aside."""
    first = _aside_before(text, host.cue[0].start, phrases, language)
    if first is None:
        return host
    known = _clean(text, without(host.source, phrases), trim)
    if len(known) == 1 and known[0].end <= first:
        return host
    view = view_of(text, sentence, language)
    comma = view.index(first)
    piece = subject_before(view, comma, 0)
    subject = view.part(*piece) if piece and piece[1] == comma else None
    if subject is None or touches((subject,), (*host.cue, *host.content)):
        return host
    return replace(host, source=(subject,))


@cache
def _relative(language: str) -> re.Pattern[str]:
    """Matches a clause about who is cited: ", who asked not to be named, "."""
    who = "|".join(load(language, "completion")["edges"]["clause_relatives"])
    return re.compile(rf",\s+(?:{who})\s[^,;:“”\"]{{1,80}},\s+", re.IGNORECASE)


def _aside_before(text: str, verb: int, phrases: Sequence[Span], language: str) -> int | None:
    """Where the comma stands with which the citing phrases right before a verb begin; None for no such."""
    first = verb
    for phrase in sorted(phrases, reverse=True):
        between = text[phrase.end : first]
        if between.strip(" ,") and not _relative(language).fullmatch(between):
            continue
        first = len(text[: phrase.start].rstrip(" ,")) if text[phrase.start] != "," else phrase.start
    return first if first < verb and text[first] == "," else None


def _is_host(relation: Relation, sentence: Span, phrases: Sequence[Span]) -> bool:
    if relation.voice != "source" or not relation.content:
        return False
    return sentence.contains(relation.cue[0]) and not touches(relation.cue, phrases)


def _clean(text: str, spans: Spans, edge: Callable[[str, Span], Span]) -> Spans:
    kept = (edge(text, span) for span in spans)
    return tuple(span for span in kept if any(c.isalnum() for c in text[span.start : span.end]))
