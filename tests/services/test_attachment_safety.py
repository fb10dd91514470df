"""F2, F3: what became of a kept file is told in words, nothing is run, nothing is lost."""

import dataclasses
import os
import signal
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from desk.app import build
from desk.config import Config, resources
from desk.domain.attachment import LARGEST
from desk.domain.doubt import WORDS as DOUBTED
from desk.domain.doubt import Doubt, doubts
from desk.domain.errors import AttachmentRefused, DiskFull
from desk.domain.refusal import WORDS, Refusal
from desk.explain import explain
from desk.services.app import App
from desk.services.attachments import Source
from tests.cli.test_databases import disk
from tests.documents.pictures import from_a_phone
from tests.make import a_draft
from tests.services.test_attachments import PDF, blobs


@pytest.fixture
def of(app: App) -> str:
    return app.complaints.save(a_draft()).id


def test_a_copy_is_opened_read_only_and_thrown_away(app: App, of: str) -> None:
    """F2: opened read-only from a copy."""
    kept = app.attachments.add(of, Source("a.pdf", content=PDF)).attachment
    (file,) = blobs(app)
    copied = app.attachments.open_copy(kept)
    assert copied.doubts == ()
    assert copied.path != file
    assert copied.path.suffix == ".pdf"
    assert not copied.path.stat().st_mode & 0o377
    assert app.attachments.open_copy(kept).path == copied.path
    app.attachments.close()
    assert not copied.path.exists()
    assert file.read_bytes() == PDF


def test_a_program_is_kept_and_never_opened(app: App, of: str) -> None:
    """F2: never run."""
    for name, content in (
        ("photo.jpg.exe", b"anything"), ("setup.lnk", b"L"), ("a.js", b"x()"),
        ("harmless.txt", b"MZ\x90\0"), ("note.pdf", b"#!/bin/sh\nrm -rf /"), ("p.html", b"<p>"),
    ):  # fmt: skip
        added = app.attachments.add(of, Source(name, content=content))
        assert Doubt.PROGRAM in added.doubts
        with pytest.raises(AttachmentRefused) as said:
            app.attachments.open_copy(added.attachment)
        assert "can run as a program, and desk never runs one" in explain(said.value)
        assert app.attachments.content(added.attachment) == content


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("photo.jpg.exe", b"", (Doubt.PROGRAM, Doubt.TWO_ENDINGS)),
        ("photo\u202egpj.exe", b"", (Doubt.PROGRAM, Doubt.HIDDEN)),
        ("setup.exe. ", b"", (Doubt.PROGRAM,)),
        ("list.xlsm", b"", (Doubt.MACROS,)),
        ("letter.docx", b"PK\3\4..word/vbaProject.bin", (Doubt.MACROS,)),
        ("old.xls", b"\xd0\xcf" + "_VBA_PROJECT".encode("utf-16-le"), (Doubt.MACROS,)),
        ("scan.pdf.docx", b"", (Doubt.TWO_ENDINGS,)),
        ("v1.2 of it.pdf", b"", ()),
        ("letter.docx", b"PK\3\4", ()),
        ("data.xyz", b"", (Doubt.UNKNOWN,)),
        ("no ending", b"", (Doubt.UNKNOWN,)),
    ],
)
def test_what_is_doubtful_about_a_file_is_told(
    name: str, content: bytes, found: tuple[Doubt, ...]
) -> None:
    """F2: double extension and macros warned."""
    assert doubts(name, content) == found


def test_every_doubt_and_every_refusal_has_words() -> None:
    assert set(DOUBTED) == set(Doubt)
    assert set(WORDS) == set(Refusal)


def test_a_missing_file_is_shown_as_missing(app: App, of: str) -> None:
    """F2: missing file shown as missing, not an error."""
    kept = app.attachments.add(of, Source("a.jpg", content=from_a_phone())).attachment
    assert app.attachments.is_there(kept)
    (file,) = blobs(app)
    whole = file.read_bytes()
    file.unlink()
    assert app.attachments.of(of) == [kept]
    assert not app.attachments.is_there(kept)
    assert app.attachments.small(kept, 96) == b""
    with pytest.raises(AttachmentRefused) as said:
        app.attachments.open_copy(kept)
    assert said.value.reason == Refusal.MISSING
    (told,) = app.check.run()
    assert str(told).startswith("The attachment “a.jpg” of complaint BR01-26-0001 is missing")
    file.write_bytes(whole)
    assert Image.open(BytesIO(app.attachments.small(kept, 96))).size == (40, 80)
    assert app.check.run() == ()


