import type { Reading } from '../census/index.ts'

type AnyReading = Reading<string | number | boolean | Temporal.PlainDate>

/** Every reading inside a part of a census child, however deep. */
export function readingsIn(part: unknown): readonly AnyReading[] {
  if (typeof part !== 'object' || part === null || part instanceof Temporal.PlainDate) return []
  if (part instanceof Map) return []
  if ('status' in part && 'element' in part && 'raw' in part) return [part as AnyReading] // the reader's own objects
  return Object.values(part).flatMap(readingsIn)
}
