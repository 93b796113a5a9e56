import { parseUuid, type Uuid } from '#platform/ids'
import { objectionToIssuer } from '#platform/sign-in'
import type { FormIssue } from '#ui'
import type { NamedProvider } from '../../../commands/keepProvider.ts'
import { parseLastDay, typed } from '../access-ending/parseLastDay.ts'

type Sent = Readonly<Record<string, unknown>>
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly FormIssue[] }

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
