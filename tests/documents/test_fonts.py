"""Faces, what they show, and who stands in."""

from pathlib import Path

import pytest

from desk.config import resources
from desk.documents.fonts import FontSet, NoGlyphError, Role, known_places, load
from desk.documents.truetype import form_of

FOLDER = resources() / "fonts"


def test_faces_are_registered_once() -> None:
    assert load(FOLDER) is load(FOLDER)


def test_the_characters_of_gb_2312_need_no_other_face() -> None:
    fonts = FontSet(FOLDER, ())
    rows = [bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF)]
    han = "".join(pair.decode("gb2312", errors="ignore") for pair in rows)
    assert len(han) == 6763
    assert fonts.missing(han) == ()


def test_a_character_no_face_shows_is_missing_and_named_once() -> None:
    fonts = FontSet(FOLDER, ())
    assert fonts.missing("王𠮷𠮷 ł") == ("𠮷", "ł")
    with pytest.raises(NoGlyphError) as refused:
        fonts.font(Role.BODY, "𠮷")
    assert refused.value.character == "𠮷"


def test_invisible_characters_are_never_missing() -> None:
    assert FontSet(FOLDER, ()).missing("a\u200d\ufe0f\ufeff\u202eb\x07\n") == ()


def test_a_replaced_character_can_be_printed() -> None:
    assert FontSet(FOLDER, ()).missing("a\ufffdb\ud800") == ()


@pytest.mark.parametrize("character", ["ש", "ع", "ह", "\ue000", "\U00102019", "\uffff"])
def test_no_face_of_the_machine_is_trusted_with_what_needs_shaping(character: str) -> None:
    assert load(FOLDER).missing(character) == (character,)


@pytest.mark.parametrize("character", "䶮𬍛㐂")
def test_rare_names_the_faces_know_need_no_other(character: str) -> None:
    assert FontSet(FOLDER, ()).missing(character) == ()


def test_a_fallback_is_read_only_when_a_text_needs_it() -> None:
    places = [place for place in known_places() if "Hana" in place.name and place.is_file()]
    if not places:
        pytest.skip("no Hanazono font on this machine")
    fonts = FontSet(FOLDER, places)
    fonts.missing("王小明")
    assert not fonts.strangers
    assert fonts.missing("𠮷") == ()
    assert Path(fonts.font(Role.HEADING, "𠮷").fontName) in places
    assert fonts.font(Role.BODY, "王") is fonts.face(Role.BODY)


def test_a_fallback_that_is_no_truetype_is_passed_over(tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(b"not a font")
    assert FontSet(FOLDER, (broken, tmp_path / "absent.ttf")).missing("𠮷") == ("𠮷",)


@pytest.mark.parametrize("role", list(Role))
def test_english_quotation_marks_are_narrow(role: Role) -> None:
    face = load(FOLDER).face(role)
    for mark in "‘’“”":
        narrow = face.width(form_of(mark))
        assert narrow is not None
        assert narrow < 500 == (face.width(mark) or 0) / 2
