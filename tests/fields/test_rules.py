"""What a rule's answer depends on is declared in fields/rules.py, and each declaration is held against the code."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from golden import FOLDER, programme_of
from intake.config import Limits, Programme
from intake.fields.answers import Answers
from intake.fields.case import open_case
from intake.fields.extract import EXTRACTORS, extract
from intake.fields.keeping import without_files
from intake.fields.rules import OPENS, RULES, VERSIONS
from intake.parse import parse
from intake.process import came, read_all
from test_layers import SOURCE

HOMES = {"cover_letter": "letter", "language": "phrasing", "people": "applicant"}  # else the rule's own name
THROUGH = {
    "items": "required",
    "season": "seasons",
    "track": "tracks",
}  # what is read by a name of another kind


def modules() -> dict[str, Path]:
    """Every module by its full name."""
    found = {}
    for path in SOURCE.rglob("*.py"):
        parts = path.relative_to(SOURCE.parent).with_suffix("").parts
        found[".".join(parts).removesuffix(".__init__")] = path
    return found


MODULES = modules()
MAILS = sorted(FOLDER.rglob("*.eml"))


def imported(name: str) -> Iterator[str]:
    """The modules of intake that a module imports, in whatever place of it."""
    for node in ast.walk(ast.parse(MODULES[name].read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                yield full if full in MODULES else node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def reached(name: str) -> set[str]:
    """A module and all modules of fields/ that it imports, directly or by way of others."""
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        one = waiting.pop()
        if one in MODULES and one.startswith("intake.fields.") and one not in seen:
            seen.add(one)
            waiting += imported(one)
    return seen


def home(rule: str) -> str:
    """The module or folder that a rule is in."""
    return f"intake.fields.{HOMES.get(rule, rule)}"


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_reads_of_the_programme_what_it_declares(rule: str) -> None:
    said = (
        match
        for name in reached(home(rule))
        for match in re.findall(r"\bprogramme\.(\w+)", MODULES[name].read_text(encoding="utf-8"))
    )
    assert {THROUGH.get(name, name) for name in said} <= {*OPENS, *RULES[rule].reads}


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_takes_code_of_no_other_rule_but_those_it_declares(rule: str) -> None:
    others = {other: home(other) for other in RULES if home(other) != home(rule) and other not in HOMES}
    others["cover_letter"] = home("cover_letter")
    others.pop(rule, None)
    used = {
        other
        for name in reached(home(rule))
        for other, place in others.items()
        if name == place or name.startswith(f"{place}.")
    }
    assert used == set(RULES[rule].uses)


def test_opening_a_mail_takes_code_of_no_rule_and_reads_what_it_declares() -> None:
    names = reached("intake.fields.case")
    assert not [name for name in names for rule in RULES if name == home(rule) and rule != "language"]
    text = "".join(MODULES[name].read_text(encoding="utf-8") for name in names)
    assert set(re.findall(r"\bprogramme\.(\w+)", text)) <= set(OPENS)


def test_what_is_remembered_is_told_from_texts_and_not_from_a_programme() -> None:
    """An answer that one rule gave would else hide from another one what it read."""
    for name, path in MODULES.items():
        if not name.startswith("intake.fields."):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.decorator_list:
                how = " ".join(map(ast.unparse, node.decorator_list))
                given = " ".join(ast.unparse(a.annotation) for a in node.args.args if a.annotation)
                shared = "remembered" in how or "cache" in how.replace("cached_property", "")
                own = name == "intake.fields.answers"  # its hashes of parts
                assert own or not shared or not re.search("Programme|Case", given), f"{name}.{node.name}"


def test_every_rule_has_a_version_that_records_name() -> None:
    assert set(VERSIONS) == {*RULES, "case"} - {"people"}
    assert set(EXTRACTORS) <= set(RULES)


class Held(Answers):
    """Answers of rules each of which is shown nothing of the programme but what it declares."""

    programme: Programme

    def of(self, name: str, ask: Callable[[], Any]) -> Any:
        """Ask with a programme that has no other parts: to read one of them is an AttributeError."""
        programme: Programme = self.programme
        whole = dict(programme.__dict__)

        def held() -> Any:
            programme.__dict__.clear()
            programme.__dict__.update({part: whole[part] for part in (*OPENS, *RULES[name].reads)})
            try:
                return ask()
            finally:
                programme.__dict__.update(whole)

        return super().of(name, held)


@pytest.mark.parametrize("path", MAILS, ids=[path.stem for path in MAILS])
def test_rules_find_the_same_where_they_are_shown_what_they_declare(path: Path) -> None:
    programme = programme_of(path.parent).model_copy()
    message = parse(path.read_bytes())
    documents = read_all(message, Limits())
    case = open_case(without_files(message), documents, programme, came(message, None))
    answers = Held(programme)
    answers.programme = programme
    assert extract(case, answers) == extract(case)
