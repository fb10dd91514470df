"""Outside routes: where a customer may turn who does not accept, as a supervisor wrote them."""

from dataclasses import dataclass

from desk.domain.text import storable

BETWEEN = "|"
"""What stands between the parts of a route in the setting `routes`, one route a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One way: who it is, phone and address, and its level (mediation, authority, court ...)."""

    name: str
    phone: str = ""
    address: str = ""
    level: str = ""


def read_routes(text: str) -> tuple[Route, ...]:
    """Read the setting `routes`; a line that was written freely is all name."""
    return tuple(_route(line) for line in text.splitlines() if line.strip(f" {BETWEEN}"))


def write_routes(routes: tuple[Route, ...]) -> str:
    """Write routes as the setting holds them."""
    return "\n".join(
        f" {BETWEEN} ".join(map(_part, (r.name, r.phone, r.address, r.level))).rstrip(f" {BETWEEN}")
        for r in routes
    )


def printed(text: str) -> str:
    """Write the setting `routes` as papers show it: one route a line, its parts in a row."""
    return "\n".join(
        "  ".join(filter(None, (r.name, r.phone, r.address))) for r in read_routes(text)
    )


def _route(line: str) -> Route:
    parts = [part.strip() for part in line.split(BETWEEN)]
    name, phone, address, level = (*parts, "", "", "", "")[:4]
    return Route(name=name, phone=phone, address=address, level=level)


def _part(text: str) -> str:
    return " ".join(storable(text).replace(BETWEEN, "/").split())
