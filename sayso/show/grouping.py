"""Statements grouped by who says them, what a reader must notice in each, and the sum of it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.model import SourceKind, Statement
from sayso.show.report_words import windows

BadgeKind = Literal[
    "hearsay", "inference", "denial", "unconfirmed", "decline", "hedged", "uncertain",
    "promise", "forecast", "demand", "due", "quoted", "nested", "anonymous",
]  # fmt: skip
Voice = Literal["source", "nobody", "author"]

NOBODY = "Nobody named"
OWN_VOICE = "in its own voice"
ORDER: tuple[Voice, ...] = ("source", "nobody", "author")
HANDS = {3: "at second hand", 4: "at third hand", 5: "at fourth hand"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """One thing to notice in a statement; the text says it alone, no colour is needed."""

    kind: BadgeKind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One source with its statements in reading order; `title` is what stands above them."""

    title: str
    kind: SourceKind
    voice: Voice
    anonymous: bool
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Counts of statements, but for `sources` and `anonymous`, which count sources.

    Neither hearsay nor the author's own voice is among the sources. `known`: statements of which
    the text tells how their source knows.
    """

    statements: int
    sources: int
    anonymous: int
    hearsay: int
    denials: int
    promises: int
    forecasts: int
    demands: int
    inferences: int
    unconfirmed: int
    declined: int
    own_voice: int
    known: int


def voice(statement: Statement) -> Voice:
    """Whether a source says it, nobody who is named, or the author."""
    if statement.source.kind == "author":
        return "author"
    return "nobody" if statement.source.kind == "unspecified" and not statement.source.name else "source"


def is_hearsay(statement: Statement) -> bool:
    """Whether somebody is said to have said so, and nobody stands there who did."""
    return voice(statement) == "nobody" and statement.evidentiality == "reportative"


def groups(statements: Iterable[Statement]) -> tuple[Group, ...]:
    """One group for each source, in the order in which the text brings them; () for no statements.

    The same name and kind are one source; an anonymous one never across documents. What nobody
    named has said comes next to last, the author's own voice last.
    """
    found: dict[tuple[str, ...], list[Statement]] = {}
    for statement in statements:
        found.setdefault(_key(statement), []).append(statement)
    made = [_group(members) for members in found.values()]
    return tuple(sorted(made, key=lambda group: ORDER.index(group.voice)))


def _key(statement: Statement) -> tuple[str, ...]:
    source, kind = statement.source, voice(statement)
    if kind == "nobody":
        return (kind,)
    name = source.name or source.text
    return (kind, name, source.kind, statement.document if source.anonymous else "")


def _group(members: Sequence[Statement]) -> Group:
    first = members[0]
    return Group(
        title=_title(first),
        kind=first.source.kind,
        voice=voice(first),
        anonymous=any(member.source.anonymous for member in members),
        statements=tuple(members),
    )


def _title(statement: Statement) -> str:
    kind = voice(statement)
    if kind == "nobody":
        return NOBODY
    if kind == "author":
        return f"{statement.source.name or 'The publisher'}, {OWN_VOICE}"
    return statement.source.name or statement.source.text or "A source without a name"


def badges(statement: Statement) -> tuple[Badge, ...]:
    """What a reader must notice, the weightiest first; () for a plain attributed assertion."""
    found = (maker(statement) for maker in MAKERS)
    return tuple(badge for badge in found if badge is not None)


def facets(statement: Statement) -> frozenset[str]:
    """The kinds of a statement's badges, and "author" where it is the author's own voice."""
    kinds: set[str] = {badge.kind for badge in badges(statement)}
    return frozenset(kinds | ({"author"} if voice(statement) == "author" else set()))


def _hearsay(statement: Statement) -> Badge | None:
    return Badge(kind="hearsay", text="hearsay") if is_hearsay(statement) else None


def _inference(statement: Statement) -> Badge | None:
    inferred = statement.act == "infer" or statement.evidentiality == "inferential"
    return Badge(kind="inference", text="inference") if inferred else None


def _answer(statement: Statement) -> Badge | None:
    match statement.act:
        case "deny":
            return Badge(kind="denial", text="denial")
        case "unconfirmed":
            return Badge(kind="unconfirmed", text="not confirmed")
        case "decline":
            return Badge(kind="decline", text="no comment")
        case _:
            return None


def _ahead(statement: Statement) -> Badge | None:
    days = "; ".join(windows(statement))
    match statement.act:
        case "promise" | "forecast" | "demand" as act:
            return Badge(kind=act, text=f"{act}, due {days}" if days else f"{act}, no date")
        case _:
            return Badge(kind="due", text=f"due {days}") if days else None


def _hedged(statement: Statement) -> Badge | None:
    levels = {part.factuality[:2] for part in statement.propositions} & {"PR", "PS"}
    if not levels:
        return None
    word = {"PR": ": probable", "PS": ": possible"}[levels.pop()] if len(levels) == 1 else ""
    return Badge(kind="hedged", text=f"hedged{word}")


def _uncertain(statement: Statement) -> Badge | None:
    if statement.act in {"unconfirmed", "decline"}:  # their own badges say so
        return None
    open_ = any(part.factuality == "U" for part in statement.propositions)
    return Badge(kind="uncertain", text="uncertain") if open_ else None


def _quoted(statement: Statement) -> Badge | None:
    words = {"direct": "quoted", "mixed": "partly quoted"}.get(statement.quotation)
    return Badge(kind="quoted", text=words) if words else None


def _nested(statement: Statement) -> Badge | None:
    hands = len(statement.chain)
    if hands < 3:
        return None
    return Badge(kind="nested", text=HANDS.get(hands, f"through {hands - 2} others"))


def _anonymous(statement: Statement) -> Badge | None:
    return Badge(kind="anonymous", text="anonymous") if statement.source.anonymous else None


MAKERS: tuple[Callable[[Statement], Badge | None], ...] = (
    _hearsay, _inference, _answer, _ahead, _hedged, _uncertain, _nested, _anonymous, _quoted,
)  # fmt: skip


def summary(statements: Sequence[Statement]) -> Summary:
    """The counts of these statements, of one document or of several; all 0 for none."""
    sources = [group for group in groups(statements) if group.voice == "source"]
    kinds = [facets(statement) for statement in statements]
    acts = [statement.act for statement in statements]
    return Summary(
        statements=len(statements),
        sources=len(sources),
        anonymous=sum(group.anonymous for group in sources),
        hearsay=sum("hearsay" in found for found in kinds),
        denials=acts.count("deny"),
        promises=acts.count("promise"),
        forecasts=acts.count("forecast"),
        demands=acts.count("demand"),
        inferences=sum("inference" in found for found in kinds),
        unconfirmed=acts.count("unconfirmed"),
        declined=acts.count("decline"),
        own_voice=sum("author" in found for found in kinds),
        known=sum(statement.evidentiality != "unstated" for statement in statements),
    )


def sentence(counts: Summary) -> str:
    """The counts as one line, nothing at zero: "3 statements, 2 sources, 1 of them anonymous"."""
    if not counts.statements:
        return "no statements"
    parts = [
        count(counts.statements, "statement"),
        count(counts.sources, "source"),
        _unnamed(counts),
        f"{counts.hearsay} hearsay" if counts.hearsay else "",
        count(counts.denials, "denial"),
        count(counts.promises, "promise"),
        count(counts.forecasts, "forecast"),
        count(counts.demands, "demand"),
        count(counts.inferences, "inference"),
        f"{counts.unconfirmed} not confirmed" if counts.unconfirmed else "",
        f"{counts.declined} without comment" if counts.declined else "",
        f"{counts.own_voice} in the publisher’s own voice" if counts.own_voice else "",
    ]
    return ", ".join(part for part in parts if part)


def knowing(counts: Summary) -> str:
    """How many statements tell how their source knows; "" where there are no statements."""
    if not counts.statements:
        return ""
    if not counts.known:
        return "Nowhere does the text tell how the source knows."
    return f"How the source knows is told in {counts.known} of {counts.statements}."


def count(number: int, noun: str) -> str:
    """A number with its noun, plural where it must be; "" for zero.

    >>> count(2, "denial")
    '2 denials'
    """
    return f"{number} {noun}{'' if number == 1 else 's'}" if number else ""


def counted(number: int, noun: str) -> str:
    """A number with its noun in a sentence that needs one: "no claims" for zero.

    >>> counted(0, "claim"), counted(1, "claim")
    ('no claims', '1 claim')
    """
    return count(number, noun) or f"no {noun}s"


def _unnamed(counts: Summary) -> str:
    if not counts.anonymous:
        return ""
    if counts.anonymous == counts.sources:
        return {1: "anonymous", 2: "both anonymous"}.get(counts.sources, "all anonymous")
    return f"{counts.anonymous} of them anonymous"
