"""F1, F2: a picture or file beside a complaint is kept whole, once, and never hurts."""

import hashlib
import os
from pathlib import Path

import pytest
from PIL import Image

from desk import i18n
from desk.domain.attachment import LARGEST, MOST, shown_name
from desk.domain.doubt import Doubt
from desk.domain.errors import AttachmentRefused, NotFound
from desk.domain.identity import derived_id
from desk.domain.refusal import Refusal
from desk.domain.timeline import Happening
from desk.explain import explain
from desk.services.app import App
from desk.services.attachments import LARGEST_PICTURE, Source, source_of
from tests.documents.pictures import bomb, encoded, from_a_phone, halves
from tests.make import a_draft

PDF = b"%PDF-1.7 a receipt"


@pytest.fixture
def of(app: App) -> str:
    return app.complaints.save(a_draft()).id


def blobs(app: App) -> list[Path]:
    return [path for path in app.config.attachments.rglob("*") if path.is_file()]


def refused(app: App, of: str, source: Source) -> str:
    """Check that a file is refused in both languages with nothing kept, and give why."""
    with pytest.raises(AttachmentRefused) as said:
        app.attachments.add(of, source)
    words = set()
    for language in i18n.LANGUAGES:
        i18n.use(language)
        words.add(explain(said.value))
    i18n.use("en")
    assert len(words) == len(i18n.LANGUAGES)
    assert all("{" not in each and shown_name(source.name) in each for each in words)
    assert app.attachments.of(of) == []
    assert blobs(app) == []
    return said.value.reason


def test_a_photo_is_kept_upright_with_no_place_under_its_hash(app: App, of: str) -> None:
    """F1: copied in with hash, shrunk to a set size, place data removed, name of origin kept."""
    app.settings.change(handler="Lin", picture_side=50)
    added = app.attachments.add(of, Source("IMG 1.jpg", content=from_a_phone()), " The base ")
    (kept,) = app.attachments.of(of)
    assert kept == added.attachment
    assert (kept.name, kept.words, kept.added_by) == ("IMG 1.jpg", "The base", "Lin")
    assert (kept.media_type, kept.width, kept.height) == ("image/jpeg", 25, 50)
    (file,) = blobs(app)
    assert file == app.config.attachments / kept.sha256[:2] / kept.sha256
    assert hashlib.sha256(file.read_bytes()).hexdigest() == kept.sha256
    assert len(file.read_bytes()) == kept.size
    with Image.open(file) as image:
        assert not image.getexif()
    assert app.check.run() == ()
    assert app.check.orphans() == 0


def test_any_other_file_is_kept_byte_for_byte(app: App, of: str, tmp_path: Path) -> None:
    """F1."""
    receipt = tmp_path / "receipt 收据.pdf"
    receipt.write_bytes(PDF)
    kept = app.attachments.add(of, source_of(receipt)).attachment
    assert (kept.name, kept.media_type, kept.width) == (receipt.name, "application/pdf", None)
    assert app.attachments.content(kept) == PDF
    receipt.unlink()
    assert app.attachments.content(kept) == PDF


def test_the_timeline_tells_of_an_attachment_and_of_its_caption(app: App, of: str) -> None:
    kept = app.attachments.add(of, Source("a.pdf", content=PDF)).attachment
    app.attachments.caption(kept.id, "The receipt")
    reference = app.complaints.get(of)
    assert reference is not None
    *_, added, changed = app.complaints.whole(reference.reference).entries
    assert (added.what, added.entity) == (Happening.ADDED, "attachment")
    assert [(c.field, c.after) for c in changed.changes] == [("words", "The receipt")]
    assert app.check.run() == ()


def test_the_same_file_twice_is_stored_once(app: App, of: str) -> None:
    first = app.attachments.add(of, Source("a.pdf", content=PDF))
    again = app.attachments.add(of, Source("b.pdf", content=PDF))
    assert (first.was_there, again.was_there) == (False, True)
    assert again.attachment == first.attachment
    other = app.complaints.save(a_draft(number=2)).id
    elsewhere = app.attachments.add(other, Source("c.pdf", content=PDF))
    assert not elsewhere.was_there
    assert elsewhere.attachment.name == "c.pdf"
    assert len(blobs(app)) == 1


def test_twenty_are_kept_and_the_next_is_refused_in_words(app: App, of: str) -> None:
    """F1: 20 per complaint."""
    for n in range(MOST):
        app.attachments.add(of, Source(f"{n}.pdf", content=PDF + bytes([n + 1])))
    with pytest.raises(AttachmentRefused) as said:
        app.attachments.add(of, Source("one more.pdf", content=PDF))
    assert "“one more.pdf” was not kept: this complaint has 20" in explain(said.value)
    assert len(app.attachments.of(of)) == len(blobs(app)) == MOST
    assert app.attachments.add(of, Source("x.pdf", content=PDF + b"\x01")).was_there


