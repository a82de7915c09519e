// What the page tells the person: a line read out by screen readers, banners that stay, questions.
import { byId, el } from "./dom.js";
import { t } from "./texts.js";

/// A passing remark: shown at the foot of the page, and read out.
export function say(text) {
  byId("status").textContent = text;
}

/// Something went wrong and wants attention. `actions` are {text, run}; one banner stands for each `id`.
export function banner(id, text, actions = []) {
  dismiss(id);
  const close = () => dismiss(id);
  const buttons = actions.map((action) => el("button", { type: "button", text: action.text, on: { click: () => (close(), action.run()) } }));
  byId("banners").append(
    el("div", { class: "banner", data: { id } }, el("p", { text }), ...buttons,
      el("button", { type: "button", class: "quiet", text: t("dismiss"), on: { click: close } })),
  );
}

export function dismiss(id) {
  for (const node of byId("banners").children) if (node.dataset.id === id) node.remove();
}

/// A server's or network's failure in words.
export function reasonOf(error) {
  if (error.message) return error.message;
  return t(error.code === "offline" || error.code === "token" ? error.code : "failed");
}

/// Shows a modal dialog; resolves to the value of the button pressed, or to null when it was left with Escape.
/// `buttons` are {value, text, primary}; the primary one is pressed by Enter.
export function openDialog({ title, body = [], buttons, ready }) {
  const before = document.activeElement;
  return new Promise((resolve) => {
    const form = el("form", { method: "dialog" }, el("h2", { id: "dialog_title", text: title }), ...body,
      el("div", { class: "buttons" }, ...buttons.map((one) => el("button", { value: one.value, text: one.text, type: one.primary ? "submit" : "button",
        class: one.primary ? "primary" : "", on: { click: (event) => one.primary || (event.preventDefault(), dialog.close(one.value)) } }))));
    const dialog = el("dialog", { "aria-labelledby": "dialog_title" }, form);
    form.addEventListener("submit", (event) => (event.preventDefault(), dialog.close(event.submitter?.value ?? "")));
    dialog.addEventListener("close", () => {
      dialog.remove();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      resolve(dialog.returnValue || null);
    });
    document.body.append(dialog);
    dialog.showModal();
    (dialog.querySelector("[autofocus]") ?? dialog.querySelector(".primary"))?.focus();
    ready?.(dialog);
  });
}
