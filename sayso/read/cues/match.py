"""Tries the lexicon's entries at a word, and keeps those whose neighbours agree."""

from dataclasses import replace

from sayso.model import Span
from sayso.read.cues.complement import TESTS, Place, complemented
from sayso.read.cues.group import Group, verb_group
from sayso.read.cues.lexicon import GAP, Entry, Lexicon
from sayso.read.cues.naming import is_in_a_name
from sayso.read.cues.reading import CueMatch, CueReading
from sayso.read.cues.words import Words
from sayso.read.relation import Voice

GAP_WORDS = 2
TITLE_CHARS = 5  # of "Prof."
VERBAL = frozenset(("base", "s"))


def match_at(words: Words, index: int, lexicon: Lexicon) -> CueMatch | None:
    """The first entry of the lexicon that fits at the word `index`, or None."""
    grammar = lexicon.grammar
    if words.hyphenated(index) or is_in_a_name(words, index, grammar["outlet_verbs"], grammar["articles"]):
        return None
    for entry in lexicon.by_word.get(words.tokens[index], ()):
        extent = pattern_extent(words, index, entry)
        if extent is None:
            continue
        first, end = extent
        group = _group(words, first, entry, lexicon)
        if fits(Place(words, end, group, entry, lexicon), first):
            return _match(words, first, end, group, entry, lexicon)
    return None


def _group(words: Words, first: int, entry: Entry, lexicon: Lexicon) -> Group:
    if entry.pos in ("adverb", "preposition"):
        return Group(first, words.spans[first].start)
    return verb_group(words, first, lexicon)


def pattern_extent(words: Words, index: int, entry: Entry) -> tuple[int, int] | None:
    """Where the pattern begins and ends (exclusive) if its anchor stands at `index`.

    A gap may be empty ("no ~ promise": "no promise"), but for one in a preposition: "in view" is nobody's.
    """
    before, after = entry.pattern[: entry.anchor], entry.pattern[entry.anchor :]
    end = _forward(words, index, after)
    if end is None:
        return None
    if not before:
        return index, end
    longest = len(before) + GAP_WORDS * before.count(GAP)
    shortest = len(before) - (entry.pos != "preposition") * before.count(GAP)
    for start in range(index - shortest, max(-1, index - longest - 1), -1):
        if _forward(words, start, entry.pattern[: entry.anchor + 1]) == index + 1:
            return start, end
    return None


def _forward(words: Words, index: int, pattern: tuple[str, ...]) -> int | None:
    for place, expected in enumerate(pattern):
        if expected == GAP:
            rest = pattern[place + 1 :]
            if not rest:
                return index + 1 if words.is_word(index) else None
            tries = (_forward(words, index + skip, rest) for skip in range(GAP_WORDS + 1))
            return next((end for end in tries if end is not None), None)
        if words.at(index) != expected:
            return None
        index += 1
    return index


def fits(place: Place, head: int) -> bool:
    """Whether the entry may be read at this place as the kind of word that it is."""
    entry, group = place.entry, place.group
    if place.words.at(place.after) in entry.not_before or place.among(place.after, "blockers_after"):
        return False
    if entry.pos == "preposition" and _is_name(place.words, head):
        return False
    if entry.only_negated and not (group.negated or group.declined):
        return False
    if entry.needs_be and not group.be and not _reduced(place, head):
        return False
    kind = {"verb": _verb_fits, "noun": _noun_fits}.get(entry.pos)
    if kind is not None:
        return kind(place, head)
    if entry.needs_be and not group.be:
        return TESTS["inf"](place)
    return entry.reading.strength == "strong" or complemented(place)


def _is_name(words: Words, head: int) -> bool:
    """ "Dr. Per Holm": a capital inside a sentence."""
    before = head - 1 - (words.at(head - 1) == "." and len(words.at(head - 2)) < TITLE_CHARS)
    return head > 0 and words.capital(head) and words.is_word(before)


def _reduced(place: Place, head: int) -> bool:
    """ "a man believed to be the mayor"."""
    return place.entry.pos == "passive" and place.among(head, "reduced") and not place.group.auxiliary


