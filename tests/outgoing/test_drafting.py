"""Asking for what is missing: the draft's words, its headers, and that it stands in the mailbox once."""

from __future__ import annotations

import email
import email.policy
import html
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from golden import FOLDER
from intake import wording
from intake.config import load_programme
from intake.digest import render
from intake.errors import ConfigError, MailboxError
from intake.mailbox import drafts
from intake.outgoing.drafting import Outcome, place, preview
from intake.outgoing.letters import Asking, letter, mime, obstacle, references, subject, thanks
from intake.reporting import digest_data
from intake.run import now
from servers.dovecot import dovecot
from servers.embedded import pymap
from servers.server import ImapServer
from support.cases import CONFIG, programme
from support.installation import Installation

MAILS = {path.name[:2]: path.read_bytes() for path in sorted(FOLDER.glob("*.eml"))}
OFFICE = Address("Numenta", addr_spec="interns@numenta.com")
WHEN = datetime(2016, 11, 4, 9, 30, tzinfo=UTC)
DRAFTS = "namespace inbox {\n  mailbox Entwürfe {\n    auto = create\n    special_use = \\Drafts\n  }\n}\n"


def asking(**changes: Any) -> Asking:
    """Ana, who sent a resume and a letter."""
    values: dict[str, Any] = {
        "name": "Ana Ruiz",
        "email": "ana@example.edu",
        "missing": ("coursework", "period"),
        "present": ("cover_letter", "resume"),
        "subject": "Internship",
        "message_id": "<1@example.edu>",
    }
    return Asking(**{**values, **changes})


def written(**changes: Any) -> EmailMessage:
    """The draft as whoever opens it reads it."""
    one = asking(**changes)
    templates = programme().templates
    assert templates
    raw = mime(letter(one, programme(), templates), one, OFFICE, "<intake-1-abc@numenta.com>", WHEN)
    assert b"\n" not in raw.replace(b"\r\n", b"")
    found = email.message_from_bytes(raw, policy=email.policy.default)
    assert isinstance(found, EmailMessage)
    assert not found.defects
    return found


def words(message: EmailMessage) -> str:
    """A draft's text."""
    text: str = message.get_content()
    return text.replace("\r\n", "\n")


# --- the words ------------------------------------------------------------------------------------------


def test_it_thanks_for_what_came_and_names_just_what_is_missing() -> None:
    text = words(written())
    assert text.startswith(
        "Dear Ana Ruiz,\n\nThank you for your application to Numenta. We have received your"
    )
    assert "your cover letter and resume.\n" in text
    asks = {required.item: required.ask for required in programme().required}
    assert f"- {asks['coursework']}\n- {asks['period']}\n" in text
    assert not any(asks[item] in text for item in ("cover_letter", "resume", "track"))


@pytest.mark.parametrize(
    ("present", "said"),
    [
        ((), ""),
        (("resume",), "We have received your resume."),
        (
            ("cover_letter", "resume", "coursework"),
            "We have received your cover letter, resume and course work.",
        ),
        (("resume", "track"), "We have received your resume, and noted the area you named."),
        (("period", "track"), "We have noted the period and area you named."),
    ],
)
def test_thanks(present: tuple[str, ...], said: str) -> None:
    assert thanks(present, programme()) == said


@pytest.mark.parametrize(
    ("name", "greeted"),
    [
        ("", "applicant"),
        ("{missing} {organisation}", "{missing} {organisation}"),
        ("Ana\r\nBcc: all@example.com", "applicant"),
        ("Win at https://example.com", "applicant"),
        ("x" * 100, "applicant"),
        ("Zoë \u202eO'Neill", "Zoë O'Neill"),
    ],
)
def test_the_greeting(name: str, greeted: str) -> None:
    assert words(written(name=name)).startswith(f"Dear {greeted},\n")


