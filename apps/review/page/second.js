// A second reading: another person types what the print says, without seeing what the first made of it.
import { get, post } from "./api.js";
import { crop } from "./crops.js";
import { byId, el } from "./dom.js";
import { banner, dismiss, openDialog, reasonOf, say } from "./messages.js";
import { count, t } from "./texts.js";

const kChoices = [["", "second_all"], ["budget,spent,committed,remaining", "second_money"], ["period", "second_period"], ["result", "second_status"], ["number", "second_number"]];

export class Second {
  constructor() {
    this.root = byId("second");
    this.fields = "";
    this.skipped = 0;
  }

  async show(message = "") {
    try {
      const answer = await get("second", { fields: this.fields, skip: this.skipped });
      dismiss("second");
      this.draw(answer, message);
    } catch (error) {
      banner("second", reasonOf(error), [{ text: t("retry"), run: () => this.show() }]);
    }
  }

  draw({ left, item }, message) {
    const choice = el("select", { on: { change: (event) => (Object.assign(this, { fields: event.target.value, skipped: 0 }), this.show()) } },
      ...kChoices.map(([value, text]) => el("option", { value, text: t(text), selected: value === this.fields })));
    this.root.replaceChildren(
      el("section", { class: "card" }, el("h2", { text: t("view_second") }), el("p", { text: t("second_intro") }),
        el("label", { class: "line" }, el("span", { text: t("second_which") }), choice), el("p", { text: t("second_left", count(left)) }),
        message ? el("p", { class: "verdict", text: message }) : null),
      item ? this.reading(item) : el("p", { text: t("second_none") }));
    (this.root.querySelector("textarea") ?? choice).focus();
  }

  /// The print and an empty box, and nothing else of the record.
  reading(item) {
    const pages = new Map(item.pages.map((page) => [page.page, page]));
    const crops = item.regions.filter((region) => pages.has(region.page))
      .map((region) => crop(item.document, pages.get(region.page), region, { width: 700, largest: 2, label: t("second_print") }));
    const input = el("textarea", { rows: 3, lang: "th", autocomplete: "off", "aria-label": `${item.label}: ${t("second_type")}` });
    const send = () => this.send(item, input.value.trim());
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      send();
    });
    return el("form", { class: "card", on: { submit: (event) => (event.preventDefault(), send()) } },
      el("h2", { text: item.label }), el("p", { class: "quiet_text", text: item.file_name }), el("div", { class: "second_print", tabIndex: -1 }, ...crops),
      el("label", { class: "wide" }, el("span", { text: t("second_type") }), input),
      el("div", { class: "buttons" }, el("button", { class: "primary" }, t("second_save"), " ", el("kbd", { text: "Enter" })),
        el("button", { type: "button", on: { click: () => this.skip() } }, t("second_skip"), " ", el("kbd", { text: "Alt+PageDown" }))));
  }

  /// Leaves this field for later, or for somebody else.
  skip() {
    this.skipped += 1;
    return this.show();
  }

  /// An empty box may be a slip of the finger.
  async isUnreadable(item) {
    return (await openDialog({ title: item.label, body: [el("p", { text: t("second_empty") })],
      buttons: [{ value: "yes", text: t("kind_unreadable"), primary: true }, { value: "", text: t("cancel") }] })) === "yes";
  }

  async send(item, text) {
    if (text === "" && !(await this.isUnreadable(item))) return;
    try {
      const { agrees } = await post("second", { document: item.document, activity: item.activity, field: item.field, text });
      const message = t(agrees ? "second_same" : "second_differs");
      say(message);
      await this.show(message);
    } catch (error) {
      banner("second", reasonOf(error), [{ text: t("retry"), run: () => this.send(item, text) }]);
    }
  }
}
