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
help-sessions = upcoming info sessions, registration and newsletter
help-queue = for the group’s secretary: requests received; for the administrator: how the reminders fare
help-meeting = the group’s meeting and agenda (coming later)
help-announcement = for the coordinator: announcements and info sessions
help-settings = language and your own settings
help-statistics = key figures (coming later)
help-help = this help
help-cancel = go back to the start; an unfinished form is kept

## Buttons
button-ask = Ask for a consultation
button-own = My requests
button-queue = The group’s queue
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
button-requester-show = Show requester details
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
button-sessions = Sessions
button-join = Join in Teams
button-calendar = Add to calendar
button-session-come = I will come
button-session-queue = Join the waiting list
button-session-decline = I can't come
button-channel-register = Register or see your own status
button-read-more = Read more: { $host }
button-in-this-language = In English
button-why = Why do I get this?
button-back-to-announcement = Back
button-save-language = Save the language
button-settings-topics = Announcement settings
button-settings-hours = Quiet hours
button-settings-off = I want no announcements
button-settings-on = I want announcements again

## Start and help
home-title = Hello, this is the OT bot
home-text = Here you can ask for a consultation on a demanding client situation. The service is provided by the { $centre }.
home-privacy = In this chat, use the buttons or the words listed in help. Never write a client’s name, personal identity code or address anywhere.
home-unknown = I did not recognise the message, and it was not saved. Choose below or type “help”.
home-file = OT-botti takes no files or pictures. What you sent was neither opened nor saved in OT-botti, but it is still in Teams: delete it from the chat if it tells of a client. Please do not send case documents here. Only a coordinator can send a file: a list of e-mail addresses for an announcement.
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
coming-meeting = Meeting and agenda
coming-statistics = Statistics

elsewhere-title = Let’s continue in private
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
form-step-only = Step { $number }
form-mend = Please check the marked answers. Your other answers are saved.
form-likely = The marked answer has not been saved yet. Your other answers are safe.
form-stale = The form has also been changed in another window or on another device. Below is what you wrote here. Check it and continue.
form-moved-on = The form has already moved on. Here is its present step.
form-led-back = An answer is still missing here, so you were brought back to this step.
form-prefilled = Your contact details were filled in from your previous request. Please check them.
form-other-language = This form is not available in English, so all of it is shown in the group’s own language.
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
problem-hours = Choose both when the quiet hours begin and when they end, and not the same time. If you want no quiet hours, choose neither.
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
reaches-none = The group has no fixed meeting times. The group’s secretary will agree with you on how to go on.
reaches-full = The places at the next meetings are full. You can still send the request: the group’s secretary will agree on a time with you.
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
next-with-meeting = The group’s secretary goes through the request and, if needed, asks you for more in this chat. You take part in the meeting yourself and record the actions that the group recommends. You can change the request until the deadline ({ $deadline }).
next-without-meeting = The group’s secretary goes through the request and gets in touch with you in this chat.

fact-group = Group
fact-requester = Requester (for the secretary only)
fact-meeting = Meeting
fact-status = Status
no-meeting-yet = Not set yet, the group’s secretary will agree on a time
status-new = Received, waiting to be handled
status-taken = Being handled: { $name }
status-question = The secretary’s question is waiting for an answer
status-withdrawn = Withdrawn

opened-title = Consultation request { $reference }
anonymous-note = Anonymous consultation: only the group’s secretary can open the requester’s details, and each viewing and its reason are recorded in the log. The group sees at most the type of organisation and the profession.
anonymous-mine = Anonymous consultation: only the group’s secretary can open your name and contact details, and each look is recorded with its reason. The group sees at most your type of organisation and your profession.
unreachable-gone = The requester’s details have been deleted, so the requester can no longer be reached through this service.
unreachable-by-code = The requester’s details have been deleted. The requester can read and answer your question only with the code of the request, and will not be notified of the question.
questions-title = Questions and answers
question-asked = { $name } asked on { $at }
question-secretary = The group’s secretary
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
question-answer-hint = The group’s secretary sees the answer in the same request. Do not write the client’s name or personal identity code.
move-title = Move request { $reference }
move-meeting = To which meeting?
move-reason = Reason for the move
move-hint = The requester sees the new meeting and the reason. Do not write names or personal identity codes.
move-hint-untold = The requester’s details have been deleted, so the requester will not be notified of the move. The group’s secretary still sees the reason. Do not write names or personal identity codes.
withdraw-title = Withdraw request { $reference }?
withdraw-text = The request is removed from the group’s queue, and the secretary is told. A withdrawn request cannot be restored, but you can make a new one.

said-taken = You are now handling the request.
said-asked = The question has been sent to the requester.
said-asked-by-code = The question has been saved.
said-answered = The answer has been sent to the group’s secretary.
said-moved = The request has been moved, and the requester will be told.
said-moved-untold = The request has been moved. The requester’s details have been deleted, so the requester will not be notified of it.
said-withdrawn = Request { $reference } has been withdrawn. The group’s secretary will be told.
said-changed-meanwhile = The request has changed in the meantime. Here is how it stands now.

