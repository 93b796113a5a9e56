import type { Uuid } from '#platform/ids'
import { type Html, html, nothing, plural } from '#ui'
import { TO_MEND, type ToMend } from '../../queries/qualityToMend.ts'

/** One quiet line: what is to be mended in one's own children's records, and in those of the teams one directs. */
export function toMendLine(toMend: ToMend | null, me: Uuid): Html {
  if (toMend === null || toMend.own + toMend.led === 0) return nothing
  const { own, led, ledTeamIds } = toMend
  const page = `/data-quality?source=${TO_MEND}`
  const [first, ...others] = ledTeamIds
  const ofTeams = first !== undefined && others.length === 0 ? `${page}&team=${first}` : page
  const lines = [
    ...(own > 0
      ? [
          html`<a class="govuk-link" href="${`${page}&worker=${me}`}">${plural(own, 'thing')} to mend in your children’s records</a>`,
        ]
      : []),
    ...(led > 0
      ? [
          html`<a class="govuk-link" href="${ofTeams}">${plural(led, 'thing')} to mend in your ${others.length > 0 ? 'teams’' : 'team’s'} records</a>`,
        ]
      : []),
  ]
  return html`<p class="govuk-body">${lines.map((line, place) => html`${place > 0 ? ', ' : nothing}${line}`)}</p>`
}
