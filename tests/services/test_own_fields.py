"""Own fields: what an organisation asks besides, in form, finding, reading, log and workbook."""

import dataclasses
import json
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from desk import i18n
from desk.__main__ import main
from desk.domain.errors import AnswersMissing, NotFound, Refused
from desk.domain.own_field import MOST, OwnField, OwnForm, OwnValue, question_name
from desk.domain.report import Period
from desk.domain.timeline import Happening
from desk.services.app import App
from desk.ui.cards.own_fields import OwnFieldsCard
from desk.ui.cards.screen import card_screen
from desk.ui.complaint.facts import own_facts
from tests.make import a_draft

if TYPE_CHECKING:
    from desk.domain.answers import Raw

COLOURS = "Red|红色\n Blue | 蓝色 \n\nGreen"


@dataclasses.dataclass(frozen=True)
class Case:
    """A form: its field, what is typed, what is kept, found, and read in both languages."""

    form: OwnForm
    en: str
    zh: str
    typed: str | tuple[str, ...]
    kept: str
    sought: tuple[str, ...]
    read_en: str
    read_zh: str
    cell: object
    options: str = ""


CASES = (
    Case(OwnForm.TEXT, "Batch", "批号", " =LOT 7a ", "=LOT 7a", ("LOT 7a",), "=LOT 7a", "=LOT 7a",
         "=LOT 7a"),
    Case(OwnForm.CHOICE, "Colour", "颜色", ("Red | 红色",), "Red | 红色", ("red", "红色"), "Red",
         "红色", "Red", COLOURS),
    Case(OwnForm.NUMBER, "Pieces", "件数", "１２.5", "12.5", ("12.5",), "12.5", "12.5", 12.5),
    Case(OwnForm.DAY, "Opened on", "开封日期", "16/11", "2026-11-16", ("2026-11-16",),
         "16 Nov", "11月16日", date(2026, 11, 16)),
    Case(OwnForm.YES_NO, "Gift", "是礼品", ("yes",), "yes", ("yes", "是"), "Yes", "是", "Yes"),
)  # fmt: skip


def add(app: App, case: Case) -> OwnField:
    return app.own_fields.add(case.form, en=case.en, zh=case.zh, options=case.options)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.form.value)
