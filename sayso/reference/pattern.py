"""Bodies that every country has, made of a pattern and a country: "the Eritrean embassy"."""

from sayso.reference.entry import Country, Entry, Pattern

_LONG_FORMS = ("Republic", "Russian Federation", "Syrian Arab Republic")


def _forms(country: Country) -> list[str]:
    """What may stand for {name}: the names, with "the" where English has it."""
    forms: list[str] = []
    for name in country.names["en"]:
        if " of " in name or name.startswith(_LONG_FORMS):
            forms.append(f"the {name}")
        else:
            forms += [name, f"the {name}"] if country.article else [name]
    return forms


def names_of(pattern: Pattern, country: Country) -> list[str]:
    """The names of the country's body, the main one first, without repetition."""
    names: list[str] = []
    for form in pattern.names:
        names += [form.format(adj=adj, name="") for adj in country.adjectives if "{adj}" in form]
        names += [form.format(name=name, adj="") for name in _forms(country) if "{name}" in form]
    return list(dict.fromkeys(name[0].upper() + name[1:] for name in names))


def derive(pattern: Pattern, country: Country) -> Entry:
    """The body as an entry, with the id "kp.embassy"."""
    return Entry(
        id=f"{country.code.lower()}.{pattern.id}",
        names={"en": tuple(names_of(pattern, country))},
        kind=pattern.kind,
        type=pattern.type,
        country=country.code,
        source=pattern.source,
    )
