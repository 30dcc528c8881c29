"""What can go wrong on the command line itself."""

from editor_app.errors import EditorError


class CommandError(EditorError):
    """The command could not do its work."""

    exit_code = 1


class UsageError(CommandError):
    """The words on the command line make no sense."""

    exit_code = 2
