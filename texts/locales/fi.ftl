# Suomi. Avain vasemmalla, lause oikealla. Aaltosulkeissa on kohta, jonka palvelu täyttää.

language-name = suomi

## Päivät ja kellonajat (CLDR-kaavat)
pattern-day = EEE d.M.y
pattern-short-day = d.M.
pattern-time = H.mm
pattern-hour = H
moment = { $day } klo { $time }
moment-span = { $day } klo { $start }–{ $end }

## Sanat, jotka voi kirjoittaa. Pilkulla erotettuina kaikki kelpaavat; ensimmäinen näkyy ohjeessa.
word-consultation = konsultaatio, konsultointi, konsultaatiopyyntö, konsultaatiota, konsultaatioon
word-own = omat, omat pyynnöt, omat pyyntöni
word-claim = koodi, koodilla, pyyntökoodi
word-sessions = infot, info, info-tilaisuudet, tilaisuudet
word-queue = jono
word-meeting = kokous, kokoukset
word-announcement = tiedote, tiedotteet
word-settings = asetukset
word-statistics = tilastot
word-help = ohje, ohjeet, apua
word-cancel = peruuta, keskeytä, alkuun, lopeta
word-greeting = hei, moi, moikka, terve, huomenta, päivää, kiitos

help-consultation = pyydä konsultaatiota asiantuntijaryhmältä
help-own = omat keskeneräiset lomakkeet ja lähetetyt pyynnöt
help-claim = anonyymi pyyntö sen koodilla
help-sessions = tulevat info-tilaisuudet, ilmoittautuminen ja uutiskirje
help-queue = ryhmän sihteerille: saapuneet pyynnöt; ylläpitäjälle: muistutusten tilanne
help-meeting = ryhmän kokous ja asialista (ei vielä käytössä)
help-announcement = koordinaattorille: tiedotteet ja tilaisuudet
help-settings = kieli ja omat asetukset
help-statistics = tunnusluvut (ei vielä käytössä)
help-help = tämä ohje
help-cancel = palaa alkuun; keskeneräinen lomake säilyy

## Painikkeet
button-ask = Pyydä konsultaatiota
button-own = Omat pyynnöt
button-queue = Ryhmän jono
button-settings = Asetukset
button-home = Alkuun
button-choose-group = Valitse tämä ryhmä
button-other-group = Valitse toinen ryhmä
button-fill-dialog = Täytä lomake
button-fill-chat = Täytä keskustelussa
button-next = Seuraava
button-next-sure = Jatka näin
button-back = Takaisin
button-send = Lähetä
button-send-sure = Lähetä näin
button-send-change = Lähetä muutokset
button-keep = Tallenna ja jatka myöhemmin
button-change = Muuta
button-resume = Jatka täyttämistä
button-resume-chat = Jatka keskustelussa
button-delete-draft = Poista
button-delete-draft-sure = Poista lomake
button-never-mind = En sittenkään
button-next-page = Seuraava sivu
button-previous-page = Edellinen sivu
button-open = Avaa
button-take = Ota käsittelyyn
button-ask-question = Kysy pyytäjältä
button-move = Siirrä toiseen kokoukseen
button-answer = Vastaa kysymykseen
button-change-request = Muuta pyyntöä
button-withdraw = Peru pyyntö
button-withdraw-sure = Peru pyyntö
button-requester-show = Näytä pyytäjän tiedot
button-requester-show-send = Näytä tiedot
button-back-to-request = Takaisin pyyntöön
button-claim = Kirjoita koodi
button-claim-open = Avaa pyyntö
button-claim-renew = Näytä uusi koodi
button-question-ask-send = Lähetä kysymys
button-question-answer-send = Lähetä vastaus
button-move-send = Siirrä pyyntö
button-filter = Näytä
button-save = Tallenna
button-own-data = Omat tietoni
button-own-data-forget = Unohda ehdotettavat tiedot
button-own-data-erase = Poista kaikki tietoni
button-own-data-erase-sure = Poista kaikki tietoni
button-sessions = Tilaisuudet
button-join = Liity Teamsissa
button-calendar = Lisää kalenteriin
button-session-come = Tulen
button-session-queue = Ilmoittaudu jonoon
button-session-decline = En pääse
button-channel-register = Ilmoittaudu tai katso oma tilanteesi
button-read-more = Lue lisää: { $host }
button-in-this-language = Suomeksi
button-why = Miksi saan tämän?
button-back-to-announcement = Takaisin
button-save-language = Tallenna kieli
button-settings-topics = Tiedotteiden asetukset
button-settings-hours = Hiljaiset ajat
button-settings-off = En halua tiedotteita
button-settings-on = Haluan taas tiedotteita

## Alku ja ohje
home-title = Hei, tässä on OT-botti
home-text = Täällä voit pyytää konsultaatiota vaativaan asiakastilanteeseen. Palvelun tarjoaa { $centre }.
home-privacy = Käytä tässä keskustelussa painikkeita tai ohjeen sanoja. Älä kirjoita asiakkaan nimeä, henkilötunnusta tai osoitetta mihinkään.
home-unknown = En tunnistanut viestiäsi. Sitä ei tallennettu. Valitse alta tai kirjoita ”ohje”.
home-file = OT-botti ei ota vastaan tiedostoja eikä kuvia. Lähettämääsi ei avattu eikä tallennettu OT-bottiin, mutta se jäi Teamsiin: poista se keskustelusta, jos siinä on asiakkaan tietoja. Älä lähetä tänne tapausta koskevia asiakirjoja. Vain koordinaattori voi lähettää tiedoston: sähköpostiosoitteiden luettelon tiedotetta varten.
home-welcome = Tervetuloa! Voit aloittaa milloin vain alla olevista painikkeista.
home-greeting = Hei! Millä voin auttaa?
home-emergency = Jos joku on vaarassa juuri nyt, älä odota vastausta täältä. Soita:
home-cancelled = Palattiin alkuun. Keskeneräiset lomakkeet ovat tallessa kohdassa Omat pyynnöt.
summary-home = OT-botti
summary-reply = OT-botti vastasi

help-title = Näin käytät OT-bottia
help-text = Kirjoita jokin näistä sanoista tai käytä kortin painikkeita. Sanat toimivat myös ruotsiksi ja englanniksi. Oman pyyntösi saat auki myös kirjoittamalla sen viitenumeron.
help-emergency = Tämä ei ole hätäkanava. Jos joku on vaarassa, soita heti:
help-contacts = Yhteyshenkilöt

coming-text = Tämä toiminto ei ole vielä käytössä.
coming-meeting = Kokous ja asialista
coming-statistics = Tilastot

elsewhere-title = Jatketaan kahden kesken
elsewhere-text = Konsultaatioasiat ovat luottamuksellisia, joten niitä ei käsitellä kanavalla eikä ryhmäkeskustelussa. Avaa oma keskustelu OT-botin kanssa: valitse Teamsissa Sovellukset ja etsi OT-botti.
team-welcome-title = OT-botti on nyt tässä tiimissä
team-welcome-text = Koordinaattori voi lähettää tiimin kanaville OT-infoja, uutiskirjeitä ja muita yhteisiä tiedotteita. Muuta botti ei tänne kirjoita.
team-welcome-never = Asiakasasioita kanavilla ei käsitellä: mitään konsultaatioista ei koskaan tule tänne. Botti ei seuraa keskusteluja, vaan näkee vain viestit, joissa se mainitaan.
team-welcome-own = Konsultaatiota pyydät omassa keskustelussasi. Valitse Teamsissa Sovellukset ja etsi OT-botti.
team-welcome-members = Jotta tiedotteen voi osoittaa tiimille, botti tarkistaa Teamsista, ketkä tiimiin kuuluvat. Nimiä tai sähköpostiosoitteita se ei tallenna.

## Ryhmän ja täyttötavan valinta
groups-title = Miltä ryhmältä haluat pyytää konsultaatiota?
groups-text = Valitse ryhmä, jonka osaamista tilanteessa tarvitaan.
group-next-meeting = Seuraava kokous, johon ehdit: { $meeting }. Lähetä pyyntö viimeistään { $deadline }.
group-no-meetings = Ryhmällä ei ole kiinteitä kokousaikoja. Pyynnön voi lähettää milloin vain.
surface-text = Lomake aukeaa omaan ikkunaansa. Vastaukset tallentuvat aina, kun siirryt seuraavaan vaiheeseen, joten voit keskeyttää ja jatkaa myöhemmin, myös toisella laitteella. Jos ikkuna ei aukea, täytä lomake tässä keskustelussa.
surface-draft = Sinulla on jo keskeneräinen lomake tälle ryhmälle. Voit jatkaa sitä tai aloittaa uuden.
surface-languages = Lomake on saatavilla näillä kielillä: { $languages }.

## Lomake
form-step = Vaihe { $number }/{ $of }
form-step-only = Vaihe { $number }
form-mend = Tarkista vielä merkityt kohdat. Muut vastaukset ovat tallessa.
form-likely = Merkittyä kohtaa ei ole vielä tallennettu. Muut vastaukset ovat tallessa.
form-stale = Lomaketta on täytetty myös toisessa ikkunassa tai toisella laitteella. Alla on se, mitä kirjoitit tähän. Tarkista ja jatka.
form-moved-on = Lomake on jo edennyt. Tässä on sen nykyinen vaihe.
form-led-back = Tästä vaiheesta puuttuu vielä vastaus. Täydennä se, niin pääset eteenpäin.
form-prefilled = Yhteystietosi täytettiin valmiiksi edellisen pyyntösi mukaan. Tarkista ne.
form-other-language = Tätä lomaketta ei ole suomeksi, joten se näytetään kokonaan ryhmän omalla kielellä.
label-optional = { $label } (vapaaehtoinen)
option-other = Muu, mikä?
other-what = Jos valitsit ”Muu”, kerro mikä
choose = Valitse
yes = Kyllä
no = Ei

