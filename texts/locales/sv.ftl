# Svenska. Nyckeln står till vänster, meningen till höger. Inom klammerparentes står det som tjänsten fyller i.

language-name = svenska

## Dagar och klockslag (CLDR-mönster)
pattern-day = EEE d.M.y
pattern-short-day = d.M.
pattern-time = H.mm
pattern-hour = H
moment = { $day } kl. { $time }
moment-span = { $day } kl. { $start }–{ $end }

## Ord som man kan skriva. Alla som skilts åt med kommatecken duger; det första visas i hjälpen.
word-consultation = konsultation, konsultera, begäran om konsultation
word-own = egna, mina, egna begäranden, mina begäranden
word-claim = kod, koden
word-sessions = infomöten, infomöte, infon, info
word-queue = kö, kön
word-meeting = möte, möten, mötet
word-announcement = meddelande, meddelanden
word-settings = inställningar
word-statistics = statistik
word-help = hjälp
word-cancel = avbryt, till början
word-greeting = hej, hejsan, god morgon, god dag

help-consultation = be en sakkunniggrupp om konsultation
help-own = dina påbörjade blanketter och skickade begäranden
help-claim = en anonym begäran med dess kod
help-sessions = kommande infomöten, anmälan och nyhetsbrev
help-queue = för gruppens sekreterare: inkomna begäranden; för administratören: läget för påminnelser
help-meeting = gruppens möte och föredragningslista (kommer senare)
help-announcement = för koordinatorn: meddelanden och möten
help-settings = språk och egna inställningar
help-statistics = nyckeltal (kommer senare)
help-help = den här hjälpen
help-cancel = gå tillbaka till början; en påbörjad blankett finns kvar

## Knappar
button-ask = Be om konsultation
button-own = Mina begäranden
button-queue = Gruppens kö
button-settings = Inställningar
button-home = Till början
button-choose-group = Välj den här gruppen
button-other-group = Välj en annan grupp
button-fill-dialog = Fyll i blanketten
button-fill-chat = Fyll i här i chatten
button-next = Nästa
button-next-sure = Fortsätt så här
button-back = Tillbaka
button-send = Skicka
button-send-sure = Skicka så här
button-send-change = Skicka ändringarna
button-keep = Spara och fortsätt senare
button-change = Ändra
button-resume = Fortsätt fylla i
button-resume-chat = Fortsätt i chatten
button-delete-draft = Radera
button-delete-draft-sure = Radera blanketten
button-never-mind = Låt bli
button-next-page = Nästa sida
button-previous-page = Föregående sida
button-open = Öppna
button-take = Börja behandla
button-ask-question = Fråga avsändaren
button-move = Flytta till ett annat möte
button-answer = Svara på frågan
button-change-request = Ändra begäran
button-withdraw = Återta begäran
button-withdraw-sure = Återta begäran
button-requester-show = Visa avsändarens uppgifter
button-requester-show-send = Visa uppgifterna
button-back-to-request = Tillbaka till begäran
button-claim = Skriv koden
button-claim-open = Öppna begäran
button-claim-renew = Visa en ny kod
button-question-ask-send = Skicka frågan
button-question-answer-send = Skicka svaret
button-move-send = Flytta begäran
button-filter = Visa
button-save = Spara
button-own-data = Mina uppgifter
button-own-data-forget = Glöm förslagen
button-own-data-erase = Radera alla mina uppgifter
button-own-data-erase-sure = Radera alla mina uppgifter
button-sessions = Infomöten
button-join = Anslut i Teams
button-calendar = Lägg till i kalendern
button-session-come = Jag kommer
button-session-queue = Ställ dig i kö
button-session-decline = Jag kan inte komma
button-channel-register = Anmäl dig eller se din egen situation
button-read-more = Läs mer: { $host }
button-in-this-language = På svenska
button-why = Varför får jag det här?
button-back-to-announcement = Tillbaka
button-save-language = Spara språket
button-settings-topics = Inställningar för meddelanden
button-settings-hours = Tysta timmar
button-settings-off = Jag vill inte ha meddelanden
button-settings-on = Jag vill ha meddelanden igen

## Början och hjälpen
home-title = Hej, det här är OT-botten
home-text = Här kan du be om konsultation i en krävande klientsituation. Tjänsten tillhandahålls av { $centre }.
home-privacy = Använd knapparna eller hjälpens ord i den här chatten. Skriv aldrig en klients namn, personbeteckning eller adress.
home-unknown = Jag kände inte igen meddelandet, och det sparades inte. Välj nedan eller skriv ”hjälp”.
home-file = OT-botten tar inte emot filer eller bilder. Det du skickade öppnades inte och sparades inte i OT-botten, men det finns kvar i Teams: ta bort det ur chatten om där finns uppgifter om en klient. Skicka inga handlingar i ett ärende hit. Bara en koordinator kan skicka en fil: en lista med e-postadresser för ett meddelande.
home-welcome = Välkommen! Du kan börja när som helst med knapparna nedan.
home-greeting = Hej! Hur kan jag hjälpa dig?
home-emergency = Om någon är i fara just nu, vänta inte på svar här. Ring:
home-cancelled = Du är tillbaka i början. Dina påbörjade blanketter finns kvar under Mina begäranden.
summary-home = OT-botten
summary-reply = OT-botten svarade

help-title = Så här använder du OT-botten
help-text = Skriv något av de här orden eller använd knapparna på kortet. Orden fungerar också på finska och engelska. Du kan också öppna en egen begäran genom att skriva dess referensnummer.
help-emergency = Det här är ingen nödkanal. Om någon är i fara, ring genast:
help-contacts = Kontaktpersoner

coming-text = Den här funktionen är ännu inte i bruk.
coming-meeting = Möte och föredragningslista
coming-statistics = Statistik

elsewhere-title = Vi fortsätter på tu man hand
elsewhere-text = Konsultationsärenden är konfidentiella och behandlas därför inte i en kanal eller gruppchatt. Öppna OT-botten i en egen chatt: välj Appar i Teams och sök efter OT-botten.
team-welcome-title = OT-botti finns nu i det här teamet
team-welcome-text = Koordinatorn kan skicka OT-infon, nyhetsbrev och andra gemensamma meddelanden till teamets kanaler. Något annat skriver botten inte här.
team-welcome-never = Klientärenden behandlas inte i kanalerna: ingenting om konsultationer kommer någonsin hit. Botten följer inte diskussionerna utan ser bara meddelanden där den nämns.
team-welcome-own = Konsultation ber du om i din egen chatt. Välj Appar i Teams och sök OT-botti.
team-welcome-members = För att ett meddelande ska kunna riktas till teamet kontrollerar botten i Teams vilka som hör till teamet. Namn eller e-postadresser sparar den inte.

## Val av grupp och sätt att fylla i
groups-title = Vilken grupp vill du be om konsultation?
groups-text = Välj den grupp vars kunnande behövs i situationen.
group-next-meeting = Nästa möte som du hinner till: { $meeting }. Begäran senast { $deadline }.
group-no-meetings = Gruppen har inga fasta mötestider. Du kan skicka en begäran när som helst.
surface-text = Blanketten öppnas i ett eget fönster. Svaren sparas i varje steg, så du kan avbryta och fortsätta senare, också på en annan enhet. Om fönstret inte öppnas kan du fylla i blanketten här i chatten.
surface-draft = Du har redan en påbörjad blankett för den här gruppen. Du kan fortsätta med den eller börja på en ny.
surface-languages = Blanketten finns på följande språk: { $languages }.

