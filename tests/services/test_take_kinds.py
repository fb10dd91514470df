"""A register's words for a kind of category, where they are just a kind's name."""

from pathlib import Path

import pytest

from desk.domain.complaint import Complaint
from desk.services.app import App

STORY = "The kettle leaks at the base again."


def taken(app: App, folder: Path, header: str, row: str) -> Complaint:
    file = folder / "register.csv"
    file.write_text(f"story,{header}\n{STORY},{row}\n", encoding="utf-8")
    assert app.take.take(file).taken == 1
    with app.database.reading() as tx:
        (complaint,) = tx.complaints.all()
    return complaint


@pytest.mark.parametrize(
    ("header", "row", "category", "kind"),
    [
        ("category", "Quality", "product", "product.quality"),
        ("类别", "质量", "product", "product.quality"),
        ("类别", " 发票 ", "price", "price.invoice"),
        ("category,subcategory", "product,LOOKS", "product", "product.looks"),
        ("类别,小类", "商品,外观", "product", "product.looks"),
        ("category,product", "product,Function", "product", "product.function"),
        ("category,product", "product,kettle KX-2", "product", ""),
        ("category,subcategory", "service,Looks", "service", ""),
        ("category,subcategory", "product,quality of the lid", "product", ""),
        ("category", "product", "product", ""),
    ],
)
def test_a_kind_is_taken_where_the_words_are_just_its_name(
    app: App, tmp_path: Path, header: str, row: str, category: str, kind: str
) -> None:
    complaint = taken(app, tmp_path, header, row)
    assert (complaint.category, complaint.subcategory) == (category, kind)
    assert app.check.run() == ()


def test_a_name_that_two_categories_share_decides_for_neither(app: App, tmp_path: Path) -> None:
    complaint = taken(app, tmp_path, "category", "Information desk")
    assert complaint.category == "other"
    app.categories.add("product", en="Information desk", zh="")
    app.categories.add("service", en="Information desk", zh="")
    (told,) = app.take.read(tmp_path / "register.csv")
    assert told.answers["category"] == "other"
    assert told.reasons


def test_a_kind_of_the_organisation_is_known_by_its_name(app: App, tmp_path: Path) -> None:
    code = app.categories.add("premises", en="Lift", zh="电梯").code
    assert taken(app, tmp_path, "类别", "电梯").subcategory == code
