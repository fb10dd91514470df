"""Merging people: whatever the order in which saves arrive, all desks see the same people."""

import dataclasses
from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from desk.domain.complainant import Complainant, Detail, Merge
from desk.domain.identity import derived_id
from desk.domain.op import Op, fold, plain, write_op
from desk.domain.person import Person, edited, people, usually_taken
from tests.make import ARRIVED

IDS = tuple(derived_id("person", str(n)) for n in range(4))
NAMES = ("Wei Lin", "王小明", "Sam Example", "")
PHONES = ("555-0117", "(555) 0117", "138 0013 4821", "")


def a_person(n: int, **said: Any) -> Complainant:  # noqa: ANN401 - any field
    return Complainant(id=IDS[n], **said)


def a_merge(kept: int, merged: int, *taken: Detail, **said: Any) -> Merge:  # noqa: ANN401 - the same
    known = {"merged_at": ARRIVED, **said}
    return Merge(
        id=derived_id("merge", str(kept), str(merged)),
        kept=IDS[kept], merged=IDS[merged], taken=taken, **known,
    )  # fmt: skip


def shown(records: list[Complainant], merges: list[Merge], n: int) -> Person:
    return people(records, merges)[IDS[n]]


class TestMerging:
    """H2."""

    def test_both_ids_stay_valid_and_stand_for_the_kept_one(self) -> None:
        records = [a_person(0, name="Wei Lin"), a_person(1, name="W. Lin")]
        found = people(records, [a_merge(0, 1)])
        assert found[IDS[0]] is found[IDS[1]]
        assert found[IDS[1]].ids == (IDS[0], IDS[1])
        assert found[IDS[1]].name == "Wei Lin"

    def test_each_detail_is_chosen_apart(self) -> None:
        records = [
            a_person(0, name="Wei Lin", email="w@example.org", phones=("555-0117",)),
            a_person(1, name="Lin Wei", email="l@example.org", phones=("555-0118",)),
        ]
        person = shown(records, [a_merge(0, 1, Detail.NAME, Detail.PHONES)], 0)
        assert (person.name, person.email) == ("Lin Wei", "w@example.org")
        assert person.phones == ("555-0117", "555-0118")

    def test_the_same_number_written_otherwise_stands_once(self) -> None:
        records = [a_person(0, phones=("555-0117",)), a_person(1, phones=("(555) 0117",))]
        assert shown(records, [a_merge(0, 1, Detail.PHONES)], 0).phones == ("555-0117",)

    def test_without_a_choice_all_phones_stand_and_gaps_are_filled(self) -> None:
        kept, merged = a_person(0, name="Wei Lin"), a_person(1, name="Lin", email="l@example.org")
        both = people([kept, merged], [])
        assert usually_taken(both[IDS[0]], both[IDS[1]]) == (Detail.EMAIL, Detail.PHONES)

    def test_what_was_merged_may_be_merged_again_and_the_first_merge_be_taken_back(self) -> None:
        records = [a_person(n, phones=(f"555-010{n}",)) for n in range(3)]
        first = a_merge(1, 2, Detail.PHONES)
        later = a_merge(0, 1, Detail.PHONES, merged_at=ARRIVED + timedelta(days=1))
        assert shown(records, [first, later], 2).phones == ("555-0100", "555-0101", "555-0102")
        undone = dataclasses.replace(first, undone=True)
        assert shown(records, [undone, later], 0).phones == ("555-0100", "555-0101")
        assert shown(records, [undone, later], 2).ids == (IDS[2],)

    def test_a_ring_of_merges_from_branches_that_knew_nothing_of_each_other_is_one_person(
        self,
    ) -> None:
        records = [a_person(0, name="Wei Lin"), a_person(1, name="Lin Wei")]
        later = a_merge(1, 0, Detail.NAME, merged_at=ARRIVED + timedelta(hours=1))
        for merges in ([a_merge(0, 1), later], [later, a_merge(0, 1)]):
            assert shown(records, merges, 1).id == IDS[0]

    def test_a_merge_whose_record_has_not_arrived_yet_waits_for_it(self) -> None:
        kept, merged = a_person(0), a_person(1)
        assert shown([kept], [a_merge(0, 1)], 0).ids == (IDS[0],)
        assert shown([kept, merged], [a_merge(0, 1)], 0).ids == (IDS[0], IDS[1])


