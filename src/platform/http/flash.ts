import { createHmac, timingSafeEqual } from 'node:crypto'

const LONGEST = 300

const sign = (text: string, secret: string): string =>
  createHmac('sha256', secret).update(`flash:${text}`).digest('base64url')

/** A sentence for the next page ("The visit is recorded"), as a cookie's value that only this session can have made. */
export function sealFlash(sentence: string, secret: string): string {
  const text = Buffer.from(sentence.slice(0, LONGEST)).toString('base64url')
  return `${text}.${sign(text, secret)}`
}

/** The sentence, or null when the value was not made by {@link sealFlash} for this session. */
export function openFlash(value: string, secret: string): string | null {
  const [text = '', mac = ''] = value.split('.')
  const [given, right] = [Buffer.from(mac), Buffer.from(sign(text, secret))]
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null
  return Buffer.from(text, 'base64url').toString()
}
