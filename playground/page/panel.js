// The drawer of controls: language, theme, app, pretended time, people, faults.
import { act, json, me } from "./net.js";
import { faults, language, local, moment, nameOf, word } from "./words.js";

const panel = document.getElementById("panel");
const pill = document.getElementById("clock");
let clock = null;

const now = () => new Date(clock.at.getTime() + (performance.now() - clock.read) * clock.rate);

function make(tag, attributes = {}, ...children) {
  const element = Object.assign(document.createElement(tag), attributes);
  element.append(...children);
  return element;
}

function field(label, control) {
  return make("label", { className: "field" }, make("span", { textContent: label }), control);
}

function select(options, value, onChange) {
  const control = make("select", {}, ...options.map(([key, name]) => new Option(name, key, false, key === value)));
  if (onChange) control.addEventListener("change", () => onChange(control.value));
  return control;
}

function button(label, onClick, className = "button") {
  const element = make("button", { type: "button", className, textContent: label });
  element.addEventListener("click", onClick);
  return element;
}

const section = (title, ...children) => make("section", {}, make("h2", { textContent: title }), ...children);
const quiet = (text) => make("p", { className: "quiet", textContent: text });

/** Draw the drawer anew; `state` is the page's, `change` its ways to change itself. */
export function drawPanel(state, change) {
  const installed = state.chat?.installed;
  const app = button(word(installed ? "uninstall" : "install"), () => act(installed ? "uninstall" : "install", { chat: state.chat.id }));
  panel.replaceChildren(
    make("div", { className: "pair" },
      field(word("language"), select([["fi-FI", "Suomi"], ["sv-FI", "Svenska"], ["en-GB", "English"]], language.locale, change.locale)),
      field(word("theme"), select([["light", word("light")], ["dark", word("dark")]], document.documentElement.dataset.theme, change.theme))),
    timeSection(), section(word("app"), app), peopleSection(state.people), faultSection(),
  );
  readClock();
}

function timeSection() {
  const at = make("input", { type: "datetime-local", id: "move-to" });
  const note = make("p", { className: "note bad", id: "clock-note" });
  note.setAttribute("role", "status");
  const jump = (hours) => () => clock && move(new Date(now().getTime() + hours * 3600_000).toISOString());
  return section(word("time"),
    make("p", { className: "now", id: "now" }), quiet(word("timeNote")),
    make("div", { className: "row" }, button(word("hour"), jump(1)), button(word("day"), jump(24)), button(word("week"), jump(168))),
    field(word("moveTo"), at), button(word("move"), () => at.value && move(at.value), "button primary"), note);
}

function peopleSection(people) {
  const others = people.filter((person) => person.number !== me);
  const link = (person) => make("li", {}, make("a", { href: `/?person=${person.number}`, target: "_blank", rel: "noopener", textContent: nameOf(person.names) }));
  return section(word("people"), quiet(word("peopleNote")), make("ul", { className: "people" }, ...others.map(link)));
}

function faultSection() {
  const list = make("ul", { className: "faults", id: "faults" });
  const kind = select(faults(), "delay");
  const times = make("input", { type: "number", min: 1, value: 1 });
  const seconds = make("input", { type: "number", min: 0, value: 5 });
  const add = async () => {
    const [name, status] = kind.value.split(":");
    const wait = { seconds: Number(seconds.value), ...(status === "429" ? { retry_after: Number(seconds.value) } : {}) };
    await json("POST", "/playground/faults", { kind: name, times: Number(times.value), ...wait, ...(status ? { status: Number(status) } : {}) });
    readFaults();
  };
  const clear = async () => { await json("DELETE", "/playground/faults"); readFaults(); };
  setTimeout(readFaults);
  return section(word("faults"), quiet(word("faultsNote")), field(word("fault"), kind),
    make("div", { className: "pair" }, field(word("times"), times), field(word("seconds"), seconds)),
    make("div", { className: "row" }, button(word("add"), add), button(word("clear"), clear)), list);
}

async function readFaults() {
  const { body } = await json("GET", "/playground/faults");
  const names = Object.fromEntries(faults());
  const line = (one) => `${names[one.kind] ?? names[`status:${one.status}`] ?? `${one.kind} ${one.status}`} × ${one.times === null ? "∞" : one.times - one.used}`;
  document.getElementById("faults")?.replaceChildren(...(body.length ? body.map((one) => make("li", { textContent: line(one) })) : [make("li", { className: "quiet", textContent: word("none") })]));
}

/** Ask the service for its time; the page keeps it running in between. */
export async function readClock() {
  const answer = await json("GET", "/playground/clock").catch(() => null);
  if (answer?.ok) set(answer.body);
  else clock = null;
  tick();
}

function set(body) {
  clock = { at: new Date(body.now), rate: body.rate ?? 1, read: performance.now() };
}

async function move(to) {
  const answer = await json("POST", "/playground/clock", { now: to });
  if (answer.ok) set(answer.body);
  document.getElementById("clock-note").textContent = answer.ok ? "" : answer.status === 409 ? word("past") : answer.body?.error ?? word("failed");
  tick();
}

export function tick() {
  pill.hidden = !clock;
  const text = clock ? moment(now()) : word("noClock");
  pill.querySelector("strong").textContent = text;
  const line = document.getElementById("now");
  if (line) line.textContent = text;
  const field = document.getElementById("move-to");
  if (field && clock && document.activeElement !== field && (!field.value || field.value < local(now()))) field.value = local(now());
}
