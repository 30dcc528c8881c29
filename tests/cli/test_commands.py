"""Every command on a real library."""

import json
from io import StringIO

import pytest

from editor_app.cli.output import Output
from editor_app.model.fields import to_fields
from editor_app.model.status import Status
from tests.builders import a_library, an_item


def test_list_prints_id_status_date_and_headline(standfirst, folder, ids):
    lines = standfirst("list", "--library", folder).lines
    assert len(lines) == 3
    wells = next(line for line in lines if line.endswith("Wells in the north"))
    assert wells.split()[0] == ids["Wells"]
    assert "in review" in wells
    assert "2026-03-02" in wells


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["--search", "dakar"], ["Un"]),
        (["--status", "in-review"], ["Wells"]),
        (["--status", "in review", "--status", "ready"], ["Ferries", "Wells"]),
        (["--language", "fr"], ["Un"]),
        (["--section", "Actualités"], ["Un"]),
        (["--search", "nothing like it"], []),
        (["--trashed"], []),
    ],
)
def test_list_filters(words, found, standfirst, folder):
    listed = standfirst("list", "--library", folder, "--json", *words).objects
    assert sorted(one["headline"].split()[0] for one in listed) == found


def test_list_as_json_gives_the_fields_of_the_item_by_their_names(standfirst, folder):
    first = standfirst("list", "--library", folder, "--json").objects[0]
    assert set(first) == set(to_fields(an_item()))


def test_list_goes_through_all_pages_and_stops_at_the_limit(standfirst, tmp_path):
    with a_library(tmp_path / "big") as library:
        library.items.add_many(an_item(headline=f"Item {n}") for n in range(1100))
    headlines = {
        one["headline"]
        for one in standfirst("list", "--library", tmp_path / "big", "--json").objects
    }
    assert len(headlines) == 1100
    assert len(standfirst("list", "--library", tmp_path / "big", "--limit", 501).lines) == 501


def test_show_takes_the_start_of_an_id(standfirst, folder, ids):
    shown = standfirst("show", ids["Wells"][:-1], "--library", folder)
    assert shown.code == 1  # all three ids start like this
    assert standfirst("show", ids["Wells"], "--library", folder).code == 0


def test_show_as_text_has_headline_standfirst_and_body_without_marks(standfirst, folder, ids):
    text = standfirst("show", ids["Wells"], "--library", folder).out
    assert "Wells in the north\n" in text
    assert "Villages without a road get a timetable.\n" in text
    assert "Deep wells.\n" in text


def test_show_as_html_is_the_page_that_export_writes(standfirst, folder, ids, tmp_path):
    shown = standfirst("show", ids["Ferries"], "--as", "html", "--library", folder).out
    standfirst("export", "--all", "--to", tmp_path / "out", "--library", folder)
    (page,) = (tmp_path / "out").glob("*/ferries/index.html")
    assert page.read_text("utf-8") == shown


def test_what_show_writes_as_markdown_can_be_imported_again(standfirst, tmp_path):
    item = an_item(
        headline="Quotes: “yes”, 'no' # and --- more",
        byline="Ana Lucía Ruiz",
        tags=("water", "no"),
        countries=("NO", "KE"),
        summary="A: b",
        notes_to_editors="One.\n\nTwo.",
        body="## Odd\n\n* one\n* two\n\n---\n\n![Alt](media/none.jpg)\n",
    )
    a_library(tmp_path / "a", item).close()
    text = standfirst("show", item.id, "--as", "markdown", "--library", tmp_path / "a").out
    (tmp_path / "item.md").write_text(text, "utf-8")
    assert standfirst("import", tmp_path / "item.md", "--library", tmp_path / "b").code == 0
    (again,) = standfirst("list", "--json", "--library", tmp_path / "b").objects
    names = (
        *("headline", "section", "standfirst", "summary", "display_date", "byline", "tags"),
        *("countries", "language", "notes_to_editors", "body"),
    )
    before = json.loads(json.dumps(to_fields(item)))
    assert {name: again[name] for name in names} == {name: before[name] for name in names}


def test_status_moves_an_item_on_and_refuses_what_the_window_refuses(standfirst, folder, ids):
    moved = standfirst("status", ids["Wells"], "--to", "ready", "--library", folder, "--json")
    assert moved.objects[0]["status"] == "ready"
    empty = an_item(headline="")
    a_library(folder, empty).close()
    refused = standfirst("status", empty.id, "--to", "ready", "--library", folder)
    assert refused.code == 1
    assert "it has no headline" in refused.err


