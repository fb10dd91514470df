"""The colours of the two looks, named by what they are for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Every colour of one look as ``#RRGGBB``.

    Text on `window` and `surface` has a contrast of at least 4.5, edges and the focus ring at
    least 3 (WCAG 2.2 AA 1.4.3 and 1.4.11). `line` is decoration only.
    """

    window: str
    surface: str
    text: str
    muted: str
    edge: str
    placeholder: str
    accent: str
    on_accent: str
    chosen: str
    hover: str
    line: str
    danger: str
    danger_back: str
    warning: str
    warning_back: str
    done: str
    done_back: str
    focus: str


LIGHT = Tokens(
    window="#F3F5F7",
    surface="#FFFFFF",
    text="#1B2430",
    muted="#4E5A68",
    edge="#7C8896",
    placeholder="#5F6B79",
    accent="#0B5CAD",
    on_accent="#FFFFFF",
    chosen="#E3EEF9",
    hover="#EDF2F7",
    line="#D6DCE3",
    danger="#B3261E",
    danger_back="#FDECEA",
    warning="#8A5300",
    warning_back="#FFF4E0",
    done="#1B6B3A",
    done_back="#E7F5EC",
    focus="#0B5CAD",
)

DARK = Tokens(
    window="#171B21",
    surface="#1F252D",
    text="#E8ECF1",
    muted="#A9B4C0",
    edge="#76838F",
    placeholder="#98A4B1",
    accent="#7DB7F5",
    on_accent="#0B1A2B",
    chosen="#22354A",
    hover="#28303A",
    line="#343D48",
    danger="#FF9A91",
    danger_back="#3A1E1C",
    warning="#F5BE62",
    warning_back="#352A17",
    done="#7FD49B",
    done_back="#18301F",
    focus="#FFD54A",
)