## Blanketten
form-step = Steg { $number }/{ $of }
form-step-only = Steg { $number }
form-mend = Kontrollera de markerade punkterna. De övriga svaren är sparade.
form-likely = Den markerade punkten är inte sparad än. De övriga svaren är sparade.
form-stale = Blanketten har också ändrats i ett annat fönster eller på en annan enhet. Nedan ser du det som du skrev här. Kontrollera och fortsätt.
form-moved-on = Blanketten har redan gått vidare. Här är steget där den är nu.
form-led-back = I det här steget saknas fortfarande ett svar. Fyll i det för att komma vidare.
form-prefilled = Dina kontaktuppgifter har fyllts i enligt din förra begäran. Kontrollera dem.
form-other-language = Den här blanketten finns inte på svenska, så den visas i sin helhet på gruppens eget språk.
label-optional = { $label } (frivilligt)
option-other = Annat, vad?
other-what = Om du valde ”Annat”, berätta vad
choose = Välj
yes = Ja
no = Nej

problem-missing = Svara här för att komma vidare.
problem-other = Berätta med några ord vad du avser med annat.
problem-too-long = Texten är för lång: { $now } tecken. Här ryms { $most } tecken.
problem-email = Kontrollera e-postadressen. Den ska ha formen förnamn.efternamn@organisation.fi.
problem-phone = Kontrollera telefonnumret. Använd siffror, mellanslag och vid behov ett plustecken i början.
problem-option = Välj något av de alternativ som ges.
problem-number = Skriv ett heltal med siffror.
problem-range = Talet ska vara { $least }–{ $most }.
problem-least = Talet ska vara minst { $least }.
problem-most = Talet ska vara högst { $most }.
problem-day = Välj en dag i kalendern.
problem-day-early = Den tidigaste möjliga dagen är { $day }.
problem-day-late = Den sista möjliga dagen är { $day }.
problem-words-missing = Skriv något här innan du skickar.
problem-meeting = Välj det möte som begäran ska flyttas till.
problem-hours = Välj både när de tysta timmarna börjar och när de slutar, och inte samma tid. Om du inte vill ha tysta timmar, lämna båda utan val.
problem-identity-code = Texten innehöll en personbeteckning. Den togs bort och ersattes med märket […]. Texten är inte sparad än. Kontrollera den och fortsätt.
warning-likely = Texten verkar innehålla { $kinds }. Om klienten eller någon närstående kan kännas igen på det ska du ta bort det. Om texten kan stå kvar som den är kan du fortsätta.
likely-name = en persons namn
likely-phone = ett telefonnummer
likely-email = en e-postadress
likely-address = en gatuadress
likely-plate = en bils registernummer
likely-birth-date = ett exakt födelsedatum

review-title = Kontrollera och skicka
review-text = Läs svaren en gång till. Du kan gå tillbaka till varje punkt med knappen Ändra.
review-empty = Inga svar i den här punkten.
reaches-meeting = Begäran behandlas på mötet { $meeting }. Sista dagen för begäran är { $deadline }.
reaches-other = Tidsfristen för mötet du valde ({ $wished }) har gått ut eller så är platserna fyllda. Begäran går i stället till mötet nedan.
reaches-none = Gruppen har inga fasta mötestider. Gruppens sekreterare kommer överens med dig om hur ni går vidare.
reaches-full = Platserna på de närmaste mötena är fyllda. Du kan ändå skicka din begäran: gruppens sekreterare kommer överens om en tid med dig.
meeting-option = { $meeting } (begäran senast { $deadline })
meeting-option-seats = { $meeting } (begäran senast { $deadline }, lediga platser: { $seats })
page = Sida { $number }/{ $of }

kept-title = Blanketten är sparad
kept-text = Du kan fortsätta fylla i den när som helst, också på en annan enhet. Du hittar blanketten med ordet ”egna”. En påbörjad blankett sparas till och med { $until }.

## Skickad begäran
sent-title = Din begäran är skickad
window-close = Du kan stänga det här fönstret nu.
sent-text = Tack. Din begäran har referensnumret { $reference }. Du hittar den med ordet ”egna”.
changed-title = Ändringarna är sparade
changed-text = Ändringarna i begäran { $reference } är sparade.
receipt-title = Begäran om konsultation { $reference } har tagits emot
receipt-withdrawn = Begäran om konsultation { $reference } har återtagits
receipt-privacy = Kortet visar inget av innehållet i begäran. I den här tjänsten ser bara du och gruppens sekreterare det.
summary-receipt = Begäran om konsultation { $reference }
next-title = Vad händer sedan
next-with-meeting = Gruppens sekreterare går igenom begäran och frågar vid behov mer i den här chatten. Du deltar själv i mötet och antecknar de åtgärder som gruppen rekommenderar. Du kan ändra begäran fram till tidsfristen ({ $deadline }).
next-without-meeting = Gruppens sekreterare går igenom begäran och kontaktar dig i den här chatten.

fact-group = Grupp
fact-requester = Avsändare (endast för sekreteraren)
fact-meeting = Möte
fact-status = Status
no-meeting-yet = Inte bestämt än, gruppens sekreterare kommer överens om tiden
status-new = Inkommen, väntar på behandling
status-taken = Under behandling: { $name }
status-question = Sekreterarens fråga väntar på svar
status-withdrawn = Återtagen

opened-title = Begäran om konsultation { $reference }
anonymous-note = Anonym konsultation: bara gruppens sekreterare kan öppna avsändarens uppgifter, och varje läsning och orsaken till den antecknas i loggen. Gruppen ser högst typen av organisation och yrket.
anonymous-mine = Anonym konsultation: bara gruppens sekreterare kan öppna ditt namn och dina kontaktuppgifter, och varje läsning med dess orsak antecknas. Gruppen ser högst typen av organisation och ditt yrke.
unreachable-gone = Avsändarens uppgifter har raderats, så avsändaren kan inte längre nås via den här tjänsten.
unreachable-by-code = Avsändarens uppgifter har raderats. Avsändaren kan läsa och besvara din fråga bara med koden till begäran och får inget meddelande om frågan.
questions-title = Frågor och svar
question-asked = { $name } frågade { $at }
question-secretary = Gruppens sekreterare
question-answered = Svar { $at }
question-waits = Väntar på svar
events-title = Händelser
event-sent = Skickad { $at }
event-changed = Begäran ändrad { $at }
event-taken = Behandlingen påbörjad { $at }
event-asked = Sekreteraren bad om mer information { $at }
event-answered = Avsändaren svarade { $at }
event-moved = Flyttad { $at } till ett annat möte
event-withdrawn = Återtagen { $at }

question-ask-title = Fråga avsändaren, { $reference }
question-ask-label = Fråga
question-ask-hint = Avsändaren ser frågan i den här tjänsten. Skriv inga namn eller personbeteckningar.
question-answer-title = Svara på frågan, { $reference }
question-answer-label = Ditt svar
question-answer-hint = Gruppens sekreterare ser svaret i samma begäran. Skriv inte klientens namn eller personbeteckning.
move-title = Flytta begäran { $reference }
move-meeting = Till vilket möte?
move-reason = Orsak till flyttningen
move-hint = Avsändaren ser det nya mötet och orsaken. Skriv inga namn eller personbeteckningar.
move-hint-untold = Avsändarens uppgifter har raderats, så avsändaren får inget meddelande om flytten. Gruppens sekreterare ser fortfarande orsaken. Skriv inga namn eller personbeteckningar.
withdraw-title = Vill du återta begäran { $reference }?
withdraw-text = Begäran tas bort från gruppens kö och sekreteraren får veta det. En återtagen begäran kan inte återställas, men du kan göra en ny.

said-taken = Nu är det du som behandlar begäran.
said-asked = Frågan har skickats till avsändaren.
said-asked-by-code = Frågan har sparats.
said-answered = Svaret har skickats till gruppens sekreterare.
said-moved = Begäran har flyttats och avsändaren får veta det.
said-moved-untold = Begäran har flyttats. Avsändarens uppgifter har raderats, så avsändaren får inget meddelande om det.
said-withdrawn = Begäran { $reference } har återtagits. Gruppens sekreterare får veta det.
said-changed-meanwhile = Begäran har ändrats under tiden. Här är läget just nu.

