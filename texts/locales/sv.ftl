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
word-own = egna, mina, egna begäranden
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
help-sessions = kommande infomöten (kommer senare)
help-queue = för gruppens sekreterare: inkomna begäranden
help-meeting = gruppens möte och föredragningslista (kommer senare)
help-announcement = för koordinatorn: meddelanden och infomöten (kommer senare)
help-settings = språk och egna inställningar
help-statistics = nyckeltal (kommer senare)
help-help = den här hjälpen
help-cancel = gå tillbaka till början; en påbörjad blankett finns kvar

## Knappar
button-ask = Be om konsultation
button-own = Egna begäranden
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
button-own-data-forget = Glöm de föreslagna uppgifterna
button-own-data-erase = Ta bort alla mina uppgifter
button-own-data-erase-sure = Ta bort alla mina uppgifter

## Början och hjälpen
home-title = Hej, det här är OT-botten
home-text = Här kan du be om konsultation i en krävande klientsituation. Tjänsten tillhandahålls av { $centre }.
home-privacy = Använd knapparna eller hjälpens ord i den här chatten. Skriv aldrig en klients namn, personbeteckning eller adress.
home-unknown = Jag kände inte igen meddelandet, och det sparades inte. Välj nedan eller skriv ”hjälp”.
home-welcome = Välkommen! Du kan börja när som helst med knapparna nedan.
home-greeting = Hej! Hur kan jag hjälpa dig?
home-emergency = Om någon är i fara just nu, vänta inte på svar här. Ring:
home-cancelled = Du är tillbaka i början. Dina påbörjade blanketter finns kvar under Egna begäranden.
summary-home = OT-botten
summary-reply = OT-botten svarade

help-title = Så här använder du OT-botten
help-text = Skriv något av de här orden eller använd knapparna på kortet. Orden fungerar också på finska och engelska. Du kan också öppna en egen begäran genom att skriva dess referensnummer.
help-emergency = Det här är ingen nödkanal. Om någon är i fara, ring genast:
help-contacts = Kontaktpersoner

coming-text = Den här funktionen är ännu inte i bruk.
coming-sessions = Infomöten
coming-meeting = Möte och föredragningslista
coming-announcement = Meddelanden
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
form-mend = Kontrollera ännu de markerade punkterna. De övriga svaren är sparade.
form-likely = Den markerade punkten är inte sparad än. De övriga svaren är sparade.
form-stale = Blanketten har också ändrats i ett annat fönster eller på en annan enhet. Nedan ser du det som du skrev här. Kontrollera och fortsätt.
form-moved-on = Blanketten har redan gått vidare. Här är steget där den är nu.
form-led-back = Här saknas ännu ett svar, så vi gick tillbaka till det här steget.
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
problem-identity-code = Texten innehöll en personbeteckning. Den togs bort och ersattes med märket […]. Texten är inte sparad än. Kontrollera den och fortsätt.
warning-likely = Texten verkar innehålla { $kinds }. Ta bort uppgiften om klienten eller någon närstående kan kännas igen på den. Om texten får vara som den är kan du fortsätta.
likely-name = en persons namn
likely-phone = ett telefonnummer
likely-email = en e-postadress
likely-address = en gatuadress
likely-plate = ett registernummer på en bil
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
no-meeting-yet = Inget fast möte, sekreteraren kommer överens om tiden
status-new = Inkommen, väntar på behandling
status-taken = Under behandling: { $name }
status-question = Sekreterarens fråga väntar på svar
status-withdrawn = Återtagen

opened-title = Begäran om konsultation { $reference }
anonymous-note = Anonym konsultation: bara gruppens sekreterare kan öppna avsändarens uppgifter, och varje läsning med dess orsak antecknas. Gruppen ser högst typen av organisation och yrkesbeteckningen.
unreachable-gone = Avsändarens uppgifter har raderats, så avsändaren kan inte längre nås via den här tjänsten.
unreachable-by-code = Avsändarens uppgifter har raderats. Avsändaren kan läsa din fråga bara med begärans kod och får inget meddelande om den.
questions-title = Frågor och svar
question-asked = { $name } frågade { $at }
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
withdraw-title = Vill du återta begäran { $reference }?
withdraw-text = Begäran tas bort från gruppens kö och sekreteraren får veta det. En återtagen begäran kan inte återställas, men du kan göra en ny.

said-taken = Nu är det du som behandlar begäran.
said-asked = Frågan har skickats till avsändaren.
said-asked-by-code = Frågan har sparats. Avsändaren kan läsa den bara med begärans kod och får inget meddelande om den.
said-answered = Svaret har skickats till gruppens sekreterare.
said-moved = Begäran har flyttats och avsändaren får veta det.
said-withdrawn = Begäran { $reference } har återtagits. Gruppens sekreterare får veta det.
said-changed-meanwhile = Begäran har ändrats under tiden. Här är läget just nu.