problem-missing = Vastaa tähän, niin pääset eteenpäin.
problem-other = Kerro muutamalla sanalla, mikä muu.
problem-too-long = Teksti on liian pitkä: { $now } merkkiä. Tähän mahtuu { $most } merkkiä.
problem-email = Tarkista sähköpostiosoite. Se on muotoa etunimi.sukunimi@organisaatio.fi.
problem-phone = Tarkista puhelinnumero. Käytä numeroita, välilyöntejä ja tarvittaessa alussa +-merkkiä.
problem-option = Valitse jokin annetuista vaihtoehdoista.
problem-number = Kirjoita kokonaisluku numeroin.
problem-range = Anna luku väliltä { $least }–{ $most }.
problem-least = Anna luku, joka on vähintään { $least }.
problem-most = Anna luku, joka on enintään { $most }.
problem-day = Valitse päivä kalenterista.
problem-day-early = Aikaisin mahdollinen päivä on { $day }.
problem-day-late = Viimeinen mahdollinen päivä on { $day }.
problem-words-missing = Kirjoita tähän jotakin ennen kuin lähetät.
problem-meeting = Valitse kokous, johon pyyntö siirretään.
problem-hours = Valitse sekä alkamis- että päättymisaika niin, etteivät ne ole samat. Jos et halua hiljaista aikaa, jätä molemmat valitsematta.
problem-identity-code = Tekstissä oli henkilötunnus. Se poistettiin, ja sen paikalla on merkki […]. Tekstiä ei ole vielä tallennettu. Tarkista se ja jatka.
warning-likely = Tekstissä näyttää olevan { $kinds }. Poista tieto, jos siitä voi tunnistaa asiakkaan tai hänen läheisensä. Jos teksti saa jäädä näin, voit jatkaa.
likely-name = henkilön nimi
likely-phone = puhelinnumero
likely-email = sähköpostiosoite
likely-address = katuosoite
likely-plate = auton rekisterinumero
likely-birth-date = tarkka syntymäaika

review-title = Tarkista ja lähetä
review-text = Lue vastaukset vielä kerran. Jokaiseen kohtaan pääsee takaisin painikkeesta Muuta.
review-empty = Ei vastauksia tässä kohdassa.
reaches-meeting = Pyyntö käsitellään kokouksessa { $meeting }. Pyynnön määräaika on { $deadline }.
reaches-other = Valitsemasi kokouksen ({ $wished }) määräaika on mennyt tai sen paikat on jo varattu. Pyyntö käsitellään sen sijaan alla mainitussa kokouksessa.
reaches-none = Ryhmällä ei ole kiinteitä kokousaikoja. Ryhmän sihteeri sopii jatkosta kanssasi.
reaches-full = Lähiajan kokousten paikat on jo varattu. Voit silti lähettää pyynnön: ryhmän sihteeri sopii ajan kanssasi.
meeting-option = { $meeting } (pyyntö viimeistään { $deadline })
meeting-option-seats = { $meeting } (pyyntö viimeistään { $deadline }, vapaita paikkoja { $seats })
page = Sivu { $number }/{ $of }

kept-title = Lomake on tallessa
kept-text = Voit jatkaa täyttämistä milloin vain, myös toisella laitteella. Lomake löytyy, kun kirjoitat ”omat”. Viimeinen säilytyspäivä on { $until }.

## Lähetetty pyyntö
sent-title = Pyyntö on lähetetty
window-close = Voit nyt sulkea tämän ikkunan.
sent-text = Kiitos. Pyyntösi viitenumero on { $reference }. Löydät pyynnön kirjoittamalla ”omat”.
changed-title = Muutokset on tallennettu
changed-text = Muutokset pyyntöön { $reference } on tallennettu.
receipt-title = Konsultaatiopyyntö { $reference } on vastaanotettu
receipt-withdrawn = Konsultaatiopyyntö { $reference } on peruttu
receipt-privacy = Kortissa ei näy pyynnön sisältöä. Tässä palvelussa sen näkevät vain sinä ja ryhmän sihteeri.
summary-receipt = Konsultaatiopyyntö { $reference }
next-title = Mitä seuraavaksi tapahtuu
next-with-meeting = Ryhmän sihteeri käy pyynnön läpi ja kysyy tarvittaessa lisää tässä keskustelussa. Osallistut itse kokoukseen ja kirjaat ryhmän suosittelemat toimenpiteet. Voit muuttaa pyyntöä määräaikaan ({ $deadline }) saakka.
next-without-meeting = Ryhmän sihteeri käy pyynnön läpi ja ottaa sinuun yhteyttä tässä keskustelussa.

fact-group = Ryhmä
fact-requester = Pyytäjä (vain sihteerille)
fact-meeting = Kokous
fact-status = Tilanne
no-meeting-yet = Ei vielä sovittu, ryhmän sihteeri sopii ajasta
status-new = Saapunut, odottaa käsittelyä
status-taken = Käsittelyssä: { $name }
status-question = Sihteerin kysymys odottaa vastausta
status-withdrawn = Peruttu

opened-title = Konsultaatiopyyntö { $reference }
anonymous-note = Anonyymi konsultaatio: pyytäjän tiedot voi avata vain ryhmän sihteeri, ja jokainen katselu ja sen syy kirjataan lokiin. Ryhmä näkee enintään organisaation tyypin ja ammatin.
anonymous-mine = Anonyymi konsultaatio: nimesi ja yhteystietosi voi avata vain ryhmän sihteeri, ja katselu syineen kirjataan. Ryhmä näkee enintään organisaatiosi tyypin ja ammattisi.
unreachable-gone = Pyytäjän tiedot on poistettu, joten häneen ei saa enää yhteyttä tämän palvelun kautta.
unreachable-by-code = Pyytäjän tiedot on poistettu. Hän voi lukea kysymyksesi ja vastata siihen vain pyynnön koodilla. Hän ei saa kysymyksestä ilmoitusta.
questions-title = Kysymykset ja vastaukset
question-asked = { $name } kysyi { $at }
question-secretary = Ryhmän sihteeri
question-answered = Vastaus { $at }
question-waits = Odottaa vastausta
events-title = Tapahtumat
event-sent = Lähetetty { $at }
event-changed = Pyyntöä muutettu { $at }
event-taken = Otettu käsittelyyn { $at }
event-asked = Sihteeri kysyi lisätietoa { $at }
event-answered = Pyytäjä vastasi { $at }
event-moved = Siirretty { $at } toiseen kokoukseen
event-withdrawn = Peruttu { $at }

question-ask-title = Kysymys pyytäjälle: { $reference }
question-ask-label = Kysymys
question-ask-hint = Kysymys näkyy pyytäjälle tässä palvelussa. Älä kirjoita nimiä tai henkilötunnuksia.
question-answer-title = Vastaus kysymykseen: { $reference }
question-answer-label = Vastauksesi
question-answer-hint = Ryhmän sihteeri näkee vastauksen tämän pyynnön yhteydessä. Älä kirjoita asiakkaan nimeä tai henkilötunnusta.
move-title = Siirrä pyyntö { $reference }
move-meeting = Mihin kokoukseen?
move-reason = Siirron syy
move-hint = Pyytäjä näkee uuden kokouksen ja syyn. Älä kirjoita nimiä tai henkilötunnuksia.
move-hint-untold = Pyytäjän tiedot on poistettu, joten hän ei saa siirrosta ilmoitusta. Syy jää näkyviin ryhmän sihteerille. Älä kirjoita nimiä tai henkilötunnuksia.
withdraw-title = Perutaanko pyyntö { $reference }?
withdraw-text = Pyyntö poistuu ryhmän jonosta, ja sihteeri saa siitä tiedon. Peruttua pyyntöä ei voi palauttaa, mutta voit tehdä uuden.

said-taken = Pyyntö on nyt sinun käsittelyssäsi.
said-asked = Kysymys on lähetetty pyytäjälle.
said-asked-by-code = Kysymys on tallennettu.
said-answered = Vastaus on lähetetty ryhmän sihteerille.
said-moved = Pyyntö on siirretty, ja pyytäjä saa siitä tiedon.
said-moved-untold = Pyyntö on siirretty. Pyytäjän tiedot on poistettu, joten hän ei saa siitä ilmoitusta.
said-withdrawn = Pyyntö { $reference } on peruttu. Ryhmän sihteeri saa siitä tiedon.
said-changed-meanwhile = Pyyntö on muuttunut sillä välin. Tässä on sen nykyinen tilanne.

