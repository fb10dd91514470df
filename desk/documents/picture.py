"""Pictures as they are kept: upright, of a set size, with nothing in them but the picture."""

import struct
import warnings
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from desk.domain.attachment import TYPES, ending
from desk.domain.errors import AttachmentRefused
from desk.domain.refusal import Refusal

if TYPE_CHECKING:
    from PIL.Image import Image

QUALITY = 85
"""Of a JPEG, on the scale of its encoder."""
SMALL_PNG = 512 * 1024
"""Bytes up to which a drawing or screenshot stays a PNG though nothing in it is transparent."""

_FORMATS = {"JPEG": b"\xff\xd8\xff", "PNG": b"\x89PNG\r\n\x1a\n", "GIF": b"GIF8"}
_TIFF = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_STRANGE = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis")
"""Brands of picture containers Pillow does not read by itself (ISO/IEC 23008-12)."""

# What Pillow raises over bytes that are not what they claim, by fuzzing and its own changelog.
_BROKEN = (
    OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, AttributeError, EOFError,
    ArithmeticError, RuntimeError, MemoryError, AssertionError, struct.error, zlib.error,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in the form it is kept in; width and height in pixels."""

    content: bytes
    media_type: str
    width: int
    height: int


def cleaned(content: bytes, name: str, side: int) -> Picture | None:
    """Turn a picture upright, shrink it to `side` pixels at most, and drop all it tells besides.

    Gives None for what is no picture, or has several pages: such a file is kept as it came.
    `name` is what it is called in a refusal. Raises AttachmentRefused for a picture that is
    broken, of a strange kind, or a decompression bomb; nothing was unpacked in that case.
    """
    form = _form(content)
    if not form:
        if content[4:8] == b"ftyp" and content[8:12] in _STRANGE:
            raise AttachmentRefused(name, Refusal.STRANGE_PICTURE)
        if TYPES.get(ending(name), "").startswith("image/"):
            raise AttachmentRefused(name, Refusal.BROKEN_PICTURE)
        return None
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            return _cleaned(content, form, side)
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
            raise AttachmentRefused(name, Refusal.HUGE_PICTURE) from error
        except _BROKEN as error:
            raise AttachmentRefused(name, Refusal.BROKEN_PICTURE) from error


def small(content: bytes, side: int) -> bytes:
    """Give a kept picture as a PNG of at most `side` pixels. Raises AttachmentRefused."""
    from PIL import Image

    try:
        with Image.open(BytesIO(content), formats=("JPEG", "PNG")) as image:
            image.draft("RGB", (side, side))
            image.thumbnail((side, side))
            return _encoded(image.convert("RGBA" if image.has_transparency_data else "RGB"), "PNG")
    except _BROKEN as error:
        raise AttachmentRefused("", Refusal.BROKEN_PICTURE) from error


def _form(content: bytes) -> str:
    """Tell a picture by how it begins, whatever it is called."""
    for form, sign in _FORMATS.items():
        if content.startswith(sign):
            return form
    if content.startswith(_TIFF):
        return "TIFF"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "WEBP"
    return "BMP" if content[:2] == b"BM" and content[6:10] == b"\0\0\0\0" else ""


def _cleaned(content: bytes, form: str, side: int) -> Picture | None:
    from PIL import Image, ImageOps

    # MPO: what many phones write as .jpg; its further pictures are previews and depth maps.
    formats = ("JPEG", "MPO") if form == "JPEG" else (form,)
    with Image.open(BytesIO(content), formats=formats) as opened:
        if form == "TIFF" and getattr(opened, "n_frames", 1) > 1:
            return None
        opened.draft("RGB", (2 * side, 2 * side))  # a JPEG is unpacked smaller at once
        opened.load()
        image = ImageOps.exif_transpose(opened)
        image.thumbnail((side, side), Image.Resampling.LANCZOS, reducing_gap=3.0)
        plain = _bare(image)
    if form == "JPEG":
        return _picture(plain, "JPEG")
    if plain.mode == "RGBA":
        return _picture(plain, "PNG")
    kept = _picture(plain, "PNG")
    return kept if len(kept.content) <= SMALL_PNG else _picture(plain, "JPEG")


def _bare(image: "Image") -> "Image":
    """Copy the pixels alone: encoders would carry on what hangs on the image they are given."""
    from PIL import Image

    if image.has_transparency_data:
        upright = image.convert("RGBA")
    elif image.mode.startswith("I;16") or image.mode in {"I", "F"}:
        upright = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    else:
        upright = _in_usual_colours(image)
    bare = Image.new(upright.mode, upright.size)
    bare.paste(upright)
    return bare


def _in_usual_colours(image: "Image") -> "Image":
    """Bring colours of a camera's own profile to sRGB, as nothing will name that profile later."""
    profile = image.info.get("icc_profile")
    mode = "L" if image.mode in {"1", "L"} else "RGB"
    if profile and image.mode in {"RGB", "CMYK"}:
        from PIL import ImageCms

        try:
            changed = ImageCms.profileToProfile(
                image, BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
        except (ImageCms.PyCMSError, OSError):  # a broken profile: the pixels are good as they are
            changed = None
        if changed is not None:
            return changed
    return image.convert(mode)


def _picture(image: "Image", form: str) -> Picture:
    media_type = "image/jpeg" if form == "JPEG" else "image/png"
    return Picture(_encoded(image, form), media_type, *image.size)


def _encoded(image: "Image", form: str) -> bytes:
    out = BytesIO()
    if form == "JPEG":
        image.save(out, form, quality=QUALITY, optimize=True)
    else:
        image.save(out, form, optimize=True)
    return out.getvalue()
