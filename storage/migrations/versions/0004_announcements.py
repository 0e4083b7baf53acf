"""Announcements: what is announced, to whom, who comes, and what they thought of it."""

import sqlalchemy as sa
from alembic import op
from storage.database import Moment

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('conversations', schema=None) as batch_op:
        batch_op.add_column(sa.Column('team', sa.String(length=512), nullable=True))
        batch_op.add_column(sa.Column('name', sa.String(length=256), nullable=True))
        batch_op.add_column(sa.Column('told_at', Moment(), nullable=True))
        batch_op.add_column(sa.Column('read_at', Moment(), nullable=True))
        batch_op.create_index(batch_op.f('ix_conversations_team'), ['team'], unique=False)

    op.create_table('teams',
    sa.Column('id', sa.String(length=512), nullable=False),
    sa.Column('name', sa.String(length=256), nullable=False),
    sa.Column('tenant', sa.String(length=64), nullable=False),
    sa.Column('service_url', sa.String(length=512), nullable=False),
    sa.Column('seen_at', Moment(), nullable=False),
    sa.Column('told_at', Moment(), nullable=True),
    sa.Column('greeted', sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column('read_at', Moment(), nullable=True),
    sa.Column('ended_at', Moment(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_teams'))
    )
    op.create_table('team_members',
    sa.Column('team', sa.String(length=512), nullable=False),
    sa.Column('lookup', sa.String(length=64), nullable=False),
    sa.ForeignKeyConstraint(['team'], ['teams.id'], name=op.f('fk_team_members_team_teams')),
    sa.PrimaryKeyConstraint('team', 'lookup', name=op.f('pk_team_members'))
    )
    op.create_table('addresses',
    sa.Column('digest', sa.String(length=64), nullable=False),
    sa.Column('person', sa.String(length=32), nullable=False),
    sa.ForeignKeyConstraint(['person'], ['people.id'], name=op.f('fk_addresses_person_people')),
    sa.PrimaryKeyConstraint('digest', 'person', name=op.f('pk_addresses'))
    )
    with op.batch_alter_table('addresses', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_addresses_person'), ['person'], unique=False)

    op.create_table('announcements',
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('kind', sa.String(length=16), nullable=False),
    sa.Column('state', sa.String(length=16), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('author', sa.String(length=32), nullable=True),
    sa.Column('approver', sa.String(length=32), nullable=True),
    sa.Column('origin', sa.String(length=64), nullable=True),
    sa.Column('facts', sa.Text(), nullable=False),
    sa.Column('sequence', sa.Integer(), server_default='0', nullable=False),
    sa.Column('seats', sa.Integer(), nullable=True),
    sa.Column('starts_at', Moment(), nullable=True),
    sa.Column('ends_at', Moment(), nullable=True),
    sa.Column('send_at', Moment(), nullable=True),
    sa.Column('sent_at', Moment(), nullable=True),
    sa.Column('created_at', Moment(), nullable=False),
    sa.Column('changed_at', Moment(), nullable=True),
    sa.ForeignKeyConstraint(['approver'], ['people.id'], name=op.f('fk_announcements_approver_people')),
    sa.ForeignKeyConstraint(['author'], ['people.id'], name=op.f('fk_announcements_author_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_announcements')),
    sa.UniqueConstraint('origin', name=op.f('uq_announcements_origin'))
    )
    with op.batch_alter_table('announcements', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_announcements_send_at'), ['send_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_announcements_starts_at'), ['starts_at'], unique=False)

    op.create_table('preferences',
    sa.Column('person', sa.String(length=32), nullable=False),
    sa.Column('off', sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column('reminders', sa.Boolean(), server_default=sa.true(), nullable=False),
    sa.Column('quiet_from', sa.String(length=5), nullable=True),
    sa.Column('quiet_until', sa.String(length=5), nullable=True),
    sa.ForeignKeyConstraint(['person'], ['people.id'], name=op.f('fk_preferences_person_people')),
    sa.PrimaryKeyConstraint('person', name=op.f('pk_preferences'))
    )
    op.create_table('topics_off',
    sa.Column('person', sa.String(length=32), nullable=False),
    sa.Column('topic', sa.String(length=64), nullable=False),
    sa.ForeignKeyConstraint(['person'], ['people.id'], name=op.f('fk_topics_off_person_people')),
    sa.PrimaryKeyConstraint('person', 'topic', name=op.f('pk_topics_off'))
    )
    op.create_table('feedback',
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('announcement', sa.String(length=32), nullable=False),
    sa.Column('key', sa.String(length=32), nullable=False),
    sa.Column('answers', sa.LargeBinary(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.ForeignKeyConstraint(['announcement'], ['announcements.id'], name=op.f('fk_feedback_announcement_announcements')),
    sa.ForeignKeyConstraint(['key'], ['data_keys.id'], name=op.f('fk_feedback_key_data_keys')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_feedback')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('feedback', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_feedback_announcement'), ['announcement'], unique=False)

    op.create_table('feedback_given',
    sa.Column('announcement', sa.String(length=32), nullable=False),
    sa.Column('tag', sa.String(length=64), nullable=False),
    sa.ForeignKeyConstraint(['announcement'], ['announcements.id'], name=op.f('fk_feedback_given_announcement_announcements')),
    sa.PrimaryKeyConstraint('announcement', 'tag', name=op.f('pk_feedback_given')),
    sqlite_with_rowid=False
    )
    op.create_table('guests',
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('announcement', sa.String(length=32), nullable=False),
    sa.Column('key', sa.String(length=32), nullable=False),
    sa.Column('address', sa.LargeBinary(), nullable=False),
    sa.Column('tag', sa.String(length=64), nullable=False),
    sa.Column('token', sa.String(length=64), nullable=False),
    sa.Column('language', sa.String(length=8), nullable=False),
    sa.Column('asked_at', Moment(), nullable=False),
    sa.Column('confirmed_at', Moment(), nullable=True),
    sa.ForeignKeyConstraint(['announcement'], ['announcements.id'], name=op.f('fk_guests_announcement_announcements')),
    sa.ForeignKeyConstraint(['key'], ['data_keys.id'], name=op.f('fk_guests_key_data_keys')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_guests')),
    sa.UniqueConstraint('announcement', 'tag', name=op.f('uq_guests_announcement_tag')),
    sa.UniqueConstraint('token', name=op.f('uq_guests_token'))
    )
    op.create_table('listed_people',
    sa.Column('announcement', sa.String(length=32), nullable=False),
    sa.Column('person', sa.String(length=32), nullable=False),
    sa.ForeignKeyConstraint(['announcement'], ['announcements.id'], name=op.f('fk_listed_people_announcement_announcements')),
    sa.ForeignKeyConstraint(['person'], ['people.id'], name=op.f('fk_listed_people_person_people')),
    sa.PrimaryKeyConstraint('announcement', 'person', name=op.f('pk_listed_people'))
    )
    op.create_table('registrations',
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('announcement', sa.String(length=32), nullable=False),
    sa.Column('person', sa.String(length=32), nullable=True),
    sa.Column('guest', sa.String(length=32), nullable=True),
    sa.Column('state', sa.String(length=16), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('at', Moment(), nullable=False),
    sa.CheckConstraint('(person IS NULL) <> (guest IS NULL)', name=op.f('ck_registrations_one_who_comes')),
    sa.ForeignKeyConstraint(['announcement'], ['announcements.id'], name=op.f('fk_registrations_announcement_announcements')),
    sa.ForeignKeyConstraint(['guest'], ['guests.id'], name=op.f('fk_registrations_guest_guests')),
    sa.ForeignKeyConstraint(['person'], ['people.id'], name=op.f('fk_registrations_person_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_registrations')),
    sa.UniqueConstraint('announcement', 'guest', name=op.f('uq_registrations_announcement_guest')),
    sa.UniqueConstraint('announcement', 'person', name=op.f('uq_registrations_announcement_person'))
    )
    with op.batch_alter_table('registrations', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_registrations_announcement_state_place'), ['announcement', 'state', 'place'], unique=False)
        batch_op.create_index(batch_op.f('ix_registrations_person'), ['person'], unique=False)


def downgrade() -> None:
    op.drop_table('registrations')
    op.drop_table('listed_people')
    op.drop_table('guests')
    op.drop_table('feedback_given')
    op.drop_table('feedback')
    op.drop_table('topics_off')
    op.drop_table('preferences')
    op.drop_table('announcements')
    op.drop_table('addresses')
    op.drop_table('team_members')
    op.drop_table('teams')
    with op.batch_alter_table('conversations', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_conversations_team'))
        batch_op.drop_column('read_at')
        batch_op.drop_column('told_at')
        batch_op.drop_column('name')
        batch_op.drop_column('team')
