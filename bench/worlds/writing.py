"""Writes one step of a plan: which sentences, from whom, with which edges."""

from collections.abc import Callable
from datetime import date, timedelta

from bench.worlds.desk import Desk, Edge, Written, date_in_words, weekday_of
from bench.worlds.facts import denied
from bench.worlds.grammar import drawn, knowledge
from bench.worlds.plans import Step
from bench.worlds.sentences import Mark, Sentence, sentence
from bench.worlds.setting import Outlet

RIVAL = 0.3  # how often a second report has a number of its own
RELAYED = 0.45  # how often a text also tells that the state denies it


def write(desk: Desk, step: Step, outlet: Outlet) -> Written:
    """The document of this step, by this outlet."""
    return WRITERS[step.how](desk, step, outlet)


def _report(desk: Desk, step: Step, outlet: Outlet) -> Written:
    day = desk.day_after(step.of)
    source, short = _who(desk, step)
    roots = (f"{source}, told to {outlet.name}",)
    number = _number(desk)
    frame = {"plain": "lead", "maybe": "maybe", "weak": "weak"}[step.manner]
    slots = {
        "source": source,
        "weak": source,
        "short": short,
        "outlet": outlet.name,
        "weekday": weekday_of(day),
    }
    lead = desk.main(desk.frame(frame), slots, day, number, roots)
    names = desk.rng.sample(desk.story.details, desk.rng.randint(2, min(3, len(desk.story.details))))
    body = [desk.particular("detail", slots, roots, desk.story.claim(name)) for name in names]
    body += desk.quotation(short, roots) if step.manner != "weak" else []
    body += [desk.unverified(outlet)] if desk.rng.random() < 0.5 else []
    return Written(
        step=step, outlet=outlet, published=day, author=desk.setting.person(), roots=roots, number=number,
        sentences=_with_asides(desk, outlet, [lead, *body], 2, 4), source=source, short=short,
        ground=(source, None),
    )  # fmt: skip


def _copy(desk: Desk, step: Step, outlet: Outlet) -> Written:
    earlier = desk.written[step.of[0]]
    kept = [one for one in earlier.sentences if one.kind != "other"]
    kept = kept[: max(3, len(kept) - desk.rng.randint(0, 2))]
    named = [edge for edge in earlier.edges if edge[0] == "cites" and not edge[2] and edge[1] != desk.denial]
    edges: list[Edge] = [("copies", step.of[0], False), *named]
    return _after(desk, step, outlet, sentences=tuple(kept), edges=edges)


def _bare(desk: Desk, step: Step, outlet: Outlet) -> Written:
    """The same words but for the first sentence, which named the outlet that was told."""
    earlier = desk.written[step.of[0]]
    day = desk.day_after(step.of)
    slots = {"source": earlier.source}
    template = drawn("[{Clause}, {source} told reporters.|{Source} told reporters that {clause}.]", desk.rng)
    lead = desk.main(template, slots, day, earlier.number, earlier.roots)
    kept = [one for one in earlier.sentences[1:] if one.kind != "other"]
    kept = kept[: max(3, len(kept) - desk.rng.randint(0, 2))]
    own = desk.asides(outlet, 0, 1)
    edges: list[Edge] = [("copies", step.of[0], False)]
    return _after(desk, step, outlet, day=day, sentences=(lead, *kept, *own), edges=edges)


def _cite(desk: Desk, step: Step, outlet: Outlet) -> Written:
    earlier = desk.written[step.of[0]]
    day = desk.day_after(step.of)
    frame = "amplified" if step.amplify else "cite_maybe" if step.manner == "maybe" else "cite"
    template = desk.frame(frame)
    ground, behind = earlier.ground
    slots = {"parent": earlier.outlet.name, "source": ground, "weekday": weekday_of(earlier.published)}
    lead = desk.main(template, slots, day, earlier.number, earlier.roots)
    edges: list[Edge] = [("cites", step.of[0], False)]
    if "ource}" in template and behind is not None:
        edges.append(("cites", behind, False))
    body = [lead]
    if earlier.details and desk.rng.random() < 0.7:
        claim = desk.rng.choice(earlier.details)
        body.append(desk.particular("cite_detail", slots, earlier.roots, claim))
    sentences = _with_asides(desk, outlet, body, 3, 5)
    named = (earlier.outlet.name, step.of[0])
    return _after(desk, step, outlet, day=day, sentences=sentences, edges=edges, ground=named, source=ground)


