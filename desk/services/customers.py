"""Customers: their earlier complaints, who they are, and which records are the same person."""

from desk.domain.earlier import Earlier
from desk.services.settings import SettingsService
from desk.storage.database import Clock, Database

EARLIER = 5


class CustomersService:
    """Suggests, shows and links; nothing here ever happens by itself."""

    def __init__(self, database: Database, settings: SettingsService, clock: Clock) -> None:
        self._database = database
        self._settings = settings
        self._clock = clock

    def earlier(
        self,
        *,
        phone: str = "",
        name: str = "",
        product: str = "",
        without: str = "",
        limit: int = EARLIER,
    ) -> tuple[Earlier, ...]:
        """Suggest earlier complaints by what is typed so far; empty when too little is."""
        with self._database.reading() as tx:
            return tx.customers.earlier(
                phone=phone, name=name, product=product, without=without, limit=limit
            )
