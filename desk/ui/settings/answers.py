"""Causes and remedies as lists: the branch's own words for them, and whether they are offered."""

from collections.abc import Mapping
from enum import Enum

from desk.domain.investigation import Cause
from desk.domain.label import LANGUAGES
from desk.domain.options import labels, not_offered
from desk.domain.response import Remedy
from desk.i18n import _, catalogue
from desk.services.app import App
from desk.ui.settings.entries import EntryField, Line
from desk.ui.settings.fields import Unfit

_ALWAYS = frozenset({Cause.UNKNOWN, Remedy.NOT_SAID, Remedy.OTHER})
"""Answers everybody must be able to give: nobody is made to say what is not so."""
MOST = 60


class Answers:
    """The answers to one question."""

    def __init__(self, app: App, *, name: str, kind: type[Enum], title: str) -> None:
        self._app = app
        self._kind = kind
        self._title = title
        self.name = name

    def title(self) -> str:
        return _(self._title)

    def hint(self) -> str:
        return _("What is stored stays: only the words change, on screens and papers alike.")

    def empty(self) -> str:
        return ""

    def add(self) -> str:
        return ""

    def drop(self) -> str:
        return _("Words as they were at first")

    def fields(self) -> tuple[EntryField, ...]:
        offered = (("yes", _("Yes")), ("no", _("No")))
        return (
            *(EntryField(name=code, label=own) for code, own in LANGUAGES.items()),
            EntryField(name="offered", label=_("Is it offered?"), choices=offered),
        )

    def lines(self) -> tuple[Line, ...]:
        gone = self._gone()
        return tuple(
            Line(
                id=str(member.value),
                words=_(words),
                before=_("not offered") if member in gone else "",
            )
            for member, words in labels(self._kind).items()
        )

    def values(self, line_id: str) -> Mapping[str, str]:
        member = self._kind(line_id)
        words = labels(self._kind)[member]
        said = {code: catalogue(code).gettext(words) for code in LANGUAGES}
        return {**said, "offered": "no" if member in self._gone() else "yes"}

    def save(self, line_id: str, values: Mapping[str, str]) -> None:
        member = self._kind(line_id)
        words = {code: " ".join(values[code].split()) for code in LANGUAGES}
        if not all(words.values()) or any(len(said) > MOST for said in words.values()):
            raise Unfit(
                _("Write it in both languages, at most {most} characters").format(most=MOST)
            )
        is_offered = values.get("offered") != "no"
        if not is_offered and member in _ALWAYS:
            raise Unfit(_("This answer must stay: nobody is made to say what is not so"))
        held = self.values(line_id)
        changed = {code: said for code, said in words.items() if said != held[code]}
        if changed:
            self._app.settings.reword(self._key(member), changed)
        if is_offered != (member not in self._gone()):
            self._offer(member, on=is_offered)

    def take_away(self, line_id: str) -> None:
        """Give the words back that desk came with, and offer the answer again."""
        member = self._kind(line_id)
        self._app.settings.reword(self._key(member), dict.fromkeys(LANGUAGES, ""))
        self._offer(member, on=True)

    def _gone(self) -> frozenset[Enum]:
        return not_offered(self._app.settings.current().not_offered, self._kind)

    def _offer(self, member: Enum, *, on: bool) -> None:
        keys = set(self._app.settings.current().not_offered.split())
        other = keys - {self._key(member)} if on else keys | {self._key(member)}
        if other != keys:
            self._app.settings.change(not_offered=" ".join(sorted(other)))

    def _key(self, member: Enum) -> str:
        return f"{self._kind.__name__.lower()}.{member.value}"
