"""Write an item that has every block and every mark a text can have, to look at.

    python tests/tools/every_block.py                      # Markdown on standard output
    python tests/tools/every_block.py --to every.md
    python tests/tools/every_block.py --library DIR        # two items with photos

To put its pages before the validators, one photo in it lacking all words:

    standfirst export --all --force "to look at" --library DIR --to SITE
    python tests/tools/validate_page.py --tools TOOLS SITE

Without a library the photos are only names. What is written is what a body reads and writes.
"""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from editor_app.body import read_markdown, write_markdown
from editor_app.model.identity import new_item_id
from editor_app.model.item import LeadFigure, NewsItem
from editor_app.model.photo_words import Focus, PhotoWords
from editor_app.model.status import Status
from editor_app.store.library import Library

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 3, 2, 14, 2, tzinfo=UTC)
PHOTOS = ("harbour.jpg", "reading-room.jpg")

ENGLISH = """\
The library came by water. It is **bold**, *slanted*, ~~gone~~, H~2~O and x^2^, with a
[link](https://example.org/islands), some `code`, the *[mot juste]{lang=fr}*, an
[ILO]{abbr="International Labour Organization"} survey and a claim that needs a note.^[The
survey was made in *March* by the [harbour office](https://example.org/office).] Names such as
Port&#160;Alba and 3,000&#8239;km keep together, so does COVID\u201119; a long
word may part at ex&#173;tra&#173;or&#173;di&#173;nary.

## What is on board

- 3,000 books in five languages
- two reading tables
    - one for school classes
        - with maps
    - one for everybody else
- a kettle

1. Find the timetable.
2. Walk to the quay.
3. Come aboard.^[There is a ramp.]

> Now it comes round the corner every second Tuesday, and it waits until everybody has chosen.
>
> -- Ines Marlowe, head of the project

### A cross-head of the third level

A paragraph between two things, so that the space around them can be judged as well. It runs over
two lines at least, and then it ends.

::: pull-quote
We simply wanted to keep going when the bridge was opened.
: Ines Marlowe
:: Head of the project, Port Alba
:::

#### A cross-head of the fourth level

The harbour, and the photo set as the text is.

![The ferry at sunset](PHOTO1)
: The “Marisol” on the evening before her first tour.
:: Photo: Standfirst sample pictures

Another one stands at the right, and what it shows is only decoration.

![](PHOTO2){right decorative}
: The reading room below deck.
:: Photo: Standfirst sample pictures

![](PHOTO1){left}
: A photo at the left that nobody has described or credited.

![The ferry at sunset, seen from the lighthouse](PHOTO1){full}
: As wide as the page.
:: Photo: Standfirst sample pictures

::: gallery On board and ashore
![The ferry at sunset](PHOTO1)
: The “Marisol” on the evening before her first tour.
:: Photo: Standfirst sample pictures

![Shelves full of books round a porthole](PHOTO2)
: The reading room below deck, where school classes meet in the morning and everybody else later.
:: Photo: Standfirst sample pictures

![](PHOTO1){decorative}
:: Photo: Standfirst sample pictures

![The reading room](PHOTO2)

![The ferry once more](PHOTO1)
: The last one.
:: Photo: Standfirst sample pictures
:::

::: fact-box The ferry in figures
Built in 1962, rebuilt in 2024.^[By the yard of Port Alba.] The box has **blocks** of its own:

- 41 metres long
- 12 islands, 5 languages
- 40 volunteers

| Year | Visitors |
| --- | ---: |
| 2024 | 1,200 |
| 2025 | 9,850 |

Nobody pays to come aboard.
:::

| Island | Visits | Books lent |
| --- | :---: | ---: |
| Alba | 26 | 4,310 |
| Cala Mora | 24 | 2,940 |
| Torre Vella, with a long name that needs two lines | 12 | 880 |
: Books lent in the first year {header-column}

::: publication
title: A library for twelve islands: what we have learnt
type: PDF
language: en
size: 1.2 MB
link: https://example.org/library.pdf
:::

::: embed
title: The first tour, in two minutes
source: Port Alba Television
link: https://video.example.org/tour
:::

::: contact
name: Ines Marlowe
role: Head of the project
organisation: Port Alba
email: ines@example.org
phone: +34 900 000 000
:::

---

::: lang fr
La bibliothèque flottante passe un mardi sur deux. « Elle attend que chacun ait choisi », dit la
responsable du projet.
:::

::: lang ar rtl
تأتي المكتبة العائمة كل ثاني ثلاثاء، وتنتظر حتى يختار الجميع كتبهم.
:::

هذه فقرة عربية in mixed text بلا إطار.

<video src="tour.mp4" controls></video>

The last paragraph of the text,<br>broken once by hand.
"""

