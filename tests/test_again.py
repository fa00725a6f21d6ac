"""Understanding a message again by what was kept of it: only stale rules are asked, and the record is the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from golden import FOLDER, programme_of
from intake.config import Limits, Programme
from intake.fields import extract, rules
from intake.fields.answers import Answers, UnansweredError
from intake.model import Document, Finding, Kept, Record, Role, Status
from intake.process import again, is_current, process

MAILS = sorted(FOLDER.rglob("*.eml"))
ONE = FOLDER / "01-complete.eml"


@cache
def first(path: Path) -> Record:
    """The record of a mail, as it is understood at first."""
    return process(path.read_bytes(), programme_of(path.parent))


def kept_of(record: Record) -> tuple[Kept, tuple[Document, ...]]:
    """What is kept of a record, and its documents as the database gives them back."""
    assert record.kept is not None
    stripped = [replace(d, role=Role.OTHER, role_reason="", regions=()) for d in record.documents]
    return record.kept, tuple(stripped)


def whole(record: Record) -> tuple[str, Kept | None]:
    """All of a record; what `==` does not compare too."""
    return repr(record), record.kept


def newer(names: set[str]) -> Mapping[str, rules.Rule]:
    """The rules, these of another version; who applies is one rule set with two questions."""
    names = names | ({"people"} if "applicant" in names else set())
    return {name: replace(rule, version=rule.version + (name in names)) for name, rule in rules.RULES.items()}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The names of the rules that were asked."""
    names: list[str] = []
    ask = Answers.of

    def of(self: Answers, name: str, question: Callable[[], Any]) -> Any:
        def noted() -> Any:
            names.append(name)
            return question()

        return ask(self, name, noted)

    monkeypatch.setattr(Answers, "of", of)
    yield names


def with_rules(monkeypatch: pytest.MonkeyPatch, changed: Mapping[str, rules.Rule]) -> None:
    monkeypatch.setattr(rules, "RULES", changed)
    monkeypatch.setattr("intake.fields.answers.RULES", changed)


@pytest.mark.parametrize("path", MAILS, ids=[path.stem for path in MAILS])
def test_where_nothing_is_stale_no_rule_is_asked(path: Path, asked: list[str]) -> None:
    record = first(path)
    asked.clear()
    kept, documents = kept_of(record)
    assert is_current(kept, documents, programme_of(path.parent), Limits(), None)
    assert whole(again(kept, documents, programme_of(path.parent), asks=False)) == whole(record)
    assert asked == []


