export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A mark that needs a label: where it is, how large it is, and how large its label is. */
export interface Mark {
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly label: { readonly width: number; readonly height: number }
}

/** Where a label goes, and the line that leads from its mark to it; no line where it stands right beside the mark. */
export interface Label {
  readonly box: Box
  readonly leader: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number } | null
}

/** Sixteen directions as constants: `Math.cos` may differ in the last digit from one engine to another. */
// biome-ignore format: four directions a line
const directions: readonly (readonly [number, number])[] = [
  [1, 0], [0, -1], [-1, 0], [0, 1],
  [0.71, -0.71], [-0.71, -0.71], [-0.71, 0.71], [0.71, 0.71],
  [0.92, -0.38], [0.38, -0.92], [-0.38, -0.92], [-0.92, -0.38],
  [-0.92, 0.38], [-0.38, 0.92], [0.38, 0.92], [0.92, 0.38],
]

const gap = 2

/**
 * Places a label beside each mark, one after another: of the places around it the nearest one that lies inside the bounds, covers no mark
 * and no earlier label, and whose leader crosses no earlier label. Where none is left the last condition is dropped.
 */
export function placeLabels(marks: readonly Mark[], bounds: Box): Label[] {
  const placed: Label[] = []
  for (const mark of marks)
    placed.push(
      freePlace(mark, marks, placed, bounds, true) ??
        freePlace(mark, marks, placed, bounds, false) ??
        beside(mark, 1, 0, mark.radius + gap),
    )
  return placed
}

function freePlace(mark: Mark, marks: readonly Mark[], placed: readonly Label[], bounds: Box, clearLeader: boolean): Label | null {
  for (let distance = mark.radius + gap; distance < bounds.width + bounds.height; distance += 5) {
    for (const [dx, dy] of directions) {
      const label = beside(mark, dx, dy, distance)
      const { box, leader } = label
      if (
        box.x < bounds.x ||
        box.y < bounds.y ||
        box.x + box.width > bounds.x + bounds.width ||
        box.y + box.height > bounds.y + bounds.height
      )
        continue
      if (marks.some((other) => overlaps(box, around(other), 1))) continue
      if (placed.some((other) => overlaps(box, other.box, gap))) continue
      if (clearLeader && placed.some((other) => (leader && crosses(leader, other.box)) || (other.leader && crosses(other.leader, box))))
        continue
      return label
    }
  }
  return null
}

/** The label at a distance from the mark: its edge is that far away, not its middle. */
function beside(mark: Mark, dx: number, dy: number, distance: number): Label {
  const { width, height } = mark.label
  const x = mark.x + dx * (distance + width / 2)
  const y = mark.y + dy * (distance + height / 2)
  const box = { x: x - width / 2, y: y - height / 2, width, height }
  // The leader ends at the point of the box nearest to the mark.
  const x2 = Math.max(box.x, Math.min(mark.x, box.x + width))
  const y2 = Math.max(box.y, Math.min(mark.y, box.y + height))
  const near = Math.hypot(x2 - mark.x, y2 - mark.y) <= mark.radius + gap + 3
  return { box, leader: near ? null : { x1: mark.x, y1: mark.y, x2, y2 } }
}

const around = ({ x, y, radius }: Mark): Box => ({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius })

/** Whether two boxes come nearer than the space between them. */
export const overlaps = (a: Box, b: Box, space = 0): boolean =>
  a.x < b.x + b.width + space && b.x < a.x + a.width + space && a.y < b.y + b.height + space && b.y < a.y + a.height + space

/** Whether a line runs through a box (Liang and Barsky's clipping). */
export function crosses({ x1, y1, x2, y2 }: NonNullable<Label['leader']>, box: Box): boolean {
  let enter = 0
  let leave = 1
  for (const [step, from, to] of [
    [x2 - x1, box.x - x1, box.x + box.width - x1],
    [y2 - y1, box.y - y1, box.y + box.height - y1],
  ] as const) {
    if (step === 0) {
      if (from > 0 || to < 0) return false
      continue
    }
    enter = Math.max(enter, Math.min(from / step, to / step))
    leave = Math.min(leave, Math.max(from / step, to / step))
  }
  return enter < leave
}
