"""What the first page needs is loaded first."""

import subprocess
import sys

SEEN = "import sys, sayso.web.running; print('\\n'.join(sys.modules))"


def test_a_server_answers_before_the_reader_and_the_other_pages_are_loaded() -> None:
    done = subprocess.run([sys.executable, "-c", SEEN], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "sayso.web.app" in loaded
    assert loaded.isdisjoint({"sayso.read.reader", "sayso.web.pages.claims", "fastapi", "onnxruntime"})
