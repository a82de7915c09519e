// Teaching a form: the header cells of a table beside a choice of fields, and below them the records that would come
// of it. Enter accepts; every document with these headers is then read with the form, and all of it can be undone.
import { get, post } from "./api.js";
import { byId, debounce, el } from "./dom.js";
import { banner, dismiss, openDialog, reasonOf, say } from "./messages.js";
import { count, t, when } from "./texts.js";

const kTryAfter = 120; // milliseconds without a choice
const kAskAfter = 250; // milliseconds between two looks at documents that are being read again
const kOpenable = CSS.supports("selector(:open)");

export const isTable = (target) => target?.table !== undefined || String(target?.activity ?? "").startsWith("table:");
const indexOf = (target) => target.table ?? Number(String(target.activity).slice(6));

export class Teach {
  /// `view` shows the pages, `list` the work; `onClose()` goes back to where one was; `onRead()` is called when documents
  /// were read again.
  constructor({ view, list, onClose, onRead }) {
    Object.assign(this, { view, list, onClose, onRead, table: null, taught: null, turn: null });
    this.node = byId("teach");
    this.trySoon = debounce(() => this.tryNow(), kTryAfter);
    this.node.addEventListener("keydown", (event) => this.onKey(event));
    byId("teach_accept").addEventListener("click", () => this.accept());
    byId("teach_close").addEventListener("click", () => this.close());
  }

  get isOpen() {
    return this.table !== null;
  }

  /// Shows {document, table}. True where it could.
  async open(target, kept = null) {
    const turn = (this.turn = {});
    let table;
    try {
      table = await get("table", { document: target.document, table: indexOf(target) });
    } catch (error) {
      banner("teach", reasonOf(error), [{ text: t("retry"), run: () => this.open(target) }]);
      return false;
    }
    if (turn !== this.turn) return false;
    dismiss("teach");
    this.table = table;
    this.taught = null;
    byId("review").classList.add("teaching");
    this.node.hidden = false;
    history.replaceState(null, "", `#${table.document}/table:${table.table}`);
    this.build(kept);
    const activity = `table:${table.table}`;
    this.view.show({ document: table.document, activity, pages: table.pages, fields: [{ name: activity, regions: table.regions }] });
    this.view.mark({ regions: table.regions });
    this.list.mark({ document: table.document, activity });
    this.tryNow();
    return true;
  }

  close() {
    const { table } = this;
    this.leave();
    this.onClose(table);
  }

  leave() {
    this.turn = null;
    this.table = null;
    this.taught = null;
    this.trySoon.cancel();
    byId("review").classList.remove("teaching");
    this.node.hidden = true;
  }

  build(kept) {
    const { table } = this;
    byId("teach_context").textContent = table.title ? `${table.title.split("\n")[0]} · ${table.file_name}` : table.file_name;
    byId("teach_reason").textContent = table.reason ?? "";
    byId("teach_documents").textContent = t("teach_documents", count(table.documents));
    this.choices = table.columns.map((column) => this.choice(column, kept ? kept.columns[column.index] ?? "" : column.field ?? ""));
    byId("teach_columns").replaceChildren(...this.choices.map((select, index) => this.line(table.columns[index], select)));
    byId("teach_name").value = kept?.name ?? table.name;
    byId("teach_form").hidden = false;
    byId("teach_accept").hidden = false;
    byId("teach_result").replaceChildren();
    (this.choices.find((select) => !select.value) ?? this.choices[0] ?? byId("teach_name")).focus();
  }

  line(column, select) {
    const path = column.path.filter((level) => level.trim());
    return el("label", { class: "teach_line" },
      el("span", { class: "teach_header" }, ...path.map((level) => el("span", { text: level.replaceAll("\n", " ") }))), select);
  }

  choice(column, value) {
    return el("select", { data: { column: column.index }, on: { change: () => this.changed() } },
      el("option", { value: "", text: t("teach_nothing"), selected: value === "" }),
      ...this.table.choices.map((one) => el("option", { value: one.key, text: one.label, selected: one.key === value })));
  }

  draft() {
    const chosen = this.choices.filter((select) => select.value).map((select) => [select.dataset.column, select.value]);
    return { document: this.table.document, table: this.table.table, columns: Object.fromEntries(chosen), name: byId("teach_name").value };
  }

  changed() {
    this.node.dataset.state = "trying";
    dismiss("teach");
    this.trySoon();
  }

  /// What the choices give: the program's own answer, from the document's stored pages. Nothing is kept of it.
  async tryNow() {
    this.node.dataset.state = "trying";
    const asked = (this.asked = {});
    const answer = await post("try", this.draft()).catch((error) => ({ problem: reasonOf(error) }));
    if (asked !== this.asked || !this.isOpen || this.taught || answer.overtaken) return;
    byId("teach_problem").textContent = answer.problem ?? (answer.total ? "" : t("teach_no_records"));
    byId("teach_total").textContent = answer.total ? t("teach_total", count(answer.total)) : "";
    byId("teach_records").replaceChildren(...(answer.records ?? []).map((record) => this.record(record)));
    this.node.dataset.state = "tried";
  }

