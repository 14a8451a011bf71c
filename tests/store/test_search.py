"""Full-text search: what is found, what is shown of it, and that no query can fail."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.store.query import match_of, terms_of
from sayso.store.store import Store
from sayso.store.words import indexed, tokens
from tests.store.ledgers import TEXT, add, document, ledger

KOREAN = "평양에서 백신이 배달되지 않았다고 항만청이 밝혔다."


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with ledger(tmp_path_factory.mktemp("search")) as opened:
        add(opened, document())
        add(opened, document(KOREAN, title="항구", language="ko", published="2031-05-19"))
        add(
            opened,
            document(
                "COVID-19 in the café of Ålesund; NEAR the quay.", title="A café", published="2031-05-18"
            ),
        )
        yield opened


def found(store: Store, query: str) -> list[str]:
    return [hit.text for hit in store.search(query)]


@pytest.mark.parametrize(
    "query", ["ferry", "FERRY", "Ferry would", '"would sail"', "sail would", "harbour office"]
)
def test_english_words_are_found_in_any_case(store: Store, query: str) -> None:
    assert len(found(store, query)) == 1


@pytest.mark.parametrize(
    "query", ["평양", "백신", "배달", "항만청", "항구", "평", "다", "평양 백신", '"평양에서 백신이"']
)
def test_korean_words_of_two_syllables_are_found_inside_longer_ones(store: Store, query: str) -> None:
    assert len(found(store, query)) == 1


def test_korean_in_letters_taken_apart_is_found_too(store: Store) -> None:
    assert len(found(store, unicodedata.normalize("NFD", "평양"))) == 1


@pytest.mark.parametrize("query", ["cafe", "CAFÉ", "alesund", "Ålesund", "COVID-19", "covid 19", "near"])
def test_accents_and_hyphens_do_not_matter(store: Store, query: str) -> None:
    assert len(found(store, query)) == 1


@pytest.mark.parametrize("query", ['"sail would"', "ferry nothing", "erry", "양평", "ferr"])
def test_what_is_not_there_is_not_found(store: Store, query: str) -> None:
    assert found(store, query) == []


@pytest.mark.parametrize(
    "query",
    ["", " ", '"', "'", "(", "NEAR(", "*", "-", "^", "a OR", "OR", "NOT ferry", "title:", "AND AND", "\x00",
     "{a b}:c", "+", "'; DROP TABLE log; --", "\ud800", "a" * 100_000, '"' * 999, "( " * 999],
)  # fmt: skip
def test_no_query_fails(store: Store, query: str) -> None:
    store.search(query)
    store.search(query, what="statements", order="best")


def test_operators_and_columns_are_words(store: Store) -> None:
    assert found(store, "body:ferry") == found(store, "title:ferry") == found(store, "ferry OR café") == []
    assert len(found(store, "NEAR")) == 1
    assert found(store, "ferr*") == []


@given(st.text(max_size=60))
def test_any_query_is_letters_and_digits_for_the_engine(query: str) -> None:
    for term in terms_of(query):
        assert term.tokens
        assert all(char.isalnum() or unicodedata.category(char)[0] == "M" for t in term.tokens for char in t)
    assert match_of(terms_of(query)).count('"') == 2 * len(terms_of(query))


@given(st.text(max_size=200))
def test_the_index_holds_the_tokens(text: str) -> None:
    assert indexed(text).split(" ") == ([token.text for token in tokens(text)] or [""])


@given(st.text(alphabet="ab 가나다\n.é", min_size=1, max_size=40), st.integers(0, 40), st.integers(1, 12))
def test_words_copied_from_a_text_are_asked_for_as_they_are_indexed(
    text: str, start: int, length: int
) -> None:
    piece = text[start : start + length]
    for term in terms_of(f'"{piece}"'):
        assert set(term.tokens[1:-1]) <= set(indexed(text).split(" "))


def test_a_hit_is_verbatim_and_says_where_it_stands(store: Store) -> None:
    for query in ("sail ward", "평양", "cafe"):
        (hit,) = store.search(query)
        whole = store.document(hit.document)
        assert whole is not None
        assert whole.text[hit.span.start : hit.span.end] == hit.text
        assert hit.matches
        assert all(hit.span.contains(match) for match in hit.matches)
    (hit,) = store.search("sail ward")
    assert [TEXT[match.start : match.end] for match in hit.matches] == ["sail", "ward"]
    (hit,) = store.search("백신")
    assert [KOREAN[match.start : match.end] for match in hit.matches] == ["백신"]


def test_a_hit_in_the_title_alone_shows_the_beginning(store: Store) -> None:
    (hit,) = store.search("항구")
    assert (hit.matches, hit.span.start) == ((), 0)


def test_a_statement_is_found_by_its_content_and_not_by_its_source(store: Store) -> None:
    (hit,) = store.search("ferry", what="statements")
    assert hit.statement is not None
    assert TEXT[hit.matches[0].start : hit.matches[0].end] == "ferry"
    assert store.search("nurse", what="statements") == ()


def test_hits_come_newest_first_and_undated_last(tmp_path: Path) -> None:
    with ledger(tmp_path) as store:
        for day in ("2031-05-02", None, "2031-05-09"):
            add(store, document(f"The quay, {day}.", published=day))
        assert [hit.published for hit in store.search("quay")] == ["2031-05-09", "2031-05-02", None]
        assert [hit.published for hit in store.search("quay", limit=1, offset=1)] == ["2031-05-02"]


def test_best_hits_come_first_when_asked_for(tmp_path: Path) -> None:
    with ledger(tmp_path) as store:
        for at in range(5):
            add(store, document(f"Nothing much, {at}.", title=None))
        add(
            store,
            document("One quay among many other words that stand here.", title=None, published="2031-05-30"),
        )
        most = document("Quay, quay, quay.", title=None)
        add(store, most)
        assert store.search("quay", order="best")[0].document == most.id


def test_the_index_can_be_made_anew(tmp_path: Path) -> None:
    with ledger(tmp_path) as store:
        add(store, document())
        before = [store.search("ferry"), store.search("ferry", what="statements")]
        store.rebuild_search()
        assert [store.search("ferry"), store.search("ferry", what="statements")] == before
        assert before[0]
        assert before[1]


def test_a_long_text_without_spaces_is_taken_in_pieces(tmp_path: Path) -> None:
    with ledger(tmp_path) as store:
        long = document("x" * 1_000_000 + " 가" * 10 + "가" * 100_000)
        assert add(store, long)
        assert store.search("x" * 2_000)[0].document == long.id
