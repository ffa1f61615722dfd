import { element } from "../shared/dom.js";
import { field } from "../shared/form.js";
import { newId } from "../client/ids.js";
import { text } from "../shared/text.js";

/** The field for an event's time zone, which offers the zones that the browser knows. The server may know others: any name can be typed. */
export function timeZoneField() {
  const list = element("datalist");
  list.id = `time-zones-${newId().slice(0, 6)}`;
  const zones = Intl.supportedValuesOf?.("timeZone") ?? [];
  list.append(...["UTC", ...zones.filter((zone) => zone !== "UTC")].map((zone) => new Option(zone)));
  const timeZone = field({
    name: "timeZone", label: text("manage.timeZone"), hint: text("manage.timeZoneHint"), list: list.id, maxlength: 64, autocomplete: "off", autocapitalize: "none", spellcheck: "false",
  });
  timeZone.element.append(list);
  return timeZone;
}
