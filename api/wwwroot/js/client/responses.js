/** Reads an error response: its status, the problem's stable code, and for how many milliseconds the server asks clients to wait. */
export async function rejectionOf(answer) {
  const problem = await problemOf(answer);
  return { status: answer.status, code: problem.code, problem, retryAfter: retryAfterOf(answer) };
}

// A proxy's error has no code: whatever its status is, the server itself has decided nothing.
async function problemOf(answer) {
  if (!answer.headers.get("Content-Type")?.startsWith("application/problem+json")) return {};
  try {
    return await answer.json();
  } catch {
    return {};
  }
}

function retryAfterOf(answer) {
  const text = answer.headers.get("Retry-After");
  if (!text) return 0;
  const wait = /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - Date.now();
  return wait > 0 ? wait : 0;
}
