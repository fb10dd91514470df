"""The practice complaints: every state a counter meets, in both languages, plainly invented."""

import re
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from pathlib import Path

import pytest

from desk.config import resources
from desk.domain.assessment import Affected, Parts, Safety, Severity
from desk.domain.complaint import Agreed, Category, Channel, Kind, Known, ReceivedVia, Stage
from desk.domain.draft import Draft
from desk.domain.errors import ContentBroken
from desk.domain.identity import derived_id
from desk.domain.investigation import Cause, Checked, Finding
from desk.domain.questions import BY_NAME
from desk.domain.response import Answer, Apology, Done, Remedy
from desk.services.app import App
from desk.services.content import PATHS, load_guide
from desk.services.practice_content import PracticeComplaint, load_practice

FOLDER = resources() / "practice"
PRACTICE = load_practice(FOLDER / "complaints.toml")
ARRIVED = date(2026, 11, 2)
PLAIN_PHONE = re.compile(r"555-01\d\d|000-\d{4}")
HAN = re.compile("[\u4e00-\u9fff]")
MISPLACED = re.compile("[\u4e00-\u9fff][,.:;?!()\"'][\u4e00-\u9fff]|[\u4e00-\u9fff][,.:;?!]$")

ONE = """\
[[complaint]]
days_ago = 3
time = "09:05"
upto = "responded"
ticks = ["let_finish"]
paths = ["refuses"]
story = "The lamp is green, not blue."
category = "product"
wish = ["exchange"]
pace = 2
amount = 1250
bought_on = -4
severity = 2
"""


def said(field: str) -> set[object]:
    found: set[object] = set()
    for one in PRACTICE:
        value = one.values.get(field)
        found.update(value if isinstance(value, tuple) else (value,))
    return found


def state(one: PracticeComplaint) -> tuple[str, object, object]:
    return one.upto.value, one.values.get("answer"), one.values.get("done")


@pytest.mark.parametrize(
    ("field", "options", "besides"),
    [
        ("kind", Kind, set()),
        ("received_via", ReceivedVia, set()),
        ("category", Category, set()),
        ("safety", Safety, set()),
        ("wish", Remedy, set()),
        ("proof", Known, set()),
        ("agreed", Agreed, set()),
        ("apology", Apology, set()),
        ("channel", Channel, set()),
        ("checked", Checked, set()),
        ("finding", Finding, set()),
        ("cause", Cause, set()),
        ("severity", Severity, set()),
        ("parts", Parts, set()),
        ("affected", Affected, set()),
        ("offer", Remedy, {Remedy.NOT_SAID}),
        ("answer", Answer, set()),
        ("done", Done, set()),
        ("consent", Known, {Known.UNKNOWN}),
    ],
)
def test_every_option_occurs(field: str, options: type[Enum], besides: set[Enum]) -> None:
    assert {option.value for option in options if option not in besides} - said(field) == set()


def test_the_pace_goes_from_calm_to_threatening() -> None:
    assert said("pace") == {2, 3, 4, 5}
    assert {one.values["pace"] for one in PRACTICE if "abuse" in one.paths} == {5}


def test_every_other_path_is_gone() -> None:
    assert PATHS - {path for one in PRACTICE for path in one.paths} == {"waiting"}


def test_every_way_a_complaint_may_stand_occurs() -> None:
    states = Counter(map(state, PRACTICE))
    for wanted in (
        ("received", None, None),
        ("acknowledged", None, None),
        ("assessed", None, None),
        ("investigated", None, None),
        ("responded", "accepts", "by_date"),
        ("responded", "accepts_part", "by_date"),
        ("responded", "does_not_accept", None),
        ("responded", "wants_to_think", None),
        ("responded", "has_left", None),
        ("closed", "accepts", "now"),
        ("closed", "accepts_part", "now"),
    ):
        assert states[wanted] >= 1, wanted


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_both_languages_have_their_share_of_every_stage(language: str) -> None:
    theirs = [one for one in PRACTICE if one.values["language"] == language]
    assert len(theirs) >= 22
    assert {one.upto for one in theirs} == set(Stage)
    assert all(
        bool(HAN.search(str(one.values["story"]))) == (language == "zh_CN") for one in theirs
    )


def test_stories_are_as_long_and_as_short_as_real_ones() -> None:
    for language, short, long in (("en", 60, 250), ("zh_CN", 15, 100)):
        lengths = [
            len(str(p.values["story"])) for p in PRACTICE if p.values["language"] == language
        ]
        assert min(lengths) < short
        assert max(lengths) > long


