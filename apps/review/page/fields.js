// One field of a record: the printed words, what was made of them, and where a person changes that.
import { post } from "./api.js";
import { crop } from "./crops.js";
import { debounce, el, place, svg } from "./dom.js";
import { has, language, t } from "./texts.js";
import { detailOf } from "./detail.js";
import { drawnMarks, paragraphsOf, unsureIn, unsureWords } from "./marks.js";
import { Sight } from "./sight.js";

const kParseAfter = 150; // milliseconds without a key
const kTall = 170; // CSS pixels; a narrow crop taller than this stands beside its text, for both to be in sight
const kLong = 200; // letters
const kLine = 25; // points; what is no higher is one line, and shown larger
const kTyped = new Set(["number", "period", "money", "percent"]); // kinds whose value is typed in a box of its own
const kStates = ["completed", "in_progress", "not_started", "cancelled"];

const inThai = () => language() === "th";
const kSizesItself = CSS.supports("field-sizing", "content");

/// Where a value of an office file stands, in words.
const placeName = (place) => (place.kind === "sheet" ? t("place_cell", place.sheet, place.cell)
  : place.table ? t("place_row", place.table, place.row, place.column) : t("place_paragraph", place.paragraph));
const placesOf = (field) => [...new Set((field.places ?? []).map(placeName))].join(" · ");

const percent = (confidence) => Math.floor(confidence * 100);

export class FieldCard {
  /// `desk` is what the card asks of its surroundings: records, width of a crop, onFocus(card), onChange(card),
  /// onUndo(decision).
  constructor(record, field, index, desk) {
    Object.assign(this, { record, field, index, desk, parses: 0 });
    this.parseSoon = debounce((as) => this.parse(as), kParseAfter);
    this.build();
    this.update(record, field);
  }

  build() {
    const id = `field_${this.index}`; // names of unknown columns hold anything
    const input = { spellcheck: false, autocomplete: "off", "aria-describedby": `${id}_notes ${id}_unsure` };
    this.title = el("h3", { id: `${id}_title`, text: this.field.label });
    this.badges = el("span", { class: "badges" });
    this.crops = el("div", { class: "crops", tabIndex: -1 }); // scrolls, but is no stop of Tab
    this.text = el("textarea", { ...input, rows: 1, class: "text", "aria-label": `${this.field.label}: ${t("text")}`, on: { input: () => this.changed("text"), scroll: () => this.follow() } });
    this.ink = el("div", { class: "ink", "aria-hidden": "true" });
    this.unsure = el("p", { class: "unsure_words", id: `${id}_unsure` });
    this.sight = new Sight(this.crops, () => this.isActive());
    this.sight.onNote = () => this.drawSight();
    this.crops.addEventListener("scroll", () => this.sight.note(), { passive: true });
    this.morePrint = el("p", { class: "more_print", text: t("print_goes_on") });
    this.value = this.valueInput(input);
    this.shown = el("output", { class: "shown" });
    this.reason = el("input", { type: "text", class: "reason", maxLength: 400, hidden: true, autocomplete: "off", placeholder: t("reason"), "aria-label": `${this.field.label}: ${t("reason")}` });
    this.others = el("p", { class: "others", role: "status" });
    this.problems = el("ul", { class: "problems", id: `${id}_notes` });
    this.detail = el("div", { class: "detail" });
    this.node = el("section", { class: "field", id, data: { name: this.field.name }, "aria-labelledby": `${id}_title`, on: { focusin: () => this.desk.onFocus(this) } },
      el("header", {}, this.title, this.badges), el("div", { class: "pair" }, this.crops, el("div", { class: "text_box" }, this.ink, this.text)), this.morePrint, this.unsure,
      this.hasValue() ? el("div", { class: `value_line${this.value ? "" : " follows"}` }, el("span", { class: "value_label", text: t("value") }), this.value, this.shown) : null,
      this.reason, this.others, this.problems, this.detail);
  }

  /// Somebody else decided about the field while it was open here.
  tellOther(text) {
    this.others.textContent = text;
  }