@pytest.mark.parametrize(
    ("said", "forwarded", "becomes"),
    [
        ("Internship", False, "Re: Internship"),
        ("Re: Internship", False, "Re: Internship"),
        ("RE: Re[2]: AW: Internship", False, "Re: Internship"),
        ("Regarding: internship", False, "Re: Regarding: internship"),
        ("Fwd: Internship", False, "Re: Fwd: Internship"),
        ("Fwd: Re: Internship", True, "Re: Internship"),
        ("", False, "Re: your application to Numenta"),
        ("Re: ", False, "Re: your application to Numenta"),
        ("Hi\r\nBcc: all@example.com", False, "Re: Hi Bcc: all@example.com"),
        ("a" * 400, False, "Re: " + "a" * 200),
    ],
)
def test_the_subject(said: str, forwarded: bool, becomes: str) -> None:
    templates = programme().templates
    assert templates
    assert subject(asking(subject=said, forwarded=forwarded), programme(), templates) == becomes
    assert written(subject=said, forwarded=forwarded)["Subject"] == becomes


# --- the headers ----------------------------------------------------------------------------------------


def test_it_answers_the_mail() -> None:
    found = written(references=("<0@example.edu>", "<1@example.edu>"))
    assert found["From"] == "Numenta <interns@numenta.com>"
    assert found["To"] == "Ana Ruiz <ana@example.edu>"
    assert found["In-Reply-To"] == "<1@example.edu>"
    assert found["References"].split() == ["<0@example.edu>", "<1@example.edu>"]
    assert found["Message-ID"] == "<intake-1-abc@numenta.com>"
    assert found["Date"].datetime == WHEN


def test_long_message_ids_stay_as_they_are() -> None:
    ids = tuple(f"<{'SN6PR04MB' * 12}.{number}@prod.outlook.example.com>" for number in range(40))
    found = written(references=ids, message_id="<last@example.edu>")
    assert found["References"].split() == [ids[0], *ids[-20:], "<last@example.edu>"]


@pytest.mark.parametrize(
    "hostile", ["<a@b>\r\nBcc: all@example.com", "<a b@c>", "a@b", "<ü@b.example>", None]
)
def test_what_is_no_message_id_is_left_out(hostile: str | None) -> None:
    found = written(message_id=hostile)
    assert (found["In-Reply-To"], found["References"], found["Bcc"]) == (None, None, None)


@given(name=st.text(max_size=120), said=st.text(max_size=120))
def test_no_name_and_no_subject_makes_a_header_or_an_address(name: str, said: str) -> None:
    for evil in (name, f'{name}", <evil@example.com>, "x', f"{name}\r\nBcc: evil@example.com\r\n\r\nHi"):
        found = written(
            name=evil.encode("utf-8", "replace").decode(), subject=said.encode("utf-8", "replace").decode()
        )
        names = ["In-Reply-To", "References", "Date", "Message-ID", "From", "To", "Subject"]
        assert found.keys()[:7] == names
        assert all(key.startswith(("Content-", "MIME-")) for key in found.keys()[7:])
        assert [one.addr_spec for one in found["To"].addresses] == ["ana@example.edu"]


@pytest.mark.parametrize(
    ("raw", "ids"),
    [
        (b"References: <a@x>\r\n <b@x>\r\nIn-Reply-To: <c@x>\r\n\r\n", ("<a@x>", "<b@x>")),
        (b"in-reply-to: <c@x>\n\nReferences: <no@x>\n", ("<c@x>",)),
        (b"Subject: References: <a@x>\r\n\r\n", ()),
        (b"References: <a@x><a@x> junk <b\xff@x> <c@x>\r\n\r\n", ("<a@x>", "<c@x>")),
        (b"References: " + b"<" * 100_000, ()),
    ],
)
def test_references(raw: bytes, ids: tuple[str, ...]) -> None:
    assert references(raw) == ids


@pytest.mark.parametrize(
    "address",
    [
        *(
            "",
            "ana",
            "ana@",
            "a@b\r\nBcc: x@y",
            "a@b, c@d",
            '"a b"@c.example',
            "ana@münchen.example",
            "a..b@c.example",
        ),
        *(
            "noreply@jobs.example.com",
            "No-Reply+7@example.com",
            "mailer-daemon@example.edu",
            "interns@numenta.com",
        ),
    ],
)
def test_nobody_is_asked_there(address: str) -> None:
    assert obstacle(address, programme())


