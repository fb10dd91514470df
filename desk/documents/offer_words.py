"""What is offered, in the words receipt and letter share."""

from desk.documents.paper_facts import Offered
from desk.documents.paper_words import Words
from desk.domain.chinese_amount import amount_in_chinese
from desk.domain.investigation import Finding
from desk.i18n import money

_OWN_CAPITALS = ("zh_CN", "CNY")


def offer_text(offered: Offered, words: Words) -> str:
    """Give the offer in the handler's words, or else the names of what is offered."""
    if offered.text:
        return offered.text
    named = words.remedies(offered.remedies, offered.other)
    return named[:1].upper() + named[1:]


def amount_text(offered: Offered, words: Words, currency: str) -> str:
    """Give the amount in figures and, for yuan in Chinese, in capitals; empty without money."""
    if offered.amount is None:
        return ""
    figures = money(offered.amount, currency, words.language)
    if (words.language, currency) != _OWN_CAPITALS:
        return figures
    return words.say("in_capitals", amount=figures, words=amount_in_chinese(offered.amount))


def is_goodwill(finding: Finding | None) -> bool:
    """Tell whether an offer stands apart from the verdict: it admits nothing then."""
    return finding is Finding.NOT_CONFIRMED