## The requester’s details, and the code of a request
requester-title = The requester’s details: { $reference }
requester-text = The request is anonymous. Open the requester’s details only when you need them to handle the matter. The viewing and its reason are recorded in the log.
requester-why = What do you need the details for?
requester-reason-contact = I will contact the requester outside this service
requester-reason-meeting = I will agree on how the requester takes part in the meeting
requester-reason-safety = Somebody’s safety may be at risk
requester-reason-mistake = I am looking into a mistake or a request that was sent twice
problem-reason = Choose a reason, and the details will be shown.
claim-title = The code of your request
claim-keep = Write down the code and the reference number { $reference } in a place that only you can open. With the code you can see where the request stands, answer the secretary’s question and withdraw the request, even when the service no longer knows that it is yours. To use it, type “code” to the bot. The code is shown only this once. The last day on which it is valid is { $until }.
claim-replaces = The previous code no longer works.
claim-offer = With the code you can reach your anonymous request even when the service no longer knows that it is yours. The code is shown only once. If you did not write it down, make a new one: the previous code then stops working.
claim-ask-title = Open a request by its code
claim-ask-text = You need the reference number and the code of the anonymous request, which you wrote down. If you have made a new code, only that one works.
claim-ask-where = The reference number and the code are typed in a window of their own. Do not type the code in this chat, since the messages stay in Teams.
claim-reference = Reference number
claim-code = Code
claim-both = Write both the reference number and the code.
claim-code-missing = The code is still missing.
claim-wrong = The reference number and the code do not belong together, or the code is no longer valid. Check both.
claim-paused = There have been too many tries. Try again at the earliest on { $until }.
claim-more = Older questions do not fit on this card.
claim-answer-text = You can answer the secretary’s question here. Write the code again below the answer.
claim-privacy = The answers of the form are not shown by the code.

## Notifications
arrived-title = New consultation request { $reference }
summary-arrived = A consultation request has arrived: { $reference }
news-question = The secretary would like to know more about request { $reference }
news-answer = The secretary’s question has been answered: { $reference }
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
queue-title = The group’s queue
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

## Sessions and announcements
announcement-kind-session = Info session
announcement-kind-news = Announcement
announcement-kind-newsletter = Newsletter
announcement-recalled = This announcement has been taken back.
announcement-changed = The announcement has changed
announcement-topics = Topic
announcement-in-channel = This was sent to the whole channel. Your registration is not shown in the channel.
session-off = The session has been called off
session-off-was = The session was to be held on { $when }.
session-off-why = Reason
session-over = The session is over.
session-moved = The session has a new time
session-moved-from = Moved. The earlier time was { $before }.
session-changed = The session's details have changed
session-days = { $start } – { $end }
session-organiser = Organiser
session-no-organiser = Not told
session-language = Language
session-no-link = The join link will be added here later.
differs = Changed
differs-title-before = Name before
differs-title-now = Name now
differs-time-before = Time before
differs-time-now = Time now
differs-organiser-before = Organiser before
differs-organiser-now = Organiser now
differs-opens-before = Registration opened before
differs-opens-now = Registration opens now
differs-language-before = Language before
differs-language-now = Language now
differs-link = The join link is a new one. The old one may not work.
differs-text = The description has been changed.
registered-coming = You are registered.
registered-waiting = You are number { $place } on the waiting list.
registered-waiting-text = If somebody cancels, the seat is yours by itself, and you get a message in this chat.
registered-declined = You have said that you can't come.
registered-no-more = You were registered for a session whose time was { $when }. Your registration is no longer valid.
registered-stays = Your registration still stands. If you can't come, say so with the button.
seats-unlimited = You can also come without registering.
session-opens = One can register from { $day }.
session-opens-at-once = at once
seats-left = Seats left: { $left }/{ $seats }.
seats-some = There are { $seats } seats, and some are still free.
seats-full = The session is full. If you join the waiting list, you get a seat when somebody cancels.
seats-full-short = Full, you can join the waiting list.
seat-title = You have a seat
seat-text = A seat has become free, and it is now yours. If you can't come after all, say so, and it goes to the next one in line.
why-topic = You get announcements about: { $topics }.
why-everyone = This was sent to everyone who has OT-botti.
why-team = This was sent to a team in Teams that you belong to.
why-list = The coordinator sent this to people by name, and you are one of them.
why-found = This was not sent to you in particular. Anyone finds the coming sessions by writing “sessions”.
why-end = In the settings you can choose which topics you want to hear of, or end all announcements.
why-off = If you have registered for a session, you are still told when it changes.
sessions-title = Sessions and newsletter
sessions-mine = My registrations
sessions-ahead = Coming sessions
sessions-ended = Held recently
sessions-letter = The latest newsletter
sessions-none = At the moment no sessions are planned.
summary-session = { $title }: { $when }
summary-session-changed = Change: { $title }, { $when }
summary-session-off = Called off: { $title }, { $when }
summary-seat = You have a seat: { $title }, { $when }

