"""The digest as a mail: what arrives at a real server, in which words, and that it arrives once."""

from __future__ import annotations

import email
import email.policy
import re
import ssl
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from email.message import EmailMessage
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from golden import FOLDER
from intake.config import Mailbox, load_programme
from intake.digest.mail import mail
from intake.errors import ConfigError, DeliveryError, LoginError
from intake.outgoing.delivery import Delivered, deliver
from intake.record import Store
from intake.reporting import digest_data
from intake.review import DigestData
from intake.run import now
from servers.certificates import write_certificates
from servers.dovecot import dovecot
from servers.launch import free_ports
from support.cases import programme
from support.installation import Installation
from support.records import findings, keep, person, record

HOST = "127.0.0.1"
USER, PASSWORD = "digest", "correct horse"


class Post:
    """What an SMTP server took, and how it is to behave."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.recipients: list[list[str]] = []
        self.refuses: set[str] = set()
        self.answer = "250 taken"
        self.quit = "221 bye"
        self.users: list[str] = []

    async def handle_RCPT(  # noqa: N802  aiosmtpd's hook
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.refuses:
            return "550 no such person"
        envelope.rcpt_tos.append(address)
        return "250 fine"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.answer.startswith("250"):
            found = email.message_from_bytes(envelope.original_content or b"", policy=email.policy.default)
            assert isinstance(found, EmailMessage)
            self.mails.append(found)
            self.recipients.append(list(envelope.rcpt_tos))
        return self.answer

    async def handle_QUIT(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        return self.quit

    def authenticate(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any
    ) -> AuthResult:
        self.users.append(mechanism)
        is_known = isinstance(data, LoginPassword) and data.login == USER.encode()
        return AuthResult(success=is_known and data.password == PASSWORD.encode(), handled=False)


@pytest.fixture
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("certificates")
    write_certificates(folder)
    return folder


@pytest.fixture
def post() -> Post:
    return Post()


@pytest.fixture(params=["tls", "starttls"])
def security(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def port(post: Post, security: str, certificates: Path) -> Iterator[int]:
    """A server that talks TLS, wants a login, and hands what it takes to `post`."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificates / "server.pem", certificates / "server.key")
    (number,) = free_ports(1)
    given: dict[str, Any] = {"tls_context": context, "require_starttls": True}
    if security == "tls":
        given = {"ssl_context": context, "auth_require_tls": False}
    controller = Controller(
        post, hostname=HOST, port=number, auth_required=True, authenticator=post.authenticate, **given
    )
    controller.start()
    yield number
    controller.stop()


@pytest.fixture
def place(tmp_path: Path) -> Installation:
    return Installation(tmp_path)


def take(place: Installation, *names: str, missing: str = "") -> None:
    """Record an application of each of these people, whose numbers in the mailbox are their names' lengths."""
    with Store.open(place.config.store.directory) as store:
        mails = [
            record(name, resume=f"{name}.pdf", items=findings(missing, unsure="track" if name == "ida" else ""),
                   **person(f"{name.title()} Falk", f"{name}@example.edu"))
            for name in names
        ]  # fmt: skip
        keep(store, programme(), *mails, first=store.ledger().sightings + 1)
        store.end_run(store.begin_run("import", now()), now(), {}, ok=True)


def configure(place: Installation, text: str) -> None:
    secret = place.directory / "smtp-password"
    secret.touch(mode=0o600)
    secret.write_text(PASSWORD, encoding="utf-8")
    head, _, tail = place.path.read_text(encoding="utf-8").partition("[limits]")
    mailed = '[digest.mail]\nto = ["grace@example.com", "hugh@example.com"]\nfrom = "interns@example.com"\n'
    place.path.write_text(f"{head}{mailed}{text}\n[limits]{tail}", encoding="utf-8")


def by_smtp(place: Installation, port: int, security: str, certificates: Path, **changes: str) -> None:
    values = {
        "host": HOST,
        "security": security,
        "user": USER,
        "password_file": "smtp-password",
        "ca_file": str(certificates / "ca.pem"),
        **changes,
    }
    lines = "".join(f'{key} = "{value}"\n' for key, value in values.items() if value)
    configure(place, f"[digest.mail.smtp]\nport = {port}\n{lines}")


def send(place: Installation, later: float = 0) -> Delivered:
    config = place.config
    return deliver(config, load_programme(config.programme), clock=lambda: now() + timedelta(days=later))


@pytest.fixture
def ready(place: Installation, port: int, security: str, certificates: Path) -> Installation:
    """Three applications, and a server to send to."""
    take(place, "mia", missing="coursework")
    take(place, "bo", "ida")
    by_smtp(place, port, security, certificates)
    return place


# --- by SMTP --------------------------------------------------------------------------------------------


