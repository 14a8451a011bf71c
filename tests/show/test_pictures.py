"""Timeline, balance, calibration and windows: tables that say what is drawn, labels apart, whole files."""

import json
import random
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from sayso.assess.calibration import Bin
from sayso.model import (
    Assessment,
    Awaited,
    EvidenceLine,
    Expectation,
    Member,
    Retelling,
    TimelineRow,
    WithoutOrigin,
)
from sayso.show.page_markup import text
from sayso.show.pictures import (
    Picture,
    balance,
    calibration,
    figure,
    figure_style,
    ledger_timeline,
    origin_graph,
    picture_csv,
    png,
    promise_windows,
    saved_svg,
    timeline_picture,
)
from sayso.show.pictures.flags import flags
from sayso.show.pictures.ink import DARK, LIGHT
from sayso.show.pictures.measure import fit, plain, width_px, wrap
from sayso.show.pictures.saving import resolved
from sayso.show.pictures.time_axis import axis, day
from tests.show.claims import claim, rows
from tests.show.picture_parts import labels, links, parsed, sound

WIDTHS = (330, 360, 720, 1200)


def members(number: int, name: str = "The Ashmere Evening Chronicle") -> tuple[Member, ...]:
    stances: tuple[Any, ...] = ("supports", "supports", "supports", "denies", "updates", "comments")
    return tuple(
        Member(
            id=f"s:{at}", proposition=f"p:{at}", document=f"d:{at}", publisher=f"{name} {at}",
            published=f"2031-{1 + at % 12:02}-{1 + at * 7 % 28:02}" if at % 9 else None,
            stance=stances[at % 6],
        )
        for at in range(number)
    )  # fmt: skip


def expectation(number: int, status: Any = "overdue", **changes: Any) -> Expectation:
    told = Retelling(
        statement=f"s:{number}", proposition=f"p:{number}", document=f"d:{number}", publisher="Norrin Press",
        published="2031-01-05", chain=("Norrin Press", "Celia Aumont"), text="that it would come",
    )  # fmt: skip
    known: dict[str, Any] = {
        "id": f"e:{number:03}", "statement": f"s:{number}", "promisor": "Celia Aumont",
        "gist": f"that {number} tonnes would come by then", "modality": "promise", "condition": None,
        "due_from": f"2031-{1 + number % 9:02}-01", "due_to": f"2031-{2 + number % 9:02}-20",
        "quantity": Awaited(value=5000, unit="tonnes"), "delivered": None, "status": status,
        "revised_by": None, "evidence": (), "proposition": f"p:{number}", "document": f"d:{number}",
        "published": "2031-01-05", "as_of": "2031-10-10", "told": (told,),
    }  # fmt: skip
    return Expectation(**{**known, **changes})


def time(first: str | None, last: str | None, role: Any = "event") -> TimelineRow:
    return TimelineRow(
        first=first, last=last, role=role, printed="then", text="that the bridge fell", statement="s:1",
        proposition="p:1", document="d:1", publisher="Norrin Press", published="2031-01-01",
        chain=("Norrin Press",),
    )  # fmt: skip


def assessment(words: str = "Open Valleys says it.") -> Assessment:
    lines = (
        EvidenceLine(text="Before it is known who says it: even odds.", decibans=0.0, kind="prior"),
        EvidenceLine(text=words, decibans=4.2, statement="s:1"),
        EvidenceLine(text="The ministry denies it.", decibans=-1.5, statement="s:2", kind="denial"),
    )
    left = (WithoutOrigin(origin="Open Valleys", probability=0.4, likelihood="roughly even chance"),)
    return Assessment(
        probability=0.65, band=(0.4, 0.8), confidence="low", likelihood="likely", admiralty="F3", lines=lines,
        without=left, single_origin=True,
    )  # fmt: skip


def points(number: int) -> list[Bin]:
    return [
        Bin(low=0, high=1, count=1 + at * 13, mean=(at + 0.5) / number, share=((at * 3) % number) / number)
        for at in range(number)
    ]


