"""When a team's members are to be read again, and how often that was tried."""

import sqlalchemy as sa
from alembic import op

import storage.database

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('teams', schema=None) as batch_op:
        batch_op.add_column(sa.Column('read_due_at', storage.database.Moment(), nullable=True))
        batch_op.add_column(sa.Column('read_tries', sa.Integer(), server_default='0', nullable=False))