def test_chinese_texts_have_chinese_punctuation() -> None:
    texts = [v for p in PRACTICE for v in p.values.values() if isinstance(v, str)]
    assert [text for text in texts if MISPLACED.search(text)] == []
    assert MISPLACED.search("漏水,换过一只")


def test_names_numbers_and_addresses_are_plainly_invented() -> None:
    phones = {one.values["phone"] for one in PRACTICE if "phone" in one.values}
    emails = {one.values["email"] for one in PRACTICE if "email" in one.values}
    assert [p for p in phones if not PLAIN_PHONE.fullmatch(str(p))] == []
    assert [e for e in emails if not str(e).endswith("@example.com")] == []


def test_hand_ticks_are_checks_that_do_not_prove_themselves() -> None:
    by_hand = {c.id for c in load_guide(resources() / "languages" / "en").checklist if not c.proof}
    assert {tick for one in PRACTICE for tick in one.ticks} == by_hand


def test_short_answers_keep_within_their_limits() -> None:
    for one in PRACTICE:
        for name, answer in one.answers(ARRIVED).items():
            assert len(answer) <= (BY_NAME[name].limit if isinstance(answer, str) else 6), name
        assert set(one.values) & {"pace", "rating_result", "rating_handling"} == {
            name
            for name in ("pace", "rating_result", "rating_handling")
            if one.values.get(name) in {1, 2, 3, 4, 5}
        }


def test_every_practice_complaint_passes_the_gates_of_the_guide_up_to_its_stage(app: App) -> None:
    commitments = {
        Stage.RECEIVED: app.complaints.receive,
        Stage.ACKNOWLEDGED: app.complaints.acknowledge,
        Stage.ASSESSED: app.complaints.record_finding,
        Stage.INVESTIGATED: app.complaints.record_finding,
        Stage.RESPONDED: app.complaints.respond,
        Stage.CLOSED: app.complaints.close,
    }
    for number, one in enumerate(PRACTICE):
        draft = Draft(
            id=derived_id("practice", str(number)),
            opened_at=datetime(2026, 11, 23, 2, tzinfo=UTC) - timedelta(days=one.days_ago),
            answers=one.answers(ARRIVED),
            ticks=frozenset(one.ticks),
        )
        assert commitments[one.upto](draft).stage is one.upto, one.values["story"]


def test_values_become_answers_as_typed(tmp_path: Path) -> None:
    (tmp_path / "p.toml").write_text(ONE, "utf-8")
    (one,) = load_practice(tmp_path / "p.toml")
    assert (one.days_ago, one.time.isoformat("minutes"), one.upto) == (3, "09:05", Stage.RESPONDED)
    assert (one.ticks, one.paths) == (("let_finish",), ("refuses",))
    assert one.answers(date(2026, 3, 2)) == {
        "story": "The lamp is green, not blue.",
        "category": ("product",),
        "wish": ("exchange",),
        "pace": ("2",),
        "amount": "12.50",
        "bought_on": "2026-02-26",
        "severity": ("2",),
    }


@pytest.mark.parametrize(
    ("old", "new", "at"),
    [
        ("pace = 2", "mood = 2", "mood"),
        ('"product"', '"cake"', "category"),
        ('["exchange"]', '["cake"]', "wish"),
        ("severity = 2", "severity = 9", "severity"),
        ("days_ago = 3", "days_ago = 57", "days_ago"),
        ('"09:05"', '"9 sharp"', "time"),
        ('"responded"', '"forgotten"', "upto"),
        ('["refuses"]', '["moon"]', "paths"),
        ("[[complaint]]", "mood = 1\n[[complaint]]", "mood"),
        ('ticks = ["let_finish"]', "", "[[complaint]]"),
        ('story = "The lamp is green, not blue."', "", "[[complaint]]"),
    ],
)
def test_a_broken_practice_file_is_refused_at_its_line(
    tmp_path: Path, old: str, new: str, at: str
) -> None:
    file = tmp_path / "p.toml"
    broken = ONE.replace(old, new)
    file.write_text(broken, "utf-8")
    with pytest.raises(ContentBroken) as caught:
        load_practice(file)
    lines = broken.split("\n")
    assert caught.value.line == next(n for n, line in enumerate(lines, 1) if line.startswith(at))
