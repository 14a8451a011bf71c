"""Watching: what is new is added and told once, whatever is broken, busy or killed meanwhile."""

import os
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from sayso.errors import LedgerBusy, UsageError
from sayso.fetch import Policy
from sayso.model import News
from sayso.pipeline import Ledger, watching
from sayso.pipeline.watching import Look, Watch, alone, follow, look
from tests.fetch.server import Reply, reply, serving
from tests.fetch.test_opening import HERE, here
from tests.ingest.made_files import article, item, rss
from tests.pipeline.corpora import FILES, written

MOMENT = datetime(2031, 7, 1, 6, 0, 0, tzinfo=UTC)


def clock() -> datetime:
    return MOMENT


def looked(watch: Watch, *, patient: bool = False, at: datetime = MOMENT) -> Look:
    return look(watch, clock=lambda: at, resolve=here, patient=patient)


def watch_of(folder: Path, *inputs: str, policy: Policy = HERE, **more: object) -> Watch:
    made = Watch(
        ledger=str(folder / "a.db"), inputs=inputs or (str(folder / "files"),), policy=policy, rules=True,
        to=str(folder / "captures"), wait_seconds=0.0,
    )  # fmt: skip
    return msgspec.structs.replace(made, **more)


def kinds(news: Sequence[News]) -> set[str]:
    return {one.kind for one in news}


def test_a_new_file_is_told_with_what_it_changed_and_only_once(tmp_path: Path) -> None:
    watch = watch_of(tmp_path)
    written(tmp_path / "files", ["wire.md", "copy.md"])
    first = looked(watch)
    assert (first.new, kinds(first.news)) == (2, {"document"})
    written(tmp_path / "files", ["denial.md"])
    second = looked(watch)
    assert second.new == 1
    assert {"denial", "status", "document"} <= kinds(second.news)
    assert next(one for one in second.news if one.kind == "status").after == "contested"
    assert looked(watch) == Look(new=0, news=(), problems=())


def test_an_old_report_that_comes_late_is_news_though_its_day_is_past(tmp_path: Path) -> None:
    watch = watch_of(tmp_path)
    written(tmp_path / "files", ["denial.md", "other.md"])
    looked(watch)
    written(tmp_path / "files", ["wire.md"])
    assert "status" in kinds(looked(watch).news)


def test_the_first_look_at_a_ledger_that_is_there_tells_nothing_of_what_it_holds(tmp_path: Path) -> None:
    paths = written(tmp_path / "files")
    with Ledger(str(tmp_path / "a.db"), clock=clock) as held:
        list(held.add(*paths, rules=True))
    assert looked(watch_of(tmp_path)).news == ()


def test_what_another_command_added_is_told_too(tmp_path: Path) -> None:
    watch = watch_of(tmp_path)
    written(tmp_path / "files", ["wire.md"])
    looked(watch)
    with Ledger(str(tmp_path / "a.db"), clock=clock) as held:
        list(held.add(*written(tmp_path / "others", ["denial.md"]), rules=True))
    found = looked(watch)
    assert found.new == 0
    assert "denial" in kinds(found.news)


def test_a_changed_file_is_new_and_a_touched_one_is_not(tmp_path: Path) -> None:
    watch = watch_of(tmp_path)
    (path,) = written(tmp_path / "files", ["other.md"])
    looked(watch)
    os.utime(path, (1.0, 1.0))
    assert looked(watch).new == 0
    Path(path).write_text(FILES["other.md"] + "\nThe mayor denied that it would open.\n", encoding="utf-8")
    assert looked(watch).new == 1


def test_a_file_that_is_being_written_waits_for_the_next_look(tmp_path: Path) -> None:
    watch = watch_of(tmp_path)
    (path,) = written(tmp_path / "files", ["other.md"])
    os.utime(path, (MOMENT.timestamp() - 1, MOMENT.timestamp() - 1))
    assert looked(watch, patient=True).new == 0
    assert looked(watch, patient=True, at=MOMENT + timedelta(seconds=5)).new == 1


def test_a_promise_that_falls_due_between_two_looks_is_told_without_a_new_document(tmp_path: Path) -> None:
    watch = watch_of(tmp_path)
    written(tmp_path / "files", ["other.md"])
    looked(watch)
    later = looked(watch, at=MOMENT + timedelta(days=40))
    assert kinds(later.news) == {"due", "record"}


