import createClient from "openapi-fetch";

/**
 * Reads the feed and the first message of the stream with the types that openapi-typescript makes of the OpenAPI document.
 *
 * @param {string} baseUrl
 * @returns {Promise<{ entries: number, cursor: string, message: string }>}
 */
export async function readBoth(baseUrl) {
  /** @type {import("openapi-fetch").Client<import("./obj/api.js").paths>} */
  const client = createClient({ baseUrl });
  const params = { path: { eventId: "cup" } };
  const { data: page } = await client.GET("/api/events/{eventId}/feed", { params });
  if (!page) throw new Error("The feed is no page.");
  const { data: stream } = await client.GET("/api/events/{eventId}/stream", { params, parseAs: "stream" });
  if (!stream) throw new Error("The stream is none.");
  let message = "";
  for await (const text of stream.pipeThrough(new TextDecoderStream())) {
    message += text;
    if (message.includes("\n\n")) break;
  }
  return { entries: page.entries.length, cursor: page.cursor, message };
}
