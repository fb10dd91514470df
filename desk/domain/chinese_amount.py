"""Amounts of money in Chinese capital numerals, as receipts carry them beside the figures."""

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_HUNDRED_MILLION = 10**8


def amount_in_chinese(minor: int) -> str:
    """Write fen in capitals: 123450 -> 壹仟贰佰叁拾肆元伍角, 1000 -> 壹拾元整.

    Rules on filling in bills and settlement vouchers, annex 1 of the payment settlement rules
    (支付结算办法, 1997): 整 after whole yuan; one 零 for zeros inside; 零 before fen when there
    is no jiao. Raises ValueError for a negative amount.
    """
    if minor < 0:
        raise ValueError(minor)
    yuan, rest = divmod(minor, 100)
    jiao, fen = divmod(rest, 10)
    words = f"{_whole(yuan)}元" if yuan or not rest else ""
    if not rest:
        return f"{words}整"
    if jiao:
        words += f"{_DIGITS[jiao]}角"
    elif words:
        words += "零"
    return words + (f"{_DIGITS[fen]}分" if fen else "")


def _whole(number: int) -> str:
    """Write a whole number: groups of four digits under 万, and all of that again under 亿."""
    if number == 0:
        return "零"
    words = ""
    if number >= _HUNDRED_MILLION:
        high, number = divmod(number, _HUNDRED_MILLION)
        words = f"{_whole(high)}亿"
        if number and number < _HUNDRED_MILLION // 10:
            words += "零"
    high, low = divmod(number, 10_000)
    if high:
        words += f"{_group(high)}万"
        if low and low < 1000:
            words += "零"
    return words + _group(low)


def _group(number: int) -> str:
    """Write up to four digits; zeros inside become one 零, those at the end none."""
    words, gap = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            words += ("零" if gap and words else "") + _DIGITS[digit] + _PLACES[place]
            gap = False
        else:
            gap = True
    return words
