"""Linking complaints to people, what is shown of them then, merging and taking it back."""

import dataclasses
from datetime import timedelta

import pytest

from desk.domain.besides import BY_KIND
from desk.domain.complainant import Complainant, Detail, Merge, Unmasking
from desk.domain.complaint import Complaint, Known, Stage
from desk.domain.complaint_list import ComplaintFilter
from desk.domain.errors import NotFound, Refused
from desk.domain.past import Past
from desk.domain.promise import Promise, PromiseState
from desk.domain.response import Outcome
from desk.domain.timeline import PaperKind
from desk.services.app import App
from desk.ui.complaint.history import history
from tests.conftest import StandingClock
from tests.make import WHOLE
from tests.services.test_customers import written
from tests.storage.by_hand import LIN


def stored(app: App, complaint: Complaint) -> Complaint:
    found = app.complaints.get(complaint.id)
    assert found is not None
    return found


def someone(app: App, number: int, **said: object) -> Past:
    """A customer made from a complaint of their own."""
    known = {"phone": f"555-{number:04d}", "name": "Sam Example", **said}
    return app.customers.begin(written(app, number, **known).id)


class TestLinking:
    """H1, H3: one key, never by itself, never needed."""

    def test_same_person_makes_the_record_once_and_links_both(self, app: App) -> None:
        first = written(app, 1, phone="555-0117", name="Sam Example", language="en")
        later = written(app, 2, phone="555-0118")
        past = app.customers.same_person(later.id, first.id)
        assert past.person.name == "Sam Example"
        assert past.person.phones == ("555-0117", "555-0118")
        assert past.person.language == "en"
        assert {stored(app, c).complainant for c in (first, later)} == {past.person.id}
        third = written(app, 3)
        assert app.customers.same_person(third.id, later.id).person.id == past.person.id
        assert app.customers.past(past.person.id).count == 3

    def test_linking_shows_count_open_ones_last_outcome_and_promises_kept_and_broken(
        self, app: App
    ) -> None:
        """H1."""
        at = written(app, 1).arrived_at
        done: dict[str, object] = {"stage": Stage.CLOSED, "outcome": Outcome.RESOLVED}
        person = app.customers.begin(written(app, 2, name="Sam", closed_at=at, **done).id).person
        for number, day, outcome in ((3, 5, Outcome.WITHDRAWN), (4, 2, Outcome.RESOLVED)):
            done |= {"closed_at": at + timedelta(days=day), "outcome": outcome}
            closed = written(app, number, product="kettle", **done)
            app.customers.link(closed.id, person.id)
        states = (
            PromiseState.KEPT, PromiseState.KEPT, PromiseState.LATE, PromiseState.BROKEN,
            PromiseState.MOVED, PromiseState.OPEN,
        )  # fmt: skip
        for state in states:
            app.besides.add(
                Promise, closed.id,
                {"what": "call", "kind": ("call",), "due_on": "t", "by": "Lin"}, state=state,
            )  # fmt: skip
        past = app.customers.link(written(app, 5).id, person.id)
        assert (past.count, past.still_open) == (4, 1)
        assert past.last_outcome is Outcome.WITHDRAWN
        assert (past.kept, past.late, past.broken, past.waiting) == (2, 1, 2, 1)
        assert [(p.name, p.count) for p in past.again] == [("kettle", 2)]
        assert [line.reference[-4:] for line in past.complaints] == ["0005", "0004", "0003", "0002"]

    def test_nothing_is_linked_by_itself(self, app: App) -> None:
        person = someone(app, 1, phone="555-0117").person
        same = written(app, 2, phone="555-0117", name="Sam Example")
        assert stored(app, same).complainant == ""
        assert app.customers.past(person.id).count == 1

    def test_a_link_is_taken_off_again_and_the_person_stays(self, app: App) -> None:
        past = someone(app, 1)
        app.customers.unlink(past.complaints[0].id)
        assert app.customers.past(past.person.id).count == 0

    def test_a_phone_may_be_several_peoples_and_one_has_several(self, app: App) -> None:
        """H3."""
        mother, child = someone(app, 1, phone="555-0117", name="Mother Example"), someone(
            app, 2, phone="555-0117", name="Child Example"
        )  # fmt: skip
        app.customers.change(child.person.id, phones=["555-0117", "555-0999"])
        assert {f.id for f in app.customers.find("0117")} == {mother.person.id, child.person.id}
        assert [f.id for f in app.customers.find("0999")] == [child.person.id]

    def test_two_complaints_of_two_people_are_not_made_one_by_a_link(self, app: App) -> None:
        one, other = someone(app, 1), someone(app, 2)
        with pytest.raises(Refused, match="merge"):
            app.customers.same_person(one.complaints[0].id, other.complaints[0].id)

    def test_who_does_not_want_details_kept_gets_no_record(self, app: App) -> None:
        complaint = written(app, 1, phone="555-0117", consent=Known.NO)
        with pytest.raises(Refused, match="did not agree"):
            app.customers.begin(complaint.id)
        assert app.customers.find("0117")[0].complaint is not None

    @pytest.mark.parametrize("nobody", ["", "nobody", "AAAAAAAAAAAAAAAAAAAAAA"])
    def test_what_is_not_there_is_not_found(self, app: App, nobody: str) -> None:
        complaint = written(app, 1)
        with pytest.raises(NotFound):
            app.customers.past(nobody)
        with pytest.raises(NotFound):
            app.customers.link(complaint.id, nobody)
        with pytest.raises(NotFound):
            app.customers.unmerge(nobody)

    def test_the_timeline_says_linked_and_never_the_name_of_a_record(self, app: App) -> None:
        past = someone(app, 1)
        whole = app.complaints.whole("BR01-26-0001")
        told = history(whole.entries, whole.papers, {}, app.complaints.now(), "CNY")
        said = "\n".join(entry.spoken() for entry in told)
        assert "Customer record: linked" in said
        assert past.person.id not in said


