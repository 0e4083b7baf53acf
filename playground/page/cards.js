// Draws Adaptive Cards the way Teams does. Colours are CSS variables, so a theme needs no second drawing.
const text = (name) => ({ default: `var(--${name})`, subtle: name === "text" ? "var(--subtle)" : `var(--${name})` });
const colours = {
  default: text("text"), dark: text("text"), light: text("surface"), accent: text("accent"),
  good: text("good"), warning: text("warning"), attention: text("bad"),
};
const box = (background) => ({ backgroundColor: background, borderColor: "var(--line)", foregroundColors: colours });
const sizes = { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 };
const font = (family) => ({ fontFamily: family, fontSizes: sizes, fontWeights: { lighter: 300, default: 400, bolder: 600 } });
const HOST = {
  hostCapabilities: {}, choiceSetInputValueSeparator: ",", supportsInteractivity: true,
  spacing: { small: 6, default: 10, medium: 14, large: 18, extraLarge: 26, padding: 16 },
  separator: { lineThickness: 1, lineColor: "var(--line)" },
  imageSizes: { small: 32, medium: 52, large: 100 },
  fontTypes: { default: font("var(--font)"), monospace: font("Consolas, 'Courier New', monospace") },
  textStyles: { heading: { size: "large", weight: "bolder" }, columnHeader: { weight: "bolder" } },
  containerStyles: {
    default: box("transparent"), emphasis: box("var(--quiet-surface)"), accent: box("var(--accent-surface)"),
    good: box("var(--good-surface)"), attention: box("var(--bad-surface)"), warning: box("var(--warning-surface)"),
  },
  inputs: {
    label: {
      inputSpacing: "small",
      requiredInputs: { color: "default", size: "default", weight: "bolder", suffix: " *", suffixColor: "attention" },
      optionalInputs: { color: "default", size: "default", weight: "bolder" },
    },
    errorMessage: { color: "attention", size: "default", spacing: "small", weight: "default" },
  },
  actions: {
    maxActions: 6, spacing: "medium", buttonSpacing: 8, actionsOrientation: "horizontal", actionAlignment: "left",
    showCard: { actionMode: "inline", inlineTopMargin: 14, style: "emphasis" }, iconPlacement: "leftOfTitle", iconSize: 16,
  },
  factSet: {
    title: { weight: "bolder", wrap: true, maxWidth: 180 }, value: { wrap: true }, spacing: 14,
  },
  table: { cellSpacing: 8 }, textBlock: { headingLevel: 2 },
  adaptiveCard: { allowCustomStyle: false },
};
let markdown;

function prepare() {
  const marks = ["emphasis", "link", "list", "escape", "newline", "entity"];
  markdown = window.markdownit("zero").enable(marks);
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (source, result) => {
    result.outputHtml = markdown.render(source);
    result.didProcess = true;
  };
}

export const ready = () => Boolean(window.AdaptiveCards && window.markdownit);

export function formatted(source) {
  if (!markdown) prepare();
  return markdown.render(source);
}

/** Draw `content`; `onAction(action)` gets what was pressed, its data already joined with the inputs. */
export function draw(content, onAction) {
  if (!markdown) prepare();
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(HOST);
  card.onExecuteAction = onAction;
  card.parse(content);
  const element = card.render();
  for (const link of element.querySelectorAll("a[href]")) Object.assign(link, { target: "_blank", rel: "noopener noreferrer" });
  for (const field of element.querySelectorAll("textarea.ac-input")) grow(field);
  return element;
}

function grow(field) {
  const fit = () => {
    field.style.height = "auto";
    field.style.height = `${Math.min(field.scrollHeight + 2, 340)}px`;
  };
  field.addEventListener("input", fit);
  requestAnimationFrame(fit);
}

/** While something runs: no button can be pressed twice, and one sees that it runs. Gives back the way out. */
export function busy(place) {
  const focused = document.activeElement;
  const buttons = [...place.querySelectorAll("button, .ac-pushButton")].filter((one) => !one.disabled);
  for (const button of buttons) button.disabled = true;
  place.classList.add("busy");
  place.setAttribute("aria-busy", "true");
  return () => {
    for (const button of buttons) button.disabled = false;
    place.classList.remove("busy");
    place.removeAttribute("aria-busy");
    if (focused?.isConnected && document.activeElement === document.body) focused.focus();
  };
}

/** What kind of press this is, in Teams' terms. */
export function kindOf(action) {
  const type = action.getJsonTypeName();
  if (type === "Action.OpenUrl") return "link";
  if (type === "Action.Execute") return "execute";
  if (type !== "Action.Submit") return "other";
  return action.data?.msteams?.type === "task/fetch" ? "dialog" : "submit";
}
