"""The cards there are, one line each, and how each is made when it is opened."""

from collections.abc import Callable
from dataclasses import dataclass

from desk.i18n import N_, _
from desk.services.app import App
from desk.ui.cards.approval import ApprovalCard
from desk.ui.cards.assessment import PauseCard, PriorityCard
from desk.ui.cards.attachment import AttachmentCard
from desk.ui.cards.came_before import CameBeforeCard
from desk.ui.cards.card import Card
from desk.ui.cards.closing import CloseCard, RatingCard, ReopenCard, RepeatCard
from desk.ui.cards.contact import contact_card
from desk.ui.cards.handover import HandoverCard
from desk.ui.cards.intake import (
    MatterCard,
    came_by_card,
    for_somebody_card,
    paper_form_card,
    passed_on_card,
)
from desk.ui.cards.investigation import CameraCard, fact_card, kept_item_card, task_card
from desk.ui.cards.kind import KindCard
from desk.ui.cards.offers import OffersCard
from desk.ui.cards.own_fields import OwnFieldsCard
from desk.ui.cards.promise import PromiseCard
from desk.ui.cards.referral import referral_card
from desk.ui.cards.refusal import RefusalCard
from desk.ui.cards.side_paths import (
    AbuseCard,
    HelpCard,
    LawyerCard,
    LeftCard,
    SafetyCard,
    pace_at_end_card,
    wish_not_met_card,
)
from desk.ui.cards.text_message import TextMessageCard
from desk.ui.cards.told import ToldCard

Make = Callable[[App, str], Card]


@dataclass(frozen=True, slots=True)
class CardEntry:
    """A card: its name, its words in the menu, and how it is made for a complaint's id."""

    name: str
    label: str
    make: Make


PATHS: tuple[CardEntry, ...] = (
    CardEntry("safety", N_("Safety"), SafetyCard),
    CardEntry("abuse", N_("Abuse or threat"), AbuseCard),
    CardEntry("does_not_accept", N_("Does not accept"), RefusalCard),
    CardEntry("supervisor", N_("Ask the supervisor"), ApprovalCard),
    CardEntry("left", N_("Customer left"), LeftCard),
    CardEntry("came_before", N_("Came before"), CameBeforeCard),
    CardEntry("wish_not_met", N_("Wish we cannot meet"), wish_not_met_card),
    CardEntry("lawyer", N_("Lawyer, press, authority"), LawyerCard),
    CardEntry("needs_help", N_("Needs help: language, sight, hearing, carer"), HelpCard),
)
"""The side paths of Ctrl+E, in the order of their digits."""

BESIDE: tuple[CardEntry, ...] = (
    CardEntry("contact", N_("A contact"), contact_card),
    CardEntry("told", N_("Told them how it stands"), ToldCard),
    CardEntry("text_message", N_("A text message to copy"), TextMessageCard),
    CardEntry("offers", N_("Offers so far"), OffersCard),
    CardEntry("promise", N_("A promise"), PromiseCard),
    CardEntry("fact", N_("A fact"), fact_card),
    CardEntry("task", N_("A task for somebody"), task_card),
    CardEntry("kept_item", N_("An item we keep"), kept_item_card),
    CardEntry("camera", N_("Keep the camera picture"), CameraCard),
    CardEntry("matter", N_("Another matter"), MatterCard),
    CardEntry("for_somebody", N_("For somebody else"), for_somebody_card),
    CardEntry("passed_on", N_("Passed on by somebody"), passed_on_card),
    CardEntry("came_by", N_("Came by the net"), came_by_card),
    CardEntry("paper_form", N_("From a paper form"), paper_form_card),
    CardEntry("priority", N_("Priority by hand"), PriorityCard),
    CardEntry("pause", N_("Waiting for somebody"), PauseCard),
    CardEntry("kind", N_("Another kind"), KindCard),
    CardEntry("own", N_("More about it"), OwnFieldsCard),
    CardEntry("handover", N_("Hand over to a colleague"), HandoverCard),
    CardEntry("attachment", N_("A photo or file"), AttachmentCard),
    CardEntry("referral", N_("Refer: go up, or outside"), referral_card),
    CardEntry("rating", N_("Call-back: how was it?"), RatingCard),
    CardEntry("repeat", N_("Once or again"), RepeatCard),
    CardEntry("close", N_("Close without agreement"), CloseCard),
    CardEntry("pace_end", N_("Pace of talk at the end"), pace_at_end_card),
)
"""What Ctrl+G writes down beside the complaint, in the order of the keys of its menu."""


APART: tuple[CardEntry, ...] = (CardEntry("reopen", N_("Open again"), ReopenCard),)
"""Cards that a button of their own opens, and no menu."""


def entry(name: str) -> CardEntry:
    """Give a card by its name. Raises KeyError."""
    return {each.name: each for each in (*PATHS, *BESIDE, *APART)}[name]


def title(each: CardEntry) -> str:
    """Give a card's words for the menu."""
    return _(each.label)