## Pyytäjän tiedot ja pyynnön koodi
requester-title = Pyytäjän tiedot: { $reference }
requester-text = Pyyntö on anonyymi. Avaa pyytäjän tiedot vain, kun tarvitset niitä asian hoitamiseen. Katselu ja sen syy kirjataan lokiin.
requester-why = Mihin tarvitset tietoja?
requester-reason-contact = Otan yhteyttä pyytäjään tämän palvelun ulkopuolella
requester-reason-meeting = Sovin, miten pyytäjä osallistuu kokoukseen
requester-reason-safety = Jonkun turvallisuus voi olla vaarassa
requester-reason-mistake = Selvitän virhettä tai kahteen kertaan lähetettyä pyyntöä
problem-reason = Valitse syy, niin tiedot tulevat näkyviin.
claim-title = Pyynnön koodi
claim-keep = Kirjoita koodi ja viitenumero { $reference } talteen paikkaan, johon vain sinä pääset. Koodilla näet pyynnön tilanteen, voit vastata sihteerin kysymykseen ja voit perua pyynnön, vaikka palvelu ei enää tietäisi, että pyyntö on sinun. Kirjoita silloin botille ”koodi”. Koodi näytetään vain tämän kerran. Sen viimeinen voimassaolopäivä on { $until }.
claim-replaces = Edellinen koodi ei enää toimi.
claim-offer = Koodilla pääset anonyymiin pyyntöösi, vaikka palvelu ei enää tietäisi, että pyyntö on sinun. Koodi näytetään vain kerran. Jos et kirjoittanut sitä talteen, voit tehdä uuden: edellinen lakkaa silloin toimimasta.
claim-ask-title = Avaa pyyntö koodilla
claim-ask-text = Tarvitset anonyymin pyynnön viitenumeron ja koodin, jotka kirjoitit talteen. Jos teit uuden koodin, vain se toimii.
claim-ask-where = Viitenumero ja koodi kirjoitetaan omaan ikkunaansa. Älä kirjoita koodia tähän keskusteluun, sillä viestit jäävät Teamsiin.
claim-reference = Viitenumero
claim-code = Koodi
claim-both = Kirjoita sekä viitenumero että koodi.
claim-code-missing = Koodi puuttuu vielä.
claim-wrong = Viitenumero ja koodi eivät sovi yhteen, tai koodi ei ole enää voimassa. Tarkista molemmat.
claim-paused = Yrityksiä on ollut liian monta. Yritä uudelleen aikaisintaan { $until }.
claim-more = Vanhemmat kysymykset eivät mahdu tähän korttiin.
claim-answer-text = Voit vastata sihteerin kysymykseen tässä. Kirjoita vastauksen alle koodi uudelleen.
claim-privacy = Lomakkeen vastauksia ei näytetä koodilla.

## Ilmoitukset
arrived-title = Uusi konsultaatiopyyntö { $reference }
summary-arrived = Konsultaatiopyyntö on saapunut: { $reference }
news-question = Sihteeri pyytää lisätietoa pyynnöstä { $reference }
news-answer = Sihteerin kysymykseen on vastattu: { $reference }
news-changed = Pyyntöä { $reference } on muutettu
news-moved = Pyyntö { $reference } on siirretty toiseen kokoukseen
news-withdrawn = Pyyntö { $reference } on peruttu

## Omat ja jono
own-title = Omat pyynnöt
own-drafts = Keskeneräiset
own-requests = Lähetetyt
own-nothing = Sinulla ei ole vielä keskeneräisiä lomakkeita eikä lähetettyjä pyyntöjä.
draft-new = Keskeneräinen lomake: { $group }
draft-change = Muutos lähetettyyn pyyntöön: { $group }
draft-at = Viimeksi: { $step }, tallennettu { $at }
draft-until = Viimeinen säilytyspäivä: { $day }
delete-draft-title = Poistetaanko keskeneräinen lomake?
delete-draft-text = { $group }: kaikki tähän lomakkeeseen kirjoitettu poistetaan pysyvästi.
queue-title = Ryhmän jono
queue-count = { $count ->
    [0] Ei pyyntöjä tällä rajauksella.
    [one] Yksi pyyntö.
   *[other] { $count } pyyntöä.
}
queue-status = Tilanne
queue-meeting = Kokous
filter-all = Kaikki
filter-new = Saapuneet
filter-taken = Käsittelyssä
filter-withdrawn = Perutut

## Tilaisuudet ja tiedotteet
announcement-kind-session = Info-tilaisuus
announcement-kind-news = Tiedote
announcement-kind-newsletter = Uutiskirje
announcement-recalled = Tämä tiedote on vedetty takaisin.
announcement-changed = Tiedotetta on muutettu
announcement-topics = Aihe
announcement-in-channel = Tämä on lähetetty koko kanavalle. Ilmoittautumisesi ei näy kanavalla.
session-off = Tilaisuus on peruttu
session-off-was = Tilaisuus oli tarkoitus pitää { $when }.
session-off-why = Syy
session-over = Tilaisuus on päättynyt.
session-moved = Tilaisuuden aika on muuttunut
session-moved-from = Siirretty. Aiempi aika oli { $before }.
session-changed = Tilaisuuden tiedot ovat muuttuneet
session-days = { $start } – { $end }
session-organiser = Järjestäjä
session-no-organiser = Ei ilmoitettu
session-language = Kieli
session-no-link = Liittymislinkki lisätään tähän myöhemmin.
differs = Muuttunut
differs-title-before = Nimi ennen
differs-title-now = Nimi nyt
differs-time-before = Aika ennen
differs-time-now = Aika nyt
differs-organiser-before = Järjestäjä ennen
differs-organiser-now = Järjestäjä nyt
differs-opens-before = Ilmoittautumisen alku ennen
differs-opens-now = Ilmoittautumisen alku nyt
differs-language-before = Kieli ennen
differs-language-now = Kieli nyt
differs-link = Liittymislinkki on vaihtunut. Vanha linkki ei välttämättä toimi.
differs-text = Kuvausta on muutettu.
registered-coming = Olet ilmoittautunut.
registered-waiting = Olet jonossa sijalla { $place }.
registered-waiting-text = Jos joku peruu, paikka tulee sinulle itsestään, ja saat siitä viestin tähän keskusteluun.
registered-declined = Olet kertonut, ettet pääse.
registered-no-more = Olit ilmoittautunut tilaisuuteen, jonka aika oli { $when }. Ilmoittautumisesi ei ole enää voimassa.
registered-stays = Ilmoittautumisesi on yhä voimassa. Jos et pääse, kerro siitä painikkeella.
seats-unlimited = Voit tulla myös ilmoittautumatta.
session-opens = Ilmoittautua voi { $day } alkaen.
session-opens-at-once = heti
seats-left = Paikkoja vapaana { $left }/{ $seats }.
seats-some = Paikkoja on { $seats }, ja niitä on vielä vapaana.
seats-full = Tilaisuus on täynnä. Jos ilmoittaudut jonoon, saat paikan, kun joku peruu.
seats-full-short = Täynnä, voit ilmoittautua jonoon.
seat-title = Sait paikan
seat-text = Jonosta vapautui paikka, ja se on nyt sinun. Jos et pääsekään, kerro siitä, niin paikka siirtyy seuraavalle.
why-topic = Saat tiedotteet aiheesta: { $topics }.
why-everyone = Tämä lähetettiin kaikille, joilla on OT-botti.
why-team = Tämä lähetettiin Teams-tiimille, johon kuulut.
why-list = Koordinaattori lähetti tämän nimetyille henkilöille, ja olet yksi heistä.
why-found = Tätä ei ole lähetetty juuri sinulle. Tulevat tilaisuudet löytää kuka tahansa kirjoittamalla ”infot”.
why-end = Voit valita asetuksista, mistä aiheista haluat tietoa, tai lopettaa tiedotteet kokonaan.
why-off = Jos olet ilmoittautunut tilaisuuteen, sen muutokset kerrotaan sinulle silti.
sessions-title = Tilaisuudet ja uutiskirje
sessions-mine = Omat ilmoittautumiset
sessions-ahead = Tulevat tilaisuudet
sessions-ended = Äskettäin pidetyt
sessions-letter = Uusin uutiskirje
sessions-none = Juuri nyt ei ole tiedossa tulevia tilaisuuksia.
summary-session = { $title }: { $when }
summary-session-changed = Muutos: { $title }, { $when }
summary-session-off = Peruttu: { $title }, { $when }
summary-seat = Sait paikan: { $title }, { $when }

## Asetukset
settings-title = Asetukset
settings-language = Millä kielellä haluat käyttää palvelua?
settings-announcements = Tiedotteet
settings-heard = Saat tiedotteet
settings-all-topics = kaikista aiheista
settings-no-topic = et mistään aiheesta
settings-none = et lainkaan
settings-quiet = Hiljainen aika
settings-no-hours = Ei hiljaista aikaa
settings-no-hour = Ei ole
settings-hours-between = klo { $start }–{ $end }
settings-topics = Mistä aiheista haluat tiedotteita?
settings-topics-text = Koordinaattori voi lähettää tiedotteen myös tiimillesi tai nimetyille henkilöille, jolloin saat sen aiheesta riippumatta.
settings-off-now = Et saa tiedotteita. Valinta on voimassa, vaikka poistaisit botin ja asentaisit sen uudelleen. Saat silti tiedon, jos tilaisuus, johon olet ilmoittautunut, muuttuu tai perutaan tai jos saat siihen paikan jonosta.
settings-off-text = Voit lopettaa kaikki tiedotteet. Valinta on voimassa, vaikka poistaisit botin ja asentaisit sen uudelleen. Saat silti tiedon, jos tilaisuus, johon olet ilmoittautunut, muuttuu tai perutaan tai jos saat siihen paikan jonosta.
settings-hours-text = Hiljaisena aikana sinulle ei lähetetä tiedotteita eikä muistutuksia. Tiedotteet tulevat heti, kun hiljainen aika päättyy, ja muistutukset sen jälkeen työaikana.
settings-hours-from = Alkaa klo
settings-hours-until = Päättyy klo
settings-hours-urgent = Kaksi poikkeusta: jos tilaisuus, johon olet ilmoittautunut, alkaa vuorokauden sisällä ja muuttuu tai perutaan, saat siitä viestin heti. Myös puoli tuntia ennen tilaisuutta tuleva muistutus tulee aina.
settings-saved = Valinta on tallennettu.
language-as-teams = Sama kuin Teamsissa

