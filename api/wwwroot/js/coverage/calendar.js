import { pageAddress } from "../shared/page-address.js";
import { statusOf } from "../shared/match-status.js";
import { placeText, teamsText } from "../shared/format.js";

const most = 75;
const encoder = new TextEncoder();

/** Returns the matches that have a time as an iCalendar file (RFC 5545). */
export function calendarOf(shown, event) {
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//LiveFeed//Coverage//EN", "CALSCALE:GREGORIAN", `X-WR-CALNAME:${escaped(event.name)}`];
  for (const one of shown.filter(({ match }) => match.startsAt)) lines.push(...entryOf(one, event));
  return [...lines, "END:VCALENDAR"].map((line) => `${folded(line)}\r\n`).join("");
}

function entryOf(shown, event) {
  const { match } = shown;
  const address = pageAddress("events", event.id);
  return [
    "BEGIN:VEVENT",
    // The same in every download, so that a calendar replaces the earlier entry.
    `UID:${match.id}.${event.id}@${new URL(address).hostname}`,
    `DTSTAMP:${utc(Date.now())}`,
    `DTSTART:${utc(match.startsAt)}`,
    ...(match.endsAt ? [`DTEND:${utc(match.endsAt)}`] : []),
    `SUMMARY:${escaped(teamsText(match))}`,
    `LOCATION:${escaped([event.name, match.court?.name].filter(Boolean).join(", "))}`,
    `DESCRIPTION:${escaped([placeText(match), address].filter(Boolean).join("\n"))}`,
    `URL:${address}`,
    ...(statusOf(shown) === "cancelled" ? ["STATUS:CANCELLED"] : []),
    "END:VEVENT",
  ];
}

function utc(time) {
  return new Date(time).toISOString().replace(/[-:]|\.\d+/g, "");
}

function escaped(content) {
  return content.replace(/[\\;,]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n");
}

/** Folds a line after 75 octets, but never within a character. */
function folded(line) {
  let [whole, length] = ["", 0];
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (length + octets > most) [whole, length] = [`${whole}\r\n `, 1];
    whole += character;
    length += octets;
  }
  return whole;
}
