"""What has arrived, and the access log with its triggers."""

import sqlalchemy as sa
from alembic import op
from storage.database import Moment

revision = '0002'
down_revision = 'e001'
branch_labels = None
depends_on = None

# A line may go only when a line of the chain itself says that all up to it were removed: see `access_log.purge`.
PURGED = "SELECT max(CAST(subject AS INTEGER)) FROM access_log WHERE action = 'purge'"
REFUSED = "the access log is append-only"

SQLITE = (
    f"""CREATE TRIGGER access_log_no_update BEFORE UPDATE ON access_log
        BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END""",
    f"""CREATE TRIGGER access_log_no_delete BEFORE DELETE ON access_log
        WHEN OLD.seq > coalesce(({PURGED}), 0)
        BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END""",
)

POSTGRESQL = (
    f"""CREATE FUNCTION access_log_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF TG_OP = 'DELETE' THEN
            IF OLD.seq <= coalesce(({PURGED}), 0) THEN RETURN OLD; END IF;
          END IF;
          RAISE EXCEPTION '{REFUSED}';
        END $$""",
    """CREATE TRIGGER access_log_no_change BEFORE UPDATE OR DELETE ON access_log
       FOR EACH ROW EXECUTE FUNCTION access_log_append_only()""",
    """CREATE TRIGGER access_log_no_truncate BEFORE TRUNCATE ON access_log
       FOR EACH STATEMENT EXECUTE FUNCTION access_log_append_only()""",
)


def upgrade() -> None:
    op.create_table('inbound',
    sa.Column('conversation', sa.String(length=512), nullable=False),
    sa.Column('activity', sa.String(length=256), nullable=False),
    sa.Column('at', Moment(), nullable=False),
    sa.Column('verb', sa.String(length=40), server_default='', nullable=False),
    sa.Column('subject', sa.String(length=32), server_default='', nullable=False),
    sa.Column('version', sa.Integer(), server_default='0', nullable=False),
    sa.Column('answered', sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.PrimaryKeyConstraint('conversation', 'activity', name=op.f('pk_inbound'))
    )
    op.create_index(op.f('ix_inbound_at'), 'inbound', ['at'], unique=False)
    op.create_table('access_log',
    sa.Column('seq', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('at', Moment(), nullable=False),
    sa.Column('actor', sa.String(length=32), nullable=True),
    sa.Column('action', sa.String(length=40), nullable=False),
    sa.Column('kind', sa.String(length=16), nullable=False),
    sa.Column('subject', sa.String(length=32), nullable=False),
    sa.Column('outcome', sa.String(length=8), nullable=False),
    sa.Column('reason', sa.String(length=64), nullable=False),
    sa.Column('previous', sa.String(length=64), nullable=False),
    sa.Column('hash', sa.String(length=64), nullable=False),
    sa.PrimaryKeyConstraint('seq', name=op.f('pk_access_log'))
    )
    op.create_index(op.f('ix_access_log_action'), 'access_log', ['action'], unique=False)
    op.create_index(op.f('ix_access_log_actor'), 'access_log', ['actor'], unique=False)
    op.create_index(op.f('ix_access_log_subject'), 'access_log', ['subject'], unique=False)
    for statement in SQLITE if op.get_bind().dialect.name == 'sqlite' else POSTGRESQL:
        op.execute(statement)


def downgrade() -> None:
    op.drop_table('access_log')
    op.drop_table('inbound')
    if op.get_bind().dialect.name != 'sqlite':
        op.execute('DROP FUNCTION access_log_append_only()')
