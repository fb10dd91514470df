"""One table of rights, and nobody who can do more than it says: every verb, by every role."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desk.app import build
from desk.config import Config, resources
from desk.domain.errors import AnswersMissing
from desk.domain.rights import LABELS, RIGHTS, Right, may_handle
from desk.domain.staff import Role, Staff
from desk.domain.staff_errors import NoRight, NotSignedIn
from desk.services.app import App
from tests.conftest import HERE, StandingClock
from tests.make import a_complaint
from tests.services import verbs

SERVICES = Path(__file__).parents[2] / "desk" / "services"
WHO: tuple[Role | None, ...] = (None, *Role)
WRITES_WITHOUT_AUTHOR = {"check.py", "drafts.py", "settings.py", "tries.py", "watch.py"}
"""Write what only this desk remembers, or a search index."""


class World:
    """A desk with one person of each role, and things to call verbs with."""

    def __init__(self, app: App, folder: Path) -> None:
        self.app = app
        self.known = verbs.things(app, folder)
        with app.database.writing(app.settings.author(Right.MANAGE_STAFF)) as tx:
            for role in Role:
                person = Staff(id=f"{role.value:A<22}"[:22], name=role.value, role=role, pin="x")
                tx.records(Staff).save(person, root=person.id)
        self.people = {p.role: p for p in app.settings.gate.people().values() if p.pin == "x"}

    def act_as(self, role: Role | None) -> None:
        self.app.settings.gate.lock()
        if role is not None:
            self.app.settings.gate.let_in(self.people[role])

    def ops(self) -> int:
        with self.app.database.reading(by_anybody=True) as tx:
            return tx.log.count()


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("rights")
    config = Config(data=folder / "desk", resources=resources())
    app = build(config, clock=StandingClock(), zone=HERE)
    yield World(app, folder)
    app.close()


def test_the_table_gives_every_role_its_rights_and_every_right_its_words() -> None:
    assert set(RIGHTS) == set(Role)
    assert set(LABELS) == set(Right)
    assert RIGHTS[Role.HEAD_OFFICE] == set(Right)
    reading = {Right.READ_ALL, Right.SEE_REPORTS, Right.EXPORT_WEEK}
    assert RIGHTS[Role.AUDITOR] == reading
    assert not RIGHTS[Role.HANDLER] & {
        Right.CHANGE_SETTINGS, Right.APPROVE_OVER_LIMIT, Right.MANAGE_STAFF, Right.BACKUP,
        Right.CLOSE_SAFETY, Right.ERASE, Right.SEE_REPORTS,
    }  # fmt: skip


def test_the_readme_prints_the_table_as_it_is() -> None:
    said = (SERVICES.parents[1] / "README.md").read_text("utf-8")
    for right, words in LABELS.items():
        marks = " | ".join("✓" if right in RIGHTS[role] else "–" for role in Role)
        assert f"| {words} | {marks} |" in said


def test_every_verb_of_every_service_has_its_right_named(world: World) -> None:
    unnamed = []
    for verb, _call in verbs.verbs(world.app):
        try:
            verbs.right_of(verb)
        except KeyError:
            unnamed.append(verb)
    assert not unnamed, f"name the right each needs in tests/services/verbs.py: {unnamed}"


@pytest.mark.parametrize("role", WHO, ids=lambda role: role.value if role else "nobody")
def test_nobody_can_do_more_than_the_table_says_through_services(
    world: World, role: Role | None
) -> None:
    """U1: each right of each role, tried through every verb of every service."""
    wrong = []
    for verb, call in verbs.verbs(world.app):
        try:
            needed = verbs.right_of(verb)
        except KeyError:
            continue  # the test above names it
        has = needed is None or (role is not None and needed in RIGHTS[role])
        if has and verb in {"people.add", "people.set_pin", "people.change_own_pin"}:
            continue  # takes a PIN's time; tests/services/test_staff.py tries them
        world.act_as(role)
        before = world.ops()
        outcome = _outcome(call, verbs.arguments(verb, call, world.known))
        if outcome == ("refused" if has else "let through"):
            wrong.append(f"{verb} was {outcome}")
        if not has and world.ops() != before:
            wrong.append(f"{verb} wrote all the same")
        if role is Role.AUDITOR and world.ops() != before:
            wrong.append(f"{verb} let an auditor change something")
    assert not wrong, "\n".join(wrong)


def _outcome(call: Any, given: dict[str, Any]) -> str:  # noqa: ANN401 - any verb
    try:
        call(**given)
    except (NoRight, NotSignedIn):
        return "refused"
    except AnswersMissing:
        return "asked for more"  # before it looked at rights; nothing is written then
    except Exception:  # noqa: BLE001 - let in, and then it was about something else
        return "let through"
    return "let through"


def test_whatever_a_service_writes_it_writes_as_an_author_who_has_the_right() -> None:
    """What cannot be forgotten: `writing` is given `…author(right)`, never one made up."""
    found = 0
    for file in sorted(SERVICES.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "writing":
                found += 1
                said = ast.unparse(node.args[0])
                asks = "author" in said.casefold()
                assert asks or file.name in WRITES_WITHOUT_AUTHOR, f"{file.name}: {said}"
    assert found > 10


def test_whom_a_complaint_is_about_may_not_handle_it() -> None:
    """V2: the person complained about can neither handle nor close."""
    about_lin = a_complaint(person_staff="lin")
    assert not may_handle("lin", about_lin)
    assert may_handle("chen", about_lin)
    assert may_handle("", about_lin)
    assert may_handle("lin", a_complaint())
