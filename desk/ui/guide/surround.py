"""Reads what lies around a guide; asks the database only when the product changed."""

from desk.domain.draft import Draft
from desk.domain.label import LANGUAGES
from desk.i18n import language
from desk.services.app import App
from desk.ui.guide.situation import Surround


class SurroundReader:
    """Gives a draft its surround."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._asked = ("", "")
        self._like_it = (0, False)

    def of(self, draft: Draft, version: str = "") -> Surround:
        """Read what a draft's suggestions and texts depend on; the guide is that of `version`."""
        chosen = draft.answers.get("language", ())
        spoken = chosen[0] if chosen and chosen[0] in LANGUAGES else language()
        asked = (draft.id, str(draft.answers.get("product", "")))
        if asked != self._asked:
            self._asked = asked
            self._like_it = self._app.complaints.like_it(asked[1], draft.id)
        return Surround(
            now=self._app.complaints.now(),
            calendar=self._app.complaints.calendar(),
            settings=self._app.settings.current(),
            screen_language=language(),
            guide=self._app.guides.of(language(), version),
            words=self._app.guides.of(spoken, version),
            tree=self._app.categories.tree(),
            like_it=self._like_it[0],
            same_open=self._like_it[1],
        )