## Omat tiedot
own-data-title = Omat tietoni
own-data-text = Tässä on, mitä palvelu säilyttää sinusta. Lomakkeidesi ja pyyntöjesi sisällön näet kohdassa Omat pyynnöt.
own-data-name = Nimi, kuten se näkyy Teamsissa
own-data-language = Kieli
own-data-since = Ensimmäinen käynti
own-data-drafts = Keskeneräisiä lomakkeita
own-data-requests = Lähetetyt pyynnöt
own-data-announcements = Tiedotteet
own-data-quiet = Hiljainen aika
own-data-sessions = Ilmoittautumiset
own-data-reminded = Muistutuksia tallessa
own-data-reminders-ended = Asioita, joista ei enää muistuteta
own-data-digests = Jos koordinaattori lähettää tiedotteen tiimille tai osoitelistalle, sinut tunnistetaan tiivisteistä. Sähköpostiosoitettasi tai tiimiesi jäsenluetteloa niistä ei voi lukea.
own-data-none = Ei ole
own-data-known = Seuraavalle lomakkeelle ehdotettavat tiedot
own-data-nothing-known = Ei tallennettuja tietoja.
own-data-log = Palvelu merkitsee lokiin, kuka on lukenut tai muuttanut pyyntöjä ja milloin. Otteen itseäsi koskevista merkinnöistä saat palvelun ylläpitäjältä.
own-data-platform = Microsoft 365:een jää lisäksi tieto siitä, kuka bottia on käyttänyt ja milloin. Siihen tämä palvelu ei voi vaikuttaa.
own-data-forgotten = Ehdotettavat tiedot on poistettu.
own-data-erase-title = Poistetaanko kaikki tietosi?
own-data-erase-not-yet = Tietojasi ei voi vielä poistaa
own-data-erase-open = Sinulla on pyyntöjä, joiden käsittely on kesken: { $references }. Jos tietosi poistettaisiin nyt, ryhmä ei voisi enää vastata sinulle. Peru pyynnöt ensin kohdassa Omat pyynnöt tai odota, että kokous on pidetty. Jos kokousta ei ole sovittu, odota, kunnes pyynnössä ei ole tapahtunut mitään kuukauteen.
own-data-erase-text = Nimesi, tunnisteesi, keskeneräiset lomakkeesi ja seuraavalle lomakkeelle ehdotettavat tiedot poistetaan pysyvästi. Lähetetyistä pyynnöistäsi poistetaan yhteystietosi ja tieto siitä, kuka pyysi, etkä voi enää avata pyyntöjä. Anonyymin pyynnön tilanteen näet sen jälkeen vain pyynnön koodilla.
own-data-erase-stays = Ryhmälle lähettämäsi asia säilyy määräajan ilman sinun tietojasi. Lokiin jää merkintä siitä, mitä on tehty, ilman nimeäsi.
own-data-erased-title = Tietosi on poistettu
own-data-erased-text = Palvelussa ei ole enää nimeäsi, lomakkeitasi eikä yhteystietojasi. Tämän keskustelun aiemmat viestit jäävät Teamsiin, mutta niiden painikkeet eivät enää avaa pyyntöjäsi. Jos kirjoitat botille uudelleen, aloitat alusta.

## Kieltäytymiset
refused-not-found = Pyyntöä ei löytynyt, tai sinulla ei ole oikeutta avata sitä.
refused-withdrawn = Pyyntö { $reference } on peruttu, joten sitä ei voi enää muuttaa.
refused-already-taken = Pyynnön on jo ottanut käsittelyyn { $name }.
refused-question-open = Edellinen kysymys odottaa vielä pyytäjän vastausta.
refused-no-question = Kysymykseen on jo vastattu.
refused-requester-gone = Tämä ei ole enää mahdollista, koska pyytäjän tiedot on poistettu.
refused-deadline-passed = Kokouksen määräaika on mennyt, joten pyyntöä ei voi enää muuttaa. Voit ottaa yhteyttä ryhmän sihteeriin tai perua pyynnön.
refused-queue = Jono on ryhmän sihteeriä varten. Omat pyyntösi löydät kirjoittamalla ”omat”.
refused-draft = Lomaketta ei löytynyt. Se on lähetetty, poistettu tai vanhentunut, tai se kuuluu toiselle henkilölle.
refused-group = Ryhmää ei löytynyt. Valitse ryhmä uudelleen.
refused-verb = Tämä painike ei ole enää käytössä. Tässä on nykyinen näkymä.
refused-no-meetings = Ryhmällä ei ole tulevia kokouksia, joihin pyynnön voisi siirtää.
refused-session-gone = Tilaisuutta ei löytynyt. Tulevat tilaisuudet löydät kirjoittamalla ”infot”.
refused-session-off = Tilaisuus on peruttu, joten siihen ei voi enää ilmoittautua.
refused-session-not-open = Ilmoittautuminen ei ole vielä alkanut. Kortissa lukee, mistä päivästä alkaen voit ilmoittautua.
refused-session-over = Tilaisuus on jo päättynyt, joten siihen ei voi enää ilmoittautua.
refused-announcement-gone = Tiedotetta ei löytynyt, tai se on vedetty takaisin. Tulevat tilaisuudet löydät kirjoittamalla ”infot”.
refused-session-changed = Tilaisuuden tiedot ovat muuttuneet sen jälkeen, kun tämä kortti piirrettiin. Tarkista aika ja vastaa sitten uudelleen.
failed = Valitettavasti jokin meni vikaan. Syy ei ole sinun. Tallennetut vastaukset ovat tallessa. Yritä hetken kuluttua uudelleen. Jos vika toistuu, ilmoita tukeen tunnus { $reference }.

## Kalenteri
calendar-called-off = PERUTTU: { $title }
calendar-called-off-text = Tilaisuus on peruttu.
calendar-organiser = Järjestäjä: { $organiser }
calendar-moved = Tilaisuuden aika on muuttunut. Aiempi aika oli { $before }.
calendar-join = Liity Teamsissa: { $link }
calendar-spoken = { $language ->
    [fi] Tilaisuuden kieli on suomi.
    [sv] Tilaisuuden kieli on ruotsi.
    [en] Tilaisuuden kieli on englanti.
   *[other] Tilaisuuden kieli: { $language }.
}
calendar-location = Microsoft Teams
calendar-expired-title = Osoite on vanhentunut
calendar-expired = Tämän kalenteritiedoston osoite ei ole enää voimassa. Avaa tilaisuus uudelleen OT-botissa kirjoittamalla ”infot”, niin saat uuden osoitteen.

