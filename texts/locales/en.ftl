# English. The key is on the left, the sentence on the right. Curly brackets hold what the service fills in.

language-name = English

## Days and times (CLDR patterns)
pattern-day = EEE d MMM y
pattern-short-day = d MMM
pattern-time = H:mm
pattern-hour = H:mm
moment = { $day }, { $time }
moment-span = { $day }, { $start }–{ $end }

## Words that can be typed. All of those between commas will do; the first is shown in the help.
word-consultation = consultation, consult, consultation request
word-own = own, mine, my requests
word-claim = code
word-sessions = sessions, info sessions
word-queue = queue
word-meeting = meeting, meetings
word-announcement = announcement, announcements
word-settings = settings
word-statistics = statistics
word-help = help
word-cancel = cancel, start over
word-greeting = hi, hello, good morning

help-consultation = ask an expert group for a consultation
help-own = your unfinished forms and sent requests
help-claim = an anonymous request, by its code
help-sessions = upcoming info sessions (coming later)
help-queue = for the group's secretary: requests received
help-meeting = the group's meeting and agenda (coming later)
help-announcement = for the coordinator: announcements and info sessions (coming later)
help-settings = language and your own settings
help-statistics = key figures (coming later)
help-help = this help
help-cancel = go back to the start; an unfinished form is kept

## Buttons
button-ask = Ask for a consultation
button-own = My requests
button-queue = The group's queue
button-settings = Settings
button-home = To the start
button-choose-group = Choose this group
button-other-group = Choose another group
button-fill-dialog = Fill in the form
button-fill-chat = Fill in here in the chat
button-next = Next
button-next-sure = Continue as it is
button-back = Back
button-send = Send
button-send-sure = Send as it is
button-send-change = Send the changes
button-keep = Save and continue later
button-change = Change
button-resume = Continue the form
button-resume-chat = Continue in the chat
button-delete-draft = Delete
button-delete-draft-sure = Delete the form
button-never-mind = Never mind
button-next-page = Next page
button-previous-page = Previous page
button-open = Open
button-take = Start handling
button-ask-question = Ask the requester
button-move = Move to another meeting
button-answer = Answer the question
button-change-request = Change the request
button-withdraw = Withdraw the request
button-withdraw-sure = Withdraw the request
button-requester-show = Show the requester's details
button-requester-show-send = Show the details
button-back-to-request = Back to the request
button-claim = Enter the code
button-claim-open = Open the request
button-claim-renew = Show a new code
button-question-ask-send = Send the question
button-question-answer-send = Send the answer
button-move-send = Move the request
button-filter = Show
button-save = Save
button-own-data = My data
button-own-data-forget = Forget the suggestions
button-own-data-erase = Delete all my data
button-own-data-erase-sure = Delete all my data

## Start and help
home-title = Hello, this is the OT bot
home-text = Here you can ask for a consultation on a demanding client situation. The service is provided by the { $centre }.
home-privacy = In this chat, use the buttons or the words listed in help. Never write a client’s name, personal identity code or address anywhere.
home-unknown = I did not recognise the message, and it was not saved. Choose below or type “help”.
home-welcome = Welcome! You can start at any time with the buttons below.
home-greeting = Hello! How can I help?
home-emergency = If somebody is in danger right now, do not wait for an answer here. Call:
home-cancelled = You are back at the start. Your unfinished forms are kept under My requests.
summary-home = OT bot
summary-reply = The OT bot replied

help-title = How to use the OT bot
help-text = Type one of these words or use the buttons on the card. The words also work in Finnish and Swedish. You can also open your own request by typing its reference number.
help-emergency = This is not an emergency channel. If someone is in danger, call at once:
help-contacts = Contacts

coming-text = This feature is not in use yet.
coming-sessions = Info sessions
coming-meeting = Meeting and agenda
coming-announcement = Announcements
coming-statistics = Statistics

elsewhere-title = Let's continue in private
elsewhere-text = Consultation matters are confidential, so they are not handled in a channel or a group chat. Open the OT bot in a chat of your own: choose Apps in Teams and search for OT bot.
team-welcome-title = OT-botti is now in this team
team-welcome-text = The coordinator can send info sessions, newsletters and other common announcements to the channels of this team. The bot writes nothing else here.
team-welcome-never = Cases are not dealt with in channels: nothing about a consultation ever comes here. The bot does not follow what is discussed and sees only messages that mention it.
team-welcome-own = You ask for a consultation in your own chat. Choose Apps in Teams and look for OT-botti.
team-welcome-members = So that an announcement can be addressed to the team, the bot looks up in Teams who belongs to it. It keeps no names and no e-mail addresses.

