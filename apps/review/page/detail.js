// How a field or a record came to be what it is: read, joined, decided.
import { el } from "./dom.js";
import { t, when } from "./texts.js";

// Browsers stop at boxes that scroll; tabIndex -1 keeps Tab to inputs.
const line = (name, value) => (value ? [el("dt", { text: name }), el("dd", { text: value, tabIndex: -1 })] : []);

export const decisionLine = (decision) => `${t(`kind_${decision.kind}`)} · ${t("by_at", decision.reviewer, when(decision.at))}`;

function change(decision) {
  const shown = (text) => (text === null || text === undefined || text === "" ? t("empty") : text);
  const lines = [];
  if (decision.text !== null && decision.text !== undefined && decision.text !== decision.old_text) lines.push(t("was_now", shown(decision.old_text), shown(decision.text)));
  if (decision.value !== null && decision.value !== undefined && decision.value !== decision.old_value) lines.push(t("was_now", shown(decision.old_value), shown(decision.value)));
  return lines;
}

/// One decision, with a button to take it back where it still stands.
export function decisionItem(decision, label, onUndo) {
  const gone = decision.undone || decision.state !== "applied";
  return el("li", { class: gone ? "gone" : "" },
    el("span", { text: `${label ? `${label}: ` : ""}${decisionLine(decision)}` }),
    gone && decision.state !== "applied" ? el("em", { text: ` ${t(`state_${decision.state}`)}` }) : null,
    gone || decision.kind === "undo" ? null : el("button", { type: "button", class: "quiet", text: t("undo"), on: { click: () => onUndo(decision) } }),
    ...change(decision).map((text) => el("p", { text })),
    decision.reason ? el("p", { text: decision.reason }) : null);
}

function rawOf(field) {
  const inLine = (raw) => raw.replaceAll("\n", " ⏎ ");
  if (field.pieces?.length > 1) return field.pieces.map((piece) => `${t("page_short", piece.page)}: ${inLine(piece.raw)}`).join("\n");
  return field.raw !== field.text ? inLine(field.raw) : "";
}

/// What stands below the input of the field that has the focus.
export function detailOf(record, field, onUndo) {
  const history = record.history.filter((decision) => decision.field === field.name);
  const raw = rawOf(field);
  const facts = [...line(t("extracted"), field.extracted?.text !== field.text ? field.extracted?.text : ""),
    ...line(`${t("extracted")} (${t("value")})`, field.extracted?.value !== field.value ? field.extracted?.value : "")];
  return [raw ? el("details", {}, el("summary", { text: t("raw"), tabIndex: -1 }), el("dl", {}, el("dd", { text: raw, tabIndex: -1 }))) : null, facts.length ? el("dl", {}, ...facts) : null,
    history.length ? el("ol", { class: "history", "aria-label": t("history") }, ...history.map((decision) => decisionItem(decision, "", onUndo))) : null].filter(Boolean);
}

/// What is known of the record as a whole: where it stands, why its pieces were joined, what checks said.
export function recordNotes(record, onTakeOver) {
  const notes = [];
  if (record.held_elsewhere)
    notes.push(el("p", { class: "held", role: "status" }, t("held_elsewhere"), " ", el("button", { type: "button", text: t("take_over"), on: { click: onTakeOver } })));
  else if (record.held_by) notes.push(el("p", { class: "held", role: "status", text: t("held_by", record.held_by) }));
  for (const join of record.joins)
    notes.push(el("p", { class: "joined", text: t("joined", join.pages[0], join.pages.at(-1), join.reason_text || join.reason, Math.round(join.confidence * 100)) }));
  for (const finding of record.findings) notes.push(el("p", { class: `finding ${finding.severity}`, text: finding.message }));
  return notes;
}

/// Decisions about the record as a whole, and those about fields that it no longer has.
export function recordHistory(record, onUndo) {
  const here = new Set(record.fields.map((field) => field.name));
  const rest = record.history.filter((decision) => !decision.field || !here.has(decision.field));
  return rest.length ? [el("h3", { text: t("history") }), el("ol", { class: "history" }, ...rest.map((one) => decisionItem(one, one.field ?? "", onUndo)))] : [];
}
