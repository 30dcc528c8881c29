"""The finished page beside the text, as it grows. QtWebEngine is imported when it is started."""
