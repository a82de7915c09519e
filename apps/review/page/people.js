// Who may check here, each by a link of their own: for who started the program.
import { get, post } from "./api.js";
import { byId, el } from "./dom.js";
import { openDialog, reasonOf } from "./messages.js";
import { t, when } from "./texts.js";

class People {
  constructor() {
    this.rows = el("ul", { class: "people" });
    this.name = el("input", { id: "people_name", maxLength: 80, autocomplete: "off", autofocus: true, "aria-label": t("people_name"), placeholder: t("people_name"), on: { keydown: (event) => this.onKey(event) } });
    this.said = el("p", { role: "status" });
    this.link = el("input", { id: "people_link", readOnly: true, hidden: true, "aria-label": t("people_link"), on: { focus: (event) => event.target.select() } });
    this.body = [el("p", { text: t("people_intro") }), this.rows,
      el("div", { class: "line" }, this.name, el("button", { type: "button", text: t("people_add"), on: { click: () => this.admit(this.name.value) } })), this.said, this.link];
  }

  onKey(event) {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    if (this.name.value.trim()) this.admit(this.name.value);
  }

  async draw() {
    const { reviewers } = await get("reviewers");
    this.rows.replaceChildren(...reviewers.map((one) => el("li", { class: one.revoked_at ? "gone" : "", data: { name: one.name } },
      el("b", { text: one.name }), el("span", { class: "quiet_text", text: one.revoked_at ? t("people_revoked", when(one.revoked_at)) : t(one.here ? "people_here" : "people_since", when(one.added_at)) }),
      el("button", { type: "button", class: "quiet", text: t("people_new_link"), on: { click: () => this.admit(one.name) } }),
      one.revoked_at ? null : el("button", { type: "button", class: "quiet", text: t("people_revoke"), on: { click: () => this.change("revoke", one.name) } }))));
    if (!reviewers.length) this.rows.append(el("li", { text: t("people_none") }));
  }

  async change(what, name) {
    try {
      const answer = await post(what, { name });
      this.said.textContent = t(what === "revoke" ? "people_gone" : "people_added", answer.name ?? name);
      await this.draw();
      return answer;
    } catch (error) {
      this.said.textContent = reasonOf(error);
      return null;
    }
  }

  /// The link is told this once; it is marked, ready to be copied.
  async admit(name) {
    const answer = await this.change("reviewer", name);
    this.link.hidden = !answer;
    if (!answer) return;
    this.name.value = "";
    this.link.value = answer.link;
    this.link.focus();
  }
}

export async function showPeople() {
  const people = new People();
  await people.draw();
  await openDialog({ title: t("people_title"), body: people.body, buttons: [{ value: "close", text: t("close"), primary: false }] });
  byId("reviewer").focus();
}
