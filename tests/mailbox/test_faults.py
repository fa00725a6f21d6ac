"""A server that breaks in every way: nothing lost, nothing doubled, nothing hung, and a word on what to do."""

from __future__ import annotations

import base64
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from intake.config import Limits, Mailbox
from intake.errors import ConfigError, LoginError, MailboxError
from intake.mailbox import answers, client, imap
from intake.mailbox.imap import ImapMailbox, connect
from intake.model import Sighting
from servers.scripted import CLOSE, HANG, Script, fetched, literal, ok, scripted
from servers.server import HOST, PASSWORD

LIMITS = Limits(message_bytes=100_000)
COURIER_GONE = (
    b"From: System Administrator <root@localhost>\r\nSubject: message unavailable\r\n\r\n"
    b"This message is no longer available on the server.\r\n"
)


def letter(uid: int) -> bytes:
    return b"From: ada@example.edu\r\nSubject: %d\r\n\r\nHello\r\n" % uid


@pytest.fixture
def script() -> Iterator[Script]:
    """A server with the messages 1 to 5, which answers correctly."""
    with scripted(Script({uid: letter(uid) for uid in range(1, 6)})) as running:
        yield running


def reach(
    script: Script, *, deadline: float | None = None, limits: Limits = LIMITS, **settings: object
) -> ImapMailbox:
    return connect(script.mailbox(**settings), PASSWORD, LIMITS, deadline_seconds=deadline)


def poll(script: Script, **options: Any) -> list[Sighting]:
    """Read all there is, as a poll does."""
    with reach(script, **options) as mailbox:
        mailbox.open("INBOX")
        return list(mailbox.fetch(mailbox.uids(0)))


def shape(sightings: list[Sighting]) -> list[str]:
    """Say in a word what became of each."""
    return [
        "ok" if each.raw == letter(each.place.uid) else "gone" if each.gone else "failed"
        for each in sightings
    ]


def whenever(needle: str, answer: bytes) -> Callable[[str], bytes | None]:
    """Answer thus to each command that contains the needle."""
    return lambda command: answer if needle in command else None


def about(uid: int, command: str) -> bool:
    """Tell whether a command asks for the content of this message, alone or among others."""
    words = command.split()
    return "BODY.PEEK[]" in command and str(uid) in words[2].split(",")


def test_correct_server(script: Script) -> None:
    sightings = poll(script)
    assert shape(sightings) == ["ok"] * 5
    assert script.fetched() == ["1,2,3,4,5"]
    assert sightings[0].internal_date == datetime(2026, 1, 1, 9, tzinfo=UTC)
    assert not any("STORE" in command or "SELECT" in command for command in script.commands)


# --- one message that cannot be had -------------------------------------------------------------------


@pytest.mark.parametrize(
    "answer",
    [CLOSE, b"* 3 FETCH (UID 3 BODY[] {5000}\r\nhalf" + CLOSE, b"* BYE internal error\r\n" + CLOSE,
     ok(text=b"NO [EXPUNGEISSUED] cannot read"), ok(text=b"BAD what"), b"* what is this\r\n", b"\xff\xfe\r\n",
     ok(b"3 FETCH (UID 3 BODY[] {4}\r\nabc"), ok(b"3 FETCH (UID 3 BODY[]"), ok(b"3 FETCH (UID x BODY[] NIL)"),
     ok(b"3 FETCH 3"), ok(b"3 FETCH (1 2 3 4)"), ok(b"3 FETCH " + b"(" * 5000 + b")" * 5000)],
)  # fmt: skip
def test_one_poisonous_message(script: Script, answer: bytes) -> None:
    """Whatever the server does about it, those around it flow and it is set apart with a reason."""
    script.answer = lambda command: answer if about(3, command) else None
    sightings = poll(script)
    assert shape(sightings) == ["ok", "ok", "failed", "ok", "ok"]
    assert [sighting.place.uid for sighting in sightings] == [1, 2, 3, 4, 5]
    problem = sightings[2].problem
    assert problem
    assert problem.startswith("could not be fetched: ")
    assert "\n" not in problem
    assert len(problem) < 400


def test_silence_about_one_message(script: Script) -> None:
    script.answer = lambda command: HANG if about(3, command) else None
    sightings = poll(script, timeout=1)
    assert shape(sightings) == ["ok", "ok", "failed", "ok", "ok"]
    assert sightings[2].problem == "could not be fetched: no answer within the time that `timeout` allows"


