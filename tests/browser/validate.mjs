// Judges pages with html-validate: prints what it finds in each, as JSON.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const require = createRequire(process.argv[2] + "/");
const { HtmlValidate, StaticConfigLoader } = require("html-validate");

const loader = new StaticConfigLoader({
  extends: ["html-validate:recommended", "html-validate:document", "html-validate:a11y", "html-validate:standard"],
  // A doctype in small letters is as good as any, our telephone numbers are the centre's own to write, and what comes
  // from the page's own service needs no seal.
  rules: { "doctype-style": "off", "tel-non-breaking": "off", "require-sri": ["error", { target: "crossorigin" }] },
});
const judge = new HtmlValidate(loader);
const found = [];
for (const file of process.argv.slice(3)) {
  const report = await judge.validateString(readFileSync(file, "utf-8"), file);
  for (const result of report.results)
    for (const one of result.messages) found.push(`${file}:${one.line} ${one.ruleId}: ${one.message}`);
}
console.log(JSON.stringify(found));
