"""The stores that the contract is tested on: every test of it runs once for each."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from tests.store.ledgers import ledger

STORES: dict[str, Callable[..., AbstractContextManager[Any]]] = {"sqlite": ledger}


@pytest.fixture(params=STORES)
def make(request: pytest.FixtureRequest) -> Callable[..., AbstractContextManager[Any]]:
    return STORES[request.param]


@pytest.fixture
def store(make: Callable[..., AbstractContextManager[Any]], tmp_path: Path) -> Iterator[Any]:
    with make(tmp_path) as opened:
        yield opened
