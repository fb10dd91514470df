"""A handler who types and commits until the machine dies; run in a process of its own.

Says on stdout, one line each, what was typed, what is on disk, and what was acknowledged:
``typed ID COUNT TIME``, ``kept ID COUNT``, ``saved ID REFERENCE STAGE COUNT``.
"""

import dataclasses
import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

from desk.app import build
from desk.config import Config, resources
from desk.domain.answers import Raw
from desk.domain.complaint import Complaint
from desk.domain.draft import Draft
from desk.domain.errors import DeskError
from desk.services.drafts import DraftWriter
from tests.make import EMPATHISED, INVESTIGATED, LISTENED, RESOLVED

KEYS = "The kettle leaks 又漏水了，要求退款。 I want a new one! 😀"
LONGEST_PAUSE = 0.03
Commitment = tuple[dict[str, Raw], Callable[[Draft], Complaint]]


def say(*words: object) -> None:
    """Report at once; a line this short goes through the pipe whole or not at all."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def story_of(draft: Draft) -> str:
    """What has been typed so far."""
    return str(draft.answers.get("story", ""))


def failed(error: DeskError) -> None:
    """A draft could not be written: the parent shall see it."""
    say("failed", type(error).__name__)


def main(folder: Path, seed: int) -> None:
    """Take complaint after complaint, each up to another stage."""
    chance = random.Random(seed)
    app = build(Config(data=folder, resources=resources()))
    writer = DraftWriter(
        app.drafts.keep, lambda kept: say("kept", kept.id, len(story_of(kept))), failed
    )
    commitments: tuple[Commitment, ...] = (
        (LISTENED, app.complaints.receive),
        (EMPATHISED, app.complaints.acknowledge),
        (INVESTIGATED, app.complaints.record_finding),
        (RESOLVED, app.complaints.respond),
        ({}, app.complaints.close),
    )
    say("ready")
    while True:
        draft = app.complaints.new_draft()
        for answers, commit in commitments[: chance.randint(0, len(commitments))]:
            for _ in range(chance.randint(12, 40)):
                story = story_of(draft) + chance.choice(KEYS)
                draft = dataclasses.replace(draft, answers={**draft.answers, "story": story})
                writer.put(draft)
                say("typed", draft.id, len(story), time.time())
                time.sleep(chance.random() * LONGEST_PAUSE)
            story = story_of(draft)
            draft = dataclasses.replace(draft, answers={**draft.answers, **answers, "story": story})
            writer.forget(draft.id)
            saved = commit(draft)
            say("saved", saved.id, saved.reference, saved.stage.value, len(saved.story))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
