"""The colours and fonts of the window as the text wants them."""

from editor_app.ui.editor.look import EditorLook
from editor_app.ui.look.fonts import serif_families
from editor_app.ui.look.look import Look

_BODY_SCALE = 1.15


def editor_look(look: Look) -> EditorLook:
    """Return the colours and fonts of the moment as the text wants them."""
    tokens = look.tokens
    return EditorLook(
        background=tokens.background,
        surface=tokens.surface,
        text=tokens.text,
        muted=tokens.muted,
        faint=tokens.faint,
        accent=tokens.accent,
        accent_soft=tokens.accent_soft,
        border=tokens.border,
        border_strong=tokens.border_strong,
        good=tokens.good,
        warning=tokens.warning,
        danger=tokens.danger,
        serif=serif_families(),
        size=look.font.pointSizeF() * _BODY_SCALE,
    )
