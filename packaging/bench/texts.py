"""What complaints say in a bench: real texts where they lie beside the project, else made ones."""

import csv
import random
from collections.abc import Iterator
from pathlib import Path

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
COLUMNS = {
    "zh_negative_reviews.csv": "text",
    "en_cfpb_complaints.csv": "narrative",
    "en_comcast.csv": "title",
    "en_nyc311.csv": "resolution_description",
}
MADE = 4000

_ZH = (
    ("买的水壶", "上周订的房间", "昨天的外卖", "这件衣服", "新买的手机", "办的会员卡", "洗衣机"),
    ("漏水", "一股怪味", "两天就坏了", "和图片不一样", "送来时是凉的", "少了一件", "多收了钱"),
    ("，要求退款", "，想换一个", "，请给个说法", "。客服一直不接电话", "，客服说不归她管", ""),
    ("，服务态度很差！", "。服务员态度差，还摔东西。", "。服务态度还可以。", "。", "，太失望了。"),
)
_EN = (
    ("The kettle I bought", "My room last week", "The parcel", "Your app", "The loan account"),
    (" leaks at the base", " was never delivered", " shows a wrong balance", " broke after a day"),
    (" and nobody answers the phone.", ". I asked for a refund twice.", ", refunded only in part."),
    (" The bank started foreclosure.", " Staff were rude.", " I want an exchange.", "", ""),
)


def texts(seed: int = 7) -> list[str]:
    """Give a few thousand stories in Chinese and English, in an order that mixes them."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, no secret
    found = [text for file, column in COLUMNS.items() for text in _column(SHARED / file, column)]
    if not found:
        found = list(_made(chance))
    chance.shuffle(found)
    return found


def _column(file: Path, column: str) -> Iterator[str]:
    if file.is_file():
        with file.open(encoding="utf-8", newline="") as lines:
            yield from (row[column] for row in csv.DictReader(lines) if row[column])


def _made(chance: random.Random) -> Iterator[str]:
    for n in range(MADE):
        parts = _ZH if n % 2 else _EN
        yield "".join(
            "".join(map(chance.choice, parts)) for _ in range(1 + int(chance.expovariate(0.6)))
        )
