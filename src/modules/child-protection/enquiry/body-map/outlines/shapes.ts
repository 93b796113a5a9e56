/** A place in an outline, in pixels from its top left. */
export type Point = readonly [x: number, y: number]

/** A form that an outline is made of: together they are one silhouette. */
export type Shape =
  | { readonly kind: 'polygon'; readonly points: readonly Point[] }
  | { readonly kind: 'ellipse'; readonly at: Point; readonly rx: number; readonly ry: number }

/** A part of an outline that a mark can be on. */
export type Region = { readonly code: string; readonly words: string; readonly points: readonly Point[] }

/** A line inside that helps to find one's way: an eye, the spine. */
export type Guide = { readonly points: readonly Point[]; readonly isClosed?: true }

/** One outline of a child's body. Later regions lie over earlier ones. */
export type Outline = {
  readonly code: string
  readonly words: string
  readonly width: number
  readonly height: number
  readonly silhouette: readonly Shape[]
  readonly regions: readonly Region[]
  readonly guides: readonly Guide[]
  /** Which side of the child is at the left and at the right of the drawing; none where only one side shows. */
  readonly sides: readonly [left: string, right: string] | null
}

/** A joint of a limb: where, and how wide it is there to each side. */
export type Joint = { readonly at: Point; readonly half: number }

/** Places to both sides of a limb between two of its joints. */
function across(from: Joint, to: Joint, wider: number): readonly [Point, Point, Point, Point] {
  const [dx, dy] = [to.at[0] - from.at[0], to.at[1] - from.at[1]]
  const length = Math.hypot(dx, dy) || 1
  const aside = ({ at, half }: Joint, way: number): Point => [
    at[0] - (dy / length) * half * wider * way,
    at[1] + (dx / length) * half * wider * way,
  ]
  return [aside(from, 1), aside(to, 1), aside(to, -1), aside(from, -1)]
}

/** A limb with round joints. */
export const limb = (joints: readonly Joint[]): readonly Shape[] => [
  ...joints.map(({ at, half }): Shape => ({ kind: 'ellipse', at, rx: half, ry: half })),
  ...joints.slice(1).map((joint, place): Shape => {
    const before = joints[place] ?? joint
    return { kind: 'polygon', points: across(before, joint, 1) }
  }),
]

/** The part of a limb between two places along it, each so far between two joints; wide enough to hold the whole of it. */
export function along(from: Joint, to: Joint, start: number, end: number): readonly Point[] {
  const between = (part: number): Joint => ({
    at: [from.at[0] + (to.at[0] - from.at[0]) * part, from.at[1] + (to.at[1] - from.at[1]) * part],
    half: from.half + (to.half - from.half) * part,
  })
  return across(between(start), between(end), 1.3)
}

/** Places as an SVG writes them: "10,20 30,40". */
export const places = (text: string): readonly Point[] =>
  text.split(' ').map(pair => {
    const [x = 0, y = 0] = pair.split(',').map(Number)
    return [x, y]
  })

export const box = (left: number, top: number, right: number, bottom: number): readonly Point[] => [
  [left, top],
  [right, top],
  [right, bottom],
  [left, bottom],
]

/** The other side of a drawing that is so wide. */
export const mirrored = (points: readonly Point[], width: number): readonly Point[] =>
  points.map(([x, y]) => [width - x, y] as const)

export const mirroredShape = (shape: Shape, width: number): Shape =>
  shape.kind === 'ellipse'
    ? { ...shape, at: [width - shape.at[0], shape.at[1]] }
    : { ...shape, points: mirrored(shape.points, width) }

/** Whether a place lies in a region. */
export function isInside([x, y]: Point, points: readonly Point[]): boolean {
  let inside = false
  for (const [index, [ax, ay]] of points.entries()) {
    const [bx, by] = points[(index + points.length - 1) % points.length] ?? [ax, ay]
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}

/** The middle of a region: where a mark is drawn of which nobody has pointed at the place. */
export function middleOf(points: readonly Point[]): Point {
  const sum = points.reduce<Point>(([x, y], [px, py]) => [x + px, y + py], [0, 0])
  return [sum[0] / points.length, sum[1] / points.length]
}
