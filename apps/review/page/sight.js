// What of a print was in sight: a value is accepted only after all of its print could be read.
import { byId } from "./dom.js";

const kSlack = 3; // CSS pixels that an edge may lack: boxes have room around their words
const kOverlap = 26; // CSS pixels shown again when the print moves on: a line that the edge has cut

/// Spans without overlap, ascending, with `added`.
function joined(spans, added) {
  const all = [...spans, added].sort((one, other) => one[0] - other[0]);
  const result = [];
  for (const [from, to] of all) {
    const last = result.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}

/// The form's window: what stands between these lines of the screen is in sight.
function windowOfForm() {
  const pane = byId("form_scroll");
  const scrolls = getComputedStyle(pane).overflowY !== "visible";
  if (scrolls) {
    const { top, bottom } = pane.getBoundingClientRect();
    return { top: Math.max(0, top), bottom: Math.min(innerHeight, bottom), scroller: pane };
  }
  const top = document.querySelector(".original").getBoundingClientRect().bottom; // stays in place on narrow screens
  const bottom = document.querySelector("#review .record .actions").getBoundingClientRect().top;
  return { top: Math.max(0, top), bottom: Math.min(innerHeight, bottom), scroller: document.scrollingElement };
}

/// Of one field's crops, in a box that may scroll by itself. Lengths are shares of the print's whole height, 0 to 1.
export class Sight {
  /// `isLooked()`: whether a person is at the field.
  constructor(box, isLooked) {
    Object.assign(this, { box, isLooked });
    this.seen = [];
    box.addEventListener("load", () => this.note(), true); // of its images
    box.addEventListener("error", () => this.note(), true);
  }

  /// Other regions are shown: nothing of them was seen.
  reset() {
    this.seen = [];
  }

  views() {
    return [...this.box.querySelectorAll(".crop")];
  }

  total() {
    return this.views().reduce((sum, view) => sum + view.offsetHeight, 0);
  }

  /// "none": no print; "failed": it cannot be shown; "loading"; "part" or "seen" of what stands between two shares.
  state(from = 0, to = 1) {
    const images = this.views().map((view) => view.querySelector("img"));
    if (!images.length) return "none";
    if (images.some((image) => image.complete && !image.naturalWidth)) return "failed";
    if (images.some((image) => !image.complete)) return "loading";
    return this.gap(from, to) ? "part" : "seen";
  }

  /// Notes what is in sight now.
  note() {
    const total = this.total();
    if (!total || !this.box.offsetParent || !this.isLooked()) return;
    const { top, bottom } = windowOfForm();
    const frame = this.box.getBoundingClientRect();
    let above = 0;
    for (const view of this.views()) {
      const place = view.getBoundingClientRect();
      const image = view.querySelector("img");
      const first = Math.max(place.top, frame.top, top) - place.top;
      const last = Math.min(place.bottom, frame.bottom, bottom) - place.top;
      if (image.complete && image.naturalWidth && last > first) this.seen = joined(this.seen, [(above + first) / total, (above + last) / total]);
      above += view.offsetHeight;
    }
    this.onNote?.();
  }

  /// The first stretch between two shares that nobody has seen; null where there is none.
  gap(from, to) {
    const slack = kSlack / Math.max(1, this.total());
    let at = from;
    for (const [first, last] of this.seen) {
      if (first > at + slack) break;
      at = Math.max(at, last);
    }
    return at + slack < to ? [at, to] : null;
  }

  /// Scrolls to what was not seen yet between two shares.
  bring(from, to) {
    const gap = this.gap(from, to);
    if (!gap) return;
    const at = (share) => {
      let rest = share * this.total();
      for (const view of this.views()) {
        if (rest < view.offsetHeight) return view.getBoundingClientRect().top + rest;
        rest -= view.offsetHeight;
      }
      return this.box.getBoundingClientRect().bottom;
    };
    const overlap = gap[0] > from ? kOverlap : 0;
    this.box.scrollTop += at(gap[0]) - overlap - this.box.getBoundingClientRect().top;
    const { top, bottom, scroller } = windowOfForm();
    const line = at(gap[0]) - overlap;
    const end = Math.min(at(gap[1]), this.box.getBoundingClientRect().bottom);
    if (line < top || end > bottom) scroller.scrollTop += line - top - kSlack;
    this.note();
  }
}
