"""The screens of the window, one line each, and how they are made when they are first shown."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from desk.i18n import N_
from desk.ui.parts import Parts
from desk.ui.screen_presenter import ScreenPresenter
from desk.ui.screen_view import ScreenView


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen: its name (also its widget's), its title, its icon on the rail, how it is made.

    Presenters are made once and keep their state; views are made anew in another language.
    Screens without an icon are not on the rail.
    """

    name: str
    title: str
    icon: str
    presenter: Callable[[Parts], ScreenPresenter]
    view: Callable[[Any], ScreenView]


# Imported when first shown: the window must not wait for what it does not show yet.


def _today(parts: Parts) -> ScreenPresenter:
    from desk.ui.today.presenter import TodayPresenter

    return TodayPresenter(parts.app, parts.refresh, parts.jobs)


def _today_view(presenter: Any) -> ScreenView:
    from desk.ui.today.view import TodayView

    return TodayView(presenter)


def _guide(parts: Parts) -> ScreenPresenter:
    from desk.ui.guide.presenter import GuidePresenter
    from desk.ui.guide.reasons import ReasonAsker

    presenter = GuidePresenter(parts.app, parts.jobs, parts.reads)
    ReasonAsker(presenter)
    return presenter


def _guide_view(presenter: Any) -> ScreenView:
    from desk.ui.guide.view import GuideView

    return GuideView(presenter)


def _complaints(parts: Parts) -> ScreenPresenter:
    from desk.ui.complaints.presenter import ComplaintsPresenter

    return ComplaintsPresenter(parts.app, parts.refresh, parts.reads)


def _complaints_view(presenter: Any) -> ScreenView:
    from desk.ui.complaints.view import ComplaintsView

    return ComplaintsView(presenter)


def _complaint(parts: Parts) -> ScreenPresenter:
    from desk.ui.complaint.presenter import ComplaintPresenter

    return ComplaintPresenter(parts.app, parts.refresh, parts.jobs)


def _complaint_view(presenter: Any) -> ScreenView:
    from desk.ui.complaint.view import ComplaintView

    return ComplaintView(presenter)


def _customers(parts: Parts) -> ScreenPresenter:
    from desk.ui.customers.presenter import CustomersPresenter

    return CustomersPresenter(parts.app, parts.refresh)


def _customers_view(presenter: Any) -> ScreenView:
    from desk.ui.customers.view import CustomersView

    return CustomersView(presenter)


def _follow_ups(parts: Parts) -> ScreenPresenter:
    from desk.ui.follow_ups.presenter import FollowUpsPresenter

    return FollowUpsPresenter(parts.app, parts.refresh)


def _follow_ups_view(presenter: Any) -> ScreenView:
    from desk.ui.follow_ups.view import FollowUpsView

    return FollowUpsView(presenter)


def _reports(parts: Parts) -> ScreenPresenter:
    from desk.ui.reports.presenter import ReportsPresenter
    from desk.ui.reports.view import show_folder

    return ReportsPresenter(
        parts.app, parts.refresh, jobs=parts.jobs, reads=parts.reads, show_folder=show_folder
    )


def _reports_view(presenter: Any) -> ScreenView:
    from desk.ui.reports.view import ReportsView

    return ReportsView(presenter)


def _settings(parts: Parts) -> ScreenPresenter:
    from desk.ui.settings.presenter import SettingsPresenter

    return SettingsPresenter(parts.app, parts.refresh, parts.look, parts.jobs)


def _settings_view(presenter: Any) -> ScreenView:
    from desk.ui.settings.view import SettingsView

    return SettingsView(presenter)


def _people(parts: Parts) -> ScreenPresenter:
    from desk.ui.people.presenter import PeoplePresenter

    return PeoplePresenter(parts.app, parts.refresh, parts.reads)


def _people_view(presenter: Any) -> ScreenView:
    from desk.ui.people.view import PeopleView

    return PeopleView(presenter)


def _help(parts: Parts) -> ScreenPresenter:
    from desk.ui.help import HelpPresenter

    return HelpPresenter(parts.app)


def _help_view(presenter: Any) -> ScreenView:
    from desk.ui.help import HelpView

    return HelpView(presenter)


SCREENS: tuple[Screen, ...] = (
    Screen("today", N_("Today"), "today", _today, _today_view),
    Screen("complaints", N_("Complaints"), "complaints", _complaints, _complaints_view),
    Screen("customers", N_("Customers"), "customers", _customers, _customers_view),
    Screen("follow_ups", N_("Follow-ups"), "follow_ups", _follow_ups, _follow_ups_view),
    Screen("reports", N_("Reports"), "reports", _reports, _reports_view),
    Screen("settings", N_("Settings"), "settings", _settings, _settings_view),
    Screen("guide", N_("Guide"), "", _guide, _guide_view),
    Screen("complaint", N_("Complaint"), "", _complaint, _complaint_view),
    Screen("people", N_("People"), "", _people, _people_view),
    Screen("help", N_("Help"), "", _help, _help_view),
)

BY_NAME = {screen.name: screen for screen in SCREENS}