## Settings
settings-title = Settings
settings-language = Which language should the service use with you?
settings-announcements = Announcements
settings-heard = You get announcements
settings-all-topics = about all topics
settings-no-topic = about no topic
settings-none = not at all
settings-quiet = Quiet hours
settings-no-hours = No quiet hours
settings-no-hour = None
settings-hours-between = { $start }–{ $end }
settings-topics = About which topics do you want announcements?
settings-topics-text = The coordinator can also send an announcement to your team or to people by name. You then get it whatever its topic.
settings-off-now = You get no announcements. The choice holds even if you remove the bot and install it again. You are still told when a session that you have registered for changes or is called off, or when you get a seat from the waiting list.
settings-off-text = You can end all announcements. The choice holds even if you remove the bot and install it again. You are still told when a session that you have registered for changes or is called off, or when you get a seat from the waiting list.
settings-hours-text = During quiet hours no announcements or reminders are sent to you. Announcements come as soon as the quiet hours end, reminders after that in working hours.
settings-hours-from = From
settings-hours-until = Until
settings-hours-urgent = Two exceptions: if a session that you have registered for begins within a day and changes or is called off, you are told at once. The reminder half an hour before a session always comes too.
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
own-data-announcements = Announcements
own-data-quiet = Quiet hours
own-data-sessions = Registrations
own-data-reminded = Reminders that are kept
own-data-reminders-ended = Matters of which you are not reminded again
own-data-digests = If the coordinator sends an announcement to a team or a list of addresses, you are recognised by digests. Neither your e-mail address nor the members of your teams can be read from them.
own-data-none = None
own-data-known = What the next form will suggest
own-data-nothing-known = Nothing is kept.
own-data-log = The service records in its log who has read or changed a request, and when. You can get an extract of the entries about yourself from the service’s administrator.
own-data-platform = Microsoft 365, too, keeps a record of who has used the bot and when. This service cannot change that.
own-data-forgotten = The suggestions have been deleted.
own-data-erase-title = Delete all of your data?
own-data-erase-not-yet = Your data cannot be deleted yet
own-data-erase-open = You have requests under way: { $references }. If your data were deleted now, the group could no longer answer you. Withdraw the requests first under My requests, or wait until the meeting has been held. If no meeting has been set, wait until nothing has happened to the request for a month.
own-data-erase-text = Your name, your identifiers, your unfinished forms and what the next form would suggest are deleted for good. Your contact details and who asked are deleted from your sent requests, and you can no longer open them. After that you can see where an anonymous request stands only with its code.
own-data-erase-stays = The matter that you sent to the group is kept for a set time without your data. The log keeps what was done, without your name.
own-data-erased-title = Your data has been deleted
own-data-erased-text = The service no longer has your name, your forms or your contact details. The earlier messages of this chat stay in Teams, but their buttons no longer open your requests. If you write to the bot again, you start afresh.

## Refusals
refused-not-found = The request was not found, or you do not have the right to open it.
refused-withdrawn = Request { $reference } has been withdrawn, so it can no longer be changed.
refused-already-taken = { $name } is already handling the request.
refused-question-open = The previous question is still waiting for the requester’s answer.
refused-no-question = The question has already been answered.
refused-requester-gone = This is no longer possible, because the requester’s details have been deleted.
refused-deadline-passed = The deadline of the meeting has passed, so the request can no longer be changed. You can contact the group’s secretary or withdraw the request.
refused-queue = The queue is for the group’s secretary. To find your own requests, type “own”.
refused-draft = The form was not found. It has been sent, deleted or has expired, or it belongs to another person.
refused-group = The group was not found. Choose the group again.
refused-verb = This button is no longer in use. Here is the present view.
refused-no-meetings = The group has no upcoming meetings to move the request to.
failed = Something went wrong, and it was not your fault. Your saved answers are safe. Try again in a moment. If it happens again, give support the error code { $reference }.
refused-session-gone = The session was not found. To find the coming ones, type “sessions”.
refused-session-off = The session has been called off, so you can no longer register.
refused-session-not-open = Registration has not opened yet. The card says from which day you can register.
refused-session-over = The session is already over, so you can no longer register.
refused-announcement-gone = The announcement was not found, or it has been taken back. You find the coming sessions by writing “sessions”.
refused-session-changed = The session's details have changed since this card was drawn. Check the time, then answer again.

## Calendar
calendar-called-off = CALLED OFF: { $title }
calendar-called-off-text = This event has been called off.
calendar-organiser = Organiser: { $organiser }
calendar-moved = The session has a new time. The earlier time was { $before }.
calendar-join = Join in Teams: { $link }
calendar-spoken = { $language ->
    [fi] The language is Finnish.
    [sv] The language is Swedish.
    [en] The language is English.
   *[other] Language: { $language }.
}
calendar-location = Microsoft Teams
calendar-expired-title = This address has run out
calendar-expired = The address of this calendar file is no longer valid. Open the event again in OT-botti by writing “sessions” and you will get a new one.

