"""Draws the two pictures of the sample item: python tests/tools/draw_sample_photos.py."""

import itertools
import math
import random
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter

FOLDER = Path(__file__).parents[2] / "resources" / "sample" / "first-item"
SCALE = 2  # drawn twice as large, then made smaller: smooth edges


def main():
    harbour().save(FOLDER / "harbour.jpg", quality=80, optimize=True, progressive=True)
    reading_room().save(FOLDER / "reading-room.jpg", quality=80, optimize=True, progressive=True)


def gradient(size, stops):
    """A vertical run through colours; stops are (share of the height, colour)."""
    column = Image.new("RGB", (1, size[1]))
    for y in range(size[1]):
        share = y / (size[1] - 1)
        for (start, a), (end, b) in itertools.pairwise(stops):
            if start <= share <= end:
                part = (share - start) / (end - start)
                colour = tuple(round(m + (n - m) * part) for m, n in zip(a, b, strict=True))
                column.putpixel((0, y), colour)
    return column.resize(size)


def glow(picture, centre, radius, colour, strength):
    layer = Image.new("L", picture.size, 0)
    x, y = centre
    ImageDraw.Draw(layer).ellipse((x - radius, y - radius, x + radius, y + radius), fill=strength)
    layer = layer.filter(ImageFilter.GaussianBlur(radius * 0.55))
    picture.paste(Image.new("RGB", picture.size, colour), mask=layer)


def ridge(draw, size, base, waves, colour):
    width, _ = size
    line = [
        (x, base - sum(a * math.sin(x / width * f * math.tau + p) for a, f, p in waves))
        for x in range(0, width + 8, 8)
    ]
    draw.polygon([(0, base + 400), *line, (width, base + 400)], fill=colour)


def harbour():
    width, height = 1600 * SCALE, 1000 * SCALE
    horizon = round(height * 0.62)
    sky = gradient(
        (width, horizon),
        [(0, (36, 48, 92)), (0.45, (112, 96, 142)), (0.75, (226, 142, 122)), (1, (252, 206, 146))],
    )
    picture = Image.new("RGB", (width, height))
    picture.paste(sky, (0, 0))
    sun = (round(width * 0.33), round(height * 0.545))
    glow(picture, sun, 520, (255, 214, 150), 150)
    glow(picture, sun, 240, (255, 232, 180), 170)
    draw = ImageDraw.Draw(picture)
    draw.ellipse((sun[0] - 84, sun[1] - 84, sun[0] + 84, sun[1] + 84), fill=(255, 240, 206))
    clouds(picture, random.Random(4))  # noqa: S311 - a picture, not a secret
    draw = ImageDraw.Draw(picture)
    far = [(70, 1.3, 0.4), (34, 3.1, 2.0), (12, 7, 1)]
    middle = [(92, 1.1, 3.2), (30, 2.7, 0.6), (14, 6, 4)]
    near = [(60, 0.9, 5.2), (36, 2.2, 1.6), (10, 8, 2)]
    ridge(draw, (width, height), horizon - 90, far, (150, 112, 138))
    ridge(draw, (width, height), horizon - 20, middle, (104, 88, 128))
    ridge(draw, (width, height), horizon + 46, near, (66, 66, 108))
    lighthouse(picture, draw, round(width * 0.83), horizon + 30)
    ferry(picture, round(width * 0.46), horizon + 44)
    mirror(picture, horizon + 60)
    quay(ImageDraw.Draw(picture), width, height)
    return picture.resize((1600, 1000), Image.Resampling.LANCZOS)


def clouds(picture, chance):
    layer = Image.new("L", picture.size, 0)
    draw = ImageDraw.Draw(layer)
    for _ in range(16):
        x, y = chance.randrange(picture.width), chance.randrange(120, 860)
        length, depth = chance.randrange(300, 1100), chance.randrange(10, 34)
        draw.ellipse((x, y, x + length, y + depth), fill=chance.randrange(50, 130))
    layer = layer.filter(ImageFilter.GaussianBlur(14))
    picture.paste(Image.new("RGB", picture.size, (250, 190, 164)), mask=layer)


