"""Where a world plays: countries, towns, people and outlets that do not exist."""

from random import Random

import msgspec

from bench.worlds.grammar import knowledge


class Outlet(msgspec.Struct, frozen=True, kw_only=True):
    """One that prints or broadcasts. `kind`: wire, paper, radio, site, relief or agency (of the state)."""

    name: str
    kind: str
    city: str


class Setting(msgspec.Struct, kw_only=True):
    """A country with neighbours; `towns` and `people` are given one after the other, again when all were."""

    country: str
    demonym: str
    neighbours: tuple[str, ...]
    agency: Outlet
    outlets: list[Outlet]
    towns: list[str]
    people: list[str]
    owners: dict[str, str]

    def town(self) -> str:
        """The next town."""
        self.towns.insert(0, self.towns.pop())
        return self.towns[0]

    def person(self) -> str:
        """The next person."""
        self.people.insert(0, self.people.pop())
        return self.people[0]


def make_setting(rng: Random, outlets: int) -> Setting:
    """A setting with so many outlets beside the state's agency."""
    names = knowledge("words")["names"]
    stems = rng.sample(names["stems"], len(names["stems"]))
    towns = [stem + end for stem in stems for end in names["towns"]]
    rng.shuffle(towns)
    people = [f"{given} {family}" for given in names["given"] for family in names["family"]]
    rng.shuffle(people)
    ends = rng.sample(names["countries"], 3)
    countries = [
        (stem + end.split("/")[0], stem + end.split("/")[1]) for stem, end in zip(stems, ends, strict=False)
    ]
    agency = Outlet(name=f"{countries[0][0]} State Agency", kind="agency", city=towns.pop())
    return Setting(
        country=countries[0][0],
        demonym=countries[0][1],
        neighbours=tuple(name for name, _ in countries[1:]),
        agency=agency,
        outlets=_outlets(rng, outlets, towns),
        towns=towns,
        people=people,
        owners={},
    )


def _outlets(rng: Random, size: int, towns: list[str]) -> list[Outlet]:
    """So many outlets with different names: one in five a wire, the others of all kinds."""
    names = knowledge("words")["names"]
    found: list[Outlet] = []
    for number in range(size):
        city = towns.pop()
        kind = (
            "wire" if number % 5 == 0 else rng.choice(("paper", "paper", "paper", "radio", "site", "relief"))
        )
        name = {
            "wire": f"{city} {rng.choice(names['wires'])}",
            "paper": f"{rng.choice(('', 'The '))}{city} {rng.choice(names['papers'])}",
            "radio": f"{rng.choice(names['radios'])} {city}",
            "site": f"{city} {rng.choice(names['sites'])}",
            "relief": f"{city} {rng.choice(names['relief'])}",
        }[kind]
        found.append(Outlet(name=name, kind=kind, city=city))
    rng.shuffle(found)
    return found
