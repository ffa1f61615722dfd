import { NetworkError } from "../client/network-error.js";
import { baseUrl } from "../client/base-url.js";

/** Adds a style sheet to the page, such as `css/pages/events-brackets.css`, and waits until it applies. Rejects with a NetworkError. */
export function loadStyles(path) {
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = new URL(path, baseUrl).href;
  return new Promise((resolve, reject) => {
    sheet.addEventListener("load", resolve);
    sheet.addEventListener("error", (event) => {
      sheet.remove();
      reject(new NetworkError(event));
    });
    document.head.append(sheet);
  });
}
