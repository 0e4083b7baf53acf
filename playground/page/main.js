// The page as a whole: who one is, which chat is open, what comes in.
import { showAll, showOne } from "./log.js";
import { act, listen, me } from "./net.js";
import { drawPanel, readClock, tick } from "./panel.js";
import { nameOf, speak, word } from "./words.js";

const $ = (id) => document.getElementById(id);
const state = { people: [], chats: new Map(), chat: null, bot: "OT-botti" };
const unread = new Map();
let acting = 0;

function theme(name) {
  document.documentElement.dataset.theme = name;
  localStorage.setItem("theme", name);
  const url = new URL(location);
  url.searchParams.set("theme", name);
  history.replaceState(null, "", url);
}

async function locale(code) {
  localStorage.setItem(`locale:${me}`, code);
  await act("locale", { locale: code });
  speak(code);
  drawAll();
}

function drawAll() {
  $("person").replaceChildren(...state.people.map((one) => new Option(nameOf(one.names), one.number, false, one.number === me)));
  for (const [id, key] of [["gear", "gear"], ["text", "write"], ["log", "log"], ["chats", "chats"], ["person", "person"]]) $(id).setAttribute("aria-label", word(key));
  $("gear").title = word("gear");
  $("text").placeholder = word("write");
  document.querySelector(".send").setAttribute("aria-label", word("send"));
  $("attach").setAttribute("aria-label", word("attach"));
  $("attach").title = word("attach");
  $("install").textContent = word("install");
  open(state.chat ?? [...state.chats.values()][0]);
}

function open(chat) {
  state.chat = chat;
  unread.delete(chat.id);
  $("room-name").textContent = chat.name || state.bot;
  $("room-note").textContent = word(chat.kind);
  document.querySelector(".mention").hidden = chat.kind === "personal";
  // Teams hands a bot what is sent in its personal chat, and no other file.
  $("attach").hidden = chat.kind !== "personal";
  showAll(chat.messages);
  drawChats();
  drawInstalled();
  drawPanel(state, { locale, theme });
}

function drawChats() {
  $("chats").replaceChildren(...[...state.chats.values()].map(chatButton));
  const count = [...unread.values()].reduce((sum, one) => sum + one, 0);
  document.title = `${count ? `(${count}) ` : ""}${state.bot} · ${nameOf(state.people.find((one) => one.number === me)?.names ?? { fi: "" })}`;
}

function chatButton(chat) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "chat" });
  const picture = Object.assign(document.createElement("span"), { className: chat.kind === "personal" ? "avatar bot" : "avatar", textContent: chat.kind === "personal" ? "OT" : "#" });
  picture.setAttribute("aria-hidden", "true");
  const name = Object.assign(document.createElement("span"), { className: "chat-name", textContent: chat.name || state.bot });
  name.append(Object.assign(document.createElement("small"), { textContent: word(chat.kind) }));
  button.append(picture, name);
  if (chat === state.chat) button.setAttribute("aria-current", "page");
  const count = unread.get(chat.id);
  if (count) {
    const badge = Object.assign(document.createElement("span"), { className: "badge", textContent: count });
    badge.append(Object.assign(document.createElement("span"), { className: "hidden", textContent: ` ${word("unread")}` }));
    button.append(badge);
  }
  button.addEventListener("click", () => open(chat));
  return button;
}

function drawInstalled() {
  $("compose").hidden = $("install").hidden = false;
  (state.chat.installed ? $("install") : $("compose")).hidden = true;
  trouble(state.chat.installed ? "" : word("notInstalled"));
}

function trouble(text) {
  $("trouble").textContent = text;
  $("trouble").hidden = !text;
}