  hasValue() {
    return this.field.kind !== "text" && this.field.kind !== "heading";
  }

  valueInput(attributes) {
    const label = { "aria-label": `${this.field.label}: ${t("value")}` };
    if (this.field.kind === "status")
      return el("select", { ...label, class: "value", on: { change: () => this.changed("value") } },
        el("option", { value: "", text: t("value_none") }), ...kStates.map((state) => el("option", { value: state, text: this.desk.statusName(state) })),
        el("option", { value: "unknown", disabled: true, text: t("not_understood") }));
    if (!kTyped.has(this.field.kind)) return null;
    return el("input", { ...attributes, ...label, type: "text", class: "value", on: { input: () => this.changed("value") } });
  }

  /// Shows the field as the server has it, what was typed and not saved on top.
  update(record, field) {
    Object.assign(this, { record, field });
    const draft = this.desk.records.draft(record, field.name);
    const pending = this.desk.records.isPending(record, field.name)?.decision ?? null;
    const text = draft?.text ?? pending?.text ?? field.text;
    if (this.text.value !== text) this.setText(text);
    if (draft && draft.value === undefined) {
      if (this.hasValue()) this.parseSoon("text"); // the value follows from what was typed
    } else {
      if (this.value) this.setValue(draft?.value ?? pending?.value ?? this.valueShown());
      this.drawProblems(field.findings);
    }
    if (!draft && !pending) this.shown.textContent = this.understood(field.value, field.shown);
    this.drawCrops();
    this.drawState(draft, pending);
    this.detail.replaceChildren(...detailOf(record, field, this.desk.onUndo));
    this.size();
    this.drawMarks();
  }

  /// What the value's box holds until somebody types: what can be typed there too. The program reads values in
  /// Thai and in its own spelling, not in English words.
  valueShown(value = this.field.value, shown = this.field.shown) {
    return (this.field.kind === "status" || !inThai() ? value : shown ?? value) ?? "";
  }

  /// What the program makes of the text or value, in words; nothing where the value's own box says it.
  understood(value, shown) {
    if (!this.value) return shown ?? value ?? "";
    const doubtful = value === null && this.text.value.trim() !== "";
    if (!this.desk.records.draft(this.record, this.field.name)) return doubtful ? t("not_understood") : inThai() || this.field.kind === "status" || shown === value ? "" : shown ?? "";
    if (this.field.kind === "status") return value ? this.desk.statusName(value) : t("not_understood");
    return shown ?? value ?? (doubtful ? t("not_understood") : "");
  }

  drawCrops() {
    const width = this.desk.cropWidth();
    const made = JSON.stringify([this.field.regions, this.field.places, width]);
    if (this.cropsMade === made) return;
    this.cropsMade = made;
    this.sight.reset();
    const many = new Set(this.field.regions.map((region) => region.page)).size > 1;
    const views = this.field.regions.map((region) => {
      const page = this.record.pages.find((one) => one.page === region.page);
      if (!page) return null;
      return el("figure", { class: "piece" }, many ? el("figcaption", { text: t("page_short", region.page) }) : null,
        crop(this.record.document, page, region, { width, largest: region.height < kLine ? 2 : 1.5, label: t("crop_of", this.field.label) }));
    });
    this.crops.replaceChildren(...views.filter(Boolean));
    const crops = [...this.crops.querySelectorAll(".crop")];
    const tall = crops.reduce((sum, view) => sum + parseFloat(view.style.height), 0) > kTall;
    this.node.classList.toggle("beside", tall && crops.every((view) => parseFloat(view.style.width) < width * 0.55));
    if (!this.crops.children.length) this.crops.append(el("p", { class: "no_place", text: placesOf(this.field) || t("no_words") }));
  }

