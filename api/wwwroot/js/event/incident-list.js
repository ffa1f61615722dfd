import { element } from "../shared/dom.js";
import { teamName } from "../shared/format.js";
import { incidentMinute, incidentPeople, kindText } from "../shared/incident-text.js";

/** Returns the incidents of a match as a list: those of team 1 at the left, those of team 2 at the right. */
export function incidentList(incidents, match) {
  return element("ol", "incidents", ...incidents.map((incident) => itemOf(incident, match)));
}

function itemOf(incident, match) {
  const { kind, side, detail } = incident;
  const sign = element("span", "sign");
  sign.dataset.kind = kind;
  sign.ariaHidden = "true";
  const people = incidentPeople(incident);
  const what = element("span", "incident-what", element("span", "incident-kind", kindText(kind)),
    ...(people ? [" ", element("span", "incident-person", people)] : []),
    ...(detail ? [" ", element("span", "incident-detail", detail)] : []),
    ...(side ? [element("span", "visually-hidden", `, ${teamName(match, side)}`)] : []));
  const item = element("li", "incident", element("span", "incident-minute", incidentMinute(incident)), sign, what);
  item.dataset.incident = incident.id;
  if (side) item.dataset.side = `${side}`;
  return item;
}