## Julkinen sivu
page-title = { $heading } – OT-keskus
page-skip = Siirry sisältöön
page-languages = Kieli
page-front = Etusivu
page-heading = Tilaisuudet ja konsultaatio
page-intro = OT-keskus tukee sosiaalihuollon, terveydenhuollon ja kasvatuksen ammattilaisia lasten, nuorten ja perheiden vaativimmissa tilanteissa. Tilaisuudet ovat avoimia kaikille kiinnostuneille, myös ilman Teamsia.
page-contents = Tällä sivulla
page-emergency-title = Jos joku on vaarassa, soita heti
page-emergency = Tämä sivu ei ole päivystys, eikä tätä kautta voi ilmoittaa hätätilanteesta.
page-sessions-title = Tulevat tilaisuudet
page-sessions-none = Juuri nyt ei ole tiedossa uusia tilaisuuksia. Kun niistä päätetään, ne näkyvät tällä sivulla.
page-called-off = Peruttu
page-called-off-text = Tämä tilaisuus on peruttu. Siihen ei voi enää osallistua.
page-changed = Aika on muuttunut
page-changed-from = Aiempi aika:
page-changed-to = Uusi aika:
page-organiser = Järjestäjä
page-opens = Ilmoittautuminen alkaa
page-topics = Aihe
page-language = Kieli
page-spoken = { $language ->
    [fi] suomi
    [sv] ruotsi
    [en] englanti
   *[other] { $language }
}
page-seats = Paikat
page-seats-left = { $left ->
    [0] Tilaisuus on täynnä. Uudet ilmoittautujat pääsevät jonoon.
    [one] Yksi paikka on vapaana.
   *[other] Vapaana { $left } paikkaa, yhteensä { $seats }.
}
page-join = Liity Teamsissa
page-join-elsewhere = Liittymislinkin saat OT-botilta Teamsissa tai yhteyshenkilöltä.
page-calendar-file = Lisää kalenteriin
page-calendar-off = Päivitä kalenteriini, että tilaisuus on peruttu
page-feeds-title = Tilaa tilaisuudet kalenteriisi
page-feeds-text = Tilattu kalenteri pysyy ajan tasalla, vaikka tilaisuus siirtyisi tai peruttaisiin. Kopioi osoite ja liitä se kalenteriohjelmasi kohtaan, jossa lisätään kalenteri verkosta.
page-ask-title = Näin pyydät konsultaatiota
page-ask-bot = Jos organisaatiollasi on OT-botti Teamsissa, kirjoita sille ”konsultaatio”. Muuten toimi näin:
page-ask-warning = Älä lähetä asiakasta koskevia tietoja tavallisella sähköpostilla. Tällä sivulla ei tarkoituksella ole lomaketta, johon niitä voisi kirjoittaa.
page-ask-secure = Lähetä salattu sähköposti
page-groups-title = Konsultaatioryhmät
page-meetings = Seuraavat kokoukset: { $group }
page-meeting = Kokous
page-deadline = Pyyntö viimeistään
page-group-more = Lue lisää ryhmästä
page-links-title = Uutiskirje ja lisätietoa
page-contacts-title = Yhteyshenkilöt
page-contacts-text = Yhteyshenkilö auttaa, jos et ole varma, mistä ryhmästä tai miten konsultaatiota kannattaa pyytää. Älä kerro asiakkaan tietoja viestissä.
page-phone = Puhelin
page-email = Sähköposti
page-privacy-title = Tietosuoja
page-privacy = Tämä sivu ei käytä evästeitä, ei seuraa kävijöitä eikä lataa mitään muualta. Sivulla ei näytetä mitään konsultaatioista.
page-accessibility-title = Saavutettavuusseloste
page-accessibility-status = Seloste koskee tätä sivustoa. Tavoitteena on, että sivusto täyttää digipalvelulain vaatimukset (WCAG 2.1, tasot A ja AA). Sivuston kehittäjä on arvioinut sen itse. Tiedossa ei ole puutteita.
page-accessibility-how-title = Näin sivusto on tehty
page-accessibility-how = Sivustoa voi käyttää pelkällä näppäimistöllä ja ruudunlukijalla, suurennettuna, kapealla näytöllä ja paperille tulostettuna. Se toimii ilman skriptejä. Kalenteritiedostot avautuvat omassa kalenteriohjelmassasi, ja linkit muille sivustoille sekä Teams eivät kuulu tämän selosteen piiriin.
page-accessibility-feedback-title = Huomasitko puutteen?
page-accessibility-feedback = Kerro siitä yhteyshenkilölle. Vastaamme kahden viikon kuluessa ja annamme tiedot tarvittaessa muulla tavalla.
page-accessibility-authority-title = Valvontaviranomainen
page-accessibility-authority = Jos et saa vastausta tai et ole siihen tyytyväinen, voit tehdä ilmoituksen Liikenne- ja viestintävirasto Traficomille.
page-accessibility-authority-site = www.saavutettavuusvaatimukset.fi
page-register = Ilmoittaudu sähköpostilla
page-register-title = Ilmoittaudu tilaisuuteen
page-register-text = Anna sähköpostiosoitteesi. Saat viestin, jossa olevalla linkillä vahvistat ilmoittautumisen. Sen jälkeen saat liittymislinkin ja kalenteritiedoston, ja sinulle kerrotaan, jos tilaisuus muuttuu.
page-register-address = Sähköpostiosoite
page-register-language = Viestien kieli
page-register-trap = Jätä tämä kohta tyhjäksi
page-register-send = Lähetä
page-register-wrong = Tarkista sähköpostiosoite. Se on muotoa etunimi.sukunimi@organisaatio.fi.
page-register-code = Osoitteessa oli henkilötunnus. Se poistettiin, ja sen paikalla on merkki […]. Mitään ei tallennettu. Kirjoita sähköpostiosoite ilman henkilötunnusta.
page-register-privacy = Osoitetta käytetään vain tästä tilaisuudesta kertomiseen. Se säilytetään salattuna ja poistetaan pian tilaisuuden jälkeen, tai heti kun perut. Vahvistamaton osoite poistetaan kahden vuorokauden kuluttua.
page-register-asked-title = Katso sähköpostiasi
page-register-asked = Jos osoite on oikein, saat pian viestin. Ilmoittautuminen on voimassa vasta, kun vahvistat sen viestin linkistä. Jos viestiä ei näy, katso myös roskapostikansio.
page-register-own-title = Ilmoittautumisesi
page-register-confirm-text = Ilmoittautuminen ei ole vielä voimassa. Vahvista se painikkeella.
page-register-confirm = Vahvista ilmoittautuminen
page-register-cancel = Peru ilmoittautuminen
page-register-forget = Poista sähköpostiosoitteeni
page-register-coming-title = Olet ilmoittautunut
page-register-coming = Liittymislinkki ja kalenteritiedosto tulevat sähköpostiisi. Jos tilaisuus muuttuu, siitä kerrotaan sinulle.
page-register-waiting-title = Olet jonossa
page-register-waiting = Tilaisuus on täynnä. Saat viestin, jos paikka vapautuu.
page-register-cancelled-title = Ilmoittautuminen on peruttu
page-register-cancelled = Osoitteesi on poistettu. Jos tilaisuus on jo kalenterissasi, poista se sieltä.
page-register-gone-title = Linkki ei ole enää voimassa
page-register-gone = Ilmoittautuminen on peruttu, sitä ei vahvistettu kahden vuorokauden kuluessa, tai osoitteesta on jäänyt jotain pois. Voit ilmoittautua uudelleen etusivulta.
page-register-late-title = Tilaisuuteen ei voi enää ilmoittautua
page-register-late = Tilaisuus on päättynyt tai peruttu.
page-privacy-mail = Ilmoittautumiseen annettu sähköpostiosoite säilytetään salattuna ja poistetaan pian tilaisuuden jälkeen.
page-refused-title = Tämä ei onnistunut
page-refused = Selain lähetti jotain, mitä tämä sivu ei ymmärrä. Palaa etusivulle ja yritä sieltä uudelleen.
page-missing-title = Sivua ei löytynyt
page-missing = Osoite on väärä, tai sivu on poistettu. Tulevat tilaisuudet löydät etusivulta.