class TestEditing:
    """H2: what was edited after a merge stays when it is taken back."""

    RECORDS = (
        a_person(0, name="Wei Lin", phones=("555-0100",)),
        a_person(1, name="Lin Wei", phones=("555-0101", "555-0102")),
    )
    MERGE = a_merge(0, 1, Detail.NAME, Detail.PHONES)

    def after(self, **wanted: Any) -> tuple[Person, Person, Person]:  # noqa: ANN401 - any detail
        """The person edited, then both of them once the merge was taken back."""
        person = shown([*self.RECORDS], [self.MERGE], 0)
        records, merges = edited(person, {Detail(n): value for n, value in wanted.items()})
        held = {r.id: r for r in (*self.RECORDS, *records)}
        (merge,) = merges or (self.MERGE,)
        now = people(held.values(), [merge])[IDS[0]]
        apart = people(held.values(), [dataclasses.replace(merge, undone=True)])
        return now, apart[IDS[0]], apart[IDS[1]]

    def test_an_edited_name_stays_with_the_kept_one_and_the_other_has_its_own_again(self) -> None:
        now, kept, merged = self.after(name="Wei Li")
        assert [p.name for p in (now, kept, merged)] == ["Wei Li", "Wei Li", "Lin Wei"]

    def test_a_name_edited_back_to_the_kept_ones_own_stays_so(self) -> None:
        now, kept, _ = self.after(name="Wei Lin")
        assert (now.name, kept.name) == ("Wei Lin", "Wei Lin")

    def test_a_number_added_stays_and_those_the_merge_brought_go_back(self) -> None:
        now, kept, merged = self.after(phones=("555-0100", "555-0101", "555-0102", "555-0103"))
        assert now.phones == ("555-0100", "555-0103", "555-0101", "555-0102")
        assert kept.phones == ("555-0100", "555-0103")
        assert merged.phones == ("555-0101", "555-0102")

    def test_a_number_taken_away_stays_away(self) -> None:
        now, kept, merged = self.after(phones=("555-0100", "555-0102"))
        assert now.phones == ("555-0100", "555-0102")
        assert (kept.phones, merged.phones) == (("555-0100",), ("555-0102",))

    def test_what_is_said_already_changes_nothing(self) -> None:
        person = shown([*self.RECORDS], [self.MERGE], 0)
        records, merges = edited(person, {Detail.NAME: "Lin Wei", Detail.PHONES: person.phones})
        assert (records, merges) == ((), ())


@given(
    name=st.sampled_from(NAMES),
    phones=st.lists(st.sampled_from(PHONES), unique=True).map(tuple),
    merges=st.lists(
        st.tuples(st.integers(0, 3), st.integers(0, 3), st.sets(st.sampled_from(Detail)))
    ),
)  # fmt: skip
def test_whatever_was_merged_what_is_edited_is_what_is_shown(
    name: str, phones: tuple[str, ...], merges: list[tuple[int, int, set[Detail]]]
) -> None:
    records = [a_person(n, name=NAMES[n], phones=(PHONES[n],)) for n in range(4)]
    made = [
        a_merge(a, b, *taken, merged_at=ARRIVED + timedelta(minutes=n))
        for n, (a, b, taken) in enumerate(merges)
    ]
    made = list({merge.id: merge for merge in made}.values())
    person = shown(records, made, 0)
    changed, other = edited(person, {Detail.NAME: name, Detail.PHONES: phones})
    after = people(
        {r.id: r for r in (*records, *changed)}.values(),
        {m.id: m for m in (*made, *other)}.values(),
    )[IDS[0]]  # fmt: skip
    assert after.name == name
    assert set(after.phones) <= set(phones)


class Desk:
    """A branch: the saves it holds, and what it makes of them."""

    def __init__(self, site: str) -> None:
        self.site = site
        self.ops: dict[str, Op] = {}
        self.minute = 0

    def seen(self) -> tuple[dict[str, Complainant], dict[str, Merge]]:
        return folded(self.ops.values())

    def write(self, entity: str, record: Complainant | Merge, **values: object) -> None:
        self.minute += 1
        op = write_op(
            at=ARRIVED + timedelta(minutes=self.minute), actor="Lin", site=self.site,
            entity=entity, record=record.id, root=record.id, parents=record.heads,
            values={name: plain(value) for name, value in values.items()},
        )  # fmt: skip
        self.ops[op.id] = op


