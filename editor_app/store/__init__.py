"""Where items are kept: the only place that knows SQLAlchemy, Alembic and the library folder."""