  record(record) {
    return el("li", { class: record.flagged ? "flagged" : "" },
      el("b", { text: `${record.number ? `${record.number}. ` : ""}${record.activity || t("empty")}` }),
      ...record.fields.map((field) => el("span", { class: `teach_field${field.flagged ? " flagged" : ""}` },
        el("i", { text: field.label }), ` ${field.value ?? field.text}`)));
  }

  onKey(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const opened = kOpenable && event.target.matches("select:open"); // its list takes the key
    if (opened || (event.key === "Enter" && event.target.matches("button"))) return;
    if (event.key === "Enter") this.accept();
    else if (event.key === "Escape") this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  async accept() {
    if (this.taught || this.accepting) return;
    const draft = this.draft();
    this.accepting = true;
    try {
      await post("teach", draft);
    } catch (error) {
      return banner("teach", reasonOf(error));
    } finally {
      this.accepting = false;
    }
    dismiss("teach");
    this.asked = null;
    this.taught = draft.name.trim();
    byId("teach_form").hidden = true;
    byId("teach_accept").hidden = true;
    await this.follow();
  }

  /// Looks after documents that are being read again, until they all are; then says what came of it.
  async follow() {
    const turn = (this.following = {});
    this.node.dataset.state = "reading";
    for (;;) {
      const answer = await get("forms").catch(() => null);
      if (turn !== this.following) return;
      const work = answer?.work;
      if (work && !work.running) return this.finished(answer);
      if (work) this.tell(t("teach_reading", count(work.done), count(work.total)), work);
      await new Promise((resolve) => setTimeout(resolve, kAskAfter));
    }
  }

  tell(text, work = null) {
    say(text);
    if (this.isOpen && this.taught)
      byId("teach_result").replaceChildren(el("p", { text }), work ? el("progress", { value: work.done, max: Math.max(1, work.total), "aria-label": text }) : null);
  }

  async finished({ forms, work }) {
    const form = forms.find((one) => one.name === work.name);
    const text = work.error ?? (work.forget ? t("teach_forgotten", work.name, count(work.total))
      : t("teach_taught", work.name, count(form?.documents ?? 0), count(form?.records ?? 0)));
    const rest = work.failed ? ` ${t("teach_failed", count(work.failed))}` : "";
    this.following = null;
    await this.onRead();
    this.tell(text + rest);
    this.drawForms(forms);
    if (this.isOpen && this.taught) this.showEnd(text + rest, form);
    this.node.dataset.state = "done";
  }

  /// What the form gave, with the ways on: to the records, or back.
  showEnd(text, form) {
    const go = el("button", { type: "button", class: "primary", text: t("teach_go_on"), on: { click: () => this.close() } });
    byId("teach_result").replaceChildren(el("p", { class: "verdict", text }),
      el("p", { class: "quiet_text", text: form ? t("by_at", form.by, when(form.at)) : "" }),
      el("div", { class: "buttons" }, el("button", { type: "button", on: { click: () => this.undo() } }, t("teach_undo"), " ", el("kbd", { text: "Alt+Z" })), go));
    go.focus();
  }

  /// Takes back the form that was taught last, while the page shows what came of it.
  async undo() {
    const name = this.taught;
    if (!name || this.following) return;
    const { document, table } = this.table;
    if (!(await this.forget(name))) return;
    await this.open({ document, table });
  }

  async forget(name) {
    try {
      await post("forget", { name });
    } catch (error) {
      banner("teach", reasonOf(error));
      return false;
    }
    await this.follow();
    return true;
  }

  async askAndForget(form) {
    const sure = await openDialog({ title: t("teach_forget_title", form.name), body: [el("p", { text: t("teach_forget_text", count(form.documents), count(form.records)) })],
      buttons: [{ value: "yes", text: t("teach_forget"), primary: true }, { value: "", text: t("cancel") }] });
    if (sure === "yes") await this.forget(form.name);
  }

  /// The forms that stand, below the work list.
  drawForms(forms) {
    const box = byId("forms");
    box.hidden = !forms.length;
    box.querySelector("summary").textContent = t("teach_forms", forms.length);
    box.querySelector("ul").replaceChildren(...forms.map((form) =>
      el("li", {}, el("b", { text: form.name }), ` ${t("teach_use", count(form.documents), count(form.records))}`,
        el("div", { text: t("by_at", form.by, when(form.at)) }),
        el("button", { type: "button", class: "quiet", text: t("teach_forget"), on: { click: () => this.askAndForget(form) } }))));
  }

  async refreshForms() {
    const answer = await get("forms").catch(() => null);
    if (!answer) return;
    this.drawForms(answer.forms);
    if (answer.work.running) this.follow();
  }

  /// All again in the other language; what was chosen stays.
  async redraw() {
    await this.refreshForms();
    if (this.isOpen && !this.taught) await this.open({ document: this.table.document, table: this.table.table }, this.draft());
  }
}
