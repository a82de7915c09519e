// All documents by where they stand, each with its reason or next step, and who has not submitted.
import { get } from "./api.js";
import { byId, el } from "./dom.js";
import { banner, dismiss, reasonOf } from "./messages.js";
import { count, t } from "./texts.js";

const kStands = ["failed", "without", "to_check", "checked"];

export class Overview {
  /// `open(document, all)` shows a document's records in the work list: all, or those that await a person.
  constructor({ open }) {
    this.openDocument = open;
    this.root = byId("overview");
    this.search = "";
  }

  async show() {
    try {
      this.answer = await get("overview");
      dismiss("overview");
    } catch (error) {
      return banner("overview", reasonOf(error), [{ text: t("retry"), run: () => this.show() }]);
    }
    this.draw();
    return this.input.focus();
  }

  draw() {
    const { documents, missing, submissions } = this.answer;
    this.input = el("input", { type: "search", value: this.search, placeholder: "⌕", "aria-label": t("search"), on: { input: () => this.find() } });
    const head = kStands.map((stand) => `${t(`stand_${stand}`)} ${count(documents.filter((one) => one.stand === stand).length)}`);
    const others = documents.filter((one) => one.not_as_due).length;
    if (others) head.unshift(t("overview_not_as_due", count(others)));
    const came = submissions ? [t("overview_submitted", count(submissions - missing.length), count(submissions))] : [];
    this.lists = el("div", { class: "overview_lists" });
    this.root.replaceChildren(el("div", { class: "group_head" }, this.input, el("p", { text: [...came, ...head].join(" · ") })), this.lists);
    this.find();
  }

  /// Shows what has the words in its file's or sender's name.
  find() {
    this.search = this.input.value;
    const words = this.search.trim().toLowerCase().split(/\s+/);
    const fits = (...texts) => words.every((word) => texts.join(" ").toLowerCase().includes(word));
    const { documents, missing } = this.answer;
    const tables = kStands.map((stand) => this.table(t(`stand_${stand}`), documents.filter((one) => one.stand === stand && fits(one.file_name, one.sender ?? "")).map((one) => this.row(one))));
    const absent = missing.filter((one) => fits(one.sender, one.due)).map((one) => el("tr", {}, el("td", { text: one.sender }), el("td", { text: one.due }), el("td", { class: "count" }), el("td", { text: t("next_submit") })));
    this.lists.replaceChildren(...[this.table(t("stand_missing"), absent), ...tables].filter(Boolean));
    if (!this.lists.children.length) this.lists.append(el("p", { text: t("list_empty") }));
  }

  table(title, rows) {
    if (!rows.length) return null;
    const heads = ["overview_sender", "document", "overview_activities", "overview_next"].map((name) => el("th", { text: t(name) }));
    return el("section", {}, el("h2", { text: `${title} (${count(rows.length)})` }), el("table", { class: "overview_table" }, el("thead", {}, el("tr", {}, ...heads)), el("tbody", {}, ...rows)));
  }

  row(one) {
    const name = one.activities
      ? el("button", { type: "button", class: "quiet", text: one.file_name, on: { click: () => this.openDocument(one.document, one.awaiting === 0) } })
      : one.file_name;
    const next = one.stand === "to_check" ? t("next_check", count(one.awaiting)) : one.stand === "checked" ? t("next_export") : t("next_ask");
    return el("tr", {}, el("td", { text: one.sender ?? "" }), el("td", {}, name), el("td", { class: "count", text: one.activities ? count(one.activities) : "" }),
      el("td", {}, one.not_as_due ? el("b", { class: "not_as_due", text: one.not_as_due }) : null, one.not_as_due ? " · " : null, one.reason ?? next));
  }
}
