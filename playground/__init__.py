"""A stand-in for Microsoft Teams on this machine, for newcomers, tests and demonstrations."""

from playground.chats import Conversation, Message, Person
from playground.client import Client, Dialog, InvokeResult
from playground.courier import Answer
from playground.elements import actions_of, inputs_of
from playground.faults import Fault
from playground.teams import Teams

__all__ = [
    "Answer",
    "Client",
    "Conversation",
    "Dialog",
    "Fault",
    "InvokeResult",
    "Message",
    "Person",
    "Teams",
    "actions_of",
    "inputs_of",
]