## Avsändarens uppgifter och kod till begäran
requester-title = Avsändarens uppgifter: { $reference }
requester-text = Begäran är anonym. Öppna avsändarens uppgifter bara när du behöver dem för att sköta ärendet. Läsningen och orsaken till den antecknas i loggen.
requester-why = Vad behöver du uppgifterna till?
requester-reason-contact = Jag kontaktar avsändaren utanför den här tjänsten
requester-reason-meeting = Jag kommer överens om hur avsändaren deltar i mötet
requester-reason-safety = Någons säkerhet kan vara i fara
requester-reason-mistake = Jag reder ut ett fel eller en begäran som skickats två gånger
problem-reason = Välj en orsak, så visas uppgifterna.
claim-title = Kod till begäran
claim-keep = Skriv upp koden och referensnumret { $reference } på ett ställe som bara du kommer åt. Med koden ser du i vilket läge din begäran är, kan svara på sekreterarens fråga och kan återta begäran, också när tjänsten inte längre vet att den är din. Skriv då ”kod” till botten. Koden visas bara den här gången. Den sista dagen då den gäller är { $until }.
claim-replaces = Den förra koden gäller inte längre.
claim-offer = Med koden når du din anonyma begäran också när tjänsten inte längre vet att den är din. Koden visas bara en gång. Om du inte skrev upp den kan du göra en ny: den förra slutar då gälla.
claim-ask-title = Öppna en begäran med kod
claim-ask-text = Du behöver den anonyma begärans referensnummer och koden som du skrev upp. Om du har gjort en ny kod gäller bara den.
claim-ask-where = Referensnumret och koden skrivs i ett eget fönster. Skriv inte koden i den här chatten, eftersom meddelandena blir kvar i Teams.
claim-reference = Referensnummer
claim-code = Kod
claim-both = Skriv både referensnumret och koden.
claim-code-missing = Koden saknas ännu.
claim-wrong = Referensnumret och koden hör inte ihop, eller så gäller koden inte längre. Kontrollera båda.
claim-paused = Det har gjorts för många försök. Försök igen tidigast { $until }.
claim-more = Äldre frågor ryms inte på det här kortet.
claim-answer-text = Du kan svara på sekreterarens fråga här. Skriv koden på nytt under svaret.
claim-privacy = Blankettens svar visas inte med koden.

## Aviseringar
arrived-title = Ny begäran om konsultation { $reference }
summary-arrived = En begäran om konsultation har kommit in: { $reference }
news-question = Sekreteraren vill veta mer om begäran { $reference }
news-answer = Sekreterarens fråga har besvarats: { $reference }
news-changed = Begäran { $reference } har ändrats
news-moved = Begäran { $reference } har flyttats till ett annat möte
news-withdrawn = Begäran { $reference } har återtagits

## Egna och kön
own-title = Mina begäranden
own-drafts = Påbörjade
own-requests = Skickade
own-nothing = Du har ännu inga påbörjade blanketter eller skickade begäranden.
draft-new = Påbörjad blankett: { $group }
draft-change = Ändring i en skickad begäran: { $group }
draft-at = Senast: { $step }, sparat { $at }
draft-until = Sparas till och med { $day }
delete-draft-title = Vill du radera den påbörjade blanketten?
delete-draft-text = { $group }: allt som skrivits på den här blanketten raderas permanent.
queue-title = Gruppens kö
queue-count = { $count ->
    [0] Inga begäranden med den här avgränsningen.
    [one] En begäran.
   *[other] { $count } begäranden.
}
queue-status = Status
queue-meeting = Möte
filter-all = Alla
filter-new = Inkomna
filter-taken = Under behandling
filter-withdrawn = Återtagna

## Infomöten och meddelanden
announcement-kind-session = Infomöte
announcement-kind-news = Meddelande
announcement-kind-newsletter = Nyhetsbrev
announcement-recalled = Det här meddelandet har dragits tillbaka.
announcement-changed = Meddelandet har ändrats
announcement-topics = Ämne
announcement-in-channel = Det här har skickats till hela kanalen. Din anmälan syns inte i kanalen.
session-off = Mötet är inställt
session-off-was = Mötet skulle ha hållits { $when }.
session-off-why = Orsak
session-over = Mötet är slut.
session-moved = Mötets tid har ändrats
session-moved-from = Flyttat. Den tidigare tiden var { $before }.
session-changed = Mötets uppgifter har ändrats
session-days = { $start } – { $end }
session-organiser = Arrangör
session-no-organiser = Inte angiven
session-language = Språk
session-no-link = Anslutningslänken läggs till här senare.
differs = Ändrat
differs-title-before = Namn förut
differs-title-now = Namn nu
differs-time-before = Tid förut
differs-time-now = Tid nu
differs-organiser-before = Arrangör förut
differs-organiser-now = Arrangör nu
differs-opens-before = Anmälan började förut
differs-opens-now = Anmälan börjar nu
differs-language-before = Språk förut
differs-language-now = Språk nu
differs-link = Anslutningslänken har bytts ut. Den gamla länken fungerar kanske inte.
differs-text = Beskrivningen har ändrats.
registered-coming = Du är anmäld.
registered-waiting = Du står i kö på plats { $place }.
registered-waiting-text = Om någon avbokar får du platsen automatiskt och ett meddelande i den här chatten.
registered-declined = Du har meddelat att du inte kan komma.
registered-no-more = Du var anmäld till ett möte vars tid var { $when }. Din anmälan gäller inte längre.
registered-stays = Din anmälan gäller fortfarande. Om du inte kan komma, meddela det med knappen.
seats-unlimited = Du kan också komma utan att anmäla dig.
session-opens = Man kan anmäla sig från och med { $day }.
session-opens-at-once = genast
seats-left = Lediga platser: { $left }/{ $seats }.
seats-some = Det finns { $seats } platser, och några är ännu lediga.
seats-full = Mötet är fullt. Om du ställer dig i kö får du en plats när någon avbokar.
seats-full-short = Fullt, du kan ställa dig i kö.
seat-title = Du fick en plats
seat-text = En plats har blivit ledig, och den är nu din. Om du ändå inte kan komma, meddela det, så går platsen till nästa i kön.
why-topic = Du får meddelanden om: { $topics }.
why-everyone = Det här skickades till alla som har OT-botten.
why-team = Det här skickades till ett Teams-team som du hör till.
why-list = Koordinatorn skickade det här till namngivna personer, och du är en av dem.
why-found = Det här har inte skickats just till dig. Vem som helst hittar kommande möten genom att skriva ”infomöten”.
why-end = I inställningarna kan du välja vilka ämnen du vill höra om, eller avsluta meddelandena helt.
why-off = Om du har anmält dig till ett möte får du ändå veta om det ändras.
sessions-title = Infomöten och nyhetsbrev
sessions-mine = Mina anmälningar
sessions-ahead = Kommande möten
sessions-ended = Nyligen hållna
sessions-letter = Senaste nyhetsbrevet
sessions-none = Just nu finns det inga kommande möten.
summary-session = { $title }: { $when }
summary-session-changed = Ändring: { $title }, { $when }
summary-session-off = Inställt: { $title }, { $when }
summary-seat = Du fick en plats: { $title }, { $when }

## Inställningar
settings-title = Inställningar
settings-language = Vilket språk ska tjänsten använda med dig?
settings-announcements = Meddelanden
settings-heard = Du får meddelanden
settings-all-topics = om alla ämnen
settings-no-topic = inte om något ämne
settings-none = inte alls
settings-quiet = Tysta timmar
settings-no-hours = Inga tysta timmar
settings-no-hour = Ingen
settings-hours-between = kl. { $start }–{ $end }
settings-topics = Vilka ämnen vill du få meddelanden om?
settings-topics-text = Koordinatorn kan också skicka ett meddelande till ditt team eller till namngivna personer. Då får du det oberoende av ämnet.
settings-off-now = Du får inga meddelanden. Valet gäller även om du tar bort botten och installerar den på nytt. Du får ändå veta om ett möte som du har anmält dig till ändras eller ställs in, eller om du får en plats från kön.
settings-off-text = Du kan avsluta alla meddelanden. Valet gäller även om du tar bort botten och installerar den på nytt. Du får ändå veta om ett möte som du har anmält dig till ändras eller ställs in, eller om du får en plats från kön.
settings-hours-text = Under de tysta timmarna skickas inga meddelanden eller påminnelser till dig. Meddelandena kommer genast när de tysta timmarna är slut, påminnelserna därefter under arbetstid.
settings-hours-from = Börjar kl.
settings-hours-until = Slutar kl.
settings-hours-urgent = Två undantag: om ett möte som du har anmält dig till börjar inom ett dygn och ändras eller ställs in, får du veta det genast. Också påminnelsen en halvtimme före ett möte kommer alltid.
settings-saved = Ditt val är sparat.
language-as-teams = Samma som i Teams

