"""Whether a complaint should go up inside the company, by what is known of it now."""

from desk.domain.closing import Closing
from desk.domain.escalation import Hint, suggested
from desk.domain.referral import Referral
from desk.domain.side_path import Path, SidePath
from desk.services.settings import SettingsService
from desk.storage.database import Clock, Database


class Escalations:
    """Reads what the rule asks for; going up is written down by the card of referrals."""

    def __init__(self, database: Database, settings: SettingsService, clock: Clock) -> None:
        self._database = database
        self._settings = settings
        self._clock = clock

    def suggested(self, complaint_id: str) -> Hint | None:
        """Suggest a level, or None. Raises NotSignedIn."""
        with self._database.reading() as tx:
            complaint = tx.complaints.get(complaint_id)
            if complaint is None:
                return None
            paths = tx.records(SidePath).of(complaint_id)
            closings = tx.records(Closing).of(complaint_id)
            return suggested(
                complaint,
                now=self._clock(),
                returns=sum(one.reopened_at is not None for one in closings),
                is_public=any(one.path is Path.LAWYER_PRESS_AUTHORITY for one in paths),
                amount_limit=self._settings.current().escalate_amount,
                referrals=tx.records(Referral).of(complaint_id),
            )
