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
word-sessions = infot, info
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
help-sessions = tulevat infotilaisuudet (tulossa)
help-queue = ryhmän sihteerille: saapuneet pyynnöt
help-meeting = ryhmän kokous ja asialista (tulossa)
help-announcement = koordinaattorille: tiedotteet ja tilaisuudet (tulossa)
help-settings = kieli ja omat asetukset
help-statistics = tunnusluvut (tulossa)
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

## Alku ja ohje
home-title = Hei, tässä on OT-botti
home-text = Täällä voit pyytää konsultaatiota vaativaan asiakastilanteeseen. Palvelun tarjoaa { $centre }.
home-privacy = Käytä tässä keskustelussa painikkeita tai ohjeen sanoja. Älä kirjoita asiakkaan nimeä, henkilötunnusta tai osoitetta mihinkään.
home-unknown = En tunnistanut viestiäsi. Sitä ei tallennettu. Valitse alta tai kirjoita ”ohje”.
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
coming-sessions = Infotilaisuudet
coming-meeting = Kokous ja asialista
coming-announcement = Tiedotteet
coming-statistics = Tilastot

elsewhere-title = Jatketaan kahden kesken
elsewhere-text = Konsultaatioasiat ovat luottamuksellisia, joten niitä ei käsitellä kanavalla eikä ryhmäkeskustelussa. Avaa OT-botti omaan keskusteluusi: valitse Teamsissa Sovellukset ja etsi OT-botti.
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
no-meeting-yet = Ei kiinteää kokousta, sihteeri sopii ajasta
status-new = Saapunut, odottaa käsittelyä
status-taken = Käsittelyssä: { $name }
status-question = Sihteerin kysymys odottaa vastausta
status-withdrawn = Peruttu

opened-title = Konsultaatiopyyntö { $reference }
anonymous-note = Anonyymi konsultaatio: pyytäjän tiedot voi avata vain ryhmän sihteeri, ja katselu syineen kirjataan. Ryhmä näkee enintään organisaation tyypin ja ammattinimikkeen.
unreachable-gone = Pyytäjän tiedot on poistettu, joten häneen ei saa enää yhteyttä tämän palvelun kautta.
unreachable-by-code = Pyytäjän tiedot on poistettu. Hän voi lukea kysymyksesi vain pyynnön koodilla, eikä hän saa siitä ilmoitusta.
questions-title = Kysymykset ja vastaukset
question-asked = { $name } kysyi { $at }
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
withdraw-title = Perutaanko pyyntö { $reference }?
withdraw-text = Pyyntö poistuu ryhmän jonosta, ja sihteeri saa siitä tiedon. Peruttua pyyntöä ei voi palauttaa, mutta voit tehdä uuden.

said-taken = Pyyntö on nyt sinun käsittelyssäsi.
said-asked = Kysymys on lähetetty pyytäjälle.
said-asked-by-code = Kysymys on tallennettu. Pyytäjä voi lukea sen vain pyynnön koodilla, eikä hän saa siitä ilmoitusta.
said-answered = Vastaus on lähetetty ryhmän sihteerille.
said-moved = Pyyntö on siirretty, ja pyytäjä saa siitä tiedon.
said-withdrawn = Pyyntö { $reference } on peruttu. Ryhmän sihteeri saa siitä tiedon.
said-changed-meanwhile = Pyyntö on muuttunut sillä välin. Tässä on sen nykyinen tilanne.

