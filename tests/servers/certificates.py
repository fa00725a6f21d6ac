"""A certificate authority and a server certificate for 127.0.0.1 and localhost, made once for all tests."""

from __future__ import annotations

import functools
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path

from servers.server import unavailable

_NEW_KEY = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes"
_EXTENSIONS = """\
subjectAltName={names}
basicConstraints=CA:FALSE
keyUsage=digitalSignature
extendedKeyUsage=serverAuth
"""


def write_certificates(
    directory: Path, *, valid: tuple[str, str] | None = None, names: str = "DNS:localhost,IP:127.0.0.1"
) -> None:
    """Write ca.pem, server.pem and server.key into a directory; `valid` is (from, until) as YYYYMMDDHHMMSSZ."""
    for name, content in _certificates(valid, names).items():
        (directory / name).write_bytes(content)
        (directory / name).chmod(0o600 if name.endswith(".key") else 0o644)


@functools.cache
def _certificates(valid: tuple[str, str] | None, names: str) -> dict[str, bytes]:
    if not shutil.which("openssl"):
        unavailable("openssl is not installed: apt-get install openssl")
    with tempfile.TemporaryDirectory(prefix="intake-ca-") as name:
        top = Path(name)
        (top / "server.ext").write_text(_EXTENSIONS.format(names=names))
        _openssl(
            top,
            f"req -x509 {_NEW_KEY} -days 2 -subj '/CN=intake test CA'"
            " -addext keyUsage=critical,keyCertSign -keyout ca.key -out ca.pem",
        )
        _openssl(top, f"req {_NEW_KEY} -subj /CN=localhost -keyout server.key -out server.csr")
        _sign(top, valid)
        return {each: (top / each).read_bytes() for each in ("ca.pem", "server.pem", "server.key")}


def _sign(top: Path, valid: tuple[str, str] | None) -> None:
    """Sign the server's request; OpenSSL 3.0 takes a date of expiry in the past with `ca` only."""
    if valid is None:
        _openssl(
            top,
            "x509 -req -in server.csr -CA ca.pem -CAkey ca.key -days 2 -CAcreateserial"
            " -extfile server.ext -out server.pem",
        )
        return
    (top / "index").touch()
    (top / "ca.conf").write_text(
        "[ca]\ndefault_ca=here\n[here]\ndatabase=index\nrand_serial=yes\nnew_certs_dir=.\n"
        "default_md=sha256\npolicy=any\n[any]\ncommonName=supplied\n"
    )
    _openssl(
        top,
        "ca -batch -config ca.conf -cert ca.pem -keyfile ca.key -in server.csr -extfile server.ext"
        f" -out server.pem -notext -startdate {valid[0]} -enddate {valid[1]}",
    )


def _openssl(top: Path, arguments: str) -> None:
    subprocess.run(["openssl", *shlex.split(arguments)], cwd=top, check=True, capture_output=True)
