"""The pipe for spaCy gives what sayso reads, place for place, and outlives what spaCy does to a Doc."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.tokens import Doc, DocBin

import sayso
from sayso.integrations.spacy import CONTENTS, CUES, SOURCES
from tests.plugins.plugged import plug

TEXT = (
    "An envoy told Radio Tessel on Tuesday that the bridge-opening was \u201cnear\u201d. \U0001f33e\n\n"
    "The ministry denied it. Rice was reportedly scarce."
)
FACTS = {"publisher": "The Lantern", "published": "2031-03-04"}


def pipeline(**config: Any) -> Any:
    nlp = spacy.blank("en")
    nlp.add_pipe("sayso", config={"rules": True, **config})
    return nlp


def ours() -> tuple[sayso.Statement, ...]:
    return sayso.read_text(TEXT, publisher="The Lantern", published="2031-03-04", language="en", rules=True)


def test_a_doc_has_the_statements_that_sayso_reads() -> None:
    doc = pipeline(**FACTS)(TEXT)
    assert doc._.statements == ours()
    assert [one.cue and one.cue.text for one in doc._.statements] == ["told", "denied", "reportedly"]
    for one in doc._.statements:
        assert " … ".join(doc.text[a:b] for a, b in one.content.spans) == one.content.text


def test_spans_are_whole_tokens_around_the_places_and_know_their_statement() -> None:
    doc = pipeline(**FACTS)(TEXT)
    statements = {one.id: one for one in doc._.statements}
    assert {span.id_ for span in doc.spans[CONTENTS]} == {
        one.id for one in statements.values() if one.content.spans
    }
    for span in doc.spans[CUES]:
        one = statements[span.id_]
        assert (span._.statement, span.label_) == (one, one.act)
        assert one.cue is not None
        assert span.start_char <= one.cue.spans[0].start < span.end_char
    assert doc.spans[SOURCES][0].text == "An envoy"
    assert doc[0:1]._.statement is None


def test_a_docs_own_publisher_and_date_win() -> None:
    nlp = pipeline(publisher="The Lantern", published="2031-03-04")
    doc = nlp.make_doc(TEXT)
    doc._.publisher = "Quillan Courier"
    chains = {one.chain[0] for one in nlp(doc)._.statements}
    assert chains == {"Quillan Courier"}
    assert {one.chain[0] for one in nlp(TEXT)._.statements} == {"The Lantern"}


def test_an_empty_text_and_an_unread_language_have_no_statements() -> None:
    assert pipeline()("")._.statements == ()
    doc = pipeline(language="de")("Der Gesandte sagte, die Brücke sei geschlossen.")
    assert doc._.statements == ()
    assert "language" in doc._.statement_problems[-1].what
    assert spacy.blank("en")("Nobody read this.")._.statements == ()


def test_a_wrong_setting_is_told_when_the_pipe_is_added() -> None:
    with pytest.raises(Exception, match="rules"):
        pipeline(rules="perhaps so")
    with pytest.raises(sayso.UsageError, match="2031"):
        pipeline(published="4 March 2031")


def test_statements_outlive_bytes_docbin_and_disk(tmp_path: Path) -> None:
    nlp = pipeline(**FACTS)
    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.statements == ours()
    assert [span.id_ for span in again.spans[CUES]] == [span.id_ for span in doc.spans[CUES]]
    kept = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (binned,) = DocBin().from_bytes(kept).get_docs(nlp.vocab)
    assert binned._.statements == ours()
    nlp.to_disk(tmp_path / "nlp")
    assert spacy.load(tmp_path / "nlp")(TEXT)._.statements == ours()


def test_many_texts_in_order_in_one_process_and_in_two() -> None:
    nlp = pipeline(**FACTS)
    texts = [TEXT, "", TEXT.replace("envoy", "aide")]
    alone = [doc._.statements for doc in nlp.pipe(texts)]
    assert [doc._.statements for doc in nlp.pipe(texts, n_process=2)] == alone
    assert [len(one) > 0 for one in alone] == [True, False, True]


def test_spacy_finds_the_pipe_by_its_entry_point(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    plug(monkeypatch, tmp_path, {"spacy_factories": {"sayso": "sayso.integrations.spacy:make"}})
    code = (
        "import spacy; nlp = spacy.blank('en'); nlp.add_pipe('sayso', config={'rules': True});"
        "print(len(nlp('An envoy said that it rained.')._.statements))"
    )
    paths = f"{tmp_path}:{':'.join(sys.path)}"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env={"PYTHONPATH": paths}
    )
    assert (done.stdout.strip(), done.stderr) == ("1", "")


def test_sayso_itself_imports_no_spacy() -> None:
    code = "import sys, sayso.cli, sayso.pipeline; print('spacy' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True,
        env={"PYTHONPATH": ":".join(sys.path)},
    )  # fmt: skip
    assert done.stdout.strip() == "False"
