/**
 * Reads an error response: its status, the problem's stable code, and for how many milliseconds the server asks clients to wait.
 *
 * @param {Response} response
 * @returns {Promise<Rejection>}
 */
export async function rejectionOf(response) {
  const problem = await problemOf(response);
  return { status: response.status, code: problem.code, problem, retryAfter: retryAfterOf(response) };
}

// A proxy's error has no code: whatever its status is, the server itself has decided nothing.
async function problemOf(response) {
  if (!response.headers.get("Content-Type")?.startsWith("application/problem+json")) return {};
  try {
    return await response.json();
  } catch {
    return {};
  }
}

function retryAfterOf(response) {
  const text = response.headers.get("Retry-After");
  if (!text) return 0;
  const wait = /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - Date.now();
  return wait > 0 ? wait : 0;
}
