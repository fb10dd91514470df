"""What is chosen of a complaint: its stage, its kind, how it came, what it is about, and so on.

Apart from the complaint itself, whose many fields the first picture need not wait for.
"""

from enum import StrEnum


class Stage(StrEnum):
    """Where a complaint stands (ISO 10002 activities; each follows a step of the guide)."""

    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"
    ASSESSED = "assessed"
    INVESTIGATED = "investigated"
    RESPONDED = "responded"
    CLOSED = "closed"


class Kind(StrEnum):
    """What was brought: only complaints run complaint clocks; all kinds are counted apart."""

    COMPLAINT = "complaint"
    SUGGESTION = "suggestion"
    PRAISE = "praise"
    QUESTION = "question"


class ReceivedVia(StrEnum):
    """How the complaint reached the branch."""

    COUNTER = "counter"
    PHONE = "phone"
    LETTER = "letter"
    OPINION_BOOK = "opinion_book"
    ONLINE = "online"
    SURVEY = "survey"
    VISIT = "visit"
    PASSED_ON = "passed_on"
    OTHER = "other"


class OnlineVia(StrEnum):
    """Where on the net it was said."""

    WEBSITE = "website"
    WECHAT = "wechat"
    WEIBO = "weibo"
    DOUYIN = "douyin"
    PLATFORM = "platform"
    OTHER = "other"


class Category(StrEnum):
    """What the complaint is about."""

    PRODUCT = "product"
    SERVICE = "service"
    PRICE = "price"
    OFFER = "offer"
    MANNER = "manner"
    RULE = "rule"
    WAITING = "waiting"
    PREMISES = "premises"
    OTHER = "other"


class Agreed(StrEnum):
    """Whether the customer agreed to the summary when it was read back."""

    YES = "yes"
    CORRECTED = "corrected"
    DECLINED = "declined"


class Channel(StrEnum):
    """How the customer wishes to be reached."""

    PHONE = "phone"
    TEXT = "text"
    EMAIL = "email"
    POST = "post"
    COMES_BACK = "comes_back"
    NO_NEED = "no_need"


class Repeat(StrEnum):
    """Whether the same thing came up before."""

    ONCE = "once"
    AGAIN = "again"


class Known(StrEnum):
    """A plain yes or no that may also not be known."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
