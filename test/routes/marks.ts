import type { Row } from '../oracle/index.ts'

/** A text that stands in one row of the record and nowhere else: wherever it shows, that row was shown. */
export type Mark = {
  readonly text: string
  readonly row: Row
  /** Free text or a name, which no data-quality officer reads though they read the row's codes. */
  readonly isWords: boolean
}

/** Makes marks that no other begins with or holds. */
export function marking() {
  const marks: Mark[] = []
  return {
    marks: marks as readonly Mark[],
    mark(row: Row, isWords = true): string {
      const letters = [676, 26, 1].map(unit => 97 + (Math.floor(marks.length / unit) % 26))
      const text = `Madeup${String.fromCharCode(...letters)}ley`
      marks.push({ text, row, isWords })
      return text
    },
  }
}
