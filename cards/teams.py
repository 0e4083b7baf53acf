"""What is said to a team as a whole: nothing that is anybody's own."""

from cards.elements import Card, View, box, card, heading, paragraph, small


def team_welcome_card(view: View) -> Card:
    """What the bot does in a team, what it never does, and where one's own matters belong."""
    body = [heading(view.say("team-welcome-title")), paragraph(view.say("team-welcome-text"))]
    body.append(box("accent", paragraph(view.say("team-welcome-never")), paragraph(view.say("team-welcome-own"))))
    return card(view, [*body, small(view.say("team-welcome-members"))])