def _paraphrase(desk: Desk, step: Step, outlet: Outlet) -> Written:
    earlier = desk.written[step.of[0]]
    day = desk.day_after(step.of)
    slots = {"source": earlier.source, "short": earlier.short}
    body = [desk.main(desk.frame("loose"), slots, day, earlier.number, earlier.roots)]
    body += [desk.particular("loose_detail", slots, earlier.roots, claim) for claim in earlier.details]
    if desk.rng.random() < 0.3:
        body += [one for one in earlier.sentences if one.kind == "quote"]
    sentences = _with_asides(desk, outlet, body, 2, 4)
    return _after(desk, step, outlet, day=day, sentences=sentences, edges=[("cites", step.of[0], True)])


def _forge(desk: Desk, step: Step, outlet: Outlet) -> Written:
    earlier = desk.written[step.of[0]]
    day = desk.day_after(step.of)
    source, short = drawn(desk.rng.choice(_all_sources(desk)), desk.rng).split("|")
    slots = {"source": source, "short": short, "outlet": outlet.name, "weekday": weekday_of(day)}
    body = [desk.main(desk.frame("lead"), slots, day, earlier.number, earlier.roots)]
    body += [desk.particular("detail", slots, earlier.roots, claim) for claim in earlier.details]
    sentences = _with_asides(desk, outlet, body, 2, 4)
    edges: list[Edge] = [("cites", step.of[0], True)]
    return _after(desk, step, outlet, day=day, sentences=sentences, edges=edges, ground=(source, None))


def _translate(desk: Desk, step: Step, outlet: Outlet) -> Written:
    """The same facts in the same order in other words, with the same quotation."""
    earlier = desk.written[step.of[0]]
    day = desk.day_after(step.of)
    slots = {"source": earlier.source, "short": earlier.short, "outlet": earlier.outlet.name}
    slots["weekday"] = weekday_of(earlier.published)
    sentences: list[Sentence] = []
    for one in earlier.sentences:
        if one.kind == "main":
            sentences.append(desk.main(desk.frame("lead"), slots, day, earlier.number, earlier.roots))
        elif one.kind == "detail":
            sentences.append(desk.particular("detail", slots, earlier.roots, one.spans[0][2].claim))
        elif one.kind != "other":
            sentences.append(one)
    edges: list[Edge] = [("translates", step.of[0], False)]
    return _after(desk, step, outlet, day=day, sentences=tuple(sentences), edges=edges)


def _several(desk: Desk, step: Step, outlet: Outlet) -> Written:
    day = desk.day_after(step.of)
    earlier = [desk.written[number] for number in step.of]
    roots = tuple(sorted({root for one in earlier for root in one.roots}))
    lead = desk.main(desk.frame("several"), {}, day, earlier[0].number, roots)
    edges: list[Edge] = [("cites", number, True) for number in step.of]
    sentences = _with_asides(desk, outlet, [lead], 4, 6)
    return _after(desk, step, outlet, day=day, sentences=sentences, edges=edges, roots=roots)


def _denial(desk: Desk, step: Step, _: Outlet) -> Written:
    agency, story = desk.setting.agency, desk.story
    day = desk.day_after((len(desk.written) - 1,))
    official = f"{desk.rng.choice(knowledge('words')['names']['officials'])} {desk.setting.person()}"
    slots = {"body": story.body, "official": official, "weekday": weekday_of(day)}
    mark = Mark(claim=story.main, roots=(story.body,), stance="denies")
    body = [
        sentence(
            "main", desk.frame("denial"), slots | {"denial": denied(story, desk.rng).words}, {"denial": mark}
        )
    ]
    if desk.rng.random() < 0.5:
        body.append(sentence("main", desk.frame("pointing"), slots, {"point": mark}))
    desk.denial = len(desk.written)
    return Written(
        step=step, outlet=agency, published=day, author=desk.setting.person(), roots=(story.body,),
        number=story.number, sentences=(*body, *desk.asides(agency, 4, 6)),
    )  # fmt: skip


