// Records and what was decided about them, as this page knows it: fetched ahead, decided in order, never lost.
import { get, pageImage, post } from "./api.js";

const kKept = 40; // records kept; a neighbour is there before it is asked for
export const recordKey = (record) => `${record.document}/${record.activity}`;
const fieldKey = (record, name) => `${recordKey(record)}/${name}`;

/// The newest decision about a record that stands and is that person's: of an earlier sitting.
function lastOf(record, reviewer) {
  const standing = record?.history.filter((one) => one.reviewer === reviewer && !one.undone && one.state === "applied" && one.kind !== "undo") ?? [];
  const newest = standing.reduce((last, one) => (last && last.number > one.number ? last : one), null);
  return newest && { record, name: newest.field, number: newest.number };
}

/// Keeps records, what was typed but not saved (drafts), and what is on its way to the server (pending).
export class Records extends EventTarget {
  constructor() {
    super();
    this.known = new Map(); // key: promise of a record
    this.drafts = new Map(); // field key: {record, name, text, value}, either of them undefined where not touched
    this.pending = new Map(); // field key: the last job under way
    this.line = Promise.resolve(); // decisions go out one after another, in the order in which they were made
    this.images = new Map();
    this.sent = 0; // decisions so far
    this.paragraphs = new Map(); // field key: {text, count} of paragraphs that were found right, one by one
    this.made = []; // decisions of this sitting that can be undone, the last one last
  }

  /// The record, from here if it is known. `fresh` asks the server in any case, and for the lease with it.
  get(document, activity, fresh = false) {
    const key = `${document}/${activity}`;
    if (!fresh && this.known.has(key)) return this.known.get(key);
    const { sent } = this;
    const asked = get("record", { document, activity, hold: fresh ? 1 : null });
    if (!this.known.has(key)) this.keep(key, asked);
    // What was asked for before a decision went out may be older than what the decision's answer said.
    asked.then((record) => sent === this.sent && this.put(record), () => this.known.get(key) === asked && this.known.delete(key));
    return asked;
  }

  /// Takes the lease from oneself in another window.
  takeOver(record) {
    return get("record", { document: record.document, activity: record.activity, hold: 2 }).then((now) => this.put(now));
  }

  /// Lets go of the lease; works while the page is being closed.
  release(record) {
    navigator.sendBeacon("/api/release", new Blob([JSON.stringify({ document: record.document, activity: record.activity })], { type: "application/json" }));
  }

  keep(key, record) {
    this.known.delete(key);
    this.known.set(key, record);
    if (this.known.size > kKept) this.known.delete(this.known.keys().next().value);
  }

  /// A record as the server now has it; whoever shows it hears of it.
  put(record) {
    this.keep(recordKey(record), Promise.resolve(record));
    this.dispatchEvent(new CustomEvent("record", { detail: record }));
  }

  forget() {
    this.known.clear();
  }

  /// Fetches a record and the images of its pages before they are needed.
  async ahead(document, activity) {
    const record = await this.get(document, activity).catch(() => null);
    for (const page of record?.pages ?? []) this.image(document, page.page);
    return record;
  }

  image(document, page) {
    const url = pageImage(document, page);
    if (!this.images.has(url)) {
      const image = new Image();
      image.src = url;
      image.decode().catch(() => this.images.delete(url));
      this.images.set(url, image);
      if (this.images.size > 12) this.images.delete(this.images.keys().next().value);
    }
    return url;
  }

  draft(record, name) {
    return this.drafts.get(fieldKey(record, name)) ?? null;
  }

  setDraft(record, name, change) {
    const key = fieldKey(record, name);
    const draft = { ...(this.drafts.get(key) ?? { record, name }), ...change };
    if (draft.text === undefined && draft.value === undefined) this.drafts.delete(key);
    else this.drafts.set(key, draft);
  }

  dropDraft(record, name) {
    this.drafts.delete(fieldKey(record, name));
  }

  draftsOf(record) {
    return [...this.drafts.values()].filter((draft) => recordKey(draft.record) === recordKey(record));
  }

  /// How many paragraphs of `text` were found right; another text begins anew.
  paragraphsRead(record, name, text) {
    const known = this.paragraphs.get(fieldKey(record, name));
    return known?.text === text ? known.count : 0;
  }

  setParagraphsRead(record, name, text, count) {
    this.paragraphs.set(fieldKey(record, name), { text, count });
  }

  isPending(record, name) {
    return this.pending.get(fieldKey(record, name)) ?? null;
  }

  get unsaved() {
    return this.drafts.size + this.pending.size > 0;
  }

  /// Sends a decision about a field: {kind, text, value, reason}. The field counts as decided at once; should the
  /// server refuse, what was typed becomes a draft again and "refused" tells why.
  decide(record, field, decision) {
    const key = fieldKey(record, field.name);
    const job = { record, field, decision, after: this.pending.get(key)?.after ?? field.after };
    this.pending.set(key, job);
    this.drafts.delete(key);
    this.paragraphs.delete(key);
    this.line = this.line.then(() => this.send(key, job));
    return this.line;
  }

  async send(key, job) {
    const { record, field, decision } = job;
    this.sent += 1;
    try {
      const answer = await post("decide", { document: record.document, activity: record.activity, field: field.name, ...decision, after: job.after });
      const number = answer.record.fields.find((one) => one.name === field.name)?.after ?? 0;
      const later = this.pending.get(key);
      if (later === job) this.pending.delete(key);
      else if (later) later.after = number;
      this.made.push({ record, name: field.name, number });
      if (field.kind === "heading") this.forget(); // it stands over other records, too
      this.put(answer.record);
      this.dispatchEvent(new CustomEvent("decided", { detail: job }));
    } catch (error) {
      if (this.pending.get(key) === job) {
        this.pending.delete(key);
        if (decision.kind === "correct" && !this.drafts.has(key)) this.setDraft(record, field.name, { text: decision.text, value: decision.value });
      }
      if (error.code === "stale") await this.get(record.document, record.activity, true).catch(() => null);
      this.dispatchEvent(new CustomEvent("refused", { detail: { ...job, error } }));
    }
  }

  /// Takes back a decision; without one, the last of this sitting, else the last that `open` has of `reviewer`. Null
  /// where there is none.
  async undo(decision = null, open = null, reviewer = "") {
    await this.line;
    const last = decision ?? this.made.at(-1) ?? lastOf(open, reviewer);
    if (!last) return null;
    const answer = await post("undo", { document: last.record.document, number: last.number });
    this.made = this.made.filter((one) => one.number !== last.number);
    if (last.name?.startsWith("heading:")) this.forget();
    if (answer.record) this.put(answer.record);
    return { ...last, record: answer.record ?? last.record };
  }

  /// An operation on whole records: split, join, add, remove. Neighbours change with it, so all are asked for anew.
  async restructure(operation, body) {
    await this.line;
    const answer = await post(operation, body);
    this.forget();
    if (answer.record) this.put(answer.record);
    this.made.push({ record: answer.record ?? { document: body.document, activity: body.activity }, name: null, number: answer.decision });
    return answer;
  }
}
