"""How this desk likes its screen: language, light or dark, text size; kept for next time."""

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from desk import i18n
from desk.services.settings import SettingsService
from desk.ui import theme
from desk.ui.theme import LARGEST, SMALLEST, USUAL, Mode

_AFTER = {Mode.LIGHT: Mode.DARK, Mode.DARK: Mode.SYSTEM, Mode.SYSTEM: Mode.LIGHT}


class Look(QObject):
    """Applies and remembers. Qt tells views of colours and sizes, the shell of language."""

    def __init__(
        self, qt: QApplication, settings: SettingsService, language: str | None = None
    ) -> None:
        """Read what was remembered; `language` overrides it for this start."""
        super().__init__()
        self._qt = qt
        self._settings = settings
        self._translator: QTranslator | None = None
        self.mode = _mode(settings.remembered("theme", Mode.SYSTEM))
        self.size = _size(settings.remembered("text_size", str(USUAL)))
        wanted = language or settings.remembered("language", _system_language())
        self.language = wanted if wanted in i18n.LANGUAGES else i18n.DEFAULT

    def apply(self) -> None:
        """Give the program its language, colours and text size."""
        i18n.use(self.language)
        self._translate_qt()
        QLocale.setDefault(QLocale(self.language))
        self._dress()

    def choose(
        self, *, mode: Mode | None = None, size: int | None = None, language: str | None = None
    ) -> None:
        """Change some of it, at once and for next time."""
        self.mode = mode or self.mode
        self.size = self.size if size is None else max(SMALLEST, min(LARGEST, size))
        if language is not None and language != self.language:
            self.language = language
            i18n.use(language)
            self._translate_qt()
            QLocale.setDefault(QLocale(language))
            self._qt.setFont(theme.font(self.size))
        else:
            self._dress()
        self._settings.remember(
            theme=self.mode.value, text_size=str(self.size), language=self.language
        )

    def next_mode(self) -> Mode:
        """Tell which look comes after the present one: light, dark, as the system."""
        return _AFTER[self.mode]

    def next_language(self) -> str:
        """Tell which language comes after the present one."""
        codes = list(i18n.LANGUAGES)
        return codes[(codes.index(self.language) + 1) % len(codes)]

    def _dress(self) -> None:
        theme.apply(self._qt, self.mode, self.size)

    def _translate_qt(self) -> None:
        """Let Qt's own words (buttons, menus of text fields) follow; English needs no file."""
        if self._translator is not None:
            self._qt.removeTranslator(self._translator)
        self._translator = translate_qt(self._qt, self.language, self)


def translate_qt(qt: QApplication, language: str, parent: QObject) -> QTranslator | None:
    """Let Qt speak a language as long as `parent` lives; None where it speaks it already."""
    translator = QTranslator(parent)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if language == "en" or not translator.load(f"qtbase_{language}", folder):
        return None
    qt.installTranslator(translator)
    return translator


def _mode(remembered: str) -> Mode:
    return Mode(remembered) if remembered in set(Mode) else Mode.SYSTEM


def _size(remembered: str) -> int:
    return max(SMALLEST, min(LARGEST, int(remembered))) if remembered.isdecimal() else USUAL


def _system_language() -> str:
    """Follow the machine: every Chinese of Qt's names is served by the one Chinese of desk."""
    chinese = QLocale.system().language() == QLocale.Language.Chinese
    return "zh_CN" if chinese else i18n.DEFAULT