## The public page
page-title = { $heading } – OT centre
page-skip = Skip to content
page-languages = Language
page-front = Front page
page-heading = Events and consultation
page-intro = The OT centre supports professionals of social services, health care and education in the most demanding situations of children, young people and families. The events are open to everyone interested, also without Teams.
page-contents = On this page
page-emergency-title = If somebody is in danger, call at once
page-emergency = This page is not an emergency service, and an emergency cannot be reported here.
page-sessions-title = Coming events
page-sessions-none = No new events have been set at the moment. Once they have been, they are shown on this page.
page-called-off = Called off
page-called-off-text = This event has been called off. It is no longer possible to take part.
page-changed = The time has changed
page-changed-from = Earlier time:
page-changed-to = New time:
page-organiser = Organiser
page-opens = Registration opens
page-topics = Topic
page-language = Language
page-spoken = { $language ->
    [fi] Finnish
    [sv] Swedish
    [en] English
   *[other] { $language }
}
page-seats = Seats
page-seats-left = { $left ->
    [0] The event is full. Whoever registers now is put on the waiting list.
    [one] One seat is free.
   *[other] { $left } of { $seats } seats are free.
}
page-join = Join in Teams
page-join-elsewhere = You get the link for joining from OT-botti in Teams or from the contact person.
page-calendar-file = Add to calendar
page-calendar-off = Update my calendar: the event is off
page-feeds-title = Subscribe to the events in your calendar
page-feeds-text = A calendar that you subscribe to stays up to date even when an event moves or is called off. Copy the address and paste it where your calendar program adds a calendar from the web.
page-ask-title = How to ask for a consultation
page-ask-bot = If your organisation has OT-botti in Teams, write “consultation” to it. Otherwise do this:
page-ask-warning = Do not send information about a client by ordinary e-mail. On purpose, this page has no form in which it could be written.
page-ask-secure = Send an encrypted e-mail
page-groups-title = Consultation groups
page-meetings = Next meetings: { $group }
page-meeting = Meeting
page-deadline = Request by
page-group-more = Read more about the group
page-links-title = Newsletter and more information
page-contacts-title = Contact persons
page-contacts-text = The contact person helps if you are not sure which group to ask, or how. Do not tell anything about a client in your message.
page-phone = Phone
page-email = E-mail
page-privacy-title = Data protection
page-privacy = This page uses no cookies, does not track visitors and loads nothing from elsewhere. Nothing about consultations is shown on it.
page-accessibility-title = Accessibility statement
page-accessibility-status = This statement is about this website. The aim is that it meets the requirements of the Finnish act on digital services (WCAG 2.1, levels A and AA). Its developer has assessed it. No shortcomings are known.
page-accessibility-how-title = How the website is made
page-accessibility-how = The website can be used with the keyboard alone and with a screen reader, enlarged, on a narrow screen and printed on paper. It works without scripts. Calendar files open in your own calendar program; links to other websites, and Teams, are not covered by this statement.
page-accessibility-feedback-title = Did you notice a shortcoming?
page-accessibility-feedback = Tell the contact person. We answer within two weeks and, where needed, give the information in another way.
page-accessibility-authority-title = Supervisory authority
page-accessibility-authority = If you get no answer, or are not satisfied with it, you can file a notice with the Finnish Transport and Communications Agency Traficom.
page-accessibility-authority-site = www.webaccessibility.fi
page-register = Register by e-mail
page-register-title = Register for the event
page-register-text = Give your e-mail address. You get a message with a link by which you confirm the registration. After that you get the link for joining and a calendar file, and you are told if the event changes.
page-register-address = E-mail address
page-register-language = Language of the messages
page-register-trap = Leave this field empty
page-register-send = Send
page-register-wrong = Check the e-mail address. It looks like firstname.lastname@organisation.fi.
page-register-code = The address contained a personal identity code. It was removed, and the mark […] stands in its place. Nothing was saved. Write an e-mail address without an identity code.
page-register-privacy = The address is used only to tell you about this event. It is stored encrypted and deleted soon after the event, or as soon as you cancel. An address that is not confirmed is deleted after two days.
page-register-asked-title = Look into your e-mail
page-register-asked = If the address is right, you will soon get a message. The registration is valid only once you confirm it by the link in the message. If you do not see it, look into your junk mail too.
page-register-own-title = Your registration
page-register-confirm-text = The registration is not valid yet. Confirm it with the button.
page-register-confirm = Confirm the registration
page-register-cancel = Cancel the registration
page-register-forget = Delete my e-mail address
page-register-coming-title = You are registered
page-register-coming = The link for joining and a calendar file come by e-mail. If the event changes, you will be told.
page-register-waiting-title = You are on the waiting list
page-register-waiting = The event is full. You get a message if a seat becomes free.
page-register-cancelled-title = The registration has been cancelled
page-register-cancelled = Your address has been deleted. If the event is in your calendar already, remove it there.
page-register-gone-title = The link is no longer valid
page-register-gone = The registration was cancelled, it was not confirmed within two days, or a part of the address is missing. You can register again on the front page.
page-register-late-title = It is no longer possible to register
page-register-late = The event is over, or has been called off.
page-privacy-mail = An e-mail address given for a registration is stored encrypted and deleted soon after the event.
page-refused-title = This did not work
page-refused = The browser sent something that this page does not understand. Go back to the front page and try again from there.
page-missing-title = Page not found
page-missing = The address is wrong, or the page has been removed. Coming events are on the front page.

