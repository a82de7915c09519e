// The original: the pages on which a record stands, one below the other, the current value's boxes drawn and the
// rest dimmed; of an office file the table, drawn as a grid. Scrolls natively; zooming sets the lengths anew, so that the print stays sharp.
import { get } from "./api.js";
import { turnedImage } from "./crops.js";
import { byId, el, place, svg } from "./dom.js";
import { clamp, grown, outline, union, uprightBox, uprightMatrix, uprightSize } from "./geometry.js";
import { drawnGrid, regionsOn } from "./grid.js";
import { language, t } from "./texts.js";

const kGap = 10; // CSS pixels between pages
const kLeast = 0.2; // CSS pixels a point
const kMost = 6;
const kReading = 1.35; // the scale at which print of an ordinary size reads well
const kStep = 1.2;
const kGrid = "grid"; // in the place of a page's number
const kStill = 4; // CSS pixels; a hand that clicks moves that little

export class PageView {
  /// `onPick(name)` is called when a person clicks the print of a field.
  constructor(onPick) {
    this.onPick = onPick;
    this.view = byId("viewer");
    this.world = byId("world");
    this.tabs = byId("page_tabs");
    this.mode = localStorage.getItem("tarang.fit") === "width" ? "width" : "value";
    this.whole = localStorage.getItem("tarang.whole") === "yes";
    this.scale = 1;
    this.sheets = [];
    this.field = null;
    this.view.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    this.view.addEventListener("pointerdown", (event) => this.drag(event));
    new ResizeObserver(() => this.record && !this.drawing && this.fit()).observe(this.view);
  }

  /// Shows the pages of a record. Of a row that runs over pages only its own part of each, unless whole pages are
  /// asked for: so its pieces stand next to each other.
  show(record) {
    const key = JSON.stringify([record.document, record.pages, record.activity, this.whole, language()]);
    this.record = record;
    if (key === this.key) return;
    this.key = key;
    this.field = null;
    this.drawing = null;
    this.sheets = record.pages.map((page) => this.sheet(record, page));
    this.grid = null;
    this.world.replaceChildren(...this.sheets.map((sheet) => sheet.node));
    this.world.classList.remove("failed");
    this.drawTabs();
    if (record.has_grid) this.showGrid(record, key);
  }

  /// The drawn table comes from the kept original, so it takes its time.
  async showGrid(record, key) {
    const note = el("p", { class: "no_image", text: t("loading") });
    if (!this.sheets.length) this.world.append(note);
    const grid = await get("grid", { document: record.document, activity: record.activity }).catch((error) => ({ problem: error.message, cells: [] }));
    if (key !== this.key) return;
    note.textContent = grid.problem || t("no_grid");
    if (!grid.cells.length) return this.world.classList.add("failed");
    note.remove();
    this.grid = grid;
    this.sheets.unshift(this.sheet(record, { page: kGrid, width: grid.width, height: grid.height, turned: 0 }));
    this.world.prepend(this.sheets[0].node);
    this.drawTabs();
    this.mark(this.field);
  }

  /// The boxes of a field on its pages, and on the drawn table.
  regions(field) {
    return [...(field?.regions ?? []), ...(this.grid ? regionsOn(this.grid, field, kGrid) : [])];
  }

  sheet(record, page) {
    const size = uprightSize(page);
    const boxes = record.fields.flatMap((field) => this.regions(field)).filter((region) => region.page === page.page).map((region) => uprightBox(page, region));
    const row = union(boxes);
    const cut = record.pages.length > 1 && !this.whole && row && page.page !== kGrid;
    const band = cut ? grown({ x: 0, y: row.y, width: size.width, height: row.height }, 14, size) : { x: 0, y: 0, ...size };
    const dim = svg("path", { class: "dim", "fill-rule": "evenodd" });
    const marks = svg("g", { class: "marks" });
    const hits = record.fields.flatMap((field) => this.regions(field).filter((region) => region.page === page.page).map((region) =>
      svg("path", { class: "hit", d: outline(region, 3), "data-field": field.name })));
    const overlay = svg("svg", { viewBox: `0 0 ${page.width} ${page.height}`, preserveAspectRatio: "none", "aria-hidden": "true" }, dim, marks, ...hits);
    const turn = page.page === kGrid ? el("div", { class: "turn" }, drawnGrid(this.grid))
      : turnedImage(record.document, page, 1, 0, 0, { alt: t("page_image", page.page), on: { error: () => node.classList.add("failed") } });
    turn.append(overlay);
    const node = el("div", { class: "sheet", data: { page: page.page } }, turn, el("p", { class: "no_image", text: t("no_image", page.page) }));
    return { page, size, band, row, node, dim, marks, record };
  }

  /// Draws the boxes of a field and brings them into sight.
  mark(field) {
    this.field = field;
    const all = this.regions(field);
    for (const { page, dim, marks } of this.sheets) {
      const regions = all.filter((region) => region.page === page.page);
      const paths = regions.map((region) => outline(region, 3));
      dim.setAttribute("d", all.length ? `M0 0H${page.width}V${page.height}H0Z${paths.join("")}` : "");
      marks.replaceChildren(...paths.map((d) => svg("path", { d })));
    }
    for (const tab of this.tabs.children) tab.classList.toggle("has_value", all.some((region) => String(region.page) === tab.dataset.page));
    this.fit();
  }

  widest() {
    return Math.max(1, ...this.sheets.map((sheet) => sheet.band.width));
  }

