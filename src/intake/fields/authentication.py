"""What the receiving server says of the sender's domain (Authentication-Results, RFC 8601): shown, never decided on."""

from __future__ import annotations

import re

from intake.fields.case import Case

VERSION = 1

_RESULT = re.compile(r"\b(spf|dkim|dmarc)\s*=\s*([a-z]{2,12})", re.IGNORECASE)


def find(case: Case) -> str | None:
    """`dkim=pass, dmarc=pass, spf=fail` from the newest header (the one our own server wrote on top), or None."""
    header = case.message.header("authentication-results")
    if header is None:
        return None
    results = {method.lower(): result.lower() for method, result in reversed(_RESULT.findall(header[:4000]))}
    return ", ".join(f"{method}={results[method]}" for method in sorted(results)) or None