## Mails to those who have no Teams
mail-session = { $title }, { $when }
mail-moved = The earlier time was { $before }.
mail-file = A calendar file is attached. If the event is in your calendar already, the file updates it.
mail-confirm-subject = Confirm your registration: { $title }
mail-confirm-text = Somebody, hopefully you, has registered this address for an event. The registration is valid only once you confirm it.
mail-confirm-link = Confirm within 48 hours: { $link }
mail-coming-subject = You are registered: { $title }
mail-coming-text = Welcome. Your registration has been confirmed.
mail-waiting-subject = You are on the waiting list: { $title }
mail-waiting-text = The event is full, and you are on the waiting list. You get a message if a seat becomes free.
mail-seat-subject = You have got a seat: { $title }
mail-seat-text = A seat has become free, and it is yours now. Welcome.
mail-changed-subject = Change: { $title }
mail-changed-text = The event that you are registered for has changed.
mail-off-subject = Called off: { $title }
mail-off-text = The event that you were registered for has been called off. The attached file takes it out of your calendar.
mail-reminder-subject = Reminder: { $title }
mail-reminder-text = This is a reminder of the event that you are registered for.
mail-cancel-link = If you cannot come, cancel your registration: { $link }
mail-end = This message was sent automatically. Write nothing about a client in an answer.
## Announcements and sessions, the coordinator's side
problem-time = Write the time as 08:15.
problem-link = The link must begin with https:// and lead to one of these: { $hosts }. Copy the whole link.
problem-addresses = The list holds something else than e-mail addresses. Write one address a line.
problem-time-order = The end must be after the start.
problem-day-by = The day has to be { $day } at the latest.
problem-time-past = This time has passed. Choose a later one.
problem-time-gap = There is no such time on that day, since the clocks go forward. Choose another time.
problem-any = Choose or fill in at least one of these.
problem-plan-missing = Choose both a day and a time to send it later.
link-leads-to = The link leads to { $host }.
tell-whom = Who is told of the change by a message of its own?
tell-registered = Those registered and those on the waiting list
tell-all = Everyone who has the invitation
tell-nobody = Nobody, the card is only updated
kept-announcement = You can go on at any time, on another device too. You find the draft by writing ”announcement”. It is kept until { $until }.
button-announcements = Announcements
review-announcement-title = Check and save
review-announcement = When you save, nothing is sent to anybody yet. Next you see what the message looks like and how many people it reaches.
review-announced = This has been sent already. When you save, the card is updated at once for everyone who has it.
review-listed = The session can already be found among the coming ones. When you save, it changes there at once.
general-channel = General
general-channel-of = { $team }: { $channel }
change-goes-now = The message about the change goes out at once.
change-waits = The office is closed now. The message about the change goes out when it opens: { $at }.
draft-announcement = Draft: { $group }
announcement-state-written = Saved, not sent
announcement-state-listed = Shown among the coming sessions, not sent
announcement-state-waiting = Waits for a second person's approval
announcement-state-planned = Goes out { $at }
announcement-state-out = Sent { $at }
announcement-state-stopped = Sending stopped
announcement-state-held = Part has been sent; the rest waits for a second person's approval
announcement-state-recalled = Taken back
announcement-state-called-off = Session called off
button-new-session = New info session
button-new-news = New announcement
button-new-newsletter = Newsletter
announcements-title = Announcements and sessions
announcements-there = Saved
announcements-none = There are no announcements yet.
addresses-title = Address list
addresses-count = { $count ->
    [one] The file held one e-mail address.
   *[other] The file held { $count } e-mail addresses.
}
addresses-matched = { $count ->
    [0] None of the addresses belongs to anybody who uses OT-botti.
    [one] One of the addresses belongs to somebody who uses OT-botti.
   *[other] { $count } of the addresses belong to people who use OT-botti.
}
addresses-doubles = { $count ->
    [one] One address was in the file more than once. It was taken once.
   *[other] The same addresses were in the file more than once, { $count } in all. Each was taken once.
}
addresses-bad = { $count ->
    [one] One entry is no address. It was left out:
   *[other] { $count } entries are no addresses. They were left out:
}
addresses-kept = OT-botti has not saved the list yet. It goes into the form that you open here. If the form has addresses already, they are replaced.
addresses-where = Where does the list go?
addresses-draft = Draft: { $form } ({ $at })
button-addresses = Open the form
announcement-title = How the announcement stands
announcement-remark = Remark
announcement-changed-meanwhile = Somebody has changed this meanwhile. This is how it stands now.
progress-title = Sending
progress-title-done = Sending is done
progress-by-itself = This card updates itself.
button-to-send = Send
button-edit = Edit
button-unplan = Do not send then
button-stop = Stop
button-go-on = Go on
button-again = Try again
button-copy = Copy
button-call-off = Call off
button-recall = Take back
button-drop = Delete
preview-title = This is what is sent
preview-text = Everyone gets the message in their own language, if it is written in it.
preview-approval = A second person has to approve the message before it goes out.
preview-closed = The office is closed now. The message can go out at once or when it opens: { $at }.
preview-day = Day, if you want it sent later
preview-time = Time
button-send-now = Send now
button-send-now-ask = Ask for approval
button-send-opening = Send at opening
button-send-later = Send at that time
button-try = Send to me first
approval-title = An announcement to approve
approval-text = { $name } asks you to read this before it is sent.
approval-held = { $name } changed the announcement after part of it had been sent. Those who have it see the change at once. The others get it only when you have read and approved it.
approval-planned = It is planned for { $at }.
approval-words = If you return it: what has to be mended?
afterwards-title = A published announcement has been changed
afterwards-text = { $name } has changed, called off or taken back an announcement that can already be read.
afterwards-why = What people have read is corrected at once, so that nobody acts on wrong information. The change has therefore gone out already. If something is wrong, correct the announcement or contact the person who made the change.
button-approve = Approve
button-give-back = Return
returned-title = The announcement was returned to be mended
recall-title = Take the announcement back?
recall-text = It is sent to nobody else. Those who have it see a sentence in its place that says it was taken back. This cannot be undone.
recall-registered = Those who have registered are told that their registration is no longer valid. If the session only does not take place, rather choose “Call off”: then everybody sees which one it was and why it was called off.
drop-title = Delete the announcement?
drop-text = It has not been sent to anybody, and will not be sent any more. This cannot be undone.
button-recall-sure = Take back
call-off-title = Call the session off?
call-off-words = Why is it called off? Everyone who has the invitation sees the reason.
button-call-off-sure = Call the session off
said-announcement-saved = The changes are saved.
said-asked-approval = Approval has been asked for. You are told when the message goes out or is returned.
said-held = Saved. Those who already have the announcement see the change at once. New recipients get it when a second person has approved the change.
said-planned = It is planned.
said-sending = Sending has begun. You get a card that shows how it goes.
said-tried = The message was sent to you alone.
said-unplanned = It is planned no more. Nothing is sent until you send it or choose another time.
said-stopped = Sending has stopped. Nobody else gets the message until you go on.
said-recalled = The message has been taken back.
said-called-off = The session is called off, and the card is updated for everyone.
said-again = Those who were not reached are tried again.
refused-announcements = Announcements are made by the coordinators. You find the coming sessions by writing ”sessions”.
file-workbook = This is an Excel workbook, and OT-botti reads text only. Save the list in Excel as CSV (Save as, CSV UTF-8) and send it again. Nothing of the file was saved.
file-not-text = The file is not text and cannot be read as a list of addresses. Save the list as CSV UTF-8 and send it again. Nothing of the file was saved.
file-no-addresses = There were no e-mail addresses in the file. Nothing of it was saved.
file-not-a-list = The file does not look like a list of addresses: it holds more of other things than of addresses. Nothing of it was saved, but it is still in Teams: delete it from the chat if it tells of a client.
file-identity-code = The file holds a personal identity code, so nothing was taken from it. Nothing was saved in OT-botti, but the file is still in Teams: delete it from the chat. Then send a list with nothing but the addresses.
file-too-long = The list has { $count } addresses, and they do not fit into the form: there is room for { $most } characters. Shorten the list, or choose whole teams as recipients in the form. Nothing of the file was saved.
file-too-large = The file is too large for a list of addresses. It was not read to the end, and nothing of it was saved.
file-several = Send one file at a time. The files that you sent were not opened.
file-not-fetched = The file could not be fetched from Teams. Send it again, preferably from a computer. You can also paste the addresses as text into the form of an announcement.
refused-announcement = The announcement was not found, or you have no right to it.
refused-approval = The announcement was not found, or somebody other than its author has to approve it.
refused-announcement-state = This cannot be done as the announcement stands now.
refused-announcement-changed = Somebody else has changed the announcement while you were writing. Open it again by writing ”announcement” and make your changes there.
refused-session-past = The session would be over by then. Choose an earlier time or change the day of the session.
summary-progress = Sending of an announcement
summary-approval = An announcement waits for your approval
summary-afterwards = A published announcement has been changed
summary-returned = An announcement was returned to you
summary-trial = Preview of an announcement
progress-sent = { $count ->
    [one] One has it.
   *[other] { $count } have it.
}
progress-missed = { $count ->
    [one] One was not reached:
   *[other] { $count } were not reached:
}
missed-not-installed = { $count ->
    [one] one does not have the OT bot in Teams
   *[other] { $count } do not have the OT bot in Teams
}
missed-blocked = { $count ->
    [one] one has blocked the bot
   *[other] { $count } have blocked the bot
}
missed-left = { $count ->
    [one] one has left the organisation, or the channel was deleted
   *[other] { $count } have left the organisation, or the channel was deleted
}
missed-refused = { $count ->
    [one] for one Teams did not take the message
   *[other] for { $count } Teams did not take the message
}
missed-too-large = { $count ->
    [one] for one the message was too long
   *[other] for { $count } the message was too long
}
missed-nothing = { $count ->
    [one] for one there was nothing left to send
   *[other] for { $count } there was nothing left to send
}
missed-attempts = { $count ->
    [one] for one it did not succeed after many attempts
   *[other] for { $count } it did not succeed after many attempts
}
missed-off = { $count ->
    [one] one does not want announcements
   *[other] { $count } do not want announcements
}
progress-unknown = { $count ->
    [one] Of one it is not known whether it arrived.
   *[other] Of { $count } it is not known whether they arrived.
}
progress-doubles = { $count ->
    [one] One may have got it twice.
   *[other] { $count } may have got it twice.
}
progress-cancelled = { $count ->
    [one] One was not sent it, since sending was stopped, it was meant for fewer, or it was taken back.
   *[other] { $count } were not sent it, since sending was stopped, it was meant for fewer, or it was taken back.
}
reach-unread = Not all members of the team { $team } are known yet, so the message does not reach every one of them. They are soon read from Teams again. Open the preview again then.
reach-people = { $count ->
    [one] The message goes to one person.
   *[other] The message goes to { $count } people.
}
reach-channels = { $count ->
    [one] And to one channel.
   *[other] And to { $count } channels.
}
reach-without-app = { $count ->
    [one] One of those chosen does not have the OT bot and gets the message on installing it.
   *[other] { $count } of those chosen do not have the OT bot and get the message on installing it.
}
reach-off = { $count ->
    [one] One has said no to announcements.
   *[other] { $count } have said no to announcements.
}
reach-unmatched = { $count ->
    [one] For one address nobody was found:
   *[other] For { $count } addresses nobody was found:
}
progress-waiting = { $minutes ->
    [0] Still waiting: { $count }.
    [one] Still waiting: { $count }. About a minute left.
   *[other] Still waiting: { $count }. About { $minutes } minutes left.
}
progress-coming = Coming { $coming }, waiting list { $waiting }.