ARABIC = """\
جاءت المكتبة **عن طريق البحر**، وفيها [رابط](https://example.org) وملاحظة.^[الملاحظة نفسها.] أما
[ILO]{abbr="International Labour Organization"} فهي منظمة دولية.

## ما على متن السفينة

- ثلاثة آلاف كتاب بخمس لغات
- طاولتان للقراءة
    - واحدة للصفوف المدرسية

1. ابحث عن الجدول.
2. اذهب إلى الرصيف.

> تأتي كل ثاني ثلاثاء، وتنتظر حتى يختار الجميع كتبهم.
>
> -- إينيس مارلو، مديرة المشروع

::: pull-quote
أردنا ببساطة أن نواصل العمل بعد افتتاح الجسر.
: إينيس مارلو
:: مديرة المشروع
:::

![العبّارة عند الغروب](PHOTO1)
: السفينة في المساء قبل رحلتها الأولى.
:: الصورة: أرشيف المشروع

![](PHOTO2){right decorative}
: قاعة القراءة.
:: الصورة: أرشيف المشروع

::: gallery على متن السفينة
![العبّارة عند الغروب](PHOTO1)
: السفينة في المساء.
:: الصورة: أرشيف المشروع

![قاعة القراءة](PHOTO2)
: قاعة القراءة.
:: الصورة: أرشيف المشروع
:::

::: fact-box السفينة بالأرقام
بُنيت عام 1962.

- طولها 41 مترًا
- 12 جزيرة
:::

| الجزيرة | الزيارات | الكتب المعارة |
| --- | :---: | ---: |
| ألبا | 26 | 4310 |
| كالا مورا | 24 | 2940 |
: الكتب المعارة في السنة الأولى {header-column}

::: publication
title: مكتبة لاثنتي عشرة جزيرة
type: PDF
language: ar
size: 1.2 MB
link: https://example.org/library.pdf
:::

::: contact
name: إينيس مارلو
role: مديرة المشروع
email: ines@example.org
:::

---

::: lang en ltr
The floating library comes round every second Tuesday.
:::

الفقرة الأخيرة.
"""


WORDS = PhotoWords(
    title="The “Marisol”",
    photographer="Standfirst sample pictures",
    source_address="https://www.example.org/photos/1",
    licence="cc-by-4.0",
    copyright_notice="© 2026 Standfirst sample pictures",
    long_description="A white ferry with lit windows.\n\nOn the right, a lighthouse.",
    digital_source_type="digitalArt",
    focus=Focus(x=0.45, y=0.5),
)


def markdown(text, photos):
    """Return a text with its photos named, as a body would write it."""
    for number, name in enumerate(photos, start=1):
        text = text.replace(f"PHOTO{number}", name)
    return write_markdown(read_markdown(text))


def into_library(folder):
    """Put both texts into a library as items with photos."""
    with Library.open(folder, clock=lambda: NOW) as library:
        sample = ROOT / "resources" / "sample" / "first-item"
        photos = [library.photos.add((sample / n).read_bytes(), name=n).src for n in PHOTOS]
        library.photos.save_words(photos[0], WORDS)
        lead = LeadFigure(
            src=photos[0],
            alt="The ferry at sunset",
            caption="The “Marisol” on the evening before her first tour.",
            credit="Standfirst sample pictures",
        )
        for language, headline, text in (
            ("en", "Every block that a text can have", ENGLISH),
            ("ar", "كل ما يمكن أن يحمله النص", ARABIC),
        ):
            item = NewsItem(
                id=new_item_id(NOW),
                language=language,
                section="Project News",
                headline=headline,
                display_date=NOW.date(),
                status=Status.READY,
                slug="every-block",
                lead_figure=lead,
                body=markdown(text, photos),
            )
            library.items.save(item, over=0)
            print(item.id)


def main():
    """Write the text to where it is wanted."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--to", type=Path, help="a file to write")
    parser.add_argument("--arabic", action="store_true", help="the Arabic text")
    parser.add_argument("--library", type=Path, help="put both texts into this library")
    arguments = parser.parse_args()
    if arguments.library:
        into_library(arguments.library)
        return
    text = markdown(ARABIC if arguments.arabic else ENGLISH, [f"media/{name}" for name in PHOTOS])
    if arguments.to:
        arguments.to.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main()