def test_it_arrives_as_text_and_html_for_everybody(ready: Installation, post: Post) -> None:
    assert send(ready).to == ("grace@example.com", "hugh@example.com")
    (found,) = post.mails
    assert post.recipients == [["grace@example.com", "hugh@example.com"]]
    assert found["From"] == "Numenta internships <interns@example.com>"
    assert found["To"] == "grace@example.com, hugh@example.com"
    assert found["Subject"] == "Numenta internships: 1 needs a person"
    assert re.fullmatch(r"<digest-[0-9a-f]{32}@example\.com>", found["Message-ID"])
    assert found["Auto-Submitted"] == "auto-generated"
    assert found.get_content_type() == "multipart/alternative"
    assert not found.defects
    text, page = found.get_body(("plain",)), found.get_body(("html",))
    assert text is not None
    assert page is not None
    assert "1 lacks something" in text.get_content()
    assert "3 mails accounted for, none unexplained" in page.get_content()


def test_it_is_sent_once_and_tells_only_what_is_new(ready: Installation, post: Post) -> None:
    send(ready)
    assert send(ready) == Delivered()
    take(ready, "noor", "finn")
    send(ready)
    assert send(ready, later=30) == Delivered()
    assert len(post.mails) == 2
    second = post.mails[1].get_body(("plain",))
    assert second is not None
    assert "NEW (2)" in second.get_content()
    assert post.mails[1]["Subject"].startswith("Numenta internships: 2 new")
    assert post.mails[0]["Message-ID"] != post.mails[1]["Message-ID"]


def test_a_failure_is_tried_again_under_the_same_name(ready: Installation, post: Post) -> None:
    post.answer = "451 come back later"
    for _ in range(2):
        with pytest.raises(DeliveryError, match="451 come back later"):
            send(ready)
    with ready.store() as store:
        assert store.last_mail() is None
        (message_id,) = store._column("SELECT message_id FROM delivery")
    post.answer = "250 taken"
    assert send(ready).to
    assert [found["Message-ID"] for found in post.mails] == [message_id]
    assert send(ready) == Delivered()


def test_a_bad_goodbye_does_not_double_it(ready: Installation, post: Post) -> None:
    post.quit = "500 no"
    assert send(ready).to
    assert send(ready) == Delivered()
    assert len(post.mails) == 1


def test_who_is_refused_is_named_and_the_others_have_it(ready: Installation, post: Post) -> None:
    post.refuses = {"hugh@example.com"}
    result = ready.command("digest", "--mail")
    assert (result.returncode, len(post.mails)) == (1, 1)
    assert "mailed to grace@example.com by 127.0.0.1" in result.stderr
    assert "hugh@example.com was refused: 550 no such person" in result.stderr
    again = ready.command("digest", "--mail")
    assert (again.returncode, len(post.mails)) == (0, 1)
    assert "nothing is new" in again.stderr


def test_where_all_are_refused_nothing_counts_as_sent(ready: Installation, post: Post) -> None:
    post.refuses = {"grace@example.com", "hugh@example.com"}
    with pytest.raises(DeliveryError, match=r"grace@example\.com: 550 no such person"):
        send(ready)
    post.refuses = set()
    assert send(ready).to


def test_a_wrong_password_is_said_without_it(ready: Installation, post: Post) -> None:
    (ready.directory / "smtp-password").write_text("wrong horse", encoding="utf-8")
    with pytest.raises(LoginError) as caught:
        send(ready)
    assert "'digest' is not let in" in str(caught.value)
    assert "wrong horse" not in str(caught.value)
    assert post.mails == []


def test_a_server_that_cannot_be_verified_gets_nothing(
    place: Installation, port: int, security: str, certificates: Path, post: Post
) -> None:
    take(place, "mia")
    by_smtp(place, port, security, certificates, ca_file="")
    with pytest.raises(DeliveryError, match="certificate is not accepted"):
        send(place)
    assert (post.mails, post.users) == ([], [])


def test_a_server_without_tls_gets_neither_password_nor_mail(place: Installation, certificates: Path) -> None:
    take(place, "mia")
    post = Post()
    (number,) = free_ports(1)
    controller = Controller(post, hostname=HOST, port=number)
    controller.start()
    try:
        by_smtp(place, number, "starttls", certificates)
        with pytest.raises(DeliveryError, match="STARTTLS"):
            send(place)
        assert post.mails == []
    finally:
        controller.stop()


def test_a_server_out_of_reach(place: Installation, certificates: Path) -> None:
    take(place, "mia")
    by_smtp(place, 1, "tls", certificates)
    result = place.command("digest", "--mail")
    assert result.returncode == 75
    assert f"{HOST}:1" in result.stderr
    assert place.config.digest.directory.joinpath("index.html").exists()


def test_polls_that_fail_are_told_once_a_day(
    tmp_path: Path, port: int, security: str, certificates: Path, post: Post
) -> None:
    away = Mailbox(name="away", host=HOST, port=1, security="none", user="x", password="x")
    place = Installation(tmp_path, away)
    take(place, "mia")
    by_smtp(place, port, security, certificates)
    assert [bool(send(place, later=days).to) for days in (0, 0.1, 3, 3.01, 4)] == [
        True,
        False,
        True,
        False,
        True,
    ]
    assert "No poll" in str(post.mails[-1].get_body(("plain",)))


# --- into a folder --------------------------------------------------------------------------------------