  drawState(draft, pending) {
    const { field } = this;
    const decided = pending?.kind ?? field.decision?.kind;
    const state = draft ? "draft" : decided ? `kind_${decided}` : field.awaiting ? "awaiting" : "";
    this.node.dataset.state = draft ? "draft" : decided ? "decided" : field.awaiting ? "awaiting" : "rest";
    const words = draft ? t("state_draft") : pending ? `${t(state)} …` : decided ? t(state) : field.awaiting ? t("state_awaiting") : "";
    this.badges.replaceChildren(
      el("span", { class: "sureness", text: field.source === "person" ? t("source_person") : `${t(field.places?.length ? "source_file" : `source_${field.source}`)} ${percent(field.confidence)}%`, title: t("confidence", percent(field.confidence)) }),
      ...(field.in_sample ? [el("span", { class: "tag sample", text: t("state_sample") })] : []),
      ...(words ? [el("span", { class: `tag ${decided && !draft ? "done" : "awaiting"}` }, decided && !draft ? tick(decided) : null, words)] : []));
  }

  /// What checks and people said; only warnings are marked as such.
  drawProblems(findings, typed = false) {
    this.problems.classList.toggle("typed", typed);
    const { value, derived, says } = this.field;
    const apart = !typed && value !== null && derived === false && !this.isChanged();
    this.problems.replaceChildren(...(apart ? [el("li", { class: "apart", text: says ? t("not_from_text_but", says) : t("not_from_text") })] : []),
      ...findings.map(({ message, severity }) => el("li", { class: severity === "info" ? "info" : "", text: message })));
  }

  isActive() {
    return this.node.classList.contains("active");
  }

  /// Says whether there is more print than was seen.
  drawSight() {
    this.node.dataset.print = this.sight.state();
  }

  /// Marks letters that were not surely read, and of a long text what was checked paragraph by paragraph.
  drawMarks() {
    const text = this.text.value;
    const unsure = unsureIn(this.field.text, text, this.field.unsure);
    const parts = this.paragraphs();
    const done = this.paragraphsDone();
    const ranges = [...unsure.map(([from, to]) => ({ from, to, kind: "unsure" })),
      ...(done ? parts.slice(0, done + 1).map(([from, to], index) => ({ from, to, kind: index < done ? "read" : "reading" })) : [])];
    this.ink.replaceChildren(...(ranges.length ? drawnMarks(text, ranges) : []));
    this.unsure.replaceChildren(...(unsure.length ? [t("unsure_at"), " ", ...unsureWords(text, unsure)] : []));
    this.placeInk();
  }

  placeInk() {
    if (!this.ink.childNodes.length) return;
    place(this.ink, { width: this.text.clientWidth, height: this.text.clientHeight });
    this.ink.scrollTop = this.text.scrollTop;
  }

  /// The paragraphs of a long text; of a short one none, it is accepted whole.
  paragraphs() {
    const parts = this.text.value.length > kLong ? paragraphsOf(this.text.value) : [];
    return parts.length > 1 ? parts : [];
  }

  paragraphsDone() {
    return this.desk.records.paragraphsRead(this.record, this.field.name, this.text.value);
  }

  /// The share of the print in which a paragraph stands, about.
  shareOf([from, to]) {
    const length = Math.max(1, this.text.value.length);
    return [from / length, to / length];
  }

  /// One paragraph more is right; the next one comes into sight.
  readParagraph() {
    this.desk.records.setParagraphsRead(this.record, this.field.name, this.text.value, this.paragraphsDone() + 1);
    this.drawMarks();
    const next = this.ink.querySelector(".reading");
    if (next) this.text.scrollTop = next.offsetTop - 12;
    const part = this.paragraphs()[this.paragraphsDone()];
    if (part) this.text.setSelectionRange(part[0], part[0]);
  }

  /// What a person typed since the field was last saved: {text, value}, undefined where not touched.
  changes() {
    const draft = this.desk.records.draft(this.record, this.field.name);
    return { text: draft?.text, value: draft?.value };
  }

  isChanged() {
    return this.desk.records.draft(this.record, this.field.name) !== null;
  }

  /// Whether something was typed that has to make sense as a value.
  typesAValue() {
    const { text, value } = this.changes();
    return this.field.name === "fiscal_year" ? text !== undefined : value !== undefined && value !== "" && this.field.kind !== "status";
  }