## Sähköpostit niille, joilla ei ole Teamsia
mail-session = { $title }, { $when }
mail-moved = Aiempi aika oli { $before }.
mail-file = Liitteenä on kalenteritiedosto. Jos tilaisuus on jo kalenterissasi, tiedosto päivittää sen.
mail-confirm-subject = Vahvista ilmoittautumisesi: { $title }
mail-confirm-text = Joku, toivottavasti sinä, on ilmoittanut tämän osoitteen tilaisuuteen. Ilmoittautuminen on voimassa vasta, kun vahvistat sen.
mail-confirm-link = Vahvista 48 tunnin kuluessa: { $link }
mail-coming-subject = Olet ilmoittautunut: { $title }
mail-coming-text = Tervetuloa. Ilmoittautumisesi on vahvistettu.
mail-waiting-subject = Olet jonossa: { $title }
mail-waiting-text = Tilaisuus on täynnä, ja olet jonossa. Saat viestin, jos paikka vapautuu.
mail-seat-subject = Sait paikan: { $title }
mail-seat-text = Paikka vapautui, ja se on nyt sinun. Tervetuloa.
mail-changed-subject = Muutos: { $title }
mail-changed-text = Tilaisuus, johon olet ilmoittautunut, on muuttunut.
mail-off-subject = Peruttu: { $title }
mail-off-text = Tilaisuus, johon olit ilmoittautunut, on peruttu. Liitteenä oleva tiedosto poistaa sen kalenteristasi.
mail-reminder-subject = Muistutus: { $title }
mail-reminder-text = Muistutamme tilaisuudesta, johon olet ilmoittautunut.
mail-cancel-link = Jos et pääse tulemaan, peru ilmoittautumisesi: { $link }
mail-end = Tämä viesti lähetettiin automaattisesti. Älä kirjoita vastaukseen asiakkaan tietoja.
## Tiedotteet ja tilaisuudet, koordinaattorin puoli
problem-time = Kirjoita kellonaika muodossa 08:15.
problem-link = Linkin pitää alkaa https:// ja viedä johonkin näistä: { $hosts }. Kopioi se kokonaan.
problem-addresses = Luettelossa on jotakin muuta kuin sähköpostiosoitteita. Kirjoita yksi osoite riville.
problem-time-order = Päättymisajan pitää olla alkamisajan jälkeen.
problem-day-by = Päivän pitää olla viimeistään { $day }.
problem-time-past = Tämä aika on jo mennyt. Valitse myöhempi aika.
problem-time-gap = Tätä kellonaikaa ei ole sinä päivänä, koska kelloja siirretään kesäaikaan. Valitse toinen aika.
problem-any = Valitse tai täytä ainakin yksi näistä.
problem-plan-missing = Valitse sekä päivä että kellonaika, niin lähetys ajastetaan.
link-leads-to = Linkki vie osoitteeseen { $host }.
tell-whom = Kenelle muutoksesta kerrotaan erikseen?
tell-registered = Ilmoittautuneille ja jonossa oleville
tell-all = Kaikille, jotka ovat saaneet kutsun
tell-nobody = Ei kenellekään, kortti vain päivittyy
kept-announcement = Voit jatkaa kirjoittamista milloin vain, myös toisella laitteella. Luonnos löytyy, kun kirjoitat ”tiedote”. Viimeinen säilytyspäivä on { $until }.
button-announcements = Tiedotteet
review-announcement-title = Tarkista ja tallenna
review-announcement = Kun tallennat, kenellekään ei lähetetä vielä mitään. Näet seuraavaksi, miltä viesti näyttää ja kuinka monelle se menee.
review-announced = Tämä on jo lähetetty. Kun tallennat, kortti päivittyy heti kaikilla, jotka ovat saaneet sen.
review-listed = Tilaisuus näkyy jo tulevissa tilaisuuksissa. Kun tallennat, tiedot muuttuvat siellä heti.
general-channel = Yleinen
general-channel-of = { $team }: { $channel }
change-goes-now = Erillinen viesti muutoksesta lähtee heti.
change-waits = Toimisto on nyt kiinni. Erillinen viesti muutoksesta lähtee, kun se aukeaa: { $at }.
draft-announcement = Keskeneräinen: { $group }
announcement-state-written = Tallennettu, ei lähetetty
announcement-state-listed = Näkyy tulevissa tilaisuuksissa, ei lähetetty
announcement-state-waiting = Odottaa toisen henkilön hyväksyntää
announcement-state-planned = Lähtee { $at }
announcement-state-out = Lähetetty { $at }
announcement-state-stopped = Lähetys keskeytetty
announcement-state-held = Osa on lähetetty, loput odottavat toisen henkilön hyväksyntää
announcement-state-recalled = Vedetty takaisin
announcement-state-called-off = Tilaisuus peruttu
button-new-session = Uusi info-tilaisuus
button-new-news = Uusi tiedote
button-new-newsletter = Uutiskirje
announcements-title = Tiedotteet ja tilaisuudet
announcements-there = Tallennetut
announcements-none = Tiedotteita ei ole vielä.
addresses-title = Osoiteluettelo
addresses-count = { $count ->
    [one] Tiedostossa oli yksi sähköpostiosoite.
   *[other] Tiedostossa oli { $count } sähköpostiosoitetta.
}
addresses-matched = { $count ->
    [0] Yhdenkään osoitteen haltijaa ei löytynyt OT-botin käyttäjistä.
    [one] Yhden osoitteen haltija löytyi OT-botin käyttäjistä.
   *[other] { $count } osoitteen haltija löytyi OT-botin käyttäjistä.
}
addresses-doubles = { $count ->
    [one] Yksi osoite oli tiedostossa useammin kuin kerran. Se otettiin kerran.
   *[other] Samoja osoitteita oli tiedostossa useammin kuin kerran, yhteensä { $count }. Kukin otettiin kerran.
}
addresses-bad = { $count ->
    [one] Yksi kohta ei ole osoite. Se jätettiin pois:
   *[other] { $count } kohtaa ei ole osoitteita. Ne jätettiin pois:
}
addresses-kept = OT-botti ei ole vielä tallentanut luetteloa. Se siirtyy lomakkeelle, jonka avaat tästä. Jos lomakkeella on jo osoitteita, ne korvataan.
addresses-where = Mihin luettelo tulee?
addresses-draft = Keskeneräinen: { $form } ({ $at })
button-addresses = Avaa lomake
announcement-title = Tiedotteen tilanne
announcement-remark = Viesti
announcement-changed-meanwhile = Joku on muuttanut tätä sillä välin. Tässä on nykyinen tilanne.
progress-title = Lähetys on käynnissä
progress-title-done = Lähetys on valmis
progress-by-itself = Tämä kortti päivittyy itsestään.
button-to-send = Lähetä
button-edit = Muokkaa
button-unplan = Peru ajastus
button-stop = Keskeytä
button-go-on = Jatka
button-again = Yritä uudelleen
button-copy = Kopioi
button-call-off = Peru tilaisuus
button-recall = Vedä takaisin
button-drop = Poista
preview-title = Näin viesti näkyy
preview-text = Jokainen saa viestin omalla kielellään, jos se on kirjoitettu sillä.
preview-approval = Toisen henkilön pitää hyväksyä viesti ennen kuin se lähtee.
preview-closed = Toimisto on nyt kiinni. Viestin voi lähettää heti tai vasta, kun se aukeaa: { $at }.
preview-day = Lähetyspäivä, jos haluat ajastaa
preview-time = Kellonaika
button-send-now = Lähetä nyt
button-send-now-ask = Pyydä hyväksyntä
button-send-opening = Lähetä, kun toimisto aukeaa
button-send-later = Ajasta
button-try = Lähetä ensin itselleni
approval-title = Hyväksyttävä tiedote
approval-text = { $name } pyytää, että luet tämän ennen lähettämistä.
approval-held = { $name } muutti tiedotetta, kun sitä oli jo lähetetty. Ne, joilla se on, näkevät muutoksen heti. Muut saavat sen vasta, kun olet lukenut ja hyväksynyt sen.
approval-planned = Viesti on ajastettu: { $at }.
approval-words = Jos palautat: mitä pitää korjata?
afterwards-title = Julkaistua tiedotetta on muutettu
afterwards-text = { $name } muutti tiedotetta, joka on jo luettavissa, perui sen tai veti sen takaisin.
afterwards-why = Jo luettu tieto korjataan heti, jottei kukaan toimi väärän tiedon varassa. Siksi muutos on jo lähtenyt. Jos jokin on pielessä, korjaa tiedote tai ota yhteyttä muuttajaan.
button-approve = Hyväksy
button-give-back = Palauta
returned-title = Tiedote palautettiin korjattavaksi
recall-title = Vedetäänkö tiedote takaisin?
recall-text = Sitä ei lähetetä enää kenellekään. Niillä, jotka ovat jo saaneet sen, sen tilalle tulee lause, joka kertoo, että viesti on vedetty takaisin. Tätä ei voi perua.
recall-registered = Tilaisuuteen ilmoittautuneille kerrotaan, ettei ilmoittautuminen ole enää voimassa. Jos tilaisuus vain jää pitämättä, valitse mieluummin ”Peru tilaisuus”: silloin kaikki näkevät, mikä tilaisuus se oli ja miksi se peruttiin.
drop-title = Poistetaanko tiedote?
drop-text = Sitä ei ole lähetetty kenellekään, eikä sitä enää lähetetä. Tätä ei voi perua.
button-recall-sure = Vedä takaisin
call-off-title = Perutaanko tilaisuus?
call-off-words = Miksi tilaisuus perutaan? Syy näkyy kaikille, jotka ovat saaneet kutsun.
button-call-off-sure = Peru tilaisuus
said-announcement-saved = Muutokset on tallennettu.
said-asked-approval = Hyväksyntää on pyydetty. Saat tiedon, kun viesti lähtee tai palautetaan.
said-held = Tallennettu. Ne, joilla tiedote jo on, näkevät muutoksen heti. Uudet vastaanottajat saavat sen, kun toinen henkilö on hyväksynyt muutoksen.
said-planned = Lähetys on ajastettu.
said-sending = Lähetys alkoi. Saat kortin, josta näet, miten se etenee.
said-tried = Viesti lähetettiin vain sinulle.
said-unplanned = Ajastus on peruttu. Viestiä ei lähetetä, ennen kuin lähetät tai ajastat sen uudelleen.
said-stopped = Lähetys on keskeytetty. Kukaan muu ei saa viestiä, ennen kuin jatkat.
said-recalled = Viesti on vedetty takaisin.
said-called-off = Tilaisuus on peruttu, ja kortti päivittyy kaikilla.
said-again = Yritetään uudelleen niille, joita ei tavoitettu.
refused-announcements = Tiedotteita tekevät koordinaattorit. Tulevat tilaisuudet löydät kirjoittamalla ”infot”.
file-workbook = Tämä on Excel-työkirja, ja OT-botti lukee vain tekstiä. Tallenna luettelo Excelissä muotoon CSV (Tallenna nimellä, CSV UTF-8) ja lähetä se uudelleen. Tiedostosta ei tallennettu mitään.
file-not-text = Tiedosto ei ole tekstiä, joten sitä ei voi lukea osoiteluettelona. Tallenna luettelo muotoon CSV UTF-8 ja lähetä se uudelleen. Tiedostosta ei tallennettu mitään.
file-no-addresses = Tiedostosta ei löytynyt sähköpostiosoitteita. Siitä ei tallennettu mitään.
file-not-a-list = Tiedosto ei näytä osoiteluettelolta: siinä on enemmän muuta kuin sähköpostiosoitteita. Siitä ei tallennettu mitään, mutta se jäi Teamsiin: poista se keskustelusta, jos siinä on asiakkaan tietoja.
file-identity-code = Tiedostossa on henkilötunnus, joten siitä ei otettu mitään. OT-bottiin ei tallentunut mitään, mutta tiedosto jäi Teamsiin: poista se keskustelusta. Lähetä sitten luettelo, jossa on vain osoitteet.
file-too-long = Luettelossa on { $count } osoitetta, eivätkä ne mahdu lomakkeelle: osoitteille on tilaa { $most } merkkiä. Lyhennä luetteloa tai valitse lomakkeella vastaanottajiksi kokonaisia tiimejä. Tiedostosta ei tallennettu mitään.
file-too-large = Tiedosto on liian suuri osoiteluetteloksi. Sitä ei luettu loppuun eikä siitä tallennettu mitään.
file-several = Lähetä yksi tiedosto kerrallaan. Lähettämiäsi tiedostoja ei avattu.
file-not-fetched = Tiedostoa ei saatu Teamsista. Lähetä se uudelleen, mieluiten tietokoneelta. Voit myös liittää osoitteet tekstinä tiedotteen lomakkeeseen.
refused-announcement = Tiedotetta ei löytynyt, tai sinulla ei ole oikeutta siihen.
refused-approval = Tiedotetta ei löytynyt, tai sen hyväksyy joku muu kuin sen tekijä.
refused-announcement-state = Tätä ei voi tehdä tiedotteen nykyisessä tilanteessa.
refused-announcement-changed = Joku toinen on muuttanut tiedotetta sillä välin, kun kirjoitit. Avaa se uudelleen kirjoittamalla ”tiedote” ja tee muutokset siihen.
refused-session-past = Tilaisuus olisi lähetyshetkellä jo ohi. Valitse aikaisempi aika tai muuta tilaisuuden päivää.
summary-progress = Tiedotteen lähetys
summary-approval = Tiedote odottaa hyväksyntääsi
summary-afterwards = Julkaistua tiedotetta on muutettu
summary-returned = Tiedote palautettiin sinulle
summary-trial = Tiedotteen esikatselu
progress-sent = { $count ->
    [one] Perillä yhdellä.
   *[other] Perillä { $count } vastaanottajalla.
}
progress-missed = { $count ->
    [one] Yhtä ei tavoitettu:
   *[other] { $count } ei tavoitettu:
}
missed-not-installed = { $count ->
    [one] yhdellä ei ole OT-bottia Teamsissa
   *[other] { $count } henkilöllä ei ole OT-bottia Teamsissa
}
missed-blocked = { $count ->
    [one] yksi on estänyt botin
   *[other] { $count } on estänyt botin
}
missed-left = { $count ->
    [one] yksi on lähtenyt organisaatiosta tai kanava on poistettu
   *[other] { $count } on lähtenyt organisaatiosta tai kanava on poistettu
}
missed-refused = { $count ->
    [one] yhdelle Teams ei ottanut viestiä vastaan
   *[other] { $count } henkilölle Teams ei ottanut viestiä vastaan
}
missed-too-large = { $count ->
    [one] yhdelle viesti oli liian pitkä
   *[other] { $count } henkilölle viesti oli liian pitkä
}
missed-nothing = { $count ->
    [one] yhdelle ei ollut enää mitään lähetettävää
   *[other] { $count } henkilölle ei ollut enää mitään lähetettävää
}
missed-attempts = { $count ->
    [one] yhdelle lähetys ei onnistunut monesta yrityksestä huolimatta
   *[other] { $count } henkilölle lähetys ei onnistunut monesta yrityksestä huolimatta
}
missed-off = { $count ->
    [one] yksi ei halua tiedotteita
   *[other] { $count } ei halua tiedotteita
}
progress-unknown = { $count ->
    [one] Yhdestä ei tiedetä, menikö viesti perille.
   *[other] { $count } viestistä ei tiedetä, menivätkö ne perille.
}
progress-doubles = { $count ->
    [one] Yksi on voinut saada viestin kahdesti.
   *[other] { $count } on voinut saada viestin kahdesti.
}
progress-cancelled = { $count ->
    [one] Yhdelle ei lähetetty, koska lähetys keskeytettiin, rajattiin pienemmälle joukolle tai vedettiin takaisin.
   *[other] { $count } vastaanottajalle ei lähetetty, koska lähetys keskeytettiin, rajattiin pienemmälle joukolle tai vedettiin takaisin.
}
reach-unread = Kaikkia tiimin { $team } jäseniä ei vielä tunneta, joten viesti ei tavoita heistä jokaista. Jäsenet haetaan Teamsista uudelleen pian. Avaa esikatselu silloin uudelleen.
reach-people = { $count ->
    [one] Viesti menee yhdelle henkilölle.
   *[other] Viesti menee { $count } henkilölle.
}
reach-channels = { $count ->
    [one] Lisäksi yhdelle kanavalle.
   *[other] Lisäksi { $count } kanavalle.
}
reach-without-app = { $count ->
    [one] Yhdellä valituista ei ole OT-bottia. Hän saa viestin, kun hän ottaa sen käyttöön.
   *[other] { $count } valitulla ei ole OT-bottia. He saavat viestin, kun ottavat sen käyttöön.
}
reach-off = { $count ->
    [one] Yksi on kieltänyt tiedotteet.
   *[other] { $count } on kieltänyt tiedotteet.
}
reach-unmatched = { $count ->
    [one] Yhdelle osoitteelle ei löytynyt ketään:
   *[other] { $count } osoitteelle ei löytynyt ketään:
}
progress-waiting = { $minutes ->
    [0] Odottaa vielä: { $count }.
    [one] Odottaa vielä: { $count }. Aikaa jäljellä noin minuutti.
   *[other] Odottaa vielä: { $count }. Aikaa jäljellä noin { $minutes } minuuttia.
}
progress-coming = Ilmoittautuneita { $coming }, jonossa { $waiting }.
button-feedback = Anna palautetta
button-feedback-summary = Palautteet
button-feedback-text = Näytä tekstinä
feedback-anonymous = Palaute on nimetön: vastauksistasi ei näe, kuka ne antoi, eikä sitä voi selvittää jälkikäteen. Palvelu muistaa vain, että olet vastannut, jotta jokainen vastaa kerran, ja Teams tietää, että painoit nappia. Älä kirjoita asiakkaista mitään, mistä heidät voi tunnistaa.
feedback-mend = Tarkista vielä merkityt kohdat. Palautetta ei ole vielä lähetetty.
feedback-likely = Palautetta ei ole vielä lähetetty. Tarkista merkitty kohta: jos se ei koske ketään tunnistettavaa, voit lähettää sen näin.
feedback-title-thanks = Kiitos palautteesta
feedback-said-thanks = Palautteesi on tallessa ilman nimeäsi. Koordinaattori lukee palautteet yhdessä, kun niitä on vähintään kolme.
feedback-title-early = Palautetta ei voi vielä antaa
feedback-said-early = Palautetta voi antaa, kun tilaisuus on pidetty.
feedback-title-others = Palaute on osallistujille
feedback-said-others = Palautetta kysytään niiltä, jotka ovat saaneet tilaisuuden tiedotteen tai vastanneet kutsuun.
feedback-summary-title = Palaute tilaisuudesta
feedback-given = { $count ->
    [0] Palautetta ei ole vielä tullut.
    [one] Palautteen antoi 1 henkilö.
   *[other] Palautteen antoi { $count } henkilöä.
}
feedback-few = Vastaukset näkyvät, kun niitä on vähintään { $count }. Harvemmista voisi arvata, kuka on vastannut mitäkin.
feedback-none = Tähän ei ole vastattu.
feedback-order = Vastaukset ovat aakkosjärjestyksessä, eri kysymyksissä eri järjestyksessä: niistä ei voi koota yhden henkilön palautetta.
feedback-copy = Kopioi tästä, osa { $number }/{ $of }
refused-feedback = Palautetta ei kysytä täällä.

