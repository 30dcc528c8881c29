"""What may be typed on the command line."""

import argparse
import difflib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from typing_extensions import override

from editor_app import __version__
from editor_app.cli.errors import UsageError
from editor_app.model.status import Status

COMMANDS = {
    "sample": "editor_app.cli.samples:sample",
    "import": "editor_app.cli.files:import_files",
    "render": "editor_app.cli.files:render",
    "list": "editor_app.cli.listing:list_items",
    "show": "editor_app.cli.showing:show",
    "status": "editor_app.cli.statuses:set_status",
    "check": "editor_app.cli.checking:check",
    "export": "editor_app.cli.exporting:export",
    "uploads": "editor_app.cli.uploads:uploads",
    "house": "editor_app.cli.houses:house",
    "backup": "editor_app.cli.upkeep:backup",
    "restore": "editor_app.cli.upkeep:restore",
    "verify": "editor_app.cli.upkeep:verify",
}
WINDOW = "editor_app.cli.window:open_window"
FORMS = ("markdown", "html", "text", "json")
_EPILOG = """\
commands:
  sample --items N        fill the library with realistic, repeatable items
  import FILE...          make draft items of .txt and .md files
  list                    list items; show ID prints one; status ID... --to STATUS moves them on
  check [ID...]           say what is missing or wrong in items
  export [ID...|--all] --to DIR
                          write the pages of finished items
  uploads                 list the files that changed since the last upload; copy, zip, mark them
  house export FILE, house import FILE
                          share the house style of a library as one file
  backup, restore FILE, verify
                          copy a library, bring it back, test it
  render FILE.md          turn Markdown into HTML

Each command has its own --help. --library DIR and --json may stand anywhere. An ID may be cut
short where it stays unique. Exit codes: 0 done, 1 could not be done, 2 not understood, 3 a check
blocks it.
"""


class Parser(argparse.ArgumentParser):
    """A parser that says what it did not understand in the house's way."""

    @override
    def error(self, message: str) -> NoReturn:
        """Raise message as a `UsageError` that points to this parser's help."""
        sentence = message[:1].upper() + message[1:]
        raise UsageError(f"{sentence.rstrip('.')}.", hint=f"See {self.prog} --help.")


def read_arguments(argv: Sequence[str]) -> argparse.Namespace:
    """Return what argv asks for; ``runs`` says which function does it.

    Raises:
        UsageError: argv makes no sense.
    """
    words = list(argv)
    place = _first_word(words)
    if place is not None and words[place] in COMMANDS:
        command = words[place]
        rest = words[:place] + words[place + 1 :]
        arguments = _parser_of(command).parse_intermixed_args(rest)
        arguments.runs = COMMANDS[command]
        return arguments
    arguments = _window_parser().parse_args(words)
    arguments.runs = WINDOW
    _refuse_typing_slips(arguments.folder)
    if arguments.folder and arguments.library:
        message = "The library is named twice."
        raise UsageError(message, hint="Name it once: standfirst DIR.")
    arguments.library = arguments.library or arguments.folder
    return arguments


def _first_word(words: Sequence[str]) -> int | None:
    """Return where the first word that is no option stands."""
    skips = False
    for place, word in enumerate(words):
        if skips:
            skips = False
        elif word == "--":
            return None
        elif word == "--library":
            skips = True
        elif not word.startswith("-"):
            return place
    return None


def _refuse_typing_slips(folder: Path | None) -> None:
    """Keep ``standfirst exprot`` from making a library named *exprot*."""
    if folder is None or folder.is_dir() or len(folder.parts) != 1 or folder.is_absolute():
        return
    if folder.exists():
        message = f"{folder} is a file, and a library is a folder."
        raise UsageError(
            message, hint=f"To read a text into the library: standfirst import {folder}"
        )
    near = difflib.get_close_matches(str(folder), COMMANDS, n=1, cutoff=0.7)
    if near:
        message = f"There is no command {folder}."
        raise UsageError(
            message,
            hint=f"Did you mean {near[0]}? For a new library write {Path()}{os.sep}{folder}.",
        )