STATUSES = ("overdue", "broken", "due", "open", "revised", "partly", "kept", "denied", "unverifiable")
WINDOWS = [expectation(at, status) for at, status in enumerate(STATUSES)]
TIMES = [
    time(f"20{10 + at % 25}-05-{1 + at % 28:02}", None, "due" if at % 3 else "event") for at in range(80)
]
MAKERS: dict[str, Callable[[int], Picture]] = {
    "timeline": lambda width: timeline_picture(claim(statements=members(60)), {}, width=width),
    "ledger": lambda width: ledger_timeline(TIMES, width=width),
    "balance": lambda width: balance(assessment(), width=width),
    "calibration": lambda width: calibration(points(10), width=width),
    "windows": lambda width: promise_windows(WINDOWS, width=width),
    "origins": lambda width: origin_graph(claim(), rows(), {}, (), width=width),
    "no timeline": lambda width: timeline_picture(claim(statements=()), {}, width=width),
    "no ledger": lambda width: ledger_timeline((), width=width),
    "no balance": lambda width: balance(None, width=width),
    "no calibration": lambda width: calibration((), width=width),
    "no windows": lambda width: promise_windows((), width=width),
}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", MAKERS)
def test_labels_neither_overlap_nor_leave_the_picture(name: str, width: int) -> None:
    sound(MAKERS[name](width))


@pytest.mark.parametrize("name", [name for name in MAKERS if name.startswith("no ")])
def test_a_picture_of_nothing_has_no_rows_and_says_what_would_fill_it(name: str) -> None:
    picture = MAKERS[name](360)
    assert picture.rows == ()
    assert len(" ".join(box.text for box in labels(picture))) > 40


def test_each_statement_has_a_sign_or_is_counted_as_undated_and_has_its_row() -> None:
    picture = timeline_picture(claim(statements=members(40)), {}, href=lambda id: f"/{id}")
    dated = [member for member in members(40) if member.published]
    assert len(picture.rows) == 40
    assert len(links(picture)) == len(dated)
    assert f"{40 - len(dated)} statements without a date" in picture.summary


def test_who_denies_stands_below_the_line_and_who_says_it_above() -> None:
    both = [each for each in members(12) if each.stance in {"supports", "denies"} and each.published]
    root = parsed(timeline_picture(claim(statements=tuple(both)), {}))
    says = [float(each.get("cy", "0")) for each in root.iter("{*}circle")]
    denies = [float(each.get("y", "0")) for each in root.iter("{*}rect")]
    assert says
    assert denies
    assert max(says) < min(denies)


@pytest.mark.parametrize("make", [
    lambda some: timeline_picture(claim(statements=tuple(some(list(members(30))))), {}),
    lambda some: ledger_timeline(some(list(TIMES))),
    lambda some: calibration(some(points(9))),
    lambda some: promise_windows(some(list(WINDOWS))),
])  # fmt: skip
def test_the_order_of_the_input_does_not_matter(make: Any) -> None:
    def shuffled(items: list[Any]) -> list[Any]:
        random.Random(3).shuffle(items)
        return items

    assert make(shuffled) == make(list)


def test_the_balance_tells_each_line_the_sum_and_what_is_left_without_an_origin() -> None:
    picture = balance(assessment())
    assert ("Open Valleys says it.", "+4.2", "+4.2", "origin") in picture.rows
    assert ("The ministry denies it.", "−1.5", "+2.7", "denial") in picture.rows
    assert ("The sum", "+2.7", "+2.7", "likely") in picture.rows
    assert ("Without Open Valleys", "", "−1.8", "roughly even chance") in picture.rows
    assert "All of it rests on one origin." in picture.summary


def test_the_balance_shows_no_probability() -> None:
    picture = balance(assessment())
    told = picture.svg + json.dumps(picture.rows)
    assert not any(number in told for number in ("65%", "0.65", "40%", "0.4"))


def test_for_is_full_and_against_is_open() -> None:
    rects = [each for each in parsed(balance(assessment())).iter("{*}rect") if each.get("height") == "14"]
    assert [each.get("fill", "").split(",")[0] for each in rects] == ["var(--ink", "var(--raised"]


