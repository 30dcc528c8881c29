"""The browser inside the preview, with everything switched off. Importing this loads Chromium."""

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Signal, Slot
from PySide6.QtWebEngineCore import (
    QWebEngineDownloadRequest,
    QWebEngineFullScreenRequest,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineSettings,
    QWebEngineUrlScheme,
)
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget
from shiboken6 import delete, isValid
from typing_extensions import override

from editor_app.background.threads import Background
from editor_app.ui.preview.scheme import SCHEME
from editor_app.ui.preview.server import Gatekeeper, PageServer

_HOST = "preview"
_SCHEMES_FOR_READERS = frozenset({"http", "https", "mailto"})


class PreviewPage(QWebEnginePage):
    """A page that goes nowhere by itself.

    Signals:
        link_clicked: The user clicked a link that leads out; carries its address.
        was_stopped: The page tried to go elsewhere by itself and was not let, which may have ended
            the load of another page.
    """

    link_clicked = Signal(str)
    was_stopped = Signal()

    def __init__(self, profile: QWebEngineProfile, parent: QObject | None = None) -> None:
        super().__init__(profile, parent)
        self._awaited = QUrl()
        self.permissionRequested.connect(self._on_permission_requested)
        self.fullScreenRequested.connect(self._on_full_screen_requested)

    def go(self, place: str) -> None:
        """Load the page that the server has at a place."""
        self._awaited = QUrl(f"{SCHEME}://{_HOST}{place}")
        self.load(self._awaited)

    @override
    def acceptNavigationRequest(
        self,
        url: QUrl | str,
        type: QWebEnginePage.NavigationType,  # Qt's name
        isMainFrame: bool,  # Qt's signature
    ) -> bool:
        """Refuse every navigation but the one that was asked for; offer clicked links."""
        target = QUrl(url)
        if type == QWebEnginePage.NavigationType.NavigationTypeLinkClicked:
            return self._follow(target, is_main_frame=isMainFrame)
        if not isMainFrame:
            return False
        if target != self._awaited:
            self.was_stopped.emit()
            return False
        self._awaited = QUrl()
        return True

    @override
    def createWindow(self, type: QWebEnginePage.WebWindowType) -> QWebEnginePage:
        """Open no window; Qt asks for None where there is none."""
        return None  # type: ignore[return-value]  # what Qt documents, and PySide's types forgot

    @override
    def javaScriptConsoleMessage(self, *_: object) -> None:
        """Keep what a page says about itself out of the terminal."""

    def _follow(self, target: QUrl, *, is_main_frame: bool) -> bool:
        is_on_page = target.host() == _HOST and target.path() == self.url().path()
        if is_on_page and target.hasFragment():
            return is_main_frame
        if target.scheme() in _SCHEMES_FOR_READERS:
            self.link_clicked.emit(target.toString())
        return False

    @Slot(QWebEnginePermission)
    def _on_permission_requested(self, permission: QWebEnginePermission) -> None:
        permission.deny()

    @Slot(QWebEngineFullScreenRequest)
    def _on_full_screen_requested(self, request: QWebEngineFullScreenRequest) -> None:
        request.reject()


class Engine(QObject):
    """The view, and all that it needs; made when the window is up."""

    def __init__(self, background: Background | None, parent: QWidget) -> None:
        super().__init__(parent)
        _register()
        # Without a name it is off the record; it has to outlive the page, which is a child.
        self.profile = QWebEngineProfile(QCoreApplication.instance())
        self.server = PageServer(background, self)
        self.gatekeeper = Gatekeeper(self)
        self.profile.installUrlSchemeHandler(SCHEME.encode(), self.server)
        self.profile.setUrlRequestInterceptor(self.gatekeeper)
        self.profile.downloadRequested.connect(_refuse_download)
        self.profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
        self.profile.setSpellCheckEnabled(False)
        self.page = PreviewPage(self.profile, self)
        self.page.destroyed.connect(self.profile.deleteLater)
        _switch_off(self.page.settings())
        self.view = QWebEngineView(parent)
        self.view.setPage(self.page)

    def close(self) -> None:
        """End the browser: view first, profile last, as Chromium wants it."""
        for one in (self.view, self.page, self.profile):
            if isValid(one):
                delete(one)


def _register() -> None:
    """Make the scheme known to Chromium, once a process."""
    if QWebEngineUrlScheme.schemeByName(SCHEME.encode()).name() == SCHEME.encode():
        return
    scheme = QWebEngineUrlScheme(SCHEME.encode())
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme)
    QWebEngineUrlScheme.registerScheme(scheme)


def _switch_off(settings: QWebEngineSettings) -> None:
    """Switch off all that a printed page would not need."""
    attribute = QWebEngineSettings.WebAttribute
    off = (
        attribute.JavascriptEnabled,
        attribute.JavascriptCanOpenWindows,
        attribute.JavascriptCanAccessClipboard,
        attribute.JavascriptCanPaste,
        attribute.LocalStorageEnabled,
        attribute.LocalContentCanAccessFileUrls,
        attribute.LocalContentCanAccessRemoteUrls,
        attribute.PluginsEnabled,
        attribute.PdfViewerEnabled,
        attribute.HyperlinkAuditingEnabled,
        attribute.DnsPrefetchEnabled,
        attribute.ScreenCaptureEnabled,
        attribute.WebGLEnabled,
        attribute.AutoLoadIconsForPage,
        attribute.AllowRunningInsecureContent,
        attribute.AllowGeolocationOnInsecureOrigins,
        attribute.FullScreenSupportEnabled,
        attribute.NavigateOnDropEnabled,
        attribute.ErrorPageEnabled,
        attribute.FocusOnNavigationEnabled,
    )
    is_on = False
    for one in off:
        settings.setAttribute(one, is_on)
    settings.setUnknownUrlSchemePolicy(
        QWebEngineSettings.UnknownUrlSchemePolicy.DisallowUnknownUrlSchemes
    )


def _refuse_download(download: QWebEngineDownloadRequest) -> None:
    download.cancel()
