"""Handing a kept paper to the printer of this desk, and saying in words where it stands."""

from desk.domain.errors import PrinterTrouble
from desk.domain.paper import Made
from desk.domain.spooling import NotTaken
from desk.explain import explain_job
from desk.i18n import _
from desk.services.papers import Papers


def send_to_usual(papers: Papers, made: Made) -> str:
    """Send to the machine's own choice of printer, else its first; give the printer's answer.

    Raises PrinterTrouble, also where there is no printer; the paper is kept in any case.
    """
    queues = papers.queues()
    if not queues:
        raise PrinterTrouble("", NotTaken.NO_QUEUE)
    usual = next((queue for queue in queues if queue.usual), queues[0])
    news = papers.news(papers.send(made, usual.name))
    return _("{file} on {printer}: {news}").format(
        file=made.file.name, printer=usual.name, news=explain_job(news)
    )