class TestMerging:
    """H2."""

    def test_complaints_of_both_show_under_either_id_and_come_apart_again(self, app: App) -> None:
        kept, merged = someone(app, 1, name="Wei Lin").person, someone(app, 2, name="W. Lin").person
        merge = app.customers.merge(kept.id, merged.id)
        for asked in (kept.id, merged.id):
            past = app.customers.past(asked)
            assert (past.person.id, past.count) == (kept.id, 2)
        assert [line.person for line in app.customers.find("lin")] == [past.person]
        app.customers.unmerge(merge.id)
        assert [app.customers.past(p.id).count for p in (kept, merged)] == [1, 1]
        app.customers.merge_again(merge.id)
        assert app.customers.past(merged.id).count == 2

    def test_each_field_is_chosen_and_undo_at_a_later_time_keeps_what_was_edited_since(
        self, app: App, clock: StandingClock
    ) -> None:
        kept = someone(app, 1, name="Wei Lin", email="w@example.org").person
        merged = someone(app, 2, name="Lin Wei", email="l@example.org").person
        merge = app.customers.merge(kept.id, merged.id, [Detail.EMAIL, Detail.PHONES])
        both = app.customers.person(merged.id)
        assert (both.name, both.email) == ("Wei Lin", "l@example.org")
        assert both.phones == ("555-0001", "555-0002")
        clock.tick(days=400)
        app.customers.change(merged.id, name="Wei Li", phones=[*both.phones, "555-0003"])
        app.customers.unmerge(merge.id)
        one, other = app.customers.person(kept.id), app.customers.person(merged.id)
        assert (one.name, one.email, one.phones) == (
            "Wei Li", "w@example.org", ("555-0001", "555-0003"),
        )  # fmt: skip
        assert (other.name, other.email, other.phones) == (
            "Lin Wei", "l@example.org", ("555-0002",),
        )  # fmt: skip

    def test_the_complaints_themselves_are_not_touched_by_a_merge(self, app: App) -> None:
        kept, merged = someone(app, 1), someone(app, 2)
        before = [stored_line.reference for stored_line in merged.complaints]
        app.customers.merge(kept.person.id, merged.person.id)
        complaint = app.complaints.whole(before[0]).complaint
        assert complaint.complainant == merged.person.id

    def test_who_is_one_already_is_not_merged_again(self, app: App) -> None:
        kept, merged = someone(app, 1).person, someone(app, 2).person
        app.customers.merge(kept.id, merged.id)
        with pytest.raises(Refused, match="one customer already"):
            app.customers.merge(merged.id, kept.id)

    def test_the_merges_of_a_person_are_told_newest_first_with_what_was_merged(
        self, app: App, clock: StandingClock
    ) -> None:
        app.settings.change(handler="Lin")
        one, two, three = (someone(app, n, name=f"Sam {n}").person for n in (1, 2, 3))
        app.customers.merge(two.id, three.id)
        clock.tick(minutes=1)
        app.customers.merge(one.id, two.id)
        told = app.customers.merges(three.id)
        assert [(m.merged_by, p.own.name) for m, p in told] == [("Lin", "Sam 2"), ("Lin", "Sam 3")]

    def test_check_proves_people_merges_and_the_search_for_them(self, app: App) -> None:
        kept, merged = someone(app, 1, name="张伟").person, someone(app, 2, name="张卫").person
        app.customers.merge(kept.id, merged.id)
        app.customers.unmask(kept.id)
        with app.database.reading() as tx:
            assert list(tx.problems()) == []
        with app.database.writing(LIN) as tx:
            tx.complaints.index_anew()
        assert [f.id for f in app.customers.find("zw")] == [kept.id]


