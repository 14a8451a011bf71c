"""All benches on one screen: their names, what runs them, what they hold."""

from functools import partial

from bench import standalone
from bench.check import drafts
from bench.ledger import speed as ledger_speed
from bench.ledger import whole
from bench.link import emergent, stances
from bench.read import attribution, chains, gold, seed, speed
from bench.table import Bench

BENCHES: dict[str, Bench] = {
    gold.NAME: gold.measure,
    attribution.NAME: attribution.measure,
    chains.NAME: chains.measure,
    seed.NAME: seed.measure,
    **{name: partial(standalone.measure, name) for name in standalone.TITLES},
    emergent.NAME: emergent.measure,
    stances.NAME: stances.measure,
    whole.NAME: whole.measure,
    drafts.NAME: drafts.measure,
    ledger_speed.NAME: ledger_speed.measure,
    speed.NAME: speed.measure,
}