## Choosing the group and the way to fill in
groups-title = Which group would you like to consult?
groups-text = Choose the group whose expertise the situation needs.
group-next-meeting = The next meeting you can still make: { $meeting }. Send the request by { $deadline }.
group-no-meetings = The group has no fixed meeting times. You can send a request at any time.
surface-text = The form opens in a window of its own. Your answers are saved at every step, so you can stop and continue later, also on another device. If the window does not open, fill in the form here in the chat.
surface-draft = You have already begun a form for this group. You can go on with it or start a new one.
surface-languages = The form is available in these languages: { $languages }.

## The form
form-step = Step { $number }/{ $of }
form-mend = Please check the marked answers. Your other answers are saved.
form-likely = The marked answer has not been saved yet. Your other answers are safe.
form-stale = The form has also been changed in another window or on another device. Below is what you wrote here. Check it and continue.
form-moved-on = The form has already moved on. Here is its present step.
form-led-back = An answer is still missing here, so you were brought back to this step.
form-prefilled = Your contact details were filled in from your previous request. Please check them.
form-other-language = This form is not available in English, so all of it is shown in the group's own language.
label-optional = { $label } (optional)
option-other = Other, what?
other-what = If you chose “Other”, say what
choose = Choose
yes = Yes
no = No

problem-missing = Answer this to go on.
problem-other = Say in a few words what you mean by other.
problem-too-long = The text is too long: { $now } characters. There is room for { $most } characters here.
problem-email = Check the e-mail address. It should look like firstname.lastname@organisation.fi.
problem-phone = Check the phone number. Use digits, spaces and, if needed, a plus sign at the start.
problem-option = Choose one of the options given.
problem-number = Write a whole number in digits.
problem-range = The number must be { $least }–{ $most }.
problem-least = The number must be at least { $least }.
problem-most = The number must be at most { $most }.
problem-day = Choose a day from the calendar.
problem-day-early = The earliest possible day is { $day }.
problem-day-late = The last possible day is { $day }.
problem-words-missing = Write something here before sending.
problem-meeting = Choose the meeting to move the request to.
problem-identity-code = The text contained a personal identity code. It was removed, and the mark […] stands in its place. The text has not been saved yet. Check it and continue.
warning-likely = The text seems to contain { $kinds }. Remove it if the client or somebody close to them could be recognised by it. If the text may stay as it is, you can continue.
likely-name = a person’s name
likely-phone = a phone number
likely-email = an e-mail address
likely-address = a street address
likely-plate = a car’s registration number
likely-birth-date = an exact date of birth

review-title = Check and send
review-text = Read your answers once more. You can go back to any part with the Change button.
review-empty = No answers in this part.
reaches-meeting = The request will be discussed at the meeting on { $meeting }. The deadline for the request is { $deadline }.
reaches-other = The deadline of the meeting you chose ({ $wished }) has passed or its places are full. The request goes to the meeting below instead.
reaches-none = The group has no fixed meeting times. The group's secretary will agree with you on how to go on.
reaches-full = The places at the next meetings are full. You can still send the request: the group's secretary will agree on a time with you.
meeting-option = { $meeting } (request by { $deadline })
meeting-option-seats = { $meeting } (request by { $deadline }, places left: { $seats })
page = Page { $number }/{ $of }

kept-title = The form is saved
kept-text = You can continue at any time, also on another device. To find the form, type “own”. An unfinished form is kept until { $until }.

## A sent request
sent-title = Your request has been sent
window-close = You can close this window now.
sent-text = Thank you. The reference number of your request is { $reference }. To find the request, type “own”.
changed-title = Your changes have been saved
changed-text = The changes to request { $reference } have been saved.
receipt-title = Consultation request { $reference } has been received
receipt-withdrawn = Consultation request { $reference } has been withdrawn
receipt-privacy = The card shows nothing of the request itself. In this service only you and the group’s secretary can see it.
summary-receipt = Consultation request { $reference }
next-title = What happens next
next-with-meeting = The group's secretary goes through the request and, if needed, asks you for more in this chat. You take part in the meeting yourself and record the actions that the group recommends. You can change the request until the deadline ({ $deadline }).
next-without-meeting = The group's secretary goes through the request and gets in touch with you in this chat.