class TestFinding:
    """S3 and ux 4.8."""

    @pytest.mark.parametrize(
        "asked", ["4821", "138 0013 4821", "王小明", "小明", "王", "wxm", "WXM", "wangx"]
    )
    def test_a_customer_is_found_by_phone_end_name_or_sound(self, app: App, asked: str) -> None:
        person = someone(app, 1, name="王小明", phone="138 0013 4821").person
        someone(app, 2, name="李样本", phone="139 0013 0000")
        assert [f.id for f in app.customers.find(asked)] == [person.id]

    def test_complaints_of_nobody_come_after_the_people_newest_first(self, app: App) -> None:
        person = someone(app, 1, name="Sam Example", phone="555-0117").person
        written(app, 2, name="Sam Sample", phone="555-0118")
        written(app, 3, name="Samantha", phone="555-0119")
        found = app.customers.find("sam")
        assert found[0].person == person
        assert [f.complaint.reference[-4:] for f in found[1:] if f.complaint] == ["0003", "0002"]
        assert [f.phone for f in found] == ["555-0117", "555-0119", "555-0118"]

    @pytest.mark.parametrize("asked", ["", " ", "12", "%", "x" * 5000, "😀", "\x00"])
    def test_too_little_or_nonsense_finds_nobody(self, app: App, asked: str) -> None:
        someone(app, 1)
        assert app.customers.find(asked) == ()

    def test_a_new_name_and_number_find_and_the_old_ones_do_not(self, app: App) -> None:
        person = someone(app, 1, name="Sam Example", phone="555-0117").person
        app.customers.unlink(app.customers.past(person.id).complaints[0].id)
        app.customers.change(person.id, name="Kim Muster", phones=["555-0200"])
        assert [f.id for f in app.customers.find("kim")] == [person.id]
        assert [f.id for f in app.customers.find("0200")] == [person.id]
        assert person.id not in {
            f.id for f in (*app.customers.find("sam"), *app.customers.find("0117"))
        }


class TestNeutral:
    """H4: counts and patterns only."""

    def test_nothing_that_is_stored_of_a_person_takes_remarks_or_a_label(self) -> None:
        assert {f.name for f in dataclasses.fields(Complainant)} == {*Detail, "id", "heads"}
        for kind in (Complainant, Merge, Unmasking):
            assert BY_KIND[kind].asked == ()

    def test_every_complaint_gets_the_same_clocks_whatever_the_history(self, app: App) -> None:
        person = someone(app, 1).person
        for number in range(2, 12):
            app.customers.link(written(app, number).id, person.id)
        due = []
        for number, history_of in ((21, ""), (22, person.id)):
            draft = app.drafts.keep(app.complaints.new_draft())
            draft = dataclasses.replace(draft, answers={**WHOLE, "product": f"kettle {number}"})
            saved = app.complaints.receive(draft)
            if history_of:
                app.customers.link(saved.id, history_of)
            after = app.complaints.acknowledge(draft)
            due.append(
                (after.priority, after.first_word_due_at, after.progress_due_at, after.final_due_at)
            )
        assert due[0] == due[1]

    def test_looking_at_a_whole_number_is_written_down(
        self, app: App, clock: StandingClock
    ) -> None:
        app.settings.change(handler="Lin")
        person = someone(app, 1).person
        app.customers.unmask(person.id)
        with app.database.reading() as tx:
            (look,) = tx.records(Unmasking).all()
        assert (look.person, look.shown_at, look.shown_by) == (person.id, clock(), "Lin")


def test_a_complaint_without_any_person_still_counts_and_prints(app: App) -> None:
    """H1, I5."""
    draft = app.drafts.keep(app.complaints.new_draft())
    draft = dataclasses.replace(draft, answers=ANONYMOUS)
    app.complaints.receive(draft)
    complaint = app.complaints.acknowledge(draft)
    assert complaint.complainant == ""
    assert app.complaints.count(ComplaintFilter()) == 1
    assert app.papers.render(complaint, PaperKind.SLIP, "en").startswith(b"%PDF")


ANONYMOUS = {**WHOLE, "channel": ("no_need",), "phone": "", "name": "", "consent": ()}
