"""A desk with so many complaints, made once through the real save path and kept for later runs."""

import dataclasses
import hashlib
import random
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.texts import texts
from desk.domain.assessment import Affected, Parts, Safety, Severity
from desk.domain.complainant import Complainant
from desk.domain.complaint import (
    Agreed,
    Category,
    Channel,
    Complaint,
    Kind,
    Known,
    ReceivedVia,
    Stage,
)
from desk.domain.identity import derived_id, new_id
from desk.domain.investigation import Cause, Checked, Finding
from desk.domain.promise import Promise, PromiseKind, PromiseState
from desk.domain.response import Answer, Apology, Done, Outcome, Remedy
from desk.domain.text import first_sentence
from desk.storage import migrate, tables
from desk.storage.author import Author
from desk.storage.database import Database

NOW = datetime(2026, 11, 23, 2, 42, tzinfo=UTC)
YEARS = 3
AT_ONCE = 1000
COMPLAINTS_EACH = 2
"""Complaints of one customer, on the whole; every tenth complaint carries a promise."""
AUTHOR = Author("Lin", "BR01")


def folder(count: int, cache: Path) -> Path:
    """Give a data folder with `count` complaints, making it when the cache has none that fits."""
    schema = hashlib.sha256()
    for source in (tables.__file__, migrate.__file__, __file__):
        schema.update(Path(str(source)).read_bytes())
    made = cache / f"{count}-{schema.hexdigest()[:12]}"
    if not (made / "whole").is_file():
        _make(made, count)
    return made


def _make(target: Path, count: int) -> None:
    target.mkdir(parents=True, exist_ok=True)
    file = target / "desk.sqlite"
    for old in target.glob("desk.sqlite*"):
        old.unlink()
    database = Database(file, lambda: NOW)
    said = texts()
    chance = random.Random(count)  # noqa: S311 - repeatable, no secret
    start = time.perf_counter()
    for first in range(0, count, AT_ONCE):
        with database.writing(AUTHOR) as tx:
            for n in range(first, min(first + AT_ONCE, count)):
                complaint = a_complaint(n, count, said[n % len(said)], chance)
                tx.complaints.save(complaint)
                if n % COMPLAINTS_EACH == 0:
                    person = a_customer(n // COMPLAINTS_EACH)
                    tx.records(Complainant).save(person, root=person.id)
                if n % 10 == 0:
                    tx.records(Promise).save(a_promise(complaint, chance), root=complaint.id)
        _say(f"making complaints: {min(first + AT_ONCE, count)} of {count}", end="\r")
    database.close()
    (target / "whole").touch()
    took = time.perf_counter() - start
    _say(f"made {count} complaints in {took:.0f} s, {took / count * 1000:.2f} ms each")


def customer_id(n: int) -> str:
    """Name the n-th customer."""
    return derived_id("bench customer", str(n))


def a_customer(n: int) -> Complainant:
    """Make the n-th customer."""
    phone = f"555-{n * 7919 % 10**7:07d}"
    return Complainant(id=customer_id(n), name=f"Sam Example {n}", phones=(phone,))


def a_promise(complaint: Complaint, chance: random.Random) -> Promise:
    """Make a promise given with a complaint."""
    return Promise(
        id=derived_id("bench promise", complaint.id),
        complaint=complaint.id,
        kind=PromiseKind.CALL,
        what="We call back.",
        by="Lin",
        due_on=complaint.arrived_at.date(),
        state=chance.choice((PromiseState.KEPT, PromiseState.KEPT, PromiseState.BROKEN)),
    )


def a_complaint(n: int, count: int, story: str, chance: random.Random) -> Complaint:
    """Make the n-th of `count` complaints spread over some years; most of them are closed."""
    arrived = NOW - timedelta(days=365 * YEARS) * ((count - n) / count)
    pick = chance.choice
    complaint = Complaint(
        id=new_id(arrived, chance.randbytes(10)),
        complainant=customer_id(chance.randrange(max(1, count // COMPLAINTS_EACH))),
        reference=f"BR01-{arrived.year % 100}-{n + 1:04d}",
        branch="BR01",
        handler=pick(("Lin", "Chen", "Novak", "Okafor")),
        arrived_at=arrived,
        kind=Kind.COMPLAINT,
        received_via=pick(tuple(ReceivedVia)),
        story=story,
        category=pick(tuple(Category)),
        safety=pick((Safety.NO, Safety.NO, Safety.NO, Safety.YES, Safety.NOT_SURE)),
        pace=chance.randint(1, 5),
        wish=(pick(tuple(Remedy)),),
        priority=chance.randint(1, 3),
        received_at=arrived,
        first_word_due_at=arrived + timedelta(days=3),
        progress_due_at=arrived + timedelta(days=7),
        final_due_at=arrived + timedelta(days=14),
        policy="2026-1",
    )
    if n > count * 0.98 and chance.random() < 0.5:
        return complaint
    return dataclasses.replace(
        complaint,
        stage=Stage.CLOSED,
        summary=first_sentence(story, 160),
        agreed=Agreed.YES,
        apology=pick(tuple(Apology)),
        language=pick(("en", "zh_CN")),
        channel=Channel.PHONE,
        phone=f"555-{chance.randrange(10**7):07d}",
        name=pick(("Sam Example", "王小样", "Kim Muster", "李样本")),
        consent=Known.YES,
        product=f"{pick(('kettle', 'room', 'parcel', '手机', '会员卡'))} {n % 997}",
        checked=(Checked.ITEM, Checked.RECEIPT),
        finding=pick((Finding.CONFIRMED, Finding.PARTLY, Finding.NOT_CONFIRMED)),
        cause=pick(tuple(Cause)),
        severity=pick(tuple(Severity)),
        parts=pick(tuple(Parts)),
        affected=pick(tuple(Affected)),
        found="We looked at it together; the seal is worn.",
        offer=(Remedy.EXCHANGE,),
        offered="A new one today.",
        answer=Answer.ACCEPTS,
        done=Done.NOW,
        rating_result=chance.randint(1, 5),
        rating_handling=chance.randint(1, 5),
        acknowledged_at=arrived + timedelta(minutes=8),
        investigated_at=arrived + timedelta(minutes=20),
        responded_at=arrived + timedelta(minutes=30),
        closed_at=arrived + timedelta(minutes=31),
        outcome=Outcome.RESOLVED,
    )


def _say(words: str, end: str = "\n") -> None:
    print(words, end=end, file=sys.stderr, flush=True)
