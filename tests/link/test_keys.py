"""Blocking keys: the same on every machine, and shared by what says the same."""

import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.link.encoder import GENERATION
from sayso.link.keys import BANDS, keys_of
from tests.link.made_marks import mark

WORDS = (
    -8951002072234156178,
    -8457196853252826527,
    -4306078359369184829,
    699375739374976911,
    961856176150173069,
    7259435531548204902,
    7468708515262199854,
)
BANDED = (
    -8457196853252826527,
    -6943997968209105719,
    -3831890299928481159,
    -3029764610631360088,
    -1623521135832602607,
    -1169256816609866028,
    6221453835155204513,
    6671911212792360583,
    7010225721779815554,
)
ELSEWHERE = """
from sayso.link.keys import keys_of
from tests.link.made_marks import mark
print(keys_of(mark("a", "At least 40 miners died at Tarn.")))
"""


def test_the_keys_of_words_are_pinned() -> None:
    assert keys_of(mark("a", "At least 40 miners died at Tarn.")) == WORDS


def test_the_keys_of_a_vector_are_pinned() -> None:
    assert keys_of(mark("a", "", vector=bytes([3, 250] * 192) + GENERATION)) == BANDED


@pytest.mark.parametrize("seed", ["1", "2"])
def test_another_process_finds_the_same_keys(seed: str) -> None:
    found = subprocess.run(
        [sys.executable, "-c", ELSEWHERE],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.strip() == str(WORDS)


@given(
    st.lists(
        st.sampled_from(["Tarn", "Orlan", "dam", "fever", "40", "doses", "colliery", "miners", "North"]),
        max_size=12,
    )
)
def test_keys_are_sorted_each_once_and_fit_into_64_bits(words: list[str]) -> None:
    keys = keys_of(mark("a", " ".join(words)))
    assert list(keys) == sorted(set(keys))
    assert all(-(2**63) <= key < 2**63 for key in keys)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A fire at the Tarn colliery killed miners.", "Miners died when the colliery at Tarn burned."),
        ("Orlan received 5,000 doses.", "The convoy carried 5,000 vaccines."),
        ("Orlan closed the dam.", "The dam in Orlan has been shut."),
    ],
)
def test_two_wordings_of_one_claim_share_a_key(one: str, other: str) -> None:
    assert not set(keys_of(mark("a", one))).isdisjoint(keys_of(mark("b", other)))


def test_what_has_nothing_in_common_shares_no_key() -> None:
    one, other = mark("a", "Snow fell on the capital."), mark("b", "Orlan received 5,000 doses.")
    assert set(keys_of(one)).isdisjoint(keys_of(other))


def test_a_pointer_shares_a_key_with_what_it_points_at() -> None:
    pointer = mark("b", "the report", target="p:a", stems=())
    assert not set(keys_of(pointer)).isdisjoint(keys_of(mark("a", "Snow fell on the capital.")))


def test_near_vectors_share_a_band_and_opposite_ones_none() -> None:
    near, far = bytes([3, 250] * 190 + [4, 251] * 2), bytes([253, 6] * 192)
    keys = [
        set(keys_of(mark(name, "", vector=v + GENERATION)))
        for name, v in zip("abc", (bytes([3, 250] * 192), near, far), strict=True)
    ]
    assert len(keys[0] & keys[1]) >= BANDS // 2
    assert keys[0].isdisjoint(keys[2])
