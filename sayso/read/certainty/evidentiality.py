"""How a source knows: was there, infers it, has it from others; only where it is printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sayso.lang import load
from sayso.model import Act, Evidentiality, Source, Spans, without
from sayso.read.cues.finding import find_cues
from sayso.read.mending.completion import Attribution

TELLING: frozenset[Act] = frozenset({"assert", "deny", "perceive"})
THOUGHT: frozenset[Act] = frozenset({"believe", "infer", "perceive"})
RELAYING: frozenset[Act] = frozenset({"assert", "perceive"})
PRONOUN = r"(?:he|she|they|we|i)"
OPENING = r"^[“\"‘'\s]*(?:that\s+)?"
START = rf"{OPENING}{PRONOUN}\s+"
BEEN = r"(?:(?:had|have|has)\s+been|was|were)"


@cache
def _pattern(language: str, name: str) -> re.Pattern[str]:
    """One of the patterns below, made of the language's words."""
    words = load(language, "evidentiality")

    def any_of(*names: str) -> str:
        return "(?:" + "|".join(re.escape(word) for each in names for word in words[each]) + ")"

    past, others = any_of("experienced"), any_of("about_others")
    return re.compile({
        "role": rf"\b{any_of('roles')}\b",
        "described": rf"\b(?:who|that)\s+(?:(?:has|have|had)\s+)?(?:{any_of('experienced', 'read_too')}"
                     rf"|(?:was|were)\s+{any_of('present')})\b(?!\s+of\b)|\b{any_of('phrases')}\b",
        "first person": rf"\b(?:i\s+(?:have\s+)?|we\s+)(?:had\s+)?(?:also\s+)?{past}\b(?!\s+{others}\b)"
                        rf"|\b(?:i|we)\s+[^.;]{{0,60}}\b{any_of('oneself')}\b"
                        rf"|\b(?:i was|we were)\s+{any_of('suffered')}\b",
        "of oneself": START + rf"(?:(?:had|have|has)\s+)?(?:also\s+|personally\s+|themselves\s+)?"
                      rf"(?:{past}\b(?!\s+{others}\b)|{BEEN}\s+{any_of('suffered')}\b)",
        "told": rf"{OPENING}(?:{PRONOUN}|it)\s+{BEEN}\s+{any_of('told')}\b",
        "had from": rf"{OPENING}(?:{PRONOUN}|it)\s[^.;]{{0,80}}\b{any_of('had_from')}\b[^.;,]{{0,40}}\sfrom\s"
                    r"(?:an?|the|two|three|four|some|several|other|one|his|her|their|our|my|its)\s",
        "gathered": rf"\b{any_of('gathered')}\b",
        "others": rf"^\s*{others}\b",
    }[name], re.I)  # fmt: skip


def evidentiality_of(
    text: str, attribution: Attribution, source: Source, act: Act,
    children: Sequence[tuple[Attribution, Source, Act]], language: str = "en",
) -> Evidentiality:  # fmt: skip
    """How the source of a statement knows, in the order direct, reportative, inferential, unstated.

    direct: the words for the source say that it was there, or it tells what it did, saw or suffered
    itself. reportative: hearsay, "from a cousin", or all of it is what another one said (`children`
    are the statements within, each with its source and act). inferential: an inference cue.
    Categories after Aikhenvald (2004).
    """
    cue = attribution.cue
    if attribution.relation.voice != "source":
        return _of_nobody(attribution)
    own = [text[a:b] for a, b in without(attribution.relation.content, _said_by_others(source, children))]
    if act in TELLING and (_was_there(source, cue is not None, language) or _tells_of_itself(own, language)):
        return "direct"
    if cue and cue.lemma in load(language, "evidentiality")["sensed"] and cue.certainty == "CT":
        return "reportative" if not own or _pattern(language, "others").match(own[0]) else "direct"
    if cue and cue.evidentiality != "unstated":
        return cue.evidentiality
    if act in RELAYING and _from_others(text, attribution, source, children, language):
        return "reportative"
    return _inferred(text, attribution.relation.content, language)


def _of_nobody(attribution: Attribution) -> Evidentiality:
    """Hearsay has it from others; the author infers where a cue says so."""
    if attribution.relation.voice == "hearsay":
        return "reportative"
    return attribution.cue.evidentiality if attribution.cue else "unstated"


def _was_there(source: Source, cued: bool, language: str) -> bool:
    role = _pattern(language, "role")
    named = role.search(source.text) or role.search(source.name)
    return cued and bool(named or _pattern(language, "described").search(source.text))


def _tells_of_itself(own: Sequence[str], language: str) -> bool:
    first, third = _pattern(language, "first person"), _pattern(language, "of oneself")
    return any(first.search(part) or third.match(part) for part in own)


def _said_by_others(source: Source, children: Sequence[tuple[Attribution, Source, Act]]) -> Spans:
    return tuple(
        span
        for child, by, _ in children
        if not _same(source, by) and child.relation.voice == "source"
        for span in (*child.relation.source, *child.relation.cue, *child.relation.content)
    )


def _same(source: Source, other: Source) -> bool:
    """Whether another source is the source itself, or the body that it speaks for ("we")."""
    name, body = source.name.lower(), other.name.lower()
    return bool(body) and (body in name or other.text.lower() in ("we", "i"))


def _from_others(
    text: str, attribution: Attribution, source: Source,
    children: Sequence[tuple[Attribution, Source, Act]], language: str,
) -> bool:  # fmt: skip
    relation = attribution.relation
    medium = " ".join(text[a:b] for a, b in relation.medium)
    if _pattern(language, "gathered").search(medium):
        return True
    first = " ".join(text[a:b] for a, b in relation.content)[:300]
    if _pattern(language, "told").match(first) or _pattern(language, "had from").match(first):
        return True
    spoken = (child for child, by, act in children if act not in THOUGHT and not _same(source, by))
    return any(_is_all_of_it(child, attribution) for child in spoken)


def _is_all_of_it(inner: Attribution, outer: Attribution) -> bool:
    """Whether the inner statement makes up (nearly) the whole content of the outer one."""
    relation = inner.relation
    if relation.voice == "author":
        return False
    held = sum(b - a for a, b in (*relation.source, *relation.cue, *relation.content))
    return held > 0.75 * sum(b - a for a, b in outer.relation.content)


def _inferred(text: str, content: Spans, language: str) -> Evidentiality:
    """inferential where the content's first clause carries an inference cue ("it appears that")."""
    for span in content[:1]:
        for match in find_cues(text, span, language)[:1]:
            reading = match.reading
            adverb = reading.lemma.endswith("ly") and reading.lemma != "likely"
            if reading.voice == "author" and reading.evidentiality == "inferential" and not adverb:
                return "inferential"
    return "unstated"
