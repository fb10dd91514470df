"""The category tree: what is offered on a day, what a node may be, what a file would change."""

import dataclasses
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.config import resources
from desk.domain.answers import as_answers, fill
from desk.domain.category_change import CategoryRow, difference
from desk.domain.category_node import CategoryNode
from desk.domain.category_tree import MOST, CategoryTree, faults, node_id
from desk.domain.complaint import Category
from desk.domain.options import label
from desk.i18n import catalogue
from desk.services.categories import load_tree
from tests.make import a_complaint

TODAY = date(2026, 11, 23)
SHIPPED = load_tree(resources() / "categories.toml")


def node(
    code: str,
    **changes: Any,  # noqa: ANN401 - any field of CategoryNode
) -> CategoryNode:
    parent = code.partition(".")[0] if "." in code else ""
    blank = CategoryNode(id=node_id(code), code=code, parent=parent, en="Lid", zh="盖子")
    return dataclasses.replace(blank, **changes)


def reasons(wanted: CategoryNode, tree: CategoryTree = SHIPPED) -> list[str]:
    return [str(reason) for reason in faults(wanted, tree, TODAY)]


def test_it_ships_with_the_seed_tree_safety_after_sales_staff_conduct_and_other() -> None:
    """I9: 产品类/服务类/价格类/促销类 with 质量/功能/外观 and 态度/效率/流程 below."""
    assert {n.code for n in SHIPPED.nodes if not n.parent} == set(Category)
    kinds = {n.code: n.zh for n in SHIPPED.nodes if n.parent}
    for code, words in (
        ("product.quality", "质量"), ("product.function", "功能"), ("product.looks", "外观"),
        ("service.attitude", "态度"), ("service.efficiency", "效率"), ("service.process", "流程"),
        ("product.safety", "安全"), ("service.after_sales", "售后服务"), ("manner.rude", "不礼貌"),
        ("waiting.other", "其他"), ("rule.returns", "退换规定"), ("premises.clean", "卫生"),
    ):  # fmt: skip
        assert kinds[code] == words
    assert all(node.en and node.zh for node in SHIPPED.nodes)
    assert [found for node in SHIPPED.nodes for found in faults(node, SHIPPED, TODAY)] == []


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_nine_are_called_what_every_screen_calls_them(language: str) -> None:
    for category in Category:
        assert SHIPPED.name(category, language) == catalogue(language).gettext(label(category))


def test_a_class_pick_takes_at_most_three_keys() -> None:
    """I9: a digit for the category, Tab, a digit for the kind; other is always 9."""
    for category in set(Category) - {Category.OTHER}:
        digits = [c.digit for c in SHIPPED.offered(category, TODAY, "en")]
        assert digits[-1] == "9"
        assert digits[:-1] == [str(n) for n in range(1, len(digits))]
        assert len(digits) <= MOST + 1
    assert SHIPPED.offered(Category.OTHER, TODAY, "en") == ()


def test_only_nodes_of_today_are_offered_and_a_retired_one_still_reads() -> None:
    """I9: any node has valid-from and valid-to; retired codes still print on old records."""
    tree = SHIPPED.with_node(
        node("product.quality", en="Quality", zh="质量", valid_to=date(2026, 11, 22))
    ).with_node(node("product.lid", valid_from=date(2026, 11, 24)))
    offered = [choice.code for choice in tree.offered("product", TODAY, "en")]
    assert "product.quality" not in offered
    assert "product.lid" not in offered
    assert tree.name("product.quality", "zh_CN") == "质量"
    tomorrow = date(2026, 11, 24)
    assert "product.lid" in [choice.code for choice in tree.offered("product", tomorrow, "en")]
    (held,) = [
        c for c in tree.offered("product", TODAY, "en", held="product.quality") if not c.digit
    ]
    assert (held.code, held.label) == ("product.quality", "Quality")


def test_a_code_from_a_newer_desk_reads_as_itself() -> None:
    assert SHIPPED.name("product.hologram", "en") == "product.hologram"
    held = SHIPPED.offered("product", TODAY, "en", held="product.hologram")[-1]
    assert (held.code, held.digit) == ("product.hologram", "")


