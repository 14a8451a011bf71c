"""Who only meets what others say does not say it: "facing claims | that P", "got word from | X | that P"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.lang import load
from sayso.model import Span, Spans
from sayso.read.cues.finding import CueReading, read_cue
from sayso.read.cues.inflection import verb_forms
from sayso.read.mending.completion import Attribution
from sayso.read.nested.phrases import owner, phrase_behind, source_span
from sayso.read.nested.words import nested_words
from sayso.read.rules.view import view_of
from sayso.read.tagging.decoding import trim
from sayso.text import overlapping, row_of_spans, sentence_of

WORD = re.compile(r"[\w’'-]+")
MOST_SMALL = 4  # words between a verb and its noun
REACH = 80  # code points behind a cue in which the noun stands
KEPT_ACTS = frozenset({"deny", "decline", "unconfirmed", "demand", "ask"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Met:
    """A noun of words behind a verb: `verb` in lower case, `whose`: the "by" or "from" behind it.

    `near`: whether the noun stands in the cue or right before the content, and not inside the content.
    """

    verb: str
    noun: Span
    whose: Span | None
    near: bool


def with_reactions(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str
) -> list[Attribution]:
    """The attributions, where words that somebody only meets were given to him: they are nobody's, or of
    whoever stands behind "by" or "from".

    "The firm is facing | claims | that P": P is hearsay. Who makes, passes on, shares or denies the words
    keeps his statement. "Toll's accusation" is Toll's. In order; near-linear.
    """
    if not sentences:
        return list(found)
    found = [_mocking(text, each, language) for each in found]
    nouns = {each.relation.cue[0].start: each for each in found if len(each.relation.cue) == 1}
    kept: list[Attribution] = []
    gone: set[int] = set()
    for each in found:
        met = _met(text, each, language)
        if met is None:
            kept.append(_open(text, each, language))
            continue
        apart = nouns.get(met.whose.start) if met.whose else None  # "received a report | from"
        if apart is not None and apart is not each:
            gone.add(id(apart))
        inner = nouns.get(met.noun.start)
        mine = inner is None or inner is each or inner.relation.source == each.relation.source
        if inner is not None and mine:
            gone.add(id(inner))
        if mine:
            kept.append(_of_others(text, sentences, each, met, language))
    left = [each for each in kept if id(each) not in gone]
    taken = row_of_spans(span for each in left for span in each.relation.cue)
    bare = (_without_verb(text, each, language) for each in left)
    return [_owned(text, sentences, each, taken, language) for each in bare]


def _mocking(text: str, each: Attribution, language: str) -> Attribution:
    """ "Mocked | reports that P": who mocks them holds them to be untrue."""
    words, relation = load(language, "stands"), each.relation
    if (
        each.cue is None
        or each.cue.lemma not in words["mocking"]
        or not relation.content
        or not relation.source
    ):
        return each
    first = relation.content[0]
    printed = WORD.findall(text, first.start, min(first.end, first.start + REACH))[: MOST_SMALL + 1]
    mocked = first.start >= relation.cue[-1].end and any(word.lower() in words["mocked"] for word in printed)
    told = mocked and each.cue.act == "assert" and each.cue.certainty == "CT"
    return replace(each, cue=replace(each.cue, act="deny", negates=True)) if told else each


def _met(text: str, each: Attribution, language: str) -> _Met | None:
    """The noun of words that a statement's source only meets; None for none, or where it is his too."""
    relation = each.relation
    if each.cue is None or relation.voice == "author" or len(relation.cue) != 1 or not relation.content:
        return None
    met = _in_cue(text, each, language)
    before = min(relation.content).start < relation.cue[0].end
    if not relation.source:  # a source that a finder put into the content: "The news | fuelled speculation"
        return met if met and before and _meets(met, each.cue, language) else None
    if before or relation.voice != "source" or max(relation.source).end > relation.cue[0].start:
        return None
    met = met or _behind_cue(text, each, language)
    return met if met and _meets(met, each.cue, language) else None


def _in_cue(text: str, each: Attribution, language: str) -> _Met | None:
    """ "Is fighting claims", "received reports from"; not "can now claim", where the noun is a verb."""
    words, cue = _words(language), each.relation.cue[0]
    printed = [Span(*match.span()) for match in WORD.finditer(text, cue.start, cue.end)]
    lower = [text[a:b].lower() for a, b in printed]
    whose = lower[-1:] != [] and lower[-1] in words["of_others"]
    at = len(lower) - 1 - whose
    theirs = whose and lower[-1] in words["from"]
    known = words["nouns"] | words["from_whom"] if theirs else words["nouns"]
    if at < 1 or lower[at] not in known or not _governed(lower[:at], language):
        return None
    last = max(each.relation.content)
    opener = WORD.search(text, last.start, last.end)
    if not whose and (opener is None or not _opens(lower[at], opener.group(), language)):
        return None
    if lower[at] in words["counted"] and lower[at - 1] not in words["small"]:
        return None
    made = printed[-1] if whose else _of_whom(text, cue.end, language)
    return _Met(verb=" ".join(lower[:at]), noun=printed[at], whose=made, near=True)


