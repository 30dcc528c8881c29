"""The tables by name, as queries are written against them; the migrations make them."""

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text

SHAPE = MetaData()

_INTEGERS = frozenset(
    {"version", "is_trashed", "translated_version", "lead_is_decorative", "place"}
)
_ITEM_COLUMNS = (
    "id",
    "version",
    "sha256",
    "created_at",
    "modified_at",
    "trashed_at",
    "is_trashed",
    "headline_order",
    "language",
    "translation_group",
    "translated_from",
    "translated_version",
    "content_type",
    "section",
    "status",
    "slug",
    "headline",
    "short_headline",
    "display_date",
    "first_published_at",
    "published_at",
    "updated_at",
    "embargo_until",
    "archive_on",
    "lead_src",
    "lead_is_decorative",
    "lead_alt",
    "lead_caption",
    "lead_credit",
    "byline",
    "dateline_place",
    "standfirst",
    "summary",
    "rights",
    "countries",
    "contacts",
    "projects",
    "publications",
    "related",
    "change_notes",
    "notes_to_editors",
    "internal_notes",
    "body",
    "boilerplates",
    "place",
    "marks",
)


def _key() -> Column[int]:
    return Column("key", Integer, primary_key=True)


def _texts(names: str) -> list[Column[str]]:
    return [Column(name, Text) for name in names.split()]


def _integers(names: str) -> list[Column[int]]:
    return [Column(name, Integer) for name in names.split()]


ITEMS = Table(
    "items",
    SHAPE,
    _key(),
    *(Column(name, Integer if name in _INTEGERS else Text) for name in _ITEM_COLUMNS),
)
REVISIONS = Table(
    "revisions",
    SHAPE,
    _key(),
    *_integers("item_key version base"),
    *_texts("saved_at op sha256 name"),
    Column("about_sha256", LargeBinary),
    Column("words", LargeBinary),
)
THINNING = Table("thinning", SHAPE, *_integers("item_key"))
THINNED = Table("thinned", SHAPE, *_integers("item_key versions"))
TAGS = Table("tags", SHAPE, _key(), *_texts("name"))
ITEM_TAGS = Table("item_tags", SHAPE, *_integers("item_key position tag_key"))
MEDIA = Table(
    "media",
    SHAPE,
    _key(),
    *_texts("src sha256 extension mime name added_at"),
    *_integers("width height size"),
    *_texts("words words_sha256 changed_at found searched licence trashed_at"),
    *_integers("is_looked_at has_position is_animated lacks_words"),
)
ITEM_MEDIA = Table("item_media", SHAPE, *_integers("item_key"), *_texts("src"))
LIST_ENTRIES = Table(
    "list_entries",
    SHAPE,
    _key(),
    *_texts("kind name name_key name_order words sha256"),
    *_integers("position is_retired"),
)
ITEM_NAMES = Table("item_names", SHAPE, *_integers("item_key"), *_texts("kind name_key"))
EXPORT_RECORDS = Table(
    "export_records",
    SHAPE,
    _key(),
    *_integers("item_key version"),
    *_texts("kind folder path sha256 exported_at forced_reason"),
)
EXPORT_FOLDERS = Table(
    "export_folders", SHAPE, _key(), *_texts("folder used_at manifest made_with")
)
EXPORTED_PAGES = Table(
    "exported_pages",
    SHAPE,
    *_integers("folder_key"),
    *_texts("item key links place language section published updated language_group mark weight"),
)
EXPORTED_FILES = Table(
    "exported_files", SHAPE, *_integers("folder_key"), *_texts("path item stamp")
)
UPLOADS = Table(
    "uploads",
    SHAPE,
    _key(),
    *_integers("folder_key files"),
    *_texts("uploaded_at place person sha256"),
)
UPLOADED_FILES = Table("uploaded_files", SHAPE, *_integers("folder_key"), *_texts("path sha256"))
HOUSE_STYLE = Table("house_style", SHAPE, _key(), *_texts("fields sha256"))
OWN_WORDS = Table("own_words", SHAPE, *_texts("item word sha256"))
WORDED = Table("worded", SHAPE, *_integers("item_key version"))
BULK_CHANGES = Table(
    "bulk_changes", SHAPE, _key(), *_texts("made_at what sha256 undone_at"), *_integers("items")
)
BULK_ITEMS = Table(
    "bulk_items", SHAPE, *_integers("change_key item_key before"), *_texts("after_sha256")
)
BULK_ENTRIES = Table(
    "bulk_entries",
    SHAPE,
    *_integers("change_key entry_key is_retired"),
    *_texts("kind name words sha256 after_sha256"),
)
LEFT_ALONE = Table(
    "left_alone", SHAPE, *_integers("item_key"), *_texts("rule subject reason left_at sha256")
)
CHECK_COUNTS = Table(
    "check_counts",
    SHAPE,
    Column("item_key", Integer, primary_key=True),
    *_texts("sha256 rules"),
    *_integers("blocks warns hints"),
)
KEPT_HTML = Table("kept_html", SHAPE, *_texts("key sha256 html"))
SEARCH = Table("search", SHAPE, *_integers("rowid"), *_texts("headline standfirst body others"))
WORDS = Table("words", SHAPE, *_integers("rowid"), *_texts("each"))
SEARCHED = Table("searched", SHAPE, *_integers("place"), Column("words", LargeBinary))
ITEM_MARKS = Table("item_marks", SHAPE, *_integers("mark place"))
SKETCHES = Table("sketches", SHAPE, *_integers("mark place"))
BEHIND = Table("behind", SHAPE, *_integers("item_key"))
SAVED_SEARCHES = Table(
    "saved_searches", SHAPE, _key(), *_texts("name query sha256"), *_integers("position")
)