## Egna uppgifter
own-data-title = Mina uppgifter
own-data-text = Här är det som tjänsten har sparat om dig. Innehållet i dina blanketter och begäranden ser du under Mina begäranden.
own-data-name = Namn, så som det visas i Teams
own-data-language = Språk
own-data-since = Första besöket
own-data-drafts = Påbörjade blanketter
own-data-requests = Skickade begäranden
own-data-announcements = Meddelanden
own-data-quiet = Tysta timmar
own-data-sessions = Anmälningar
own-data-reminded = Sparade påminnelser
own-data-reminders-ended = Saker som du inte längre påminns om
own-data-digests = Om koordinatorn skickar ett meddelande till ett team eller en adresslista känns du igen med kontrollsummor. Din e-postadress eller dina teams medlemmar kan inte läsas ur dem.
own-data-none = Inga
own-data-known = Uppgifter som föreslås i nästa blankett
own-data-nothing-known = Inga sparade uppgifter.
own-data-log = Tjänsten antecknar i loggen vem som har läst eller ändrat begäranden och när. Ett utdrag med de anteckningar som gäller dig får du av tjänstens administratör.
own-data-platform = I Microsoft 365 sparas dessutom uppgifter om vem som har använt botten och när. Det kan den här tjänsten inte påverka.
own-data-forgotten = De föreslagna uppgifterna har raderats.
own-data-erase-title = Ska alla dina uppgifter raderas?
own-data-erase-not-yet = Dina uppgifter kan inte raderas ännu
own-data-erase-open = Du har begäranden som ännu behandlas: { $references }. Om dina uppgifter raderades nu skulle gruppen inte längre kunna svara dig. Återta dem först under Mina begäranden, eller vänta tills mötet har hållits. Om inget möte är bestämt, vänta tills ingenting har hänt med begäran på en månad.
own-data-erase-text = Ditt namn, dina identifierare, dina påbörjade blanketter och de uppgifter som föreslås i nästa blankett raderas permanent. Ur dina skickade begäranden raderas dina kontaktuppgifter och uppgiften om vem som skickade dem, och du kan inte längre öppna dem. En anonym begäran kan du därefter följa bara med koden till den.
own-data-erase-stays = Ärendet som du har skickat till gruppen sparas en bestämd tid utan dina uppgifter. I loggen står kvar vad som har gjorts, utan ditt namn.
own-data-erased-title = Dina uppgifter har raderats
own-data-erased-text = Tjänsten har inte längre ditt namn, dina blanketter eller dina kontaktuppgifter. De tidigare meddelandena i den här chatten blir kvar i Teams, men deras knappar öppnar inte längre dina begäranden. Om du skriver till botten igen börjar du från början.

## Avslag
refused-not-found = Begäran hittades inte, eller så har du inte rätt att öppna den.
refused-withdrawn = Begäran { $reference } har återtagits och kan inte längre ändras.
refused-already-taken = { $name } behandlar redan begäran.
refused-question-open = Den förra frågan väntar ännu på avsändarens svar.
refused-no-question = Frågan har redan besvarats.
refused-requester-gone = Det här är inte längre möjligt, eftersom avsändarens uppgifter har raderats.
refused-deadline-passed = Tidsfristen för mötet har gått ut, så begäran kan inte längre ändras. Du kan kontakta gruppens sekreterare eller återta begäran.
refused-queue = Kön är till för gruppens sekreterare. Dina egna begäranden hittar du med ordet ”egna”.
refused-draft = Blanketten hittades inte. Den har skickats, raderats eller gått ut, eller så hör den till en annan person.
refused-group = Gruppen hittades inte. Välj grupp på nytt.
refused-verb = Den här knappen används inte längre. Här är den aktuella vyn.
refused-no-meetings = Gruppen har inga kommande möten som begäran kan flyttas till.
failed = Tyvärr gick något snett, och det var inte ditt fel. De sparade svaren finns kvar. Försök igen om en stund. Om felet upprepas, ge felkoden { $reference } till supporten.
refused-session-gone = Mötet hittades inte. Kommande möten hittar du med ordet ”infomöten”.
refused-session-off = Mötet är inställt, så det går inte längre att anmäla sig.
refused-session-not-open = Anmälan har inte börjat ännu. På kortet står från vilken dag du kan anmäla dig.
refused-session-over = Mötet är redan över, så det går inte längre att anmäla sig.
refused-announcement-gone = Meddelandet hittades inte, eller så har det dragits tillbaka. Kommande möten hittar du genom att skriva ”infomöten”.
refused-session-changed = Mötets uppgifter har ändrats sedan det här kortet ritades. Kontrollera tiden och svara sedan på nytt.

## Kalender
calendar-called-off = INSTÄLLT: { $title }
calendar-called-off-text = Evenemanget är inställt.
calendar-organiser = Arrangör: { $organiser }
calendar-moved = Mötets tid har ändrats. Den tidigare tiden var { $before }.
calendar-join = Delta i Teams: { $link }
calendar-spoken = { $language ->
    [fi] Språket är finska.
    [sv] Språket är svenska.
    [en] Språket är engelska.
   *[other] Språk: { $language }.
}
calendar-location = Microsoft Teams
calendar-expired-title = Adressen gäller inte längre
calendar-expired = Adressen till den här kalenderfilen gäller inte längre. Öppna evenemanget på nytt i OT-botten genom att skriva ”infomöten”, så får du en ny adress.

