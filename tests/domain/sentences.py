"""A thousand ordinary sentences, as professionals write them: dates, times, sections of law, sums, reference numbers.

None of them holds an identity code or points at a person. WRITTEN are whole sentences; the rest is made of parts
that have been written to fit each other.
"""

from collections.abc import Iterator
from itertools import islice, product

WRITTEN = """
Vanhemmat erosivat keväällä 2021, ja lapset asuvat vuoroviikoin kummankin luona.
Tapaamiset on sovittu joka toiselle viikonlopulle perjantaista klo 17 sunnuntaihin klo 18.
Perheneuvolan jakso päättyi 30.6.2022, eikä jatkosta ole vielä sovittu.
Lapsi on 7-vuotias ja aloittaa koulun syksyllä.
Äiti on kertonut, että vaihtotilanteet pelottavat lasta.
Isä toivoo tapaamisia myös arki-iltoihin.
Käräjäoikeus antoi väliaikaismääräyksen 14.3.2022.
Asiassa on tehty lastensuojeluilmoitus viisi kertaa vuoden 2021 aikana.
Lastensuojelulain 25 §:n mukainen ilmoitus tehtiin heti.
Sosiaalihuoltolain 41 § antaa mahdollisuuden monialaiseen yhteistyöhön.
Lapsenhuoltolain 9 a §:n mukaista vuoroasumista on kokeiltu.
Päätös tehtiin hallintolain 45 §:n mukaisesti.
Perheellä on asiakkuus sosiaalipalveluissa vuodesta 2019.
Verkostopalaveri pidettiin 5.10.2022 klo 8.15–9.15 etäyhteydellä.
Seuraava kokous on to 13.10.2022 klo 13–15.
Konsultaatiopyyntö HE-2022-0001 käsiteltiin lokakuussa.
Viittaan aiempaan pyyntöömme MA-2022-0017.
Pyynnön viitenumero on ON-2023-0123.
Lapsen kanssa on keskusteltu kahdesti, 3.9. ja 17.9.
Tilanne on kärjistynyt viimeisten 6 kuukauden aikana.
Noin 40 % tapaamisista on jäänyt toteutumatta.
Elatusapu on 186,20 euroa kuukaudessa lasta kohden.
Palveluseteli on arvoltaan 1 200 €.
Omavastuu oli 25,50 € käynniltä.
Ostopalvelun hinta on 98 euroa tunnilta, yhteensä 1 470 euroa.
Perheelle myönnettiin 20 tuntia perhetyötä.
Tukihenkilö aloittaa 1.11.2022 alkaen.
Jaksolle on varattu 10 käyntiä ja kaksi verkostotapaamista.
Vanhempien välinen viestintä kulkee vain sähköisen palvelun kautta.
Wilman viestit ovat muuttuneet syytteleviksi.
Koulusta on tullut Wilma-viesti poissaoloista.
Poissaoloja on kertynyt 64 tuntia syyslukukauden aikana.
Poissaolotunteja oli 102 keväällä ja 148 syksyllä.
Lapsi kieltäytyy menemästä toisen vanhemman luokse.
Nuorempi lapsista herää öisin 3–4 kertaa.
Vanhempi lapsi on vetäytynyt ja pelaa öisin.
Perheessä on kolme alle 10-vuotiasta lasta.
Lapset ovat 4, 7 ja 11 vuotta.
Kaksoset täyttävät kohta viisi vuotta.
Tilanteeseen liittyy epäily henkisestä väkivallasta.
Poliisi on kirjannut asiasta kaksi rikosilmoitusta.
Rikosilmoituksen esitutkinta päätettiin keskeyttää 12/2021.
Syyttäjä teki syyttämättäjättämispäätöksen 8.2.2022.
Hovioikeuden ratkaisu saatiin 21.12.2021.
Asian diaarinumero on H 21/1234.
Päätös löytyy diaarinumerolla HYVAKS/2034/2023.
Kirje on päivätty 2.5.2022 ja saapunut 6.5.2022.
Lausuntoa on pyydetty 31.8.2022 mennessä.
Olosuhdeselvitys valmistui 15.4.2022.
Selvitystä on täydennetty kahdesti, viimeksi 29.4.2022.
Tuomioistuinsovittelu keskeytyi toisen istunnon jälkeen.
Asiantuntija-avusteinen sovittelu ei tuottanut sopua.
Perheasioiden sovittelussa käytiin 4 kertaa.
Vanhemmuussuunnitelma jäi kesken.
Kumpikaan vanhempi ei ole halunnut perua valitusta.
Toivomme näkökulmia siihen, miten lapsen etu tulisi turvatuksi.
Toivo paremmasta on jo hiipunut.
Onni on, että päiväkoti on pysynyt samana.
Rauha perheessä kesti vain hetken.
Ilman tukea tilanne ei etene.
Pian järjestetään uusi verkostokokous.
Annan mielelläni lisätietoja kokouksessa.
Anna palautetta kokouksen jälkeen.
Kai tilanteesta on vielä jotakin sovittavissa.
Aina vaihdon jälkeen lapsella on vatsakipuja.
Ainakin kaksi työntekijää on jo vaihtunut.
Ilta sujuu paremmin, kun rutiinit ovat selvät.
Usko yhteistyöhön on ollut koetuksella.
Into osallistua ryhmään väheni nopeasti.
Päivittäin tulee kymmeniä viestejä.
Päiviä kuluu ilman mitään yhteyttä.
Satunnaisesti isovanhemmat ovat auttaneet kuljetuksissa.
Otto-oikeutta ei ole käytetty.
Oman työn rajat ovat hämärtyneet.
Marraskuussa tilanne rauhoittui hetkeksi.
Aamulla lapsi ei halua lähteä päiväkotiin.
Arvio palveluntarpeesta tehtiin määräajassa.
Arvokasta on, että molemmat tulevat paikalle.
Jalo tarkoitus ei riitä, jos sopimukset eivät pidä.
Olen työskennellyt perheen kanssa vuoden.
Olin itse mukana kahdessa tapaamisessa.
Kysymys koskee tapaamisten turvallisuutta.
Miten vieraannuttaminen voidaan tunnistaa ajoissa?
Miten puhua lapselle oikeudenkäynnistä?
Voiko valvottuja tapaamisia jatkaa yli vuoden?
Milloin tapaamiset pitäisi keskeyttää kokonaan?
Kuka vastaa kokonaisuudesta, kun lapsella on kaksi kotikuntaa?
Mitä tehdä, kun vanhempi ei anna lupaa tutkimuksiin?
Onko ryhmällä kokemusta tällaisista tilanteista?
Miten tukea työntekijää, johon kohdistuu maalittamista?
Pitäisikö lapselle määrätä edunvalvoja?
Edunvalvojan määräämistä haettiin DVV:ltä kesäkuussa.
Kelan tulkkauspalvelu on käytössä.
Kela myönsi kuntoutuspsykoterapian ajalle 1.9.2022–31.8.2023.
Hyvinvointialue vastaa palvelusta 1.1.2023 alkaen.
Keski-Suomen hyvinvointialueella on noin 272 000 asukasta.
Jyväskylässä jonoa on 3 kuukautta.
Äänekosken perhekeskuksesta on saatu hyvä tuki.
Muutto Jyväskylästä Kuopioon tapahtui elokuussa.
Toinen vanhempi asuu Tampereella, noin 150 km päässä.
Etäisyys vanhempien kotien välillä on 240 kilometriä.
Valtatie 4 on ainoa reitti, ja matka kestää 2 tuntia.
Vaihdot tehdään Laukaassa, koska se on puolimatkassa.
Uuraisilla ei ole omaa perheneuvolaa.
Kuhmoisten koulusta on oltu yhteydessä.
Joroisissa toimii avoin päiväkoti.
Neuvolassa on tehty laaja terveystarkastus.
LENE-arviossa pisteet olivat 12/20.
SDQ-kyselyn kokonaispisteet olivat 19.
ADHD-epäilyn vuoksi on tehty lähete 10.1.2023.
BDI-21:n pistemäärä oli 14.
Diagnoosi on ICD-10-luokituksen mukainen F90.0.
ICD-11 tulee käyttöön myöhemmin.
Lääkitystä nostettiin 18 mg:sta 36 mg:aan.
Osastojakso kesti 14 vuorokautta.
Lastenpsykiatrian poliklinikan jakso on kesken.
Sairaalan perhetyö jatkuu 2–3 kertaa viikossa.
Puheterapiaa on 45 minuuttia viikossa.
Toimintaterapia-arvio maksoi 320 €.
Terapiaan pääsy kesti 7 kk.
Tutkimusjakso alkaa viikolla 43.
Palaveri pidetään viikolla 5 tai 6.
Lapsi on lukenut luokan 3 B tavoitteiden mukaan.
Koulunkäynnin tukena on pienryhmä, 8 oppilasta.
Pienluokassa on 10 oppilasta ja 2 ohjaajaa.
Erityisen tuen päätös on voimassa 31.7.2024 asti.
Koulupäivää lyhennettiin kello 12:een.
Nuori on käyttänyt kannabista 15-vuotiaasta.
Nuori karkasi sijaishuoltopaikasta 5 kertaa.
Kiireellinen sijoitus kesti 30 päivää ja jatkopäätös 30 päivää.
Huostaanottoa valmistellaan, ja kuuleminen on 24.11.2022.
Hallinto-oikeus ratkaisi asian 4 kuukaudessa.
KHO:2021:45 on ohjannut tulkintaa.
KKO 2019:52 koskee huoltoriidan kuluja.
HE 52/2022 muuttaa lain 15 §:ää.
Laki 417/2007 koskee lastensuojelua.
Laki lapsen huollosta ja tapaamisoikeudesta (361/1983) uudistui 1.12.2019.
Haagin sopimus vuodelta 1980 koskee lapsikaappauksia.
Bryssel II b -asetusta (EU) 2019/1111 sovelletaan 1.8.2022 alkaen.
Ulkoministeriöön oltiin yhteydessä elokuussa.
Toisella vanhemmalla on kaksoiskansalaisuus.
Lapsi matkusti ulkomaille ilman suostumusta.
Tulkki oli paikalla kolmessa tapaamisessa.
Passin luovuttamisesta on kiistaa.
Isovanhemmat ovat hakeneet tapaamisoikeutta.
Vanhemmilla on yhteensä 14 käräjäasiaa vuosilta 2018–2022.
Oikeudenkäyntikulut ylittävät 30 000 euroa.
Vaativan erityistason palveluihin tarvitaan selkeä reitti.
Konsultaatioryhmä suositteli 3 toimenpidettä.
Toimenpidesuositukset kirjataan 7 päivän kuluessa.
Ryhmä kokoontuu kuukauden toisena torstaina.
Lomake on lähetettävä viikkoa ennen kokousta.
Pyyntö on lähetettävä viimeistään 6.10.2022 klo 16.
Linja soi varattuna, joten viesti jätettiin vastaajaan.
Puhelinaika on arkisin klo 9–10.
Puheluita on tullut 20 päivässä.
Äiti soittaa toimistoon 3–5 kertaa päivässä.
Isä on lähettänyt yli 400 sähköpostia vuodessa.
Sähköpostiketju on 85 sivun mittainen.
Asiakirjoja on 1 250 sivua.
Liitteenä on lausunto, 12 s.
Lähde: Lapsen etu eroauttamisessa, s. 45–52.
Ks. Haastavat erot -opas, s. 12.
THL:n raportti 3/2021 käsittelee aihetta.
STM:n julkaisuja 2022:14 kuvaa OT-keskukset.
OT-keskuksen hankekausi on 2020–2023.
Hankkeen tilinumero on FI21 1234 5600 0007 85.
Maksu ohjataan tilille FI2112345600000785.
Viitenumero laskulle on 1234 56789.
Laskun viite on 20227 00123 4.
Tilausnumero 4500123456 mainitaan laskulla.
Koulutuksen kurssikoodi on SOS-1204.
Opintojakso SOSM5010 on 5 opintopistettä.
Ilmoittaudu koulutukseen KOS22-117 mennessä 1.12.
Koulutuspäivä on ke 7.12.2022 klo 15–16 Teamsissa.
Salasana vaihtuu 90 päivän välein.
Työpari jää vuorotteluvapaalle 1.2.2023.
Sijainen aloittaa viikolla 6 ja jatkaa 31.5. asti.
Tiimissä on 7 työntekijää ja 1 esihenkilö.
Asiakkaita on työntekijää kohden 34.
Mitoitus on 30 lasta työntekijää kohti.
Viime vuonna pyyntöjä tuli 48, joista 41 käsiteltiin.
Osallistujia oli 112, ja palautteen keskiarvo oli 4,3.
Vastausprosentti oli 62,5 %.
Jonotusaika lyheni 14 viikosta 9 viikkoon.
Kuntoutus jatkuu 12.1.–30.4.2023.
Tapaamiset toteutuivat 1.1.–31.3. sovitusti.
Vaihto sovittiin klo 18.00, mutta lapsi tuotiin klo 21.45.
Tapaaminen keskeytettiin 20 minuutin jälkeen.
Valvottu tapaaminen kestää 2 h ja tuettu 3 h.
Tapaamispaikka on auki la–su klo 10–18.
Ensi- ja turvakodissa oltiin 21 vuorokautta.
Turvakotijakso oli 2.–23.5.2022.
Lähestymiskielto on voimassa vuoden.
Lähestymiskieltoa haettiin 11.7.2022, ja se hylättiin 2.8.2022.
MARAK-kokous pidettiin 2/2022.
Riskinarviossa saatiin 14 pistettä 24:stä.
Väkivallan uhka on arvioitu kohtalaiseksi.
Lapsi on nähnyt väkivaltaa ainakin 2–3 kertaa.
Seuranta-aika on 6 kk ja väliarvio 3 kk kohdalla.
Omatyöntekijä on vaihtunut 4 kertaa vuodessa.
Perhetyö on käynyt kotona tiistaisin klo 14–16.
Tehostettu perhetyö alkoi 3.10.2022.
Tukiperhe löytyi 10 kuukauden odotuksen jälkeen.
Tukiviikonloppuja on ollut 6 kpl.
Lapsen mielipide selvitettiin leikin avulla.
Lapsi toivoi, että riita loppuisi.
Lapsi piirsi perheen, josta toinen vanhempi puuttui.
Lapsi pyysi, ettei hänen sanojaan kerrottaisi vanhemmille.
Sisarukset haluavat pysyä yhdessä.
Nuori haluaa itse päättää, missä asuu.
Nuorella on oma avustaja oikeudessa.
Molemmat vanhemmat tietävät konsultaatiosta.
Huoltaja antoi suostumuksen 9.9.2022.
Suostumus on annettu suullisesti.
Konsultaatio tehdään nimettömänä.
Kiitos, että tällainen ryhmä on olemassa!
Tarvitsisimme tukea jo ennen joulua.
Työryhmä on uupunut, ja yhteistyö takkuaa.
Kokouksessa on mukana myös työparini.
Terveydenhoitaja osallistuu etänä.
Kuraattori tapaa lasta kerran viikossa.
Koulupsykologi siirtyi toisiin tehtäviin.
Päiväkodin johtaja on huolissaan.
Lastenvalvoja on vahvistanut sopimuksen kahdesti.
Sopimus vahvistettiin 17.6.2020 ja muutettiin 4.2.2021.
Vuoroasuminen 7/7 päättyi syksyllä.
Asuminen jakautuu 9–5.
Lapsi on isällä ma–ke ja äidillä to–su.
Lomat jaetaan niin, että kesäloma on 2 + 2 viikkoa.
Joulu vietetään vuorovuosin alkaen 24.12. klo 12.
Syntymäpäivistä ei ole päästy sopuun.
Vauva syntyi raskausviikolla 35.
Raskausviikko oli 35+2.
Lapsi syntyi keskosena.
Perheeseen on syntynyt uusi vauva.
Uusi sopimus syntyi vasta kolmannella kerralla.
Puolison lapset asuvat samassa taloudessa.
Uusperheessä on yhteensä 6 lasta.
Asunto on 54 m², ja siinä on 2 huonetta.
Kuluja on kertynyt 2 345,67 euroa.
Velkajärjestely päättyy vuonna 2026.
Toimeentulotukea on haettu ajalle 1.10.–31.12.2022.
Auto on tarpeen, koska bussi kulkee 2 kertaa päivässä.
Pyörämatka kouluun on 3,5 km.
Mannerheimin Lastensuojeluliiton perhekummi on käynyt kotona.
Ensi- ja turvakotien liiton malli on käytössä Keski-Suomessa.
Perhe on mukana Pelastakaa Lapset ry:n tukiperhetoiminnassa.
Barnahus-hankkeen lomaketta käytettiin haastattelussa.
Tiedot näkyvät Omakannassa 14 päivän kuluessa.
Tutkimukset tehtiin Keski-Suomen keskussairaala Novassa.
Vanhempi kävi Ihmeelliset vuodet -ryhmän, 18 kertaa.
Lapset puheeksi -keskustelu pidettiin 3.2.2022.
Voimaperheet-ohjelma sopi nuoremmalle.
Asiasta kirjoitettiin Keskisuomalaisessa 5.3.2022.
Tuki haettiin Kelalta, mutta Kelan päätös viipyi.
Jonne muut lapset menevät, sinne hänkin haluaa.
Sanna-lehti ja Helmi-hanke ovat tuttuja.
Perhe haki apua Marttaliiton neuvonnasta.
Työskentely siirtyi Jyväskylän Huhtasuolta Palokkaan.
Laukaasta Äänekoskelle on 30 minuutin matka.
Hyvis-palvelussa ja OmaKS:ssä voi varata ajan.
Itä-Suomen yliopisto tutkii vaativia eroja.
Helsingin hovioikeus ja Itä-Suomen hovioikeus ovat ratkaisseet eri tavoin.
Rauhankadun toimipiste on auki klo 8–16.
Katu on vilkas, ja koulutielle on 2 suojatietä.
Polku palveluihin on 3-vaiheinen.
"""