def test_an_own_field_is_in_form_search_print_workbook_and_log_alike(
    app: App, case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """N2: one test walks all of it for each of the five forms, in both languages."""
    saved = app.complaints.save(a_draft())
    field = add(app, case)
    name = question_name(field.code)
    card = OwnFieldsCard(app, saved.id)
    for spoken, label in (("en", case.en), ("zh_CN", case.zh)):
        i18n.use(spoken)
        ((shown,),) = card_screen(card, {}, ()).rows
        assert (shown.name, shown.label, shown.optional) == (name, label, True)
        if case.form is OwnForm.CHOICE:
            wanted = ["Red", "Blue", "Green"] if spoken == "en" else ["红色", "蓝色", "Green"]
            assert [option.label for option in shown.options] == wanted
            assert [option.digit for option in shown.options] == ["1", "2", "3"]
    i18n.use("en")
    for sought in case.sought[-1:] if case.form is not OwnForm.YES_NO else ():
        assert app.complaints.find(sought, limit=5) == []

    assert card.commit({name: case.typed}) == "More about it is written down."
    assert app.own_fields.answers(saved.id) == {field.code: case.kept}
    assert OwnFieldsCard(app, saved.id).suggested()[name] in {case.kept, (case.kept,)}

    for sought in case.sought:
        found = [line.reference for line in app.complaints.find(sought, limit=5)]
        assert found == [saved.reference], sought
    assert app.check.run() == ()
    app.complaints.save(a_draft({"story": "Another story altogether."}, id=saved.id))
    assert [line.id for line in app.complaints.find(case.sought[0], limit=5)] == [saved.id]
    assert app.check.run() == ()
    app.check.mend()
    assert [line.id for line in app.complaints.find(case.sought[0], limit=5)] == [saved.id]
    assert app.check.run() == ()

    for spoken, label, words in (("en", case.en, case.read_en), ("zh_CN", case.zh, case.read_zh)):
        i18n.use(spoken)
        ((fact,),) = (g.facts for g in own_facts(app.own_fields.said(saved.id), date(2026, 11, 23)))
        assert fact.label == label
        assert fact.words.startswith(words)
        assert fact.inside
        call = ["--data", str(app.config.data), "--language", spoken, "show", saved.reference]
        assert main(call) == 0
        lines = capsys.readouterr().out.splitlines()
        between = "：" if spoken == "zh_CN" else ": "
        assert any(line.startswith(f"{label}{between}") for line in lines), lines
    i18n.use("en")
    assert main(["--data", str(app.config.data), "show", saved.reference, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["own"] == {field.code: case.kept}

    entries = app.complaints.whole(saved.reference).entries
    told = [entry for entry in entries if entry.entity == "own_value"]
    assert [(entry.what, entry.subject) for entry in told] == [(Happening.ADDED, field.code)]
    assert case.kept in {change.after for change in told[0].changes}

    for spoken, label in (("en", case.en), ("zh_CN", case.zh)):
        made = app.week.workbook(Period.parse("2026-W48"), tmp_path / f"{spoken}.xlsx", spoken)
        book = load_workbook(made.path)
        page = next(
            page for page in book.worksheets if page["A1"].value in {"Reference", "受理编号"}
        )
        titles = [cell.value for cell in page[1]]
        assert titles[-1] == label
        cell = page.cell(2, len(titles))
        value = cell.value.date() if isinstance(cell.value, datetime) else cell.value
        assert value == (case.cell if spoken == "en" else _in_chinese(case))
        assert cell.data_type != "f"


def _in_chinese(case: Case) -> object:
    return case.read_zh if case.form in {OwnForm.CHOICE, OwnForm.YES_NO} else case.cell


def test_a_21st_own_field_is_refused_in_words(app: App) -> None:
    """N2: up to 20 own fields."""
    for n in range(MOST):
        app.own_fields.add(OwnForm.TEXT, en=f"Field {n}", zh="")
    with pytest.raises(Refused, match="There are 20 own fields already"):
        app.own_fields.add(OwnForm.TEXT, en="One more", zh="")
    app.own_fields.retire("field_3")
    app.own_fields.add(OwnForm.TEXT, en="One more", zh="")
    with pytest.raises(Refused, match="There are 20 own fields already"):
        app.own_fields.bring_back("field_3")
    assert len([f for f in app.own_fields.fields() if not f.retired]) == MOST


def test_a_retired_field_is_asked_no_more_and_stays_on_old_records(app: App) -> None:
    saved = app.complaints.save(a_draft())
    other = app.complaints.save(a_draft(number=2))
    batch = add(app, CASES[0])
    app.own_fields.answer(saved.id, {"own_batch": "7a"})
    app.own_fields.retire(batch.code)
    assert [f.code for f, _value in app.own_fields.said(saved.id)] == ["batch"]
    assert [q.name for q in app.own_fields.questions(saved.id, "en")] == ["own_batch"]
    assert app.own_fields.questions(other.id, "en") == ()
    again = add(app, CASES[0])
    assert (again.id, again.retired) == (batch.id, False)


def test_a_choice_that_is_gone_from_the_list_stays_on_old_records(app: App) -> None:
    saved = app.complaints.save(a_draft())
    add(app, CASES[1])
    app.own_fields.answer(saved.id, {"own_colour": ("Red | 红色",)})
    app.own_fields.change("colour", en="Shade", zh="颜色", options="Blue | 蓝色\nGreen")
    (asked,) = app.own_fields.questions(saved.id, "zh_CN")
    assert [words for _code, words in asked.offers] == ["蓝色", "Green", "红色"]
    assert app.own_fields.answer(saved.id, {"own_colour": ("Red | 红色",)}) == ()


def test_what_cannot_be_read_is_named_and_nothing_is_kept(app: App) -> None:
    saved = app.complaints.save(a_draft())
    for case in CASES:
        add(app, case)
    wrong: dict[str, Raw] = {
        "own_batch": "7a", "own_pieces": "1,5", "own_opened_on": "32/1", "own_gift": ("perhaps",),
        "own_colour": ("Purple",),
    }  # fmt: skip
    with pytest.raises(AnswersMissing) as refused:
        app.own_fields.answer(saved.id, wrong)
    assert set(refused.value.fields) == wrong.keys() - {"own_batch"}
    assert app.own_fields.answers(saved.id) == {}
    with pytest.raises(NotFound):
        app.own_fields.answer(a_draft(number=9).id, {"own_batch": "7a"})


def test_an_answer_is_changed_and_taken_away_each_with_its_op(app: App) -> None:
    saved = app.complaints.save(a_draft())
    add(app, CASES[0])
    for said in ("7a", "7a", "8b", ""):
        app.own_fields.answer(saved.id, {"own_batch": said})
    entries = app.complaints.whole(saved.reference).entries
    told = [entry for entry in entries if entry.entity == "own_value"]
    assert [entry.what for entry in told] == [Happening.ADDED, Happening.CHANGED, Happening.CHANGED]
    assert app.own_fields.answers(saved.id) == {}
    assert app.complaints.find("8b", limit=5) == []
    assert app.check.run() == ()


def test_fields_are_asked_in_the_order_they_are_put_in(app: App) -> None:
    for case in CASES:
        add(app, case)
    app.own_fields.move("gift", -2)
    app.own_fields.move("batch", -1)
    order = [field.code for field in app.own_fields.fields()]
    assert order == ["batch", "colour", "gift", "pieces", "opened_on"]


@pytest.mark.parametrize(
    ("form", "en", "options", "said"),
    [
        (OwnForm.TEXT, " ", "", "no name in either language"),
        (OwnForm.TEXT, "x" * 61, "", "longer than 60 characters"),
        (OwnForm.CHOICE, "Colour", "Red", "two answers or more"),
        (OwnForm.CHOICE, "Colour", "Red\nRed", "stands there twice"),
        (OwnForm.CHOICE, "Colour", "\n".join(map(str, range(10))), "9 answers at most"),
        (OwnForm.TEXT, "batch", "", "is an own field called"),
    ],
)
def test_what_no_field_can_be_is_refused_in_words(
    app: App, form: OwnForm, en: str, options: str, said: str
) -> None:
    add(app, CASES[0])
    with pytest.raises(Refused, match=said):
        app.own_fields.add(form, en=en, zh="", options=options)


def test_a_missing_entry_of_the_index_is_found_by_the_check(app: App) -> None:
    saved = app.complaints.save(a_draft())
    add(app, CASES[0])
    app.own_fields.answer(saved.id, {"own_batch": "7a"})
    with app.database.writing(app.settings.author()) as tx:
        value = tx.records(OwnValue).of(saved.id)[0]
        tx.search.put_new(())
        tx.search.forget_all()
        tx.complaints.index_anew()
        assert value.value == "7a"
    assert app.check.run() == ()