def _of_whom(text: str, end: int, language: str) -> Span | None:
    """The "by" or "from" right behind a cue; None for none."""
    behind = WORD.match(text, end + 1)
    made = behind is not None and behind.group().lower() in _words(language)["of_others"]
    return Span(*behind.span()) if behind and made else None


def _governed(before: Sequence[str], language: str) -> bool:
    """Whether a verb stands before a noun: "is facing", "have"; not so in "can now", "the new"."""
    grammar, small = load(language, "cues_grammar"), _words(language)["small"]
    bare = [word for word in before if word not in small and not word.endswith("ly")]
    helping = {*grammar["be"], *grammar["do"], *grammar["modals"], *grammar["adverbs"], *grammar["negators"]}
    return any(word not in helping for word in bare)


def _opens(noun: str, opener: str, language: str) -> bool:
    """Whether what was said stands behind a noun: "word that", "reports of"."""
    words, opener = _words(language), opener.lower()
    return opener in words["that"] or (noun in words["of_matters"] and opener in words["of"])


def _behind_cue(text: str, each: Attribution, language: str) -> _Met | None:
    """ "Is studying | reports | that", where the noun is in no part, or begins the content."""
    words, cue = _words(language), each.relation.cue[0]
    first = min(each.relation.content)
    for count, match in enumerate(WORD.finditer(text, cue.end, cue.end + REACH)):
        word = match.group().lower()
        if word not in words["nouns"]:
            if word not in words["small"] or count == MOST_SMALL:
                return None
            continue
        behind = WORD.search(text, match.end(), match.end() + REACH)
        made = behind is not None and behind.group().lower() in words["of_others"]
        if behind is None or not (made or _opens(word, behind.group(), language)):
            return None
        return _Met(
            verb=text[cue.start : cue.end].lower(), noun=Span(*match.span()),
            whose=Span(*behind.span()) if made else None, near=match.end() <= first.start,
        )  # fmt: skip
    return None


def _meets(met: _Met, cue: CueReading, language: str) -> bool:
    """Whether a verb only meets the words: "is facing", "made light of", and not "made" or "denied"."""
    words, said = _words(language), met.verb.split()
    verb = read_cue(met.verb, language)
    if (
        {cue.act, verb.act} & KEPT_ACTS
        or cue.negates
        or verb.negates
        or "U" in (cue.certainty, verb.certainty)
    ):
        return False
    if not words["own"].isdisjoint(said):
        return False
    plain = " ".join(word for word in said if not word.endswith("ly"))
    if any(known(language).search(plain) for known in (_meeting, _governs, _given)):
        return True
    return met.near and (_forms(language, "making") | words["making_forms"]).isdisjoint(said)


def _without_verb(text: str, each: Attribution, language: str) -> Attribution:
    """ "The board investigated | reports": a verb was taken into the source, and the noun for its verb."""
    relation = each.relation
    if len(relation.source) != 1 or len(relation.cue) != 1 or relation.voice != "source":
        return each
    source, cue = relation.source[0], relation.cue[0]
    near = source.end + 1 == cue.start and text[cue.start : cue.end].lower() in _words(language)["nouns"]
    said = text[source.start : source.end].lower()
    if not near or not said.endswith("ed") or not _governs(language).search(said):
        return each
    bare = replace(relation, source=(), medium=(), voice="hearsay")
    return Attribution(relation=bare, cue=_reading(text, cue, spoken=False, language=language))


def _open(text: str, each: Attribution, language: str) -> Attribution:
    """ "Has not received reports that P": whether P is open, which the noun alone does not tell."""
    if (
        each.cue is None
        or len(each.relation.cue) != 1
        or not each.relation.content
        or each.cue.certainty == "U"
    ):
        return each
    met = _in_cue(text, each, language)
    negators = {*load(language, "cues_grammar")["negators"]}
    if met is None or negators.isdisjoint(met.verb.replace("n’t", " n't").replace("n't", " n't").split()):
        return each
    return replace(each, cue=replace(each.cue, act="unconfirmed", certainty="U", negates=False))


@cache
def _words(language: str) -> Mapping[str, frozenset[str]]:
    return {name: frozenset(each) for name, each in load(language, "reactions").items() if name != "proofs"}