fact-group = Group
fact-requester = Requester (for the secretary only)
fact-meeting = Meeting
fact-status = Status
no-meeting-yet = No fixed meeting, the secretary will agree on a time
status-new = Received, waiting to be handled
status-taken = Being handled: { $name }
status-question = The secretary's question is waiting for an answer
status-withdrawn = Withdrawn

opened-title = Consultation request { $reference }
anonymous-note = Anonymous consultation: only the group's secretary can open the requester's details, and each look is recorded with its reason. The group sees at most the type of organisation and the job title.
unreachable-gone = The requester's details have been erased, so the requester can no longer be reached through this service.
unreachable-by-code = The requester's details have been erased. The requester can read your question only with the code of the request and will not be notified of it.
questions-title = Questions and answers
question-asked = { $name } asked on { $at }
question-answered = Answered on { $at }
question-waits = Waiting for an answer
events-title = Events
event-sent = Sent on { $at }
event-changed = Request changed on { $at }
event-taken = Handling started on { $at }
event-asked = Secretary asked a question on { $at }
event-answered = Requester answered on { $at }
event-moved = Meeting changed on { $at }
event-withdrawn = Withdrawn on { $at }

question-ask-title = Ask the requester, { $reference }
question-ask-label = Question
question-ask-hint = The requester sees the question in this service. Do not write names or personal identity codes.
question-answer-title = Answer the question, { $reference }
question-answer-label = Your answer
question-answer-hint = The group's secretary sees the answer in the same request. Do not write the client's name or personal identity code.
move-title = Move request { $reference }
move-meeting = To which meeting?
move-reason = Reason for the move
move-hint = The requester sees the new meeting and the reason. Do not write names or personal identity codes.
withdraw-title = Withdraw request { $reference }?
withdraw-text = The request is removed from the group's queue, and the secretary is told. A withdrawn request cannot be restored, but you can make a new one.

said-taken = You are now handling the request.
said-asked = The question has been sent to the requester.
said-asked-by-code = The question has been saved. The requester can read it only with the code of the request and will not be notified of it.
said-answered = The answer has been sent to the group's secretary.
said-moved = The request has been moved, and the requester will be told.
said-withdrawn = Request { $reference } has been withdrawn. The group's secretary will be told.
said-changed-meanwhile = The request has changed in the meantime. Here is how it stands now.

## The requester's details, and the code of a request
requester-title = The requester's details: { $reference }
requester-text = The request is anonymous. Open the requester's details only when you need them to handle the matter. The look and its reason are recorded in the log.
requester-why = What do you need the details for?
requester-reason-contact = I will contact the requester in another way than through this service
requester-reason-meeting = I will agree on how the requester takes part in the meeting
requester-reason-safety = Somebody's safety may be at risk
requester-reason-mistake = I am looking into a mistake or a request that was sent twice
problem-reason = Choose a reason, and the details will be shown.
claim-title = The code of your request
claim-keep = Write down the code and the reference number { $reference } in a place that only you can open. With the code you can see where the request stands, the secretary's questions and the answers, and withdraw the request, even when the service no longer knows that it is yours. Then type “code”. The code is shown only this once and is valid until { $until }.
claim-offer = With the code you can reach your anonymous request even when the service no longer knows that it is yours. The code is shown only once. If you did not write it down, make a new one: the previous code then stops working.
claim-ask-title = Open a request by its code
claim-ask-text = The code of an anonymous request was shown when the request was sent.
claim-reference = Reference number
claim-code = Code
claim-both = Write both the reference number and the code.
claim-wrong = The reference number and the code do not belong together, or the code is no longer valid. Check both.
claim-paused = There have been too many tries. Try again at the earliest on { $until }.
claim-more = Older questions do not fit on this card.
claim-privacy = The answers of the form are not shown here. You can now also delete the messages of this chat.

## Notifications
arrived-title = New consultation request { $reference }
summary-arrived = A consultation request has arrived: { $reference }
news-question = The secretary would like to know more about request { $reference }
news-answer = Request { $reference } has been answered
news-changed = Request { $reference } has been changed
news-moved = Request { $reference } has been moved to another meeting
news-withdrawn = Request { $reference } has been withdrawn

## Own requests and the queue
own-title = My requests
own-drafts = Unfinished
own-requests = Sent
own-nothing = You have no unfinished forms or sent requests yet.
draft-new = Unfinished form: { $group }
draft-change = Change to a sent request: { $group }
draft-at = Last: { $step }, saved { $at }
draft-until = Kept until { $day }
delete-draft-title = Delete the unfinished form?
delete-draft-text = { $group }: everything written in this form will be deleted for good.
queue-title = The group's queue
queue-count = { $count ->
    [0] No requests match this choice.
    [one] One request.
   *[other] { $count } requests.
}
queue-status = Status
queue-meeting = Meeting
filter-all = All
filter-new = Received
filter-taken = Being handled
filter-withdrawn = Withdrawn

