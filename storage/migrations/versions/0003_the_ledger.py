"""The ledger: channels and guests as targets, leases with a fence, and what nobody knows."""

import sqlalchemy as sa
from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None

REQUESTER = 'person IS NULL AND channel IS NULL AND guest IS NULL'
WAITING = "guest IS NULL AND state IN ('new', 'sending', 'unknown') AND uncertain < 2"


def _index(name: str, columns: list[str], where: str, unique: bool) -> None:
    op.create_index(name, 'deliveries', columns, unique=unique, sqlite_where=sa.text(where), postgresql_where=sa.text(where))


def upgrade() -> None:
    # Alembic copies the table on SQLite, and may not copy what an index is limited to.
    op.drop_index('uq_deliveries_requester', 'deliveries')
    op.drop_index('ix_deliveries_due_at', 'deliveries')
    with op.batch_alter_table('deliveries', schema=None) as batch_op:
        batch_op.add_column(sa.Column('channel', sa.String(length=512), nullable=True))
        batch_op.add_column(sa.Column('guest', sa.String(length=32), nullable=True))
        batch_op.add_column(sa.Column('tenant', sa.String(length=64), server_default='', nullable=False))
        batch_op.add_column(sa.Column('wanted', sa.Integer(), server_default='1', nullable=False))
        batch_op.add_column(sa.Column('reason', sa.String(length=32), server_default='', nullable=False))
        batch_op.add_column(sa.Column('fence', sa.Integer(), server_default='0', nullable=False))
        batch_op.add_column(sa.Column('uncertain', sa.Integer(), server_default='0', nullable=False))
        batch_op.add_column(sa.Column('doubles', sa.Integer(), server_default='0', nullable=False))
        batch_op.create_foreign_key(op.f('fk_deliveries_channel_conversations'), 'conversations', ['channel'], ['id'])
    op.execute("UPDATE deliveries SET wanted = (SELECT revision FROM notices WHERE notices.id = deliveries.notice)")
    op.execute("UPDATE deliveries SET tenant = (SELECT tenant FROM people WHERE people.id = deliveries.person) WHERE person IS NOT NULL")
    op.execute("UPDATE deliveries SET state = 'new' WHERE state = 'sent' AND seen < wanted")
    # What had ended was due again as soon as the app came back; it stays so.
    op.execute("UPDATE deliveries SET reason = 'not-installed' WHERE state = 'dead'")
    _index('uq_deliveries_requester', ['notice'], REQUESTER, True)
    _index('uq_deliveries_channel', ['channel', 'notice'], 'channel IS NOT NULL', True)
    _index('uq_deliveries_guest', ['guest', 'notice'], 'guest IS NOT NULL', True)
    _index('ix_deliveries_waiting', ['tenant', 'due_at'], WAITING, False)


def downgrade() -> None:
    for name in ('ix_deliveries_waiting', 'uq_deliveries_guest', 'uq_deliveries_channel', 'uq_deliveries_requester'):
        op.drop_index(name, 'deliveries')
    op.execute("DELETE FROM deliveries WHERE channel IS NOT NULL OR guest IS NOT NULL")
    op.execute("UPDATE deliveries SET state = 'new' WHERE state = 'sending'")
    op.execute("UPDATE deliveries SET state = 'dead' WHERE state IN ('unknown', 'cancelled')")
    with op.batch_alter_table('deliveries', schema=None) as batch_op:
        batch_op.drop_constraint(op.f('fk_deliveries_channel_conversations'), type_='foreignkey')
        for name in ('channel', 'guest', 'tenant', 'wanted', 'reason', 'fence', 'uncertain', 'doubles'):
            batch_op.drop_column(name)
    op.create_index(op.f('ix_deliveries_due_at'), 'deliveries', ['due_at'], unique=False)
    _index('uq_deliveries_requester', ['notice'], 'person IS NULL', True)
