"""Whose words: the noun phrase beside a cue, found without a parse."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.read.rules.view import View
from sayso.read.sources.words import source_words

Piece = tuple[int, int]  # words [first, end)
LONGEST, INSERTED, LIST_ITEM, BACK = 60, 40, 6, 6
DASHES = ("—", "–")


def subject_before(view: View, cue: int, floor: int) -> Piece | None:
    """The noun phrase that ends right before the word `cue`, not reaching below `floor`."""
    end = cue
    while end > floor and _stands_between(view, end - 1):
        end -= 1
    if view.among(end - 1, "prepositions", "determiners"):
        end = cue
    if end <= floor:
        return None
    if view.among(end - 1, "relatives") or (view.among(end - 1, "that") and end - 1 > floor):
        return _antecedent(view, end - 1, floor)
    if view.at(end - 1) == "," or view.at(end - 1) in DASHES:
        return _with_insertion(view, end - 1, floor)
    first = phrase_start(view, end, floor)
    return (first, end) if first < end else None


def phrase_start(view: View, end: int, floor: int) -> int:
    """Where the noun phrase that ends before the word `end` begins; `end` where there is none."""
    if view.among(end - 1, "pronouns"):
        return end - 1
    low = max(floor, end - LONGEST)
    first, hit = _back(view, end, low)
    if hit == "finite":
        joined = [i for i in range(first, end) if view.among(i, "coordinators")]
        first = joined[-1] if joined else first
    first = _list_start(view, first, low) if hit == "," else first
    return without_leads(view, first, end)


def _back(view: View, end: int, low: int) -> tuple[int, str]:
    level, bracket = view.level(end - 1), 0
    for i in range(end - 1, low - 1, -1):
        token = view.at(i)
        bracket += (token in ")]") - (token in "([")
        if view.level(i) != level or token in (";", ":", *DASHES) or bracket < 0:
            return i + 1, "mark"
        if bracket:
            continue
        if token == ",":
            return i + 1, ","
        if view.among(i, "subordinators") and not (_comparison(view, i) or _opens_relative(view, i)):
            return i + 1, "subordinator"
        if (view.finite(i) or view.follows_subject(i)) and not _in_relative(view, i, low):
            return i + 1, "finite"
    return low, "floor"


def _comparison(view: View, index: int) -> bool:
    """ "more than 40 residents", "as many as 40"."""
    return view.among(index, "comparisons") and (
        view.among(index - 1, "compared") or view.among(index + 1, "amounts")
    )


def _in_relative(view: View, index: int, low: int) -> bool:
    return any(
        (view.among(i, "relatives") and view.at(i - 1) != ",") or _opens_relative(view, i)
        for i in range(max(low + 1, index - 5), index)
    )


def _opens_relative(view: View, index: int) -> bool:
    """Whether "that" stands for the noun before it: "the company | that runs the plant".

    Not so for what is claimed: "the claim that prisoners died".
    """
    if (
        not view.among(index, "that")
        or index < 1
        or not source_words(view.language).is_head(view.at(index - 1))
    ):
        return False
    verb, nominal = index + 1, view.among(index + 1, "determiners", "pronouns", "possessives")
    if nominal or view.capital(verb):
        return False
    governs = view.among(verb + 1, "determiners", "possessives", "object_pronouns")
    past = view.ends(verb, "past_endings") and not view.among(verb + 1, "prepositions")
    return past or view.finite(verb) or (view.ends(verb, "plural_endings") and governs)


def _list_start(view: View, first: int, low: int) -> int:
    """The start of "X, Y and Z" where only "Y and Z" or "and Z" was seen: its items are names."""
    seen = [view.among(i, "additive") for i in range(first, min(first + LIST_ITEM, len(view)))]
    if not any(seen) or not (view.capital(first) or seen[0]):
        return first
    start = first
    for i in range(first - 2, low - 1, -1):
        if view.at(i) == "," or i == low:
            at = i + 1 if view.at(i) == "," else i
            if not view.capital(at) or view.among(at, "prepositions", "leads", "subordinators"):
                break
            start = at
        if start - i > LIST_ITEM or view.finite(i) or view.level(i) != view.level(first):
            break
    return start


def without_leads(view: View, first: int, end: int) -> int:
    """`first` moved behind what stands before a subject: "But", "On Tuesday", "Last week"."""
    for _ in range(6):
        if first >= end:
            return end
        if _is_lead(view, first) and first + 1 < end:
            first += 1
        elif (behind := _behind_time(view, first, end)) > first:
            first = behind
        elif view.among(first, "prepositions"):
            first = _behind_phrase(view, first, end)
        else:
            return first
    return first


def _behind_time(view: View, first: int, end: int) -> int:
    """Behind "Last week" or "Monday"; `first` where no time stands, or nothing but one."""
    begins = view.among(first, "calendar") and not view.capital(first + 1)
    if not begins and not (view.among(first, "calendar_modifiers") and view.among(first + 1, "calendar")):
        return first
    behind = _behind_calendar(view, first, end)
    return behind if behind < end else first


def _stands_between(view: View, i: int) -> bool:
    """Whether a word may stand between subject and verb: "who last year threatened"."""
    if view.among(i, "calendar", "calendar_modifiers") and not view.among(i, "determiners"):
        return view.among(i, "calendar") or view.among(i + 1, "calendar")
    return _is_lead(view, i) and not view.among(i, "coordinators")


def _is_lead(view: View, index: int) -> bool:
    if view.among(index, "leads"):
        return True
    if not view.ends(index, "adverb_endings") or view.among(index, "no_adverbs"):
        return False
    return len(view.at(index)) > 4 and (index == 0 or not view.capital(index))


def _behind_calendar(view: View, first: int, end: int) -> int:
    i = first
    while i < end and (
        view.among(i, "calendar", "calendar_modifiers") or view.at(i).isdigit() or view.at(i) == "."
    ):
        if view.among(i, "calendar_modifiers") and not view.among(i + 1, "calendar", "calendar_modifiers"):
            break
        i += 1
    return i if any(view.among(j, "calendar") for j in range(first, i)) else first


def _behind_phrase(view: View, first: int, end: int) -> int:
    """Behind "On Tuesday", "In a statement", "At the rally in Orlan"; `end` where that cannot be told."""
    if view.among(first + 1, "calendar", "calendar_modifiers"):
        behind = _behind_calendar(view, first + 1, end)
        if behind < end and behind > first + 1 and not view.among(behind, "prepositions"):
            return behind
    for i in range(end - 1, first + 1, -1):
        if view.among(i, "determiners", "pronouns") and not view.among(i - 1, "prepositions", "determiners"):
            return i
    run = end
    while run > first + 1 and view.capital(run - 1):
        run -= 1
    return run if first + 1 < run < end and not view.among(run - 1, "prepositions") else end


def _antecedent(view: View, relative: int, floor: int) -> Piece | None:
    """What stands before "who": "two drivers", "Ilo Marsk"."""
    end = relative - (view.at(relative - 1) == ",")
    if end <= floor:
        return None
    low, _ = _back(view, end, max(floor, end - LONGEST))
    near = (i + 1 for i in range(end - 1, low - 1, -1) if view.among(i, "antecedent_prepositions"))
    first = next(near, None) or phrase_start(view, end, floor)
    return (first, end) if first < end else None


def _with_insertion(view: View, comma: int, floor: int) -> Piece | None:
    """ "Ilo Marsk, a trader in Orlan," with its apposition; an adverbial between commas is left out."""
    mark, level = view.at(comma), view.level(comma)
    low = max(floor, comma - INSERTED)
    start = next((i for i in range(comma - 1, low - 1, -1)
                  if view.at(i) == mark or view.level(i) != level), -1)  # fmt: skip
    if start < 0 or view.at(start) != mark:
        first = without_leads(view, low, comma)
        return (
            (first, comma)
            if first < comma and not view.among(low, "prepositions", "subordinators") and low > floor
            else None
        )
    first = phrase_start(view, start, floor)
    if first >= start:
        first = start + 1
    if first < start and view.at(first - 1) == "," and view.among(first, "determiners", "relatives"):
        named = phrase_start(view, first - 1, floor)
        first = named if named < first - 1 and view.capital(named) else first
    adverbial = view.among(start + 1, "prepositions", "subordinators", "leads", "calendar")
    return (first, start) if adverbial and first < start else (first, comma)


def main_subject(view: View, before: int) -> Piece | None:
    """The subject of the sentence's first clause, where a verb behind it is seen; else None."""
    first = _behind_fronted(view, before)
    if view.among(first, "pronouns"):
        return first, first + 1
    end = first
    while (
        end < min(before, first + INSERTED) and not view.finite(end) and view.at(end) not in (",", ":", ";")
    ):
        if view.opens(end):
            return None
        end += 1
    if not view.finite(end) and view.at(end) != ",":
        return None
    end = max((i + 1 for i in range(first, end) if not _is_lead(view, i)), default=first)
    return (first, end) if first < end < before else None


