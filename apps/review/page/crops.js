// Small views of the printed words: a region of a page image, upright.
import { pageImage } from "./api.js";
import { el, place } from "./dom.js";
import { grown, uprightBox, uprightMatrix, uprightSize } from "./geometry.js";

const kMargin = 3; // points around the words

/// The element that holds a page image turned upright, at `scale` CSS pixels a point, its corner at -x, -y points.
export function turnedImage(document, page, scale, x, y, attributes) {
  const image = el("img", { src: pageImage(document, page.page), draggable: false, decoding: "async", ...attributes });
  const turn = el("div", { class: "turn" }, image);
  place(turn, { width: page.width * scale, height: page.height * scale, left: -x * scale, top: -y * scale });
  turn.style.transform = `matrix(${uprightMatrix(page, scale).join(",")})`;
  return turn;
}

/// A crop that is `width` CSS pixels wide at most; small print grows up to `largest` pixels a point.
export function crop(document, page, region, { width, largest = 1.5, label = "" }) {
  const box = grown(uprightBox(page, region), kMargin, uprightSize(page));
  const scale = Math.min(largest, width / box.width);
  const turn = turnedImage(document, page, scale, box.x, box.y, { alt: label, loading: "lazy" });
  const view = el("div", { class: "crop" }, turn);
  return place(view, { width: box.width * scale, height: box.height * scale });
}
