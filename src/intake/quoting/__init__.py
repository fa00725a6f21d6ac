"""Whose words are whose in a body: quotes, forwards, signatures and footers, by passes over its lines.

Ours, because no library knows the header blocks of so many mail programs and those that exist take minutes on
hostile text (docs/design.md, "Dependencies"). Every rule looks at a bounded number of lines from where it stands.
"""

from intake.quoting.layers import regions

__all__ = ["regions"]
