import { element } from "../shared/dom.js";
import { field, selectField } from "../shared/form.js";
import { sportText } from "../shared/format.js";
import { text } from "../shared/text.js";
import { timeZoneField } from "./time-zone-field.js";

const sports = ["volleyball", "beach-volleyball", "tennis", "football", "generic"];
const withSets = new Set(["volleyball", "beach-volleyball", "tennis"]);
const numbersOfSets = [3, 5];

/** The fields for creating and changing an event; the fields `before` are placed between name and sport. */
export function eventFields(event = {}, ...before) {
  const formats = [{ value: "", text: text("manage.usualFormat") }, ...numbersOfSets.map((count) => ({ value: `${count}`, text: text("manage.bestOf", { count }) }))];
  const audiences = [{ value: "public", text: text("manage.forEverybody") }, { value: "members", text: text("manage.forMembers") }];
  const name = field({ name: "name", label: text("manage.name"), maxlength: 200, required: "", autocomplete: "off" });
  const sport = selectField({ name: "sport", label: text("manage.sport"), hint: text("manage.sportHint"), options: sports.map((value) => ({ value, text: sportText(value) || text("manage.anotherSport") })) });
  const bestOf = selectField({ name: "bestOf", label: text("manage.format"), options: formats });
  const visibility = selectField({ name: "visibility", label: text("manage.visibility"), options: audiences });
  const startsAt = field({ name: "startsAt", label: text("manage.starts"), type: "datetime-local" });
  const endsAt = field({ name: "endsAt", label: text("manage.ends"), type: "datetime-local" });
  const timeZone = timeZoneField();
  const fields = [name, ...before, sport, bestOf, visibility, startsAt, endsAt, timeZone];

  let known = event;
  const fill = (now) => {
    known = now;
    name.input.value = known.name ?? "";
    sport.input.value = known.sport ?? "volleyball";
    bestOf.input.value = known.bestOf ?? "";
    visibility.input.value = known.visibility ?? "public";
    startsAt.input.value = localText(known.startsAt);
    endsAt.input.value = localText(known.endsAt);
    // A new event is most likely where its organizer is.
    timeZone.input.value = known.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone ?? "UTC";
    showFormat();
  };
  const showFormat = () => {
    bestOf.element.hidden = !withSets.has(sport.input.value);
    // The API takes an empty value as "unchanged": a chosen format can be changed, but not removed.
    bestOf.input.options[0].disabled = Boolean(known.bestOf) && known.sport === sport.input.value;
  };
  sport.input.addEventListener("change", showFormat);
  fill(event);

  return {
    fields,
    name,
    fill,
    elements: [
      name.element,
      ...before.map((one) => one.element),
      element("div", "pair", sport.element, bestOf.element),
      visibility.element,
      element("div", "pair", startsAt.element, endsAt.element),
      timeZone.element,
    ],
    values: () => ({
      name: name.input.value.trim(),
      sport: sport.input.value,
      bestOf: bestOf.element.hidden || !bestOf.input.value ? null : Number(bestOf.input.value),
      visibility: visibility.input.value,
      startsAt: wireText(startsAt.input.value),
      endsAt: wireText(endsAt.input.value),
      timeZone: timeZone.input.value.trim() || null,
    }),
  };
}

// The picker shows and takes the reader's local time.
function localText(time) {
  if (!time) return "";
  const at = new Date(time);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function wireText(local) {
  return local ? new Date(local).toISOString() : null;
}