@cache
def _meeting(language: str) -> re.Pattern[str]:
    either = "|".join(map(re.escape, sorted(_words(language)["meeting"], key=len, reverse=True)))
    return re.compile(rf"\b(?:{either})\b")


@cache
def _forms(language: str, name: str) -> frozenset[str]:
    grammar = load(language, "cues_grammar")
    return frozenset(form for lemma in _words(language)[name] for form in verb_forms(lemma, grammar))


@cache
def _governs(language: str) -> re.Pattern[str]:
    """A verb that meets words, at the end of a cue: "reacted to"."""
    grammar = load(language, "cues_grammar")
    lemmas = (lemma.partition(" ") for lemma in _words(language)["governing"])
    forms = sorted({form + gap + rest for verb, gap, rest in lemmas for form in verb_forms(verb, grammar)})
    return re.compile(rf"\b(?:{'|'.join(forms)})(?: (?:{'|'.join(_words(language)['small'])}))*\Z")


@cache
def _given(language: str) -> re.Pattern[str]:
    """ "Were given": who is given words."""
    be = "|".join(map(re.escape, load(language, "cues_grammar")["be"]))
    given = "|".join(_words(language)["given"])
    return re.compile(rf"\b(?:{be}) (?:{given})\b")


def _of_others(
    text: str, sentences: Sequence[Span], each: Attribution, met: _Met, language: str
) -> Attribution:
    """The words that were met, as those of whoever stands behind "by" or "from", else nobody's."""
    view = view_of(text, sentences[sentence_of(sentences, met.noun.start)], language)
    piece = None
    if met.whose:
        first = view.index(met.whose.start) + 1
        piece = phrase_behind(view, first, len(view), nested_words(language))
    source = (view.part(*piece),) if piece else ()
    start = source[0].end if source else met.noun.end
    end = met.whose.end if met.whose and source else met.noun.end
    relation = replace(
        each.relation, source=source, cue=(Span(met.noun.start, end),),
        content=_cut(text, each.relation.content, start, met, language), medium=(),
        voice="source" if source else "hearsay",
    )  # fmt: skip
    reading = _reading(text, met.noun, spoken=bool(source), language=language)
    return Attribution(relation=relation, cue=reading)


def _reading(text: str, noun: Span, *, spoken: bool, language: str) -> CueReading:
    reading = read_cue(text[noun.start : noun.end], language)
    if spoken:
        return replace(reading, voice="source", evidentiality="unstated")
    return replace(reading, voice="hearsay", evidentiality="reportative")


def _cut(text: str, content: Spans, start: int, met: _Met, language: str) -> Spans:
    """The content behind a place, without what is done in answer: "responded to claims that P | by suing"."""
    parts = [Span(max(part.start, start), part.end) for part in content if part.end > start]
    if parts and not _forms(language, "answering").isdisjoint(met.verb.split()):
        last = parts[-1]
        doing = _doing(language).search(text, last.start, last.end)
        parts[-1] = Span(last.start, doing.start()) if doing else last
    return tuple(trim(text, part) for part in parts)


@cache
def _doing(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s{load(language, 'reactions')['by']}\s+\w+ing\b")


def _owned(
    text: str, sentences: Sequence[Span], each: Attribution, cues: Sequence[Span], language: str
) -> Attribution:
    """A noun of words with its owner, or with whoever stands behind "by", as its source.

    `cues`: what is no part of an owner: "the guards deny | Toll's accusation".
    """
    relation = each.relation
    if each.cue is None or len(relation.cue) != 1 or relation.voice == "author":
        return each
    noun = relation.cue[0]
    if text[noun.start : noun.end].lower() not in _words(language)["nouns"]:
        return each
    view = view_of(text, sentences[sentence_of(sentences, noun.start)], language)
    at = view.index(noun.start)
    piece = owner(view, at, 0)
    behind = None
    if piece is None and view.at(at + 1) == load(language, "reactions")["by"]:
        piece = behind = phrase_behind(view, at + 2, len(view), nested_words(language))
    if piece is None or view.among(piece[0], "possessives"):
        return each
    source = source_span(view, piece)
    first = max((cue.end for cue in overlapping(cues, source)), default=source.start)
    source = trim(text, Span(first, max(first, source.end)))
    if source.start >= source.end:
        return each
    if any(part.overlaps(source) and part.start >= source.start for part in relation.source):
        return each
    end = view.part(*behind).end if behind else noun.end
    content = tuple(trim(text, Span(max(p.start, end), p.end)) for p in relation.content if p.end > end)
    whole = replace(relation, source=(source,), content=content or relation.content, voice="source")
    return Attribution(relation=whole, cue=replace(each.cue, voice="source", evidentiality="unstated"))
