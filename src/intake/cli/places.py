"""Where the two configuration files are looked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from intake.errors import ConfigError

if TYPE_CHECKING:
    from intake.config import Config, Programme

_PLACES = (Path("config/intake.toml"), Path("/etc/intake/intake.toml"))


def bundled() -> Path:
    """The folder of the two example files that come with the program."""
    inside = Path(__file__).resolve().parent.parent / "bundled"
    return inside if inside.is_dir() else Path(__file__).resolve().parents[3] / "config"


def find_config(given: Path | None) -> Path:
    """The intake.toml that was named, or the first that is there. Raises ConfigError where none is."""
    for path in (given,) if given else _PLACES:
        if path.is_file():
            return path
    named = str(given) if given else " nor ".join(str(path) for path in _PLACES)
    raise ConfigError(
        f"no configuration: {named} is not there",
        hint="write one with `intake init`, or name it with --config",
    )


def load(given: Path | None) -> tuple[Config, Programme]:
    """Read both files. Raises ConfigError."""
    from intake.config import load_config, load_programme

    config = load_config(find_config(given))
    return config, load_programme(config.programme)


def load_programme_only(config_path: Path | None, programme_path: Path | None) -> Programme:
    """The programme named, else the one of the configuration, else the one that comes with the program."""
    from intake.config import load_config, load_programme

    if programme_path:
        return load_programme(programme_path)
    if config_path or any(path.is_file() for path in _PLACES):
        return load_programme(load_config(find_config(config_path)).programme)
    return load_programme(bundled() / "programme.toml")
