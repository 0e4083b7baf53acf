"""The constant names by which a press says what it wants; ids and versions travel beside it, never inside."""

from enum import StrEnum


class Verb(StrEnum):
    """Everything that a card can ask of the service."""

    HOME = "home"
    ASK = "ask"
    ASK_GROUP = "ask-group"
    FORM_BEGIN = "form-begin"
    FORM_RESUME = "form-resume"
    FORM_NEXT = "form-next"
    FORM_BACK = "form-back"
    FORM_KEEP = "form-keep"
    FORM_GO = "form-go"
    FORM_REVIEW = "form-review"
    FORM_SEND = "form-send"
    DRAFT_DELETE = "draft-delete"
    DRAFT_DELETE_SURE = "draft-delete-sure"
    OWN = "own"
    OPEN = "consultation-open"
    TAKE = "consultation-take"
    ASK_QUESTION = "question-ask"
    ASK_QUESTION_SEND = "question-ask-send"
    ANSWER = "question-answer"
    ANSWER_SEND = "question-answer-send"
    MOVE = "consultation-move"
    MOVE_SEND = "consultation-move-send"
    CHANGE = "consultation-change"
    WITHDRAW = "consultation-withdraw"
    WITHDRAW_SURE = "consultation-withdraw-sure"
    REQUESTER_SHOW = "requester-show"
    REQUESTER_SHOW_SEND = "requester-show-send"
    CLAIM = "claim"
    CLAIM_OPEN = "claim-open"
    CLAIM_WITHDRAW = "claim-withdraw"
    CLAIM_WITHDRAW_SURE = "claim-withdraw-sure"
    CLAIM_RENEW = "claim-renew"
    QUEUE = "queue"
    SETTINGS = "settings"
    SETTINGS_LANGUAGE = "settings-language"


# What a typed text goes by beside its card's own data; inputs can never overwrite a verb or an id.
INPUT = "f."
