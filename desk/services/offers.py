"""Offers: those of a complaint in their order, and what was given before for the like."""

from desk.domain.like_this import LikeThis
from desk.domain.offer import Offer
from desk.storage.database import Database


class Offers:
    """Reads offers; they are written with the commitment that makes them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, complaint_id: str) -> list[Offer]:
        """Read a complaint's offers, the first one first."""
        with self._database.reading() as tx:
            return sorted(tx.records(Offer).of(complaint_id), key=lambda offer: offer.number)

    def like_this(self, complaint_id: str) -> list[LikeThis]:
        """Read what was given last for the like of a complaint; none before it is weighed."""
        with self._database.reading() as tx:
            complaint = tx.complaints.get(complaint_id)
            if complaint is None or complaint.category is None or complaint.severity is None:
                return []
            return tx.given.like_this(complaint)
