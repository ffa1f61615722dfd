/**
 * Yields what a stream of Server-Sent Events says, as `{ event, id, data, retry }`: a block when it is complete; a comment, which has none
 * of these, and a `retry` at once. Lines end with LF, CRLF or CR. Anything else, such as a page of HTML, yields nothing.
 *
 * @param {ReadableStream<Uint8Array>} body
 * @param {(length: number) => void} onBytes Called for each piece with its length, before what it completes.
 */
export async function* blocksOf(body, onBytes) {
  const reader = body.getReader();
  // It drops a byte order mark at the start.
  const decoder = new TextDecoder();
  let rest = "";
  let fields = {};
  let isAfterReturn = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      onBytes(value.length);
      let text = decoder.decode(value, { stream: true });
      if (text === "") continue;
      // The two characters of one line end may come in two pieces.
      const isEndOfReturn = isAfterReturn && text[0] === "\n";
      isAfterReturn = text.endsWith("\r");
      if (isEndOfReturn) text = text.slice(1);
      // Don't search an incomplete line again with each piece of it.
      if (!/[\r\n]/.test(text)) {
        rest += text;
        continue;
      }
      const lines = (rest + text).split(/\r\n|\r|\n/);
      rest = lines.pop();
      for (const line of lines) {
        const [, name, data] = /^(\w*)(?:: ?(.*))?$/s.exec(line) ?? [];
        if (line === "") {
          if (Object.keys(fields).length > 0) yield fields;
          fields = {};
        } else if (name === "" || name === "retry") {
          yield name ? { retry: data } : {};
        } else if (name === "data" || name === "id" || name === "event") {
          fields[name] = name === "data" && name in fields ? `${fields.data}\n${data ?? ""}` : data ?? "";
        }
      }
    }
  } finally {
    // If the consumer stops, cancel the response.
    await reader.cancel().catch(() => {});
  }
}
