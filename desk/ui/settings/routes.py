"""Outside routes as a list: where a customer may turn who does not accept."""

from collections.abc import Mapping

from desk.domain.route import Route, read_routes, write_routes
from desk.i18n import _
from desk.services.app import App
from desk.ui.settings.entries import EntryField, Line
from desk.ui.settings.fields import Unfit

MOST = 12


class Routes:
    """The routes of the region, as papers and cards show them."""

    name = "routes"

    def __init__(self, app: App) -> None:
        self._app = app

    def title(self) -> str:
        return _("Outside routes")

    def hint(self) -> str:
        return _("Printed in letters as written here; desk knows no routes by itself.")

    def empty(self) -> str:
        return _("No outside routes. Add the consumer association and the authority nearby.")

    def add(self) -> str:
        return _("New route")

    def drop(self) -> str:
        return _("Take the route out")

    def fields(self) -> tuple[EntryField, ...]:
        return (
            EntryField(name="name", label=_("Who it is")),
            EntryField(name="phone", label=_("Phone")),
            EntryField(name="address", label=_("Address")),
            EntryField(
                name="level",
                label=_("What it is"),
                hint=_("For example: mediation, authority, arbitration, court"),
            ),
        )

    def lines(self) -> tuple[Line, ...]:
        return tuple(
            Line(
                id=str(place),
                words="  ".join(filter(None, (route.name, route.phone, route.address))),
                before=route.level,
            )
            for place, route in enumerate(self._routes())
        )

    def values(self, line_id: str) -> Mapping[str, str]:
        if not line_id:
            return {}
        route = self._routes()[int(line_id)]
        return {
            "name": route.name,
            "phone": route.phone,
            "address": route.address,
            "level": route.level,
        }

    def save(self, line_id: str, values: Mapping[str, str]) -> None:
        names = ("name", "phone", "address", "level")
        route = Route(**{name: values.get(name, "") for name in names})
        if not route.name.strip():
            raise Unfit(_("Write who it is"))
        routes = list(self._routes())
        if line_id:
            routes[int(line_id)] = route
        elif len(routes) >= MOST:
            raise Unfit(_("At most {most} routes fit on a paper").format(most=MOST))
        else:
            routes.append(route)
        self._keep(routes)

    def take_away(self, line_id: str) -> None:
        self._keep([r for place, r in enumerate(self._routes()) if str(place) != line_id])

    def _routes(self) -> tuple[Route, ...]:
        return read_routes(self._app.settings.current().routes)

    def _keep(self, routes: list[Route]) -> None:
        self._app.settings.change(routes=write_routes(tuple(routes)))
