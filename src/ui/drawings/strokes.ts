/** A place in a drawing, in pixels from its top left. */
export interface Place {
  readonly x: number
  readonly y: number
}

const round = (value: number): number => Math.round(value * 10) / 10
const spot = ({ x, y }: Place): string => `${round(x)} ${round(y)}`

/** A place so far along the way from one to the other, and so far to its side. */
export function along(from: Place, to: Place, far: number, aside = 0): Place {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const way = { x: (to.x - from.x) / length, y: (to.y - from.y) / length }
  return { x: from.x + way.x * far - way.y * aside, y: from.y + way.y * far + way.x * aside }
}

const lengthOf = (from: Place, to: Place): number => Math.hypot(to.x - from.x, to.y - from.y)

/** Path of a straight line, moved to its side. */
export function straightStroke(from: Place, to: Place, aside = 0): string {
  return `M ${spot(along(from, to, 0, aside))} L ${spot(along(from, to, lengthOf(from, to), aside))}`
}

/** Path of a zig-zag whose teeth are so wide and so high. */
export function zigzagStroke(from: Place, to: Place, step = 10, tooth = 6): string {
  const length = lengthOf(from, to)
  const teeth = Math.max(2, Math.floor(length / step))
  const points = Array.from({ length: teeth - 1 }, (_, index) =>
    spot(along(from, to, ((index + 1) * length) / teeth, index % 2 === 0 ? tooth : -tooth)),
  )
  return `M ${spot(from)} L ${points.join(' L ')} L ${spot(to)}`
}

/** Points of an arrow's head whose tip is at the end of the way. */
export function arrowHead(from: Place, to: Place, size = 14): string {
  const length = lengthOf(from, to)
  return [to, along(from, to, length - size, size / 2), along(from, to, length - size, -size / 2)]
    .map(spot)
    .join(' ')
}
