"""Sites of a small ledger: one that is only read, one for each test that writes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pipeline.corrections import corrected_ledger
from tests.web.site import Site


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("web")
    corrected_ledger(folder).close()
    return folder / "c.db"


@pytest.fixture(scope="session")
def site(made_once: Path) -> Iterator[Site]:
    """A site that no test writes to."""
    found = Site(made_once)
    yield found
    found.close()


@pytest.fixture
def own_site(made_once: Path, tmp_path: Path) -> Iterator[Site]:
    """A site of this test alone."""
    import shutil

    shutil.copy(made_once, tmp_path / "c.db")
    shutil.copytree(f"{made_once}.files", tmp_path / "c.db.files")
    found = Site(tmp_path / "c.db")
    yield found
    found.close()


@pytest.fixture
def empty_site(tmp_path: Path) -> Iterator[Site]:
    """A site over a ledger that was not there."""
    found = Site(tmp_path / "new.db")
    yield found
    found.close()