def test_a_kind_goes_with_its_category() -> None:
    said = {"category": ("product",), "subcategory": ("product.quality",)}
    quality = fill(a_complaint(), said, TODAY).complaint
    assert quality.subcategory == "product.quality"
    assert as_answers(quality)["subcategory"] == ("product.quality",)
    assert fill(quality, {"category": ("service",)}, TODAY).complaint.subcategory == ""
    assert fill(quality, {"subcategory": ()}, TODAY).complaint.subcategory == ""


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (node("product"), "The nine categories keep their names"),
        (node("lids"), "is not written as product.quality is"),
        (node("product.Lid!"), "is not written as product.quality is"),
        (node("kettles.lid"), "lies under no category"),
        (node("product.lid", parent="service"), "lies under no category"),
        (node("product.lid", en=" ", zh=""), "has no name in either language"),
        (node("product.lid", zh="盖" * 41), "is longer than 40 characters"),
        (node("product.lid", en="quality"), "is there already, as product.quality"),
        (node("product.lid", valid_from=TODAY, valid_to=date(2026, 1, 1)), "end before it begins"),
        (node("other", en="Other", zh="其他", valid_to=TODAY), "“Other” cannot be retired"),
    ],
)  # fmt: skip
def test_what_no_node_can_be_is_said(wanted: CategoryNode, said: str) -> None:
    assert any(said in reason for reason in reasons(wanted))


def test_a_ninth_kind_is_refused_while_eight_are_in_use() -> None:
    tree = SHIPPED
    for n in range(MOST - len([c for c in tree.children("product") if c.code[-6:] != ".other"])):
        tree = tree.with_node(node(f"product.kind{n}", en=f"Kind {n}", zh=f"第{n}种"))
    assert "as many as digits choose" in reasons(node("product.lid"), tree)[0]
    retired = node("product.kind0", en="Kind 0", zh="", valid_to=date(2026, 11, 22))
    assert reasons(node("product.lid"), tree.with_node(retired)) == []


def row(
    number: int,
    code: str,
    en: str = "Lid",
    zh: str = "盖子",
    **changes: Any,  # noqa: ANN401 - any field of CategoryRow
) -> CategoryRow:
    blank = CategoryRow(
        number=number, code=code, parent=code.partition(".")[0] if "." in code else "",
        en=en, zh=zh, valid_from=None, valid_to=None, department="",
    )  # fmt: skip
    return dataclasses.replace(blank, **changes)


def test_a_file_is_held_against_the_tree_as_new_changed_and_same() -> None:
    found = difference(
        [
            row(2, "product.lid"),
            row(3, "product.quality", "Quality", "质量", department="Workshop"),
            row(4, "product.looks", "Looks", "外观"),
        ],
        SHIPPED,
        TODAY,
    )
    new, changed = found.changes
    assert (new.before, new.after.code) == (None, "product.lid")
    assert (changed.after.code, changed.fields) == ("product.quality", ("department",))
    assert (found.same, found.refused, found.can_be_taken) == (1, (), True)


def test_one_wrong_row_and_nothing_can_be_taken() -> None:
    found = difference(
        [
            row(2, "premises.lid"),
            row(3, "premises.lid"),
            row(4, "", "Nameless"),
            row(5, "premises.cup", "Cup", "杯", unread=("soon",)),
            row(6, "premises.pot", "Lid", ""),
        ],
        SHIPPED,
        TODAY,
    )
    assert not found.can_be_taken
    told = {refused.number: str(refused.reason) for refused in reversed(found.refused)}
    assert told.keys() >= {3, 4, 5, 6}
    assert told[3] == "The code “premises.lid” stood in row 2 already."
    assert told[4] == "It has no code."
    assert told[5] == "“soon” is not a day such as 2026-11-23."
    assert "is there already, as" in told[6]


@given(st.text(max_size=30), st.text(max_size=60), st.text(max_size=60))
def test_no_row_can_break_the_comparison(code: str, en: str, zh: str) -> None:
    found = difference([row(2, code, en, zh)], SHIPPED, TODAY)
    assert found.refused or found.same or found.changes
