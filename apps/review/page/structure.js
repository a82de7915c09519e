// Operations on whole records: split one that was joined wrongly, join, remove, add.
import { get } from "./api.js";
import { el, place } from "./dom.js";
import { clamp, pageBox, uprightBox, uprightSize } from "./geometry.js";
import { turnedImage } from "./crops.js";
import { banner, openDialog, reasonOf, say } from "./messages.js";
import { t } from "./texts.js";

const kWidth = 620; // CSS pixels of the page on which a place is drawn

const reasonInput = () => el("label", { class: "line" }, el("span", { text: t("reason") }), el("input", { name: "reason", autocomplete: "off", maxLength: 400 }));
const choice = (name) => [{ value: "yes", text: t(name).replace("…", ""), primary: true }, { value: "", text: t("cancel") }];

/// A record as one would point at it: its number and what is done, then the rest of its own row.
function nameOf(record) {
  const own = record.fields.filter((field) => field.kind !== "heading" && field.name !== "number" && field.text);
  const first = own.filter((field) => field.name === "activity");
  const texts = [...first, ...own.filter((field) => field.name !== "activity")].map((field) => field.text.replaceAll("\n", " "));
  return `${record.number ? `${t("record_number", record.number)}: ` : ""}${texts.join(" · ").slice(0, 300)}`;
}

export class Structure {
  constructor({ records, list, view, review }) {
    Object.assign(this, { records, list, view, review });
  }

  get record() {
    return this.review.record;
  }

  /// Asks, then does it; `ask` resolves to the rest of the request, or to null.
  async run(operation, ask, after) {
    const { record } = this;
    if (!record || !(await this.review.mayLeave())) return;
    try {
      const body = await ask(record);
      if (!body) return;
      const answer = await this.records.restructure(operation, { document: record.document, activity: record.activity, ...body });
      await this.list.refresh();
      await after(answer, record);
    } catch (error) {
      banner("structure", reasonOf(error));
    }
  }

  async show(record, kind) {
    this.review.show(record);
    this.review.renew();
    say(t(`kind_${kind}`));
  }

  split() {
    return this.run("split", async (record) => {
      if (record.pages.length < 2) return say(t("split_one_page"));
      const pages = el("fieldset", { class: "choices" }, el("legend", { text: t("split_from") }), ...record.pages.slice(1).map(({ page }, index) =>
        el("label", {}, el("input", { type: "radio", name: "page", value: page, checked: index === 0, autofocus: index === 0 }), t("page_short", page))));
      const reason = reasonInput();
      const answer = await openDialog({ title: t("split"), body: [el("p", { text: t("split_text") }), pages, reason],
        buttons: choice("split") });
      return answer && { page: Number(pages.querySelector(":checked").value), reason: reason.lastChild.value };
    }, (answer) => this.show(answer.record, "split"));
  }

  join() {
    return this.run("join", async (record) => {
      if (!record.following) return say(t("join_last"));
      const other = await this.records.get(record.document, record.following).catch(() => null);
      const words = other ? nameOf(other) : record.following;
      const reason = reasonInput();
      const answer = await openDialog({ title: t("join_of", record.number), body: [el("p", { text: t("join_text") }), el("blockquote", { text: words }), reason], buttons: choice("join") });
      return answer && { with: record.following, reason: reason.lastChild.value };
    }, (answer) => this.show(answer.record, "join"));
  }

  remove() {
    return this.run("remove", async (record) => {
      const reason = reasonInput();
      const answer = await openDialog({ title: record.number ? t("remove_of", record.number) : t("remove").replace("…", ""), body: [el("p", { text: t("remove_text") }), reason], buttons: choice("remove") });
      return answer && { reason: reason.lastChild.value };
    }, async (answer, record) => {
      this.review.record = null;
      say(t("kind_remove"));
      const next = answer.next ?? record.previous;
      if (next) await this.review.open({ document: record.document, activity: next });
    });
  }

