"""Contents that a tagger left off at their first word: "We deny | that | a depot is short"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from sayso.lang import load
from sayso.model import Span, touches, without
from sayso.read.relation import Relation
from sayso.read.tagging.decoding import trim

TO_COMMA = re.compile(r"[^,.;:!?“”\"\n]*")


FRONT = re.compile(r"\s+(?P<words>(?:[\w’'-]+\s+){0,6})")  # of a clause whose rest was found: " the plant "
MARKS = '“”"«» ,.!'
BREAK = re.compile(
    r"\n\s*\n|\n(?=\s*(?:[-*•–—]\s|\d{1,3}[.)]\s))"
)  # of paragraphs, and before what is listed
PARTED = re.compile(r"\n[^\S\n]*\n\s*")
QUOTES = '“"«‘'
YEAR = re.compile(r",? (?:1[89]|20)\d\d\b")
DATE_CHARS = 16  # of "September 30"
ARTICLE_CHARS = 8  # of ". “The "
FRONT_CHARS = 24  # " all of the private "
NOT_TO = re.compile(r"\bnot\s+\Z", re.I)


@cache
def _openers(language: str) -> frozenset[str]:
    return frozenset(load(language, "completion")["clause_openers"])


def _breaks_off(printed: str, language: str) -> bool:
    """Whether a content is only "that" or "the", or ends where what it says of its subject begins."""
    words = printed.lower().split()
    copulas = load(language, "sources")["words"]["copulas"]
    openers = _openers(language) | set(load(language, "completion")["articles"])
    return printed.lower() in openers or (len(words) > 1 and words[-1] in copulas)


def with_whole_clause(text: str, relation: Relation, language: str) -> Relation:
    """The relation with a last piece of content that breaks off drawn out to the end of its clause.

    That is the next comma, stop or quotation mark, or another part of the relation. Unchanged otherwise.
    """
    if not relation.content or not _breaks_off(text[slice(*relation.content[-1])], language):
        return relation
    piece = relation.content[-1]
    clause = TO_COMMA.match(text, piece.end)
    parts = (*relation.source, *relation.cue, *relation.medium)
    end = min([clause.end() if clause else piece.end, *(p.start for p in parts if p.start >= piece.end)])
    return replace(relation, content=(*relation.content[:-1], trim(text, Span(piece.start, end))))


def with_answer(text: str, relation: Relation, language: str) -> Relation:
    """The relation with all that stands behind its colon, and without the mere answer before its cue.

    "Not so, said X: the plant | is safe" is "the plant is safe". Unchanged without a colon behind it.
    """
    if not relation.cue or not relation.content:
        return relation
    end = max(part.end for part in (*relation.source, *relation.cue))
    behind = sorted(piece for piece in relation.content if piece.start > end)
    missed = FRONT.fullmatch(text, end + 1, behind[0].start) if behind else None
    if text[end : end + 1] != ":" or missed is None:
        return relation
    first = Span(missed.start("words"), behind[0].end)
    answers = load(language, "completion")["edges"]["answers"]
    before = (piece for piece in relation.content if piece.end <= end)
    kept = (piece for piece in before if text[slice(*piece)].strip(MARKS).lower() not in answers)
    return replace(relation, content=(*kept, first, *behind[1:]))


def with_article(text: str, relation: Relation, language: str) -> Relation:
    """The relation with the article before a content that begins its sentence: "The | yard was cleared"."""
    content = []
    for piece in relation.content:
        article = _opened(language).search(text, max(0, piece.start - ARTICLE_CHARS), piece.start)
        content.append(Span(article.start(1), piece.end) if article else piece)
    return replace(relation, content=tuple(content))


@cache
def _opened(language: str) -> re.Pattern[str]:
    articles = "|".join(load(language, "sources")["words"]["articles"])
    return re.compile(rf"(?:\A|\n|[.!?:]\s)[“\"]?((?:{articles})\s)\Z", re.IGNORECASE)


def with_own_paragraph(text: str, relation: Relation, language: str) -> Relation:
    """The relation with source and cue in one paragraph, and no unquoted content from the one before."""
    if not relation.cue:
        return relation
    cue = tuple(_up_to_break(text, piece) for piece in relation.cue)
    content = tuple(_in_paragraph(text, piece, cue[0].start) for piece in relation.content)
    source = tuple(_beside(text, piece, cue[0].start) for piece in relation.source)
    changed = replace(relation, source=source, cue=cue, content=content)
    return changed if changed != relation else relation


def _up_to_break(text: str, piece: Span) -> Span:
    over = PARTED.search(text, piece.start, piece.end)
    return Span(piece.start, over.start()) if over else piece


def _beside(text: str, source: Span, cue: int) -> Span:
    """The source in the paragraph of its cue: "Letter from Olm ¶ | The mayor | says"."""
    if source.start >= cue:
        return _up_to_break(text, source)
    *_, start = (source.start, *(over.end() for over in PARTED.finditer(text, source.start, source.end)))
    return Span(start, source.end)


def _in_paragraph(text: str, piece: Span, cue: int) -> Span:
    *_, at = (-1, *(match.end() for match in BREAK.finditer(text, piece.start, piece.end)))
    spills = at >= 0 and piece.end <= cue and not BREAK.search(text, piece.end, cue)
    return trim(text, Span(at, piece.end)) if spills and text[piece.start] not in QUOTES else piece


def with_whole_dates(text: str, relation: Relation, language: str) -> Relation:
    """The relation with the year behind a month at the end of a content: "in August | 2021"."""
    content = []
    for piece in relation.content:
        month = _month_end(language).search(text, max(piece.start, piece.end - DATE_CHARS), piece.end)
        year = YEAR.match(text, piece.end) if month and month.end() == piece.end else None
        content.append(Span(piece.start, year.end()) if year else piece)
    return replace(relation, content=tuple(content))


def without_place(text: str, relation: Relation, language: str) -> Relation:
    """The relation without where there is talk: "there is talk | in the capital | of a change"."""
    first = min(relation.content, default=None)
    if first is None or not relation.cue or relation.cue[-1].end > first.start:
        return relation
    existing = text[slice(*relation.cue[0])].lower().startswith("there ")
    place = _place(language).match(text, relation.cue[-1].end) if existing else None
    if place is None or not first.start < place.end() < first.end:
        return relation
    rest = tuple(part for part in relation.content if part != first)
    return replace(relation, content=(Span(place.end(), first.end), *rest))


@cache
def _place(language: str) -> re.Pattern[str]:
    """ " in the capital " up to "of" or "that"."""
    places = "|".join(load(language, "completion")["talked_in"])
    return re.compile(rf"\s+(?:{places})\s+(?:[\w’'-]+\s+){{1,5}}?(?=(?:of|that|about)\s)", re.IGNORECASE)


def with_listed(text: str, relation: Relation, language: str) -> Relation:
    """The relation with what a list goes on with: "said that P; | that Q; and that R"."""
    last = max(relation.content, default=None)
    opens = load(language, "completion")["that"]
    if last is None or not relation.cue or last.start < relation.cue[-1].end:
        return relation
    if text[last.start : last.end].split(" ", 1)[0].lower() not in opens:
        return relation
    end = last.end
    while (more := _listed(language).match(text, end)) is not None:
        end = more.end()
    content = tuple(trim(text, Span(last.start, end)) if part == last else part for part in relation.content)
    return replace(relation, content=content) if end > last.end else relation


@cache
def _listed(language: str) -> re.Pattern[str]:
    that = "|".join(load(language, "completion")["that"])
    return re.compile(rf"[^\S\n]*;\s+(?:and\s+|but\s+)?(?:{that})\s[^.;!?\n“”\"]+", re.IGNORECASE)


def with_measure(text: str, relation: Relation, language: str) -> Relation:
    """The relation with the number at which something is put: "put the toll | at nine"."""
    verb = text[slice(*relation.cue[-1])].split()[-1:] if relation.cue else []
    last = max(relation.content, default=None)
    if last is None or not verb or verb[0].lower() not in load(language, "completion")["measured_by"]:
        return relation
    measure = _measure(language).match(text, last.end)
    if measure is None or last.start < relation.cue[-1].end:
        return relation
    content = tuple(Span(last.start, measure.end()) if part == last else part for part in relation.content)
    return replace(relation, content=content)


@cache
def _measure(language: str) -> re.Pattern[str]:
    """ " at about 1,200 tonnes", up to a comma, a stop or another clause."""
    counted = "|".join(load(language, "sources")["words"]["counted"])
    return re.compile(
        rf"\s+at\s+(?:[a-z]+\s+){{0,3}}?(?:[$€£]?\d[\d,.]*\d|\d|(?:{counted})\b|(?:half|dozens|hundreds|thousands|scores)\b)"
        r"(?:\s+(?:and|or|to)\s+\d[\d,.]*)?(?:\s(?!and\b|but\b|while\b|although\b|as\b|which\b|who\b|according\b|in\b|on\b)[\w%-]+){0,4}",
        re.IGNORECASE,
    )


@cache
def _month_end(language: str) -> re.Pattern[str]:
    days = next(each["words"] for each in load(language, "rules") if each.get("class") == "calendar")
    months = "|".join(day.capitalize() for day in days[days.index("january") : days.index("december") + 1])
    return re.compile(rf"\b(?:{months})(?: \d{{1,2}})?\Z")


def with_front(text: str, relation: Relation, language: str) -> Relation:
    """The relation with what a tagger left between cue and content: "ordered | all private | kiosks".

    Only from an article or the like on, and not before a clause, whose hearer it would be.
    """
    if not relation.cue or not relation.content:
        return relation
    first, end = min(relation.content), relation.cue[-1].end
    between = text[end : first.start] if end < first.start <= end + FRONT_CHARS else ""
    words = between.split()
    determiners = load(language, "factuality_grammar")["determiners"]
    opened = text[first.start : first.end].split(None, 1)[:1]
    clause = opened[:1] != [] and (opened[0].lower() in _clause_words(language) or not opened[0][0].isalnum())
    clause = clause and not _is_possessor(text, relation, opened, language)
    plain = between[:1] == " " and all(word.isalpha() and word.islower() for word in words)
    if not (words and words[0] in determiners and plain) or clause:
        return relation
    rest = tuple(part for part in relation.content if part != first)
    return replace(relation, content=(Span(end + 1, first.end), *rest))


def _is_possessor(text: str, relation: Relation, opened: list[str], language: str) -> bool:
    """ "Promised the families | of the dead 300 marks": what "of" hangs on, where the verb takes no "of"."""
    verb = text[slice(*relation.cue[-1])].lower().split()[-1:]
    takes_of = load(language, "completion")["edges"]["takes_of"]
    return [word.lower() for word in opened] == ["of"] and not {*verb} & {*takes_of}


@cache
def _clause_words(language: str) -> frozenset[str]:
    """What opens a clause or a phrase beside a hearer: "that", "to", "on", "he"."""
    sources = load(language, "sources")
    lists = sources["words"]
    return frozenset(
        (*lists["function"], *lists["prepositions"], *lists["auxiliaries"], *sources["pronouns"])
    )


def with_negation(text: str, relation: Relation) -> Relation:
    """The relation with the "not" before an infinitive that is its content: "warned by X | not to leave"."""
    content = tuple(_negated(text, piece) for piece in relation.content)
    pairs = zip(content, relation.content, strict=True)
    leads = [Span(new.start, old.start) for new, old in pairs if new.start < old.start]
    if not leads or touches(leads, relation.cue):
        return relation
    source = tuple(trim(text, part) for part in without(relation.source, leads))
    return replace(relation, source=source, content=content)


def _negated(text: str, piece: Span) -> Span:
    infinitive = text[piece.start : piece.start + 3].lower() == "to "
    lead = NOT_TO.search(text, max(0, piece.start - 8), piece.start) if infinitive else None
    return Span(lead.start(), piece.end) if lead else piece
