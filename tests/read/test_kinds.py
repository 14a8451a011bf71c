"""What kind of source a phrase makes, and whether anybody could be held to it by name."""

from typing import Any

import pytest

from sayso.lang import load
from sayso.read.sources.kinds import class_of, kind_of
from sayso.read.sources.mentions import read_mention
from tests.read.small_gazetteer import SmallGazetteer

CLASSES: list[dict[str, Any]] = load("en", "sources")["classes"]
FIRES = [(entry["class"], words) for entry in CLASSES for words in entry["fires"]]
SILENT = [(entry["class"], words) for entry in CLASSES for words in entry["silent"]]


@pytest.mark.parametrize(("name", "words"), FIRES)
def test_a_class_knows_its_examples(name: str, words: str) -> None:
    found = class_of(read_mention(words))
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(("name", "words"), SILENT)
def test_a_class_leaves_the_examples_of_others_alone(name: str, words: str) -> None:
    found = class_of(read_mention(words))
    assert found is None or found.name != name


@pytest.mark.parametrize(
    ("printed", "kind", "anonymous"),
    [
        ("A high-level source", "person", True),
        ("Authorities in Vasker", "government", False),
        ("State Security", "government", False),
        ("Central News Service", "media", False),
        ("the Central Intelligence Service", "government", False),
        ("the State News Agency of Orland", "state_media", False),
        ("Grid Monitor, a research group based in Dall", "organization", False),
        ("an election monitor", "expert", True),
        ("Election monitors", "expert", True),
        ("Neighbouring Lodra", "government", False),
        ("neighboring Lodra", "government", False),
        ("a Member State", "government", True),
        ("The Panel of Experts", "organization", False),
        ("One Member State", "government", True),
        ("Imagery from May 17", "unspecified", True),
        ("The Orland Red Cross", "organization", False),
        ("Orland's Joint Staff", "government", False),
        ("The owner of the ship, Blue Crest Shipping Ltd", "organization", False),
        ("Nobody", "person", True),
        ("a source in the province", "person", True),
        ("a diplomatic source", "official", True),
        ("two officials", "official", True),
        ("a diplomat", "official", True),
        ("the prime minister", "official", False),
        ("a minister", "official", True),
        ("Finance Minister Harald Osk", "official", False),
        ("residents", "public", True),
        ("many in North Korea", "public", True),
        ("North Koreans", "public", True),
        ("one of them", "person", True),
        ("the ministry", "government", False),
        ("North Korean authorities", "government", False),
        ("the government", "government", False),
        ("a ministry spokesman", "government", False),
        ("the Russian embassy in North Korea", "government", False),
        ("Pyongyang", "government", False),
        ("a company spokesman", "organization", False),
        ("a GAVI spokesperson", "international_organization", False),
        ("a World Alliance for Bread (WAB) spokesperson", "international_organization", False),
        ("experts", "expert", True),
        ("an analyst", "expert", True),
        ("Ilo Marsk, an analyst at Norpress", "expert", False),
        ("Russian media", "media", True),
        ("local media", "media", True),
        ("state media", "state_media", False),
        ("North Korean state media", "state_media", False),
        ("Rodong Sinmun", "state_media", False),
        ("The Harrow Post", "media", False),
        ("aid groups", "organization", True),
        ("the company", "organization", False),
        ("Kim Jong Un", "person", False),
        ("a leaked memo", "unspecified", True),
        ("the head of the union", "organization", False),
        ("a former official", "official", True),
        ("two traders", "person", True),
        ("outside experts", "expert", True),
        ("North Orlan", "government", False),
        ("two of the men's lawyers", "person", True),
        ("US and Orlanese officials", "official", True),
        ("Mr Cook", "person", False),
        ("160 countries", "government", True),
        ("a member of the Orlanese government", "official", True),
        ("the militia", "organization", False),
        ("300 traders", "public", True),
        ("two thousand traders", "public", True),
        ("witnesses", "person", True),
        ("hospital staff", "person", True),
        ("doctors in the town of Lorn", "person", True),
        ("Ilo Marsk, an engineer", "expert", False),
        ("the First Steward", "official", False),
        ("the First Steward’s spokesman", "government", False),
        ("The Special Rapporteur", "international_organization", False),
        ("the Office of Bridges", "government", False),
        ("the Unity Council", "government", False),
        ("the ruling party", "government", False),
        ("Harrow State Radio", "state_media", False),
        ("The Lantern, the newspaper of the Ministry of Carriage", "state_media", False),
        ("the director of the shipyard, Ilo Marsk", "organization", False),
        ("the director of the Mines Directorate", "official", False),
        ("Chief Physician Ine Vollar of the Health Directorate", "official", False),
        ("Professor Ine Vollar of the Institute of Salt", "expert", False),
        ("the editor of the Harrow Post", "media", False),
        ("the fund of nine governments", "international_organization", False),
        ("the miners' union", "organization", False),
        ("the miners’ union", "organization", False),
        ("a farmers' cooperative", "organization", True),
        ("the Dockers' Union", "organization", False),
        ("The Grain Growers' Union", "organization", False),
        ("the Union of Miners", "organization", False),
        ("the Association of Orlan Journalists", "organization", False),
        ("the Committee of Families", "organization", False),
        ("the Velmar Chamber of Commerce", "organization", False),
        ("the chamber of commerce", "organization", False),
        ("the Orlan Synod", "organization", False),
        ("the bishops' conference", "organization", False),
        ("a guild of bakers", "organization", True),
        ("the traders' spokesman", "organization", False),
        ("the Traders' Association spokesman", "organization", False),
        ("the miners' wives", "public", True),
        ("the miners", "public", True),
        ("families of the missing", "public", True),
        ("union members", "public", True),
        ("the Ministry of Information Officials", "official", True),
        ("the Chamber of Deputies", "government", False),
        ("the United States' embassy", "government", False),
    ],
)  # fmt: skip
def test_a_source_has_the_kind_of_the_contract(printed: str, kind: str, anonymous: bool) -> None:
    assert kind_of(read_mention(printed), SmallGazetteer()) == (kind, anonymous)


@pytest.mark.parametrize(
    ("printed", "head", "name", "owner", "determiner"),
    [
        ("a miners' union", "union", "", "miners", "a"),
        ("a miner's wife", "wife", "", "miner", "the"),
        ("the Harrow Dockers' Union", "union", "Harrow Dockers' Union", "", "the"),
        ("the dockers' wives", "wife", "", "dockers", "the"),
    ],
)
def test_whose_a_body_is_is_not_who_speaks(
    printed: str, head: str, name: str, owner: str, determiner: str
) -> None:
    mention = read_mention(printed)
    assert (mention.head, mention.name, mention.owner, mention.determiner) == (head, name, owner, determiner)


def test_a_pronoun_alone_has_no_kind() -> None:
    assert kind_of(read_mention("they"), SmallGazetteer()) == ("unspecified", False)