def test_poison_that_shows_before_its_text(script: Script) -> None:
    """Some servers must open a message to tell its size."""
    script.answer = lambda command: (
        CLOSE if "SIZE" in command and "3" in command.split()[2].split(",") else None
    )
    assert shape(poll(script)) == ["ok", "ok", "failed", "ok", "ok"]


def test_failure_that_does_not_come_again(script: Script) -> None:
    """One broken connection costs nothing but a new one."""
    broken: list[str] = []

    def once(command: str) -> bytes | None:
        if about(3, command) and not broken:
            broken.append(command)
            return b"* 1 FETCH (UID 1 BODY[] {70}\r\nFrom:" + CLOSE
        return None

    script.answer = once
    assert shape(poll(script)) == ["ok"] * 5
    assert script.connections == 2


@pytest.mark.parametrize("answer", ["NIL", '""', "123", "absent", "placeholder", "nothing"])
@pytest.mark.parametrize("is_there", [True, False])
def test_ok_without_the_message(script: Script, answer: str, is_there: bool) -> None:
    """What the server leaves out is gone only when the folder does not list it either."""

    def reply(command: str) -> bytes | None:
        if command == "NOOP" and not is_there:
            script.messages.pop(3, None)
            return ok(b"3 EXPUNGE")
        if not about(3, command) or 3 not in script.messages:
            return None
        if answer == "nothing":
            return ok()
        given = {"absent": b"FLAGS ()", "placeholder": b"BODY[] " + literal(COURIER_GONE)}
        odd = b"3 FETCH (UID 3 %s)" % given.get(answer, b"BODY[] " + answer.encode())
        return ok(
            *(odd if uid == 3 else fetched(script, uid, "BODY.PEEK[]") for uid in sorted(script.messages))
        )

    script.answer = reply
    sightings = poll(script)
    assert sightings[2].gone is not is_there
    if answer != "nothing":
        assert shape(sightings) == ["ok", "ok", "failed" if is_there else "gone", "ok", "ok"]
    if is_there:
        assert sightings[2].problem
        assert "does not give its content" in sightings[2].problem


def test_no_size_no_date(script: Script) -> None:
    script.answer = whenever(
        "SIZE", ok(*(b"%d FETCH (UID %d RFC822.SIZE NIL)" % (n, n) for n in range(1, 6)))
    )
    sightings = poll(script)
    assert shape(sightings) == ["ok"] * 5
    assert {sighting.internal_date for sighting in sightings} == {None}


@pytest.mark.parametrize(
    "date",
    ["31-Dec-9999 23:59:59 -2359", " 1-Jan-0001 00:00:00 +1400", "99-Foo-2026 10:00:00 +0000", "", "x"],
)
def test_dates_of_no_calendar(script: Script, date: str) -> None:
    lines = (
        b'%d FETCH (UID %d RFC822.SIZE 9 INTERNALDATE "%s")' % (n, n, date.encode()) for n in range(1, 6)
    )
    script.answer = whenever("SIZE", ok(*lines))
    assert shape(poll(script)) == ["ok"] * 5


def test_size_that_is_wrong(script: Script) -> None:
    """A server that announces little and sends much is stopped before it fills the memory."""
    script.messages[3] = b"x" * 300_000
    script.answer = lambda command: (
        ok(*(b"%d FETCH (UID %d RFC822.SIZE 10)" % (n, n) for n in range(1, 6))) if "SIZE" in command
        else b"* 3 FETCH (UID 3 BODY[] {99999999999}\r\nxx" if about(3, command) else None
    )  # fmt: skip
    sightings = poll(script)
    assert shape(sightings) == ["ok", "ok", "failed", "ok", "ok"]
    assert sightings[2].problem == "is larger than 0.1 MB"
    script.answer = whenever("SIZE", ok(*(b"%d FETCH (UID %d RFC822.SIZE 10)" % (n, n) for n in range(1, 6))))
    assert poll(script)[2].problem == "is larger than 0.1 MB (0.3 MB)"


def test_unasked_news_between_the_answers(script: Script) -> None:
    news = b"* 9 EXISTS\r\n* OK Still here\r\n* 2 FETCH (FLAGS (\\Seen) UID 2)\r\n* FLAGS (x)\r\n* 77 FETCH (FLAGS ())\r\n"

    def chatty(command: str) -> bytes | None:
        if "FETCH" not in command:
            return None
        uids = [int(uid) for uid in command.split()[2].split(",")]
        return news + ok(*(fetched(script, uid, command) for uid in uids))

    script.answer = chatty
    assert shape(poll(script)) == ["ok"] * 5


