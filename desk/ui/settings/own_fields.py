"""Own fields as a list: what the organisation asks besides, in the order of asking."""

from collections.abc import Mapping

from desk.domain.beside_labels import BESIDE_LABELS
from desk.domain.errors import Refused
from desk.domain.label import LANGUAGES
from desk.domain.own_field import MOST, OwnField, OwnForm, options_of
from desk.domain.text import shortened
from desk.i18n import _, language
from desk.services.app import App
from desk.ui.settings.entries import EntryField, Line
from desk.ui.settings.fields import Unfit

_SHOWN = 80
_BETWEEN = "; "


class OwnFields:
    """Added, renamed, put in order and retired here."""

    name = "own_fields"

    def __init__(self, app: App) -> None:
        self._app = app

    def title(self) -> str:
        return _("Own fields")

    def hint(self) -> str:
        return _(
            "Up to {most}, asked on a card (Ctrl+G), found by search, in the workbook."
        ).format(most=MOST)

    def empty(self) -> str:
        return _("No own fields. Add one for what only your shop asks, such as a batch number.")

    def add(self) -> str:
        return _("New field")

    def drop(self) -> str:
        return _("Retire or bring back")

    def fields(self) -> tuple[EntryField, ...]:
        forms = tuple((form.value, _(words)) for form, words in _forms().items())
        return (
            EntryField(name="form", label=_("What the answer is"), choices=forms),
            EntryField(name="en", label=LANGUAGES["en"]),
            EntryField(name="zh", label=LANGUAGES["zh_CN"]),
            EntryField(
                name="options",
                label=_("The choices"),
                hint=_("Only for a choice, for example: Red | 红色; Blue | 蓝色"),
            ),
            EntryField(name="place", label=_("Place in the order")),
        )

    def lines(self) -> tuple[Line, ...]:
        return tuple(
            Line(id=field.code, words=_words(field), before=_before(field))
            for field in self._app.own_fields.fields()
        )

    def values(self, line_id: str) -> Mapping[str, str]:
        asked = [field.code for field in self._app.own_fields.fields() if not field.retired]
        for field in self._app.own_fields.fields():
            if field.code == line_id:
                place = str(asked.index(line_id) + 1) if line_id in asked else ""
                return {
                    "form": field.form.value, "en": field.en, "zh": field.zh,
                    "options": _BETWEEN.join(options_of(field)), "place": place,
                }  # fmt: skip
        return {"form": OwnForm.TEXT.value, "place": str(len(asked) + 1)}

    def save(self, line_id: str, values: Mapping[str, str]) -> None:
        options = values["options"].replace("；", ";").replace("｜", "|").replace(";", "\n")
        form = OwnForm(values.get("form") or OwnForm.TEXT.value)
        held = self.values(line_id)
        place = values["place"].strip()
        if place and not place.isdecimal():
            raise Unfit(_("Write the place as a number, from 1"))
        try:
            if not line_id:
                code = self._app.own_fields.add(
                    form, en=values["en"], zh=values["zh"], options=options
                ).code
            elif form.value != held["form"]:
                raise Unfit(_("What the answer is stays: old answers are kept as they were given."))
            else:
                code = line_id
                self._app.own_fields.change(code, en=values["en"], zh=values["zh"], options=options)
            if place and place != held.get("place"):
                now = self.values(code)["place"]
                if now:
                    self._app.own_fields.move(code, int(place) - int(now))
        except Refused as refused:
            raise Unfit(refused.reason.said(_)) from refused

    def take_away(self, line_id: str) -> None:
        """Ask a field no more, or again."""
        own = self._app.own_fields
        field = next((f for f in own.fields() if f.code == line_id), None)
        if field is None:
            return
        try:
            own.bring_back(line_id) if field.retired else own.retire(line_id)
        except Refused as refused:
            raise Unfit(refused.reason.said(_)) from refused


def _words(field: OwnField) -> str:
    names = [field.zh, field.en] if language().startswith("zh") else [field.en, field.zh]
    return shortened(" · ".join(filter(None, names)), _SHOWN)


def _before(field: OwnField) -> str:
    form = _(_forms()[field.form])
    return _("{form}, not asked any more").format(form=form) if field.retired else form


def _forms() -> dict[OwnForm, str]:
    return {form: BESIDE_LABELS[OwnForm][form] for form in OwnForm}
