// Checking one record: its form beside its pages, and the way from each field to the next that needs a person.
import { get } from "./api.js";
import { byId, el } from "./dom.js";
import { recordHistory, recordNotes } from "./detail.js";
import { FieldCard, kindName } from "./fields.js";
import { banner, dismiss, openDialog, reasonOf, say } from "./messages.js";
import { recordKey } from "./records.js";
import { t } from "./texts.js";

const kLookAfter = 5000; // milliseconds between looks at whether others decided about the open record
const kRenewAfter = 60000; // milliseconds; a lease lasts twice as long
const kAbandonedAfter = 600000; // milliseconds without a key or a pointer; what nobody works on is not kept from others
const kLookAhead = 40; // records looked at for the next one that needs a person

/// The row's own fields first, then what it shares with others: headings above the table, the document's own lines.
const kShared = new Set(["title", "agency", "fiscal_year"]);
const isShared = (field) => field.kind === "heading" || kShared.has(field.name);
/// Into sight, and from its top where it is higher than what shows it: its name and its first line are read first.
function reveal(node) {
  const pane = byId("form_scroll");
  const room = getComputedStyle(pane).overflowY === "visible" ? innerHeight / 2 : pane.clientHeight;
  node.scrollIntoView({ block: node.offsetHeight > room ? "start" : "nearest" });
}

/// What could not be saved is told for each field, until that field is saved or typed in.
const saveBanner = (record, field) => `save ${recordKey(record)}/${field.name}`;

const inOrder = (fields) => [...fields.filter((field) => !isShared(field)), ...fields.filter(isShared)];

export class Review {
  constructor({ records, list, view }) {
    Object.assign(this, { records, list, view, record: null, cards: [], active: null, marked: [], upcoming: null, touched: Date.now() });
    this.form = byId("fields");
    records.addEventListener("record", (event) => this.changed(event.detail));
    records.addEventListener("decided", (event) => this.decided(event.detail));
    records.addEventListener("refused", (event) => this.refused(event.detail));
    setInterval(() => Date.now() - this.touched < kAbandonedAfter && this.renew(), kRenewAfter);
    setInterval(() => document.visibilityState === "visible" && this.look(), kLookAfter);
    for (const sign of ["pointerdown", "keydown", "wheel"]) addEventListener(sign, () => (this.touched = Date.now()), { passive: true, capture: true });
    addEventListener("pageshow", (event) => event.persisted && this.renew());
    addEventListener("pagehide", () => this.record && records.release(this.record));
    new ResizeObserver(() => (this.cards.forEach((card) => card.drawCrops()), this.active?.sight.note())).observe(this.form);
    for (const scroller of [byId("form_scroll"), document]) scroller.addEventListener("scroll", () => this.active?.sight.note(), { passive: true });
  }

  /// Opens {document, activity, field}; asks first where something typed would be left behind. True where it did.
  async open(target) {
    const elsewhere = this.record && recordKey(this.record) !== recordKey(target);
    if (elsewhere && !(await this.mayLeave())) return false;
    const turn = (this.turn = {});
    for (const page of target.pages?.slice(0, 3) ?? []) this.records.image(target.document, page.page ?? page); // known before the record is
    let record;
    try {
      record = await this.records.get(target.document, target.activity);
    } catch (error) {
      banner("open", reasonOf(error), [{ text: t("retry"), run: () => this.open(target) }]);
      return false;
    }
    if (turn !== this.turn) return false;
    dismiss("open");
    this.show(record, target.field);
    this.renew();
    return true;
  }

  /// Takes the lease, and hears of what others did meanwhile.
  renew() {
    if (this.record) this.records.get(this.record.document, this.record.activity, true).catch(() => null);
  }

  /// Hears soon of what others decide about the record that is open here.
  async look() {
    const { record } = this;
    if (!record || this.records.pending.size) return;
    const now = await get("changes", { document: record.document, activity: record.activity }).catch(() => null);
    if (!now || record !== this.record || this.records.pending.size) return;
    const known = Math.max(0, ...record.history.map((one) => one.number));
    if (now.newest === known && now.held_by === record.held_by) return;
    await this.records.get(record.document, record.activity, true).catch(() => null);
  }

  takeOver() {
    return this.records.takeOver(this.record).catch((error) => banner("open", reasonOf(error)));
  }

