"""F1, F2: pictures are kept upright, small and bare; bad ones are refused before they hurt."""

import tracemalloc
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from desk.documents.picture import SMALL_PNG, Picture, cleaned, small
from desk.domain.errors import AttachmentRefused
from desk.domain.refusal import Refusal
from tests.documents.pictures import BLUE, RED, bomb, encoded, from_a_phone, halves

SIDE = 1600


def kept(content: bytes, name: str = "photo.jpg", side: int = SIDE) -> tuple[Picture, Image.Image]:
    picture = cleaned(content, name, side)
    assert picture is not None
    image = Image.open(BytesIO(picture.content))
    image.load()
    assert image.size == (picture.width, picture.height)
    assert Image.MIME[image.format or ""] == picture.media_type
    return picture, image


def refused(content: bytes, name: str = "photo.jpg") -> str:
    with pytest.raises(AttachmentRefused) as said:
        cleaned(content, name, SIDE)
    assert said.value.name == name
    return said.value.reason


def is_near(found: object, wanted: tuple[int, int, int]) -> bool:
    assert isinstance(found, tuple)
    return all(abs(one - other) < 40 for one, other in zip(found[:3], wanted, strict=True))


def test_a_turned_picture_is_kept_upright_with_no_place_and_nothing_else_in_it() -> None:
    """F1."""
    came = from_a_phone()
    assert Image.open(BytesIO(came)).getexif()
    picture, image = kept(came)
    assert image.size == (40, 80)
    assert is_near(image.getpixel((20, 5)), RED)
    assert is_near(image.getpixel((20, 75)), BLUE)
    assert not image.getexif()
    assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    for word in (b"Exif", b"Sam Example", b"GPS", b"http", b"2026:11"):
        assert word not in picture.content


@pytest.mark.parametrize("form", ["PNG", "WEBP", "TIFF"])
def test_no_kind_of_picture_keeps_what_it_tells(form: str) -> None:
    from tests.documents.pictures import told

    picture, image = kept(encoded(halves(), form, exif=told()), f"photo.{form.lower()}")
    assert not image.getexif()
    assert not {"exif", "XML:com.adobe.xmp", "icc_profile"} & set(image.info)
    assert b"Sam Example" not in picture.content


def test_a_picture_is_shrunk_to_the_set_size_and_never_enlarged() -> None:
    """F1."""
    assert kept(encoded(halves(4000, 3000)))[1].size == (1600, 1200)
    assert kept(encoded(halves(3000, 4000)), side=800)[1].size == (600, 800)
    assert kept(encoded(halves(20, 10)))[1].size == (20, 10)


def test_what_came_as_jpeg_stays_one_and_what_is_transparent_stays_png() -> None:
    assert kept(encoded(halves()))[0].media_type == "image/jpeg"
    assert kept(encoded(halves(), "PNG"))[0].media_type == "image/png"
    clear, image = kept(encoded(halves(mode="RGBA"), "PNG"))
    assert (clear.media_type, image.mode) == ("image/png", "RGBA")


def test_a_large_photo_that_came_as_png_becomes_a_jpeg() -> None:
    noise = Image.effect_noise((900, 900), 90).convert("RGB")
    came = encoded(noise, "PNG")
    assert len(came) > SMALL_PNG
    assert kept(came, "shot.png")[0].media_type == "image/jpeg"


@pytest.mark.parametrize("mode", ["1", "L", "P", "CMYK", "I;16", "LA", "PA"])
def test_pictures_of_every_mode_are_read(mode: str) -> None:
    form = "JPEG" if mode == "CMYK" else "PNG"
    if mode == "I;16":
        came = encoded(Image.new("I;16", (80, 40), 60_000), form)
    elif mode == "PA":
        came = encoded(halves(mode="P"), form, transparency=0)
    else:
        came = encoded(halves(mode=mode), form)
    _, image = kept(came, "p.png")
    assert image.size == (80, 40)
    if mode == "I;16":
        assert image.getpixel((5, 5)) == pytest.approx(234, abs=2)


def test_the_first_picture_of_a_phone_s_several_is_kept() -> None:
    came = encoded(halves(), "MPO", save_all=True, append_images=[Image.new("RGB", (80, 40))])
    _, image = kept(came)
    assert image.format == "JPEG"
    assert is_near(image.getpixel((5, 5)), RED)


def test_a_scan_of_several_pages_is_kept_as_the_file_it_is() -> None:
    pages = encoded(halves(), "TIFF", save_all=True, append_images=[halves(40, 80)])
    assert cleaned(pages, "scan.tif", SIDE) is None
    assert cleaned(encoded(halves(), "TIFF"), "scan.tif", SIDE) is not None


def test_what_is_no_picture_is_none() -> None:
    for content, name in ((b"%PDF-1.7", "a.pdf"), (b"BM is a name", "a.txt"), (b"", "a.txt")):
        assert cleaned(content, name, SIDE) is None


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    """F2."""
    for width, height in ((60_000, 60_000), (10_000, 10_000), (2_000_000_000, 1)):
        tracemalloc.start()
        assert refused(bomb(width, height), "b.png") in {
            Refusal.HUGE_PICTURE, Refusal.BROKEN_PICTURE
        }  # fmt: skip
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < 20_000_000
    assert refused(bomb()) == Refusal.HUGE_PICTURE


def test_a_cut_picture_is_refused() -> None:
    """F2."""
    for form in ("JPEG", "PNG", "GIF", "TIFF", "WEBP", "BMP"):
        whole = encoded(halves(400, 300), form)
        assert refused(whole[: len(whole) // 2], "p") == Refusal.BROKEN_PICTURE, form


def test_a_kind_that_cannot_be_read_and_a_false_picture_are_refused() -> None:
    heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(200)
    assert refused(heic, "IMG_0001.HEIC") == Refusal.STRANGE_PICTURE
    assert refused(heic, "renamed.jpg") == Refusal.STRANGE_PICTURE
    assert refused(b"MZ" + bytes(200), "photo.jpg") == Refusal.BROKEN_PICTURE


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_bytes_make_it_fail_in_any_other_way(data: st.DataObject) -> None:
    """F2: whatever is wrong with a picture, it is a picture, a file, or refused."""
    form = data.draw(st.sampled_from(("JPEG", "PNG", "GIF", "TIFF", "WEBP", "BMP")))
    came = bytearray(encoded(halves(24, 16, "P" if form == "GIF" else "RGB"), form))
    for _ in range(data.draw(st.integers(1, 6))):
        came[data.draw(st.integers(0, len(came) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = cleaned(bytes(came), "p", 64)
    except AttachmentRefused:
        return
    assert found is None or max(found.width, found.height) <= 64


def test_a_small_one_is_made_of_what_is_kept() -> None:
    picture, _ = kept(encoded(halves(800, 400)))
    image = Image.open(BytesIO(small(picture.content, 96)))
    assert (image.format, image.size) == ("PNG", (96, 48))
    with pytest.raises(AttachmentRefused):
        small(picture.content[:100], 96)
