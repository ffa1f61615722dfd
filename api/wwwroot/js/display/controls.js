import { button, element, setText } from "../shared/dom.js";
import { text } from "../shared/text.js";

const idleAfter = 3_000;

/** Controls for a mouse or a remote control. They and the pointer are hidden while nobody uses them. */
export function showControls() {
  const root = document.documentElement;
  const choose = element("a", "button", text("display.courts"));
  choose.href = location.pathname;
  const full = button(text("display.fullScreen"), "button");
  full.hidden = !document.fullscreenEnabled;
  full.addEventListener("click", () => (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen()));
  document.addEventListener("fullscreenchange", () => setText(full, text(document.fullscreenElement ? "display.leaveFullScreen" : "display.fullScreen")));
  const controls = element("nav", "controls", choose, full);
  controls.setAttribute("aria-label", text("display.thisScreen"));
  document.body.append(controls);

  let idle = 0;
  const used = () => {
    root.classList.remove("is-idle");
    clearTimeout(idle);
    idle = setTimeout(() => root.classList.add("is-idle"), idleAfter);
  };
  for (const kind of ["pointermove", "pointerdown", "keydown", "focusin"]) addEventListener(kind, used, { passive: true });
  used();
}
