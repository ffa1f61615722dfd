import { element, setText } from "../shared/dom.js";
import { text } from "../shared/text.js";

/**
 * Tabs named in the address, such as `#schedule`. `sections` are `{ id, word, section }`; a section has an `element` and may have `open`
 * and `close`, which are called when it is shown and hidden. `count(id, number)` shows a number on a tab.
 */
export function tabsOf(sections) {
  const list = element("div", "tabs manage-tabs");
  list.setAttribute("role", "tablist");
  list.setAttribute("aria-label", text("manage.sections"));
  const tabs = new Map();
  for (const { id, word, section } of sections) {
    const count = element("span", "tab-count");
    count.hidden = true;
    const tab = element("button", "", word, count);
    Object.assign(tab, { type: "button", id: `tab-${id}` });
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", `section-${id}`);
    const panel = element("section", "panel", section.element);
    panel.id = `section-${id}`;
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab.id);
    panel.hidden = true;
    tab.addEventListener("click", () => { location.hash = id; });
    tabs.set(id, { id, tab, panel, section, count });
    list.append(tab);
  }
  list.addEventListener("keydown", (event) => move(event, [...tabs.values()]));

  let shown;
  // Not scrollIntoView, which would scroll the page too.
  const reveal = () => { list.scrollLeft = shown.tab.offsetLeft - (list.clientWidth - shown.tab.offsetWidth) / 2; };
  const show = () => {
    const wanted = tabs.get(location.hash.slice(1)) ?? tabs.values().next().value;
    if (wanted === shown) return;
    shown?.section.close?.();
    shown = wanted;
    for (const { tab, panel } of tabs.values()) {
      const isShown = tab === wanted.tab;
      tab.setAttribute("aria-selected", `${isShown}`);
      tab.tabIndex = isShown ? 0 : -1;
      panel.hidden = !isShown;
    }
    reveal();
    wanted.section.open?.();
  };
  addEventListener("hashchange", show);
  return {
    elements: [list, ...[...tabs.values()].map(({ panel }) => panel)],
    show,
    count(id, number, word) {
      const { count } = tabs.get(id);
      count.hidden = number === 0;
      if (setText(count, number === 0 ? "" : `${number}`) && number > 0) count.append(element("span", "visually-hidden", ` ${word}`));
      if (shown) reveal();
    },
    end() {
      removeEventListener("hashchange", show);
      shown?.section.close?.();
    },
  };
}

function move(event, tabs) {
  const at = tabs.findIndex(({ tab }) => tab === document.activeElement);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  const next = tabs[(to + tabs.length) % tabs.length];
  next.tab.focus();
  location.hash = next.id;
}
