"""Alembic's entry: it runs on the connection, and in the transaction, that `storage/schema.py` hands it."""

from alembic import context

from storage import announcement_tables, notice_tables, reminder_tables, trace_tables
from storage.tables import metadata

# Tables are known once their module is read.
TABLES = (announcement_tables.announcements, notice_tables.deliveries, reminder_tables.nudges, trace_tables.inbound)
assert all(one.metadata is metadata for one in TABLES)

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
context.run_migrations()
