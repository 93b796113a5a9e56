import type { Team } from '#modules/agencies'
import type { Uuid } from '#platform/ids'
import { type Html, html, nothing } from '#ui'
import { TO_MEND } from '../../queries/qualityToMend.ts'

const page = `/data-quality?source=${TO_MEND}`
const link = (href: string, text: string): Html => html`<a class="govuk-link" href="${href}">${text}</a>`

/**
 * One quiet line to what is to be mended in one's own children's records, and in those of the teams one directs. Without its
 * number: finding it costs more than the whole list of work, and the page that it leads to counts.
 */
export function toMendLine(me: Uuid, holdsChildren: boolean, led: readonly Team[]): Html {
  const [first, ...others] = led
  const ofTeams = first !== undefined && others.length === 0 ? `${page}&team=${first.id}` : page
  const lines = [
    ...(holdsChildren ? [link(`${page}&worker=${me}`, 'What to mend in your children’s records')] : []),
    ...(first === undefined
      ? []
      : [link(ofTeams, `What to mend in your ${others.length > 0 ? 'teams’' : 'team’s'} records`)]),
  ]
  if (lines.length === 0) return nothing
  return html`<p class="govuk-body">${lines.map((line, place) => html`${place > 0 ? ', ' : nothing}${line}`)}</p>`
}