## Den offentliga sidan
page-title = { $heading } – OT-centret
page-skip = Gå till innehållet
page-languages = Språk
page-front = Startsida
page-heading = Evenemang och konsultation
page-intro = OT-centret stöder yrkespersoner inom socialvård, hälsovård och fostran i de mest krävande situationerna kring barn, unga och familjer. Evenemangen är öppna för alla intresserade, också utan Teams.
page-contents = På den här sidan
page-emergency-title = Om någon är i fara, ring genast
page-emergency = Den här sidan är ingen jour, och här kan man inte anmäla en nödsituation.
page-sessions-title = Kommande evenemang
page-sessions-none = Just nu finns inga nya evenemang. När de har bestämts visas de på den här sidan.
page-called-off = Inställt
page-called-off-text = Det här evenemanget är inställt. Det går inte längre att delta.
page-changed = Tiden har ändrats
page-changed-from = Tidigare tid:
page-changed-to = Ny tid:
page-organiser = Arrangör
page-opens = Anmälan börjar
page-topics = Ämne
page-language = Språk
page-spoken = { $language ->
    [fi] finska
    [sv] svenska
    [en] engelska
   *[other] { $language }
}
page-seats = Platser
page-seats-left = { $left ->
    [0] Evenemanget är fullt. Nya anmälda får plats i kön.
    [one] En plats är ledig.
   *[other] { $left } lediga platser av { $seats }.
}
page-join = Delta i Teams
page-join-elsewhere = Länken för att delta får du av OT-botten i Teams eller av kontaktpersonen.
page-calendar-file = Lägg till i kalendern
page-calendar-off = Uppdatera min kalender: evenemanget är inställt
page-feeds-title = Prenumerera på evenemangen i din kalender
page-feeds-text = En kalender som du prenumererar på hålls aktuell även om ett evenemang flyttas eller ställs in. Kopiera adressen och klistra in den där ditt kalenderprogram lägger till en kalender från webben.
page-ask-title = Så begär du konsultation
page-ask-bot = Om din organisation har OT-botten i Teams, skriv ”konsultation” till den. Gör annars så här:
page-ask-warning = Skicka inte uppgifter om en klient med vanlig e-post. På den här sidan finns avsiktligt ingen blankett där de kunde skrivas.
page-ask-secure = Skicka krypterad e-post
page-groups-title = Konsultationsgrupperna
page-meetings = Följande möten: { $group }
page-meeting = Möte
page-deadline = Begäran senast
page-group-more = Läs mer om gruppen
page-links-title = Nyhetsbrev och mer information
page-contacts-title = Kontaktpersoner
page-contacts-text = Kontaktpersonen hjälper om du är osäker på vilken grupp du ska vända dig till eller hur. Berätta inga uppgifter om en klient i meddelandet.
page-phone = Telefon
page-email = E-post
page-privacy-title = Dataskydd
page-privacy = Den här sidan använder inga kakor, följer inte besökare och laddar ingenting från annat håll. På sidan visas ingenting om konsultationerna.
page-accessibility-title = Tillgänglighetsutlåtande
page-accessibility-status = Utlåtandet gäller den här webbplatsen. Målet är att webbplatsen uppfyller kraven i lagen om tillhandahållande av digitala tjänster (WCAG 2.1, nivåerna A och AA). Webbplatsens utvecklare har själv bedömt den. Inga brister är kända.
page-accessibility-how-title = Så är webbplatsen gjord
page-accessibility-how = Webbplatsen kan användas med enbart tangentbord och med skärmläsare, förstorad, på en smal skärm och utskriven på papper. Den fungerar utan skript. Kalenderfilerna öppnas i ditt eget kalenderprogram, och länkar till andra webbplatser samt Teams omfattas inte av utlåtandet.
page-accessibility-feedback-title = Märkte du en brist?
page-accessibility-feedback = Berätta om den för kontaktpersonen. Vi svarar inom två veckor och ger vid behov uppgifterna på annat sätt.
page-accessibility-authority-title = Tillsynsmyndighet
page-accessibility-authority = Om du inte får svar eller inte är nöjd med svaret kan du göra en anmälan till Transport- och kommunikationsverket Traficom.
page-accessibility-authority-site = www.tillganglighetskrav.fi
page-register = Anmäl dig per e-post
page-register-title = Anmäl dig till evenemanget
page-register-text = Ange din e-postadress. Du får ett meddelande med en länk där du bekräftar anmälan. Därefter får du länken för att delta och en kalenderfil, och du får veta om evenemanget ändras.
page-register-address = E-postadress
page-register-language = Meddelandenas språk
page-register-trap = Lämna det här fältet tomt
page-register-send = Skicka
page-register-wrong = Kontrollera e-postadressen. Den ser ut så här: fornamn.efternamn@organisation.fi.
page-register-code = Adressen innehöll en personbeteckning. Den togs bort och ersattes med märket […]. Ingenting sparades. Skriv en e-postadress utan personbeteckning.
page-register-privacy = Adressen används bara för att berätta om det här evenemanget. Den lagras krypterad och raderas snart efter evenemanget, eller genast när du återtar anmälan. En obekräftad adress raderas efter två dygn.
page-register-asked-title = Titta i din e-post
page-register-asked = Om adressen är rätt får du snart ett meddelande. Anmälan gäller först när du bekräftar den via länken i meddelandet. Om meddelandet inte syns, titta också i skräpposten.
page-register-own-title = Din anmälan
page-register-confirm-text = Anmälan gäller inte ännu. Bekräfta den med knappen.
page-register-confirm = Bekräfta anmälan
page-register-cancel = Återta anmälan
page-register-forget = Radera min e-postadress
page-register-coming-title = Du är anmäld
page-register-coming = Länken för att delta och en kalenderfil kommer till din e-post. Om evenemanget ändras får du veta det.
page-register-waiting-title = Du står i kö
page-register-waiting = Evenemanget är fullt. Du får ett meddelande om en plats blir ledig.
page-register-cancelled-title = Anmälan är återtagen
page-register-cancelled = Din adress har raderats. Om evenemanget redan finns i din kalender, ta bort det där.
page-register-gone-title = Länken gäller inte längre
page-register-gone = Anmälan har återtagits, den bekräftades inte inom två dygn, eller så fattas en del av adressen. Du kan anmäla dig på nytt på startsidan.
page-register-late-title = Det går inte längre att anmäla sig
page-register-late = Evenemanget är slut eller inställt.
page-privacy-mail = En e-postadress som har getts vid anmälan lagras krypterad och raderas snart efter evenemanget.
page-refused-title = Det här gick inte
page-refused = Webbläsaren skickade något som den här sidan inte förstår. Gå tillbaka till startsidan och försök därifrån på nytt.
page-missing-title = Sidan hittades inte
page-missing = Adressen är fel, eller sidan har tagits bort. Kommande evenemang finns på startsidan.