## Muistutukset
button-reminder-done = Tehty
button-reminder-done-all = Kaikki tehty
button-reminder-later = Muistuta myöhemmin
button-reminder-later-send = Muistuta silloin
button-reminder-off = Ei enää tästä
button-reminder-off-send = Älä muistuta enää
button-reminder-why = Miksi sain tämän?
button-reminder-back = Takaisin muistutukseen
button-settings-reminders = Muistutusten asetukset
summary-reminder = Muistutus OT-botilta
reminder-title = { $count ->
    [one] Muistutus
   *[other] { $count } muistutusta
 }
reminder-draft-deadline = { $name }: lomakkeesi on vielä kesken. Kun lähetät sen viimeistään { $day }, pyyntö ehtii seuraavaan kokoukseen.
reminder-draft-late = { $name }: määräaika oli { $day }, ja lomakkeesi on vielä lähettämättä. Se on tallessa. Voit lähettää sen yhä, ja pyyntö käsitellään seuraavassa kokouksessa, johon se ehtii.
reminder-request-untouched = Pyyntö { $reference } saapui { $day }, eikä kukaan ole vielä ottanut sitä käsittelyyn. Ryhmä: { $name }.
reminder-question-unanswered = Ryhmän sihteeri kysyi sinulta lisätietoja { $day }. Pyyntö { $reference } odottaa vastaustasi.
reminder-meeting-tomorrow = { $name } kokoontuu { $when }.
reminder-consultation-tomorrow = Pyyntöäsi { $reference } käsitellään kokouksessa { $when }. Ryhmä: { $name }.
reminder-session-tomorrow = Olet ilmoittautunut tilaisuuteen ”{ $name }”. Se pidetään { $when }.
reminder-session-soon = Kohta alkaa tilaisuus, johon olet ilmoittautunut: ”{ $name }”, { $when }.
reminder-registration-opens = Tilaisuuteen ”{ $name }” voi nyt ilmoittautua. Se pidetään { $when }.
reminder-feedback = Tilaisuus ”{ $name }” oli { $day }. Kerro muutamalla sanalla, mitä siitä sait. Palaute on nimetön.
reminder-approval-waiting = ”{ $name }” odottaa toista lukijaa: hyväksyntää pyydettiin { $day }.
reminder-undeliverable = Viestejä, jotka eivät ole menneet perille viikon aikana: { $count } (tilanne { $day }). Syyt ja uudelleenlähetyksen löydät tiedotteen kortista tai ylläpidon komennoista.
reminder-credential-expires = Palvelun tunniste ”{ $name }” vanhenee { $day }. Uusi se ajoissa, sillä sen jälkeen viestit eivät enää kulje.
reminder-content-ends = { $name }: viimeinen sisältöön merkitty kokous on { $day }. Lisää uudet kokousajat, jotta pyynnöille löytyy kokous sen jälkeenkin.
reminder-is-done = Merkitsit tämän tehdyksi.
reminder-is-later = Saat tästä uuden muistutuksen { $day }.
reminder-is-off = Tästä ei enää muistuteta sinua.
reminder-is-over = Tämä muistutus ei ole enää ajankohtainen.
reminder-number = Muistutus { $number }
reminder-more = Muita muistutuksia kortilla: { $count }. Voit valita ne tämän jälkeen.
reminder-which = Mitä muistutuksia tämä koskee?
reminder-day = Milloin haluat uuden muistutuksen?
reminder-other-day = Muuna päivänä, valitse alta
reminder-date = Muu päivä, viimeistään { $day }
reminder-later-text = Muistutus tulee työpäivänä työaikaan. Jos asia on siihen mennessä hoidettu, muistutusta ei tule.
reminder-off-text = Tästä asiasta sinua ei enää muistuteta. Muut muistutukset tulevat kuten ennenkin.
reminder-said-done = Merkitty tehdyksi.
reminder-said-later = Muistutus tulee uudelleen valitsemanasi päivänä.
reminder-said-off = Selvä, tästä ei enää muistuteta.
reminder-why-draft-deadline = Keskeneräisestä lomakkeesta muistutetaan sen tekijää ennen ryhmän määräaikaa.
reminder-why-draft-late = Kun määräaika on mennyt ja lomake on yhä lähettämättä, sen tekijälle kerrotaan, miten voi jatkaa.
reminder-why-request-untouched = Ryhmän sihteeriä muistutetaan pyynnöstä, jota kukaan ei ole ottanut käsittelyyn.
reminder-why-question-unanswered = Pyytäjää muistutetaan sihteerin kysymyksestä, johon ei ole vielä vastattu.
reminder-why-meeting-tomorrow = Ryhmän sihteeriä, puheenjohtajaa ja jäseniä muistutetaan ryhmän kokouksesta.
reminder-why-consultation-tomorrow = Pyytäjää muistutetaan kokouksesta, jossa hänen pyyntöään käsitellään.
reminder-why-session-tomorrow = Tilaisuudesta muistutetaan niitä, jotka ovat ilmoittautuneet siihen.
reminder-why-session-soon = Juuri ennen tilaisuuden alkua muistutetaan niitä, jotka ovat ilmoittautuneet siihen.
reminder-why-registration-opens = Ilmoittautumisen alkamisesta kerrotaan niille, jotka ovat saaneet kutsun eivätkä ole vielä vastanneet siihen.
reminder-why-feedback = Tilaisuuden jälkeen palautetta kysytään niiltä, jotka olivat ilmoittautuneet siihen.
reminder-why-approval-waiting = Koordinaattoreita ja ylläpitäjiä muistutetaan tiedotteesta, joka odottaa toista lukijaa.
reminder-why-undeliverable = Ylläpitäjille kerrotaan kerran viikossa viesteistä, jotka eivät menneet perille.
reminder-why-credential-expires = Ylläpitäjiä muistutetaan tunnisteesta, joka on vanhenemassa.
reminder-why-content-ends = Ylläpitäjiä ja ryhmän sihteeriä muistutetaan, kun ryhmän kokousajat ovat loppumassa.
reminder-working-days-before = Työpäiviä ennen
reminder-working-days-after = Työpäiviä jälkeen
reminder-days-before = Päiviä ennen
reminder-minutes-before = Minuutteja ennen
reminder-can-end = Voit lopettaa muistutukset tai koota ne viikon yhteen korttiin asetuksissa.
reminder-can-end-unnamed = Voit lopettaa muistutukset asetuksissa. Nimettömästä pyynnöstä muistutetaan aina omalla kortillaan.
reminder-cannot-end = Tehtävääsi kuuluvat muistutukset ja puoli tuntia ennen tilaisuutta tuleva muistutus tulevat aina. Yksittäisen asian voit lopettaa painikkeella ”Ei enää tästä”.
problem-later-missing = Valitse päivä, jona haluat uuden muistutuksen.
problem-later-which = Valitse ainakin yksi muistutus.
problem-later-past = Valitse päivä, joka on tämän päivän jälkeen.
problem-later-late = Silloin muistutuksesta ei olisi enää hyötyä. Viimeinen mahdollinen päivä on { $day }.
problem-later-closed = Viikonloppuisin, pyhinä ja lomakuukautena ei muistuteta. Valitse jokin työpäivä.
refused-reminder = Muistutusta ei löytynyt. Se on vanhentunut, tai siitä on tullut uusi kortti.
settings-reminders = Muistutukset
settings-reminders-on = Saat muistutukset
settings-reminders-now = sitä mukaa kuin ne tulevat ajankohtaisiksi
settings-reminders-weekly = kerran viikossa yhdellä kortilla
settings-reminders-none = vain tärkeimmistä
settings-reminders-how = Miten haluat saada muistutukset?
settings-reminders-choose-now = Sitä mukaa kuin ne tulevat ajankohtaisiksi
settings-reminders-choose-weekly = Kerran viikossa yhdellä kortilla
settings-reminders-choose-none = En halua muistutuksia
settings-reminders-weekly-text = Viikon kortti tulee viikon ensimmäisenä työpäivänä. Muistutus, joka olisi silloin jo myöhässä, tulee erikseen.
settings-reminders-always = Valinta ei koske tehtävääsi kuuluvia muistutuksia, kuten sihteerin odottavia pyyntöjä, eikä muistutusta puoli tuntia ennen tilaisuutta, johon olet ilmoittautunut.
settings-reminders-hours = Muistutuksia ei lähetetä iltaisin, viikonloppuisin, pyhinä eikä keskuksen lomakuukautena, paitsi puoli tuntia ennen tilaisuutta.