def test_overdue_windows_stand_first_and_all_have_their_row() -> None:
    picture = promise_windows(list(reversed(WINDOWS)), "2031-11-01")
    assert [row[0] for row in picture.rows] == list(STATUSES)
    assert "today 2031-11-01" in {box.text for box in labels(picture)}


def test_each_status_has_its_word_beside_its_sign() -> None:
    assert set(STATUSES) <= {box.text for box in labels(promise_windows(WINDOWS))}


def test_a_revised_window_stands_over_the_new_one_with_an_arrow() -> None:
    old = expectation(1, "revised", revised_by="e:005")
    new = expectation(5, "overdue", revises="e:001", published="2031-03-01")
    picture = promise_windows([expectation(2), new, old])
    assert [row[0] for row in picture.rows] == ["overdue", "revised", "overdue"] or [
        row[0] for row in picture.rows
    ] == ["revised", "overdue", "overdue"]
    assert ("revised", "2031-06-01 to 2031-07-20") in {(row[0], row[7]) for row in picture.rows}
    alone = promise_windows([expectation(2), new, expectation(1, "revised")])
    assert len(list(parsed(picture).iter("{*}path"))) > len(list(parsed(alone).iter("{*}path")))


def test_windows_without_days_are_told_and_drawn_without_a_bar() -> None:
    picture = promise_windows([expectation(1, "unverifiable", due_from=None, due_to=None)])
    assert picture.rows[0][1] == "no days given"
    sound(picture)


def test_the_ledger_counts_each_time_once() -> None:
    picture = ledger_timeline([*TIMES, time(None, None)])
    assert sum(int(row[1]) + int(row[2]) for row in picture.rows) == len(TIMES)
    assert "1 time without days" in picture.summary


def test_a_few_far_times_do_not_flatten_the_rest() -> None:
    near = [time(f"2031-05-{1 + at % 28:02}", None) for at in range(60)]
    picture = ledger_timeline([*near, time("0900-01-01", None), time(None, "2999-12-31", "due")])
    assert picture.rows[0][0] == "earlier"
    assert picture.rows[-1][0] == "later"
    assert len(picture.rows) == 30
    sound(picture)


@pytest.mark.parametrize(("first", "last"), [
    ("2031-05-01", "2031-05-01"), ("2031-05-01", "2031-05-09"), ("2030-12-31", "2032-02-01"),
    ("0001-01-01", "9999-12-31"), ("1998-06-15", "2033-01-01"),
])  # fmt: skip
def test_an_axis_always_has_a_day_written_on_it(first: str, last: str) -> None:
    days = [found for found in (day(first), day(last)) if found]
    made = axis(days, 40, 640)
    assert made is not None
    places = [x for x, _ in made.ticks()]
    assert 1 <= len(places) <= 10
    assert all(40 <= x <= 640 for x in places)


def test_the_most_important_label_is_kept_where_there_is_no_room_for_all() -> None:
    crowded = [(100.0 + at, f"The Outlet of the Upper Valley {at}") for at in range(20)]
    found = flags([crowded[7], *crowded[:7], *crowded[8:]], 400)
    assert crowded[7][0] in {flag.x for flag in found}
    assert len(found) == 4


def test_text_is_cut_and_broken_to_the_room_there_is() -> None:
    assert fit("short", 100, 13) == "short"
    assert fit("a very long line of words", 60, 13).endswith("…")
    assert width_px(fit("a very long line of words", 60, 13), 13) <= 60
    assert all(
        width_px(line, 13) <= 80
        for line in wrap("한국어로 된 아주 긴 제목입니다 그리고 더 깁니다", 80, 13, 4)
    )
    assert (
        "".join(wrap("Donaudampfschiffahrtsgesellschaft", 80, 13, 9)) == "Donaudampfschiffahrtsgesellschaft"
    )


def test_hidden_characters_are_written_out() -> None:
    assert plain("a\u202eb\x00\ufffe") == "a⟨U+202E⟩b⟨U+0000⟩⟨U+FFFE⟩"


