import { element } from "../shared/dom.js";
import { text } from "../shared/text.js";

/**
 * The QR code of a scorer link.
 *
 * @param {string} svg As the server has drawn it.
 */
export function qrCode(svg) {
  const code = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  code.setAttribute("role", "img");
  code.setAttribute("aria-label", text("scorer.code"));
  return element("div", "qr-code", code);
}
