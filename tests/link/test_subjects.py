"""Who and what a document names, with offices and parent bodies; never who is anonymous."""

from sayso.link.subjects import merged, subjects_of
from sayso.model import Subject
from sayso.reference.gazetteer import load_gazetteer
from tests.link.made_statements import said, text_of

WORLD = load_gazetteer()


def named(subjects: tuple[Subject, ...]) -> dict[str, str]:
    return {subject.name: subject.kind for subject in subjects}


def test_no_statements_have_no_subjects() -> None:
    assert subjects_of(text_of("Norway is cold."), (), WORLD) == ()


def test_a_person_is_kept_with_the_office_as_printed_and_its_statement() -> None:
    made = text_of("Harbour master Ine Vollar said that the port was shut.")
    one = said(made, "Harbour master Ine Vollar", "said", "that the port was shut", name="Ine Vollar")
    (subject,) = subjects_of(made, [one], WORLD)
    assert (subject.kind, subject.name) == ("person", "Ine Vollar")
    assert [(f.label, f.value, f.statement) for f in subject.facts] == [
        ("role", "Harbour master Ine Vollar", one.id)
    ]


def test_anonymous_sources_and_offices_without_a_name_are_no_subjects() -> None:
    made = text_of("A clerk at the port said that it was shut. The minister said that it was open.")
    clerk = said(made, "A clerk at the port", "said", "that it was shut", anonymous=True)
    minister = said(made, "The minister", "said", "that it was open", kind="official", name="minister")
    assert subjects_of(made, [clerk, minister], WORLD) == ()


def test_known_bodies_and_countries_in_contents_are_subjects_whatever_they_are_called() -> None:
    made = text_of(
        "Ine Vollar said that the WHO had left Norway. "
        "She said that the World Health Organization would return."
    )
    found = subjects_of(
        made,
        [
            said(made, "Ine Vollar", "said", "that the WHO had left Norway"),
            said(made, "She", "said", "that the World Health Organization would return", name="Ine Vollar"),
        ],
        WORLD,
    )
    assert named(found) == {"Ine Vollar": "person", "World Health Organization": "body", "Norway": "country"}
    (body,) = (subject for subject in found if subject.kind == "body")
    assert set(body.names) == {"WHO", "World Health Organization"}
    assert len(body.statements) == 2


def test_a_parent_body_is_a_fact_with_its_statement() -> None:
    made = text_of(
        "Bureau Nine said that Bureau Nine, a unit of the Directorate of Roads, had shut the port."
    )
    content = "that Bureau Nine, a unit of the Directorate of Roads, had shut the port"
    one = said(made, "Bureau Nine", "said", content, kind="government")
    (subject,) = (s for s in subjects_of(made, [one], WORLD) if s.name == "Bureau Nine")
    assert [(f.label, f.value, f.statement) for f in subject.facts] == [
        ("parent body", "Directorate of Roads", one.id)
    ]


def test_subjects_of_several_documents_are_merged_in_any_order() -> None:
    texts = [text_of(f"Ine Vollar said that the {port} was shut.") for port in ("port", "harbour")]
    found = [
        subject
        for made in texts
        for subject in subjects_of(made, [said(made, "Ine Vollar", "said", made.text[16:-1])], WORLD)
    ]
    (one,) = merged(found)
    assert len(one.statements) == 2
    assert merged(reversed(found)) == merged(found) == merged((one, *found))


def test_who_is_called_she_is_a_person_whatever_body_is_spoken_for() -> None:
    made = text_of(
        "Roads Office director Ine Vollar said that the port was shut. She said that it would open."
    )
    first = said(
        made,
        "Roads Office director Ine Vollar",
        "said",
        "that the port was shut",
        name="Ine Vollar",
        kind="organization",
    )
    later = said(made, "She", "said", "that it would open", name="Ine Vollar", kind="organization")
    assert named(subjects_of(made, [first, later], WORLD)) == {"Ine Vollar": "person"}
