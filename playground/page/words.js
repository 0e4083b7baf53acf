// The page's own words. Everything else on the page is the bot's.
const WORDS = {
  fi: {
    brand: "Kokeilu-Teams", clock: "Kokeilun aika", person: "Olet nyt", gear: "Säätimet", close: "Sulje",
    chats: "Keskustelut", personal: "Henkilökohtainen keskustelu", channel: "Kanava", log: "Viestit",
    write: "Kirjoita viesti", send: "Lähetä", attach: "Liitä tiedosto", mention: "Mainitse botti", edit: "Muokkaa", remove: "Poista",
    save: "Tallenna", cancel: "Peruuta", removed: "Viesti on poistettu.", edited: "Muokattu", today: "Tänään",
    notInstalled: "Sovellusta ei ole asennettu tähän keskusteluun.", install: "Asenna OT-botti",
    uninstall: "Poista OT-botti", app: "Sovellus", language: "Kieli", theme: "Ulkoasu", light: "Vaalea", dark: "Tumma",
    time: "Kokeilun aika", timeNote: "Palvelu elää tässä kuvitellussa ajassa. Alkuhetken antaa asetus OT_NOW, ja sen jälkeen kello käy. Aikaa voi siirtää vain eteenpäin.",
    moveTo: "Siirrä aikaan", move: "Siirrä aikaa eteenpäin", past: "Aikaa ei voi siirtää taaksepäin.", noClock: "Palvelu ei kerro kellonaikaa.",
    hour: "+1 tunti", day: "+1 päivä", week: "+1 viikko",
    people: "Muut ihmiset", peopleNote: "Avaa toinen ihminen omaan välilehteensä.",
    faults: "Häiriöt", faultsNote: "Mitä menee vikaan seuraavissa pyynnöissä.", fault: "Häiriö", times: "Kertaa",
    seconds: "Sekuntia", add: "Lisää häiriö", clear: "Poista kaikki", none: "Ei häiriöitä.",
    failed: "Jokin meni vikaan. Kirjoittamasi on yhä tässä, yritä uudelleen.", unreachable: "Botti ei vastaa. Kirjoittamasi on yhä tässä, yritä uudelleen.",
    sent: "Vastauksesi on lähetetty sovellukselle.", newMessage: "Uusi viesti", offline: "Yhteys on poikki, yhdistetään uudelleen…",
    missing: "Sivun kirjastot puuttuvat: aja npm ci kansiossa playground/.", unread: "lukematonta", working: "Odota hetki",
  },
  sv: {
    brand: "Prov-Teams", clock: "Provets tid", person: "Du är nu", gear: "Reglage", close: "Stäng",
    chats: "Chattar", personal: "Personlig chatt", channel: "Kanal", log: "Meddelanden",
    write: "Skriv ett meddelande", send: "Skicka", attach: "Bifoga en fil", mention: "Nämn botten", edit: "Redigera", remove: "Ta bort",
    save: "Spara", cancel: "Avbryt", removed: "Meddelandet har tagits bort.", edited: "Redigerat", today: "I dag",
    notInstalled: "Appen är inte installerad i den här chatten.", install: "Installera OT-botti",
    uninstall: "Ta bort OT-botti", app: "App", language: "Språk", theme: "Utseende", light: "Ljust", dark: "Mörkt",
    time: "Provets tid", timeNote: "Tjänsten lever i denna låtsade tid. Den börjar vid inställningen OT_NOW och sedan går klockan. Tiden kan bara flyttas framåt.",
    moveTo: "Flytta till", move: "Flytta tiden framåt", past: "Tiden kan inte flyttas bakåt.", noClock: "Tjänsten berättar inte sin tid.",
    hour: "+1 timme", day: "+1 dag", week: "+1 vecka",
    people: "Andra personer", peopleNote: "Öppna en annan person i en egen flik.",
    faults: "Störningar", faultsNote: "Vad som går fel i de följande anropen.", fault: "Störning", times: "Gånger",
    seconds: "Sekunder", add: "Lägg till störning", clear: "Ta bort alla", none: "Inga störningar.",
    failed: "Något gick fel. Det du skrev finns kvar, försök på nytt.", unreachable: "Botten svarar inte. Det du skrev finns kvar, försök på nytt.",
    sent: "Ditt svar har skickats till appen.", newMessage: "Nytt meddelande", offline: "Förbindelsen är bruten, ansluter på nytt…",
    missing: "Sidans bibliotek saknas: kör npm ci i playground/.", unread: "olästa", working: "Vänta ett ögonblick",
  },
  en: {
    brand: "Trial Teams", clock: "Trial time", person: "You are", gear: "Controls", close: "Close",
    chats: "Chats", personal: "Personal chat", channel: "Channel", log: "Messages",
    write: "Type a message", send: "Send", attach: "Attach a file", mention: "Mention the bot", edit: "Edit", remove: "Delete",
    save: "Save", cancel: "Cancel", removed: "This message has been deleted.", edited: "Edited", today: "Today",
    notInstalled: "The app is not installed in this chat.", install: "Install OT-botti",
    uninstall: "Remove OT-botti", app: "App", language: "Language", theme: "Theme", light: "Light", dark: "Dark",
    time: "Trial time", timeNote: "The service lives in this pretended time. It starts at the setting OT_NOW and then runs on. Time moves forward only.",
    moveTo: "Move to", move: "Move time forward", past: "Time cannot be moved back.", noClock: "The service tells no time.",
    hour: "+1 hour", day: "+1 day", week: "+1 week",
    people: "Other people", peopleNote: "Open another person in a tab of her own.",
    faults: "Faults", faultsNote: "What goes wrong in the next requests.", fault: "Fault", times: "Times",
    seconds: "Seconds", add: "Add fault", clear: "Clear all", none: "No faults.",
    failed: "Something went wrong. What you typed is still here, please try again.", unreachable: "The bot does not answer. What you typed is still here, please try again.",
    sent: "Your response was sent to the app.", newMessage: "New message", offline: "The connection is down, reconnecting…",
    missing: "The page's libraries are missing: run npm ci in playground/.", unread: "unread", working: "One moment",
  },
};
const FAULTS = {
  "status:429": ["Liikaa pyyntöjä (429)", "För många anrop (429)", "Too many requests (429)"],
  "status:403": ["Esto (403)", "Nekat (403)", "Refused (403)"],
  "status:503": ["Teams ei vastaa (503)", "Teams svarar inte (503)", "Teams is down (503)"],
  delay: ["Hidas vastaus", "Långsamt svar", "Slow answer"],
  cut_before: ["Yhteys katkeaa ennen", "Avbrott före", "Cut before"],
  cut_after: ["Yhteys katkeaa jälkeen", "Avbrott efter", "Cut after"],
  lost: ["Viesti katoaa", "Meddelandet försvinner", "Message is lost"],
  doubled: ["Viesti tulee kahdesti", "Meddelandet kommer dubbelt", "Message comes twice"],
  inbound_twice: ["Botti kuulee kahdesti", "Botten hör två gånger", "Bot hears twice"],
  inbound_again: ["Botti kuulee myöhemmin uudelleen", "Botten hör igen senare", "Bot hears again later"],
};
const ORDER = ["fi", "sv", "en"];
export const language = { code: "fi", locale: "fi-FI" };

export function speak(locale) {
  language.locale = locale;
  language.code = locale.slice(0, 2);
  document.documentElement.lang = language.code;
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
}
export const word = (key) => WORDS[language.code][key];
export const faults = () => Object.entries(FAULTS).map(([key, names]) => [key, names[ORDER.indexOf(language.code)]]);
export const nameOf = (names) => names[language.code] ?? names.fi;

const ZONE = { timeZone: "Europe/Helsinki" };
export const hour = (at) => new Intl.DateTimeFormat(language.locale, { ...ZONE, hour: "numeric", minute: "2-digit" }).format(at);
export const moment = (at) => `${day(at)} ${{ fi: "klo ", sv: "kl. ", en: "" }[language.code]}${hour(at)}`;
export const day = (at) => new Intl.DateTimeFormat(language.locale, { ...ZONE, weekday: "short", day: "numeric", month: "numeric", year: "numeric" }).format(at);
// "2022-09-20T08:00", as a datetime-local field wants it
export const local = (at) => new Intl.DateTimeFormat("sv-SE", { ...ZONE, dateStyle: "short", timeStyle: "short" }).format(at).replace(" ", "T");
