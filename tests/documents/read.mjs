// Reads calendar files with ical.js, as a calendar program does: prints what each of them says, as JSON.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const require = createRequire(process.argv[2] + "/");
const ICAL = require("ical.js").default ?? require("ical.js");

const told = process.argv.slice(3).map((file) => {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, "utf-8")));
  const zones = calendar.getAllSubcomponents("vtimezone").map((one) => new ICAL.Timezone(one));
  for (const zone of zones) ICAL.TimezoneService.register(zone);
  const entries = calendar.getAllSubcomponents("vevent").map((one) => {
    const event = new ICAL.Event(one);
    return {
      uid: event.uid,
      sequence: event.sequence,
      status: one.getFirstPropertyValue("status"),
      summary: event.summary,
      description: event.description,
      start: event.startDate.toJSDate().toISOString(),
      end: event.endDate.toJSDate().toISOString(),
      zone: event.startDate.zone.tzid,
    };
  });
  return { method: calendar.getFirstPropertyValue("method"), zones: zones.map((one) => one.tzid), entries };
});
console.log(JSON.stringify(told));