def test_glimpse_leaves_out_what_fails(script: Script, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "BATCH_MESSAGES", 2)

    def reply(command: str) -> bytes | None:
        if "HEADER.FIELDS" not in command:
            return None
        uids = [int(uid) for uid in command.split()[2].split(",")]
        head = b'BODY[HEADER.FIELDS ("MESSAGE-ID" DATE)] ' + literal(b"Message-ID: <x>\r\n\r\n")
        return CLOSE if 3 in uids else ok(*(b"%d FETCH (UID %d %s)" % (uid, uid, head) for uid in uids))

    script.answer = reply
    with reach(script) as mailbox:
        mailbox.open("INBOX")
        assert [glimpse.place.uid for glimpse in mailbox.glimpse([1, 2, 3, 4, 5])] == [1, 2, 5]


# --- a server that fails as a whole -------------------------------------------------------------------


def yielded_before(script: Script, **options: Any) -> tuple[list[str], MailboxError]:
    """Return what came before the error that ended a poll, and the error."""
    got: list[Sighting] = []
    with pytest.raises(MailboxError) as caught, reach(script, **options) as mailbox:
        mailbox.open("INBOX")
        got.extend(mailbox.fetch(mailbox.uids(0)))  # extend() keeps what came before an error
    return shape(got), caught.value