button-feedback = Give feedback
button-feedback-summary = Feedback
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

## Reminders
button-reminder-done = Done
button-reminder-done-all = All done
button-reminder-later = Remind me later
button-reminder-later-send = Remind me then
button-reminder-off = No more of this
button-reminder-off-send = Do not remind me again
button-reminder-why = Why did I get this?
button-reminder-back = Back to the reminder
button-settings-reminders = Reminder settings
summary-reminder = A reminder from OT-botti
reminder-title = { $count ->
    [one] Reminder
   *[other] { $count } reminders
 }
reminder-draft-deadline = { $name }: your form is not finished yet. If you send it by { $day }, the request reaches the next meeting.
reminder-draft-late = { $name }: the deadline was { $day }, and your form has not been sent. It is kept. You can still send it, and the request is dealt with at the next meeting that it reaches.
reminder-request-untouched = Request { $reference } arrived on { $day }, and nobody has taken it yet. Group: { $name }.
reminder-question-unanswered = The group’s secretary asked you for more information on { $day }. Request { $reference } waits for your answer.
reminder-meeting-tomorrow = { $name } meets on { $when }.
reminder-consultation-tomorrow = Your request { $reference } is dealt with at the meeting on { $when }. Group: { $name }.
reminder-session-tomorrow = You have registered for “{ $name }”. It is held on { $when }.
reminder-session-soon = A session that you have registered for begins soon: “{ $name }”, { $when }.
reminder-registration-opens = One can now register for “{ $name }”. It takes place { $when }.
reminder-feedback = The session “{ $name }” was on { $day }. Tell us in a few words what it gave you. Feedback is anonymous.
reminder-approval-waiting = “{ $name }” waits for a second reader: approval was asked for on { $day }.
reminder-undeliverable = Messages that have not got through in the last week: { $count } (as of { $day }). The reasons, and a way to send them again, are on the announcement’s card or in the administrator’s commands.
reminder-credential-expires = The service’s credential “{ $name }” expires on { $day }. Renew it in time: after that no messages get through.
reminder-content-ends = { $name }: the last meeting in the content is on { $day }. Add new meeting days so that requests have a meeting after that too.
reminder-is-done = You have marked this as done.
reminder-is-later = You will be reminded of this again on { $day }.
reminder-is-off = You will not be reminded of this again.
reminder-is-over = This reminder no longer applies.
reminder-number = Reminder { $number }
reminder-more = Other reminders on the card: { $count }. You can choose them after these.
reminder-which = Which reminders is this about?
reminder-day = When do you want to be reminded again?
reminder-other-day = On another day, chosen below
reminder-date = Another day, { $day } at the latest
reminder-later-text = The reminder comes on a working day, in working hours. If the matter has been taken care of by then, no reminder comes.
reminder-off-text = You will not be reminded of this matter again. Other reminders come as before.
reminder-said-done = Marked as done.
reminder-said-later = The reminder comes again on the day that you chose.
reminder-said-off = You will not be reminded of this again.
reminder-why-draft-deadline = Whoever has a form on its way is reminded before the group’s deadline.
reminder-why-draft-late = When the deadline has passed and the form has not been sent, its writer is told how to go on.
reminder-why-request-untouched = The group’s secretary is reminded of a request that nobody has taken.
reminder-why-question-unanswered = The requester is reminded of the secretary’s question that has not been answered.
reminder-why-meeting-tomorrow = The group’s secretary, chair and members are reminded of the group’s meeting.
reminder-why-consultation-tomorrow = The requester is reminded of the meeting at which the request is dealt with.
reminder-why-session-tomorrow = Those who have registered for a session are reminded of it.
reminder-why-session-soon = Just before a session those who have registered for it are reminded.
reminder-why-registration-opens = Those who have been invited and have not answered yet are told when registration opens.
reminder-why-feedback = After a session those who had registered for it are asked for feedback.
reminder-why-approval-waiting = Coordinators and administrators are reminded of an announcement that waits for a second reader.
reminder-why-undeliverable = Once a week the administrators are told of messages that did not get through.
reminder-why-credential-expires = The administrators are reminded of a credential that is about to expire.
reminder-why-content-ends = The administrators and the group’s secretary are reminded when the group’s meeting days are about to run out.
reminder-working-days-before = Working days before
reminder-working-days-after = Working days after
reminder-days-before = Days before
reminder-minutes-before = Minutes before
reminder-can-end = In the settings you can end reminders, or have them gathered on one card a week.
reminder-can-end-unnamed = In the settings you can end reminders. You are always reminded of an anonymous request on a card of its own.
reminder-cannot-end = Reminders that are part of your work, and the one half an hour before a session, always come. You can end a single matter with the button “No more of this”.
problem-later-missing = Choose the day on which you want to be reminded again.
problem-later-which = Choose at least one reminder.
problem-later-past = Choose a day after today.
problem-later-late = The reminder would be of no use any more. The last possible day is { $day }.
problem-later-closed = There are no reminders on weekends, on public holidays or in the holiday month. Choose a working day.
refused-reminder = The reminder was not found. It has expired, or it stands on a newer card.
settings-reminders = Reminders
settings-reminders-on = You get reminders
settings-reminders-now = as they become due
settings-reminders-weekly = once a week on one card
settings-reminders-none = only of what matters most
settings-reminders-how = How do you want to get reminders?
settings-reminders-choose-now = As they become due
settings-reminders-choose-weekly = Once a week on one card
settings-reminders-choose-none = I do not want reminders
settings-reminders-weekly-text = The week’s card comes on the first working day of the week. A reminder that would be too late by then comes on its own.
settings-reminders-always = This does not apply to reminders that are part of your work, such as requests that wait for a secretary, or to the reminder half an hour before a session that you have registered for.
settings-reminders-hours = Reminders are not sent in the evening, on weekends, on public holidays or in the centre’s holiday month, except half an hour before a session.

