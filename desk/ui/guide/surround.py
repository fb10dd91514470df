"""Reads what lies around a guide; asks the database only when something of it may have changed."""

from desk.domain.draft import Draft
from desk.domain.effort import NOTHING, LookedAt
from desk.domain.label import LANGUAGES
from desk.domain.side_path import SidePath
from desk.domain.step import Step
from desk.i18n import language
from desk.services.app import App
from desk.ui.guide.situation import Surround


class SurroundReader:
    """Gives a draft its surround."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._asked = ("", "")
        self._like_it = (0, False)
        self._beside: tuple[str, LookedAt] | None = None
        self._went: tuple[str, tuple[SidePath, ...]] | None = None

    def forget(self) -> None:
        """Read anew what lies beside the complaint: something was written there."""
        self._beside = None
        self._went = None

    def of(self, draft: Draft, version: str = "", *, saved: bool = False) -> Surround:
        """Read what a draft's suggestions and texts depend on; the guide is that of `version`.

        Only what is `saved` can have something beside it.
        """
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
            beside=self._looked_at(draft) if draft.step is Step.INVESTIGATE else NOTHING,
            went=self._paths(draft) if saved else (),
        )

    def _looked_at(self, draft: Draft) -> LookedAt:
        if self._beside is None or self._beside[0] != draft.id:
            self._beside = draft.id, self._app.assessments.looked_at(draft.id)
        return self._beside[1]

    def _paths(self, draft: Draft) -> tuple[SidePath, ...]:
        if self._went is None or self._went[0] != draft.id:
            self._went = draft.id, tuple(self._app.side_paths.of(draft.id))
        return self._went[1]
