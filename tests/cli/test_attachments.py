"""F2, F3 on the command line: the check names what is missing, the back-up has every attachment."""

from pathlib import Path

from desk.app import build
from desk.config import Config, resources
from desk.services.attachments import Source
from tests.cli.conftest import Desk
from tests.make import a_draft


def with_two(data: Path) -> list[Path]:
    """Fill a desk with a complaint and two files beside it; give where they lie."""
    app = build(Config(data=data, resources=resources()))
    of = app.complaints.save(a_draft()).id
    for name in ("a.pdf", "b.pdf"):
        app.attachments.add(of, Source(name, content=b"%PDF of " + name.encode()))
    kept = app.attachments.of(of)
    app.close()
    return [data / "attachments" / each.sha256[:2] / each.sha256 for each in kept]


def test_a_back_up_says_where_the_attachments_are(desk: Desk, tmp_path: Path) -> None:
    """F3."""
    files = with_two(tmp_path / "desk")
    said = desk("backup", tmp_path / "stick" / "desk.sqlite")
    assert said.code == 0
    first, second = said.out.splitlines()
    assert first == f"The copy is in {tmp_path / 'stick' / 'desk.sqlite'}"
    assert (
        second == f"Its attachments are in {tmp_path / 'stick' / 'attachments'}; 2 were new there."
    )
    assert desk("check", data=tmp_path / "stick").out == "All is well.\n"
    files[0].unlink()
    again = desk("backup", tmp_path / "other" / "desk.sqlite")
    assert again.code == 1
    assert "1 attachment is missing or damaged and was not copied" in again.out


def test_the_timeline_shows_a_name_as_it_really_ends(desk: Desk, tmp_path: Path) -> None:
    """F2."""
    app = build(Config(data=tmp_path / "desk", resources=resources()))
    complaint = app.complaints.save(a_draft())
    app.attachments.add(complaint.id, Source("photo\u202egpj.exe", content=b"MZ"))
    app.close()
    said = desk("show", complaint.reference).out
    assert "photo\ufffdgpj.exe" in said
    assert "\u202e" not in said


def test_a_back_up_without_attachments_does_not_speak_of_them(desk: Desk, tmp_path: Path) -> None:
    build(Config(data=tmp_path / "desk", resources=resources())).close()
    assert len(desk("backup", tmp_path / "copy.sqlite").out.splitlines()) == 1


def test_the_check_names_a_missing_attachment_and_counts_what_belongs_to_nothing(
    desk: Desk, tmp_path: Path
) -> None:
    """F2: missing is named; an orphan is no error."""
    files = with_two(tmp_path / "desk")
    files[0].unlink()
    said = desk("check", "--json")
    assert said.code == 1
    (problem,) = said.json["problems"]
    assert problem.startswith("The attachment “a.pdf” of complaint BR01-")
    assert "附件“a.pdf”" in desk("check", "--json", "--language", "zh_CN").json["problems"][0]
    orphan = "ab" * 32
    (tmp_path / "desk" / "attachments" / "ab").mkdir(exist_ok=True)
    (tmp_path / "desk" / "attachments" / "ab" / orphan).write_bytes(b"left by a crash")
    files[0].write_bytes(b"%PDF of a.pdf")
    assert desk("check").code == 0
    assert desk("check").out.splitlines() == [
        "All is well.",
        "Among the attachments 1 file belongs to no complaint; it harms nothing.",
    ]
    assert desk("check", "--json").json == {"ok": True, "problems": []}
