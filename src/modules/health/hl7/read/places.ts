import type { SenderProfile } from '../senderProfile.ts'
import { readTime } from './readTime.ts'
import { firstSegment, type Parts, textOf } from './splitMessage.ts'

/** The text at a place such as `PV1-19`. */
export function textAt(parts: Parts, place: string): string {
  const [segment = '', field = ''] = place.split('-')
  return textOf(parts, firstSegment(parts, segment), Number(field))
}

/** The instant told at a place, or null when none that can be read is. */
export function timeAt(parts: Parts, place: string, profile: SenderProfile): Temporal.Instant | null {
  return readTime(textAt(parts, place), profile.timeZone)?.at ?? null
}
