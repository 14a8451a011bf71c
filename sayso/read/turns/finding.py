"""The order in which turns of phrase are read: those that a finder sees, and those around what is nested."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model import Span
from sayso.read.mending.aired import with_channel
from sayso.read.mending.completion import Attribution
from sayso.read.mending.impersonal import with_authors_own
from sayso.read.mending.purported import with_paper_itself
from sayso.read.turns.answered import with_answered
from sayso.read.turns.as_claimed import with_claims_denied
from sayso.read.turns.as_others_do import with_others_words
from sayso.read.turns.asked import with_asked
from sayso.read.turns.asked_inside import with_asked_inside
from sayso.read.turns.but_not import without_but_not
from sayso.read.turns.called_false import with_verdicts_in_cues
from sayso.read.turns.clefts import with_clefts
from sayso.read.turns.contrary import with_contraries
from sayso.read.turns.each_according_to import with_each_ones_number
from sayso.read.turns.falsely import with_falsehoods
from sayso.read.turns.gapped import with_gapped
from sayso.read.turns.gestures import with_gestures
from sayso.read.turns.labelled import with_labelled
from sayso.read.turns.main_verbs import without_main_verb
from sayso.read.turns.noun_clauses import with_noun_clauses
from sayso.read.turns.opened_by import with_subject_behind
from sayso.read.turns.or_so import with_or_so
from sayso.read.turns.punished import with_punished
from sayso.read.turns.reactions import with_reactions
from sayso.read.turns.reckoned import with_reckonings
from sayso.read.turns.rejected_reports import with_reports_rejected
from sayso.read.turns.repeated import with_repeated
from sayso.read.turns.second_verbs import with_second_verbs
from sayso.read.turns.seen_as import as_judged
from sayso.read.turns.shared_clauses import with_shared_clauses, with_two_verbs
from sayso.read.turns.short_answers import with_short_answers
from sayso.read.turns.shown_saying import with_shown_saying
from sayso.read.turns.taken_back import with_taken_back
from sayso.read.turns.that_denied import with_denied_clauses
from sayso.read.turns.titles import with_titles_apart
from sayso.read.turns.to_be_believed import with_to_be_believed
from sayso.read.turns.told_between import with_told_between
from sayso.read.turns.turned_to import without_turning
from sayso.read.turns.unanswered import with_silences
from sayso.read.turns.under_if import with_ends_of_ifs
from sayso.read.turns.verdicts import with_verdicts_outside


def with_turns(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str
) -> list[Attribution]:
    """The attributions of a finder, with what turns of phrase add to them, change or take away.

    Who only meets words of others, is asked or accused, judges, claims what is denied, calls false, gives
    another number without a verb, does not answer, nods, only rejects, is told of with "or so", is to be
    believed, counts, or is only gone against. Near-linear.
    """
    found = with_labelled(text, sentences, with_reactions(text, sentences, found, language), language)
    found = with_asked(text, sentences, found, language)
    found = without_turning(text, with_subject_behind(text, sentences, found, language), language)
    found = with_asked_inside(text, sentences, found, language)
    found = with_ends_of_ifs(text, sentences, found, language)
    found = without_but_not(text, found, language)
    found = without_main_verb(text, sentences, found, language)
    found = as_judged(text, found, language)
    found = with_others_words(text, found, language)
    found = with_claims_denied(text, found, language)
    found = with_verdicts_in_cues(text, found, language)
    found = with_second_verbs(text, sentences, found)
    found = with_shown_saying(text, sentences, found, language)
    found = with_clefts(text, sentences, found, language)
    found = with_told_between(text, sentences, found, language)
    found = with_shared_clauses(text, found, language)
    found = with_gapped(text, sentences, found, language)
    found = with_each_ones_number(text, sentences, found, language)
    found = with_silences(text, sentences, found, language)
    found = with_denied_clauses(text, sentences, found, language)
    found = with_gestures(text, sentences, found, language)
    found = with_short_answers(text, sentences, found, language)
    found = with_or_so(text, sentences, found, language)
    found = with_to_be_believed(text, sentences, found, language)
    found = with_punished(text, sentences, found, language)
    found = with_reckonings(text, sentences, found, language)
    found = with_titles_apart(text, found, language)
    found = [with_paper_itself(text, with_channel(text, each, language), language) for each in found]
    found = with_authors_own(text, found, language)
    return with_contraries(text, found, language)


def with_turns_around(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str
) -> list[Attribution]:
    """The attributions, nested ones among them, with what the author says of them: a verdict, "falsely".

    What is denied is not the word of whoever denies it.
    Near-linear.
    """
    found = with_answered(text, found, language)
    found = with_repeated(text, found, language)
    found = with_verdicts_outside(text, sentences, found, language)
    found = with_reports_rejected(text, sentences, found, language)
    found = with_noun_clauses(text, sentences, found, language)
    found = with_two_verbs(text, found, language)
    found = with_falsehoods(text, sentences, found, language)
    return with_taken_back(text, sentences, found, language)
