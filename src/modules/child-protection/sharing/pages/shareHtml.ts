import { type Html, html, raw } from '#ui'
import type { TimeGiven } from '../queries/timeGiven.ts'

/** People and how many of them had their time. */
export type ShareSum = Pick<TimeGiven, 'people' | 'inTime' | 'late' | 'never'>

export const sumOf = (rows: readonly ShareSum[]): ShareSum =>
  rows.reduce(
    (one, other) => ({
      people: one.people + other.people,
      inTime: one.inTime + other.inTime,
      late: one.late + other.late,
      never: one.never + other.never,
    }),
    { people: 0, inTime: 0, late: 0, never: 0 },
  )

/** Each team with its months added up. */
export const byTeam = (rows: readonly TimeGiven[]): readonly (ShareSum & { readonly team: string })[] =>
  [...Map.groupBy(rows, ({ team }) => team)].map(([team, of]) => ({ ...sumOf(of), team }))

export const share = ({ people, inTime }: ShareSum): string =>
  people === 0 ? '-' : `${Math.round((100 * inTime) / people)}%`

/** A bar a team, with its share in words beside it. */
export function shareBars(teams: readonly (ShareSum & { readonly team: string })[]): Html {
  return html`<table class="govuk-table"><caption class="govuk-table__caption govuk-visually-hidden">Share in time by team, drawn</caption>
<thead class="govuk-visually-hidden"><tr><th scope="col">Team</th><th scope="col">Drawn</th><th scope="col">Share</th></tr></thead>
<tbody class="govuk-table__body">${teams.map(
    one =>
      html`<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">${one.team}</th><td class="govuk-table__cell">${raw(bar(one))}</td><td class="govuk-table__cell">${share(one)} of ${one.people}</td></tr>`,
  )}</tbody></table>`
}

const WIDTH = 200
const bar = (one: ShareSum): string =>
  `<svg viewBox="0 0 ${WIDTH} 16" width="100%" height="16" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="${WIDTH}" height="16" fill="#b1b4b6"/><rect width="${one.people === 0 ? 0 : Math.round((WIDTH * one.inTime) / one.people)}" height="16" fill="#00703c"/></svg>`