## E-post till dem som inte har Teams
mail-session = { $title }, { $when }
mail-moved = Den tidigare tiden var { $before }.
mail-file = En kalenderfil är bifogad. Om evenemanget redan finns i din kalender uppdaterar filen det.
mail-confirm-subject = Bekräfta din anmälan: { $title }
mail-confirm-text = Någon, förhoppningsvis du, har anmält den här adressen till ett evenemang. Anmälan gäller först när du bekräftar den.
mail-confirm-link = Bekräfta inom 48 timmar: { $link }
mail-coming-subject = Du är anmäld: { $title }
mail-coming-text = Välkommen. Din anmälan är bekräftad.
mail-waiting-subject = Du står i kö: { $title }
mail-waiting-text = Evenemanget är fullt och du står i kö. Du får ett meddelande om en plats blir ledig.
mail-seat-subject = Du fick en plats: { $title }
mail-seat-text = En plats blev ledig och är nu din. Välkommen.
mail-changed-subject = Ändring: { $title }
mail-changed-text = Evenemanget som du är anmäld till har ändrats.
mail-off-subject = Inställt: { $title }
mail-off-text = Evenemanget som du var anmäld till är inställt. Den bifogade filen tar bort det ur din kalender.
mail-reminder-subject = Påminnelse: { $title }
mail-reminder-text = Vi påminner om evenemanget som du är anmäld till.
mail-cancel-link = Om du inte kan komma, återta din anmälan: { $link }
mail-end = Det här meddelandet skickades automatiskt. Skriv inga uppgifter om en klient i ett svar.
## Meddelanden och möten, koordinatorns sida
problem-time = Skriv klockslaget i formen 08:15.
problem-link = Länken måste börja med https:// och leda till någon av dessa: { $hosts }. Kopiera hela länken.
problem-addresses = Listan innehåller något annat än e-postadresser. Skriv en adress per rad.
problem-time-order = Sluttiden måste vara efter starttiden.
problem-day-by = Dagen ska vara senast { $day }.
problem-time-past = Den tiden har redan gått. Välj en senare tid.
problem-time-gap = Det klockslaget finns inte den dagen, eftersom klockan ställs om till sommartid. Välj en annan tid.
problem-any = Välj eller fyll i minst en av dessa.
problem-plan-missing = Välj både dag och klockslag för att tidsinställa.
link-leads-to = Länken leder till { $host }.
tell-whom = Vem får ett eget meddelande om ändringen?
tell-registered = De anmälda och de som köar
tell-all = Alla som har fått inbjudan
tell-nobody = Ingen, kortet bara uppdateras
kept-announcement = Du kan fortsätta när som helst, också på en annan enhet. Utkastet finns när du skriver ”meddelande”. Det sparas till och med { $until }.
button-announcements = Meddelanden
review-announcement-title = Granska och spara
review-announcement = När du sparar sänds ingenting ännu. Härnäst ser du hur meddelandet ser ut och hur många det når.
review-announced = Detta har redan sänts. När du sparar uppdateras kortet genast hos alla som har fått det.
review-listed = Mötet syns redan bland kommande möten. När du sparar ändras uppgifterna där genast.
general-channel = Allmänt
general-channel-of = { $team }: { $channel }
change-goes-now = Det egna meddelandet om ändringen sänds genast.
change-waits = Kontoret är stängt nu. Det egna meddelandet om ändringen sänds när det öppnar: { $at }.
draft-announcement = Utkast: { $group }
announcement-state-written = Sparat, inte sänt
announcement-state-listed = Syns bland kommande möten, inte sänt
announcement-state-waiting = Väntar på en annan persons godkännande
announcement-state-planned = Sänds { $at }
announcement-state-out = Sänt { $at }
announcement-state-stopped = Sändningen har avbrutits
announcement-state-held = En del är sänt, resten väntar på en annan persons godkännande
announcement-state-recalled = Återkallat
announcement-state-called-off = Mötet inställt
button-new-session = Nytt informationsmöte
button-new-news = Nytt meddelande
button-new-newsletter = Nyhetsbrev
announcements-title = Meddelanden och möten
announcements-there = Sparade
announcements-none = Det finns inga meddelanden ännu.
addresses-title = Adresslista
addresses-count = { $count ->
    [one] Filen innehöll en e-postadress.
   *[other] Filen innehöll { $count } e-postadresser.
}
addresses-matched = { $count ->
    [0] Ingen av adresserna hör till någon som använder OT-botten.
    [one] En av adresserna hör till någon som använder OT-botten.
   *[other] { $count } av adresserna hör till dem som använder OT-botten.
}
addresses-doubles = { $count ->
    [one] En adress fanns i filen mer än en gång. Den togs med en gång.
   *[other] Samma adresser fanns i filen mer än en gång, sammanlagt { $count }. Var och en togs med en gång.
}
addresses-bad = { $count ->
    [one] Ett ställe är ingen adress. Det lämnades bort:
   *[other] { $count } ställen är inga adresser. De lämnades bort:
}
addresses-kept = OT-botten har inte sparat listan än. Den förs över till blanketten som du öppnar här. Om det redan finns adresser på blanketten ersätts de.
addresses-where = Vart ska listan?
addresses-draft = Utkast: { $form } ({ $at })
button-addresses = Öppna blanketten
announcement-title = Läget för meddelandet
announcement-remark = Kommentar
announcement-changed-meanwhile = Någon har ändrat detta under tiden. Här är det nuvarande läget.
progress-title = Sändningen pågår
progress-title-done = Sändningen är klar
progress-by-itself = Det här kortet uppdateras av sig självt.
button-to-send = Sänd
button-edit = Redigera
button-unplan = Ångra tidsinställningen
button-stop = Avbryt
button-go-on = Fortsätt
button-again = Försök igen
button-copy = Kopiera
button-call-off = Ställ in mötet
button-recall = Återkalla
button-drop = Ta bort
preview-title = Så här ser meddelandet ut
preview-text = Var och en får meddelandet på sitt eget språk, om det har skrivits på det.
preview-approval = En annan person måste godkänna meddelandet innan det sänds.
preview-closed = Kontoret är stängt nu. Meddelandet kan sändas genast eller när kontoret öppnar: { $at }.
preview-day = Dag, om du vill tidsinställa
preview-time = Klockslag
button-send-now = Sänd nu
button-send-now-ask = Be om godkännande
button-send-opening = Sänd när kontoret öppnar
button-send-later = Tidsinställ
button-try = Sänd först till mig
approval-title = Meddelande att godkänna
approval-text = { $name } ber dig läsa detta innan det sänds.
approval-held = { $name } har ändrat meddelandet efter att en del av det redan hade sänts. De som har det ser ändringen genast. De övriga får det först när du har läst och godkänt det.
approval-planned = Meddelandet är tidsinställt: { $at }.
approval-words = Om du returnerar: vad ska rättas?
afterwards-title = Ett publicerat meddelande har ändrats
afterwards-text = { $name } har ändrat, ställt in eller dragit tillbaka ett meddelande som redan kan läsas.
afterwards-why = Det som redan har lästs rättas genast, så att ingen handlar utifrån fel uppgifter. Därför har ändringen redan gått ut. Om något är fel, rätta meddelandet eller kontakta den som gjorde ändringen.
button-approve = Godkänn
button-give-back = Returnera
returned-title = Meddelandet returnerades för att rättas
recall-title = Ska meddelandet återkallas?
recall-text = Det sänds inte till någon mer. Hos dem som redan har fått det ersätts det av en mening som säger att det har återkallats. Detta går inte att ångra.
recall-registered = De som har anmält sig får veta att anmälan inte längre gäller. Om mötet bara inte blir av, välj hellre ”Ställ in mötet”: då ser alla vilket möte det var och varför det ställdes in.
drop-title = Ska meddelandet tas bort?
drop-text = Det har inte skickats till någon, och skickas inte längre. Detta kan inte ångras.
button-recall-sure = Återkalla
call-off-title = Ska mötet ställas in?
call-off-words = Varför ställs mötet in? Orsaken syns för alla som har fått inbjudan.
button-call-off-sure = Ställ in mötet
said-announcement-saved = Ändringarna har sparats.
said-asked-approval = Godkännande har begärts. Du får besked när meddelandet sänds eller returneras.
said-held = Sparat. De som redan har meddelandet ser ändringen genast. Nya mottagare får det när en annan person har godkänt ändringen.
said-planned = Sändningen har tidsinställts.
said-sending = Sändningen började. Du får ett kort där du ser hur den framskrider.
said-tried = Meddelandet sändes bara till dig.
said-unplanned = Tidsinställningen har ångrats. Meddelandet skickas inte förrän du skickar det eller väljer en ny tid.
said-stopped = Sändningen har avbrutits. Ingen mer får meddelandet förrän du fortsätter.
said-recalled = Meddelandet har återkallats.
said-called-off = Mötet har ställts in och kortet uppdateras hos alla.
said-again = Nytt försök görs för dem som inte nåddes.
refused-announcements = Meddelanden görs av koordinatorerna. Kommande möten hittar du genom att skriva ”info”.
file-workbook = Det här är en Excel-arbetsbok, och OT-botten läser bara text. Spara listan i Excel som CSV (Spara som, CSV UTF-8) och skicka den på nytt. Inget i filen sparades.
file-not-text = Filen är inte text och kan därför inte läsas som en adresslista. Spara listan som CSV UTF-8 och skicka den på nytt. Inget i filen sparades.
file-no-addresses = Det fanns inga e-postadresser i filen. Inget i den sparades.
file-not-a-list = Filen ser inte ut som en adresslista: den innehåller mer annat än e-postadresser. Inget i den sparades, men den finns kvar i Teams: ta bort den ur chatten om där finns uppgifter om en klient.
file-identity-code = Filen innehåller en personbeteckning, och därför togs inget ur den. Inget sparades i OT-botten, men filen finns kvar i Teams: ta bort den ur chatten. Skicka sedan en lista med bara adresserna.
file-too-long = Listan har { $count } adresser, och de ryms inte på blanketten: det finns plats för { $most } tecken. Korta av listan eller välj hela team som mottagare på blanketten. Inget i filen sparades.
file-too-large = Filen är för stor för en adresslista. Den lästes inte till slut, och inget i den sparades.
file-several = Skicka en fil åt gången. Filerna som du skickade öppnades inte.
file-not-fetched = Filen kunde inte hämtas från Teams. Skicka den på nytt, helst från en dator. Du kan också klistra in adresserna som text i meddelandets blankett.
refused-announcement = Meddelandet hittades inte, eller så har du inte rätt till det.
refused-approval = Meddelandet hittades inte, eller så ska någon annan än författaren godkänna det.
refused-announcement-state = Detta kan inte göras i meddelandets nuvarande läge.
refused-announcement-changed = Någon annan har ändrat meddelandet medan du skrev. Öppna det på nytt genom att skriva ”meddelande” och gör ändringarna där.
refused-session-past = Mötet skulle redan vara över när meddelandet sänds. Välj en tidigare tid eller ändra mötets dag.
summary-progress = Meddelandets sändning
summary-approval = Ett meddelande väntar på ditt godkännande
summary-afterwards = Ett publicerat meddelande har ändrats
summary-returned = Ett meddelande returnerades till dig
summary-trial = Förhandsvisning av ett meddelande
progress-sent = { $count ->
    [one] Har nått en mottagare.
   *[other] Har nått { $count } mottagare.
}
progress-missed = { $count ->
    [one] En nåddes inte:
   *[other] { $count } nåddes inte:
}
missed-not-installed = { $count ->
    [one] en har inte OT-botten i Teams
   *[other] { $count } har inte OT-botten i Teams
}
missed-blocked = { $count ->
    [one] en har blockerat botten
   *[other] { $count } har blockerat botten
}
missed-left = { $count ->
    [one] en har lämnat organisationen eller kanalen har tagits bort
   *[other] { $count } har lämnat organisationen eller kanalen har tagits bort
}
missed-refused = { $count ->
    [one] för en tog Teams inte emot meddelandet
   *[other] för { $count } tog Teams inte emot meddelandet
}
missed-too-large = { $count ->
    [one] för en var meddelandet för långt
   *[other] för { $count } var meddelandet för långt
}
missed-nothing = { $count ->
    [one] för en fanns inget mer att sända
   *[other] för { $count } fanns inget mer att sända
}
missed-attempts = { $count ->
    [one] för en lyckades sändningen inte trots många försök
   *[other] för { $count } lyckades sändningen inte trots många försök
}
missed-off = { $count ->
    [one] en vill inte ha meddelanden
   *[other] { $count } vill inte ha meddelanden
}
progress-unknown = { $count ->
    [one] Om ett meddelande vet vi inte om det kom fram.
   *[other] Om { $count } meddelanden vet vi inte om de kom fram.
}
progress-doubles = { $count ->
    [one] En kan ha fått meddelandet två gånger.
   *[other] { $count } kan ha fått meddelandet två gånger.
}
progress-cancelled = { $count ->
    [one] En fick inte meddelandet, eftersom sändningen avbröts, begränsades till färre eller återkallades.
   *[other] { $count } fick inte meddelandet, eftersom sändningen avbröts, begränsades till färre eller återkallades.
}
reach-unread = Alla medlemmar i teamet { $team } är inte kända ännu, så meddelandet når inte var och en av dem. Medlemmarna hämtas snart på nytt från Teams. Öppna förhandsvisningen igen då.
reach-people = { $count ->
    [one] Meddelandet går till en person.
   *[other] Meddelandet går till { $count } personer.
}
reach-channels = { $count ->
    [one] Dessutom till en kanal.
   *[other] Dessutom till { $count } kanaler.
}
reach-without-app = { $count ->
    [one] En av de valda har inte OT-botten och får meddelandet när hen tar den i bruk.
   *[other] { $count } av de valda har inte OT-botten och får meddelandet när de tar den i bruk.
}
reach-off = { $count ->
    [one] En har tackat nej till meddelanden.
   *[other] { $count } har tackat nej till meddelanden.
}
reach-unmatched = { $count ->
    [one] Till en adress hittades ingen:
   *[other] Till { $count } adresser hittades ingen:
}
progress-waiting = { $minutes ->
    [0] Väntar ännu: { $count }.
    [one] Väntar ännu: { $count }. Ungefär en minut kvar.
   *[other] Väntar ännu: { $count }. Ungefär { $minutes } minuter kvar.
}
progress-coming = Anmälda { $coming }, i kö { $waiting }.