  show(record, name = null) {
    this.record = record;
    byId("review").classList.add("has_record");
    history.replaceState(null, "", `#${record.document}/${record.activity}`);
    this.build();
    const card = this.cards.find((one) => one.field.name === name) ?? this.cards.find((one) => this.needs(one.field)) ?? this.cards[0];
    this.focus(card);
    this.list.mark(record);
    this.upcoming = this.findNext();
  }

  build() {
    const desk = {
      records: this.records,
      cropWidth: () => Math.max(160, this.form.clientWidth - 44),
      statusName: (state) => t(`status_${state}`),
      onFocus: (card) => this.activate(card),
      onChange: (card) => dismiss(saveBanner(this.record, card.field)),
      onUndo: (decision) => this.undo({ record: this.record, name: decision.field, number: decision.number }),
    };
    this.active = null;
    this.cards = inOrder(this.record.fields).map((field, index) => new FieldCard(this.record, field, index, desk));
    this.form.replaceChildren(...this.cards.map((card) => card.node));
    this.cards.forEach((card) => (card.drawCrops(), card.size(), card.placeInk()));
    this.drawHead();
    this.view.show(this.record);
  }

  drawHead() {
    const { record } = this;
    const head = record.fields.find((field) => field.name === "activity")?.text ?? "";
    byId("record_title").textContent = `${record.number ? `${t("record_number", record.number)} ` : ""}${head.split("\n")[0]}`;
    byId("record_place").textContent = t("place_of", record.place.index, record.place.total);
    const context = [record.submission, record.title || record.file_name, ...(record.headings?.length ? record.headings : [record.strategy, record.project])].filter(Boolean);
    byId("record_context").replaceChildren(...context.map((text) => el("span", { text })));
    byId("record_context").title = context.join("\n");
    byId("record_notes").replaceChildren(...recordNotes(record, () => this.takeOver()));
    byId("record_history").replaceChildren(...recordHistory(record, (decision) => this.undo({ record, name: decision.field, number: decision.number })));
  }

  /// The server's newest state of a record arrived.
  changed(record) {
    this.list.update(record);
    if (!this.record || recordKey(record) !== recordKey(this.record)) return;
    const before = this.record;
    this.record = record;
    const fields = inOrder(record.fields);
    if (fields.map((field) => field.name).join() !== this.cards.map((card) => card.field.name).join()) return this.show(record, this.active?.field.name);
    this.cards.forEach((card, index) => card.update(record, fields[index]));
    this.tellOthers(before);
    this.drawHead();
    this.view.show(record);
    if (this.view.field === null) this.view.mark(this.active?.field ?? null);
  }

  /// What others decided while the record was open here stands at the field, with what it was before.
  tellOthers(before) {
    const told = [];
    for (const card of this.cards) {
      const { decision } = card.field;
      const was = before.fields.find((field) => field.name === card.field.name);
      if (!was || !decision || decision.reviewer === this.reviewer || was.after >= card.field.after) continue;
      const text = (field) => field.text + (field.shown ? ` · ${field.shown}` : "") || t("empty");
      card.tellOther(t("changed_by", decision.reviewer, text(was), text(card.field)));
      told.push([decision.reviewer, card.field.label]);
    }
    if (told.length) say(t("changed_fields", told[0][0], told.map(([, label]) => label).join(", ")));
  }

  activate(card) {
    if (this.active === card) return;
    this.active?.node.classList.remove("active");
    this.active = card;
    card.node.classList.add("active");
    card.size();
    card.placeInk();
    reveal(card.node);
    this.view.mark(card.field);
    card.sight.note();
    card.drawSight();
  }

  focus(card) {
    if (!card) return;
    card.focus();
    this.activate(card);
    reveal(card.node);
  }

  pick(name) {
    this.focus(this.cards.find((card) => card.field.name === name));
  }

  back() {
    this.focus(this.active ?? this.cards[0]);
  }

  /// Shows the open record again, after something else was shown in its place.
  reopen() {
    this.show(this.record, this.active?.field.name);
  }

  /// Whether a person has still to look at a field, by what the work list shows.
  needs(field, record = this.record) {
    if (this.records.isPending(record, field.name)) return false;
    if (this.records.draft(record, field.name)) return true;
    const { filter } = this.list.filters;
    if (filter === "awaiting") return field.awaiting;
    if (filter === "sample") return field.decision === null && field.in_sample;
    return field.decision === null && (field.awaiting || field.kind !== "heading"); // the same in every row
  }