def test_one_refused_status_does_not_hold_up_the_others(standfirst, folder, ids):
    empty = an_item(headline="")
    a_library(folder, empty).close()
    both = standfirst("status", empty.id, ids["Un"], "--to", "ready", "--library", folder)
    assert both.code == 1
    assert ids["Un"] in both.out
    assert empty.id in both.err


def test_import_reports_what_was_dropped_and_what_is_repeated(standfirst, tmp_path):
    text = tmp_path / "news.txt"
    text.write_text(
        "Field News\n\nA bridge for Tal\n\n9 December 2024\n\n"
        "The new bridge joins two valleys that were a day apart, the ministry said this week.\n\n"
        "The new bridge joins two valleys that were a day apart, the ministry said.\n\n"
        "It opens in June.\n\nPhoto: Lena Okafor\n\nLoading...\n",
        "utf-8",
    )
    outcome = standfirst("import", text, "--library", tmp_path / "new", "--json")
    (made,) = outcome.objects
    assert set(made) == {"id", "headline", "dropped", "repeated"}
    assert made["headline"] == "A bridge for Tal"
    assert made["dropped"] == ["Loading..."]
    assert len(made["repeated"]) == 1


def test_one_bad_file_does_not_keep_the_others_out(standfirst, tmp_path):
    (tmp_path / "good.md").write_text("# A good one\n\nWords.\n", "utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01\x02" * 50)
    outcome = standfirst(
        "import", tmp_path / "bad.txt", tmp_path / "good.md", "--library", tmp_path / "new"
    )
    assert outcome.code == 1
    assert len(outcome.lines) >= 1
    assert "bad.txt" in outcome.err


@pytest.mark.parametrize("name", ["draft.docx", "page.html"])
def test_what_a_later_version_reads_is_said_in_a_sentence(name, standfirst, tmp_path):
    (tmp_path / name).write_bytes(b"PK\x03\x04")
    outcome = standfirst("import", tmp_path / name, "--library", tmp_path / "new")
    assert outcome.code == 1
    assert "Standfirst 0." in outcome.err


def test_an_item_that_a_check_blocks_is_held_back_with_code_3(standfirst, folder):
    figure = an_item(headline="Held", status=Status.READY, body="![](media/aa/x.jpg)\n\nWords.\n")
    a_library(folder, figure).close()
    outcome = standfirst("export", "--all", "--to", folder.parent / "out", "--library", folder)
    assert outcome.code == 3
    assert "“Held” was held back." in outcome.err


def test_backup_restore_and_verify(standfirst, folder, tmp_path, ids):
    kept = tmp_path / "kept.zip"
    assert standfirst("backup", "--to", kept, "--library", folder).lines == [str(kept)]
    standfirst("status", ids["Un"], "--to", "ready", "--library", folder)
    assert standfirst("restore", kept, "--library", folder).code == 0
    un = standfirst("show", ids["Un"], "--json", "--library", folder).objects[0]
    assert un["status"] == "draft"
    assert standfirst("verify", "--library", folder).code == 0


def test_render_prints_body_html(standfirst, tmp_path):
    (tmp_path / "a.md").write_text("## Cross\n\nSome *words*.\n", "utf-8")
    assert standfirst("render", tmp_path / "a.md").out == (
        "<h2>Cross</h2>\n<p>Some <em>words</em>.</p>\n"
    )


def test_sample_fills_a_library_the_same_way_each_time(standfirst, tmp_path):
    def made(name, seed):
        standfirst("sample", "--items", 5, "--seed", seed, "--library", tmp_path / name)
        return [
            o["headline"]
            for o in standfirst("list", "--json", "--library", tmp_path / name).objects
        ]

    first = made("a", 1)
    assert len(first) == 5
    assert made("b", 1) == first
    assert made("c", 2) != first


@pytest.mark.parametrize("command", [["list"], ["show", "x"], ["export", "--all", "--to", "o"]])
def test_only_a_command_that_brings_words_makes_a_library(command, standfirst, tmp_path):
    missing = tmp_path / "missing"
    outcome = standfirst(*command, "--library", missing)
    assert outcome.code == 1
    assert "There is no library" in outcome.err
    assert not missing.exists()


class Terminal(StringIO):
    """Something that a person reads."""

    def isatty(self):
        return True


def test_a_terminal_is_not_steered_by_what_an_item_says():
    terminal = Terminal()
    Output(out=terminal).line("Red\x1b[31m\talert\x9b")
    assert terminal.getvalue() == "Red[31m\talert\n"


def test_a_file_gets_every_character():
    file = StringIO()
    Output(out=file).line("Red\x1b[31m")
    assert file.getvalue() == "Red\x1b[31m\n"
