import type { FastifyRequest } from 'fastify'
import { londonDate } from '#reference'
import { formatDate, type Html, html, nothing, notificationBanner } from '#ui'
import type { Parts } from './parts.ts'

/** Days before its end from which people are told on their first page, and from which on every page. */
const SOON = 30
const VERY_SOON = 7

/** Tells whoever comes from another organisation that their access ends soon, and who renews it. */
export function accessEnding(request: FastifyRequest, parts: Parts): Html {
  const { session } = request
  const endsAt = session?.accessEndsAt ?? null
  if (session === null || endsAt === null) return nothing
  const first = parts.navigation.find(({ classes }) => classes.includes(session.class))?.href
  const isFirst = ['/', first].includes(request.url.split('?')[0])
  const days = isFirst ? SOON : VERY_SOON
  const from = endsAt.subtract({ hours: 24 * days })
  if (Temporal.Instant.compare(parts.clock.now(), from) < 0) return nothing
  const lastDay = formatDate(londonDate(endsAt.subtract({ seconds: 1 })))
  return notificationBanner({
    titleText: 'Your access ends soon',
    titleId: 'access-ending-title',
    html: html`<p class="govuk-notification-banner__heading">Its last day is ${lastDay}.</p>
<p class="govuk-body">If your work goes on, ask the council’s administrator in time to renew it.</p>`,
  })
}