SUBJECTS = (
    "Lastensuojelu",
    "Perheneuvola",
    "Koulu",
    "Neuvola",
    "Käräjäoikeus",
    "Lastenvalvoja",
    "Tapaamispaikka",
    "Perhetyö",
    "Terveydenhuolto",
    "Konsultaatioryhmä",
    "Sijaishuolto",
    "Päiväkoti",
)
ACTS = (
    "arvioi tilannetta uudelleen {when}",
    "sopi jatkosta {when}",
    "kirjasi havaintonsa {when}",
    "lähetti selvityksen {when}",
    "pyysi lisäaikaa {when}",
    "tapasi molemmat vanhemmat {when}",
)
WHEN = (
    "12.10.2022",
    "3.4.2021 ja 5.5.2021",
    "klo 8.15–9.15",
    "viikolla 41",
    "1.1.–31.3.2023",
    "kevätlukukaudella 2022",
    "6 kuukauden kuluttua",
    "lokakuussa 2022",
)
AFTER = (
    "lastensuojelulain 26 §:n nojalla",
    "eikä kustannusarvio (1 250,50 €) muuttunut",
    "ja 35 % tavoitteista toteutui",
    "viitteellä HE-2026-0007",
    "jolloin lapsi oli 9-vuotias",
    "vaikka jonossa oli 112 muuta",
    "ja asia siirtyi diaariin 1234/2022",
    "kuten kokouksessa 10.11. sovittiin",
)


def _made() -> Iterator[str]:
    # Every third of all that there are: neighbours in the list differ in more than their end.
    for subject, act, when, after in islice(product(SUBJECTS, ACTS, WHEN, AFTER), 0, None, 3):
        yield f"{subject} {act.format(when=when)}, {after}."


def written() -> list[str]:
    """The sentences that were written as a whole."""
    return [line for line in WRITTEN.splitlines() if line]


def sentences() -> list[str]:
    """All of them, each once."""
    return list(dict.fromkeys([*written(), *_made()]))