def _behind_fronted(view: View, before: int) -> int:
    """The word behind what is fronted in a sentence: adverbs, phrases and clauses with their comma."""
    first = 0
    for _ in range(6):
        limit = min(before, first + INSERTED)
        if _is_lead(view, first) and not view.among(first, "prepositions"):
            first += 1 + (view.at(first + 1) == ",")
        elif view.among(first, "prepositions", "subordinators") or view.ends(first, "participle_endings"):
            comma = next((i for i in range(first, limit) if view.at(i) == ","), -1)
            if comma < 0:
                return without_leads(view, first, limit)
            first = comma + 1
        else:
            break
    return first


def phrase_after(view: View, first: int, ceiling: int) -> Piece | None:
    """The noun phrase that begins at the word `first`, with its apposition: “…”, said the minister."""
    while first < ceiling and (_is_lead(view, first) or view.at(first) == ","):
        first += 1
    end = first
    while end < min(ceiling, first + LONGEST) and not _ends_phrase(view, end, first):
        end += 1
    while end > first and view.at(end - 1) in (",", "-", *DASHES):
        end -= 1
    return (first, end) if end > first else None


def _ends_phrase(view: View, i: int, first: int) -> bool:
    token = view.at(i)
    if view.stops(i) or token in (";", ":", *DASHES) or view.level(i) != view.level(first):
        return True
    if i == first:
        return view.among(i, "subordinators", "prepositions", "coordinators") and not view.among(i, "that")
    if token == ",":
        return _no_apposition(view, i + 1)
    if view.among(i, "subordinators") and not _comparison(view, i):
        return True
    if view.among(i, "calendar") and view.capital(i) and not view.among(i - 1, "determiners", "of"):
        return True
    if view.among(i, "coordinators") and view.finite(i + 1):
        return True
    return view.among(i, "prepositions") and _circumstance(view, i)


