"""The gazetteer: every entry is supported and well formed, names are found as printed, and nothing hangs."""

import re
from typing import get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import SourceKind
from sayso.reference import load_gazetteer
from sayso.reference.gazetteer import Compiled
from tests.stopwatch import cpu_seconds, here, timed
from training.gazetteer import TARGET, compiled

GAZETTEER = load_gazetteer()
ENTRIES = GAZETTEER.entries
IDS = {entry.id for entry in ENTRIES}
KOREA_AREA = {"KP", "KR", "CN", "RU", "JP"}
OWN_LANGUAGES = {
    "KP": "ko", "KR": "ko", "CN": "zh", "TW": "zh", "HK": "zh", "JP": "ja", "RU": "ru", "BY": "be",
    "TM": "tk", "TJ": "tg", "UZ": "uz", "AZ": "az", "MM": "my", "LA": "lo", "VN": "vi", "IR": "fa",
    "AF": "fa", "SY": "ar", "YE": "ar", "SA": "ar", "EG": "ar", "CU": "es", "VE": "es", "NI": "es",
    "GQ": "es", "BI": "fr", "KH": "km", "KZ": "kk", "UA": "uk",
}  # fmt: skip
SCRIPTS = {
    "ko": "\uac00-\ud7a3", "zh": "\u4e00-\u9fff", "ja": "\u3040-\u30ff\u4e00-\u9fff", "ru": "\u0400-\u04ff",
    "be": "\u0400-\u04ff", "tg": "\u0400-\u04ff", "kk": "\u0400-\u04ff", "my": "\u1000-\u109f",
    "lo": "\u0e80-\u0eff", "fa": "\u0600-\u06ff", "ar": "\u0600-\u06ff", "km": "\u1780-\u17ff",
    "bo": "\u0f00-\u0fff", "ug": "\u0600-\u06ff", "ti": "\u1200-\u137f", "am": "\u1200-\u137f",
}  # fmt: skip


def found(text: str, *, countries: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    mentions = GAZETTEER.find(text, countries=countries)
    return [(text[mention.start : mention.end], mention.entry.id) for mention in mentions]


def test_json_is_what_the_yaml_compiles_to() -> None:
    assert TARGET.read_bytes() == compiled(), "run `python -m training.gazetteer`"


def test_ids_are_unique_slugs() -> None:
    assert len(IDS) == len(ENTRIES)
    assert [id for id in IDS if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id)] == []


def test_every_entry_has_a_public_page_as_source() -> None:
    assert [entry.id for entry in ENTRIES if not re.fullmatch(r"https?://\S+", entry.source)] == []


def test_parents_and_owners_exist_and_do_not_go_in_circles() -> None:
    above = {entry.id: entry.parent for entry in ENTRIES}
    assert [e.id for e in ENTRIES if {e.parent, e.owner} - {""} - IDS] == []
    for id in IDS:
        seen = [id]
        while above[seen[-1]]:
            seen.append(above[seen[-1]])
            assert len(seen) == len(set(seen)), seen


def test_kinds_are_bodies_and_never_persons() -> None:
    bodies = {"media", "state_media", "government", "international_organization", "organization"}
    assert bodies < set(get_args(SourceKind))
    assert {entry.kind for entry in ENTRIES} == bodies


def test_countries_are_known() -> None:
    codes = {country.code for country in GAZETTEER.countries}
    assert len(codes) == len(GAZETTEER.countries) >= 195
    assert {entry.country for entry in ENTRIES} - codes == {"INT"}


def test_wikidata_ids_are_well_formed_and_used_once() -> None:
    ids = [entry.wikidata for entry in ENTRIES if entry.wikidata]
    assert len(ids) == len(set(ids))
    assert [id for id in ids if not re.fullmatch(r"Q[1-9]\d*", id)] == []


def test_world_and_korea_area_are_covered() -> None:
    assert len(ENTRIES) >= 560
    assert sum(entry.country == "KP" for entry in ENTRIES) >= 120
    assert sum(entry.country in KOREA_AREA for entry in ENTRIES) >= 170


def test_national_bodies_have_a_name_in_their_own_language() -> None:
    national = [e for e in ENTRIES if e.kind in {"government", "state_media"} and e.country in OWN_LANGUAGES]
    assert [e.id for e in national if not {OWN_LANGUAGES[e.country], "ru"} & set(e.names)] == []


def test_names_of_a_language_are_in_its_script() -> None:
    wrong = [
        (entry.id, language)
        for entry in ENTRIES
        for language, names in entry.names.items()
        if language in SCRIPTS and not any(re.search(f"[{SCRIPTS[language]}]", name) for name in names)
    ]
    assert len(wrong) < 12, "a few outlets print their own name in the Latin script"


def test_few_names_belong_to_several_bodies() -> None:
    names = {name for entry in ENTRIES for group in entry.names.values() for name in group}
    shared = {name for name in names if len(GAZETTEER.candidates(name)) > 1}
    assert {"MSS", "MPS", "SBS", "ABC", "외무성"} <= shared
    assert len(shared) <= 30, shared


def test_every_name_is_looked_up_to_its_entry() -> None:
    for entry in ENTRIES:
        for names in entry.names.values():
            assert all(entry in GAZETTEER.candidates(name) for name in names), entry.id


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("KCNA", "kcna"), ("the KCNA", "kcna"), ("KCNA's", "kcna"), ("kcna’s", "kcna"),
        ("Rodong‑Sinmun", "rodong-sinmun"), ("  daily   nk ", "daily-nk"), ("조선중앙통신", "kcna"),
        ("World Health Organization (WHO)", "who"), ("Medecins Sans Frontieres", "msf"),
        ("the Workers’ Party of Korea", "wpk"), ("Russia's Foreign Ministry", "ru-mid"),
        ("the Eritrean embassy", "er.embassy"),
    ],
)  # fmt: skip
def test_lookup_folds_case_article_possessive_quotes_hyphens_accents(name: str, id: str) -> None:
    entry = GAZETTEER.lookup(name)
    assert entry is not None
    assert entry.id == id