@pytest.mark.parametrize(
    "address", ["ana@example.edu", "a.b+c@mail.example.co.uk", "o'neill@example.edu", "norep@example.edu"]
)
def test_somebody_is_asked_there(address: str) -> None:
    assert obstacle(address, programme()) is None


# --- in a mailbox ---------------------------------------------------------------------------------------


def with_dovecot() -> AbstractContextManager[ImapServer]:
    return dovecot(settings=DRAFTS)


@pytest.fixture(params=[with_dovecot, pymap], ids=["dovecot", "pymap"])
def server(request: pytest.FixtureRequest) -> Iterator[ImapServer]:
    start: Callable[[], AbstractContextManager[ImapServer]] = request.param
    with start() as running:
        if running.name == "pymap":
            with running.login() as client:
                client.create_folder("Drafts")
        yield running


@pytest.fixture
def box(server: ImapServer, tmp_path: Path) -> Installation:
    """A mailbox with a complete application, two incomplete ones, a question, an automatic mail and a bounce."""
    names = ("01", "03", "05", "08", "31")
    server.deliver(MAILS[name] for name in names)
    installation = Installation(tmp_path, server.mailbox("starttls"))
    installation.poll()
    return installation


def drafted(server: ImapServer) -> list[EmailMessage]:
    """What stands in the folder for drafts."""
    with server.login() as client:
        folders = client.list_folders()
        name = next(n for flags, _, n in folders if b"\\Drafts" in flags or n == "Drafts")
        client.select_folder(name, readonly=True)
        found = client.fetch(client.search(), ["BODY.PEEK[]", "FLAGS"])
        assert all(b"\\Draft" in one[b"FLAGS"] for one in found.values())
        return [
            email.message_from_bytes(one[b"BODY[]"], policy=email.policy.default) for one in found.values()
        ]


def run(box: Installation) -> Outcome:
    with box.office() as office:
        return place(office)


def test_each_incomplete_applicant_is_asked_once(server: ImapServer, box: Installation) -> None:
    with box.store() as store:
        lacking = {row.applicant.email: row for row in store.applications() if row.missing}
        views = [view for view in store.views() if view.row.applicant.email in lacking]
        originals = {mail.message_id for view in views for mail in view.messages}
    first = run(box)
    assert (first.counts["placed"], first.exit_code) == (2, 0)
    found = {one["To"].addresses[0].addr_spec: one for one in drafted(server)}
    assert set(found) == set(lacking)
    assert len(found) == 2
    assert {one["In-Reply-To"] for one in found.values()} == originals
    asks = {required.item: required.ask for required in programme().required}
    for address, one in found.items():
        text = words(one)
        assert [item for item, ask in asks.items() if ask in text] == list(lacking[address].missing)
        assert one["Subject"].startswith("Re: ")
    second = run(box)
    assert (second.counts["placed"], second.counts["waiting in the mailbox"]) == (0, 2)
    assert len(drafted(server)) == 2


def test_nothing_else_in_the_mailbox_changes(server: ImapServer, box: Installation) -> None:
    def state() -> dict[int, Any]:
        with server.login() as client:
            client.select_folder("INBOX", readonly=True)
            return {uid: one[b"FLAGS"] for uid, one in client.fetch(client.search(), ["FLAGS"]).items()}

    before = state()
    run(box)
    assert state() == before


