"""The store: one door to the ledger's file, made of its parts. `sayso.store.open_store` opens it."""

from sayso.store.backup import Backup
from sayso.store.claims import Claims
from sayso.store.evidence import Evidence
from sayso.store.expectations import Expectations
from sayso.store.links import Links
from sayso.store.listing import Listing
from sayso.store.protocol import LedgerStore
from sayso.store.reading import Reading
from sayso.store.search import Search
from sayso.store.sources import Sources
from sayso.store.subjects import Subjects
from sayso.store.verify import Verify


class Store(
    Evidence, Reading, Sources, Links, Claims, Subjects, Expectations, Search, Listing, Verify, Backup
):
    """An open ledger. Use it in a `with`, from one thread; a worker process opens its own, for reading."""


_KEEPS_THE_CONTRACT: type[LedgerStore] = Store