## Preview of reminders
preview-line = { $when } · { $rule } · { $about }, { $day } · { $who } · { $fate }
preview-request = { $reference } ({ $group })
preview-announcement = “{ $title }”
preview-reader = { $role } { $id }
preview-anonymous = anonymous requester
preview-guests = guests by e-mail: { $count }
preview-reader-owner = writer of the form
preview-reader-requester = requester
preview-reader-secretary = secretary
preview-reader-group = member of the group
preview-reader-coming = registered
preview-reader-invited = invited
preview-reader-second-readers = second reader
preview-reader-administrators = administrator
preview-told = { $others ->
    [0] is sent
   *[other] is sent, on one card with others ({ $others } others)
 }
preview-later = { $others ->
    [0] is sent later: { $why }
   *[other] is sent later, on one card with others ({ $others } others): { $why }
 }
preview-put-off-closed = waits for the end of quiet hours
preview-put-off-enough = the week has all its cards already
preview-put-off-digest = the week’s one card
preview-held-off = is not sent: wants no reminders
preview-held-not-again = is not sent: wants no more of this
preview-held-merged = is not sent: another reminder of the same matter takes its place
preview-held-enough = is not sent: the week has all its cards already, and later it would be of no use
preview-held-closed = is not sent: after the quiet hours it would be of no use
preview-held-late = is not sent: it would be of no use any more
preview-no-app = does not arrive now: this person does not have OT-botti in Teams
preview-why = { $rule }: { $why }
preview-count = Reminders in this time: { $count }. Nothing was sent.

