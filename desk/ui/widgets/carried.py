"""What the clipboard or a drag carries: files, a picture, or words."""

from pathlib import Path

from PySide6.QtCore import QMimeData


def local_files(carried: QMimeData) -> list[Path]:
    """Give the files of this machine that are carried; none for links into the web."""
    return [Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile()]


def is_for_the_complaint(carried: QMimeData) -> bool:
    """Tell files and pictures, which go beside the complaint, from words, which go into fields."""
    return bool(local_files(carried)) or (carried.hasImage() and not carried.hasText())
