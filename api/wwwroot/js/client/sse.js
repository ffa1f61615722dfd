/**
 * Yields the blocks of a stream of Server-Sent Events, as `{ event, id, data, retry }`; a block of comments has none of these.
 * `onBytes` is called for all data, also for part of a block: a large snapshot on a slow connection is not silence.
 */
export async function* blocksOf(body, onBytes) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      onBytes();
      rest += value;
      // Don't search an incomplete block again with each piece of it.
      if (!value.includes("\n")) continue;
      const blocks = rest.split("\n\n");
      rest = blocks.pop();
      for (const block of blocks) yield parse(block);
    }
  } finally {
    // If the consumer stops, cancel the response.
    await reader.cancel().catch(() => {});
  }
}

function parse(block) {
  const fields = {};
  for (const line of block.split("\n")) {
    const colon = line.indexOf(":");
    if (colon <= 0) continue;
    const [name, value] = [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, "")];
    fields[name] = name === "data" && "data" in fields ? `${fields.data}\n${value}` : value;
  }
  return fields;
}
