"""Text messages about a complaint, in the customer's language, to be copied into a phone."""

from datetime import datetime, tzinfo
from pathlib import Path

from desk.domain.complaint import Complaint
from desk.domain.label import LANGUAGES
from desk.domain.text_message import Occasion, composed
from desk.i18n import language as screen_language
from desk.i18n import long_date
from desk.services.settings import SettingsService
from desk.storage.database import Database


class TextMessages:
    """Composes messages; nothing is sent and nothing is kept."""

    def __init__(
        self, database: Database, settings: SettingsService, zone: tzinfo, languages: Path
    ) -> None:
        self._database = database
        self._settings = settings
        self._zone = zone
        self._languages = languages

    def of(self, complaint_id: str) -> dict[Occasion, str]:
        """Compose every message that can be sent about a complaint now.

        What needs a day nobody has set is left out. Raises ContentBroken for a words file.
        """
        with self._database.reading() as tx:
            complaint = tx.complaints.get(complaint_id)
        if complaint is None:
            return {}
        days = {
            Occasion.RECEIVED: complaint.first_word_due_at,
            Occasion.PROGRESS: complaint.progress_due_at,
        }
        found: dict[Occasion, str] = {}
        for occasion in Occasion:
            at = days.get(occasion)
            if occasion is Occasion.READY or at is not None:
                found[occasion] = self._composed(complaint, occasion, at)
        return found

    def _composed(self, complaint: Complaint, occasion: Occasion, at: datetime | None) -> str:
        from desk.services.paper_content import load_text_words

        spoken = complaint.language if complaint.language in LANGUAGES else screen_language()
        words = load_text_words(self._languages, spoken)
        settings = self._settings.current()
        slots = {"reference": complaint.reference}
        if at is not None:
            slots["day"] = long_date(at.astimezone(self._zone).date(), spoken)
        return composed(
            words.say("shop", shop=settings.shop) if settings.shop else "",
            words.say(occasion.value, **slots),
            words.say("call", phone=settings.phone) if settings.phone else "",
            complaint.reference,
        )