@pytest.mark.parametrize("name", sorted(set(rules.RULES) - {"people"}))
def test_a_rule_of_another_version_is_asked_and_what_stands_on_it(
    name: str, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    records = [first(path) for path in MAILS]
    with_rules(monkeypatch, newer({name}))
    asked.clear()
    again_ = [
        again(*kept_of(record), programme_of(path.parent))
        for path, record in zip(MAILS, records, strict=True)
    ]
    users = {other for other, rule in rules.RULES.items() if name in rule.uses}
    assert set(asked) == {name} | users | ({"people"} if name == "applicant" else set())
    anew = [process(path.read_bytes(), programme_of(path.parent)) for path in MAILS]
    assert [whole(record) for record in again_] == [whole(record) for record in anew]


def test_a_rule_that_says_something_else_is_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    record = first(ONE)
    found = Finding("track", Status.MISSING, rule="track.other")
    monkeypatch.setattr(extract, "EXTRACTORS", {**extract.EXTRACTORS, "track": lambda _: found})
    assert whole(again(*kept_of(record), programme_of(FOLDER))) == whole(
        record
    )  # its version says that it is the same
    with_rules(monkeypatch, newer({"track"}))
    changed = again(*kept_of(record), programme_of(FOLDER))
    assert whole(changed) == whole(process(ONE.read_bytes(), programme_of(FOLDER)))
    assert changed.missing == ("track",)


def test_where_a_mail_turns_out_to_apply_its_items_are_asked(
    asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = next(path for path in MAILS if path.parent == FOLDER and first(path).kind == "other")
    record = first(path)
    decided = Finding("kind", Status.PRESENT, "application", rule="kind/other")
    monkeypatch.setattr("intake.fields.kind.find", lambda _: decided)
    with_rules(monkeypatch, newer({"kind"}))
    asked.clear()
    changed = again(*kept_of(record), programme_of(FOLDER))
    assert {"kind", "period", "language", "people"} <= set(asked)
    assert "roles" not in asked
    assert whole(changed) == whole(process(path.read_bytes(), programme_of(FOLDER)))


def test_a_rule_whose_answer_another_one_is_given_makes_that_one_stale(
    asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    record = first(ONE)
    found = Finding("track", Status.MISSING, rule="track.other")
    monkeypatch.setattr(extract, "EXTRACTORS", {**extract.EXTRACTORS, "track": lambda _: found})
    with_rules(monkeypatch, newer({"track"}))
    asked.clear()
    again(*kept_of(record), programme_of(FOLDER))
    assert asked == ["track", "qualifications"]


def _other_tracks(programme: Programme) -> dict[str, Any]:
    one = programme.tracks[0]
    return {"tracks": (one.model_copy(update={"names": (*one.names, "research")}), *programme.tracks[1:])}


def _other_seasons(programme: Programme) -> dict[str, Any]:
    return {"seasons": tuple(s.model_copy(update={"start": "04"}) for s in programme.seasons)}


def _filled(programme: Programme) -> dict[str, Any]:
    return {"openings": programme.openings[:1]}


def _fewer(programme: Programme) -> dict[str, Any]:
    return {"required": programme.required[:-1]}


def _wording(programme: Programme) -> dict[str, Any]:
    return {"required": tuple(r.model_copy(update={"label": "X" + r.label}) for r in programme.required)}


def _nobody_is_eligible(_: Programme) -> dict[str, Any]:
    return {"eligibility": None}


def _longer(programme: Programme) -> dict[str, Any]:
    one = programme.commitment
    return {"commitment": one and one.model_copy(update={"min_months": 6, "max_months": 9})}


def _elsewhere(programme: Programme) -> dict[str, Any]:
    return {"organisation": programme.organisation.model_copy(update={"addresses": ("jobs@example.com",)})}


def _other_page(_: Programme) -> dict[str, Any]:
    return {"page": Programme.model_fields["page"].default}


CHANGES: list[tuple[Callable[[Programme], dict[str, Any]], set[str]]] = [
    (_other_tracks, {"cover_letter", "track", "qualifications"}),
    (_other_seasons, {"period"}),
    (_filled, set()),
    (_fewer, {"qualifications"}),
    (_wording, set()),
    (_longer, set()),
    (_nobody_is_eligible, {"eligibility"}),
]


@pytest.mark.parametrize(("change", "stale"), CHANGES, ids=[change.__name__ for change, _ in CHANGES])
def test_a_changed_part_of_the_programme_makes_stale_what_reads_it(
    change: Callable[[Programme], dict[str, Any]], stale: set[str], asked: list[str]
) -> None:
    for path in MAILS:
        record = first(path)
        programme = programme_of(path.parent)
        programme = programme.model_copy(update={**change(programme), "fingerprint": "another"})
        asked.clear()
        kept, documents = kept_of(record)
        assert is_current(kept, documents, programme, Limits(), None)
        partial = again(kept, documents, programme)
        assert set(asked) <= stale
        assert whole(partial) == whole(process(path.read_bytes(), programme))


@pytest.mark.parametrize("change", [_elsewhere, _other_page])
def test_where_the_mail_would_be_opened_otherwise_it_is_read_again(
    change: Callable[[Programme], dict[str, Any]],
) -> None:
    for path in MAILS:
        kept, documents = kept_of(first(path))
        programme = programme_of(path.parent)
        changed = programme.model_copy(update=change(programme))
        assert not is_current(kept, documents, changed, Limits(), None) or changed.page == programme.page
        raw = path.read_bytes()
        assert whole(process(raw, changed, kept=kept)) == whole(process(raw, changed))


def test_a_mail_that_is_read_again_and_is_the_same_asks_no_rule(asked: list[str]) -> None:
    record = first(ONE)
    asked.clear()
    assert whole(process(ONE.read_bytes(), programme_of(FOLDER), kept=record.kept)) == whole(record)
    assert asked == []


def test_what_was_kept_is_current_for_what_it_was_made_by_only(monkeypatch: pytest.MonkeyPatch) -> None:
    record, programme = first(ONE), programme_of(FOLDER)
    kept, documents = kept_of(record)
    older = tuple(replace(d, reader="pdf-0") if d.reader.startswith("pdf") else d for d in documents)
    assert older != documents
    assert not is_current(kept, older, programme, Limits(), None)
    assert not is_current(kept, documents, programme, Limits(text_characters=50), None)
    assert is_current(kept, documents, programme, Limits(seconds=1, attempts=1), None)
    assert not is_current(kept, documents, programme, Limits(), record.sent)
    monkeypatch.setattr("intake.parse.VERSION", 10**6)
    assert not is_current(kept, documents, programme, Limits(), None)


@pytest.mark.parametrize("mail", ["", "{", "[]", "null", '["a"]', "[[],[],null,null,null,true,[],[],[]]"])
def test_what_cannot_be_read_is_a_value_error(mail: str) -> None:
    kept, documents = kept_of(first(ONE))
    with pytest.raises(ValueError, match=r"."):
        again(replace(kept, mail=mail), documents, programme_of(FOLDER))
    with pytest.raises(ValueError, match="cannot be read"):
        again(kept, (), programme_of(FOLDER))


@pytest.mark.parametrize("answers", ["[]", '{"roles": 1}', '{"period": ["", 1]}', '{"kind": []}', "3"])
def test_answers_that_are_none_are_asked_for(answers: str) -> None:
    kept, documents = kept_of(first(ONE))
    with pytest.raises(UnansweredError):
        again(replace(kept, answers=answers), documents, programme_of(FOLDER), asks=False)
    assert whole(again(replace(kept, answers=answers), documents, programme_of(FOLDER))) == whole(first(ONE))


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(MAILS),
    st.sets(st.sampled_from(sorted(set(rules.RULES) - {"people"}))),
    st.lists(st.sampled_from([change for change, _ in CHANGES]), max_size=3),
)
def test_whatever_changes_together_the_record_is_the_same(
    path: Path, names: set[str], changes: list[Callable[[Programme], dict[str, Any]]]
) -> None:
    record = first(path)
    programme = programme_of(path.parent)
    for change in changes:
        programme = programme.model_copy(update=change(programme))
    with pytest.MonkeyPatch.context() as patched:
        with_rules(patched, newer(names))
        partial = again(*kept_of(record), programme)
        assert whole(partial) == whole(process(path.read_bytes(), programme))