  /// Enter: what was changed is saved, else what stands there is accepted; then on to the next. A value that is not
  /// understood keeps the person where it was typed.
  async commit() {
    const card = this.active;
    if (!card || !(await this.isSeen(card))) return;
    if (card.typesAValue()) {
      const typed = JSON.stringify(card.changes());
      const understood = await card.isUnderstood();
      if (card !== this.active || typed !== JSON.stringify(card.changes())) return; // gone on, or typing
      if (!understood) return say(t("not_understood_stays", card.field.label));
    }
    if (card.isChanged()) this.decide(card, { kind: "correct", ...card.changes() });
    else if (!card.field.decision || card.field.awaiting) this.decide(card, { kind: "accept" });
    this.advance();
  }

  /// Whether the print, or what stands between two shares of it, was in sight. If it was not it is brought there, and
  /// the next Enter counts.
  async isSeen(card, from = 0, to = 1) {
    card.sight.note();
    let state = card.sight.state(from, to);
    if (state === "none" && card.field.places?.length) state = this.view.bringMarks();
    if (state === "none" || state === "seen") return true;
    if (state === "failed") return this.isSeenOnPaper(card);
    card.sight.bring(from, to);
    say(t(state === "loading" ? "print_loading" : "print_first"));
    return false;
  }

  /// Where the program cannot show the print, a person may have it on paper.
  async isSeenOnPaper(card) {
    const answer = await openDialog({ title: t("print_failed", card.field.label), body: [el("p", { text: t("print_failed_text") })],
      buttons: [{ value: "paper", text: t("print_on_paper") }, { value: "", text: t("cancel"), primary: true }] });
    return answer === "paper" && card === this.active;
  }

  /// Alt+Enter: one paragraph of a long text is right; with the last one all of it is accepted.
  async paragraph() {
    const card = this.active;
    const parts = card?.paragraphs() ?? [];
    const done = card?.paragraphsDone() ?? 0;
    if (!card || done + 1 >= parts.length) return this.commit();
    if (!(await this.isSeen(card, ...card.shareOf(parts[done])))) return;
    card.readParagraph();
    say(t("paragraph_read", done + 1, parts.length));
  }

  /// "Cannot be read", "not on this page".
  verdict(kind) {
    if (!this.active) return;
    this.decide(this.active, { kind });
    this.advance();
  }

  decide(card, decision) {
    const done = this.records.decide(this.record, card.field, { ...decision, reason: card.takeReason() });
    card.update(this.record, card.field);
    if (card.field.kind === "heading") this.upcoming = null; // was looked for before other records changed with it
    return done;
  }

  async advance() {
    const at = this.cards.indexOf(this.active);
    const rest = [...this.cards.slice(at + 1), ...this.cards.slice(0, at)];
    const here = rest.find((card) => this.needs(card.field));
    if (here) return this.focus(here);
    const turn = this.turn;
    let next = await this.upcoming;
    if (!next || recordKey(next) === recordKey(this.record)) {
      await this.records.line; // what was just decided counts for the answer
      next = await this.findNext();
    }
    if (turn !== this.turn) return;
    if (next) return this.open(next);
    await this.list.refresh();
    const { filter } = this.list.filters;
    say(filter === "awaiting" ? this.allDone() : t(filter === "sample" ? "sample_done" : "end_of_list"));
    this.onDone?.(this.list.filters.filter);
  }

  /// True of the records; not of the documents that gave none.
  allDone() {
    return this.without ? t("all_done_but", this.without) : t("all_done");
  }

  /// Where to go when this record is done: what was marked in the group view, then the work list, then what the
  /// server knows; fetched ahead, so that going there takes no time. Null where nothing awaits anyone.
  async findNext() {
    const { record } = this;
    const { filter } = this.list.filters;
    this.marked = this.marked.filter((one) => recordKey(one) !== recordKey(record));
    if (this.marked.length) return this.records.ahead(this.marked[0].document, this.marked[0].activity), this.marked[0];
    let item = record;
    for (let looked = 0; looked < kLookAhead; looked += 1) {
      item = await this.list.neighbour(item, 1);
      if (!item) break;
      const found = await this.records.ahead(item.document, item.activity);
      const field = found && !found.held_by && found.fields.find((one) => this.needs(one, found));
      if (field) return { document: item.document, activity: item.activity, field: field.name };
    }
    if (filter !== "awaiting" && filter !== "sample") return null;
    const last = record.fields.at(-1)?.name;
    const answer = await get("next", { document: record.document, activity: record.activity, field: last, filter }).catch(() => null);
    if (!answer || answer.done) return null;
    this.records.ahead(answer.document, answer.activity);
    return answer;
  }

