// Sampling: how good the data is, said with a figure and how sure it is.
import { get, post } from "./api.js";
import { byId, el } from "./dom.js";
import { banner, dismiss, reasonOf } from "./messages.js";
import { count, t, when } from "./texts.js";

const kEnough = 10; // fields; before, the interval says nothing and frightens

const percent = (share) => share.toFixed(share > 0 && share < 0.1 ? 2 : 1);

export class Sampling {
  /// `open(target)` shows a field in its record; `openFirst()` the first record of the work list, `setFilter(name)` sets what that shows.
  constructor({ open, openFirst, setFilter, review }) {
    Object.assign(this, { openField: open, openFirst, setFilter, session: null });
    this.root = byId("sampling");
    review.onDone = (filter) => filter === "sample" && byId("to_sampling").click();
  }

  async show(session) {
    this.session = session;
    this.cards = el("div", { class: "samples" });
    const form = this.form();
    this.root.replaceChildren(form, this.cards);
    try {
      const answer = await get("samples");
      dismiss("samples");
      this.draw(answer.samples);
      if (!form.contains(document.activeElement)) this.root.querySelector(".samples .primary, .card .primary").focus(); // somebody may be typing already
    } catch (error) {
      banner("samples", reasonOf(error), [{ text: t("retry"), run: () => this.show(session) }]);
    }
  }

  /// Says below the work list how far the sample is, while that is what the list shows.
  async follow(followed) {
    const answer = followed ? await get("samples").catch(() => null) : null;
    const sample = answer?.samples.find((one) => one.next);
    byId("sample_progress").textContent = sample ? t("sample_state", count(sample.checked), count(sample.size), count(sample.wrong)) : "";
  }

  draw(samples) {
    this.cards.replaceChildren(...samples.map((sample) => this.card(sample)), ...(samples.length ? [] : [el("p", { text: t("sample_none") })]));
  }

  form() {
    const from = el("select", { name: "filter" }, el("option", { value: "all", text: t("all_documents") }),
      ...(this.session?.documents ?? []).map((one) => el("option", { value: `document:${one.sha256}`, text: one.file_name })));
    const seed = el("input", { type: "number", min: 0, step: 1, value: 1, name: "seed" });
    const wrong = el("input", { type: "number", min: 0, max: 100, step: 1, value: 0, name: "known_wrong" });
    const aql = el("select", { name: "aql" }, ...[0.065, 0.1, 0.15, 0.25, 0.4, 0.65, 1, 1.5, 2.5, 4, 6.5].map((value) => el("option", { value, text: String(value), selected: value === 1 })));
    const line = (name, input) => el("label", { class: "line" }, el("span", { text: t(name) }), input);
    return el("form", { class: "card", on: { submit: (event) => (event.preventDefault(), this.start({ filter: from.value, seed: Number(seed.value), aql: Number(aql.value), known_wrong: Number(wrong.value) })) } },
      el("h2", { text: t("sample_new") }), line("sample_from", from), line("sample_seed", seed), line("sample_aql", aql), line("sample_known_wrong", wrong), el("p", { class: "quiet_text", text: t("sample_known_wrong_note") }), el("button", { class: "primary", text: t("sample_start") }));
  }

  card(sample) {
    const verdict = sample.verdict ?? "open";
    const [low, high] = sample.interval ?? [];
    return el("article", { class: `card sample ${verdict}` }, el("h2", { text: t("sample_title", sample.number) }),
      el("p", { class: "quiet_text", text: t("by_at", sample.reviewer, when(sample.at)) }),
      el("p", { text: t("sample_plan", count(sample.lot), count(sample.size), sample.letter, sample.aql, sample.accept) }),
      el("progress", { value: sample.checked, max: Math.max(1, sample.size), "aria-label": t("sample_title", sample.number) }),
      el("p", { text: t("sample_state", count(sample.checked), count(sample.size), count(sample.wrong)) }),
      sample.checked && sample.interval && (sample.checked >= kEnough || !sample.next) ? el("p", { text: t("sample_rate", percent(sample.rate), percent(low), percent(high)) }) : null,
      el("p", { class: "verdict", text: t(`verdict_${verdict}`) }),
      ...sample.shares.map(({ reviewer, seeds, found }) => el("p", { class: "share", text: t("sample_share", reviewer, count(found), count(seeds)) })),
      verdict === "rejected" ? el("button", { type: "button", class: "primary", text: t("sample_check_all"), on: { click: () => this.checkAll() } }) : null,
      sample.next ? el("button", { type: "button", class: "primary", text: t("sample_go_on"), on: { click: () => this.goOn(sample.next) } }) : null);
  }

  async start(request) {
    try {
      const sample = await post("sample", request);
      dismiss("samples");
      if (sample.next) await this.goOn(sample.next);
      else await this.show(this.session);
    } catch (error) {
      banner("samples", reasonOf(error));
    }
  }

  /// The lot was not good enough: the work list shows what nobody has decided anything about.
  async checkAll() {
    await this.setFilter("unseen");
    await this.openFirst();
  }

  /// The work list shows the sample alone, and Enter walks through it.
  async goOn(next) {
    await this.setFilter("sample");
    await this.openField(next);
  }
}
