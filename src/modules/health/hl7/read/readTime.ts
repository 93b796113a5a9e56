/** An instant that a message tells, with whether it named a time of day or only the day. */
export interface ToldTime {
  readonly at: Temporal.Instant
  readonly hasTime: boolean
}

// Some engines write dashes, colons and a space or T, which HL7 does not have.
const shape =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[ T]?(\d{2}):?(\d{2})(?::?(\d{2})(?:\.(\d{1,6}))?)?)?(Z|[+-]\d{2}:?\d{2})?$/

/**
 * A time as HL7 writes it, `20260701143000+0100`. Without an offset it is the sender's own clock, in England London
 * time. In the hour that happens twice the earlier is taken. Null when it cannot be a time.
 * Source: HL7 v2.5.1, 2.A.77 (TS) and 2.A.22 (DTM).
 */
export function readTime(text: string, timeZone: string): ToldTime | null {
  const [, year, month, day, hour, minute, second, fraction, offset] = shape.exec(text) ?? []
  if (!year) return null
  try {
    const local = Temporal.PlainDateTime.from(
      {
        year: Number(year),
        month: Number(month),
        day: Number(day),
        hour: Number(hour ?? 0),
        minute: Number(minute ?? 0),
        second: Number(second ?? 0),
        millisecond: Math.trunc(Number(`0.${fraction ?? 0}`) * 1000),
      },
      { overflow: 'reject' },
    )
    const zone = offset ? offset.replace('Z', '+00:00') : timeZone
    const at = local.toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant()
    return local.year < 1900 ? null : { at, hasTime: hour !== undefined }
  } catch {
    return null
  }
}

/** A date as it was written, never moved by an offset behind it. Null when it is no whole date. */
export function readDate(text: string): Temporal.PlainDate | null {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})(?:$|[ T]|\d{4,6}(?:$|[.+-]))/.exec(text) ?? []
  if (!year || Number(year) < 1850) return null
  try {
    const parts = { year: Number(year), month: Number(month), day: Number(day) }
    return Temporal.PlainDate.from(parts, { overflow: 'reject' })
  } catch {
    return null
  }
}
