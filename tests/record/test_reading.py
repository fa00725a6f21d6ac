"""What lists, pages, digests and searches read."""

from __future__ import annotations

import pytest

from intake.model import Kind
from intake.record import Store
from intake.record.rows import Run
from support.cases import programme
from support.records import FALL, after, digest, findings, keep, person, record, sight

LUIS = {"resume": "luis.pdf", **person("Luis Ruiz", "luis@example.edu")}
FIRST = ("<first@example.edu>",)


def test_applications_by_what_they_are(store: Store) -> None:
    keep(
        store,
        programme(),
        record("first"),
        record("b", items=findings("resume", period=FALL, track=["software-engineering"]), **LUIS),
    )

    def ids(**wanted: object) -> list[int]:
        return [row.id for row in store.applications(**wanted)]  # type: ignore[arg-type]

    assert ids() == [1, 2]
    assert ids(status="incomplete") == ids(track="software-engineering") == ids(ids=[2, 7]) == [2]
    assert ids(since=after(1)) == [2]
    assert ids(until=after(1)) == [1]
    assert ids(ids=[]) == []


def test_one_application_has_everything(store: Store) -> None:
    first, second = record("first", items=findings("track")), record("b", Kind.FOLLOW_UP, thread=FIRST)
    keep(store, programme(), first, second)
    store.correct(1, "track", ["algorithms"], "grace", "", after(3))
    view = store.application(1)
    assert view is not None
    assert [mail.sha256 for mail in view.messages] == [first.sha256, second.sha256]
    assert [mail.joined for mail in view.messages] == [
        "first",
        "refers to it, and the applicant's address is the same",
    ]
    assert [one["sha256"] for one in view.records] == [first.sha256, second.sha256]
    assert view.versions == (first.versions, second.versions)
    assert [event.change for event in view.history] == [
        "new application",
        "joined an application",
        "completed an application",
        "corrected",
    ]
    assert [c.item for c in view.corrections] == ["track"]
    assert [one.row.id for one in store.views()] == [1]
    assert list(store.views()) == [view]
    assert store.application(2) is None


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("1", 1),
        (" ANA@example.edu ", 1),
        (digest("first"), 1),
        ("7", None),
        ("nobody@example.edu", None),
        ("", None),
        ("9" * 40, None),
        ("²", None),
    ],
)
def test_an_application_by_the_name_that_people_use(store: Store, named: str, expected: int | None) -> None:
    keep(store, programme(), record("first"))
    assert store.application_of(named) == expected


def test_messages_by_kind(store: Store) -> None:
    keep(
        store, programme(), record("first"), record("b", Kind.QUESTION, thread=FIRST), record("c", Kind.OTHER)
    )
    assert [(mail.sha256, mail.application_id) for mail in store.questions()] == [(digest("b"), 1)]
    assert [mail.application_id for mail in store.messages(Kind.OTHER)] == [None]
    assert len(store.messages(since=after(1))) == 2


def test_what_changed_since_the_last_digest(store: Store) -> None:
    assert (store.last_digest(), store.last_event()) == (None, 0)
    run = store.begin_run("poll", after(5))
    keep(store, programme(), record("first", items=findings("track")))
    store.end_run(run, after(6), {"applications": 1}, ok=True)
    upto = store.last_event()
    store.digest_written(after(7), "/digests/one.html", upto)
    last = store.last_digest()
    assert last is not None
    assert (last.at, last.path, last.upto) == (after(7), "/digests/one.html", upto)
    run = store.begin_run("poll", after(4))  # a clock that went backwards moves nothing
    keep(store, programme(), record("b", Kind.FOLLOW_UP, thread=FIRST), record("c", **LUIS), first=2)
    rows = {row.id: row for row in store.applications()}
    assert rows[1].first <= upto < (rows[1].completed or 0)
    assert rows[2].first > upto
    assert [event.change for event in store.events(after=upto)] == [
        "joined an application",
        "completed an application",
        "new application",
    ]
    assert {event.at for event in store.events(after=upto)} == {after(4)}