def _retract(desk: Desk, step: Step, _: Outlet) -> Written:
    earlier = desk.written[step.of[0]]
    day = desk.day_after((len(desk.written) - 1,)) + timedelta(days=1)
    outlet = earlier.outlet
    point = Mark(claim=desk.story.main, roots=(outlet.name,), stance="denies")
    slots = {"date": date_in_words(earlier.published), "outlet": outlet.name}
    lead = desk.main(desk.frame("retract"), slots, day, earlier.number, earlier.roots, point=point)
    return _taken_back(desk, step, day, [lead], earlier.number)


def _revise(desk: Desk, step: Step, _: Outlet) -> Written:
    earlier = desk.written[step.of[0]]
    day = desk.day_after((len(desk.written) - 1,)) + timedelta(days=1)
    number = earlier.number + desk.rng.randint(1, 2 + earlier.number // 3)
    slots = {"source": earlier.short, "outlet": earlier.outlet.name, "weekday": weekday_of(day)}
    lead = desk.main(desk.frame("revise"), slots, day, number, earlier.roots, "updates")
    return _taken_back(desk, step, day, [lead], number)


def _taken_back(desk: Desk, step: Step, day: date, body: list[Sentence], number: int) -> Written:
    outlet = desk.written[step.of[0]].outlet
    apology = sentence("other", desk.frame("apology"), {"outlet": outlet.name}, {})
    sentences = (*body, apology, *desk.asides(outlet, 3, 4))
    edges: list[Edge] = [("corrects", step.of[0], False)]
    return _after(desk, step, outlet, day=day, sentences=sentences, edges=edges, number=number)


def _after(
    desk: Desk, step: Step, outlet: Outlet, *, sentences: tuple[Sentence, ...], edges: list[Edge],
    day: date | None = None, roots: tuple[str, ...] = (), ground: tuple[str, int | None] | None = None,
    source: str = "", number: int = 0,
) -> Written:  # fmt: skip
    """A document that has the story from an earlier one, and that may tell the denial as well."""
    earlier = desk.written[step.of[0]]
    published = day or desk.day_after(step.of)
    own_words = step.how in ("cite", "paraphrase", "several", "forge")
    if own_words and desk.denial is not None and desk.rng.random() < RELAYED:
        edges = [*edges, ("cites", desk.denial, False)]
        published = max(published, desk.written[desk.denial].published)
        sentences = (sentences[0], desk.denied_elsewhere(), *sentences[1:])
    return Written(
        step=step, outlet=outlet, published=published, author=desk.setting.person(),
        sentences=sentences, roots=roots or earlier.roots, number=number or earlier.number,
        source=source or earlier.source, short=earlier.short, ground=ground or earlier.ground,
        edges=tuple(edges),
    )  # fmt: skip


def _who(desk: Desk, step: Step) -> tuple[str, str]:
    if step.manner == "weak":
        left = [one for one in knowledge("words")["weak"] if one not in desk.story.used]
        template = desk.rng.choice(left)
        desk.story.used.add(template)
        return drawn(template, desk.rng), "the informant"
    return desk.sources.pop()


def _number(desk: Desk) -> int:
    number = desk.story.number
    if desk.written and desk.rng.random() < RIVAL:
        return number + desk.rng.randint(1, 1 + number // 2)
    return number


def _with_asides(
    desk: Desk, outlet: Outlet, body: list[Sentence], low: int, high: int
) -> tuple[Sentence, ...]:
    """The sentences with others beside the matter behind them and perhaps between them."""
    asides = desk.asides(outlet, low, high)
    if len(body) > 2 and len(asides) > 1:
        body.insert(desk.rng.randint(2, len(body)), asides.pop())
    return (*body, *asides)


def _all_sources(desk: Desk) -> list[str]:
    found: list[str] = knowledge("events")[desk.story.event]["sources"]
    return found


WRITERS: dict[str, Callable[[Desk, Step, Outlet], Written]] = {
    "report": _report,
    "copy": _copy,
    "bare": _bare,
    "cite": _cite,
    "paraphrase": _paraphrase,
    "forge": _forge,
    "translate": _translate,
    "several": _several,
    "denial": _denial,
    "retract": _retract,
    "revise": _revise,
}