button-feedback = Ge respons
button-feedback-summary = Responsen
button-feedback-text = Visa som text
feedback-anonymous = Responsen är anonym: av svaren ser man inte vem som gav dem, och det går inte heller att ta reda på i efterhand. Tjänsten minns bara att du har svarat, så att var och en svarar en gång, och Teams vet att du tryckte på knappen. Skriv inget om klienter som de kan kännas igen på.
feedback-mend = Kontrollera ännu de markerade punkterna. Responsen har inte skickats.
feedback-likely = Responsen har inte skickats ännu. Kontrollera den markerade punkten: om den inte gäller någon som kan kännas igen kan du skicka den så här.
feedback-title-thanks = Tack för responsen
feedback-said-thanks = Din respons har sparats utan ditt namn. Koordinatorn läser responsen samlat när det finns minst tre svar.
feedback-title-early = Det går inte att ge respons ännu
feedback-said-early = Du kan ge respons när tillfället har hållits.
feedback-title-others = Responsen är för deltagarna
feedback-said-others = Respons ber vi om av dem som har fått meddelandet om tillfället eller svarat på inbjudan.
feedback-summary-title = Respons på tillfället
feedback-given = { $count ->
    [0] Ingen respons har kommit ännu.
    [one] 1 person har gett respons.
   *[other] { $count } personer har gett respons.
}
feedback-few = Svaren visas när det finns minst { $count }. Av färre kunde man gissa vem som har svarat vad.
feedback-none = Ingen har svarat på detta.
feedback-order = Svaren står i alfabetisk ordning, i olika frågor i olika ordning: ingens respons kan sättas ihop av dem.
feedback-copy = Kopiera härifrån, del { $number }/{ $of }
refused-feedback = Här frågas ingen respons.

## Påminnelser
button-reminder-done = Klart
button-reminder-done-all = Allt är klart
button-reminder-later = Påminn senare
button-reminder-later-send = Påminn då
button-reminder-off = Inte mer om detta
button-reminder-off-send = Påminn inte mer
button-reminder-why = Varför fick jag detta?
button-reminder-back = Tillbaka till påminnelsen
button-settings-reminders = Inställningar för påminnelser
summary-reminder = Påminnelse från OT-botten
reminder-title = { $count ->
    [one] Påminnelse
   *[other] { $count } påminnelser
 }
