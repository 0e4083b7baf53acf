// The modal dialog (task module): opened by task/fetch, moved on by task/submit.
import { busy, draw, kindOf } from "./cards.js";
import { act } from "./net.js";
import { word } from "./words.js";

const $ = (id) => document.getElementById(id);
const dialog = $("dialog");
const body = $("dialog-body");
let message = "";
let opener = null;

$("dialog-close").addEventListener("click", close);
dialog.addEventListener("cancel", (event) => { event.preventDefault(); close(); });
dialog.addEventListener("keydown", trap);

/** Show what task/fetch gave. Nothing opens when the bot gave nothing. */
export function open(said, messageId, from) {
  [message, opener] = [messageId, from];
  show(said);
}

function show(said) {
  trouble("");
  const task = said?.task;
  if (task?.type === "continue") return fill(task.value.title, card(task.value.card.content), task.value.width);
  if (task?.type === "message") return fill($("dialog-title").textContent, note(task.value), "small");
  close();
}

function fill(title, content, width) {
  $("dialog-title").textContent = title ?? "";
  $("dialog-close").setAttribute("aria-label", word("close"));
  dialog.dataset.width = typeof width === "string" ? width : "medium";
  body.replaceChildren(content);
  if (!dialog.open) dialog.showModal();
  body.scrollTop = 0;
  const first = body.querySelector("input, textarea, select");
  const near = first && first.getBoundingClientRect().top < body.getBoundingClientRect().bottom - 80;
  (near ? first : body).focus({ preventScroll: true });
}

function card(content) {
  return draw(content, (action) => {
    if (kindOf(action) === "link") return window.open(action.url, "_blank", "noopener");
    if (kindOf(action) !== "other") submit(action.data);
  });
}

function note(text) {
  const box = document.createElement("div");
  box.className = "dialog-note";
  const line = Object.assign(document.createElement("p"), { textContent: text });
  const button = Object.assign(document.createElement("button"), { type: "button", className: "button primary", textContent: word("close") });
  button.addEventListener("click", close);
  box.append(line, button);
  return box;
}

async function submit(data) {
  trouble("");
  $("dialog-bar").hidden = false;
  const free = busy(body);
  const { said, trouble: why } = await act("task", { step: "submit", message, data, theme: document.documentElement.dataset.theme });
  $("dialog-bar").hidden = true;
  free();
  if (!dialog.open) return;
  if (why) trouble(why);
  else show(said);
}

function trouble(text) {
  $("dialog-trouble").textContent = text;
  $("dialog-trouble").hidden = !text;
}

function close() {
  if (dialog.open) dialog.close();
  body.replaceChildren();
  if (opener?.isConnected) opener.focus();
}

function trap(event) {
  if (event.key !== "Tab") return;
  const all = [...dialog.querySelectorAll("button, a[href], input, textarea, select, [tabindex='0']")].filter((one) => !one.disabled && one.offsetParent);
  const [first, last] = [all[0], all.at(-1)];
  if (event.shiftKey && [first, body].includes(document.activeElement)) { event.preventDefault(); last?.focus(); }
  if (!event.shiftKey && document.activeElement === last) { event.preventDefault(); first?.focus(); }
}
