"""Counts earlier complaints of the customer in front, beside the window's own work."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

from desk.domain.earlier import Alike
from desk.services.app import App
from desk.ui.guide.in_front import InFront
from desk.ui.guide.situation import Situation
from desk.ui.jobs import Jobs, Progress

ASK_AFTER = 300
"""Milliseconds from the last change of a phone or name to asking the database."""
MOST = 99
"""More than this is not told apart."""
_OF_A_PERSON = {Alike.PHONE, Alike.NAME}


@dataclass(frozen=True, slots=True)
class _Asked:
    complaint: str = ""
    phone: str = ""
    name: str = ""
    product: str = ""


class EarlierVisits(QObject):
    """Asks again only when what is asked for has changed.

    What is alike by its product alone may be anybody's, so it is no visit of this customer.
    """

    def __init__(self, app: App, jobs: Jobs, front: InFront) -> None:
        super().__init__(front)
        self._front = front
        front.changed.connect(self._look)
        self._app = app
        self._jobs = jobs
        self._asked = _Asked()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(ASK_AFTER)
        self._timer.timeout.connect(self._ask)

    def _look(self, situation: Situation) -> None:
        """Take what is in front now; it is asked for once staff type no more."""
        c = situation.complaint
        asked = _Asked(c.id, c.phone, c.name, c.product)
        if asked == self._asked:
            return
        is_another = asked.complaint != self._asked.complaint
        self._asked = asked
        self._timer.start()
        if is_another:
            self._front.count_earlier(0)

    def close(self) -> None:
        """Ask no more."""
        self._timer.stop()

    def _ask(self) -> None:
        asked = self._asked

        def work(progress: Progress) -> int:
            del progress
            found = self._app.customers.earlier(
                phone=asked.phone,
                name=asked.name,
                product=asked.product,
                without=asked.complaint,
                limit=MOST,
            )
            return sum(bool(_OF_A_PERSON & {*one.why}) for one in found)

        def done(count: int) -> None:
            if asked == self._asked:
                self._front.count_earlier(count)

        # What cannot be counted is not told; saving tells what is wrong with the disk.
        self._jobs.run(work, done, lambda _error: None)
