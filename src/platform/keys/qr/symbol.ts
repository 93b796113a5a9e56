/** Modules to a side of a version 4 symbol. */
export const SIDE = 33
const ALIGNMENT = 26
/** Error correction L (01) and mask 0, protected by their own code (ISO/IEC 18004, annex C.1): 111011111000100. */
const FORMAT = 0b111011111000100

type Grid = (boolean | null)[][]

const set = (grid: Grid, row: number, column: number, isDark: boolean): void => {
  const line = grid[row]
  if (line !== undefined && column >= 0 && column < SIDE) line[column] = isDark
}

/** Rings around a centre: dark at the distances named. */
function rings(grid: Grid, [row, column]: readonly [number, number], size: number, dark: readonly number[]) {
  for (let down = -size; down <= size; down += 1)
    for (let right = -size; right <= size; right += 1)
      set(grid, row + down, column + right, dark.includes(Math.max(Math.abs(down), Math.abs(right))))
}

/** What every symbol of this version has, and how it is written: null where data goes. */
function frame(): Grid {
  const grid: Grid = Array.from({ length: SIDE }, () => Array(SIDE).fill(null))
  for (let place = 0; place < SIDE; place += 1) {
    set(grid, 6, place, place % 2 === 0)
    set(grid, place, 6, place % 2 === 0)
  }
  for (const centre of [
    [3, 3],
    [3, SIDE - 4],
    [SIDE - 4, 3],
  ] as const)
    rings(grid, centre, 4, [0, 1, 3])
  rings(grid, [ALIGNMENT, ALIGNMENT], 2, [0, 2])
  for (let bit = 0; bit < 15; bit += 1) writeFormat(grid, bit, ((FORMAT >> bit) & 1) === 1)
  set(grid, SIDE - 8, 8, true)
  return grid
}

/** One bit of the format, in both its places (section 7.9.1). */
function writeFormat(grid: Grid, bit: number, isDark: boolean): void {
  const near = bit < 6 ? bit : bit < 8 ? bit + 1 : 14 - bit + (bit === 8 ? 1 : 0)
  if (bit < 8) set(grid, near, 8, isDark)
  else set(grid, 8, near, isDark)
  if (bit < 8) set(grid, 8, SIDE - 1 - bit, isDark)
  else set(grid, SIDE - 15 + bit, 8, isDark)
}

/** Pairs of columns from the right, up and down by turns, past the column of the timing marks (section 7.7.3). */
function* places(): Generator<readonly [number, number]> {
  let isUp = true
  for (let right = SIDE - 1; right > 0; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < SIDE; step += 1) {
      const row = isUp ? SIDE - 1 - step : step
      yield [row, right]
      yield [row, right - 1]
    }
    isUp = !isUp
  }
}

/** Writes codewords into a symbol, masked so that no large patch is of one colour (mask 0; readers take any). */
export function symbolOf(codewords: readonly number[]): readonly (readonly boolean[])[] {
  const grid = frame()
  let bit = 0
  for (const [row, column] of places()) {
    if (grid[row]?.[column] !== null) continue
    const value = ((codewords[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1
    set(grid, row, column, (value === 1) !== ((row + column) % 2 === 0))
    bit += 1
  }
  return grid.map(line => line.map(module => module === true))
}