## Settings
settings-title = Settings
settings-language = Which language should the service use with you?
settings-more = Other settings, such as reminders and topics, are still to come.
settings-saved = Your choice has been saved.
language-as-teams = Same as in Teams

## Own data
own-data-title = My data
own-data-text = This is what the service keeps about you. You find the content of your forms and requests under My requests.
own-data-name = Name, as Teams shows it
own-data-language = Language
own-data-since = First visit
own-data-drafts = Unfinished forms
own-data-requests = Sent requests
own-data-none = None
own-data-known = What the next form will suggest
own-data-nothing-known = Nothing is kept.
own-data-log = The service writes down who has read or changed a request, and when. You get an extract about yourself from the service's administrator.
own-data-platform = Microsoft 365 knows besides who has used the bot and when. This service has no say in that.
own-data-forgotten = The suggestions have been deleted.
own-data-erase-title = Delete all of your data?
own-data-erase-open = You have requests under way: { $references }. Withdraw them first under My requests, or wait until the meeting has been held. Otherwise the group could not answer you any more.
own-data-erase-text = Your name, your identifiers, your unfinished forms and the suggestions are deleted for good. Your sent requests will no longer say who asked, and you can no longer open them.
own-data-erase-stays = What the group has dealt with is kept for a set time without your data. The log keeps what was done, without your name.
own-data-erased-title = Your data has been deleted
own-data-erased-text = The service no longer has your name, your forms or your contact details. If you write to the bot again, you start afresh.

## Refusals
refused-not-found = The request was not found, or it is not yours.
refused-withdrawn = Request { $reference } has been withdrawn, so it can no longer be changed.
refused-already-taken = { $name } is already handling the request.
refused-question-open = The previous question is still waiting for the requester's answer.
refused-no-question = The question has already been answered.
refused-requester-gone = This is no longer possible, because the requester's details have been erased.
refused-deadline-passed = The deadline of the meeting has passed, so the request can no longer be changed. You can contact the group’s secretary or withdraw the request.
refused-queue = The queue is for the group's secretary. To find your own requests, type “own”.
refused-draft = The form was not found. It has been sent, deleted or has expired, or it belongs to another person.
refused-group = The group was not found. Choose the group again.
refused-verb = This button is no longer in use. Here is the present view.
refused-no-meetings = The group has no upcoming meetings to move the request to.
refused-session-gone = The session was not found. To find the coming ones, type “sessions”.
refused-session-off = The session has been called off, so you can no longer register.
refused-session-over = The session is already over, so you can no longer register.
failed = Something went wrong, and it was not your fault. Your saved answers are safe. Try again in a moment. If it happens again, give support the code { $reference }.

button-feedback = Give feedback
button-feedback-text = Show as text
feedback-anonymous = The feedback is anonymous: the answers do not show who gave them, and it cannot be found out later. The service remembers only that you have answered, so that everybody answers once, and Teams knows that you pressed the button. Write nothing about clients by which they could be recognised.
feedback-mend = Please check the marked points. The feedback has not been sent yet.
feedback-likely = The feedback has not been sent yet. Check the marked point: if it is about nobody who could be recognised, you can send it like this.
feedback-title-thanks = Thank you for the feedback
feedback-said-thanks = Your feedback has been kept without your name. The coordinator reads all of it together once there are at least three answers.
feedback-title-early = Feedback cannot be given yet
feedback-said-early = You can give feedback once the session has been held.
feedback-title-others = Feedback is for those who took part
feedback-said-others = Feedback is asked of those who received the announcement of the session or answered the invitation.
feedback-summary-title = Feedback on the session
feedback-given = { $count ->
    [0] No feedback has come yet.
    [one] 1 person has given feedback.
   *[other] { $count } people have given feedback.
}
feedback-few = The answers are shown once there are at least { $count }. From fewer one could guess who has said what.
feedback-none = Nobody has answered this.
feedback-order = The answers are in alphabetical order, in each question in another one: nobody's feedback can be put together from them.
feedback-copy = Copy from here, part { $number } of { $of }
refused-feedback = No feedback is asked for here.
refused-announcement = The announcement was not found, or you have no right to it.