def test_a_broken_file_is_told_once_and_the_rest_goes_on(tmp_path: Path) -> None:
    watch = watch_of(tmp_path)
    written(tmp_path / "files", ["other.md"])
    (tmp_path / "files" / "bad.txt").write_bytes(b"\x00" * 500)
    found = looked(watch)
    assert found.new == 1
    assert [Path(one.where).name for one in found.problems] == ["bad.txt"]
    assert looked(watch).problems == ()


def test_a_folder_that_is_not_there_is_told_once(tmp_path: Path) -> None:
    watch = watch_of(tmp_path)
    assert len(looked(watch).problems) == 1
    assert looked(watch).problems == ()
    written(tmp_path / "files", ["other.md"])
    assert looked(watch).new == 1


def test_only_what_is_about_a_subject_is_told(tmp_path: Path) -> None:
    watch = watch_of(tmp_path, about=("ferry osric",))
    written(tmp_path / "files")
    found = looked(watch)
    assert found.new == 5
    assert found.news
    assert not [one for one in found.news if "ridge" in one.about]


def test_the_feeds_have_each_change_once_and_are_left_alone_where_nothing_changed(tmp_path: Path) -> None:
    watch = watch_of(
        tmp_path, rss=str(tmp_path / "files" / "news.xml"), json=str(tmp_path / "files" / "news.json")
    )
    written(tmp_path / "files", ["wire.md"])
    looked(watch)
    before = os.stat(tmp_path / "files" / "news.json").st_mtime_ns
    assert looked(watch).new == 0
    assert os.stat(tmp_path / "files" / "news.json").st_mtime_ns == before
    written(tmp_path / "files", ["denial.md"])
    found = looked(watch)
    items = msgspec.json.decode((tmp_path / "files" / "news.json").read_bytes())["items"]
    assert len(items) == len({one["id"] for one in items}) == 1 + len(found.news)
    assert items[0]["tags"] == ["denial"]


def test_a_kill_before_the_end_of_a_look_loses_no_news_and_doubles_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = watch_of(tmp_path, json=str(tmp_path / "news.json"))
    written(tmp_path / "files", ["wire.md"])
    looked(watch)
    written(tmp_path / "files", ["denial.md"])

    class Killed(BaseException):
        pass

    def kill(*_: object) -> None:
        raise Killed

    for place in ("_told", "_write_feeds", "_kept"):
        with monkeypatch.context() as patched:
            patched.setattr(watching, place, kill)
            with pytest.raises(Killed):
                looked(watch)
    assert {"denial", "status"} <= kinds(looked(watch).news)
    items = msgspec.json.decode((tmp_path / "news.json").read_bytes())["items"]
    assert [one["tags"][0] for one in items].count("denial") == 1


def test_an_address_that_a_click_would_run_is_in_no_feed(tmp_path: Path) -> None:
    watch = watch_of(tmp_path, json=str(tmp_path / "news.json"))
    row = {"text": FILES["other.md"].partition("---\n\n")[2] or "He said so.", "url": "javascript:alert(1)"}
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "a.jsonl").write_bytes(msgspec.json.encode(row))
    assert looked(watch).news
    assert b"javascript" not in (tmp_path / "news.json").read_bytes()


def test_what_was_forgotten_leaves_the_feeds(tmp_path: Path) -> None:
    watch = watch_of(tmp_path, json=str(tmp_path / "news.json"))
    written(tmp_path / "files", ["other.md"])
    looked(watch)
    assert b"Bridge opens" in (tmp_path / "news.json").read_bytes()
    with Ledger(str(tmp_path / "a.db"), clock=clock) as held:
        held.forget(held.documents()[0].id, by="T. Vell", why="a source asked")
    looked(watch)
    assert b"Bridge opens" not in (tmp_path / "news.json").read_bytes()
    assert b"Bridge opens" not in watch.memory.read_bytes()


def test_a_busy_ledger_is_a_problem_of_one_look_and_nothing_is_missed(tmp_path: Path) -> None:
    watch = watch_of(tmp_path)
    written(tmp_path / "files", ["other.md"])
    with Ledger(str(tmp_path / "a.db"), clock=clock):
        busy = looked(watch, patient=True)
        assert "being written" in busy.problems[0].what
        assert looked(watch, patient=True).problems == ()
        with pytest.raises(LedgerBusy):
            looked(watch)
    assert looked(watch).new == 1