reminder-draft-deadline = { $name }: din blankett är inte färdig. Om du skickar den senast { $day } hinner begäran med till nästa möte.
reminder-draft-late = { $name }: tidsfristen var { $day }, och din blankett har inte skickats. Den finns kvar. Du kan fortfarande skicka den, och begäran behandlas vid nästa möte som den hinner till.
reminder-request-untouched = Begäran { $reference } kom { $day }, och ingen har ännu tagit upp den till behandling. Grupp: { $name }.
reminder-question-unanswered = Gruppens sekreterare bad dig om mer information { $day }. Begäran { $reference } väntar på ditt svar.
reminder-meeting-tomorrow = { $name } sammanträder { $when }.
reminder-consultation-tomorrow = Din begäran { $reference } behandlas vid mötet { $when }. Grupp: { $name }.
reminder-session-tomorrow = Du har anmält dig till ”{ $name }”. Tillfället hålls { $when }.
reminder-session-soon = Snart börjar tillfället som du har anmält dig till: ”{ $name }”, { $when }.
reminder-registration-opens = Nu kan man anmäla sig till ”{ $name }”. Tillfället hålls { $when }.
reminder-feedback = Tillfället ”{ $name }” hölls { $day }. Berätta med några ord vad det gav dig. Responsen är anonym.
reminder-approval-waiting = ”{ $name }” väntar på en andra läsare: godkännande begärdes { $day }.
reminder-undeliverable = Meddelanden som inte har kommit fram under veckan: { $count } (läget { $day }). Orsakerna och ny sändning finns på meddelandets kort eller i administrationens kommandon.
reminder-credential-expires = Tjänstens identifierare ”{ $name }” går ut { $day }. Förnya den i tid, för därefter går inga meddelanden längre fram.
reminder-content-ends = { $name }: det sista mötet som är infört i innehållet är { $day }. Lägg till nya mötestider så att det finns ett möte för begäranden även därefter.
reminder-is-done = Du har markerat detta som klart.
reminder-is-later = Du får en ny påminnelse om detta { $day }.
reminder-is-off = Du påminns inte mer om detta.
reminder-is-over = Den här påminnelsen är inte längre aktuell.
reminder-number = Påminnelse { $number }
reminder-more = Andra påminnelser på kortet: { $count }. Du kan välja dem efter dessa.
reminder-which = Vilka påminnelser gäller det?
reminder-day = När vill du ha en ny påminnelse?
reminder-other-day = En annan dag, välj nedan
reminder-date = En annan dag, senast { $day }
reminder-later-text = Påminnelsen kommer en arbetsdag under arbetstid. Om saken är skött till dess kommer ingen påminnelse.
reminder-off-text = Om den här saken påminns du inte mer. Andra påminnelser kommer som förut.
reminder-said-done = Markerat som klart.
reminder-said-later = Påminnelsen kommer på nytt den dag du valde.
reminder-said-off = Du påminns inte mer om detta.
reminder-why-draft-deadline = Den som har en påbörjad blankett påminns före gruppens tidsfrist.
reminder-why-draft-late = När tidsfristen har gått ut och blanketten inte har skickats får den som fyller i den veta hur det går att fortsätta.
reminder-why-request-untouched = Gruppens sekreterare påminns om en begäran som ingen har tagit upp till behandling.
reminder-why-question-unanswered = Den som har begärt konsultation påminns om sekreterarens fråga som inte har besvarats.
reminder-why-meeting-tomorrow = Gruppens sekreterare, ordförande och medlemmar påminns om gruppens möte.
reminder-why-consultation-tomorrow = Den som har begärt konsultation påminns om mötet där begäran behandlas.
reminder-why-session-tomorrow = De som har anmält sig till ett tillfälle påminns om det.
reminder-why-session-soon = Strax före ett tillfälle påminns de som har anmält sig till det.
reminder-why-registration-opens = Att anmälan börjar meddelas dem som har fått inbjudan och inte har svarat ännu.
reminder-why-feedback = Efter ett tillfälle frågas de som var anmälda om respons.
reminder-why-approval-waiting = Koordinatorer och administratörer påminns om ett meddelande som väntar på en andra läsare.
reminder-why-undeliverable = Administratörerna får en gång i veckan veta om meddelanden som inte kom fram.
reminder-why-credential-expires = Administratörerna påminns om en identifierare som håller på att gå ut.
reminder-why-content-ends = Administratörerna och gruppens sekreterare påminns när gruppens mötestider håller på att ta slut.
reminder-working-days-before = Arbetsdagar före
reminder-working-days-after = Arbetsdagar efter
reminder-days-before = Dagar före
reminder-minutes-before = Minuter före
reminder-can-end = I inställningarna kan du avsluta påminnelserna eller samla dem på ett kort i veckan.
reminder-can-end-unnamed = I inställningarna kan du avsluta påminnelserna. Om en anonym begäran påminns du alltid på ett eget kort.
reminder-cannot-end = Påminnelser som hör till din uppgift och påminnelsen en halvtimme före ett tillfälle kommer alltid. En enskild sak kan du avsluta med knappen ”Inte mer om detta”.
problem-later-missing = Välj den dag då du vill ha en ny påminnelse.
problem-later-which = Välj minst en påminnelse.
problem-later-past = Välj en dag efter i dag.
problem-later-late = Då skulle påminnelsen inte längre vara till nytta. Den sista möjliga dagen är { $day }.
problem-later-closed = Inga påminnelser skickas under veckoslut, helgdagar och semestermånaden. Välj en arbetsdag.
refused-reminder = Påminnelsen hittades inte. Den har gått ut, eller så finns den på ett nyare kort.
settings-reminders = Påminnelser
settings-reminders-on = Du får påminnelser
settings-reminders-now = allteftersom de blir aktuella
settings-reminders-weekly = en gång i veckan på ett kort
settings-reminders-none = endast om det viktigaste
settings-reminders-how = Hur vill du få påminnelser?
settings-reminders-choose-now = Allteftersom de blir aktuella
settings-reminders-choose-weekly = En gång i veckan på ett kort
settings-reminders-choose-none = Jag vill inte ha påminnelser
settings-reminders-weekly-text = Veckans kort kommer veckans första arbetsdag. En påminnelse som då skulle vara för sen kommer separat.
settings-reminders-always = Valet gäller inte påminnelser som hör till din uppgift, såsom begäranden som väntar på sekreteraren, och inte påminnelsen en halvtimme före ett tillfälle som du har anmält dig till.
settings-reminders-hours = Påminnelser skickas inte på kvällar, veckoslut, helgdagar eller under centrets semestermånad, utom en halvtimme före ett tillfälle.

## Förhandsvisning av påminnelser
preview-line = { $when } · { $rule } · { $about }, { $day } · { $who } · { $fate }
preview-request = { $reference } ({ $group })
preview-announcement = ”{ $title }”
preview-reader = { $role } { $id }
preview-anonymous = anonym begärande
preview-guests = gäster per e-post: { $count }
preview-reader-owner = den som fyller i blanketten
preview-reader-requester = begärande
preview-reader-secretary = sekreterare
preview-reader-group = medlem i gruppen
preview-reader-coming = anmäld
preview-reader-invited = inbjuden
preview-reader-second-readers = andra läsare
preview-reader-administrators = administratör
preview-told = { $others ->
    [0] skickas
   *[other] skickas på samma kort som andra ({ $others } andra)
 }
preview-later = { $others ->
    [0] skickas senare: { $why }
   *[other] skickas senare, på samma kort som andra ({ $others } andra): { $why }
 }
preview-put-off-closed = väntar tills den tysta tiden är slut
preview-put-off-enough = veckans kort är redan fulltaliga
preview-put-off-digest = veckans samlingskort
preview-held-off = skickas inte: vill inte ha påminnelser
preview-held-not-again = skickas inte: vill inte bli påmind om detta igen
preview-held-merged = skickas inte: en annan påminnelse om samma sak ersätter den
preview-held-enough = skickas inte: veckans kort är redan fulltaliga, och senare vore den till ingen nytta
preview-held-closed = skickas inte: efter den tysta tiden vore den till ingen nytta
preview-held-late = skickas inte: den vore inte längre till nytta
preview-no-app = når inte fram nu: personen har inte OT-botten i Teams
preview-why = { $rule }: { $why }
preview-count = Påminnelser under denna tid: { $count }. Ingenting har skickats.

## Läget för påminnelser
figures-title = Läget för påminnelser
figures-planned = Planerade för de följande 14 dagarna
figures-waiting = Väntar på att skickas
figures-told = Meddelade
figures-late = Kom sent
figures-merged = Ersatta av en senare om samma sak
figures-stuck = Veckans meddelanden som inte har kommit fram
figures-dropped = Inte meddelade
figures-dropped-of = { $rule }, { $reason }
figures-nothing = Allt har meddelats.
figures-reason-late = skulle ha kommit för sent
figures-reason-untrue = var inte längre aktuell
figures-reason-off = vill inte ha påminnelser
figures-reason-not-again = vill inte bli påmind om detta igen
figures-reason-enough = veckans kort var fulltaliga
figures-reason-closed = hade efter den tysta tiden inte varit till nytta
figures-reason-unreached = kortet nådde inte fram
figures-rule-draft-deadline = Påbörjad blankett före tidsfristen
figures-rule-draft-late = Påbörjad blankett efter tidsfristen
figures-rule-request-untouched = Begäran som ingen har tagit upp till behandling
figures-rule-question-unanswered = Sekreterarens fråga utan svar
figures-rule-meeting-tomorrow = Gruppens möte närmar sig
figures-rule-consultation-tomorrow = Behandlingen av den egna begäran närmar sig
figures-rule-session-tomorrow = Tillfället närmar sig
figures-rule-session-soon = Tillfället börjar snart
figures-rule-registration-opens = Anmälan börjar
figures-rule-feedback = Respons om tillfället
figures-rule-approval-waiting = Meddelande väntar på en andra läsare
figures-rule-undeliverable = Meddelanden som inte kommit fram
figures-rule-credential-expires = Tjänstens identifierare går ut
figures-rule-content-ends = Mötestiderna håller på att ta slut
figures-text = Siffrorna gäller det som ännu finns sparat.
button-figures = Läget för påminnelser