def _verb_fits(place: Place, head: int) -> bool:
    entry, group = place.entry, place.group
    if not group.auxiliary and not group.infinitive and _nominal(place, group.first, entry.form):
        return False
    if entry.form == "part" and not group.auxiliary:
        return False
    if group.be and not entry.needs_be and entry.form in ("past", "part"):
        return _passive(place)
    if entry.reading.strength == "weak":
        return GAP in entry.pattern or complemented(place)
    verbal = group.auxiliary or group.infinitive or group.adverb
    return verbal or entry.form not in VERBAL or _subject(place) or complemented(place)


def _passive(place: Place) -> bool:
    """A passive attributes by its agent, by "as saying", or where nothing could be confirmed."""
    if place.words.at(place.after) == "by" or place.entry.pattern[-1] == "as":
        return True
    unsure = place.group.negated or place.group.nobody
    return unsure and place.entry.negated.act == "unconfirmed"


def _nominal(place: Place, first: int, form: str) -> bool:
    """Whether the word before makes the cue a noun or an adjective ("the said company")."""
    before = place.words.at(first - 1)
    if before.endswith("'s") and before[:-2] not in place.lexicon.grammar["pronouns_subject"]:
        return True
    if before == "'" and place.words.at(first - 2).endswith("s"):
        return form in VERBAL
    if form == "base" and first == 0:
        return True
    if before in place.lexicon.grammar["singular"]:
        return form == "base"
    if form == "base" and place.entry.reading.strength == "weak":
        return not _plural_subject(place, first - 1)
    if before in place.lexicon.grammar["plural"]:
        return form == "s"
    return before in place.lexicon.grammar["nominal_left" if form in VERBAL else "articles"]


def _plural_subject(place: Place, index: int) -> bool:
    """Whether the word could be the subject of a base form: a plural, "who", "and", a comma."""
    token = place.words.at(index)
    if token.endswith("s") and len(token) > 3 and not token.endswith(("ss", "'s", "ous")):
        return token not in place.lexicon.grammar["nominal_left"]
    named = ("pronouns_subject", "plural", "plural_nouns")
    return any(place.among(index, name) for name in named) or token in (
        ",",
        "and",
        "or",
        ")",
        "that",
        "not",
        "—",
    )


def _subject(place: Place) -> bool:
    first = place.group.first
    if place.among(first - 1, "pronouns_subject"):
        return True
    return place.entry.form == "s" and place.words.capital(first - 1)


def _noun_fits(place: Place, head: int) -> bool:
    group = place.group
    before = place.words.at(group.first)
    objects = before in place.lexicon.grammar["have"] or before in place.lexicon.grammar["be"]
    return (not group.auxiliary or objects) and complemented(place)


def _match(words: Words, first: int, end: int, group: Group, entry: Entry, lexicon: Lexicon) -> CueMatch:
    whole = entry.pos in ("verb", "passive", "adjective", "fixed")
    start = group.start if whole else words.spans[first].start
    reading = compose(entry, group)
    if whole and reading.voice == "author" and entry.pos == "verb" and reading.act == "infer":
        reading = replace(reading, voice=_inferrer(words, group.first, reading, lexicon))
    return CueMatch(span=Span(start, words.spans[end - 1].end), reading=reading)


def compose(entry: Entry, group: Group) -> CueReading:
    """The reading of an entry under the negation or refusal of its verb group."""
    if group.declined:
        act = entry.negated.act if entry.only_negated else "decline"
        return replace(entry.reading, act=act, certainty="U", negates=False)
    if entry.only_negated:
        return entry.negated
    if entry.negated.act == "unconfirmed" and group.nobody:
        return entry.negated
    return entry.negated if group.negated and entry.pos != "noun" else entry.reading


def _inferrer(words: Words, first: int, reading: CueReading, lexicon: Lexicon) -> Voice:
    """The author infers from things ("This suggests"); a person who suggests is a source."""
    if reading.lemma in ("appear", "seem") or reading.lemma.startswith(("look", "sound")):
        return "author"
    before = words.at(first - 1)
    return "author" if first == 0 or before in lexicon.grammar["inanimate_subjects"] else "source"
