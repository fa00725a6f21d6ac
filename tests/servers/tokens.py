"""A provider of OAuth tokens on loopback, over TLS: device codes, authorization codes, refresh tokens that rotate."""

from __future__ import annotations

import base64
import contextlib
import hashlib
import hmac
import json
import secrets
import ssl
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from servers.certificates import write_certificates
from servers.server import HOST, USER

Form = dict[str, str]


@dataclass
class TokenProvider:
    """What the provider grants; `answer` replaces the usual answer to a form by (status, body)."""

    key: bytes  # signs access tokens (JSON Web Tokens, HS256)
    base: str = ""
    ca_file: Path = Path()
    pending: int = 0  # how often a device code is not entered yet
    rotates: bool = False
    lifetime: int = 3600
    user: str = USER
    answer: Callable[[str, Form], tuple[int, bytes] | None] = lambda _path, _form: None
    refresh_tokens: set[str] = field(default_factory=set)
    challenges: dict[str, str] = field(default_factory=dict)  # authorization code -> PKCE challenge
    forms: list[tuple[str, Form]] = field(default_factory=list)

    def settings(self, **more: Any) -> dict[str, Any]:
        """Return a [mailboxes.oauth] table for this provider, with device codes."""
        urls = {"token_url": f"{self.base}/token", "device_url": f"{self.base}/device"}
        return {"provider": "other", "client_id": "intake", "scope": "mail", **urls, **more}

    def authorize(self, challenge: str) -> str:
        """Return a code as the browser would bring it, for a PKCE challenge."""
        code = secrets.token_urlsafe(8)
        self.challenges[code] = challenge
        return code

    def access_token(self, *, user: str | None = None, lifetime: int | None = None) -> str:
        """Return a token that Dovecot checks by the shared key; one with a negative lifetime has expired."""
        now = int(time.time())
        end = now + (self.lifetime if lifetime is None else lifetime)
        parts = ({"alg": "HS256", "typ": "JWT"}, {"sub": user or self.user, "iat": now - 7200, "exp": end})
        signed = b".".join(_base64url(json.dumps(part).encode()) for part in parts)
        return (signed + b"." + _base64url(hmac.digest(self.key, signed, hashlib.sha256))).decode()

    def reply(self, path: str, form: Form) -> tuple[int, bytes]:
        """Answer one form."""
        self.forms.append((path, form))
        if special := self.answer(path, form):
            return special
        if path == "/device":
            code = {"device_code": "dev", "user_code": "ABCD-EFGH", "verification_uri": f"{self.base}/enter"}
            return 200, json.dumps({**code, "interval": 0, "expires_in": 60}).encode()
        error = self._refusal(form)
        if error:
            return 400, json.dumps({"error": error, "error_description": f"it is {error}"}).encode()
        return 200, json.dumps(self._grant(form)).encode()

    def _refusal(self, form: Form) -> str:
        grant = form.get("grant_type", "")
        if form.get("client_id") != "intake":
            return "invalid_client"
        if grant == "refresh_token":
            return "" if form["refresh_token"] in self.refresh_tokens else "invalid_grant"
        if grant == "authorization_code":
            digest = hashlib.sha256(form["code_verifier"].encode()).digest()
            known = self.challenges.pop(form["code"], "") == _base64url(digest).decode()
            return "" if known else "invalid_grant"
        if self.pending:
            self.pending -= 1
            return "slow_down" if form.get("slow") else "authorization_pending"
        return "" if form.get("device_code") == "dev" else "unsupported_grant_type"

    def _grant(self, form: Form) -> dict[str, Any]:
        granted: dict[str, Any] = {"access_token": self.access_token(), "token_type": "Bearer"}
        granted["expires_in"] = self.lifetime
        if form["grant_type"] != "refresh_token" or self.rotates:
            self.refresh_tokens.discard(form.get("refresh_token", ""))
            granted["refresh_token"] = secrets.token_urlsafe(16)
            self.refresh_tokens.add(granted["refresh_token"])
        return granted


@contextlib.contextmanager
def token_provider(key: bytes = b"key") -> Iterator[TokenProvider]:
    """Run a provider at https://localhost:PORT."""
    provider = TokenProvider(key)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            """Answer a form."""
            text = self.rfile.read(int(self.headers["Content-Length"])).decode()
            form = {name: values[0] for name, values in parse_qs(text).items()}
            status, body = provider.reply(self.path, form)
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with tempfile.TemporaryDirectory(prefix="intake-tokens-") as name:
        top = Path(name)
        write_certificates(top)
        server = ThreadingHTTPServer((HOST, 0), Handler)
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(top / "server.pem", top / "server.key")
        server.socket = context.wrap_socket(server.socket, server_side=True)
        provider.base, provider.ca_file = f"https://localhost:{server.server_address[1]}", top / "ca.pem"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield provider
        finally:
            server.shutdown()
            server.server_close()
            thread.join(5)


def _base64url(data: bytes) -> bytes:
    return base64.urlsafe_b64encode(data).rstrip(b"=")