def test_ten_megabytes_are_kept_and_a_byte_more_is_refused(app: App, of: str) -> None:
    """F1: 10 MB each."""
    assert refused(app, of, Source("b.pdf", content=bytes(LARGEST + 1))) == Refusal.TOO_LARGE
    assert app.attachments.add(of, Source("a.pdf", content=bytes(LARGEST))).attachment.size


def test_a_large_photo_is_kept_because_it_is_shrunk(app: App, of: str) -> None:
    """F1."""
    noise = encoded(Image.effect_noise((3600, 3000), 99), "BMP")
    assert LARGEST < len(noise) < LARGEST_PICTURE
    kept = app.attachments.add(of, Source("noise.bmp", content=noise)).attachment
    assert kept.size < LARGEST
    assert (kept.width, kept.height) == (1600, 1333)


def test_every_bad_input_is_one_sentence_and_nothing_is_kept(
    app: App, of: str, tmp_path: Path
) -> None:
    """F2."""
    empty = tmp_path / "empty.pdf"
    empty.touch()
    whole = encoded(halves(400, 300))
    os.mkfifo(tmp_path / "pipe")
    cases = {
        Refusal.EMPTY: (source_of(empty), Source("x", content=b"")),
        Refusal.FOLDER: (source_of(tmp_path),),
        Refusal.NOT_THERE: (source_of(tmp_path / "gone.jpg"),),
        Refusal.UNREADABLE: (source_of(tmp_path / "pipe"), Source("a\0b", tmp_path / "a\0b")),
        Refusal.BROKEN_PICTURE: (
            Source("cut.jpg", content=whole[: len(whole) // 2]),
            Source("no picture.png", content=b"MZ and so on"),
        ),
        Refusal.HUGE_PICTURE: (Source("bomb.png", content=bomb()),),
        Refusal.STRANGE_PICTURE: (Source("a.heic", content=b"\0\0\0\x18ftypheic" + bytes(99)),),
    }
    for reason, sources in cases.items():
        for source in sources:
            assert refused(app, of, source) == reason, source.name


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads anything")
def test_a_file_desk_may_not_read_is_refused(app: App, of: str, tmp_path: Path) -> None:
    file = tmp_path / "shut.pdf"
    file.write_bytes(PDF)
    file.chmod(0)
    assert refused(app, of, source_of(file)) == Refusal.UNREADABLE


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../x", "../../x"),
        ("C:\\Windows\\x.pdf", "C:\\Windows\\x.pdf"),
        ("photo\u202egpj.exe", "photo\ufffdgpj.exe"),
        ("😀 坏了的水壶.pdf", "😀 坏了的水壶.pdf"),
        ("line\nbreak\0.pdf", "line\ufffdbreak\ufffd.pdf"),
        ("=cmd()|' '!A1.csv", "=cmd()|' '!A1.csv"),
        ("x" * 5000, "x" * 4000),
        ("\ud800.pdf", "\ufffd.pdf"),
        ("", "?"),
    ],
)
def test_a_name_of_origin_is_shown_and_never_a_path(
    app: App, of: str, name: str, shown: str
) -> None:
    """F1, F2."""
    before = {path for path in app.config.data.parent.rglob("*") if path.is_file()}
    kept = app.attachments.add(of, Source(name, content=PDF)).attachment
    assert shown_name(kept.name) == shown
    new = {path for path in app.config.data.parent.rglob("*") if path.is_file()} - before
    assert {path for path in new if "sqlite" not in path.name} == set(blobs(app))
    if Doubt.PROGRAM not in app.attachments.doubts(kept):
        copy = app.attachments.open_copy(kept).path
        assert copy.name.startswith(f"desk-{kept.sha256[:12]}")
        assert copy.read_bytes() == PDF
    assert app.check.run() == ()


def test_nothing_is_kept_beside_a_complaint_that_is_not_there(app: App) -> None:
    with pytest.raises(NotFound):
        app.attachments.add(derived_id("nobody"), Source("a.pdf", content=PDF))
    assert blobs(app) == []


def test_the_scan_folder_offers_what_is_new_in_it(app: App, of: str, tmp_path: Path) -> None:
    """F1: scan folder."""
    assert app.attachments.offered() == []
    for n, name in enumerate(("old.pdf", "new.pdf", ".hidden", "~$lock.docx")):
        (tmp_path / name).write_bytes(PDF)
        os.utime(tmp_path / name, (n, n))
    (tmp_path / "folder").mkdir()
    app.settings.change(scan_folder=str(tmp_path))
    assert [path.name for path in app.attachments.offered()] == ["new.pdf", "old.pdf"]
    app.attachments.add(of, source_of(tmp_path / "new.pdf"))
    assert [path.name for path in app.attachments.offered()] == ["old.pdf"]
    os.utime(tmp_path / "new.pdf", (9, 9))
    assert [path.name for path in app.attachments.offered()] == ["new.pdf", "old.pdf"]
    app.settings.change(scan_folder=str(tmp_path / "gone"))
    assert app.attachments.offered() == []