def _parser(name: str, description: str) -> Parser:
    prog = f"standfirst {name}".strip()
    parser = Parser(prog=prog, description=description, allow_abbrev=False)
    parser.add_argument(
        "--library",
        metavar="DIR",
        type=_path,
        help="the library folder (default: the one in your data folder)",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object per line")
    return parser


def _window_parser() -> Parser:
    parser = _parser("", "Open the editor on a library, which is made where there is none.")
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = _EPILOG
    parser.add_argument("folder", metavar="DIR", nargs="?", type=_path, help="the library folder")
    parser.add_argument("--version", action="version", version=f"Standfirst {__version__}")
    return parser


def _parser_of(command: str) -> Parser:
    return _MAKERS[command]()


def _sample() -> Parser:
    parser = _parser("sample", "Fill the library with realistic, repeatable items.")
    parser.add_argument("--items", metavar="N", type=_count, required=True, help="how many")
    parser.add_argument(
        "--seed", metavar="S", type=int, default=1, help="another seed, other items"
    )
    parser.add_argument("--photos", action="store_true", help="give the items photos")
    return parser


def _import() -> Parser:
    parser = _parser("import", "Make a draft item of each file.")
    parser.add_argument("files", metavar="FILE", nargs="+", type=_path, help=".txt or .md")
    return parser


def _list() -> Parser:
    parser = _parser("list", "List the items of the library, newest first.")
    parser.add_argument("--search", metavar="Q", type=_text, default="", help="words in the text")
    parser.add_argument(
        "--status", metavar="S", action="append", type=status, default=[], help="may be repeated"
    )
    parser.add_argument("--section", metavar="X", type=_text, default="")
    parser.add_argument(
        "--language", metavar="L", type=_text, default="", help="such as fr or en-GB"
    )
    parser.add_argument("--trashed", action="store_true", help="what lies in the trash instead")
    parser.add_argument("--limit", metavar="N", type=_count, help="no more than this many")
    return parser


def _show() -> Parser:
    parser = _parser("show", "Print one item, as it is or as it was.")
    parser.add_argument("id", metavar="ID", type=_text)
    parser.add_argument(
        "--as", dest="form", choices=FORMS, help="default: text, or json with --json"
    )
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--versions", action="store_true", help="list its versions, newest first")
    which.add_argument(
        "--version", metavar="N", type=_count, help="the item as it was in this version"
    )
    return parser


def _status() -> Parser:
    parser = _parser("status", "Change the status of items, by the same rules as the window.")
    parser.add_argument("ids", metavar="ID", nargs="+", type=_text)
    parser.add_argument("--to", metavar="STATUS", type=status, required=True, help=_statuses())
    return parser


def _check() -> Parser:
    parser = _parser("check", "Say what is missing or wrong in items.")
    parser.add_argument("ids", metavar="ID", nargs="*", type=_text, help="default: every item")
    return parser


def _export() -> Parser:
    parser = _parser("export", "Write the pages of finished items (ready, published).")
    parser.add_argument("ids", metavar="ID", nargs="*", type=_text)
    parser.add_argument("--all", action="store_true", help="every finished item")
    parser.add_argument("--to", metavar="DIR", type=_path, required=True, help="the export folder")
    parser.add_argument(
        "--as", dest="kinds", metavar="KIND", nargs="+", type=_text, default=["page"]
    )
    parser.add_argument(
        "--zip", action="store_true", help="also put all of it into one .zip, to be sent"
    )
    parser.add_argument("--changed", action="store_true", help="only what changed since last time")
    parser.add_argument(
        "--draft", action="store_true", help="unfinished items, as clearance copies"
    )
    parser.add_argument("--force", metavar="REASON", type=_reason, help="over the checks")
    parser.add_argument(
        "--verify",
        action="store_true",
        help="read every file that lies there, instead of those alone that look touched",
    )
    return parser


def _uploads() -> Parser:
    parser = _parser("uploads", "List the files of an export folder to upload and to remove.")
    parser.add_argument(
        "folder", metavar="DIR", type=_path, nargs="?", help="default: the last one exported to"
    )
    parser.add_argument("--copy", metavar="DIR", type=_path, help="copy them to an empty folder")
    parser.add_argument("--zip", metavar="FILE", type=_path, help="put them into a .zip file")
    parser.add_argument(
        "--mark", metavar="WHERE", type=_reason, help="remember that they were uploaded to there"
    )
    parser.add_argument("--by", metavar="NAME", type=_reason, help="who did it (default: you)")
    return parser


def _house() -> Parser:
    parser = _parser("house", "Write the house style into one file to share, or take one over.")
    parser.add_argument("way", choices=("export", "import"))
    parser.add_argument("file", metavar="FILE", type=_path, help="a .zip file")
    return parser


def _backup() -> Parser:
    parser = _parser(
        "backup", "Write a verified copy of the whole library, photos included, as one file."
    )
    parser.add_argument("--to", metavar="FILE", type=_path, help="default: the library's backups")
    return parser


def _restore() -> Parser:
    parser = _parser("restore", "Bring a library back from a backup, or undo that.")
    parser.add_argument("file", metavar="FILE", type=_path, nargs="?", help="the backup")
    parser.add_argument(
        "--undo", action="store_true", help="bring back the state from before the last restore"
    )
    return parser


def _verify() -> Parser:
    parser = _parser("verify", "Test every word and photo of the library against its checksum.")
    parser.add_argument(
        "--mend", action="store_true", help="bring back all that is damaged and can be"
    )
    return parser


def _render() -> Parser:
    parser = _parser("render", "Print the body HTML that a Markdown file makes.")
    parser.add_argument("file", metavar="FILE.md", type=_path)
    return parser


_MAKERS = {
    "sample": _sample,
    "import": _import,
    "list": _list,
    "show": _show,
    "status": _status,
    "check": _check,
    "export": _export,
    "uploads": _uploads,
    "house": _house,
    "backup": _backup,
    "restore": _restore,
    "verify": _verify,
    "render": _render,
}


# ---------------------------------------------------------------- kinds of words


def _text(word: str) -> str:
    try:
        word.encode()
    except UnicodeEncodeError as error:
        message = "it is not valid text in this terminal's encoding"
        raise argparse.ArgumentTypeError(message) from error
    return word


def _reason(word: str) -> str:
    if not _text(word).strip():
        message = "say why, in a few words"
        raise argparse.ArgumentTypeError(message)
    return word.strip()


def _path(word: str) -> Path:
    if not word or "\0" in word:
        message = "a file or folder needs a name"
        raise argparse.ArgumentTypeError(message)
    return Path(word).expanduser()


def _count(word: str) -> int:
    if not word.isascii() or not word.isdigit() or int(word[:10]) < 1:
        message = f"{word!r} is not a whole number from 1 up"
        raise argparse.ArgumentTypeError(message)
    return int(word)


def status(word: str) -> Status:
    """Return the status that word names; a hyphen may stand for the space."""
    name = word.strip().lower().replace("-", " ").replace("_", " ")
    if name not in set(Status):
        message = f"{word!r} is none of {_statuses()}"
        raise argparse.ArgumentTypeError(message)
    return Status(name)


def _statuses() -> str:
    return ", ".join(one.value.replace(" ", "-") for one in Status)