## How the reminders fare
figures-title = How the reminders fare
figures-planned = Planned for the next 14 days
figures-waiting = Waiting to be sent
figures-told = Told
figures-late = Came late
figures-merged = Replaced by a later one on the same matter
figures-stuck = Messages of the week that have not got through
figures-dropped = Left unsaid
figures-dropped-of = { $rule }, { $reason }
figures-nothing = Nothing has been left unsaid.
figures-reason-late = would have come too late
figures-reason-untrue = no longer applied
figures-reason-off = wants no reminders
figures-reason-not-again = wants no more of this
figures-reason-enough = the week had all its cards
figures-reason-closed = would have been of no use after the quiet hours
figures-reason-unreached = the card did not arrive
figures-rule-draft-deadline = Form on its way before the deadline
figures-rule-draft-late = Form on its way after the deadline
figures-rule-request-untouched = Request that nobody has taken
figures-rule-question-unanswered = Secretary’s question without an answer
figures-rule-meeting-tomorrow = Group’s meeting is near
figures-rule-consultation-tomorrow = Meeting about one’s own request is near
figures-rule-session-tomorrow = Session is near
figures-rule-session-soon = Session begins soon
figures-rule-registration-opens = Registration opens
figures-rule-feedback = Feedback after a session
figures-rule-approval-waiting = Announcement waits for a second reader
figures-rule-undeliverable = Messages that did not get through
figures-rule-credential-expires = Credential expires
figures-rule-content-ends = Meeting days are about to run out
figures-text = The figures are of what is still kept.
button-figures = How the reminders fare
