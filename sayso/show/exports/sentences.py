"""The sentences that go with every export, so that no hedge and no stance is lost on the way."""

from sayso.model import Claim, Statement
from sayso.show import claim_words
from sayso.show.claim_words import SCOPE, STANCE, tally
from sayso.show.exports.material import Place
from sayso.show.report_words import ACTS, ARROW, CERTAINTY, KINDS, KNOWN

NOBODY = "nobody is named"
ANONYMOUS = "an anonymous source"


def standing(claim: Claim) -> str:
    """How a claim stands, with what that means: "unconfirmed: only hearsay, or could not be confirmed"."""
    return f"{claim.status}: {claim_words.standing(claim)}"


def told_claim(claim: Claim) -> tuple[str, ...]:
    """How a claim stands, sentence by sentence: status, counts, notices, likelihood, confidence.

    Likelihood and confidence never share a sentence; both are left out where nothing was weighed. A word that
    a person set is told with who set it.
    """
    sentences = [f"{standing(claim)}.", f"{tally(claim)}.", *claim.notices]
    found = claim.assessment
    if found is None:
        return tuple(sentences)
    if found.word:
        sentences.append(f"“{found.word}”: set by {found.word_by or 'a person'}.")
    return (*sentences, *claim_words.weighed(found.said or (f"{found.likelihood}.",)))


def voice(statement: Statement) -> str:
    """Who says it and through whom, innermost first: "driver ← nurse ← The Lantern"."""
    names = [part or "unknown" for part in reversed(statement.chain)]
    heard = statement.source.kind == "unspecified" and not statement.source.spans
    return ARROW.join([NOBODY, *names] if heard else names) or NOBODY


def told_statement(statement: Statement) -> str:
    """Who says it, through whom, what is done by it, how it is known and how certain it is, in one line.

    Hearsay says that nobody is named; several certainties are all told.
    """
    source = statement.source
    parts = [voice(statement), KINDS[source.kind]]
    parts += ["anonymous"] if source.anonymous else []
    parts.append(ACTS[statement.act])
    if statement.evidentiality != "unstated":
        parts.append(KNOWN[statement.evidentiality])
    certain = dict.fromkeys(CERTAINTY[part.factuality] for part in statement.propositions)
    parts += [f"{word}, according to the source" for word in certain]
    if statement.quotation == "direct":
        parts.append("in its own words")
    return "; ".join(parts)


def told_place(place: Place) -> str:
    """What a statement does to a claim, and how that stands: "denies it in part (c:…, contested)"."""
    part = f" {SCOPE[place.scope]}" if SCOPE[place.scope] else ""
    return f"{STANCE[place.stance]}{part} ({place.claim}, {place.status}: {place.means})"