  add() {
    return this.run("add", async (record) => {
      const { pages } = await get("pages", { document: record.document });
      const form = new PlaceForm(record, pages);
      const answer = await openDialog({ title: t("add"), body: [el("p", { text: t("add_text") }), form.node], buttons: choice("add") });
      if (!answer) return null;
      const request = form.request();
      if (!request) return say(t("place_missing"));
      return { ...request, after: record.activity };
    }, (answer) => this.show(answer.record, "add"));
  }
}

/// A page with a box that is drawn or typed, and the fields of a new record.
class PlaceForm {
  constructor(record, pages) {
    Object.assign(this, { record, pages });
    this.page = el("select", { on: { change: () => this.showPage() } }, ...pages.map(({ page }) => el("option", { value: page, text: t("page_of", page, record.page_count) })));
    this.page.value = record.pages[0].page;
    this.numbers = ["x", "y", "width", "height"].map((name) => el("input", { type: "number", min: 0, step: "any", name, on: { input: () => this.typed() } }));
    this.box = el("div", { class: "drawn" });
    this.canvas = el("div", { class: "draw_page", on: { pointerdown: (event) => this.draw(event) } });
    this.fields = record.fields.filter((field) => field.kind !== "heading").map((field) =>
      el("label", { class: "line" }, el("span", { text: field.label }), el("textarea", { rows: 1, name: field.name })));
    this.node = el("div", { class: "place_form" }, el("div", {}, el("label", { class: "line" }, el("span", { text: t("add_page") }), this.page), this.canvas),
      el("div", { class: "add_fields" }, el("fieldset", {}, el("legend", { text: t("place") }), ...this.numbers.map((input) =>
        el("label", {}, el("span", { text: t(`place_${input.name}`) }), input))), ...this.fields));
    this.showPage();
  }

  get pageModel() {
    return this.pages.find((page) => page.page === Number(this.page.value));
  }

  showPage() {
    const size = uprightSize(this.pageModel);
    this.scale = kWidth / size.width;
    place(this.canvas, { width: size.width * this.scale, height: size.height * this.scale });
    this.canvas.replaceChildren(turnedImage(this.record.document, this.pageModel, this.scale, 0, 0, { alt: t("page_image", this.page.value) }), this.box);
    this.typed();
  }

  typed() {
    const region = this.region();
    this.box.hidden = !region;
    if (!region) return;
    const box = uprightBox(this.pageModel, region);
    place(this.box, { left: box.x * this.scale, top: box.y * this.scale, width: box.width * this.scale, height: box.height * this.scale });
  }

  region() {
    const [x, y, width, height] = this.numbers.map((input) => Number(input.value));
    return width > 0 && height > 0 ? { page: Number(this.page.value), x, y, width, height } : null;
  }

  draw(event) {
    event.preventDefault();
    const frame = this.canvas.getBoundingClientRect();
    const at = (moved) => [clamp(moved.clientX - frame.left, 0, frame.width) / this.scale, clamp(moved.clientY - frame.top, 0, frame.height) / this.scale];
    const [x0, y0] = at(event);
    this.canvas.setPointerCapture(event.pointerId);
    const move = (moved) => {
      const [x1, y1] = at(moved);
      const box = pageBox(this.pageModel, { x: Math.min(x0, x1), y: Math.min(y0, y1), width: Math.abs(x1 - x0), height: Math.abs(y1 - y0) });
      [box.x, box.y, box.width, box.height].forEach((value, index) => (this.numbers[index].value = value.toFixed(1)));
      this.typed();
    };
    this.canvas.addEventListener("pointermove", move);
    this.canvas.addEventListener("pointerup", () => this.canvas.removeEventListener("pointermove", move), { once: true });
  }

  request() {
    const region = this.region();
    if (!region) return null;
    const typed = this.fields.map((label) => label.lastChild).filter((input) => input.value.trim() !== "");
    return { page: region.page, region, fields: Object.fromEntries(typed.map((input) => [input.name, input.value])) };
  }
}
