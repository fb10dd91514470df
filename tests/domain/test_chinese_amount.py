"""Amounts in capitals, case by case as the rules on vouchers give them."""

import pytest

from desk.domain.chinese_amount import amount_in_chinese


@pytest.mark.parametrize(
    ("minor", "words"),
    [
        (0, "零元整"),
        (5, "伍分"),
        (50, "伍角"),
        (55, "伍角伍分"),
        (100, "壹元整"),
        (1000, "壹拾元整"),
        (1015, "壹拾元壹角伍分"),
        (32504, "叁佰贰拾伍元零肆分"),
        (123450, "壹仟贰佰叁拾肆元伍角"),
        (140950, "壹仟肆佰零玖元伍角"),
        (168032, "壹仟陆佰捌拾元叁角贰分"),
        (600714, "陆仟零柒元壹角肆分"),
        (1640902, "壹万陆仟肆佰零玖元零贰分"),
        (10700053, "壹拾万柒仟元伍角叁分"),
        (1_000_000_00, "壹佰万元整"),
        (1_000_100_00, "壹佰万零壹佰元整"),
        (2_000_0000_00, "贰仟万元整"),
        (1_0000_0000_00, "壹亿元整"),
        (1_0001_0000_00, "壹亿零壹万元整"),
        (1_2000_0000_00, "壹亿贰仟万元整"),
        (100_0000_0000_05, "壹佰亿元零伍分"),
        (1_0000_0000_0000_00, "壹万亿元整"),
    ],
)
def test_fen_are_written_in_capitals(minor: int, words: str) -> None:
    assert amount_in_chinese(minor) == words


def test_no_two_amounts_up_to_a_thousand_yuan_are_written_alike() -> None:
    written = [amount_in_chinese(minor) for minor in range(100_000)]
    assert len(set(written)) == len(written)
    assert not [words for words in written if "零零" in words or "零元" in words[1:]]


def test_a_negative_amount_is_refused() -> None:
    with pytest.raises(ValueError, match="-1"):
        amount_in_chinese(-1)
