"""Serves the page and its pictures to the preview, and nothing else to anybody."""

from collections import OrderedDict
from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QObject
from PySide6.QtWebEngineCore import (
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
    QWebEngineUrlSchemeHandler,
)
from shiboken6 import isValid
from typing_extensions import override

from editor_app.background.threads import Background
from editor_app.errors import EditorError
from editor_app.render.page import Page
from editor_app.ui.preview.patches import Pictures
from editor_app.ui.preview.scheme import SCHEME

_POLICY = (
    f"default-src 'none'; img-src {SCHEME}:; style-src 'unsafe-inline'; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
_MOST_BYTES = 64 * 2**20  # pictures kept, so that a reload does not make them again
_KINDS = {
    "jpg": b"image/jpeg",
    "jpeg": b"image/jpeg",
    "png": b"image/png",
    "webp": b"image/webp",
    "gif": b"image/gif",
    "avif": b"image/avif",
}


class PageServer(QWebEngineUrlSchemeHandler):
    """Answers for the scheme of the preview: one page, and the pictures it names.

    Pictures are asked for on a thread where there is one, as making one may take a while.
    """

    def __init__(self, background: Background | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._place = ""
        self._page = b""
        self._pictures: Pictures | None = None
        self._kept: OrderedDict[str, bytes] = OrderedDict()

    def serve(self, page: Page, *, place: str) -> None:
        """Answer with page at a place (a path that ends in a slash)."""
        self._page = page.html.encode("utf-8", "replace")
        self._place = place

    def serve_pictures(self, pictures: Pictures) -> None:
        """Answer with these pictures from now on."""
        self._pictures = pictures

    @override
    def requestStarted(self, request: QWebEngineUrlRequestJob) -> None:
        """Answer one request."""
        path = request.requestUrl().path()
        if request.requestMethod() != QByteArray(b"GET") or not path.startswith(self._place):
            request.fail(QWebEngineUrlRequestJob.Error.RequestDenied)
            return
        name = path[len(self._place) :]
        if not name:
            _reply(request, b"text/html; charset=utf-8", self._page)
        elif name.startswith("img/") and name.rpartition(".")[2].lower() in _KINDS:
            self._answer_with_picture(request, name)
        else:
            request.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)

    def _answer_with_picture(self, request: QWebEngineUrlRequestJob, name: str) -> None:
        if (kept := self._kept.get(_content_of(name))) is not None:
            self._kept.move_to_end(_content_of(name))
            self._reply_picture(request, name, kept)
        elif self._pictures is None:
            request.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
        elif self._background is None:
            self._reply_picture(request, name, _asked(self._pictures, name))
        else:
            self._background.run(
                partial(_asked, self._pictures, name),
                then=partial(self._reply_picture, request, name),
                failed=lambda _: self._reply_picture(request, name, None),
            )

    def _reply_picture(
        self, request: QWebEngineUrlRequestJob, name: str, data: bytes | None
    ) -> None:
        if data is not None:
            self._keep(_content_of(name), data)
        if not isValid(request):
            return  # the page was left before its picture was made
        if data is None:
            request.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
        else:
            _reply(request, _KINDS[name.rpartition(".")[2].lower()], data)

    def _keep(self, content: str, data: bytes) -> None:
        self._kept[content] = data
        while sum(map(len, self._kept.values())) > _MOST_BYTES and len(self._kept) > 1:
            self._kept.popitem(last=False)


class Gatekeeper(QWebEngineUrlRequestInterceptor):
    """Refuses every request to anything but the scheme of the preview."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.refused: list[str] = []

    @override
    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        """Let a request through or refuse it."""
        is_refused = info.requestUrl().scheme() != SCHEME
        info.block(is_refused)
        if is_refused:
            self.refused.append(info.requestUrl().toString()[:200])


def _content_of(name: str) -> str:
    """Return the part of a picture's name that says which pixels it has, such as mark and width.

    What stands before it is the slug, which follows every key in the headline.
    """
    return "-".join(name.rsplit("-", 2)[1:])


def _asked(pictures: Pictures, name: str) -> bytes | None:
    """Return a picture, or None where there is none that can be shown."""
    try:
        return pictures(name)
    except EditorError:
        return None  # the editor says what is wrong with the photo; the page just lacks it


def _reply(request: QWebEngineUrlRequestJob, kind: bytes, data: bytes) -> None:
    answer = QBuffer(request)
    answer.setData(data)
    headers = {
        QByteArray(b"Content-Security-Policy"): QByteArray(_POLICY.encode()),
        QByteArray(b"X-Content-Type-Options"): QByteArray(b"nosniff"),
        QByteArray(b"Cache-Control"): QByteArray(b"no-store"),
    }
    request.setAdditionalResponseHeaders(headers)
    request.reply(QByteArray(kind), answer)
