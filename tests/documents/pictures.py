"""Pictures for tests: of any kind, turned, with a place in them, cut, or far too large."""

import struct
import zlib
from io import BytesIO

from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

RED, BLUE = (200, 20, 20), (20, 20, 200)


def halves(width: int = 80, height: int = 40, mode: str = "RGB") -> Image.Image:
    """A picture whose left half is red and whose right half is blue."""
    image = Image.new("RGB", (width, height), BLUE)
    image.paste(RED, (0, 0, width // 2, height))
    return image.convert(mode)


def encoded(image: Image.Image, form: str = "JPEG", **options: object) -> bytes:
    """The bytes of a picture."""
    out = BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def told() -> Image.Exif:
    """What a phone writes into a picture: turned by 90 degrees, where, when, with which phone."""
    exif = Image.Exif()
    exif[Base.Orientation] = 6  # the camera was held upright: turn by 90 degrees to the right
    exif[Base.Model] = "Phone of Sam Example"
    exif[Base.DateTime] = "2026:11:23 10:42:00"
    exif.get_ifd(IFD.GPSInfo).update({
        GPS.GPSLatitudeRef: "N", GPS.GPSLatitude: (31.0, 14.0, 9.0),
        GPS.GPSLongitudeRef: "E", GPS.GPSLongitude: (121.0, 28.0, 25.0),
    })  # fmt: skip
    return exif


def from_a_phone(width: int = 80, height: int = 40) -> bytes:
    """A JPEG as a phone writes it: lying on its side, with place, time, and a comment."""
    return encoded(halves(width, height), exif=told(), comment=b"at Sam Example's home", quality=95)


def bomb(width: int = 60_000, height: int = 60_000) -> bytes:
    """A PNG of a few hundred bytes that says it is `width` x `height` pixels large."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b""))
    )
