"""Phrases, checks and words to avoid as lists: each change is a new version of the guide."""

from collections.abc import Mapping

from desk.domain.label import LANGUAGES
from desk.domain.options import label
from desk.domain.step import Step
from desk.i18n import _, language
from desk.services.app import App
from desk.services.guide_edits import AVOID, CHECK, PHRASE, GuideLine
from desk.ui.settings.entries import EntryField, Line

_BETWEEN = "."


class _GuideList:
    """What the three lists have alike."""

    name = ""
    kind = ""

    def __init__(self, app: App) -> None:
        self._app = app

    def hint(self) -> str:
        return _("Complaints that are open keep the guide they began with.")

    def lines(self) -> tuple[Line, ...]:
        """Read the list in the language of the screen."""
        return tuple(
            Line(id=line.id, words=self._words(line), before=_where(line))
            for line in self._app.guide_edits.lines(self.kind)
        )

    def values(self, line_id: str) -> Mapping[str, str]:
        """Read a line's texts in every language and where it stands."""
        line = next(
            (one for one in self._app.guide_edits.lines(self.kind) if one.id == line_id), None
        )
        if line is None:
            return {"step": "1"}
        said = {
            f"{key}{_BETWEEN}{code}": words
            for code, texts in line.texts.items()
            for key, words in texts.items()
        }
        return {**said, "step": str(line.step.value) if line.step else ""}

    def save(self, line_id: str, values: Mapping[str, str]) -> None:
        """Put a line into a new version of the guide. Raises ContentBroken with the reason."""
        texts: dict[str, dict[str, str]] = {code: {} for code in LANGUAGES}
        for name, words in values.items():
            key, _dot, code = name.partition(_BETWEEN)
            if code:
                texts[code][key] = words
        step = int(values["step"]) if values.get("step") else None
        self._app.guide_edits.put(self.kind, line_id, texts, step)

    def take_away(self, line_id: str) -> None:
        """Make a version of the guide without a line."""
        self._app.guide_edits.drop(self.kind, line_id)

    def _words(self, line: GuideLine) -> str:
        return line.texts[language()]["text"]


class Phrases(_GuideList):
    """What to say."""

    name = "phrases"
    kind = PHRASE

    def title(self) -> str:
        return _("Phrases")

    def empty(self) -> str:
        return _("No phrases. Add one; it shows beside the form.")

    def add(self) -> str:
        return _("New phrase")

    def drop(self) -> str:
        return _("Take the phrase out")

    def fields(self) -> tuple[EntryField, ...]:
        hint = _("At most 100 characters, at most 6 a step. Words in braces are filled in.")
        return (_step_field(), *_texts("text", hint))


class Checks(_GuideList):
    """What to check before going on."""

    name = "checks"
    kind = CHECK

    def title(self) -> str:
        return _("Checklists")

    def empty(self) -> str:
        return _("No checks. Add one; it shows beside the form.")

    def add(self) -> str:
        return _("New check")

    def drop(self) -> str:
        return _("Take the check out")

    def fields(self) -> tuple[EntryField, ...]:
        return (_step_field(), *_texts("text", _("At most 7 a step: a list must be short.")))


class Avoids(_GuideList):
    """What not to say, and what instead."""

    name = "avoids"
    kind = AVOID

    def title(self) -> str:
        return _("Words to avoid")

    def empty(self) -> str:
        return _("No words to avoid. Replies are searched for those you add.")

    def add(self) -> str:
        return _("New words to avoid")

    def drop(self) -> str:
        return _("Take the words out")

    def fields(self) -> tuple[EntryField, ...]:
        asked = (("say", _("Avoid")), ("better", _("Say instead")), ("why", _("Why not")))
        return tuple(
            EntryField(name=f"{key}{_BETWEEN}{code}", label=f"{words} · {own}")
            for key, words in asked
            for code, own in LANGUAGES.items()
        )

    def _words(self, line: GuideLine) -> str:
        texts = line.texts[language()]
        return f"{texts['say']}  →  {texts['better']}"


def _step_field() -> EntryField:
    steps = tuple((str(step.value), _(label(step))) for step in Step)
    return EntryField(name="step", label=_("Step"), choices=steps)


def _texts(key: str, hint: str) -> tuple[EntryField, ...]:
    first, *others = (
        EntryField(name=f"{key}{_BETWEEN}{code}", label=own) for code, own in LANGUAGES.items()
    )
    *before, last = (first, *others)
    return (*before, EntryField(name=last.name, label=last.label, hint=hint))


def _where(line: GuideLine) -> str:
    if line.step is not None:
        return f"{line.step.value} {_(label(line.step))}"
    return _("Side path") if line.path else ""
