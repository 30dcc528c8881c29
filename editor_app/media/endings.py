"""How the names of picture files end, of those that are taken and those refused with a reason."""

PHOTO_ENDINGS = (
    *(".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".avif", ".gif", ".tif", ".tiff"),
    *(".heic", ".heif"),
)
PICTURE_ENDINGS = (
    *PHOTO_ENDINGS,
    *(".svg", ".svgz", ".eps", ".psd", ".xcf", ".bmp", ".jxl"),
    *(".cr2", ".cr3", ".nef", ".arw", ".dng", ".orf", ".rw2", ".raf", ".pef", ".srw"),
)
