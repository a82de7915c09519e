// Handing on: everything as it stands, as a file of the browser's downloads.
import { download } from "./api.js";
import { el } from "./dom.js";
import { banner, dismiss, openDialog, reasonOf, say } from "./messages.js";
import { count as counted, t } from "./texts.js";

const kFormats = ["xlsx", "docx", "csv", "json"];

/// Asks for the format, and saves the file. `awaiting` fields and documents `without` activities are told of.
export async function exportAll({ awaiting, without }) {
  const notes = [t("export_text"), awaiting ? t("export_awaiting", counted(awaiting)) : "", without ? t("export_without", counted(without)) : ""].filter(Boolean);
  const format = await openDialog({ title: t("export_title"), body: notes.map((text) => el("p", { text })),
    buttons: [...kFormats.map((value, index) => ({ value, text: t(`export_${value}`), primary: index === 0 })), { value: "", text: t("cancel") }] });
  if (!kFormats.includes(format)) return;
  say(t("exporting"));
  try {
    const { name, blob } = await download("export", { format });
    const link = el("a", { href: URL.createObjectURL(blob), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    dismiss("export");
    say(t("export_done", name));
  } catch (error) {
    banner("export", reasonOf(error));
  }
}
