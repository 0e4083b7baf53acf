// Everything that goes over the wire: deeds of this tab's person, the socket, small JSON calls.
import { word } from "./words.js";

const query = new URLSearchParams(location.search);
export const me = Number(query.get("person")) || 1;

export async function json(method, path, body) {
  const request = { method, headers: { "Content-Type": "application/json" }, body: body && JSON.stringify(body) };
  const response = await fetch(path, request);
  const text = await response.text();
  return { ok: response.ok, status: response.status, body: text ? JSON.parse(text) : null };
}

/** Do something as this person. Always resolves; `trouble` is a sentence for her when it failed. */
export async function act(deed, body = {}) {
  let answer;
  try {
    answer = await json("POST", `/playground/people/${me}/${deed}`, body);
  } catch {
    return { trouble: word("unreachable") };
  }
  if (answer.status === 502) return { trouble: word("unreachable") };
  if (!answer.ok) return { trouble: `${word("failed")} (${answer.body?.error ?? answer.status})` };
  const { status, body: said } = answer.body;
  if (status >= 300) return { trouble: `${word("failed")} (HTTP ${status})` };
  return { said, trouble: failureIn(said) };
}

function failureIn(said) {
  if (said?.type === "application/vnd.microsoft.error") return said.value?.message || word("failed");
  const code = said?.statusCode ?? 200;
  return code >= 300 ? `${word("failed")} (${code})` : "";
}

export function listen(onEvent, onBroken) {
  const locale = query.get("locale") ?? localStorage.getItem(`locale:${me}`) ?? "fi-FI";
  const socket = new WebSocket(`ws://${location.host}/playground/socket?person=${me}&locale=${locale}`);
  socket.onmessage = (event) => onEvent(JSON.parse(event.data));
  socket.onclose = () => {
    onBroken();
    setTimeout(() => listen(onEvent, onBroken), 1500);
  };
}