def lighthouse(picture, draw, x, foot):
    draw.polygon(
        [
            (x - 520, foot + 60),
            (x - 330, foot - 30),
            (x - 90, foot - 84),
            (x + 120, foot - 92),
            (x + 360, foot - 20),
            (x + 540, foot + 60),
        ],
        fill=(42, 46, 84),
    )
    top = foot - 470
    draw.polygon(
        [(x - 46, foot - 80), (x - 30, top), (x + 30, top), (x + 46, foot - 80)],
        fill=(232, 216, 214),
    )
    for band in (0.2, 0.52, 0.84):
        y = top + (foot - 80 - top) * band
        draw.polygon(
            [(x - 36, y), (x + 36, y), (x + 38, y + 56), (x - 38, y + 56)], fill=(178, 78, 84)
        )
    draw.rectangle((x - 42, top - 14, x + 42, top), fill=(58, 56, 88))
    draw.rectangle((x - 24, top - 66, x + 24, top - 14), fill=(255, 236, 170))
    draw.polygon([(x - 34, top - 64), (x, top - 108), (x + 34, top - 64)], fill=(178, 78, 84))
    glow(picture, (x, top - 40), 130, (255, 240, 190), 150)
    draw.rectangle((x - 22, top - 62, x + 22, top - 16), fill=(255, 246, 210))


def ferry(picture, x, water):
    draw = ImageDraw.Draw(picture)
    hull = [
        (x - 420, water - 108),
        (x + 430, water - 118),
        (x + 350, water + 16),
        (x - 350, water + 16),
    ]
    draw.polygon(hull, fill=(40, 62, 104))
    draw.polygon(
        [
            (x - 410, water - 84),
            (x + 417, water - 94),
            (x + 408, water - 76),
            (x - 404, water - 66),
        ],
        fill=(226, 120, 92),
    )
    draw.rectangle((x - 330, water - 216, x + 300, water - 112), fill=(244, 236, 226))
    draw.rectangle((x - 250, water - 306, x + 170, water - 216), fill=(232, 222, 216))
    draw.rectangle((x - 350, water - 226, x + 320, water - 214), fill=(170, 160, 176))
    draw.rectangle((x - 270, water - 314, x + 190, water - 304), fill=(170, 160, 176))
    draw.rectangle((x - 60, water - 392, x + 30, water - 310), fill=(226, 120, 92))
    draw.rectangle((x - 60, water - 392, x + 30, water - 370), fill=(54, 56, 92))
    draw.line((x + 250, water - 214, x + 250, water - 430), fill=(72, 70, 104), width=8)
    for number in range(9):
        left = x - 296 + number * 66
        draw.rounded_rectangle((left, water - 190, left + 44, water - 146), 8, fill=(255, 220, 140))
    for number in range(6):
        left = x - 222 + number * 66
        draw.rounded_rectangle((left, water - 284, left + 42, water - 244), 8, fill=(255, 228, 158))
    books = ((196, 84, 78), (84, 128, 150), (232, 180, 96), (110, 140, 110), (150, 104, 150))
    for number in range(18):  # the shelf on the open deck
        left = x - 326 + number * 11
        tall = 34 + (number * 7) % 18
        draw.rectangle((left, water - 216 - tall, left + 9, water - 226), fill=books[number % 5])


def mirror(picture, horizon):
    """The water: what is above it, upside down, darker and in ripples."""
    depth = picture.height - horizon
    above = picture.crop((0, horizon - depth, picture.width, horizon))
    above = above.transpose(Image.Transpose.FLIP_TOP_BOTTOM).filter(ImageFilter.GaussianBlur(5))
    rippled = Image.new("RGB", above.size)
    for y in range(0, above.height, 4):
        reach = 3 + y / 26
        shift = round(reach * math.sin(y / 15) + reach * 0.6 * math.sin(y / 4.7 + 1))
        strip = above.crop((0, y, above.width, y + 4))
        rippled.paste(strip, (shift, y))
        rippled.paste(strip.crop((0, 0, 1, 4)).resize((max(0, shift) + 1, 4)), (0, y))
        if shift < 0:
            edge = strip.crop((above.width - 1, 0, above.width, 4)).resize((-shift, 4))
            rippled.paste(edge, (above.width + shift, y))
    tint = gradient(above.size, [(0, (120, 104, 140)), (1, (24, 34, 70))])
    shade = gradient(above.size, [(0, (60, 60, 60)), (1, (176, 176, 176))]).convert("L")
    picture.paste(Image.composite(tint, rippled, shade), (0, horizon))


def quay(draw, width, height):
    draw.polygon(
        [(0, height - 150), (width * 0.40, height - 96), (width * 0.44, height), (0, height)],
        fill=(32, 34, 60),
    )
    draw.line((0, height - 150, width * 0.40, height - 96), fill=(84, 76, 104), width=10)
    for x, y in ((240, height - 138), (760, height - 112)):
        draw.rounded_rectangle((x - 34, y - 74, x + 34, y + 6), 18, fill=(54, 52, 82))
        draw.rounded_rectangle((x - 48, y - 88, x + 48, y - 60), 14, fill=(70, 66, 98))


