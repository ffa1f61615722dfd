import { element } from "./dom.js";

/** A region that scrolls by itself if its table is wider than the page. */
export function tableRegion(label, table) {
  const region = element("div", "table-wrap", table);
  region.tabIndex = 0;
  region.setAttribute("role", "region");
  region.setAttribute("aria-label", label);
  return region;
}