def test_it_is_put_into_a_folder_once(tmp_path: Path) -> None:
    with dovecot() as server:
        with server.login() as client:
            client.create_folder("Digest")
        place = Installation(tmp_path, server.mailbox("starttls"))
        configure(place, 'mailbox = "dovecot"\nfolder = "Digest"')
        server.deliver([path.read_bytes() for path in sorted(FOLDER.glob("0[15]-*.eml"))])
        place.poll()
        assert send(place).where == "in Digest"
        with place.office() as office, office.store.transaction():
            office.store._run("UPDATE delivery SET state = 'intended'")  # as a run that was killed leaves it
        assert send(place).to
        assert send(place) == Delivered()
        with server.login() as client:
            client.select_folder("Digest", readonly=True)
            (one,) = client.fetch(client.search(), ["BODY.PEEK[]", "FLAGS"]).values()
        assert b"\\Seen" not in one[b"FLAGS"]
        assert b"Numenta internships" in one[b"BODY[]"]


# --- configuration --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "either a table"),
        ('mailbox = "interns"', "either a table"),
        ('mailbox = "interns"\nfolder = "x"', "has no [[mailboxes]] table"),
        ('[digest.mail.smtp]\nhost = "smtp.example.com"\nuser = "x"', "user goes with exactly one"),
        ('[digest.mail.smtp]\nhost = "smtp.example.com"\nsecurity = "none"', "readable"),
        ('[digest.mail.smtp]\nhost = "smtp.example.com"\nlogin = "other"', "has no [[mailboxes]] table"),
    ],
)
def test_settings_that_do_not_go_together(place: Installation, text: str, said: str) -> None:
    configure(place, text)
    with pytest.raises(ConfigError) as caught:
        _ = place.config
    assert said in str(caught.value)


def test_without_settings_there_is_nobody_to_mail_to(place: Installation) -> None:
    take(place, "mia")
    result = place.command("digest", "--mail")
    assert (result.returncode, "[digest.mail]" in result.stderr) == (78, True)


# --- the words ------------------------------------------------------------------------------------------


class Page(HTMLParser):
    """What a page holds: its tags and the values of their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> DigestData:
    """A digest in which everything but the first application is new."""
    place = Installation(tmp_path_factory.mktemp("place"))
    take(place, "ida", *(f"person-{letter}" for letter in "abcdefghijklmnopqr"))
    with place.store() as store:
        found = digest_data(store, place.config, programme(), now(), None, None)
    return replace(found, new=frozenset(a.id for a in list(found.applications)[1:]))


def test_the_page_is_one_that_mail_programs_show(data: DigestData) -> None:
    page = Page(mail(data, "https://intranet.example.com/interns").html)
    assert not page.tags & {"script", "link", "img", "form", "iframe", "svg", "object"}
    assert not {name for name, _ in page.attributes} & {"src", "onclick", "background", "srcset"}
    links = {value for name, value in page.attributes if name == "href"}
    base = "https://intranet.example.com/interns/"
    assert f"{base}index.html" in links
    assert f"{base}applications/{list(data.applications)[-1].id}.html" in links
    assert all(link.startswith(base) for link in links)
    assert not any("url(" in value for name, value in page.attributes if name == "style")


def test_styles_stand_on_their_elements(data: DigestData) -> None:
    html = mail(data, "https://intranet.example.com/interns").html
    for tag in re.findall(r"<(?:body|h1|h2|p|a|td class)\b[^>]*>", html):
        assert "style=" in tag, tag
    (left,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    assert left.strip().startswith("@media (prefers-color-scheme: dark)")
    assert left.count("@media") == 1
    for rule in re.findall(r"\{([^{}]+)\}", left):
        assert all(part.strip().endswith("!important") for part in rule.split(";") if part.strip())


def test_it_stays_short_and_links_nowhere_without_an_address(data: DigestData) -> None:
    written = mail(data, None)
    assert "href" not in written.html
    assert "http" not in written.text
    assert f"and {len(data.new) - 12} more" in written.text
    assert len(written.html.encode()) < 100_000  # from 102 KB on Gmail cuts a mail off


def test_a_base_that_is_no_web_address_is_not_linked(data: DigestData) -> None:
    assert "javascript" not in mail(data, "javascript:alert(1)//").html


def test_hostile_names_stay_text(data: DigestData) -> None:
    evil = "<script>alert(1)</script>\"' onload=x \u202e\r\nBcc: x"
    hostile = replace(
        data,
        organisation="A\r\nBcc: evil@example.com",
        applications=tuple(replace(a, name=evil, review=(evil,)) for a in data.applications),
    )
    written = mail(hostile, "https://intranet.example.com/")
    assert "script" not in Page(written.html).tags
    assert "&lt;script&gt;" in written.html
    assert "\r" not in written.subject + written.text
    assert "\n" not in written.subject
    assert "\u202e" not in written.html + written.text


def test_the_blind_view_names_nobody(data: DigestData) -> None:
    names = [a.name for a in data.applications if a.name]
    assert names
    shown = mail(data, None)
    hidden = mail(replace(data, blind=True), None)
    assert any(name in shown.text for name in names)
    assert not any(name in hidden.text or name in hidden.html for name in names)
    assert "Application " in hidden.text