def _no_apposition(view: View, i: int) -> bool:
    if view.among(i, "relatives", "determiners", "apposed"):
        return False
    if view.capital(i) or view.at(i).isdigit():
        return view.among(i, "pronouns")
    if view.ends(i, "participle_endings") or view.opens(i) or view.finite(i):
        return True
    return view.among(i, "prepositions", "leads", "subordinators", "pronouns")


def _circumstance(view: View, i: int) -> bool:
    """ "on Monday", "in a statement", "during a visit"."""
    if view.among(i, "circumstances"):
        return True
    if view.among(i, "attached"):
        return False
    near = range(i + 1, min(i + 6, len(view)))
    for j in near:
        if view.among(j, "occasions", "calendar"):
            return True
        if view.among(j, "prepositions") or view.at(j) in (",", "."):
            return False
    return False


def possessor(view: View, cue: int, floor: int) -> Piece | None:
    """Whose claim: "its", "the ministry" of "the ministry's repeated claim"; None where unsaid."""
    for i in range(cue - 1, max(floor - 1, cue - 4), -1):
        if view.among(i, "possessives"):
            return i, i + 1
        owned = view.ends(i, "possessive_endings")
        if owned or (view.at(i) == "'" and view.ends(i - 1, "plural_endings")):
            first = phrase_start(view, i + owned, floor)
            return (first, i + owned) if first <= i else None
        if not view.at(i).isalpha() or view.among(i, "prepositions", "determiners", "coordinators"):
            return None
    return None


def shared_subject(view: View, cue: int, heads: Sequence[tuple[int, int]]) -> Piece | None:
    """The subject that a cue behind "and" or ", saying" shares with a verb before it.

    `heads`: the words [first, end) of the verb cues before it in the sentence, in order.
    """
    level = view.level(cue)
    near = [head for head in heads[-BACK:] if view.level(head[0]) == level]
    for number, (first, _) in enumerate(near):
        found = subject_before(view, first, near[number - 1][1] if number else 0)
        if found is not None:
            return found
    return main_subject(view, cue) if level < 0 else None
