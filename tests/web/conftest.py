"""Sites of a small ledger: one that is only read, one for each test that writes."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.pipeline import Ledger
from tests.pipeline.corrections import corrected_ledger
from tests.web.site import Site

EXAMPLES = Path(__file__).parents[2] / "examples" / "sarvane"


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
def own_copy(made_once: Path, tmp_path: Path) -> Path:
    """The ledger of the sites, for this test alone."""
    shutil.copy(made_once, tmp_path / "c.db")
    shutil.copytree(f"{made_once}.files", tmp_path / "c.db.files")
    return tmp_path / "c.db"


@pytest.fixture
def own_site(own_copy: Path) -> Iterator[Site]:
    """A site of this test alone."""
    found = Site(own_copy)
    yield found
    found.close()


@pytest.fixture
def empty_site(tmp_path: Path) -> Iterator[Site]:
    """A site over a ledger that was not there."""
    found = Site(tmp_path / "new.db")
    yield found
    found.close()


@pytest.fixture(scope="session")
def made_proposing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with claims that may be one, for a person to decide."""
    path = tmp_path_factory.mktemp("proposing") / "p.db"
    reports = (
        "0034-kessin-monitor-bulletin.md", "0036-kessin-meridian-uncredited.md", "0012-border-closure.md",
    )  # fmt: skip
    with Ledger(path) as ledger:
        list(ledger.add(*(str(EXAMPLES / name) for name in reports), rules=True))
    return path


@pytest.fixture
def proposing_site(made_proposing: Path, tmp_path: Path) -> Iterator[Site]:
    """A site of this test alone, with something to decide."""
    import shutil

    shutil.copy(made_proposing, tmp_path / "p.db")
    shutil.copytree(f"{made_proposing}.files", tmp_path / "p.db.files")
    found = Site(tmp_path / "p.db")
    yield found
    found.close()
