"""What may be typed, and what is said when it makes no sense."""

import re

import pytest

SENTENCE = re.compile(r"standfirst: [^\n]+[.?!][^\n]*\n")


@pytest.mark.parametrize(
    "words",
    [
        ["exprot"],
        ["list", "--frob"],
        ["list", "--limit", "0"],
        ["list", "--limit", "²"],
        ["list", "--status", "done"],
        ["list", "--search", "\udcff"],
        ["list", "--library", ""],
        ["show"],
        ["show", "a", "--as", "pdf"],
        ["status", "a"],
        ["status", "a", "--to", "gone"],
        ["export", "--to", "x"],
        ["export", "a", "--all", "--to", "x"],
        ["export", "--all"],
        ["export", "--all", "--draft", "--to", "x"],
        ["export", "--all", "--to", "x", "--force", " "],
        ["sample", "--items", "many"],
        ["sample"],
        ["import"],
        ["render"],
        ["restore"],
        ["one", "two"],
    ],
)
def test_words_that_make_no_sense_get_one_sentence_and_code_2(words, standfirst, tmp_path):
    outcome = standfirst("--library", tmp_path / "none", *words)
    assert outcome.code == 2
    assert outcome.out == ""
    assert SENTENCE.fullmatch(outcome.err)
    assert not (tmp_path / "none").exists()


def test_a_typing_slip_does_not_make_a_library(standfirst, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "Did you mean export?" in standfirst("exprot").err
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_no_library_to_open(standfirst, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes.txt").write_text("words")
    outcome = standfirst("notes.txt")
    assert outcome.code == 2
    assert "standfirst import notes.txt" in outcome.err


def test_the_library_may_be_named_before_or_after_the_command(standfirst, folder):
    before = standfirst("--library", folder, "list")
    after = standfirst("list", f"--library={folder}")
    assert before.out == after.out != ""


def test_help_and_version_are_no_errors(standfirst):
    assert standfirst("--help").code == 0
    assert standfirst("export", "--help").out.startswith("usage: standfirst export")
    assert re.fullmatch(r"Standfirst \d+\.\d+\.\d+\n", standfirst("--version").out)


def test_without_a_display_the_window_says_so(process, tmp_path):
    outcome = process(tmp_path / "library", QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("standfirst: There is no display to open a window on.")
    assert not (tmp_path / "library").exists()


def test_a_display_that_does_not_answer_is_named(process, tmp_path):
    outcome = process(tmp_path / "library", QT_QPA_PLATFORM="", DISPLAY=":987", WAYLAND_DISPLAY="")
    assert outcome.code == 1
    assert "standfirst: " in outcome.err
    assert outcome.err.count("\n") == 1