def test_following_looks_again_after_each_sleep(tmp_path: Path) -> None:
    watch = watch_of(tmp_path)
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        written(tmp_path / "files", [list(FILES)[len(slept)]])

    looks = follow(watch, clock=clock, sleep=sleep, every_seconds=7.0, resolve=here)
    assert [next(looks).new for _ in range(3)] == [0, 1, 1]
    assert slept == [7.0, 7.0]


def test_one_watch_runs_once_and_another_beside_it(tmp_path: Path) -> None:
    watch = watch_of(tmp_path)
    with alone(watch, clock):
        with pytest.raises(UsageError, match="running already"), alone(watch, clock):
            pass
        with alone(watch_of(tmp_path, about=("ferry",)), clock):
            pass


def test_a_memory_that_is_none_is_left_as_it_is(tmp_path: Path) -> None:
    watch = watch_of(tmp_path)
    watch.memory.write_text("{", encoding="utf-8")
    with pytest.raises(UsageError, match="remove it"):
        looked(watch)
    assert watch.memory.read_text(encoding="utf-8") == "{"


@pytest.mark.usefixtures("loopback")
def test_a_feed_gives_its_new_pages_and_none_is_asked_for_twice(tmp_path: Path) -> None:
    said = "The governor said that road {} was shut."
    replies = {f"/{n}": reply(article(f"Page {n}", said.format(n)).encode()) for n in (1, 2)}
    with serving(replies) as server:
        feed = Feed(replies, [server.url("/1")])
        watch = watch_of(tmp_path, server.url("/feed"), policy=Policy(permitted=HERE.permitted, seconds=20))
        assert looked(watch).new == 1
        assert looked(watch).new == 0
        feed.show([server.url("/2"), server.url("/1")])
        found = looked(watch)
        assert [one.about for one in found.news if one.kind == "document"] == ["Page 2"]
        assert len(server.asked) == 5  # the feed three times, each page once


class Feed:
    """A feed at /feed whose links change."""

    def __init__(self, replies: dict[str, Reply], links: list[str]) -> None:
        self.replies = replies
        self.show(links)

    def show(self, links: list[str]) -> None:
        made = rss(*(item(link=link) for link in links))
        self.replies["/feed"] = reply(made, Content_Type="application/rss+xml")


@pytest.mark.usefixtures("loopback")
def test_a_feed_that_does_not_answer_is_told_once_and_folders_go_on(tmp_path: Path) -> None:
    replies: dict[str, Reply] = {}
    written(tmp_path / "files", ["other.md"])
    with serving(replies) as server:
        replies["/feed"] = reply(status="500 Broken")
        watch = watch_of(tmp_path, server.url("/feed"), str(tmp_path / "files"))
        found = looked(watch)
        assert (found.new, len(found.problems)) == (1, 1)
        assert "500" in found.problems[0].what
        assert looked(watch).problems == ()


@pytest.mark.usefixtures("loopback")
def test_a_page_that_fails_is_tried_three_times(tmp_path: Path) -> None:
    replies: dict[str, Reply] = {"/1": reply(status="404 Gone")}
    with serving(replies) as server:
        Feed(replies, [server.url("/1")])
        watch = watch_of(tmp_path, server.url("/feed"))
        told = [len(looked(watch).problems) for _ in range(5)]
        assert told == [1, 0, 0, 0, 0]
        assert len(server.asked) == 5 + 3


@pytest.mark.usefixtures("loopback")
def test_a_page_of_which_only_the_surroundings_change_is_kept_once(tmp_path: Path) -> None:
    replies: dict[str, Reply] = {}
    with serving(replies) as server:
        watch = watch_of(tmp_path, server.url("/a"))
        for turn in range(3):
            page = article("Road", "The governor said that the road was shut.")
            replies["/a"] = reply(f"{page}<!-- {turn} -->".encode())
            found = looked(watch, at=MOMENT + timedelta(minutes=turn))
            assert found.new == (turn == 0)
    assert len(list((tmp_path / "captures").iterdir())) == 1


@pytest.mark.usefixtures("loopback")
def test_a_fetched_page_is_added_though_the_ledger_was_busy(tmp_path: Path) -> None:
    page = reply(article("Road", "The governor said that the road was shut.").encode())
    with serving({"/a": page}) as server:
        watch = watch_of(tmp_path, server.url("/a"))
        with Ledger(str(tmp_path / "a.db"), clock=clock):
            looked(watch, patient=True)
        assert looked(watch).new == 1
        assert looked(watch).new == 0
    assert len(list((tmp_path / "captures").iterdir())) == 1