def test_runs(store: Store) -> None:
    assert store.last_good_run() is None
    good = store.begin_run("poll", after(0))
    store.end_run(good, after(1), {"applications": 2}, ok=True)
    bad = store.begin_run("poll", after(2))
    store.end_run(bad, after(3), {}, ok=False)
    store.begin_run("reprocess", after(4))
    found = store.last_good_run("poll")
    assert found == store.last_good_run() == Run(good, "poll", after(0), after(1), True, {"applications": 2})
    assert store.last_good_run("reprocess") is None
    assert [run.ok for run in store.runs()] == [None, False, True]


def test_a_draft_is_made_once_for_what_is_missing(store: Store) -> None:
    keep(store, programme(), record(items=findings("track period")))
    made = store.draft_intended(1, ["period", "track"], "<draft-1@example.com>", after(1))
    assert made is not None
    assert store.draft_intended(1, ["period", "track"], "<draft-2@example.com>", after(2)) == made
    store.draft_placed(made.id)
    assert store.draft_intended(1, ["period", "track"], "<draft-3@example.com>", after(3)) is None
    assert store.draft_intended(1, ["track"], "<draft-4@example.com>", after(4)) is not None
    store.draft_withdrawn(made.id)
    assert [(draft.items, draft.state) for draft in store.drafts(1)] == [
        (("period", "track"), "withdrawn"),
        (("track",), "intended"),
    ]
    assert store.drafts(2) == []


def test_words_are_found_in_letters_and_resumes(store: Store) -> None:
    keep(
        store,
        programme(),
        record("first", text="I study sparse coding <b>and</b> Ökonomie."),
        record("b", **LUIS),
    )
    hits = store.search("sparse coding")
    assert [(hit.application_id, hit.source, hit.role, hit.name) for hit in hits] == [
        (1, "body", "letter", "Ana Ruiz")
    ]
    assert hits[0].snippet == (
        ("I study ", False),
        ("sparse", True),
        (" ", False),
        ("coding", True),
        (" <b>and</b> Ökonomie.", False),
    )
    assert [hit.source for hit in store.search("okonomie")] == ["body"]
    assert {hit.source for hit in store.search('"sparse memory"')} == {
        "attachment:ana.pdf",
        "attachment:luis.pdf",
    }
    assert store.search('"memory sparse"') == []


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        '"',
        '""',
        "AND",
        "NEAR(a b",
        "a* OR",
        "text:",
        "x\0y",
        "'; DROP TABLE message",
        "\ud800",
        "-",
        "^",
        "()",
    ],
)
def test_whatever_people_search_for_is_words(store: Store, words: str) -> None:
    keep(store, programme(), record("first"))
    assert store.search(words) == []


def test_what_is_said_no_more_is_found_no_more(store: Store) -> None:
    keep(store, programme(), record("first", text="zebra"))
    store.save(record("first", text="giraffe"), received=after(0), programme=programme())
    assert store.search("zebra") == []
    assert len(store.search("giraffe")) == 1


def test_the_same_resume_twice_is_kept_once(store: Store) -> None:
    keep(store, programme(), record("first"), record("b"))
    assert store._one("SELECT count(*) FROM document WHERE sha256 = ?", digest("ana.pdf")) == 1
    assert len(store.search("memory")) == 2


def test_a_file_read_within_a_container_is_cached_under_it(store: Store) -> None:
    one = record("first")
    letter, resume = one.documents[1], one.documents[2]
    sources = (
        "attachment:all.zip/ana.pdf",
        "attachment:all.zip/sub/cv.pdf",
        "attachment:mail.eml/cv.pdf",
        "attachment:mail.eml/in.zip/x.pdf",
    )
    inner = [type(resume)(source, "application/pdf", source, reader="pdf-3") for source in sources]
    outer = type(letter)("attachment:mail.eml", "message/rfc822", "hello", reader="body-1")
    failed = type(letter)("attachment:slow.pdf", "application/pdf", None, "took longer than 20 seconds")
    keep(
        store,
        programme(),
        record("first", documents=(*one.documents[:2], *inner[:2], outer, *inner[2:], failed)),
    )
    cached = store.cached_documents(one.sha256, {"pdf-3"})
    assert {source: [document.source for document in documents] for source, documents in cached.items()} == {
        "attachment:all.zip": list(sources[:2]),
        "attachment:mail.eml/cv.pdf": [sources[2]],
        "attachment:mail.eml/in.zip": [sources[3]],
    }
    sight(store, "unread", 9)
    assert store.cached_documents(digest("unread"), {"pdf-3"}) == {}
