"""Makes a world: plans, writes and lays out its stories, and says what is true of them."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import combinations
from random import Random

from bench.ledger.gold import GoldClaim, GoldDerivation, GoldLedger, GoldMember, GoldOrigins, GoldSide
from bench.worlds.desk import Desk, Written
from bench.worlds.facts import Story, make_story, sources_of, title_noun
from bench.worlds.grammar import capital, drawn, filled, knowledge
from bench.worlds.page import Places, credit, dateline, furniture, laid_out
from bench.worlds.plans import PLANS, Step
from bench.worlds.sentences import Mark
from bench.worlds.setting import Outlet, Setting, make_setting
from bench.worlds.world import World, WorldDocument
from bench.worlds.writing import write

KINDS = tuple(PLANS)
OUTLETS = 24
FIRST_DAY = date(2032, 1, 12)


def make_world(kind: str, seed: int, size: int) -> World:
    """A world of `size` stories of this kind (one of KINDS); the same arguments give the same world.

    Raises KeyError for an unknown kind and ValueError for a size below 1.
    """
    if size < 1:
        raise ValueError("a world has at least one story")
    rng = Random(f"{kind} {seed} {size}")
    setting = make_setting(rng, OUTLETS)
    spent: dict[str, int] = {}
    told: set[tuple[str, str]] = set()
    stories = _stories(rng, setting, kind, size)
    desks = [_told(rng, setting, story, PLANS[kind](rng), spent, told) for story in stories]
    numbered = _numbered([one for desk in desks for one in desk.written])
    documents, claims = [], _Claims()
    for desk in desks:
        for one in desk.written:
            document, places = _document(rng, desk, one, numbered)
            documents.append(document)
            claims.add(document, places)
    truth = GoldLedger(
        exhaustive=frozenset(document.name for document in documents),
        claims=claims.told({story.main: story.gist for story in stories}),
        derivations=tuple(edge for desk in desks for edge in _edges(desk.written, numbered)),
        origins=claims.origins(),
        apart=_apart(stories),
        owners=dict(setting.owners),
    )
    ordered = tuple(sorted(documents, key=lambda document: document.name))
    return World(kind=kind, seed=seed, size=size, documents=ordered, truth=truth)


def _stories(rng: Random, setting: Setting, kind: str, size: int) -> list[Story]:
    """Different events as long as there are kinds of them; look-alikes come in pairs of one kind."""
    events = rng.sample(list(knowledge("events")), len(knowledge("events")))
    found: list[Story] = []
    while len(found) < size:
        day = FIRST_DAY + timedelta(days=rng.randint(0, 300))
        event = events[len(found) % len(events)]
        story = make_story(rng, setting, f"story-{len(found)}", event, day)
        found.append(story)
        if kind == "lookalike":
            found.append(_twin(rng, setting, story))
    return found


def _twin(rng: Random, setting: Setting, story: Story) -> Story:
    """Another event of the same kind: another month, or a place with nearly the same name, or both."""
    twin = make_story(rng, setting, f"{story.main}-twin", story.event, story.day)
    way = rng.choice(("month", "place", "both"))
    if way != "place":
        twin.day = story.day + timedelta(days=rng.randint(32, 95))
    twin.place = story.place
    if way != "month":
        near, far = rng.choice((("Upper", "Lower"), ("North", "South"), ("Old", "New")))
        story.place, twin.place = f"{near} {story.place}", f"{far} {story.place}"
    half = len(story.details) // 2
    story.details, twin.details = story.details[:half], story.details[half:]
    story.dated = twin.dated = True
    twin.body, twin.used = story.body, story.used
    return twin


def _told(
    rng: Random, setting: Setting, story: Story, plan: Sequence[Step], spent: dict[str, int],
    told: set[tuple[str, str]],
) -> Desk:  # fmt: skip
    """The story written step by step, each by an outlet that has not had it."""
    desk = Desk(story=story, setting=setting, rng=rng, sources=sources_of(story, rng), spent=spent, told=told)
    outlets = rng.sample(setting.outlets, len(setting.outlets))
    sisters = _family(rng, setting, outlets, sum(step.sister for step in plan))
    for step in plan:
        outlet = sisters.pop() if step.sister else outlets.pop()
        desk.written.append(write(desk, step, outlet))
    return desk


def _family(rng: Random, setting: Setting, outlets: list[Outlet], size: int) -> list[Outlet]:
    """So many outlets of one owner, taken out of the others; owners are kept for the world."""
    free = [outlet for outlet in outlets if outlet.name not in setting.owners][:size]
    owned = [outlet for outlet in outlets if outlet.name in setting.owners]
    family = free if len(free) == size else owned[:size]
    if family is free and size:
        owner = f"{setting.town()} {rng.choice(knowledge('words')['names']['owners'])}"
        setting.owners.update({outlet.name: owner for outlet in family})
    outlets[:] = [outlet for outlet in outlets if outlet not in family]
    return family


def _numbered(written: list[Written]) -> dict[int, str]:
    """Names of documents in the order of their days, by the identity of what was written."""
    ordered = sorted(enumerate(written), key=lambda pair: (pair[1].published, pair[0]))
    return {id(one): f"d{number:03d}" for number, (_, one) in enumerate(ordered, 1)}


def _document(rng: Random, desk: Desk, one: Written, names: dict[int, str]) -> tuple[WorldDocument, Places]:
    opening = dateline(one.outlet, one.published)
    head, foot = furniture(one.outlet, one.author, rng)
    translated = ""
    if one.step.how == "copy":
        earlier = desk.written[one.step.of[0]].outlet
        opening, head, foot = credit(earlier, one.outlet.city, rng)
    if one.step.how == "translate":
        foot = [*foot, f"Translated by {desk.setting.person()}"]
        original = desk.written[one.step.of[0]]
        translated = _url(original.outlet, names[id(original)])
    if one.outlet.name in desk.setting.owners:
        foot = [*foot, f"{one.outlet.name} is part of {desk.setting.owners[one.outlet.name]}."]
    text, places = laid_out(one.sentences, rng, opening=opening, head=head, foot=foot)
    document = WorldDocument(
        name=names[id(one)],
        title=_title(desk, one),
        publisher=one.outlet.name,
        published=one.published.isoformat(),
        url=_url(one.outlet, names[id(one)]),
        text=text,
        author=one.author if one.outlet.kind == "paper" and one.step.how not in ("copy", "bare") else "",
        translation_of=translated,
    )
    return document, places


def _title(desk: Desk, one: Written) -> str:
    how = {
        "denial": "denial",
        "retract": "correction",
        "revise": "correction",
        "cite": "relay",
        "several": "relay",
    }
    titles = knowledge("words")["titles"][how.get(one.step.how, "report")]
    slots = {
        "noun": title_noun(desk.story, desk.rng, one.number),
        "place": desk.story.place,
        "body": desk.story.body,
    }
    return capital(filled(drawn(desk.rng.choice(titles), desk.rng), slots))


def _url(outlet: Outlet, name: str) -> str:
    return f"https://example.org/{outlet.name.lower().replace(' ', '-')}/{name}"


def _edges(written: Sequence[Written], names: dict[int, str]) -> list[GoldDerivation]:
    return [
        GoldDerivation(
            document=names[id(one)], kind=kind, of=names[id(written[of])], hidden=hidden, why=one.step.how
        )
        for one in written
        for kind, of, hidden in dict.fromkeys(one.edges)
    ]


def _apart(stories: Sequence[Story]) -> tuple[tuple[str, str], ...]:
    """Pairs of events of one kind."""
    pairs = combinations(stories, 2)
    return tuple((one.main, other.main) for one, other in pairs if one.event == other.event)


class _Claims:
    """Marked places of all documents, gathered by claim."""

    def __init__(self) -> None:
        self.places: dict[str, list[tuple[GoldMember, Mark]]] = defaultdict(list)

    def add(self, document: WorldDocument, places: Places) -> None:
        """Takes in what is marked in a document."""
        for start, end, mark in places:
            member = GoldMember(
                document=document.name,
                words=(document.text[start:end],),
                spans=((start, end),),
                stance=mark.stance,
                scope=mark.scope,
                value=mark.value,
            )
            self.places[mark.claim].append((member, mark))

    def told(self, gists: dict[str, str]) -> tuple[GoldClaim, ...]:
        """The claims, sorted by name, members by document."""
        return tuple(
            GoldClaim(
                name=name,
                gist=gists.get(name, placed[0][0].words[0]),
                members=tuple(sorted((member for member, _ in placed), key=lambda m: (m.document, m.spans))),
            )
            for name, placed in sorted(self.places.items())
        )

    def origins(self) -> tuple[GoldOrigins, ...]:
        """The origins of each claim of several documents."""
        shared = {
            name: placed
            for name, placed in sorted(self.places.items())
            if len({member.document for member, _ in placed}) > 1
        }
        return tuple(
            GoldOrigins(
                claim=name,
                support=_side(placed, ("supports", "updates")),
                denial=_side(placed, ("denies",)),
                why="as the world was made",
            )
            for name, placed in shared.items()
        )


def _side(placed: Sequence[tuple[GoldMember, Mark]], stances: tuple[str, ...]) -> GoldSide:
    """One group a root."""
    groups: dict[str, set[str]] = defaultdict(set)
    for member, mark in placed:
        if mark.stance in stances:
            for root in mark.roots:
                groups[root].add(member.document)
    named = tuple((root, tuple(sorted(documents))) for root, documents in sorted(groups.items()))
    return GoldSide(low=len(named), high=len(named), groups=named)