## Pyytäjän tiedot ja pyynnön koodi
requester-title = Pyytäjän tiedot: { $reference }
requester-text = Pyyntö on anonyymi. Avaa pyytäjän tiedot vain, kun tarvitset niitä asian hoitamiseen. Katselu ja sen syy kirjataan lokiin.
requester-why = Mihin tarvitset tietoja?
requester-reason-contact = Otan yhteyttä pyytäjään muuten kuin tämän palvelun kautta
requester-reason-meeting = Sovin, miten pyytäjä osallistuu kokoukseen
requester-reason-safety = Jonkun turvallisuus voi olla vaarassa
requester-reason-mistake = Selvitän virhettä tai kahteen kertaan lähetettyä pyyntöä
problem-reason = Valitse syy, niin tiedot tulevat näkyviin.
claim-title = Pyynnön koodi
claim-keep = Kirjoita koodi ja viitenumero { $reference } talteen paikkaan, jonka vain sinä avaat. Koodilla näet pyynnön tilanteen, sihteerin kysymykset ja vastaukset ja voit perua pyynnön, vaikka palvelu ei enää tietäisi pyyntöä sinun tekemäksesi. Kirjoita silloin ”koodi”. Koodi näytetään vain tämän kerran, ja se on voimassa { $until } saakka.
claim-offer = Koodilla pääset anonyymiin pyyntöösi, vaikka palvelu ei enää tietäisi sitä sinun tekemäksesi. Koodi näytetään vain kerran. Jos se jäi kirjoittamatta talteen, tee uusi: edellinen lakkaa silloin toimimasta.
claim-ask-title = Avaa pyyntö koodilla
claim-ask-text = Anonyymin pyynnön koodi näytettiin, kun pyyntö lähetettiin.
claim-reference = Viitenumero
claim-code = Koodi
claim-both = Kirjoita sekä viitenumero että koodi.
claim-wrong = Viitenumero ja koodi eivät sovi yhteen, tai koodi ei ole enää voimassa. Tarkista molemmat.
claim-paused = Yrityksiä on ollut liian monta. Yritä uudelleen aikaisintaan { $until }.
claim-more = Vanhemmat kysymykset eivät mahdu tähän korttiin.
claim-privacy = Tässä ei näytetä lomakkeen vastauksia. Voit nyt myös poistaa tämän keskustelun viestit.

## Ilmoitukset
arrived-title = Uusi konsultaatiopyyntö { $reference }
summary-arrived = Konsultaatiopyyntö on saapunut: { $reference }
news-question = Sihteeri pyytää lisätietoa pyynnöstä { $reference }
news-answer = Pyyntöön { $reference } on vastattu
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

## Asetukset
settings-title = Asetukset
settings-language = Millä kielellä haluat käyttää palvelua?
settings-more = Muut asetukset, kuten muistutukset ja aiheet, ovat tulossa.
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
own-data-none = Ei ole
own-data-known = Seuraavalle lomakkeelle ehdotettavat tiedot
own-data-nothing-known = Ei tallennettuja tietoja.
own-data-log = Palvelu merkitsee muistiin, kuka on lukenut tai muuttanut pyyntöjä ja milloin. Otteen omista tiedoistasi saat palvelun ylläpitäjältä.
own-data-platform = Microsoft 365 tietää lisäksi, kuka bottia on käyttänyt ja milloin. Siihen tämä palvelu ei voi vaikuttaa.
own-data-forgotten = Ehdotettavat tiedot on poistettu.
own-data-erase-title = Poistetaanko kaikki tietosi?
own-data-erase-open = Sinulla on pyyntöjä, joiden käsittely on kesken: { $references }. Peru ne ensin kohdassa Omat pyynnöt, tai odota, että kokous on pidetty. Muuten ryhmä ei voisi enää vastata sinulle.
own-data-erase-text = Nimesi, tunnisteesi, keskeneräiset lomakkeesi ja ehdotettavat tietosi poistetaan pysyvästi. Lähetetyistä pyynnöistäsi poistetaan tieto siitä, kuka pyysi, etkä voi enää avata niitä.
own-data-erase-stays = Ryhmän käsittelemä asia säilyy ilman sinun tietojasi määräajan. Lokiin jää merkintä siitä, mitä on tehty, ilman nimeäsi.
own-data-erased-title = Tietosi on poistettu
own-data-erased-text = Palvelussa ei ole enää nimeäsi, lomakkeitasi eikä yhteystietojasi. Jos kirjoitat botille uudelleen, aloitat alusta.

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
refused-session-over = Tilaisuus on jo päättynyt, joten siihen ei voi enää ilmoittautua.
failed = Valitettavasti jokin meni vikaan. Syy ei ole sinun. Tallennetut vastaukset ovat tallessa. Yritä hetken kuluttua uudelleen. Jos vika toistuu, ilmoita tukeen tunnus { $reference }.

button-feedback = Anna palautetta
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
refused-announcement = Tiedotetta ei löytynyt, tai sinulla ei ole oikeutta siihen.
