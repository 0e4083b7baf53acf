// The messages of the chat that is open, each drawn once and again only when it has changed.
import { busy, draw, formatted, kindOf, ready } from "./cards.js";
import * as dialog from "./dialog.js";
import { act } from "./net.js";
import { day, hour, word } from "./words.js";

const log = document.getElementById("log");
const CARD = "application/vnd.microsoft.card.adaptive";
const drawn = new Map();
const refreshed = new Set();
let lastDay = "";

const make = (tag, className, text) => Object.assign(document.createElement(tag), { className, textContent: text ?? "" });

export function showAll(messages) {
  drawn.clear();
  lastDay = "";
  log.replaceChildren();
  for (const message of messages) showOne(message);
  log.scrollTop = log.scrollHeight;
}

/** Draw a message that is new or has changed. */
export function showOne(message) {
  const state = looks(message);
  const old = drawn.get(message.id);
  if (old?.state === state) return refreshOnce(message, old.element);
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 120;
  const element = article(message);
  drawn.set(message.id, { state, element });
  if (old) exchange(old.element, element);
  else append(message, element);
  if (!old && (atEnd || message.mine)) log.scrollTop = log.scrollHeight;
  refreshOnce(message, element);
}

// The bot sends what it answered to a press once more, as the message itself: by then the person may already type there.
function looks({ updates, summary, ...message }) {
  return JSON.stringify(message.byBot ? message : { ...message, updates });
}

// Whoever pressed a button of the card stays on the card that takes its place.
function exchange(old, element) {
  const here = old.classList.contains("busy") || old.contains(document.activeElement);
  old.replaceWith(element);
  if (here) element.querySelector(".ac-adaptiveCard, textarea, button")?.focus({ preventScroll: true });
}

function append(message, element) {
  const today = day(new Date(message.at));
  if (today !== lastDay) log.append(make("p", "day", today));
  lastDay = today;
  log.append(element);
}

function article(message) {
  const box = make("article", message.mine ? "message mine" : "message");
  box.dataset.id = message.id;
  if (!message.mine) box.append(avatar(message));
  const inside = make("div", "inside");
  const top = head(message);
  if (message.mine && !message.deleted) top.prepend(tools(message, inside));
  inside.append(top, content(message, box));
  box.append(inside);
  return box;
}

function avatar(message) {
  const initials = message.byBot ? "OT" : message.author.split(" ").map((part) => part[0]).join("").slice(0, 2);
  const picture = make("span", message.byBot ? "avatar bot" : "avatar", initials);
  picture.setAttribute("aria-hidden", "true");
  return picture;
}

function head(message) {
  const line = make("div", "head");
  if (!message.mine) line.append(make("span", "author", message.author));
  const time = make("time", "", hour(new Date(message.at)));
  time.dateTime = message.at;
  line.append(time);
  if (message.updates && !message.byBot && !message.deleted) line.append(make("span", "", word("edited")));
  return line;
}

function content(message, box) {
  if (message.deleted) return make("p", "bubble gone", word("removed"));
  if (message.card) return ready() ? card(message, box) : make("p", "bubble", word("missing"));
  const bubble = make("div", "bubble");
  if (message.plain || !ready()) Object.assign(bubble, { textContent: message.text, className: "bubble plain" });
  else bubble.innerHTML = formatted(message.text);
  return bubble;
}

function card(message, box) {
  const holder = make("div", message.card.msteams?.width?.toLowerCase() === "full" ? "card wide" : "card");
  const note = make("p", "note");
  note.setAttribute("role", "status");
  holder.append(draw(message.card, (action) => press(message, action, box, note)), make("div", "bar"));
  const both = make("div", "carried");
  both.append(holder, note);
  return both;
}

async function press(message, action, box, note) {
  const kind = kindOf(action);
  if (kind === "link") return window.open(action.url, "_blank", "noopener");
  if (kind === "other") return;
  const from = document.activeElement;
  tell(note, "");
  const free = busy(box);
  const answer = await send(kind, message.id, action);
  // As in Teams the answer itself takes the card's place, unless something newer stands there already.
  if (answer.said?.type === CARD && box.isConnected) showOne({ ...message, card: answer.said.value });
  free();
  if (answer.trouble) return tell(note, answer.trouble, true);
  if (kind === "dialog") return dialog.open(answer.said, message.id, from);
  if (kind === "submit") return tell(note, word("sent"));
  if (answer.said?.type === "application/vnd.microsoft.activity.message") tell(note, answer.said.value);
}

function send(kind, id, action) {
  if (kind === "dialog") return act("task", { step: "fetch", message: id, data: action.data, theme: document.documentElement.dataset.theme });
  if (kind === "submit") return act("submit", { message: id, data: action.data });
  return act("execute", { message: id, action: { id: action.id, verb: action.verb, data: action.data } });
}

function tell(note, text, bad = false) {
  note.textContent = text;
  note.classList.toggle("bad", bad);
}

// Teams refreshes a card when it comes into view: once for each state in which the bot has sent it.
function refreshOnce(message, element) {
  const key = `${message.id}:${message.updates}`;
  if (!message.refresh || message.deleted || refreshed.has(key)) return;
  refreshed.add(key);
  const { id, verb, data } = message.refresh;
  act("execute", { message: message.id, action: { id, verb, data }, trigger: "automatic" }).then(({ trouble }) => {
    const note = element.querySelector(".note");
    if (trouble && note) tell(note, trouble, true);
  });
}

function tools(message, inside) {
  const bar = make("div", "tools");
  const edit = Object.assign(make("button", "", word("edit")), { type: "button" });
  const remove = Object.assign(make("button", "", word("remove")), { type: "button" });
  edit.addEventListener("click", () => editing(message, inside));
  remove.addEventListener("click", () => act("delete", { message: message.id }));
  bar.append(edit, remove);
  return bar;
}

function editing(message, inside) {
  const form = make("form", "editing");
  const field = Object.assign(make("textarea", ""), { value: message.text, rows: 2, ariaLabel: word("edit") });
  const save = Object.assign(make("button", "button primary", word("save")), { type: "submit" });
  const cancel = Object.assign(make("button", "button", word("cancel")), { type: "button" });
  const before = [...inside.childNodes];
  cancel.addEventListener("click", () => inside.replaceChildren(...before));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { trouble } = await act("edit", { message: message.id, text: field.value });
    if (trouble) form.append(make("p", "note bad", trouble));
  });
  form.append(field, save, cancel);
  inside.replaceChildren(form);
  field.focus();
}
