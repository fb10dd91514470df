"""desk without a window: every use case in one value, as command line and screens get it."""

from collections.abc import Callable, Iterator
from datetime import tzinfo
from functools import cached_property
from typing import TYPE_CHECKING

from desk.services.beside_services import BesideServices

if TYPE_CHECKING:
    from desk.config import Config
    from desk.services.attachments import Attachments
    from desk.services.backup import Backup
    from desk.services.calendar import Calendars
    from desk.services.categories import Categories
    from desk.services.check import Check
    from desk.services.complaints import Complaints
    from desk.services.customers import CustomersService
    from desk.services.drafts import Drafts
    from desk.services.guide_edits import GuideEdits
    from desk.services.guide_files import GuideFiles
    from desk.services.guides import Guides
    from desk.services.handover import Handover
    from desk.services.intake import Intake
    from desk.services.papers import Papers, Printers
    from desk.services.policy import Policy
    from desk.services.settings import SettingsService
    from desk.services.settings_history import SettingsHistory
    from desk.services.staff import People
    from desk.services.take import Take
    from desk.services.today import Today
    from desk.services.watch import Watch
    from desk.services.week import Week
    from desk.storage.database import Clock, Database


class App(BesideServices):
    """The services over one open database.

    What the board of Today does not need is imported and made when it is first asked for: the
    window does not wait for it.
    """

    def __init__(
        self,
        *,
        config: "Config",
        database: "Database",
        settings: "SettingsService",
        today: "Today",
        printers: "Callable[[], Printers]",
        clock: "Clock",
        zone: tzinfo,
    ) -> None:
        self.config = config
        self.database = database
        self.settings = settings
        self.today = today
        self._printers = printers
        self._clock = clock
        self._zone = zone

    @cached_property
    def complaints(self) -> "Complaints":
        """The guide and the lists."""
        from desk.services.complaints import Complaints

        return Complaints(self.database, self.settings, self._calendars, self._clock, self._zone)

    @cached_property
    def customers(self) -> "CustomersService":
        """People across complaints."""
        from desk.services.customers import CustomersService

        return CustomersService(self.database, self.settings, self._clock)

    @cached_property
    def categories(self) -> "Categories":
        """The category tree."""
        from desk.services.categories import Categories

        return Categories(
            self.database,
            self.settings,
            self._clock,
            zone=self._zone,
            shipped=self.config.resources / "categories.toml",
        )

    @cached_property
    def attachments(self) -> "Attachments":
        """Pictures and files of complaints."""
        from desk.services.attachments import Attachments

        return Attachments(self.database, self.settings, self.config.attachments)

    @cached_property
    def people(self) -> "People":
        """Who works here, and who is signed in."""
        from desk.services.staff import People
        from desk.services.tries import PinTries

        return People(self.database, self.settings, PinTries(self.database, self._clock))

    @cached_property
    def handover(self) -> "Handover":
        """Open complaints from one to another."""
        from desk.services.handover import Handover

        return Handover(self.database, self.settings)

    @cached_property
    def intake(self) -> "Intake":
        """What is added to a complaint that came by another way."""
        from desk.services.intake import Intake

        return Intake(self.complaints.commitment, self.besides, self._clock, self._zone)

    @cached_property
    def drafts(self) -> "Drafts":
        """What is being typed."""
        from desk.services.drafts import Drafts

        return Drafts(self.database, self.settings, self._clock, self._zone)

    @cached_property
    def papers(self) -> "Papers":
        """Papers for customers."""
        from desk.services.papers import Papers

        return Papers(
            self.database,
            self.settings,
            self._printers(),
            self._clock,
            self._zone,
            folder=self.config.papers,
            resources=self.config.resources,
        )

    @cached_property
    def _calendars(self) -> "Calendars":
        from desk.services.calendar import Calendars

        return Calendars(self.config.data / "calendar", self.policy.own_days)

    @cached_property
    def guides(self) -> "Guides":
        """The guides of all languages."""
        from desk.services.guides import Guides

        return Guides(self.config.resources / "languages", self.database, self.settings)

    @cached_property
    def guide_files(self) -> "GuideFiles":
        """Guides as files, and the one way to a new version of the guide."""
        from desk.services.guide_files import GuideFiles

        return GuideFiles(self.database, self.settings, self.guides)

    @cached_property
    def guide_edits(self) -> "GuideEdits":
        """Single lines of the guide."""
        from desk.services.guide_edits import GuideEdits

        return GuideEdits(self.guide_files, self.settings)

    @cached_property
    def settings_history(self) -> "SettingsHistory":
        """Who changed which setting, and taking it back."""
        from desk.services.settings_history import SettingsHistory

        return SettingsHistory(
            self.database, self.settings, self.policy, self._clock, self._zone,
            begun=self.categories.begun,
        )  # fmt: skip

    @cached_property
    def watch(self) -> "Watch":
        """Whether the machine's clock and the calendar can be trusted."""
        from desk.services.watch import Watch

        return Watch(self.database, self.complaints.calendar, self._clock, self._zone)

    @cached_property
    def policy(self) -> "Policy":
        """Clocks and own days, and what changing them would do to open complaints."""
        from desk.services.policy import Policy

        return Policy(
            self.database, self.settings, lambda: self._calendars, self._clock, self._zone
        )

    @cached_property
    def take(self) -> "Take":
        """Bringing in a register."""
        from desk.services.take import Take

        return Take(
            self.database,
            self.settings,
            self._calendars,
            self._clock,
            categories=self.categories,
            zone=self._zone,
            maps=self.config.resources / "maps",
        )

    @cached_property
    def check(self) -> "Check":
        """The proof of the whole desk."""
        from desk.services.check import Check

        return Check(
            self.database, self.config.papers, self.config.attachments, settings=self.settings
        )

    @cached_property
    def backup(self) -> "Backup":
        """Whole copies of the database, with the attachments."""
        from desk.services.backup import Backup

        return Backup(
            self.database, self.config.data / "backups", self._clock, self._zone,
            attachments=self.config.attachments, settings=self.settings,
        )  # fmt: skip

    @cached_property
    def week(self) -> "Week":
        """The weekly review."""
        from desk.services.week import Week

        return Week(self.database, self.settings, self.categories, self._clock, self._zone)

    def load_the_rest(self) -> Iterator[object]:
        """Load what the first picture does without, piece by piece; from any thread."""
        yield self.database.engines()
        yield self.complaints
        yield self.drafts
        yield self.papers

    def on_commit(self, listener: Callable[[frozenset[str]], None]) -> None:
        """Tell `listener` after every commit which tables it touched, on the committing thread."""
        self.database.on_commit(listener)

    def close(self) -> None:
        """Let go of the database, and of what was copied to be looked at."""
        if "attachments" in self.__dict__:
            self.attachments.close()
        self.database.close()