@pytest.mark.parametrize("name", ["", "   ", "()", ")", "the", "Ministry of", "an unknown gazette"])
def test_lookup_of_no_name_is_none(name: str) -> None:
    assert GAZETTEER.lookup(name) is None


def test_name_of_two_bodies_needs_a_country() -> None:
    assert GAZETTEER.lookup("MSS") is None
    assert found("MSS officers came.") == []
    assert found("MSS officers came.", countries=("KP",)) == [("MSS", "mss-kp")]
    assert found("MSS officers came.", countries=("CN",)) == [("MSS", "cn-mss")]


def test_find_takes_the_longest_name() -> None:
    assert found("the New York Times and Radio Free Asia's Korean Service") == [
        ("New York Times", "nyt"), ("Radio Free Asia's Korean Service", "rfa-korean")
    ]  # fmt: skip


def test_find_wants_whole_words() -> None:
    assert found("UNITED WHOLE APs KCNAs undp") == []


def test_acronyms_and_common_words_count_only_in_capitals() -> None:
    assert found("who said it? a state department, many times, white house paint") == []
    assert found("WHO said it; the Economist; the White House") == [
        ("WHO", "who"), ("Economist", "economist"), ("White House", "white-house")
    ]  # fmt: skip


def test_article_is_part_of_a_name_that_is_a_common_word() -> None:
    assert found("Economist by training. Guardian angels. An Atlantic storm.") == []


def test_phrase_that_contains_a_name_is_not_the_name() -> None:
    assert found("Sputnik V was registered, Sputnik reported.") == [("Sputnik", "sputnik")]


def test_name_may_run_over_a_line_but_not_over_a_paragraph() -> None:
    assert found("Radio Free\nAsia") == [("Radio Free\nAsia", "rfa")]
    assert found("Radio Free\n\nAsia") == []


def test_korean_names_carry_particles_and_begin_words() -> None:
    assert found("로동신문은 북한 외무성이") == [("로동신문", "rodong-sinmun"), ("북한 외무성", "kp-mfa")]
    assert found("재일조선중앙통신") == []


def test_chinese_names_need_no_spaces() -> None:
    assert found("据新华社记者报道") == [("新华社", "xinhua")]


def test_embassies_of_all_countries_are_known() -> None:
    text = (
        "the Swedish embassy, the Embassy of the Netherlands, North Korean state media, Turkmen authorities"
    )
    assert [id for _, id in found(text)] == ["se.embassy", "nl.embassy", "kp.state-media", "tm-cabinet"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("DPRK", "KP"), ("Pyongyang", "KP"), ("North Korea's", "KP"), ("N. Korea", "KP"), ("북한", "KP"),
        ("Democratic People’s Republic of Korea", "KP"), ("Seoul", "KR"), ("the Netherlands", "NL"),
        ("Burmese", "MM"), ("Turkmen", "TM"), ("US", "US"), ("U.S.", "US"), ("KP", "KP"), ("Eritreans", "ER"),
    ],
)  # fmt: skip
def test_country_is_found_by_name_adjective_people_and_capital(name: str, code: str) -> None:
    country = GAZETTEER.country(name)
    assert country is not None
    assert country.code == code


@pytest.mark.parametrize("name", ["us", "Congolese", "Korean", "", "Atlantis"])
def test_unclear_country_is_none(name: str) -> None:
    assert GAZETTEER.country(name) is None


ALL_NAMES = [name for entry in ENTRIES for names in entry.names.values() for name in names]
PIECES = st.one_of(
    st.sampled_from(ALL_NAMES), st.text(max_size=8), st.sampled_from(["'s ", "’", " the ", "\n"])
)


@given(st.lists(PIECES, max_size=12).map(" ".join))
def test_mentions_are_verbatim_sorted_and_apart(text: str) -> None:
    end = 0
    for mention in GAZETTEER.find(text, countries=("KP",)):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.entry in GAZETTEER.candidates(text[mention.start : mention.end])
        end = mention.end


def test_every_unshared_name_is_found_in_running_text() -> None:
    for entry in ENTRIES:
        for name in (name for names in entry.names.values() for name in names):
            if len(GAZETTEER.candidates(name)) == 1:
                assert entry.id in {id for _, id in found(f"({name}), ")}, name


def finding_seconds(text: str) -> float:
    return cpu_seconds(lambda: GAZETTEER.find(text), times=2)


@timed
@pytest.mark.parametrize(
    ("piece", "chars"),
    [("KCNA said that the Ministry of Foreign Affairs of ", 1_000_000), ("외조선", 100_000),
     ("新华", 100_000), ("the Radio Free ", 200_000), ("'s", 200_000)],
)  # fmt: skip
def test_find_is_near_linear(piece: str, chars: int) -> None:
    text = piece * (chars // len(piece))
    whole = finding_seconds(text)
    assert whole < 12 * finding_seconds(text[: chars // 4]) + here(0.2)
    assert whole < 10


@timed
def test_one_endless_word_does_not_hang() -> None:
    assert finding_seconds("A" * 5_000_000) < here(5)


@timed
def test_loading_takes_less_than_60_milliseconds_of_cpu() -> None:
    stored = TARGET.read_bytes()
    assert cpu_seconds(lambda: msgspec.json.decode(stored, type=Compiled), times=7) < here(0.06)
