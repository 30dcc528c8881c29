"""Where items are kept: the library folder and its database. Only here: SQLAlchemy and Alembic."""
