/** Lines of the graph as SVG paths. */

interface Point {
  x: number;
  y: number;
}

const CORNER = 8;
const HEAD = 6;

/** A line through the points with its corners rounded. */
export function pathThrough(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  const parts = [`M${at(first)}`];
  rest.forEach((point, index) => {
    const before = points[index] ?? point;
    const after = rest[index + 1];
    if (after === undefined) {
      parts.push(`L${at(point)}`);
      return;
    }
    parts.push(`L${at(towards(point, before))}Q${at(point)} ${at(towards(point, after))}`);
  });
  return parts.join('');
}

/** The arrow's head, at the end of the line. */
export function headOf(points: readonly Point[]): string {
  const tip = points.at(-1);
  const before = points.at(-2);
  if (tip === undefined || before === undefined) return '';
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const [dx, dy] = [((tip.x - before.x) / length) * HEAD, ((tip.y - before.y) / length) * HEAD];
  const left = { x: tip.x - dx - dy / 2, y: tip.y - dy + dx / 2 };
  const right = { x: tip.x - dx + dy / 2, y: tip.y - dy - dx / 2 };
  return `M${at(tip)}L${at(left)}L${at(right)}Z`;
}

/** Where the words of a line stand: halfway along its points. */
export function middleOf(points: readonly Point[]): Point {
  const index = (points.length - 1) / 2;
  const [one, other] = [points[Math.floor(index)], points[Math.ceil(index)]];
  if (one === undefined || other === undefined) return { x: 0, y: 0 };
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}

/** A little way from a corner, but not past the middle of its side. */
function towards(corner: Point, other: Point): Point {
  const length = Math.hypot(other.x - corner.x, other.y - corner.y) || 1;
  const share = Math.min(CORNER, length / 2) / length;
  return { x: corner.x + (other.x - corner.x) * share, y: corner.y + (other.y - corner.y) * share };
}

function at({ x, y }: Point): string {
  return `${round(x)},${round(y)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
