/** A random id. crypto.randomUUID is missing where a page came over plain HTTP, as it may in a hall's own network. */
export function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
