"""The public names, and docs/api.md run as it stands."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import architecture
import intake

ROOT = Path(__file__).resolve().parents[1]


def test_the_examples_of_the_page_hold(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    text = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    examples = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, "docs/api.md", "docs/api.md", 0)
    assert len(examples.examples) > 20
    failed, _ = doctest.DocTestRunner().run(examples)
    assert failed == 0, capsys.readouterr().out


@pytest.mark.parametrize(
    "first",
    [
        "import intake.process",
        "import intake.measuring.inspection",
        "from intake.process import process",
        "import intake.cli",
        "",
    ],
)
def test_process_is_the_function_whatever_was_imported_before(first: str) -> None:
    look = f"{first}\nimport intake, sys\nassert callable(intake.process), intake.process\n"
    look += "assert intake.process is sys.modules['intake.process'].process\n"
    look += "from intake import process\nassert process is intake.process"
    subprocess.run([sys.executable, "-c", look], check=True)


def test_every_public_name_is_there_and_says_what_it_is() -> None:
    for name in intake.__all__:
        assert getattr(intake, name).__doc__, name
    assert set(intake.__all__) <= set(dir(intake))
    assert not hasattr(intake, "nothing_of_that_name")


def test_importing_it_imports_nothing_else() -> None:
    look = (
        "import sys; import intake; print(*(m for m in sys.modules if m.startswith(('intake.', 'pydantic'))))"
    )
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_the_picture_and_the_list_of_modules_are_what_the_code_is() -> None:
    told = "run: python tests/architecture.py --write"
    assert architecture.PICTURE.read_text(encoding="utf-8") == architecture.svg(), told
    text = architecture.PAGE.read_text(encoding="utf-8")
    assert text == architecture.page(text), told
    assert ET.fromstring(architecture.svg()).tag.endswith("svg")  # noqa: S314 - our own


def test_every_module_says_what_it_is() -> None:
    assert [name for name in architecture.rooms() if not architecture.sentence(name)] == []


def test_imports_run_in_no_circle() -> None:
    edges = architecture.graph()
    rank = architecture.ranks(edges)
    for name, others in edges.items():
        assert all(rank[other] < rank[name] for other in others - set(architecture.BASE)), name
    edges["model"] |= {"cli"}
    edges["archive"] |= {"run"}
    with pytest.raises(ValueError, match="circle"):
        architecture.ranks(edges)


def test_a_line_that_another_way_leads_to_is_left_out() -> None:
    edges = {
        "run": {"archive", "mailbox", "model"},
        "mailbox": {"archive"},
        "archive": {"model"},
        "model": set(),
    }
    assert architecture.drawn(edges) == {
        "run": {"mailbox"},
        "mailbox": {"archive"},
        "archive": set(),
        "model": set(),
    }
