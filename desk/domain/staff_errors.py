"""What staff are refused for who they are, and what cannot be kept of a person."""

from desk.domain.errors import Refused
from desk.domain.label import N_
from desk.domain.rights import LABELS, Right
from desk.domain.sentence import sentence
from desk.domain.staff import LEAST_DIGITS


class NoRight(Refused):
    """Whoever is signed in has no right to do this."""

    def __init__(self, right: Right) -> None:
        super().__init__(
            sentence(
                N_(
                    "This was not done: your role does not include the right to {right}. Ask a "
                    "supervisor: F12 switches to who has it. What was saved is safe."
                ),
                right=sentence(LABELS[right]),
            )
        )
        self.right = right


class NotSignedIn(Refused):
    """People were entered, so somebody must be signed in; nobody is."""

    def __init__(self) -> None:
        super().__init__(
            sentence(
                N_(
                    "This was not done: nobody is signed in. Press F12 and give your PIN; on the "
                    "command line say --as NAME. What was saved is safe."
                )
            )
        )


class MayNotHandle(Refused):
    """Whoever is signed in is the person complained about."""

    def __init__(self, reference: str) -> None:
        super().__init__(
            sentence(
                N_(
                    "Complaint {reference} was not changed: it is about you, so a colleague "
                    "handles and closes it. Hand it over, or ask a supervisor. What was saved is "
                    "safe."
                ),
                reference=reference,
            )
        )
        self.reference = reference


class NoSuchPerson(Refused):
    """Nobody who may sign in has this name."""

    def __init__(self, name: str) -> None:
        super().__init__(
            sentence(
                N_(
                    "Nobody called “{name}” can sign in here. Look at the names under People "
                    "(Ctrl+8), or ask a supervisor to enter you and set your PIN."
                ),
                name=name,
            )
        )
        self.name = name


class WrongPin(Refused):
    """The PIN is not this person's; the next can be tried after `wait` whole seconds."""

    def __init__(self, name: str, wait: int) -> None:
        super().__init__(
            sentence(
                N_(
                    "This is not the PIN of {name}. Try again in {n} s; who has forgotten it asks "
                    "a supervisor for a new one."
                ),
                name=name,
                n=wait,
            )
        )
        self.name = name
        self.wait = wait


class PinWaits(Refused):
    """A PIN was not looked at, because the wait after a wrong one is not over."""

    def __init__(self, name: str, wait: int) -> None:
        super().__init__(
            sentence(
                N_(
                    "The PIN of {name} was wrong before, so this one was not looked at. Try again "
                    "in {n} s."
                ),
                name=name,
                n=wait,
            )
        )
        self.name = name
        self.wait = wait


class NoPinGiven(Refused):
    """A program gave a name and no PIN, and there is no terminal to ask at."""

    def __init__(self, name: str) -> None:
        super().__init__(
            sentence(
                N_(
                    "Nothing was done: {name} gave no PIN, and there is no terminal here to ask "
                    "at. Put the PIN into the environment as DESK_PIN."
                ),
                name=name,
            )
        )


class PinUnfit(Refused):
    """A new PIN is too short or has something other than digits."""

    def __init__(self) -> None:
        super().__init__(
            sentence(
                N_("A PIN has {n} digits or more, and nothing else. Choose another one."),
                n=LEAST_DIGITS,
            )
        )


class NameUnfit(Refused):
    """A person needs a name, and one that nobody else here has or had."""

    def __init__(self, name: str) -> None:
        super().__init__(
            sentence(
                N_("“{name}” is on the list already. Write the name so that it tells them apart."),
                name=name,
            )
            if name
            else sentence(N_("Write the person's name."))
        )
        self.name = name


class NobodyManages(Refused):
    """After this nobody could enter people or set PINs any more."""

    def __init__(self) -> None:
        super().__init__(
            sentence(
                N_(
                    "This was not done: nobody would be left who can enter people and set PINs. "
                    "Enter a supervisor with a PIN first."
                )
            )
        )


class NotForOneself(Refused):
    """Nobody changes their own role or limits, or marks themselves as gone."""

    def __init__(self) -> None:
        super().__init__(
            sentence(
                N_(
                    "This was not done: nobody changes their own role or limits. Ask somebody else "
                    "who can enter people."
                )
            )
        )


class MayNotTakeOver(Refused):
    """A person cannot be given a complaint: gone, an auditor, or complained about in it."""

    def __init__(self, name: str) -> None:
        super().__init__(
            sentence(
                N_(
                    "The complaint was not handed over: {name} cannot handle it. Choose somebody "
                    "who works at the desk and is not complained about in it."
                ),
                name=name,
            )
        )
        self.name = name