  /// Sets the scale by the mode, and brings the value into sight.
  fit(mode = this.mode) {
    this.mode = mode;
    if (!this.sheets.length || !this.view.clientWidth) return;
    if (mode !== "manual") localStorage.setItem("tarang.fit", mode);
    const width = (this.view.clientWidth - 2) / this.widest();
    if (mode === "width") this.scale = width;
    if (mode === "value") {
      const box = union(this.valueBoxes(1));
      const room = box ? (0.86 * this.view.clientWidth) / box.width : width;
      this.scale = clamp(room, Math.min(width, kReading), Math.max(width, kReading));
    }
    this.layout();
    this.reveal();
  }

  toggleFit() {
    this.fit(this.mode === "value" ? "width" : "value");
  }

  toggleWhole() {
    this.whole = !this.whole;
    localStorage.setItem("tarang.whole", this.whole ? "yes" : "no");
    const { field } = this;
    this.show(this.record);
    this.mark(field);
  }

  layout() {
    let top = 0;
    const width = this.widest() * this.scale;
    for (const sheet of this.sheets) {
      const { page, band, node } = sheet;
      const { scale } = this;
      const turn = node.firstElementChild;
      place(node, { top, left: (width - band.width * scale) / 2, width: band.width * scale, height: band.height * scale });
      place(turn, { width: page.width * scale, height: page.height * scale, left: -band.x * scale, top: -band.y * scale });
      turn.style.transform = `matrix(${uprightMatrix(page, scale).join(",")})`;
      sheet.top = top;
      top += band.height * scale + kGap;
    }
    place(this.world, { width, height: Math.max(0, top - kGap) });
  }

  /// The current value's boxes in the world, at `scale`.
  valueBoxes(scale) {
    let top = 0;
    const boxes = [];
    for (const { page, band } of this.sheets) {
      for (const region of this.regions(this.field)) {
        if (region.page !== page.page) continue;
        const box = uprightBox(page, region);
        boxes.push({ x: (box.x - band.x) * scale, y: top + (box.y - band.y) * scale, width: box.width * scale, height: box.height * scale });
      }
      top += band.height * scale + kGap;
    }
    return boxes;
  }

  /// Whether the current value's place is in sight, for values that have no page image: "seen"; "part", and then it is
  /// brought there; "loading"; "failed" where there is nothing to be seen.
  bringMarks() {
    if (!this.grid) return this.world.classList.contains("failed") ? "failed" : "loading";
    const box = union(this.valueBoxes(this.scale));
    if (!box) return "failed";
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = this.view;
    const shared = (from, size, start, room) => Math.min(from + size, start + room) - Math.max(from, start);
    const seen = shared(box.x, box.width, scrollLeft, clientWidth) >= Math.min(box.width * 0.9, clientWidth * 0.5)
      && shared(box.y, box.height, scrollTop, clientHeight) >= Math.min(box.height * 0.9, clientHeight * 0.5);
    if (!seen) this.fit(this.mode === "manual" ? "value" : this.mode);
    return seen ? "seen" : "part";
  }

  reveal() {
    const boxes = this.valueBoxes(this.scale);
    const box = union(boxes);
    if (!box) return;
    const { clientWidth: width, clientHeight: height } = this.view;
    this.view.scrollLeft = box.width < width ? box.x + box.width / 2 - width / 2 : box.x - 8;
    this.view.scrollTop = box.height < height * 0.9 ? box.y + box.height / 2 - height / 2 : box.y - 24;
  }

  /// Zooms about a point of the view, its middle by default.
  zoom(factor, x = this.view.clientWidth / 2, y = this.view.clientHeight / 2) {
    const before = this.scale;
    this.scale = clamp(before * factor, kLeast, kMost);
    this.mode = "manual";
    const left = (this.view.scrollLeft + x) * (this.scale / before) - x;
    const top = (this.view.scrollTop + y) * (this.scale / before) - y;
    this.layout();
    this.view.scrollLeft = left;
    this.view.scrollTop = top;
  }

  zoomIn() {
    this.zoom(kStep);
  }

  zoomOut() {
    this.zoom(1 / kStep);
  }

  pan(right, down) {
    this.view.scrollBy(right * this.view.clientWidth * 0.3, down * this.view.clientHeight * 0.3);
  }

  wheel(event) {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const frame = this.view.getBoundingClientRect();
    this.zoom(Math.exp(-event.deltaY / 300), event.clientX - frame.left, event.clientY - frame.top);
  }

  drag(event) {
    if (event.button !== 0 || event.target === this.view || this.drawing) return;
    const start = { x: event.clientX + this.view.scrollLeft, y: event.clientY + this.view.scrollTop };
    const move = (moved) => this.view.scrollTo(start.x - moved.clientX, start.y - moved.clientY);
    this.view.setPointerCapture(event.pointerId);
    this.view.classList.add("dragged");
    this.view.addEventListener("pointermove", move);
    const end = (ended) => {
      this.view.removeEventListener("pointermove", move);
      this.view.classList.remove("dragged");
      const moved = Math.hypot(ended.clientX - event.clientX, ended.clientY - event.clientY);
      const hit = ended.type === "pointerup" && moved < kStill && document.elementFromPoint(ended.clientX, ended.clientY)?.closest(".hit");
      if (hit) this.onPick(hit.dataset.field);
    };
    this.view.addEventListener("pointerup", end, { once: true });
    this.view.addEventListener("pointercancel", end, { once: true });
  }

  drawTabs() {
    const tabs = this.sheets.length < 2 ? [] : this.sheets.map((sheet) =>
      el("button", { type: "button", text: sheet.page.page === kGrid ? t("drawn_table") : t("page_short", sheet.page.page), data: { page: sheet.page.page }, on: { click: () => (this.view.scrollTop = sheet.top) } }));
    this.tabs.replaceChildren(...tabs);
    byId("pieces").hidden = this.sheets.length < 2;
    byId("pieces").textContent = t(this.whole ? "pieces" : "whole_pages");
  }
}
