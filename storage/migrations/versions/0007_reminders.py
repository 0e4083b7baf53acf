"""Reminders: what is to be planned, what has fallen due, each person's share, who leads; and the weekly digest."""

import sqlalchemy as sa
from alembic import op
from storage.database import Moment

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('leases',
    sa.Column('name', sa.String(length=32), nullable=False),
    sa.Column('holder', sa.String(length=32), nullable=False),
    sa.Column('fence', sa.Integer(), nullable=False),
    sa.Column('until', Moment(), nullable=False),
    sa.PrimaryKeyConstraint('name', name=op.f('pk_leases'))
    )
    op.create_table('marks',
    sa.Column('about', sa.String(length=16), nullable=False),
    sa.Column('subject', sa.String(length=96), nullable=False),
    sa.Column('count', sa.Integer(), server_default='1', nullable=False),
    sa.PrimaryKeyConstraint('about', 'subject', name=op.f('pk_marks'))
    )
    op.create_table('reminders',
    sa.Column('id', sa.String(length=191), nullable=False),
    sa.Column('rule', sa.String(length=32), nullable=False),
    sa.Column('about', sa.String(length=16), nullable=False),
    sa.Column('subject', sa.String(length=96), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('due_at', Moment(), nullable=False),
    sa.Column('until', Moment(), nullable=False),
    sa.Column('reason', sa.String(length=16), server_default='', nullable=False),
    sa.Column('late', sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column('at', Moment(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reminders'))
    )
    with op.batch_alter_table('reminders', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_reminders_at'), ['at'], unique=False)
        batch_op.create_index(batch_op.f('ix_reminders_subject'), ['subject'], unique=False)
    op.create_table('nudges',
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('reminder', sa.String(length=191), nullable=False),
    sa.Column('person', sa.String(length=32), nullable=True),
    sa.Column('due_at', Moment(), nullable=False),
    sa.Column('state', sa.String(length=16), nullable=False),
    sa.Column('reason', sa.String(length=16), server_default='', nullable=False),
    sa.Column('bundle', sa.String(length=32), nullable=True),
    sa.Column('at', Moment(), nullable=False),
    sa.ForeignKeyConstraint(['person'], ['people.id'], name=op.f('fk_nudges_person_people')),
    sa.ForeignKeyConstraint(['reminder'], ['reminders.id'], name=op.f('fk_nudges_reminder_reminders')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_nudges')),
    sa.UniqueConstraint('reminder', 'person', name=op.f('uq_nudges_reminder_person'))
    )
    with op.batch_alter_table('nudges', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_nudges_bundle'), ['bundle'], unique=False)
        batch_op.create_index('ix_nudges_person_at', ['person', 'at'], unique=False)
        batch_op.create_index('ix_nudges_state_due_at', ['state', 'due_at'], unique=False)
    op.create_table('nudges_off',
    sa.Column('person', sa.String(length=32), nullable=False),
    sa.Column('rule', sa.String(length=32), nullable=False),
    sa.Column('subject', sa.String(length=96), nullable=False),
    sa.ForeignKeyConstraint(['person'], ['people.id'], name=op.f('fk_nudges_off_person_people')),
    sa.PrimaryKeyConstraint('person', 'rule', 'subject', name=op.f('pk_nudges_off'))
    )
    with op.batch_alter_table('announcements', schema=None) as batch_op:
        batch_op.add_column(sa.Column('opens_at', Moment(), nullable=True))
    with op.batch_alter_table('preferences', schema=None) as batch_op:
        batch_op.add_column(sa.Column('digest', sa.Boolean(), server_default=sa.false(), nullable=False))
