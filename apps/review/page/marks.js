// What is marked in a text while it is edited: letters that were not surely read, and how far it was checked.
import { el } from "./dom.js";

const kAround = 8; // code points shown on either side of a doubtful place

/// Ranges of code points as ranges of a string's own units.
function unitsOf(text, ranges) {
  const starts = [];
  let at = 0;
  for (const letter of text) {
    starts.push(at);
    at += letter.length;
  }
  starts.push(at);
  return ranges.map(([from, to]) => [starts[Math.min(from, starts.length - 1)], starts[Math.min(to, starts.length - 1)]]).filter(([from, to]) => to > from);
}

/// The unsure ranges of `read` that still stand in `typed`: what was typed over is no more the program's reading.
export function unsureIn(read, typed, ranges) {
  const units = unitsOf(read, ranges ?? []);
  if (read === typed || !units.length) return units;
  const most = Math.min(read.length, typed.length);
  let same = 0;
  while (same < most && read[same] === typed[same]) same += 1;
  let tail = 0;
  while (tail < most - same && read[read.length - 1 - tail] === typed[typed.length - 1 - tail]) tail += 1;
  const shift = typed.length - read.length;
  return units.filter(([from, to]) => to <= same || from >= read.length - tail)
    .map(([from, to]) => (to <= same ? [from, to] : [from + shift, to + shift]));
}

/// Lines that hold words, as [from, to].
export function paragraphsOf(text) {
  const found = [];
  let at = 0;
  for (const line of text.split("\n")) {
    if (line.trim()) found.push([at, at + line.length]);
    at += line.length + 1;
  }
  return found;
}

/// The text once more, its ranges marked: {from, to, kind}. It lies behind the input, whose letters stand on it.
export function drawnMarks(text, ranges) {
  const edges = [...new Set([0, text.length, ...ranges.flatMap(({ from, to }) => [from, to])])].sort((one, other) => one - other);
  const pieces = edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1];
    const kinds = ranges.filter((range) => range.from <= from && range.to >= to).map((range) => range.kind);
    return kinds.length ? el("mark", { class: kinds.join(" "), text: text.slice(from, to) }) : text.slice(from, to);
  });
  return [...pieces, "\n"]; // a last empty line counts in an input, and would not here
}

/// Each doubtful place with the letters around it, to be found without comparing line by line.
export function unsureWords(text, ranges) {
  return ranges.map(([from, to]) => {
    const before = [...text.slice(0, from)].slice(-kAround).join("").split("\n").at(-1);
    const [after] = [...text.slice(to)].slice(0, kAround).join("").split("\n");
    return el("span", {}, "“", before, el("mark", { class: "unsure", text: text.slice(from, to) }), after, "” ");
  });
}