def test_a_damaged_file_is_not_opened_and_heals_when_it_comes_again(app: App, of: str) -> None:
    """F2."""
    kept = app.attachments.add(of, Source("a.pdf", content=PDF)).attachment
    (file,) = blobs(app)
    file.write_bytes(PDF + b"!")
    with pytest.raises(AttachmentRefused) as said:
        app.attachments.open_copy(kept)
    assert said.value.reason == Refusal.DAMAGED
    (told,) = app.check.run()
    assert "is not as it was kept" in str(told)
    assert app.attachments.add(of, Source("a.pdf", content=PDF)).was_there
    assert app.check.run() == ()


def test_a_hash_that_is_a_path_reaches_nothing(app: App, of: str) -> None:
    secret = app.config.data / "secret"
    secret.write_bytes(PDF)
    kept = app.attachments.add(of, Source("a.pdf", content=PDF)).attachment
    forged = dataclasses.replace(kept, sha256="../secret")
    with pytest.raises(AttachmentRefused):
        app.attachments.content(forged)
    assert not app.attachments.is_there(forged)


def test_a_full_disk_keeps_nothing_and_says_so(config: Config, tmp_path: Path) -> None:
    with disk(tmp_path / "small", "6m") as folder:
        app = build(Config(data=folder, resources=resources()))
        try:
            of = app.complaints.save(a_draft()).id
            (folder / "attachments").mkdir()
            with pytest.raises(DiskFull) as said:
                app.attachments.add(of, Source("a.pdf", content=os.urandom(LARGEST)))
            assert "There is no room left" in explain(said.value)
            assert app.attachments.of(of) == []
            assert blobs(app) == []
            assert not app.attachments.add(of, Source("b.pdf", content=PDF)).was_there
            assert app.check.run() == ()
        finally:
            app.close()


DYING = """
import os, signal, sys
from pathlib import Path
from desk.app import build
from desk.config import Config, resources
from desk.services.attachments import Source
app = build(Config(data=Path(sys.argv[1]), resources=resources()))
put = app.attachments._blobs.put
def dies(content):
    put(content)
    os.kill(os.getpid(), signal.SIGKILL)
app.attachments._blobs.put = dies
app.attachments.add(sys.argv[2], Source("a.pdf", content=b"%PDF of a crash"))
"""


def test_a_crash_between_file_and_record_leaves_a_harmless_orphan(app: App, of: str) -> None:
    died = subprocess.run(
        [sys.executable, "-c", DYING, str(app.config.data), of],
        cwd=Path(__file__).parents[2], check=False,
    )  # fmt: skip
    assert died.returncode == -signal.SIGKILL
    assert app.attachments.of(of) == []
    assert (len(blobs(app)), app.check.orphans()) == (1, 1)
    assert app.check.run() == ()
    app.attachments.add(of, Source("a.pdf", content=b"%PDF of a crash"))
    assert (len(blobs(app)), app.check.orphans()) == (1, 0)


def test_a_back_up_has_every_attachment_beside_it_and_copies_only_new_ones(
    app: App, of: str, tmp_path: Path
) -> None:
    """F3: in backup."""
    app.attachments.add(of, Source("a.pdf", content=PDF))
    kept = app.attachments.add(of, Source("b.jpg", content=from_a_phone())).attachment
    first = app.backup.write(tmp_path / "stick" / "desk.sqlite")
    assert (first.copied, first.lacking) == (2, 0)
    again = build(Config(data=tmp_path / "stick", resources=resources()))
    assert again.check.run() == ()
    assert len(again.attachments.of(of)) == 2
    again.close()
    app.attachments.add(of, Source("c.pdf", content=PDF + b"2"))
    file = app.config.attachments / kept.sha256[:2] / kept.sha256
    file.write_bytes(b"damaged, and of another length")
    second = app.backup.write(tmp_path / "stick" / "later.sqlite")
    assert (second.copied, second.lacking) == (1, 0), "the good copy of before stays"
    third = app.backup.write(tmp_path / "other" / "desk.sqlite")
    assert (third.copied, third.lacking) == (2, 1)
