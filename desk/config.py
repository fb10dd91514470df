"""Where am I: the data folder, the resources folder, the database, and what this machine says."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Read once at start, never edited by staff.

    `busy_seconds` is how long desk waits for another program to let go of the database (None: as
    long as usual).
    """

    data: Path
    resources: Path
    language: str | None = None
    busy_seconds: float | None = None

    @property
    def database(self) -> Path:
        """The local database file."""
        return self.data / "desk.sqlite"

    @property
    def papers(self) -> Path:
        """Where every paper is kept as it was printed."""
        return self.data / "papers"

    @property
    def attachments(self) -> Path:
        """Where pictures and files of complaints are kept, each under its hash."""
        return self.data / "attachments"


def read(data: Path | None = None, language: str | None = None) -> Config:
    """Find the data folder (argument, else the user's own) and read its ``desk.toml`` if any."""
    folder = (data or _usual_folder()).expanduser().absolute()
    said = _said(folder / "desk.toml")
    return Config(
        data=folder,
        resources=resources(),
        language=language or said.get("language"),
        busy_seconds=float(said["busy_seconds"]) if "busy_seconds" in said else None,
    )


def _said(file: Path) -> dict[str, Any]:
    if not file.is_file():
        return {}
    import tomllib

    return tomllib.loads(file.read_text("utf-8"))


def resources() -> Path:
    """Find the shipped resources: in a frozen program, in a wheel, or in a checkout."""
    if frozen := getattr(sys, "_MEIPASS", None):
        return Path(frozen) / "resources"
    package = Path(__file__).resolve().parent
    installed = package / "_resources"
    return installed if installed.is_dir() else package.parent / "resources"


def _usual_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path("desk", appauthor=False)