const events = {
  state(event) {
    for (const chat of event.chats) state.chats.set(chat.id, chat);
    state.chat = state.chats.get(state.chat?.id ?? event.chats[0].id);
    Object.assign(state, { people: event.people, bot: event.bot });
    speak(event.me.locale);
    drawAll();
  },
  message(event) {
    const chat = state.chats.get(event.chat);
    if (!chat) return;
    const index = chat.messages.findIndex((one) => one.id === event.message.id);
    chat.messages.splice(index < 0 ? chat.messages.length : index, 1, event.message);
    if (chat === state.chat) showOne(event.message);
    if (event.message.byBot) $("typing").hidden = true;
    if (event.new && event.message.byBot) notify(chat, event.message);
  },
  installed(event) {
    if (!state.chats.has(event.chat)) return;
    state.chats.get(event.chat).installed = event.installed;
    drawInstalled();
    drawPanel(state, { locale, theme });
  },
  typing(event) {
    $("typing").hidden = event.chat !== state.chat.id;
    setTimeout(() => { $("typing").hidden = true; }, 4000);
  },
  silent: () => trouble(word("unreachable")),
};

// As in Teams, a notification tells the summary and nothing of the card.
function notify(chat, message) {
  const looking = chat === state.chat && document.hasFocus();
  if (chat !== state.chat || document.hidden) unread.set(chat.id, (unread.get(chat.id) ?? 0) + 1);
  drawChats();
  if (looking && acting) return;
  const toast = Object.assign(document.createElement("button"), { type: "button", className: "toast" });
  toast.append(Object.assign(document.createElement("strong"), { textContent: chat.name || state.bot }),
    Object.assign(document.createElement("span"), { textContent: (message.summary !== state.bot && message.summary) || (message.card ? word("newMessage") : message.text) }));
  toast.addEventListener("click", () => { open(chat); toast.remove(); });
  $("toasts").append(toast);
  setTimeout(() => toast.remove(), 7000);
}

async function say(event) {
  event.preventDefault();
  const text = $("text").value.trim();
  if (!text) return;
  trouble("");
  $("text").value = "";
  const { trouble: why } = await act("say", { chat: state.chat.id, text, mention: $("mention").checked });
  if (!why) return;
  if (!$("text").value) $("text").value = text;
  trouble(why);
}

function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

async function attach() {
  const [file] = $("file").files;
  if (!file) return;
  own();
  trouble("");
  const data = file.size ? await base64(file) : "";
  $("file").value = "";
  const { trouble: why } = await act("file", { name: file.name, data });
  if (why) trouble(why);
}

// What arrives while the person is doing something herself is an answer, not news.
function own() {
  acting += 1;
  setTimeout(() => { acting -= 1; }, 3000);
}

function toggle() {
  const hidden = $("panel").toggleAttribute("hidden");
  $("gear").setAttribute("aria-expanded", String(!hidden));
}

const asked = new URLSearchParams(location.search).get("theme");
document.documentElement.dataset.theme = (asked ?? localStorage.getItem("theme")) === "dark" ? "dark" : "light";
$("gear").innerHTML = '<svg viewBox="0 0 20 20" aria-hidden="true"><path d="M3 6h7m4 0h3M3 14h3m4 0h7"/><circle cx="12" cy="6" r="2"/><circle cx="8" cy="14" r="2"/></svg>';
$("dialog-close").innerHTML = '<svg viewBox="0 0 20 20" aria-hidden="true"><path d="m5 5 10 10M15 5 5 15"/></svg>';
$("compose").addEventListener("submit", say);
$("attach").addEventListener("click", () => $("file").click());
$("file").addEventListener("change", attach);
$("text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) say(event);
});
$("install").addEventListener("click", () => act("install", { chat: state.chat.id }).then(({ trouble: why }) => why && trouble(why)));
$("person").addEventListener("change", () => { location.href = `/?person=${$("person").value}`; });
$("gear").addEventListener("click", toggle);
$("clock").addEventListener("click", toggle);
for (const name of ["click", "keydown"]) document.addEventListener(name, own, true);
window.addEventListener("focus", () => { if (state.chat && unread.delete(state.chat.id)) drawChats(); });
speak(localStorage.getItem(`locale:${me}`) ?? "fi-FI");
listen((event) => events[event.type]?.(event), () => trouble(word("offline")));
setInterval(tick, 1000);
setInterval(readClock, 15_000);
