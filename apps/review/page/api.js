// The server, as the page knows it: JSON over the page's own origin.
import { language } from "./texts.js";

/// What the server answered instead of what was asked; code "offline" where it did not answer at all.
export class ApiError extends Error {
  constructor(status, code, message, body) {
    super(message);
    Object.assign(this, { status, code, body });
  }
}

const failure = (status, body) =>
  new ApiError(status, body?.error?.code ?? (status === 401 ? "token" : "failed"), body?.error?.message ?? "", body);

async function answer(request) {
  let response;
  try {
    response = await request();
  } catch {
    throw new ApiError(0, "offline", "", null);
  }
  const body = await response.json().catch(() => null);
  if (!response.ok || body === null) throw failure(response.ok ? 502 : response.status, body);
  return body;
}

const query = (parameters) =>
  new URLSearchParams(Object.entries({ ...parameters, lang: language() }).filter(([, value]) => value !== null && value !== undefined && value !== ""));

export const get = (name, parameters = {}) => answer(() => fetch(`/api/${name}?${query(parameters)}`));

export const post = (name, body) =>
  answer(() =>
    fetch(`/api/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ ...body, lang: language() }),
    }),
  );

export const pageImage = (document, page) => `/api/page?${new URLSearchParams({ document, page })}`;
