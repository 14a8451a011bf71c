"""Completion in the shell: scripts for three of them, verbs, options, and ids with their words."""

import shutil
import subprocess
from pathlib import Path

import pytest
from click.shell_completion import BashComplete, CompletionItem

from sayso.cli import VERBS, main
from sayso.pipeline import Ledger
from tests.cli.calls import sayso
from tests.pipeline.corpora import MOMENT, every_claim, written


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("completion")
    place = str(folder / "a.db")
    with Ledger(place, clock=lambda: MOMENT) as held:
        list(held.add(*written(folder / "files"), rules=True))
    return place


def offered(*words: str, incomplete: str) -> list[CompletionItem]:
    return BashComplete(main, {}, "sayso", "_SAYSO_COMPLETE").get_completions(list(words), incomplete)


def values(*words: str, incomplete: str) -> list[str]:
    return [item.value for item in offered(*words, incomplete=incomplete)]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_one_that_the_shell_understands(shell: str) -> None:
    call = sayso("completion", shell)
    assert call.code == 0
    assert "_SAYSO_COMPLETE" in call.out
    if shutil.which(shell):
        check = subprocess.run([shell, "-n"], input=call.out, capture_output=True, text=True, check=False)
        assert check.returncode == 0, check.stderr


def test_another_shell_is_a_usage_error() -> None:
    assert sayso("completion", "tcsh").code == 2


def test_verbs_and_options_are_offered() -> None:
    assert set(values(incomplete="")) == set(VERBS)
    assert "--feed-out" in values("watch", incomplete="--f")
    assert values("schema", incomplete="clai") == ["claim"]


def test_an_id_of_a_claim_is_offered_with_its_words_as_it_was_begun(path: str) -> None:
    with Ledger(path, read_only=True, clock=lambda: MOMENT) as held:
        claim = every_claim(held)[0]
    (item,) = offered("claim", "--ledger", path, incomplete=claim.id[:12])
    assert (item.value, item.help) == (claim.id, " ".join(claim.gist.split())[:80])
    bare = claim.id.removeprefix("c:")
    assert values("claim", "--ledger", path, incomplete=bare[:9]) == [bare]
    assert values("judge", "outcome", "--ledger", path, incomplete=bare[:9]) == [bare]


def test_an_id_of_a_document_is_offered(path: str) -> None:
    with Ledger(path, read_only=True, clock=lambda: MOMENT) as held:
        row = held.documents()[0]
    (item,) = offered("forget", "--ledger", path, incomplete=row.id[:9])
    assert (item.value, item.help) == (row.id, row.title)


@pytest.mark.parametrize("begun", ["", "c:", "zz", "%", "c:_"])
def test_what_begins_nothing_offers_nothing(path: str, begun: str) -> None:
    assert values("claim", "--ledger", path, incomplete=begun) == []


def test_a_ledger_that_is_none_offers_nothing_and_is_not_made(tmp_path: Path) -> None:
    assert values("claim", "--ledger", str(tmp_path / "a.db"), incomplete="a") == []
    (tmp_path / "b.db").write_text("Dear diary", encoding="utf-8")
    assert values("claim", "--ledger", str(tmp_path / "b.db"), incomplete="a") == []
    assert [one.name for one in tmp_path.iterdir()] == ["b.db"]
