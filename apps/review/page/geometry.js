// Places on a page, in PDF points, origin top left. A scan that lies on its side is shown upright: `turned` says
// by how many degrees clockwise. "Upright" lengths are those after that turn.

const quarter = (page) => ((Math.round((page.turned ?? 0) / 90) % 4) + 4) % 4;

export function uprightSize(page) {
  return quarter(page) % 2 ? { width: page.height, height: page.width } : { width: page.width, height: page.height };
}

/// The CSS matrix that turns a page of `width` x `height` (any unit) upright, about its own top left corner.
export function uprightMatrix(page, scale) {
  const width = page.width * scale;
  const height = page.height * scale;
  return [
    [1, 0, 0, 1, 0, 0],
    [0, 1, -1, 0, height, 0],
    [-1, 0, 0, -1, width, height],
    [0, -1, 1, 0, 0, width],
  ][quarter(page)];
}

function uprightPoint(page, x, y) {
  const [a, b, c, d, e, f] = uprightMatrix(page, 1);
  return [a * x + c * y + e, b * x + d * y + f];
}

const box = (x0, y0, x1, y1) => ({ x: Math.min(x0, x1), y: Math.min(y0, y1), width: Math.abs(x1 - x0), height: Math.abs(y1 - y0) });

/// The box of a region on the page as it is shown.
export function uprightBox(page, region) {
  return box(...uprightPoint(page, region.x, region.y), ...uprightPoint(page, region.x + region.width, region.y + region.height));
}

/// A box of the page as it is shown, as the page itself measures it.
export function pageBox(page, upright) {
  const { width, height } = uprightSize(page);
  const back = { width, height, turned: -(page.turned ?? 0) };
  return uprightBox(back, upright);
}

export function union(boxes) {
  if (!boxes.length) return null;
  const x = Math.min(...boxes.map((one) => one.x));
  const y = Math.min(...boxes.map((one) => one.y));
  return box(x, y, Math.max(...boxes.map((one) => one.x + one.width)), Math.max(...boxes.map((one) => one.y + one.height)));
}

/// A box grown by `margin` on all sides, but not over the edge of a page of `size`.
export function grown(one, margin, size) {
  return box(
    Math.max(0, one.x - margin),
    Math.max(0, one.y - margin),
    Math.min(size.width, one.x + one.width + margin),
    Math.min(size.height, one.y + one.height + margin),
  );
}

/// The outline of a region as SVG path data: its quadrilateral where the print is not upright, else its box.
export function outline(region, margin) {
  if (region.quad?.length === 8) {
    const q = region.quad;
    const middle = [(q[0] + q[2] + q[4] + q[6]) / 4, (q[1] + q[3] + q[5] + q[7]) / 4];
    const corners = [0, 2, 4, 6].map((i) => `${q[i] + Math.sign(q[i] - middle[0]) * margin} ${q[i + 1] + Math.sign(q[i + 1] - middle[1]) * margin}`);
    return `M${corners.join("L")}Z`;
  }
  const { x, y, width, height } = region;
  return `M${x - margin} ${y - margin}h${width + 2 * margin}v${height + 2 * margin}h${-width - 2 * margin}Z`;
}

export const clamp = (value, low, high) => Math.max(low, Math.min(high, value));
