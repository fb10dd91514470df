"""Every change of the settings as a list: who, when, from what to what; Enter takes one back."""

from collections.abc import Mapping

from desk.domain.besides import BY_ENTITY
from desk.domain.field_labels import field_label
from desk.domain.label import LANGUAGES
from desk.domain.op import Plain
from desk.domain.options import REWORDED, labels
from desk.domain.text import shortened
from desk.i18n import _, full_moment, language
from desk.services.app import App
from desk.services.settings import WORDS
from desk.services.settings_history import SETTING, Change, FieldChange
from desk.ui.settings.entries import EntryField, Line
from desk.ui.settings.fields import BY_NAME, Unfit
from desk.ui.settings.own_days import KINDS

_SHOWN = 60
_MOST = 500


class History:
    """What was changed, newest first."""

    name = "history"

    def __init__(self, app: App) -> None:
        self._app = app

    def title(self) -> str:
        return _("History")

    def hint(self) -> str:
        return _("Nothing is removed: taking a change back is a change of its own.")

    def empty(self) -> str:
        return _("Nothing was changed yet. What you change is listed here and can be taken back.")

    def add(self) -> str:
        return ""

    def drop(self) -> str:
        return _("Take this change back")

    def fields(self) -> tuple[EntryField, ...]:
        return ()

    def lines(self) -> tuple[Line, ...]:
        zone = self._app.complaints.now().tzinfo
        return tuple(
            Line(
                id=change.id,
                words=change_words(change),
                before="  ".join(
                    (full_moment(change.at.astimezone(zone), language()), change.actor or "–")
                ),
            )
            for change in self._app.settings_history.changes()[:_MOST]
        )

    def values(self, line_id: str) -> Mapping[str, str]:
        del line_id
        return {}

    def save(self, line_id: str, values: Mapping[str, str]) -> None:
        del line_id, values
        raise Unfit(_("Nothing was changed yet."))

    def take_away(self, line_id: str) -> None:
        self._app.settings_history.undo(line_id)


def change_words(change: Change) -> str:
    """Say what was changed, from what to what."""
    told = (_field_words(change, one) for one in change.fields if one.name != "day")
    return _("{what}: {fields}").format(what=_what(change), fields=_("; ").join(told))


def _what(change: Change) -> str:
    if change.entity != SETTING:
        name = BY_ENTITY[change.entity].label
        return f"{_(name)} {change.name}"
    if change.name in BY_NAME:
        return _(BY_NAME[change.name].label)
    if change.name.startswith(WORDS):
        return _own_words(change.name.removeprefix(WORDS)) or change.name
    known = {
        "routes": _("Outside routes"),
        "not_offered": _("Not offered"),
        "guide_version": _("Version of the guide"),
    }
    return known.get(change.name, change.name)


def _own_words(key: str) -> str:
    kind, _dot, rest = key.partition(".")
    if kind not in REWORDED:
        return ""
    code, _dot, spoken = rest.rpartition(".")
    words = {str(m.value): str(w) for m, w in labels(REWORDED[kind]).items()}.get(code, code)
    return _("{words} in {language}").format(words=_(words), language=LANGUAGES.get(spoken, spoken))


def _field_words(change: Change, one: FieldChange) -> str:
    pair = (_said(change, one.name, one.before), _said(change, one.name, one.after))
    words = "{} → {}".format(*pair)
    if change.entity in {SETTING, "calendar_day"} or len(change.fields) == 1:
        return words
    return f"{_(field_label(one.name))} {words}"


def _said(change: Change, name: str, value: Plain) -> str:
    if value is None or value == "":
        if change.name == "guide_version" or change.name.startswith(WORDS):
            return _("as desk came")
        return _("nothing") if value == "" or change.name not in BY_NAME else _("as desk came")
    if change.name in BY_NAME and name == "value":
        field = BY_NAME[change.name]
        shown = (
            field.show(int(str(value))) if str(value).isdecimal() and field.show is not str else ""
        )
        return shown or shortened(str(value), _SHOWN)
    if change.entity == "calendar_day" and name == "kind":
        return next((_(w) for kind, w in KINDS.items() if kind == value), str(value))
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    words = _(", ").join(value) if isinstance(value, list) else str(value)
    return shortened(words.replace("\n", " / "), _SHOWN)
