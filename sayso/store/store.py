"""The store: one door to the ledger's file, made of its parts. `sayso.store.open_store` opens it."""

from sayso.store.backup import Backup
from sayso.store.claims import Claims
from sayso.store.days import Days
from sayso.store.evidence import Evidence
from sayso.store.expectations import Expectations
from sayso.store.forgetting import Forgetting
from sayso.store.listing import Listing
from sayso.store.naming import Naming
from sayso.store.protocol import LedgerStore
from sayso.store.reading import Reading
from sayso.store.sources import Sources
from sayso.store.subjects import Subjects
from sayso.store.verify import Verify
from sayso.store.waiting import Waiting


class Store(
    Forgetting,
    Evidence,
    Reading,
    Sources,
    Claims,
    Days,
    Subjects,
    Expectations,
    Listing,
    Naming,
    Waiting,
    Verify,
    Backup,
):
    """An open ledger. Use it in a `with`, from one thread; a worker process opens its own, for reading."""


_KEEPS_THE_CONTRACT: type[LedgerStore] = Store
