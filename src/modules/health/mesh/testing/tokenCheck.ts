import { createHmac } from 'node:crypto'
import type { Credentials } from '../token.ts'

/** How far the clocks of both ends may be apart. */
const WINDOW_MINUTES = 120

/** Judges tokens as the service does, written apart from what makes them: by mailbox, hash, time, and whether one was used before. */
export function tokenCheck({ mailbox, password, sharedKey }: Credentials, now: () => Temporal.Instant) {
  const used = new Set<string>()
  /** @returns why it is refused; null when it is good */
  return (header: string | undefined): string | null => {
    const [scheme, token = ''] = (header ?? '').split(' ')
    const [who = '', nonce = '', count = '', time = '', hash] = token.split(':')
    if (scheme !== 'NHSMESH' || hash === undefined) return 'no token'
    if (who !== mailbox) return 'another mailbox'
    const signed = [who, nonce, count, password, time].join(':')
    if (createHmac('sha256', Buffer.from(sharedKey, 'utf8')).update(signed).digest('hex') !== hash)
      return 'wrong hash'
    const [, year, month, day, hour, minute] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(time) ?? []
    if (minute === undefined) return 'no time'
    const at = Temporal.Instant.from(`${year}-${month}-${day}T${hour}:${minute}Z`)
    if (Math.abs(at.until(now()).total('minutes')) > WINDOW_MINUTES) return 'too old or too new'
    if (used.has(`${nonce} ${count}`)) return 'used before'
    used.add(`${nonce} ${count}`)
    return null
  }
}
