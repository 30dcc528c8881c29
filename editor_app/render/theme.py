"""A theme: templates and one style sheet, in a folder."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from editor_app.paths import resources
from editor_app.render.characters import printable
from editor_app.render.errors import ThemeError

if TYPE_CHECKING:
    from jinja2 import Template

_STYLE = "page.css"


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The look of a page: its templates by name, and the style that each page carries.

    ``is_ours`` says that it came with the program; the templates of any other run in a sandbox.
    """

    name: str
    templates: dict[str, str]
    style: str
    is_ours: bool = False

    @classmethod
    def default(cls) -> "Theme":
        """Return the theme that ships with the program."""
        return replace(cls.load(resources() / "themes" / "default"), is_ours=True)

    @classmethod
    def load(cls, folder: Path, *, over: "Theme | None" = None) -> "Theme":
        """Return the theme in folder; what it does not bring is taken from the theme under it.

        Raises:
            ThemeError: the folder cannot be read.
        """
        try:
            templates = {
                path.name: path.read_text(encoding="utf-8")
                for path in sorted(folder.glob("*.html"))
            }
            style_file = folder / _STYLE
            style = style_file.read_text(encoding="utf-8") if style_file.is_file() else ""
        except (OSError, UnicodeDecodeError) as error:
            raise ThemeError(
                f"The theme in {folder.name} cannot be read.",
                hint="Its files must be readable text in UTF-8.",
            ) from error
        if over is not None:
            templates = over.templates | templates
            style = style or over.style
        if not templates or not style:
            raise ThemeError(
                f"There is no theme in {folder.name}.",
                hint=f"A theme is a folder with page.html and {_STYLE}.",
            )
        return cls(name=folder.name, templates=templates, style=style)

    def template(self, name: str) -> "Template":
        """Return one template, ready to be filled.

        Raises:
            ThemeError: the template is missing or has a mistake.
        """
        # The window is up before the first page is made: its start need not pay for this.
        from jinja2 import (  # noqa: PLC0415 - see above
            DictLoader,
            Environment,
            StrictUndefined,
            TemplateError,
            TemplateSyntaxError,
        )
        from jinja2.sandbox import SandboxedEnvironment  # noqa: PLC0415 - see above

        environment = (Environment if self.is_ours else SandboxedEnvironment)(
            loader=DictLoader(self.templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            finalize=printable,
        )
        environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
        try:
            return environment.get_template(name)
        except TemplateSyntaxError as error:
            raise ThemeError(
                f"The theme {self.name} has a mistake in {error.name}, line {error.lineno}.",
                hint=str(error.message),
            ) from error
        except TemplateError as error:
            raise ThemeError(
                f"The theme {self.name} has no {name}.",
                hint="Add the file, or choose another theme.",
            ) from error
