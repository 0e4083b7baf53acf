"""Drafts of announcements: which one a draft changes or has become, and the version that it began with."""

import sqlalchemy as sa
from alembic import op

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('drafts', schema=None) as batch_op:
        batch_op.add_column(sa.Column('announcement', sa.String(length=32), nullable=True))
        batch_op.add_column(sa.Column('against', sa.Integer(), server_default='0', nullable=False))
        batch_op.create_index(batch_op.f('ix_drafts_announcement'), ['announcement'], unique=False)
        batch_op.create_foreign_key(
            batch_op.f('fk_drafts_announcement_announcements'), 'announcements', ['announcement'], ['id']
        )