  /// The neighbour in the work list or, where the list does not hold this record, in its document.
  async step(by) {
    if (!this.record) return;
    const item = await this.list.neighbour(this.record, by);
    const inDocument = by > 0 ? this.record.following : this.record.previous;
    if (item) return this.open(item);
    if (this.list.indexOf(this.record) < 0 && inDocument) return this.open({ document: this.record.document, activity: inDocument });
    say(t("end_of_list"));
  }

  reason() {
    this.active?.askReason();
  }

  restore() {
    if (this.active?.restore()) say(t("restored"));
  }

  async undo(decision = null) {
    try {
      const undone = await this.records.undo(decision, this.record, this.reviewer);
      if (!undone) return say(t("nothing_to_undo"));
      say(t("undone"));
      if (undone.record) await this.open({ ...undone.record, field: undone.name });
      if (!undone.name) this.list.refresh();
    } catch (error) {
      banner("undo", reasonOf(error));
    }
  }

  async mayLeave() {
    const drafts = this.records.draftsOf(this.record);
    if (!drafts.length) return true;
    const cards = this.cards.filter((card) => drafts.some((draft) => draft.name === card.field.name));
    const answer = await openDialog({ title: t("unsaved_title"), body: [el("p", { text: t("unsaved_text", cards.map((card) => card.field.label).join(", ")) })],
      buttons: [{ value: "save", text: t("save"), primary: true }, { value: "discard", text: t("discard") }, { value: "stay", text: t("stay") }] });
    for (const card of cards) {
      if (answer === "save") this.decide(card, { kind: "correct", ...card.changes() });
      if (answer === "discard") card.restore();
    }
    return answer === "save" || answer === "discard";
  }

  decided({ record, field, decision }) {
    dismiss(saveBanner(record, field));
    say(t("saved", field.label, kindName(decision.kind)));
  }

  refused(job) {
    const { record, field, decision, error } = job;
    const here = this.record && recordKey(record) === recordKey(this.record);
    if (here) this.cards.find((card) => card.field.name === field.name)?.update(this.record, this.record.fields.find((one) => one.name === field.name) ?? field);
    const stale = error.code === "stale";
    const go = { text: t("go_there"), run: async () => (await this.open({ ...record, field: field.name })) && stale && this.settle(job) };
    const again = { text: t("retry"), run: () => this.records.decide(record, field, decision) };
    if (stale && here) return this.settle(job);
    banner(saveBanner(record, field), t("save_failed", field.label, reasonOf(error)), here ? [again] : stale ? [go] : [go, again]);
  }

  /// Two people decided the same field: both values, and this person chooses.
  async settle({ record, field, decision, error }) {
    const now = await this.records.get(record.document, record.activity).catch(() => null);
    const theirs = now?.fields.find((one) => one.name === field.name);
    if (!theirs) return banner(saveBanner(record, field), reasonOf(error));
    const mine = decision.kind === "correct" ? [decision.text, decision.value].filter((one) => one !== undefined).join(" · ") : `${kindName(decision.kind)}: ${field.text}`;
    const both = el("dl", { class: "both" }, el("dt", { text: t("stale_theirs", theirs.decision?.reviewer ?? "") }), el("dd", { tabIndex: -1, text: `${theirs.text || t("empty")}${theirs.shown ? ` · ${theirs.shown}` : ""}` }),
      el("dt", { text: t("stale_mine") }), el("dd", { tabIndex: -1, text: mine || t("empty") }));
    const answer = await openDialog({ title: t("stale_title", field.label), body: [both],
      buttons: [{ value: "theirs", text: t("use_theirs") }, { value: "mine", text: t("use_mine") }] });
    if (answer === "mine") return this.records.decide(now, theirs, decision);
    if (answer === "theirs") this.records.dropDraft(now, field.name);
    return this.changed(now);
  }
}
