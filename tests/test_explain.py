"""Sentences about files: which, at which line, why, what to do and what is safe."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk import i18n
from desk.config import resources
from desk.domain.errors import ContentBroken
from desk.domain.sentence import sentence
from desk.explain import explain
from desk.services.content import load_guide
from desk.services.content_map import load_map


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    i18n.use("en")
    yield
    i18n.use("en")


def broken_guide(folder: Path, old: str, new: str) -> ContentBroken:
    text = (resources() / "languages" / "en" / "guide.toml").read_text("utf-8")
    assert old in text
    (folder / "guide.toml").write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(ContentBroken) as refused:
        load_guide(folder)
    return refused.value


def test_a_broken_file_is_told_with_its_line_its_reason_and_what_to_do(tmp_path: Path) -> None:
    said = explain(broken_guide(tmp_path, "[[purpose]]\nstep = 1", "[[purpose]]\nstep = 9"))
    assert f"{tmp_path / 'guide.toml'} cannot be used. Line " in said
    assert ": “step” cannot be “9”. Correct it" in said
    assert said.endswith("What was saved is safe.")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[[purpose]]\nstep = 1", "[[purpose]]\nstep = 9"),
        ("[[purpose]]\nstep = 1", "[[purpose]]\nmood = 1\nstep = 1"),
        ("[[purpose]]\nstep = 1", "[[purpose]]\nstep = 2"),
        ("[[purpose]]\nstep = 1", "[[purpose]]\nstep 1"),
    ],
)
def test_a_reason_is_told_in_the_language_of_the_screen(tmp_path: Path, old: str, new: str) -> None:
    error = broken_guide(tmp_path, old, new)
    i18n.use("zh_CN")
    said = explain(error).replace(str(error.path), "")
    assert re.search(r"不能使用。第\d+行：", said)
    # What the TOML library says stands in brackets as it is.
    assert not re.search("[A-Za-z]{5,}", re.sub("（.*?）", "", said)), said


def test_a_file_without_a_known_line_names_none(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    with pytest.raises(ContentBroken) as refused:
        load_map(file)
    assert explain(refused.value).startswith(f"The file {file} cannot be used: it is not there. ")
    file.write_text('[category]\n"Hot food" = "cake"\n', "utf-8")
    with pytest.raises(ContentBroken) as refused:
        load_map(file)
    assert "cannot be used: “category” cannot be “cake”. " in explain(refused.value)


def test_a_pattern_nobody_can_read_is_named(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('[date]\ncolumn = "Day"\nformats = ["%Y-%Q"]\n', "utf-8")
    with pytest.raises(ContentBroken) as refused:
        load_map(file)
    assert str(refused.value.reason) == "“formats” cannot be “%Y-%Q”."


def test_facts_are_data_whatever_they_say() -> None:
    wrong = sentence("“{name}” cannot be read.", name="{value} {0.__class__} %s")
    assert str(wrong) == "“{value} {0.__class__} %s” cannot be read."


def test_a_fact_that_is_a_sentence_is_translated_too() -> None:
    wrong = sentence("“{field}” cannot be read.", field=sentence("Priority"))
    assert wrong.said(i18n.catalogue("zh_CN").gettext) == "“优先级”读不出来。"
