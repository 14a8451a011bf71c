"""What stands around an aside: "The convoy, | which officials said would come, | never came"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sayso.lang import load
from sayso.model import Span, touches
from sayso.read.cues.group import is_adverb
from sayso.read.cues.lexicon import lexicon_of
from sayso.read.mending.completion import Attribution
from sayso.read.relation import Relation
from sayso.read.rules.view import View, view_of
from sayso.read.tagging.decoding import trim, trim_content
from sayso.read.turns.beside import Beside
from sayso.text import sentence_of

MOST_SUBJECT_WORDS = 12
P_AROUND = 0.7


def with_hosts_of_asides(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str = "en"
) -> list[Attribution]:
    """The attributions, with the author's own clause around each that stands in an aside of its subject.

    "The camp, which officials deny exists, holds 900 men" says two things, and the second is the author's.
    Only where nobody else is found to say it. Linear.
    """
    if not sentences:
        return list(found)
    beside = Beside.of(found)
    hosts = (_host(text, sentences, each, beside, language) for each in found)
    return [*found, *dict.fromkeys(host for host in hosts if host is not None)]


def _host(
    text: str, sentences: Sequence[Span], each: Attribution, beside: Beside, language: str
) -> Attribution | None:
    relation = each.relation
    if relation.voice == "author" or not relation.cue:
        return None
    sentence = sentences[sentence_of(sentences, relation.cue[0].start)]
    cue = relation.cue[0].start
    opened = _opening(language).search(text, sentence.start, cue)
    parts = (
        *relation.cue,
        *relation.content,
        *(s for s in relation.source if opened and s.start > opened.start()),
    )
    last = max(part.end for part in parts)
    if opened is None or text[last : last + 2] != ", " or last >= sentence.end:
        return None
    view = view_of(text, sentence, language)
    subject, rest = (
        trim(text, Span(sentence.start, opened.start())),
        trim_content(text, Span(last, sentence.end)),
    )
    if not _is_subject(view, subject) or rest.start >= rest.end or not _opens_with_verb(view, rest):
        return None
    others = beside.others(each, (subject, rest))
    if any(touches((subject, rest), other.cue) or touches((rest,), other.content) for other in others):
        return None
    own = Relation(content=(subject, rest), voice="author", p_relation=P_AROUND)
    return Attribution(relation=own, cue=None)


def _opens_with_verb(view: View, span: Span) -> bool:
    first = view.index(span.start)
    token = view.at(first)
    negated = token in load(view.language, "factuality_grammar")["negators"]
    between = negated or is_adverb(token, lexicon_of(view.language))
    return view.finite(first) or (between and view.finite(first + 1))


def _is_subject(view: View, span: Span) -> bool:
    """Whether the words up to the aside are one noun phrase: no verb, and no comma, stands in them."""
    first, last = view.index(span.start), view.index(span.end - 1)
    words = range(first, last + 1)
    return 0 < len(words) <= MOST_SUBJECT_WORDS and not any(
        view.finite(i) or view.at(i) in (",", ";", ":") for i in words
    )


@cache
def _opening(language: str) -> re.Pattern[str]:
    """ ", which" with no comma behind it up to the cue."""
    relatives = "|".join(load(language, "completion")["edges"]["clause_relatives"])
    return re.compile(rf",\s+(?:{relatives})\b[^,;]*\Z", re.IGNORECASE)
