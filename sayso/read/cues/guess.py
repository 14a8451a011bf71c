"""Reads the words of a cue that a tagger found, known to the lexicon or not."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from sayso.lang import load
from sayso.model import Span
from sayso.read.cues.group import Group, is_adverb, verb_group
from sayso.read.cues.lexicon import GAP, Entry, Lexicon, lexicon_of
from sayso.read.cues.match import VERBAL, compose, pattern_extent
from sayso.read.cues.reading import CueReading
from sayso.read.cues.words import Words

CUES_KEPT = 4096
CHANNEL_WORDS = 4  # in which "on its website" stands between a message and what it does
PREFERRED = ("fixed", "verb", "passive", "adjective", "preposition", "adverb", "noun")


@lru_cache(maxsize=CUES_KEPT)
def read_cue(words: str, language: str = "en") -> CueReading:
    """What the printed words of a cue do, without their neighbours: "has repeatedly denied".

    The lexicon's longest entry in them wins, a verb before an adverb or a noun, whatever should
    stand beside it. Negation and refusal are composed: "did not deny" asserts nothing (assert, U),
    "did not say" and "did not say whether" decline (U), "never confirmed" is unconfirmed (U),
    "does not think" believes the contrary (PR, negates). Unknown words: the last word's lemma by
    rule, assert, CT; under a negation U. A passive with its agent reads as what the agent does ("were
    denied by" denies), and "issued a statement denying" as what the statement does. Empty words give the
    lemma "" and assert.
    """
    lexicon = lexicon_of(language)
    plain = _plainer(words, language)
    view = Words.of(plain, Span(0, len(plain)))
    active = _active(view, lexicon)
    if active:
        return read_cue(active, language)
    candidates = [each for index in range(len(view.tokens)) for each in _at(view, index, lexicon)]
    if not candidates:
        return _unknown(view, lexicon)
    told = [each for each in candidates if _is_of_message(view, each[1], lexicon, language)]
    reading = _best(told, view, lexicon) if told else None
    return reading if reading and reading.act != "assert" else _best(candidates, view, lexicon)


def _best(candidates: Sequence[tuple[Entry, int]], view: Words, lexicon: Lexicon) -> CueReading:
    entry, first = max(candidates, key=lambda each: _worth(each[0], each[1], view))
    return compose(entry, verb_group(view, first, lexicon))


def _is_of_message(view: Words, first: int, lexicon: Lexicon, language: str) -> bool:
    """Whether a verb tells what a message does that is sent: "issued a statement | denying"."""
    verb = verb_group(view, first, lexicon).first
    before = verb - 1
    while is_adverb(view.at(verb), lexicon):
        verb += 1
    while is_adverb(view.at(before), lexicon):
        before -= 1
    if not view.at(verb).endswith("ing"):
        return False
    words = load(language, "messages")
    channel = next(
        (i for i in range(before, before - CHANNEL_WORDS, -1) if view.at(i) in words["channels"]), None
    )
    last = before if channel is None else channel - 1
    return last > 0 and view.at(last) in words["messages"]


def _plainer(words: str, language: str) -> str:
    """The words with roundabout phrases said plainly: "was not in a position to" as "was not able to"."""
    for phrase, plain in load(language, "cues_grammar")["rephrase"].items():
        words = re.sub(rf"\b{phrase}\b", plain, words, flags=re.I)
    return words


def _active(view: Words, lexicon: Lexicon) -> str:
    """ "were denied by" as "denied"; "" for what is no passive with its agent, or is an entry by itself."""
    be = set(lexicon.grammar["be"])
    if view.tokens[-1:] != ["by"] or be.isdisjoint(view.tokens):
        return ""
    if any(entry.pattern[-1] == "by" for word in view.tokens for entry in lexicon.by_word.get(word, ())):
        return ""
    return " ".join(word for word in view.tokens[:-1] if word not in be)


def _at(view: Words, index: int, lexicon: Lexicon) -> list[tuple[Entry, int]]:
    """The entries whose words stand here and whose verb group allows them."""
    found = []
    for entry in lexicon.by_word.get(view.tokens[index], ()):
        extent = pattern_extent(view, index, entry)
        if extent is not None and _allowed(
            entry, view.at(extent[0] - 1), verb_group(view, extent[0], lexicon), lexicon
        ):
            found.append((entry, extent[0]))
    return found


def _allowed(entry: Entry, before: str, group: Group, lexicon: Lexicon) -> bool:
    if entry.only_negated and not (group.negated or group.declined):
        return False
    agrees = before in lexicon.grammar["singular" if entry.form == "s" else "plural"]
    if (
        entry.pos == "verb"
        and entry.form in VERBAL
        and before in lexicon.grammar["nominal_left"]
        and not agrees
    ):
        return False
    passive = group.be and entry.form in ("past", "part")
    if entry.pos == "verb" and passive and entry.negated.act != "unconfirmed":
        return entry.needs_be or entry.pattern[-1] in ("as", "by")
    return group.be or not entry.needs_be


def _worth(entry: Entry, first: int, view: Words) -> tuple[int, ...]:
    """Who takes words back first, then longer patterns, verbs, the last word, the lexicon's order."""
    nominal = view.at(first - 1) in ("'s", "s", "the", "a", "his", "her", "its", "their") or view.at(0) == "'"
    pos = "noun" if entry.pos == "noun" and nominal else entry.pos
    rank = -1 if pos == "noun" and nominal else PREFERRED.index(entry.pos)
    return (
        "np-told" in entry.reading.complement,
        sum(word != GAP for word in entry.pattern),
        -rank,
        entry.reading.strength == "strong",
        -first,
        entry.only_negated,
        -entry.order,
    )


def _unknown(view: Words, lexicon: Lexicon) -> CueReading:
    heads = [index for index in range(len(view.tokens)) if view.is_word(index)]
    content = [
        i
        for i in heads
        if not any(view.tokens[i] in lexicon.grammar[n] for n in ("be", "have", "do", "prepositions"))
    ]
    if not heads:
        return CueReading(lemma="")
    head = (content or heads)[-1]
    reading = CueReading(lemma=_lemma(view.tokens[head]))
    group = verb_group(view, head, lexicon)
    if group.declined:
        return replace(reading, act="decline", certainty="U")
    return replace(reading, certainty="U") if group.negated else reading


def _lemma(form: str) -> str:
    """A guess at the lemma of an unknown English form: its ending taken off."""
    for ending, put in (("ies", "y"), ("ied", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch")):
        if form.endswith(ending) and len(form) > len(ending) + 1:
            return form[: -len(ending)] + put
    for ending in ("ing", "ed"):
        stem = form[: -len(ending)]
        if form.endswith(ending) and len(stem) > 2:
            doubled = len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz"
            return (
                stem[:-1] if doubled else stem + ("e" if stem[-1] in "cgsuvz" or stem.endswith("at") else "")
            )
    return (
        form[:-1] if form.endswith("s") and not form.endswith(("ss", "us", "is")) and len(form) > 3 else form
    )
