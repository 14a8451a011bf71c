"""What a figure was measured on: processor, cores, Python, versions, day."""

import os
import platform
import sys
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

MATTER = ("sayso", "onnxruntime", "tokenizers", "numpy", "spacy", "textacy", "python-crfsuite")


def machine() -> dict[str, object]:
    """Processor, cores that this process may use, Python, versions of what matters, and the day (UTC)."""
    return {
        "processor": processor(),
        "cores": cores(),
        "python": platform.python_version(),
        "system": platform.system(),
        "versions": {name: found for name in MATTER if (found := installed(name))},
        "date": datetime.now(UTC).date().isoformat(),
    }


def processor() -> str:
    """The processor's model as the system names it; its architecture where it does not."""
    information = Path("/proc/cpuinfo")
    if information.is_file():
        for line in information.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return " ".join(line.partition(":")[2].split())
    return platform.processor() or platform.machine()


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def installed(package: str) -> str | None:
    """The installed version of a package, or None."""
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def words(found: dict[str, object]) -> str:
    """The machine in one line."""
    python = f"Python {found['python']} on {found['system']}"
    return f"{found['processor']}, {found['cores']} cores, {python}, {found['date']}"


if __name__ == "__main__":
    sys.stdout.write(words(machine()) + "\n")
