import { teamsText } from "../shared/format.js";

const shows = { "": "", live: "In play", upcoming: "Upcoming", finished: "Finished" };

/** The window's title for a view: the open match, or the list's filters, and the event. */
export function titleOf(view, event, { divisions, courts }, open) {
  if (open) return [teamsText(open.match), event.name];
  const nameIn = (named, id) => named.find((one) => one.id === id)?.name;
  const filters = [shows[view.show], view.mine && "My teams", nameIn(divisions, view.division), nameIn(courts, view.court), view.team];
  return [filters.filter(Boolean).join(", "), event.name];
}