def test_a_killed_run_is_gone_on_from(
    server: ImapServer, box: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    append = drafts.Folder.append

    def append_and_die(self: drafts.Folder, *arguments: Any) -> None:
        append(self, *arguments)
        raise KeyboardInterrupt

    def die(self: drafts.Folder, *arguments: Any) -> None:
        raise KeyboardInterrupt

    for way in (die, append_and_die):
        monkeypatch.setattr(drafts.Folder, "append", way)
        with pytest.raises(KeyboardInterrupt):
            run(box)
    assert len(drafted(server)) == 1
    monkeypatch.setattr(drafts.Folder, "append", append)
    assert run(box).counts["placed"] == 2
    assert len(drafted(server)) == 2


def told_as_drafted(box: Installation) -> set[int]:
    """The applications of which the digest says that a draft asks for what is missing."""
    with box.store() as store:
        data = digest_data(store, box.config, programme(), now(), None, None)
    assert html.unescape(render.overview(data)).count(wording.DRAFTED) == len(data.drafted)
    return set(data.drafted)


def test_a_draft_is_withdrawn_and_not_doubled(server: ImapServer, box: Installation) -> None:
    assert told_as_drafted(box) == set()
    run(box)
    with box.store() as store:
        row = next(row for row in store.applications() if row.missing == ("coursework",))
    assert row.id in told_as_drafted(box)
    assert (
        box.command("correct", str(row.id), "coursework=Logic; Linear Algebra", "--by", "grace").returncode
        == 0
    )
    outcome = run(box)
    assert (outcome.counts["withdrawn"], outcome.counts["placed"]) == (1, 0)
    assert f"#{row.id}: the draft of" in outcome.lines[0]
    assert run(box).counts["withdrawn"] == 0
    assert row.id not in told_as_drafted(box)
    assert box.command("correct", str(row.id), "coursework", "--undo", "--by", "grace").returncode == 0
    again = run(box)
    assert (again.counts["placed"], again.counts["waiting in the mailbox"]) == (0, 2)
    assert row.id in told_as_drafted(box)
    assert len(drafted(server)) == 2


def test_what_is_unsure_is_not_asked_for(server: ImapServer, box: Installation) -> None:
    with box.store() as store:
        rows = [row for row in store.applications() if row.missing]
    for row in rows:
        box.command("correct", str(row.id), *(f"{item}=unsure" for item in row.missing), "--by", "grace")
    assert run(box).lines == []
    assert drafted(server) == []


def test_a_dry_run_shows_the_drafts_and_places_none(server: ImapServer, box: Installation) -> None:
    shown = box.command("drafts", "--dry-run")
    assert shown.returncode == 0
    assert "drafts: 2 would be placed" in shown.stdout
    assert "Subject: Re: " in shown.stdout
    assert "Dear Mia Falk," in shown.stdout
    assert drafted(server) == []
    with box.store() as store:
        assert store.drafts() == []
    assert preview(box.config, load_programme(box.config.programme)).counts["would be placed"] == 2


def test_a_folder_that_is_not_there_is_said(server: ImapServer, box: Installation) -> None:
    text = box.path.read_text(encoding="utf-8")
    box.path.write_text(f'{text}drafts_folder = "Elsewhere"\n', encoding="utf-8")
    result = box.command("drafts")
    assert result.returncode == 75
    assert "no folder 'Elsewhere'" in result.stderr
    assert "'INBOX'" in result.stderr
    assert drafted(server) == []


def test_without_a_folder_for_drafts_the_setting_is_named(tmp_path: Path) -> None:
    with pymap() as server:
        mailbox = server.mailbox("starttls")
        with server.login() as client:
            for _, _, name in client.list_folders():
                assert "draft" not in name.lower()
        with pytest.raises(MailboxError, match="drafts_folder"):
            drafts.Folder(mailbox, mailbox.password or "", Installation(tmp_path).config.limits)


def test_a_mailbox_out_of_reach_is_tried_again(box: Installation, server: ImapServer) -> None:
    text = box.path.read_text(encoding="utf-8")
    box.path.write_text(text.replace(f"port = {server.port}", "port = 1"), encoding="utf-8")
    result = box.command("drafts")
    assert (result.returncode, "127.0.0.1:1" in result.stderr) == (75, True)
    box.path.write_text(text, encoding="utf-8")
    assert run(box).counts["placed"] == 2


def test_a_programme_without_templates_is_said(tmp_path: Path) -> None:
    text = (CONFIG / "programme.toml").read_text(encoding="utf-8")
    (tmp_path / "programme.toml").write_text(text.partition("[templates]")[0], encoding="utf-8")
    rules = load_programme(tmp_path / "programme.toml")
    with Installation(tmp_path).office():
        pass
    with pytest.raises(ConfigError, match="templates"):
        preview(Installation(tmp_path).config, rules)
