"""Runs the migrations on the connection that the store hands over; there is no ``alembic.ini``."""

from alembic import context

from vedette.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
