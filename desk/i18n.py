"""Languages: catalogues for screen and paper, dates and numbers, and what a language is called."""

import gettext as _gettext
import io
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from desk.config import resources
from desk.domain.label import LANGUAGES, N_, Coded

if TYPE_CHECKING:
    from babel import Locale

__all__ = ["LANGUAGES", "N_", "_", "catalogue", "language", "ngettext", "use"]

DEFAULT = "en"

_screen: _gettext.NullTranslations = _gettext.NullTranslations()
_screen_language = DEFAULT
_reworded: dict[tuple[str, str], str] = {}


class _Catalogue(_gettext.GNUTranslations):
    """The messages of one language, with the branch's own words in place of those it replaced."""

    language = DEFAULT

    def gettext(self, message: str) -> str:
        return _own_words(message, self.language) or super().gettext(message)


def reword(words: Mapping[tuple[str, str], str]) -> None:
    """Have the branch's own words, by key and language, stand for what they replace everywhere."""
    _reworded.clear()
    _reworded.update(words)


def _own_words(message: str, code: str) -> str:
    return _reworded.get((message.key, code), "") if isinstance(message, Coded) else ""


def use(code: str) -> None:
    """Make `code` the language of the screen. Raises KeyError for a language desk lacks."""
    global _screen, _screen_language  # noqa: PLW0603 - the screen has one language at a time
    _screen = catalogue(code)
    _screen_language = code


def language() -> str:
    """Tell the language of the screen."""
    return _screen_language


def _(message: str) -> str:
    """Translate for the screen."""
    return _own_words(message, _screen_language) or _screen.gettext(message)


def ngettext(one: str, many: str, n: int) -> str:
    """Translate a count for the screen."""
    return _screen.ngettext(one, many, n)


@cache
def catalogue(code: str) -> _gettext.NullTranslations:
    """Give the messages of one language: compiled, or read from the .po where that is newer.

    Raises KeyError for a language desk lacks.
    """
    LANGUAGES[code]
    folder = resources() / "languages" / code
    source, compiled = folder / "desk.po", folder / "desk.mo"
    if compiled.is_file() and (
        not source.is_file() or compiled.stat().st_mtime >= source.stat().st_mtime
    ):
        with compiled.open("rb") as file:
            found = _Catalogue(file)
    else:
        found = _from_source(source)
    found.language = code
    return found


def _from_source(source: Path) -> _Catalogue:
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    buffer = io.BytesIO()
    if source.is_file():
        with source.open("rb") as file:
            write_mo(buffer, read_po(file))
    else:
        write_mo(buffer, Catalog())
    buffer.seek(0)
    return _Catalogue(buffer)


@cache
def _locale(code: str) -> "Locale":
    """Keep what Babel knows of a language; finding it again takes 0.2 ms a call."""
    from babel import Locale

    return Locale.parse(code)


def long_date(day: date, code: str) -> str:
    """Write a day as people of a language do: ``23 November 2026``, 2026年11月23日."""
    from babel.dates import format_date

    pattern = "y年M月d日" if code == "zh_CN" else "d MMMM y"
    return format_date(day, pattern, locale=_locale(code))


def money(minor: int, currency: str, code: str) -> str:
    """Write an amount of minor units with its currency sign and two decimals."""
    from decimal import Decimal

    from babel.numbers import format_currency

    # Outside Chinese, CLDR writes CN¥; a shop that takes one currency writes its sign.
    return format_currency(Decimal(minor) / 100, currency, locale=_locale(code)).replace("CN¥", "¥")


def full_date(day: date, code: str) -> str:
    """Write a day with weekday and year: ``Thu 26 Nov 2026``, 2026年11月26日（周四）."""
    from babel.dates import format_date

    pattern = "y年M月d日（EEE）" if code == "zh_CN" else "EEE d MMM y"
    return format_date(day, pattern, locale=_locale(code))


def full_moment(moment: datetime, code: str) -> str:
    """Write a local moment in full: ``Thu 26 Nov 2026, 18:00``, 2026年11月26日（周四）18:00."""
    between = "" if code == "zh_CN" else ", "
    return f"{full_date(moment.date(), code)}{between}{moment:%H:%M}"


def home(environment: Mapping[str, str]) -> tuple[str, str] | None:
    """Tell the country (ISO 3166) a machine is set up for and its currency (ISO 4217).

    None where the machine does not say, as with the locale C.
    """
    names = ("LC_ALL", "LC_MONETARY", "LANG")
    said = next((text for name in names if (text := environment.get(name))), "")
    if "_" not in said:
        return None
    from babel import Locale, UnknownLocaleError
    from babel.numbers import get_territory_currencies

    try:
        country = Locale.parse(said.split(".")[0].split("@")[0]).territory
    except (UnknownLocaleError, ValueError):
        return None
    used = get_territory_currencies(country) if country else []
    return (country, used[-1]) if country and used else None


def is_currency(code: str) -> bool:
    """Tell whether three letters name a currency."""
    from babel import numbers

    return numbers.is_currency(code)
