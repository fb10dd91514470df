"""Stories of who comes: nobody known, a child, somebody passed on, a form from a power cut."""

from desk.domain.assessment import Help
from desk.domain.complaint import Known, Stage
from desk.domain.complaint_list import ComplaintFilter
from desk.domain.side_path import Path
from tests.make import a_draft
from tests.stories.counter import Counter
from tests.stories.words import (
    EMPATHISE,
    EMPATHISE_ZH,
    INVESTIGATE,
    INVESTIGATE_ZH,
    LISTEN,
    LISTEN_ZH,
    RESOLVE,
    RESOLVE_ZH,
)

NOBODY = {
    "agreed": ("yes",), "apology": ("trouble",), "language": ("en",), "channel": ("no_need",)
}  # fmt: skip


def test_an_anonymous_customer_is_heard_helped_and_counted(counter: Counter) -> None:
    counter.customer_comes(LISTEN)
    counter.pages(NOBODY, INVESTIGATE, RESOLVE)
    counter.end()
    kept = counter.complaint("BR01-26-0001")
    assert kept.stage is Stage.CLOSED
    assert (kept.name, kept.phone, kept.complainant) == ("", "", "")
    assert counter.app.complaints.count(ComplaintFilter()) == 1


def test_a_minor_gets_the_help_a_minor_needs(guitai: Counter) -> None:
    guitai.customer_comes(LISTEN_ZH)
    guitai.card("needs_help", {"help_needed": ("minor",)})
    kept = guitai.complaint()
    assert kept.help_needed == (Help.MINOR,)
    assert kept.story == LISTEN_ZH["story"]
    guitai.pages(EMPATHISE_ZH, INVESTIGATE_ZH, RESOLVE_ZH)
    guitai.end()
    assert guitai.complaint(kept.reference).stage is Stage.CLOSED


def test_what_12315_passed_on_keeps_their_number_and_their_day(guitai: Counter) -> None:
    guitai.customer_comes(LISTEN_ZH)
    guitai.card(
        "passed_on",
        {
            "passed_on_by": "12315",
            "source_number": "2026-88",
            "source_due_on": "+4",
            "source_demand": "请于规定期限内答复消费者。",
        },
    )
    kept = guitai.complaint()
    assert (kept.passed_on_by, kept.source_number) == ("12315", "2026-88")
    assert kept.source_due_on is not None
    assert (kept.source_due_on - guitai.app.besides.today()).days == 4


def test_a_form_filled_in_by_hand_in_a_power_cut_is_typed_in_with_its_true_time(
    guitai: Counter,
) -> None:
    guitai.customer_comes(LISTEN_ZH)
    before = guitai.complaint()
    guitai.card("paper_form", {"form_number": "P-0042", "visited_on": "y", "visited_time": "18:20"})
    kept = guitai.complaint(before.reference)
    assert kept.form_number == "P-0042"
    assert kept.visited_at is not None
    assert kept.arrived_at == kept.visited_at < before.arrived_at
    assert (kept.final_due_at or before.arrived_at) <= (before.final_due_at or before.arrived_at)


def test_a_daughter_speaks_for_her_mother(counter: Counter) -> None:
    counter.customer_comes(LISTEN)
    counter.card(
        "for_somebody",
        {"affected_name": "Kim Example", "relation": "daughter", "authority": ("yes",)},
    )
    counter.pages(EMPATHISE, INVESTIGATE, RESOLVE)
    counter.end()
    kept = counter.complaint("BR01-26-0001")
    assert (kept.name, kept.affected_name) == ("Sam Example", "Kim Example")
    assert kept.authority is Known.YES


def test_somebody_who_names_the_press_is_written_down_word_for_word(guitai: Counter) -> None:
    guitai.customer_comes(LISTEN_ZH)
    guitai.card("lawyer", {"words": "我要找电视台曝光你们。", "person": "陈主管"})
    opened = guitai.app.side_paths.on(guitai.complaint().id, Path.LAWYER_PRESS_AUTHORITY)
    assert opened is not None
    assert (opened.words, opened.person) == ("我要找电视台曝光你们。", "陈主管")


def test_the_third_return_goes_on_from_the_earlier_record(counter: Counter) -> None:
    for earlier in (1, 2):
        counter.app.complaints.close(a_draft(number=earlier))
        counter.clock.tick(days=2)
    counter.customer_comes(LISTEN)
    counter.pages(EMPATHISE, INVESTIGATE)
    counter.card("came_before")
    counter.line(1)
    third = counter.complaint("BR01-26-0003")
    (link,) = counter.app.side_paths.links(third.id)
    assert link.other in {counter.complaint(f"BR01-26-000{n}").id for n in (1, 2)}


def test_praise_alone_is_kept_and_runs_no_clocks(guitai: Counter) -> None:
    guitai.customer_comes({"story": "热水壶师傅修得真好，特地来道谢。", "kind": ("praise",)})
    kept = guitai.complaint()
    assert not kept.is_complaint
    assert kept.first_word_due_at is None
    assert kept.final_due_at is None