  /// What the program makes of it; true where the program does not answer, and will say so when it is to save.
  async isUnderstood() {
    const as = this.field.name === "fiscal_year" ? "text" : "value";
    this.parseSoon.cancel(); // a later question would make this one's answer count for nothing
    if (this.parsed?.as !== as || this.parsed.text !== this[as].value) await this.parse(as);
    const known = this.parsed?.as === as && this.parsed.text === this[as].value;
    return !known || this.parsed.ok;
  }

  askReason() {
    this.reason.hidden = false;
    this.reason.focus();
  }

  /// Why a person decides so, where one was given; what is being parsed does not matter any more.
  takeReason() {
    this.parseSoon.cancel();
    this.parses += 1;
    const reason = this.reason.value.trim();
    this.reason.value = "";
    this.reason.hidden = true;
    return reason || undefined;
  }

  changed(which) {
    const same = which === "text" ? this.text.value === this.field.text : this.value.value === this.valueShown();
    this.desk.records.setDraft(this.record, this.field.name, { [which]: same ? undefined : this[which].value });
    this.size();
    this.drawMarks();
    this.drawState(this.desk.records.draft(this.record, this.field.name), null);
    this.desk.onChange(this);
    if (this.hasValue()) this.parseSoon(which);
  }

  /// Asks the program's own parser what it makes of the text or, typed apart, of the value.
  async parse(as) {
    const mine = ++this.parses;
    const apart = as === "value" || this.changes().value !== undefined;
    const asked = { document: this.record.document, activity: this.record.activity, field: this.field.name, text: apart ? this.value.value : this.text.value };
    const answer = await post("parse", apart ? { ...asked, as: "value" } : asked).catch(() => null);
    if (!answer || mine !== this.parses) return;
    if (!this.desk.records.draft(this.record, this.field.name)) return this.update(this.record, this.field);
    const inBox = this.value !== null && !apart && answer.value !== null && inThai(); // the value's own box says it
    this.shown.textContent = inBox ? "" : this.understood(answer.value, answer.shown);
    this.parsed = { as: apart ? "value" : "text", text: asked.text, ok: answer.ok };
    this.shown.classList.toggle("bad", !answer.ok);
    if (!apart && this.value) this.value.value = this.valueShown(answer.value, answer.shown);
    this.drawProblems((answer.problems ?? []).map((message) => ({ message })), true);
  }

  /// Back to what the server has; true where something had been typed.
  restore() {
    const had = this.desk.records.draft(this.record, this.field.name) !== null;
    this.desk.records.dropDraft(this.record, this.field.name);
    this.takeReason();
    this.shown.classList.remove("bad");
    this.update(this.record, this.field);
    return had;
  }

  setValue(value) {
    if (this.value.value !== value) this.value.value = value;
  }

  /// A long text is read from its start, a short one is mostly changed at its end.
  setText(text) {
    this.text.value = text;
    if (text.length > kLong) this.text.setSelectionRange(0, 0);
  }

  /// The print goes along as a long text is scrolled.
  follow() {
    this.ink.scrollTop = this.text.scrollTop;
    const share = this.text.scrollTop / Math.max(1, this.text.scrollHeight - this.text.clientHeight);
    this.crops.scrollTop = share * (this.crops.scrollHeight - this.crops.clientHeight);
  }

  /// As high as its text, where the browser does not see to that by itself.
  size() {
    if (kSizesItself) return;
    this.text.style.height = "auto";
    if (this.text.scrollHeight) this.text.style.height = `${this.text.scrollHeight + 2}px`;
  }

  focus() {
    this.text.focus({ preventScroll: true });
  }
}

const kMarks = { accept: "M2 7l3 3 7-8", correct: "M2 11l1-3 6-6 2 2-6 6z", undo: "M2 7h9", unreadable: "M2 2l9 9M11 2l-9 9", not_here: "M2 2l9 9M11 2l-9 9" };

function tick(kind) {
  return svg("svg", { viewBox: "0 0 14 13", class: "mark", "aria-hidden": "true" }, svg("path", { d: kMarks[kind] ?? kMarks.accept }));
}

export const kindName = (kind) => (has(`kind_${kind}`) ? t(`kind_${kind}`) : kind);
