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

/// What the work list shows tells the program what it may show: while a sample is checked, values made wrong among it.
let checking = false;
/// True where that is another than before.
export function setChecking(yes) {
  const other = yes !== checking;
  checking = yes;
  return other;
}

let underWay = 0;

/// Says on the page how many answers it waits for: while it is none, what is shown is what the program knows.
function count(change) {
  underWay += change;
  document.documentElement.dataset.underWay = underWay;
}

async function answer(request, read = (response) => response.json()) {
  count(1);
  try {
    const response = await request().catch(() => null);
    if (!response) throw new ApiError(0, "offline", "", null);
    const body = await (response.ok ? read(response) : response.json()).catch(() => null);
    if (!response.ok || body === null) throw failure(response.ok ? 502 : response.status, body);
    return body;
  } finally {
    count(-1);
  }
}

const query = (parameters) =>
  new URLSearchParams(Object.entries({ ...parameters, lang: language(), checking: checking ? "1" : null }).filter(([, value]) => value !== null && value !== undefined && value !== ""));

export const get = (name, parameters = {}) => answer(() => fetch(`/api/${name}?${query(parameters)}`));

/// A file: its name and bytes.
export const download = (name, parameters) => answer(() => fetch(`/api/${name}?${query(parameters)}`),
  async (response) => ({ name: /filename="([^"]+)"/.exec(response.headers.get("content-disposition"))?.[1] ?? name, blob: await response.blob() }));

export const post = (name, body) =>
  answer(() =>
    fetch(`/api/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ ...body, lang: language(), checking: checking ? "1" : undefined }),
    }),
  );

export const pageImage = (document, page) => `/api/page?${new URLSearchParams({ document, page })}`;
