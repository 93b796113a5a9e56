import { createHmac } from 'node:crypto'

/** Who asks, and by which secrets. */
export type Credentials = {
  readonly mailbox: string
  readonly password: string
  /** Of the environment, not of the mailbox: the NHS gives every user of it the same. */
  readonly sharedKey: string
}

/** What makes one token unlike every other. */
export type Stamp = { readonly nonce: string; readonly count: number; readonly at: Temporal.Instant }

/**
 * The Authorization header of one call; each is good once. Source: NHS England, MESH API, authorization header:
 * HMAC-SHA256 by the shared key over mailbox, nonce, count, password and time.
 */
export function meshToken({ mailbox, password, sharedKey }: Credentials, stamp: Stamp): string {
  const time = stampTime(stamp.at)
  const open = `${mailbox}:${stamp.nonce}:${stamp.count}`
  const hash = createHmac('sha256', sharedKey).update(`${open}:${password}:${time}`).digest('hex')
  return `NHSMESH ${open}:${time}:${hash}`
}

/** yyyyMMddHHmm in UTC. */
export const stampTime = (at: Temporal.Instant): string =>
  at.toString({ smallestUnit: 'minute' }).replaceAll(/\D/g, '')