def folded(ops: Any) -> tuple[dict[str, Complainant], dict[str, Merge]]:  # noqa: ANN401 - of any kind
    told: dict[tuple[str, str], list[Op]] = {}
    for op in ops:
        told.setdefault((op.entity, op.record), []).append(op)
    persons: dict[str, Complainant] = {}
    merges: dict[str, Merge] = {}
    for (entity, record), said in told.items():
        now = fold(said)
        values: dict[str, Any] = {**now.values, "heads": now.heads}
        if entity == "complainant":
            values["phones"] = tuple(values.get("phones", ()))
            persons[record] = Complainant(id=record, **values)
        else:
            taken = tuple(Detail(d) for d in values.pop("taken", ()))
            at = ARRIVED + timedelta(minutes=values.pop("minute", 0))
            merges[record] = Merge(id=record, taken=taken, merged_at=at, **values)
    return persons, merges


def act(desk: Desk, what: tuple[str, int, int, int]) -> None:
    """Let a branch do one thing with what it has seen."""
    kind, one, other, word = what
    persons, merges = desk.seen()
    everybody = people(persons.values(), merges.values())
    if kind == "merge" and IDS[one] in everybody and IDS[other] in everybody:
        kept, merged = everybody[IDS[one]], everybody[IDS[other]]
        if kept.id != merged.id:
            taken = (Detail.NAME, Detail.PHONES) if word % 2 else (Detail.PHONES,)
            new = Merge(id=derived_id("merge", desk.site, str(desk.minute)))
            desk.write(
                "merge", new, kept=kept.id, merged=merged.id, taken=taken, minute=desk.minute
            )
    elif kind == "unmerge" and merges:
        merge = sorted(merges.values(), key=lambda m: m.id)[one % len(merges)]
        desk.write("merge", merge, undone=not merge.undone)
    elif kind == "edit" and IDS[one] in everybody:
        said: dict[Detail, Any] = {
            Detail.NAME: NAMES[word], Detail.PHONES: (PHONES[other],) if PHONES[other] else ()
        }  # fmt: skip
        records, changed = edited(everybody[IDS[one]], said)
        for record in records:
            desk.write("complainant", record, name=record.name, phones=record.phones)
        for merge in changed:
            desk.write("merge", merge, taken=merge.taken)


ACTS = st.tuples(
    st.sampled_from(["merge", "unmerge", "edit", "merge", "edit", "exchange"]),
    st.integers(0, 3), st.integers(0, 3), st.integers(0, 3),
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(done=st.lists(st.tuples(st.integers(0, 2), ACTS), max_size=25), data=st.data())
def test_merges_survive_any_order_of_arrival(
    done: list[tuple[int, tuple[str, int, int, int]]], data: st.DataObject
) -> None:
    """H2: three branches merge, take back and edit, now and then exchange; all end equal."""
    desks = [Desk(f"BR0{n}") for n in range(3)]
    for n, record in enumerate(IDS):
        desks[n % 3].write(
            "complainant", Complainant(id=record), name=NAMES[n], phones=(PHONES[n],)
        )
    for at, what in done:
        desk = desks[at]
        if what[0] == "exchange":
            desk.ops |= desks[what[1] % 3].ops
        else:
            act(desk, what)
    everything = {name: op for desk in desks for name, op in desk.ops.items()}
    told = folded(everything.values())
    here = people(told[0].values(), told[1].values())
    order = data.draw(st.permutations(list(everything.values())))
    arrived = folded([*order, *order[: len(order) // 2]])  # some arrive twice
    assert arrived == told
    persons, merges = list(arrived[0].values()), list(arrived[1].values())
    there = people(reversed(persons), reversed(merges))
    assert there == here
    assert set(there) == set(IDS)
    for of, person in there.items():
        assert of in person.ids
        assert there[person.id] is person, "who a person is shown as stands for itself"
    assert sorted(i for p in {p.id: p for p in there.values()}.values() for i in p.ids) == sorted(
        IDS
    )


@settings(max_examples=100, deadline=None)
@given(before=st.lists(ACTS, max_size=8), after=st.lists(ACTS, max_size=4))
def test_a_merge_taken_back_at_any_time_leaves_both_as_their_own_records_say(
    before: list[tuple[str, int, int, int]], after: list[tuple[str, int, int, int]]
) -> None:
    desk = Desk("BR01")
    for n, record in enumerate(IDS):
        desk.write("complainant", Complainant(id=record), name=NAMES[n], phones=(PHONES[n],))
    for what in (*before, *after):
        act(desk, what)
    persons, merges = desk.seen()
    for merge in merges.values():
        if not merge.undone:
            desk.write("merge", merge, undone=True)
    persons, merges = desk.seen()
    for of, person in people(persons.values(), merges.values()).items():
        assert person.ids == (of,)
        assert (person.name, person.phones) == (persons[of].name, persons[of].phones)