def test_server_that_goes_away(script: Script, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was fetched before stands."""
    monkeypatch.setattr(answers, "BATCH_MESSAGES", 2)
    script.answer = lambda command: CLOSE if about(3, command) or script.connections > 1 else None
    got, error = yielded_before(script)
    assert got == ["ok", "ok"]
    assert "the server closed the connection" in error.message
    assert "next run" in error.hint


@pytest.mark.parametrize(
    "text",
    [b"NO [UNAVAILABLE] later", b"NO [OVERQUOTA] Account exceeded command or bandwidth limits.",
     b"NO [THROTTLED] slow down", b"BAD User is authenticated but not connected."],
)  # fmt: skip
def test_busy_server_is_left_alone(script: Script, text: bytes) -> None:
    """Asking one by one would make it worse."""
    script.answer = whenever("BODY.PEEK", ok(text=text))
    got, error = yielded_before(script)
    assert got == []
    assert text.decode().split("] ")[-1][:10] in error.message
    assert script.connections == 1


def test_server_that_gives_no_message_at_all(script: Script) -> None:
    """After some in a row it is the server's fault; each one tried is reported, so that attempts count."""
    script.messages = {uid: letter(uid) for uid in range(1, 41)}
    script.answer = whenever("BODY.PEEK", CLOSE)
    got, error = yielded_before(script)
    assert got == ["failed"] * imap.STRIKES
    assert "one message after another" in error.message


def test_many_poisonous_messages_apart(script: Script) -> None:
    """Failures that are not in a row never end a run."""
    script.messages = {uid: letter(uid) for uid in range(1, 41)}
    script.answer = lambda command: CLOSE if any(about(uid, command) for uid in range(1, 41, 2)) else None
    assert shape(poll(script)) == ["failed", "ok"] * 20


def test_silent_server_is_given_up_sooner(script: Script) -> None:
    script.messages = {uid: letter(uid) for uid in range(1, 41)}
    script.answer = whenever("BODY.PEEK", HANG)
    got, error = yielded_before(script, timeout=1)
    assert got == ["failed"] * 3
    assert "no answer" in error.message


def test_folder_rebuilt_during_the_run(script: Script) -> None:
    def rebuild(command: str) -> bytes | None:
        if about(3, command):
            script.uidvalidity = 8
            return CLOSE
        return None

    script.answer = rebuild
    got, error = yielded_before(script)
    assert got == []
    assert "rebuilt" in error.message


def test_deadline_ends_a_trickle(script: Script) -> None:
    """Each byte comes within the timeout, the whole never does."""

    def trickle(command: str) -> bytes | None:
        return b"* 1 FETCH (UID 1 BODY[] {90000}\r\n" + HANG if "BODY.PEEK" in command else None

    script.answer = trickle
    began = time.monotonic()
    got, error = yielded_before(script, timeout=30, deadline=1.0)
    assert got == []
    assert "the time for this run is over" in error.message
    assert time.monotonic() - began < 15


def test_deadline_that_has_passed(script: Script) -> None:
    with reach(script, deadline=1.0) as mailbox:
        mailbox.open("INBOX")
        time.sleep(1.1)
        with pytest.raises(MailboxError, match="the time for this run is over"):
            mailbox.uids(0)


@pytest.mark.parametrize("command", ["EXAMINE", "SEARCH"])
@pytest.mark.parametrize(
    "answer", [CLOSE, b"* BYE shutting down\r\n" + CLOSE, ok(text=b"NO no"), b"junk\r\n", HANG]
)
def test_faults_before_the_first_message(script: Script, command: str, answer: bytes) -> None:
    script.answer = whenever(command, answer)
    got, error = yielded_before(script, timeout=1)
    assert got == []
    assert "mailbox scripted: 127.0.0.1" in error.message
    assert "INBOX" in error.message


def test_folder_without_uidvalidity(script: Script) -> None:
    script.answer = whenever("EXAMINE", ok(b"5 EXISTS"))
    with reach(script) as mailbox, pytest.raises(MailboxError, match="cannot be opened"):
        mailbox.open("INBOX")


def test_uidnext_by_status(script: Script) -> None:
    def without(command: str) -> bytes | None:
        if command.startswith("EXAMINE"):
            return ok(b"5 EXISTS", b"OK [UIDVALIDITY 7]")
        return ok(b'STATUS "INBOX" (UIDNEXT 6)') if command.startswith("STATUS") else None

    script.answer = without
    assert shape(poll(script)) == ["ok"] * 5


def test_uids_few_and_far_between(script: Script) -> None:
    """Four thousand million possible UIDs cost no more questions than there are messages."""
    script.messages = {uid: letter(uid) for uid in (5, 70_000, 2**31, 2**32 - 2)}
    with reach(script) as mailbox:
        mailbox.open("INBOX")
        assert mailbox.uids(0) == [5, 70_000, 2**31, 2**32 - 2]
        assert mailbox.uids(5) == [70_000, 2**31, 2**32 - 2]
        assert mailbox.uids(2**32 - 2) == []
    assert len([command for command in script.commands if "SEARCH" in command]) == 2


def test_more_than_one_search_line_holds(script: Script) -> None:
    """A hundred thousand messages are found in pieces, as the library refuses lines over 1 MB."""
    script.messages = dict.fromkeys(range(4_000_000_000, 4_000_100_000), b"x")
    with reach(script, timeout=30) as mailbox:
        mailbox.open("INBOX")
        assert mailbox.uids(0) == list(script.messages)
        assert len([command for command in script.commands if "SEARCH" in command]) == 2
        assert mailbox.uids(4_000_099_998) == [4_000_099_999]


# --- no connection ------------------------------------------------------------------------------------


def refused(mailbox: Mailbox) -> MailboxError:
    with pytest.raises(MailboxError) as caught:
        connect(mailbox, PASSWORD, LIMITS)
    assert PASSWORD not in str(caught.value)
    return caught.value


def test_unknown_host(script: Script) -> None:
    error = refused(script.mailbox(host="mail.invalid", security="tls"))
    assert "the name is not known" in error.message
    assert "`host`" in error.hint


def test_nobody_listens(script: Script) -> None:
    with socket.create_server((HOST, 0)) as listener:
        port = listener.getsockname()[1]
    error = refused(script.mailbox(port=port))
    assert "Connection refused" in error.message
    assert "`port`" in error.hint


def test_no_tls_where_it_should_be(script: Script) -> None:
    error = refused(script.mailbox(security="tls"))
    assert "TLS failed" in error.message
    assert "993" in error.hint


def test_no_starttls(script: Script) -> None:
    error = refused(script.mailbox(security="starttls"))
    assert "STARTTLS" in error.message
    assert 'security = "tls"' in error.hint
    assert not any("LOGIN" in command for command in script.commands)


def test_starttls_is_not_skipped_for_a_preauthenticated_session(script: Script) -> None:
    script.greeting = b"* PREAUTH welcome\r\n"
    script.capabilities = "IMAP4rev1 STARTTLS"
    error = refused(script.mailbox(security="starttls"))
    assert "STARTTLS" in error.message
    assert not any("LOGIN" in command or "SELECT" in command for command in script.commands)


@pytest.mark.parametrize(
    "greeting", [b"", b"SSH-2.0-OpenSSH\r\n", b"* BYE too many connections\r\n", b"x" * 2_000_000]
)
def test_greeting_that_is_none(script: Script, greeting: bytes) -> None:
    script.greeting = greeting + CLOSE if greeting else HANG
    script.answer = whenever("", CLOSE)
    error = refused(script.mailbox(timeout=1))
    assert "no connection" in error.message


def test_ca_file_that_is_none(script: Script, tmp_path: pytest.TempPathFactory) -> None:
    with pytest.raises(ConfigError, match="ca_file"):
        connect(script.mailbox(ca_file=f"{tmp_path}/absent.pem"), PASSWORD, LIMITS)


def test_trickling_greeting(monkeypatch: pytest.MonkeyPatch) -> None:
    """The watch cuts a connection even before it is one."""
    monkeypatch.setattr(client, "SLOWEST", 10**9)
    with socket.create_server((HOST, 0)) as listener:
        ended = threading.Event()

        def drip() -> None:
            connection, _ = listener.accept()
            with connection:
                try:
                    while not ended.wait(0.05):
                        connection.sendall(b"x")
                except OSError:
                    ended.set()

        thread = threading.Thread(target=drip, daemon=True)
        thread.start()
        script = Script(port=listener.getsockname()[1])
        error = refused(script.mailbox(timeout=1))
        assert "not done within 3 seconds" in error.message
        assert ended.wait(5)
        thread.join(5)


# --- login --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [b"NO [AUTHENTICATIONFAILED] Invalid credentials", b"NO [AUTHORIZATIONFAILED] no", b"NO [EXPIRED] old password",
     b"NO Login failed.", b"NO [ALERT] Application-specific password required", b"NO LOGIN failed."],
)  # fmt: skip
def test_wrong_password(script: Script, text: bytes) -> None:
    script.answer = whenever("LOGIN", ok(text=text))
    with pytest.raises(LoginError) as caught:
        reach(script)
    assert text.decode().removeprefix("NO ") in caught.value.message
    assert "'student'" in caught.value.message
    assert "app password" in caught.value.hint


