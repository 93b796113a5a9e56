import { parseUuid, type Uuid } from '#platform/ids'
import { objectionToIssuer } from '#platform/sign-in'
import { dateFieldsFrom, type FormIssue, parseDateInput } from '#ui'
import type { NamedProvider } from '../../../commands/keepProvider.ts'

/** Days for which access may be given at once: everything ends unless somebody renews it. */
const LONGEST = 365

type Sent = Readonly<Record<string, unknown>>
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly FormIssue[] }

/** A field as text, without what stands around it. */
export const typed = (sent: Sent, name: string): string =>
  typeof sent[name] === 'string' ? sent[name].trim().slice(0, 500) : ''

/** The last day of something: after today, within a year. @returns the day, or what is wrong with it */
export function parseLastDay(
  sent: Sent,
  name: string,
  today: Temporal.PlainDate,
): Temporal.PlainDate | FormIssue {
  const answer = parseDateInput(dateFieldsFrom(sent, name), 'Last day')
  if (answer.outcome !== 'date')
    return { path: [name], message: answer.outcome === 'wrong' ? answer.message : 'Enter the last day' }
  const { days } = today.until(answer.date)
  if (days < 0) return { path: [name], message: 'Last day must be today or later' }
  return days > LONGEST ? { path: [name], message: 'Last day must be within a year' } : answer.date
}

/** A new provider from its form. */
export function parseProvider(
  sent: Sent,
  {
    today,
    mayBeInside,
    organisations,
  }: {
    readonly today: Temporal.PlainDate
    readonly mayBeInside: boolean
    readonly organisations: readonly { readonly id: Uuid }[]
  },
): Parsed<NamedProvider> {
  const organisationId = parseUuid(typed(sent, 'organisation'))
  const isOffered = organisations.some(({ id }) => id === organisationId)
  const issuer = typed(sent, 'issuer')
  const objection = objectionToIssuer(issuer, mayBeInside)
  const clientId = typed(sent, 'client')
  const clientSecret = typed(sent, 'secret')
  const lastDay = parseLastDay(sent, 'last', today)
  const issues = [
    ...(isOffered ? [] : [{ path: ['organisation'], message: 'Choose the organisation' }]),
    ...(objection === null ? [] : [{ path: ['issuer'], message: objection }]),
    ...(clientId === '' ? [{ path: ['client'], message: 'Enter the client id' }] : []),
    ...(clientSecret === '' ? [{ path: ['secret'], message: 'Enter the client secret' }] : []),
    ...('path' in lastDay ? [lastDay] : []),
  ]
  if (issues.length > 0 || organisationId === null || 'path' in lastDay) return { ok: false, issues }
  return { ok: true, value: { organisationId, issuer, clientId, clientSecret, lastDay } }
}