ANY = st.text(st.characters(), max_size=40)  # lone surrogates and noncharacters among them


@given(ANY, ANY, st.sampled_from([330, 720]))
def test_any_text_gives_well_formed_pictures_and_files(one: str, other: str, width: int) -> None:
    said = tuple(
        Member(
            id="s:1",
            proposition="p:1",
            document="d:1",
            publisher=one,
            published=other or "2031-01-01",
            stance=stance,
        )
        for stance in ("supports", "denies")
    )
    window = expectation(1, gist=one, promisor=other, due_from=one)
    made = [
        timeline_picture(claim(gist=one, statements=said), {}, width=width),
        balance(assessment(one), width=width),
        promise_windows([window], width=width),
        ledger_timeline(
            [TimelineRow(**{**{f: getattr(TIMES[0], f) for f in TIMES[0].__struct_fields__}, "text": one})]
        ),
        calibration(points(2), one, width=width),
    ]
    for picture in made:
        sound(picture)
        root = etree.fromstring(saved_svg(picture).encode("utf-8"))
        kept = json.loads(root.findtext("{*}metadata") or "")
        assert [tuple(row) for row in kept["rows"]] == list(picture.rows)
        assert picture_csv(picture).decode("utf-8")


def test_what_no_file_can_hold_is_replaced_in_the_table_and_the_title() -> None:
    picture = calibration(points(2), "a\ud800b")
    assert picture.title == "a\ufffdb"
    assert etree.fromstring(saved_svg(picture).encode("utf-8")) is not None


def test_a_saved_file_stands_alone_and_a_picture_in_a_page_needs_no_style() -> None:
    picture = balance(assessment())
    root = etree.fromstring(saved_svg(picture).encode())
    assert root.find("{*}style") is not None
    assert root[0].tag.endswith("title")
    assert "style" not in {etree.QName(each).localname for each in parsed(picture).iter(etree.Element)}


def test_the_data_of_a_file_is_safe_in_a_spreadsheet() -> None:
    assert b"'=cmd" in picture_csv(balance(assessment("=cmd|' /C calc'!A0")))


def test_colours_are_those_of_the_page_in_light_and_in_dark() -> None:
    from sayso.show.page_style import style

    sheet = style("paper.css")
    for colours in (LIGHT, DARK):
        assert all(f"--{name}: {value};" in sheet for name, value in colours.items())


def test_colours_are_resolved_in_attributes_and_never_in_text() -> None:
    picture = balance(assessment("the words var(--ink, #1c1b19) stay"))
    made = resolved(picture.svg, DARK)
    assert 'fill="var(' not in made
    assert "var(--ink, #1c1b19)" in made


def test_png_says_what_to_install_where_the_renderer_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(ModuleNotFoundError, match="resvg-py"):
        png(balance(assessment()).svg)


def test_png_gives_the_renderer_plain_colours_on_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[dict[str, Any]] = []

    class Stand:
        @staticmethod
        def svg_to_bytes(**asked: Any) -> bytes:
            given.append(asked)
            return b"\x89PNG"

    monkeypatch.setitem(sys.modules, "resvg_py", Stand)
    assert png(saved_svg(balance(assessment())), dark=True) == b"\x89PNG"
    assert "var(" not in given[0]["svg_string"]
    assert DARK["paper"] in given[0]["svg_string"]


def test_a_figure_holds_both_drawings_and_the_table() -> None:
    made = figure(MAKERS["balance"])
    assert made.html.count("<svg") == 2
    assert "The ministry denies it.</td>" in made.html
    assert "picture-narrow" in figure_style()
    assert " style=" not in made.html


def test_the_table_of_a_figure_shows_hostile_text_as_the_page_does() -> None:
    made = figure(lambda width: balance(assessment("<b>\u202e"), width=width))
    assert text("<b>\u202e").html in made.html


def test_pictures_import_nothing_heavy() -> None:
    heavy = "{'numpy', 'lxml', 'sqlalchemy', 'onnxruntime', 'rich', 'resvg_py'}"
    asked = f"import sys, sayso.show.pictures; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