## Avsändarens uppgifter och kod till begäran
requester-title = Avsändarens uppgifter: { $reference }
requester-text = Begäran är anonym. Öppna avsändarens uppgifter bara när du behöver dem för att sköta ärendet. Läsningen och dess orsak antecknas i loggen.
requester-why = Vad behöver du uppgifterna till?
requester-reason-contact = Jag kontaktar avsändaren på annat sätt än via den här tjänsten
requester-reason-meeting = Jag kommer överens om hur avsändaren deltar i mötet
requester-reason-safety = Någons säkerhet kan vara i fara
requester-reason-mistake = Jag reder ut ett fel eller en begäran som skickats två gånger
problem-reason = Välj en orsak, så visas uppgifterna.
claim-title = Kod till begäran
claim-keep = Skriv upp koden och referensnumret { $reference } på ett ställe som bara du kommer åt. Med koden ser du hur din begäran framskrider, sekreterarens frågor och svaren, och du kan återta begäran också när tjänsten inte längre vet att den är din. Skriv då ”kod”. Koden visas bara den här gången och gäller till { $until }.
claim-offer = Med koden når du din anonyma begäran också när tjänsten inte längre vet att den är din. Koden visas bara en gång. Om du inte hann skriva upp den kan du göra en ny: den förra slutar då gälla.
claim-ask-title = Öppna en begäran med kod
claim-ask-text = Koden till en anonym begäran visades när begäran skickades.
claim-reference = Referensnummer
claim-code = Kod
claim-both = Skriv både referensnumret och koden.
claim-wrong = Referensnumret och koden hör inte ihop, eller så gäller koden inte längre. Kontrollera båda.
claim-paused = Det har gjorts för många försök. Försök igen tidigast { $until }.
claim-more = Äldre frågor ryms inte på det här kortet.
claim-privacy = Blankettens svar visas inte här. Du kan nu också radera meddelandena i den här chatten.

## Aviseringar
arrived-title = Ny begäran om konsultation { $reference }
summary-arrived = En begäran om konsultation har kommit in: { $reference }
news-question = Sekreteraren vill veta mer om begäran { $reference }
news-answer = Begäran { $reference } har fått ett svar
news-changed = Begäran { $reference } har ändrats
news-moved = Begäran { $reference } har flyttats till ett annat möte
news-withdrawn = Begäran { $reference } har återtagits

## Egna och kön
own-title = Egna begäranden
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

## Inställningar
settings-title = Inställningar
settings-language = Vilket språk ska tjänsten använda med dig?
settings-more = Övriga inställningar, till exempel påminnelser och ämnen, kommer senare.
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
own-data-none = Inga
own-data-known = Uppgifter som föreslås i nästa blankett
own-data-nothing-known = Inga sparade uppgifter.
own-data-log = Tjänsten antecknar vem som har läst eller ändrat begäranden och när. Ett utdrag om dina egna uppgifter får du av tjänstens administratör.
own-data-platform = Microsoft 365 vet dessutom vem som har använt botten och när. Det kan tjänsten inte påverka.
own-data-forgotten = De föreslagna uppgifterna är borttagna.
own-data-erase-title = Ska alla dina uppgifter tas bort?
own-data-erase-open = Du har begäranden som ännu behandlas: { $references }. Återta dem först under Mina begäranden, eller vänta tills mötet har hållits. Annars kan gruppen inte längre svara dig.
own-data-erase-text = Ditt namn, dina identifierare, dina påbörjade blanketter och de föreslagna uppgifterna tas bort för gott. Ur dina skickade begäranden tas uppgiften om vem som frågade bort, och du kan inte längre öppna dem.
own-data-erase-stays = Ärendet som gruppen har behandlat sparas utan dina uppgifter en bestämd tid. I loggen finns kvar vad som har gjorts, utan ditt namn.
own-data-erased-title = Dina uppgifter är borttagna
own-data-erased-text = Tjänsten har inte längre ditt namn, dina blanketter eller dina kontaktuppgifter. Om du skriver till botten igen börjar du från början.

## Avslag
refused-not-found = Begäran hittades inte, eller så är den inte din.
refused-withdrawn = Begäran { $reference } har återtagits och kan inte längre ändras.
refused-already-taken = { $name } behandlar redan begäran.
refused-question-open = Den förra frågan väntar ännu på avsändarens svar.
refused-no-question = Frågan har redan besvarats.
refused-requester-gone = Det här är inte längre möjligt, eftersom avsändarens uppgifter har raderats.
refused-deadline-passed = Mötets sista dag för ändringar har gått ut, så begäran kan inte längre ändras. Du kan kontakta gruppens sekreterare eller återta begäran.
refused-queue = Kön är till för gruppens sekreterare. Dina egna begäranden hittar du med ordet ”egna”.
refused-draft = Blanketten hittades inte. Den har skickats, raderats eller gått ut, eller så hör den till en annan person.
refused-group = Gruppen hittades inte. Välj grupp på nytt.
refused-verb = Den här knappen används inte längre. Här är den aktuella vyn.
refused-no-meetings = Gruppen har inga kommande möten som begäran kan flyttas till.
refused-session-gone = Mötet hittades inte. Kommande möten hittar du med ordet ”infomöten”.
refused-session-off = Mötet är inställt, så det går inte längre att anmäla sig.
refused-session-over = Mötet är redan över, så det går inte längre att anmäla sig.
failed = Nu gick något fel, och det var inte ditt fel. De sparade svaren finns kvar. Försök igen om en stund. Om felet upprepas, ge koden { $reference } till supporten.

button-feedback = Ge respons
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
refused-announcement = Meddelandet hittades inte, eller så har du inte rätt till det.
