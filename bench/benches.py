"""All benches on one screen: their names, what runs them, what they hold."""

from functools import partial

from bench import standalone
from bench.assess import books_flights, expectations, population, rumours, worlds
from bench.assess import speed as assess_speed
from bench.check import drafts
from bench.ledger import claim_pages, judging, whole
from bench.ledger import speed as ledger_speed
from bench.link import calibration, emergent, fnc1, stances
from bench.read import attribution, chains, gold, seed, speed
from bench.table import Bench
from bench.web import pages

BENCHES: dict[str, Bench] = {
    gold.NAME: gold.measure,
    attribution.NAME: attribution.measure,
    chains.NAME: chains.measure,
    seed.NAME: seed.measure,
    **{name: partial(standalone.measure, name) for name in standalone.TITLES},
    emergent.NAME: emergent.measure,
    stances.NAME: stances.measure,
    fnc1.NAME: fnc1.measure,
    whole.NAME: whole.measure,
    claim_pages.NAME: claim_pages.measure,
    calibration.NAME: calibration.measure,
    "books": books_flights.measure_books,
    "flights": books_flights.measure_flights,
    population.NAME: population.measure,
    rumours.NAME: rumours.measure,
    worlds.NAME: worlds.measure,
    drafts.NAME: drafts.measure,
    ledger_speed.NAME: ledger_speed.measure,
    expectations.NAME: expectations.measure,
    judging.NAME: judging.measure,
    speed.NAME: speed.measure,
    assess_speed.NAME: assess_speed.measure,
    pages.NAME: pages.measure,
}
