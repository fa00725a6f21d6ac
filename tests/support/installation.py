"""An installation of intake in a directory of its own, as an administrator would set one up."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import AbstractContextManager
from pathlib import Path

from intake.config import Config, Mailbox, load_config, load_programme
from intake.record import Store
from intake.run import Office, Summary, open_office, poll
from support.cases import CONFIG

HEAD = """
programme = "{programme}"
[store]
directory = "store"
[digest]
directory = "digest"
[limits]
attempts = {attempts}
[workers]
count = {workers}
"""

# A programme whose rules are ready at once, where a test is not about rules.
PLAIN = """
[organisation]
name = "Numenta"
addresses = ["interns@numenta.com"]
[[required]]
item = "cover_letter"
label = "Cover letter"
ask = "a cover letter"
[[required]]
item = "track"
label = "Area"
ask = "the area"
[[tracks]]
id = "algorithms"
name = "Algorithms"
names = ["algorithms"]
"""

MAILBOX = """
[[mailboxes]]
name = "{name}"
host = "{host}"
port = {port}
security = "{security}"
user = "{user}"
password_file = "password"
folders = {folders}
timeout = {timeout}
"""


class Installation:
    """Configuration files, a store and a digest folder below one directory."""

    def __init__(
        self, directory: Path, *mailboxes: Mailbox, attempts: int = 3, workers: int = 2, plain: bool = False
    ) -> None:
        """Write the files; the password is that of the first mailbox. `plain` takes a programme of few rules."""
        self.directory = directory
        self.path = directory / "intake.toml"
        programme = directory / "programme.toml" if plain else CONFIG / "programme.toml"
        if plain:
            programme.write_text(PLAIN, encoding="utf-8")
        text = HEAD.format(programme=programme, attempts=attempts, workers=workers)
        for mailbox in mailboxes:
            folders = "[" + ", ".join(f'"{folder}"' for folder in mailbox.folders) + "]"
            text += MAILBOX.format(**{**mailbox.model_dump(), "folders": folders})
            if mailbox.ca_file:
                text += f'ca_file = "{mailbox.ca_file}"\n'
            secret = directory / "password"
            secret.touch(mode=0o600)
            secret.write_text(mailbox.password or "", encoding="utf-8")
        self.path.write_text(text, encoding="utf-8")

    @property
    def config(self) -> Config:
        """The configuration as it is read."""
        return load_config(self.path)

    def poll(self, limit: int | None = None) -> Summary:
        """Poll in this process."""
        with self.office() as office:
            return poll(office, limit=limit)

    def office(self) -> AbstractContextManager[Office]:
        """Open database and archive for writing."""
        config = self.config
        return open_office(config, load_programme(config.programme))

    def store(self) -> Store:
        """Open the database for reading."""
        return Store.open(self.config.store.directory, readonly=True)

    def command(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run the program as a user does."""
        return subprocess.run(self.line(*words), capture_output=True, text=True, timeout=300, check=False)

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        """Start the program and do not wait for it."""
        quiet = subprocess.DEVNULL
        return subprocess.Popen(self.line(*words), stdout=quiet, stderr=quiet, env=dict(os.environ))

    def line(self, *words: str) -> list[str]:
        """The command line of the program for this installation."""
        return [sys.executable, "-m", "intake", "--config", str(self.path), *words]