@pytest.mark.parametrize(
    "answer",
    [CLOSE, b"* BYE too many connections from your address\r\n" + CLOSE, ok(text=b"NO [UNAVAILABLE] try later"),
     ok(text=b"NO [INUSE] in use"), ok(text=b"NO [LIMIT] too many connections"), HANG,
     ok(text=b"NO Too many simultaneous connections. (Failure)")],
)  # fmt: skip
def test_login_that_may_work_later(script: Script, answer: bytes) -> None:
    """A dropped connection is not a wrong password."""
    script.answer = whenever("LOGIN", answer)
    with pytest.raises(MailboxError) as caught:
        reach(script, timeout=1)
    assert "no connection" in caught.value.message


def test_server_that_repeats_the_password(script: Script) -> None:
    script.answer = whenever("LOGIN", ok(text=b"NO no such password: " + PASSWORD.encode()))
    with pytest.raises(LoginError) as caught:
        reach(script)
    assert PASSWORD not in str(caught.value)
    error: BaseException | None = caught.value
    while error:
        assert PASSWORD not in str(error)
        error = error.__cause__


def test_password_of_other_letters(script: Script) -> None:
    """LOGIN is ASCII in the library; AUTHENTICATE PLAIN carries UTF-8 (RFC 4616)."""
    script.answer = lambda command: b"+ \r\n" if command == "AUTHENTICATE PLAIN" else None
    with connect(script.mailbox(), "pässword", LIMITS) as mailbox:
        mailbox.open("INBOX")

    given = next(command for command in script.commands if (command and "=" in command) or len(command) > 20)
    assert base64.b64decode(given) == b"\0student\0p\xc3\xa4ssword"


def test_login_disabled(script: Script) -> None:
    """Where LOGIN is switched off, PLAIN is the way; where both are, no password is sent."""
    script.capabilities = "IMAP4rev1 LOGINDISABLED AUTH=PLAIN"
    script.answer = lambda command: b"+ \r\n" if command == "AUTHENTICATE PLAIN" else None
    with reach(script) as mailbox:
        mailbox.open("INBOX")
    assert not any(command.startswith("LOGIN") for command in script.commands)
    script.capabilities, script.commands = "IMAP4rev1 LOGINDISABLED", []
    error = refused(script.mailbox())
    assert "LOGINDISABLED" in error.message
    assert not any(PASSWORD in command for command in script.commands)


def test_tls_versions_and_names_are_checked() -> None:
    context = client._context(Mailbox(name="x", host="h", user="u", password="p"))
    assert context.verify_mode == ssl.CERT_REQUIRED
    assert context.check_hostname
    assert context.minimum_version >= ssl.TLSVersion.TLSv1_2