## Muistutusten esikatselu
preview-line = { $when } · { $rule } · { $about }, { $day } · { $who } · { $fate }
preview-request = { $reference } ({ $group })
preview-announcement = ”{ $title }”
preview-reader = { $role } { $id }
preview-anonymous = nimetön pyytäjä
preview-guests = vieraat sähköpostitse: { $count }
preview-reader-owner = lomakkeen täyttäjä
preview-reader-requester = pyytäjä
preview-reader-secretary = sihteeri
preview-reader-group = ryhmän jäsen
preview-reader-coming = ilmoittautunut
preview-reader-invited = kutsuttu
preview-reader-second-readers = toinen lukija
preview-reader-administrators = ylläpitäjä
preview-told = { $others ->
    [0] lähtee
   *[other] lähtee samalla kortilla muiden kanssa (muita { $others })
 }
preview-later = { $others ->
    [0] lähtee myöhemmin: { $why }
   *[other] lähtee myöhemmin, samalla kortilla muiden kanssa (muita { $others }): { $why }
 }
preview-put-off-closed = odottaa hiljaisen ajan loppua
preview-put-off-enough = viikon kortit ovat jo täynnä
preview-put-off-digest = viikon koontikortti
preview-held-off = ei lähde: ei halua muistutuksia
preview-held-not-again = ei lähde: ei halua enää muistutusta tästä
preview-held-merged = ei lähde: toinen muistutus samasta asiasta korvaa sen
preview-held-enough = ei lähde: viikon kortit ovat jo täynnä, ja myöhemmin siitä ei olisi hyötyä
preview-held-closed = ei lähde: hiljaisen ajan jälkeen siitä ei olisi enää hyötyä
preview-held-late = ei lähde: siitä ei olisi enää hyötyä
preview-no-app = ei mene nyt perille: henkilöllä ei ole OT-bottia Teamsissa
preview-why = { $rule }: { $why }
preview-count = Muistutuksia tällä aikavälillä: { $count }. Mitään ei lähetetty.

## Muistutusten tilanne
figures-title = Muistutusten tilanne
figures-planned = Suunniteltu seuraaviksi 14 päiväksi
figures-waiting = Odottaa lähtöä
figures-told = Kerrottu
figures-late = Tullut myöhässä
figures-merged = Korvattu tuoreemmalla samasta asiasta
figures-stuck = Viikon viestejä, jotka eivät ole menneet perille
figures-dropped = Jätetty kertomatta
figures-dropped-of = { $rule }, { $reason }
figures-nothing = Mitään ei ole jätetty kertomatta.
figures-reason-late = olisi tullut liian myöhään
figures-reason-untrue = ei ollut enää ajankohtainen
figures-reason-off = ei halua muistutuksia
figures-reason-not-again = ei halua enää muistutusta tästä
figures-reason-enough = viikon kortit olivat täynnä
figures-reason-closed = hiljaisen ajan jälkeen siitä ei olisi ollut hyötyä
figures-reason-unreached = kortti ei mennyt perille
figures-rule-draft-deadline = Lomake kesken ennen määräaikaa
figures-rule-draft-late = Lomake kesken määräajan jälkeen
figures-rule-request-untouched = Pyyntö odottaa käsittelijää
figures-rule-question-unanswered = Sihteerin kysymys ilman vastausta
figures-rule-meeting-tomorrow = Ryhmän kokous lähestyy
figures-rule-consultation-tomorrow = Oman pyynnön käsittely lähestyy
figures-rule-session-tomorrow = Tilaisuus lähestyy
figures-rule-session-soon = Tilaisuus alkaa kohta
figures-rule-registration-opens = Ilmoittautuminen alkaa
figures-rule-feedback = Palaute tilaisuudesta
figures-rule-approval-waiting = Tiedote odottaa toista lukijaa
figures-rule-undeliverable = Viestejä jäänyt perille menemättä
figures-rule-credential-expires = Palvelun tunniste vanhenee
figures-rule-content-ends = Kokousajat loppumassa
figures-text = Luvut koskevat sitä, mikä on vielä tallessa.
button-figures = Muistutusten tilanne
