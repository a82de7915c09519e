// The table of a record that has places instead of pages, as the server lays it out: drawn here, in points.
import { svg } from "./dom.js";

const kHeader = "#eef1f5";

/// A cell of an office file, whatever paragraph of it, or a paragraph outside of tables.
const cellOf = (place) => JSON.stringify(place.kind === "sheet" ? [place.sheet, place.cell] : place.table ? [place.table, place.row, place.column] : [place.paragraph]);

const colour = (cell) => (cell.ground === null ? (cell.header ? kHeader : "#fff") : `#${(cell.ground & 0xffffff).toString(16).padStart(6, "0")}`);

function frame(cell) {
  const { x, y, width, height } = cell;
  const nodes = [];
  if (cell.framed) nodes.push(svg("rect", { x, y, width, height, fill: colour(cell), stroke: "#667" }));
  if (cell.line) nodes.push(svg("path", { d: `M${x} ${y + height / 2}h${width}`, stroke: "#333", "stroke-width": 2 }));
  if (cell.figure) nodes.push(svg("circle", { cx: x + width / 2, cy: y + height / 2, r: 4, fill: "#333" }));
  return nodes;
}

function words(grid, cell) {
  const top = cell.y + (cell.framed ? grid.padding : 0) + grid.letters;
  return cell.lines.map((line, index) => {
    const text = svg("text", { x: cell.x + grid.padding, y: top + index * grid.line });
    text.textContent = line;
    return text;
  });
}

export function drawnGrid(grid) {
  return svg("svg", { class: "grid", viewBox: `0 0 ${grid.width} ${grid.height}`, "font-size": grid.letters, "font-family": "sans-serif" },
    ...grid.cells.flatMap(frame), ...grid.cells.flatMap((cell) => words(grid, cell))); // some run over free cells
}

/// The boxes of a field's cells on the drawing, as regions of a page of that name.
export function regionsOn(grid, field, page) {
  const wanted = new Set((field?.places ?? []).map(cellOf));
  return grid.cells.filter((cell) => cell.places.some((place) => wanted.has(cellOf(place)))).map(({ x, y, width, height }) => ({ page, x, y, width, height }));
}
