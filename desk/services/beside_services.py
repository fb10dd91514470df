"""The services of what stands beside complaints, each made when it is first asked for."""

from datetime import tzinfo
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desk.config import Config
    from desk.services.approvals import Approvals
    from desk.services.assessments import Assessments
    from desk.services.besides import Besides
    from desk.services.closing import Closings
    from desk.services.complaints import Complaints
    from desk.services.contacts import Contacts
    from desk.services.escalations import Escalations
    from desk.services.kinds import Kinds
    from desk.services.offers import Offers
    from desk.services.own_fields import OwnFields
    from desk.services.pauses import Pauses
    from desk.services.promises import Promises
    from desk.services.settings import SettingsService
    from desk.services.side_paths import SidePaths
    from desk.services.staff import People
    from desk.services.text_messages import TextMessages
    from desk.services.undo import Undo
    from desk.storage.database import Clock, Database


class BesideServices:
    """The half of the program that writes contacts, promises, pauses and the like."""

    config: "Config"
    database: "Database"
    settings: "SettingsService"
    _clock: "Clock"
    _zone: tzinfo

    @property
    def complaints(self) -> "Complaints":
        """The guide and the lists, which some of these save through."""
        raise NotImplementedError

    @property
    def people(self) -> "People":
        """Who works here, and may approve."""
        raise NotImplementedError

    @cached_property
    def besides(self) -> "Besides":
        """What is written down beside complaints."""
        from desk.services.besides import Besides

        return Besides(
            self.database, self.settings, self._clock, self._zone, contacts=self.contacts
        )

    @cached_property
    def contacts(self) -> "Contacts":
        """The contact log and the clocks it stops."""
        from desk.services.contacts import Contacts

        return Contacts(
            self.database, self.settings, self.complaints.calendar, self._clock, self._zone
        )

    @cached_property
    def promises(self) -> "Promises":
        """Promises: kept, moved, broken, and what is open."""
        from desk.services.promises import Promises

        return Promises(self.database, self.settings, self.contacts, self._clock, self._zone)

    @cached_property
    def offers(self) -> "Offers":
        """Offers in their order, and what was given before for the like."""
        from desk.services.offers import Offers

        return Offers(self.database)

    @cached_property
    def text_messages(self) -> "TextMessages":
        """Text messages to copy into a phone."""
        from desk.services.text_messages import TextMessages

        return TextMessages(
            self.database, self.settings, self._zone, self.config.resources / "languages"
        )

    @cached_property
    def approvals(self) -> "Approvals":
        """A supervisor's word on what is over a limit."""
        from desk.services.approvals import Approvals

        return Approvals(self.database, self.settings, self.people, self._zone)

    @cached_property
    def side_paths(self) -> "SidePaths":
        """What staff do on side paths."""
        from desk.services.side_paths import SidePaths

        return SidePaths(self.database, self.settings, self._clock, self._zone)

    @cached_property
    def assessments(self) -> "Assessments":
        """Weighing beside the guide."""
        from desk.services.assessments import Assessments

        return Assessments(self.database, self.complaints.commitment, self._clock)

    @cached_property
    def kinds(self) -> "Kinds":
        """What kind a complaint turns out to be."""
        from desk.services.kinds import Kinds

        return Kinds(self.complaints.commitment, self._clock)

    @cached_property
    def closings(self) -> "Closings":
        """Ends without a yes, opening again, and asking how it was."""
        from desk.services.closing import Closings

        return Closings(
            self.database, self.settings, self.complaints.commitment, self._clock, self._zone
        )

    @cached_property
    def escalations(self) -> "Escalations":
        """Whether a complaint should go up inside the company."""
        from desk.services.escalations import Escalations

        return Escalations(self.database, self.settings, self._clock)

    @cached_property
    def pauses(self) -> "Pauses":
        """Waiting for somebody, while our own clocks stand still."""
        from desk.services.pauses import Pauses

        return Pauses(self.database, self.settings, self.complaints.calendar, self._zone)

    @cached_property
    def own_fields(self) -> "OwnFields":
        """The organisation's own fields, and their answers."""
        from desk.services.own_fields import OwnFields

        return OwnFields(self.database, self.settings, self._clock, self._zone)

    @cached_property
    def undo(self) -> "Undo":
        """Taking the last action back."""
        from desk.services.undo import Undo

        return Undo(self.database, self.settings)
