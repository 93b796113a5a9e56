import type { SenderProfile } from '../senderProfile.ts'
import { readTime } from './readTime.ts'
import { firstSegment, type Parts, valuesOf } from './splitMessage.ts'

/** The text at a place such as `PV1-19` or `PD1-3.3`. */
export function textAt(parts: Parts, place: string): string {
  const [segment = '', where = ''] = place.split('-')
  const [field, component = 1] = where.split('.').map(Number)
  return valuesOf(parts, firstSegment(parts, segment), field ?? 0)[0]?.at(component) ?? ''
}

/** The instant told at a place, or null when none that can be read is. */
export function timeAt(parts: Parts, place: string, profile: SenderProfile): Temporal.Instant | null {
  return readTime(textAt(parts, place), profile.timeZone)?.at ?? null
}