def reading_room():
    width, height = 1200 * SCALE, 800 * SCALE
    picture = gradient((width, height), [(0, (112, 74, 60)), (1, (72, 46, 44))])
    chance = random.Random(11)  # noqa: S311 - a picture, not a secret
    draw = ImageDraw.Draw(picture)
    for left, right in ((60, 850), (1550, 2340)):
        for row in range(4):
            shelf(draw, chance, left, right, 290 + row * 262)
    porthole(picture, 1200, 520, 250)
    draw = ImageDraw.Draw(picture)
    draw.polygon([(300, 1330), (2100, 1330), (2330, 1600), (70, 1600)], fill=(178, 122, 80))
    draw.line((300, 1330, 2100, 1330), fill=(222, 170, 120), width=12)
    for x in (820, 1560):
        open_book(draw, x, 1420)
    lamp(picture, 1200, 1330)
    return picture.resize((1200, 800), Image.Resampling.LANCZOS)


def shelf(draw, chance, left, right, foot):
    colours = (
        (188, 82, 76),
        (72, 118, 140),
        (228, 176, 92),
        (104, 136, 108),
        (140, 98, 142),
        (226, 214, 196),
        (58, 74, 112),
        (206, 128, 86),
    )
    x = left + 10
    while x < right - 60:
        wide, tall = chance.randrange(26, 58), chance.randrange(150, 212)
        colour = chance.choice(colours)
        draw.rectangle((x, foot - tall, x + wide, foot), fill=colour)
        pale = tuple(min(255, one + 46) for one in colour)
        draw.rectangle((x + 6, foot - tall + 24, x + wide - 6, foot - tall + 36), fill=pale)
        x += wide + 5
    draw.rectangle((left, foot, right, foot + 24), fill=(150, 98, 68))
    draw.rectangle((left, foot + 18, right, foot + 24), fill=(104, 66, 52))


def porthole(picture, x, y, radius):
    view = gradient(
        (2 * radius, 2 * radius),
        [(0, (122, 160, 196)), (0.55, (248, 214, 170)), (0.56, (92, 124, 152)), (1, (50, 80, 116))],
    )
    draw = ImageDraw.Draw(view)
    draw.ellipse((300, 196, 364, 260), fill=(255, 240, 206))
    draw.polygon(
        [(0, 286), (120, 232), (240, 262), (360, 216), (500, 278), (500, 282)], fill=(92, 108, 140)
    )
    mask = Image.new("L", view.size, 0)
    ImageDraw.Draw(mask).ellipse((0, 0, 2 * radius - 1, 2 * radius - 1), fill=255)
    frame = ImageDraw.Draw(picture)
    for reach, colour in ((64, (96, 62, 50)), (52, (214, 172, 104)), (18, (150, 112, 66))):
        frame.ellipse(
            (x - radius - reach, y - radius - reach, x + radius + reach, y + radius + reach),
            fill=colour,
        )
    picture.paste(view, (x - radius, y - radius), mask)
    for number in range(12):
        angle = number * math.tau / 12
        bx, by = x + (radius + 35) * math.cos(angle), y + (radius + 35) * math.sin(angle)
        frame.ellipse((bx - 9, by - 9, bx + 9, by + 9), fill=(140, 104, 60))


def open_book(draw, x, y):
    for side in (-1, 1):
        page = [(x, y), (x + side * 190, y - 34), (x + side * 236, y + 92), (x, y + 132)]
        draw.polygon(page, fill=(248, 240, 224) if side < 0 else (238, 228, 210))
        for line in range(5):
            top = y + 14 + line * 20
            draw.line((x + side * 28, top, x + side * 178, top - 24), fill=(190, 178, 164), width=5)
    draw.line((x, y, x, y + 132), fill=(176, 160, 144), width=6)


def lamp(picture, x, foot):
    glow(picture, (x, foot - 120), 330, (255, 216, 140), 120)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((x - 10, foot - 150, x + 10, foot + 10), fill=(66, 52, 52))
    draw.ellipse((x - 74, foot - 6, x + 74, foot + 30), fill=(66, 52, 52))
    draw.polygon(
        [(x - 120, foot - 130), (x - 64, foot - 250), (x + 64, foot - 250), (x + 120, foot - 130)],
        fill=(246, 200, 116),
    )


if __name__ == "__main__":
    main()
