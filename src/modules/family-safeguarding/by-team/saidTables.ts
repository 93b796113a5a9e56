import { denseTable, type Html, html } from '#ui'
import { countCell } from './counts.ts'
import { byTeam, days } from './ofTeams.ts'
import { LEAST, shownCount, shownMean } from './suppressed.ts'
import type { Fared, SaidOfTeam } from './teamFacts.ts'

/** What families said of the help in that time; silence is its own column. */
export function feedback(said: readonly SaidOfTeam[], opens: boolean): Html {
  if (said.length === 0) return html`<p class="govuk-body">Nobody was asked in the last two years.</p>`
  return denseTable({
    caption: 'In the last two years, by team',
    head: ['Team', 'Said something', 'Asked and silent', 'Not asked', 'Mean mark of 5'].map(text => ({
      text,
    })),
    rows: byTeam(said).map(([team, rows]) => {
      const count = (of: SaidOfTeam['outcome']) =>
        countCell({
          teamId: rows[0]?.teamId ?? '',
          teamName: team,
          of,
          count: rows.filter(({ outcome }) => outcome === of).length,
          opens,
        })
      const mean = shownMean(rows.flatMap(({ score }) => score ?? []))
      return [
        { text: team },
        count('given'),
        count('not_given'),
        count('not_asked'),
        { text: mean === null ? 'Too few' : `${mean}` },
      ]
    }),
  })
}

/**
 * Of each measure all teams together, then each team where there are enough. All are left out where one team is too small beside others that are shown: their
 * difference would tell of it.
 */
const byMeasureAndTeam = (rows: readonly Fared[]) =>
  [...Map.groupBy(rows, ({ measure }) => measure)].flatMap(([measure, list]) => {
    const teams = [...Map.groupBy(list, ({ team }) => team)].map(([team, its]) => ({
      measure,
      team,
      list: its,
    }))
    const shown = teams.filter(one => one.list.length >= LEAST)
    if (list.length < LEAST) return [{ measure, team: 'All', list }]
    const tells = shown.length > 0 && shown.length < teams.length
    return tells || teams.length === 1 ? teams : [{ measure, team: 'All', list }, ...teams]
  })

const among = (list: readonly Fared[], is: (one: Fared) => boolean): string =>
  list.length < LEAST ? 'Too few' : shownCount(list.filter(is).length)

/** How adults and children fared before and after, with the caution that this is no proof. */
export function outcomes(rows: readonly Fared[], names: Readonly<Record<string, string>>): Html {
  if (rows.length === 0) return html`<p class="govuk-body">Nobody was measured both before and after.</p>`
  return html`<p class="govuk-body">Of everybody measured before the first specialist contact and after it; of a child, the first contact with anybody of the family. That something changed afterwards does not prove that the help changed it.</p>
${denseTable({
  caption: 'Before and after',
  head: ['Measure', 'Team', 'People', 'Mean before', 'Mean after', 'Lower after', 'Higher after'].map(
    text => ({ text }),
  ),
  rows: byMeasureAndTeam(rows).map(({ measure, team, list }) => [
    { text: names[measure] ?? measure },
    { text: team },
    { text: shownCount(list.length) },
    { text: days(shownMean(list.map(({ before }) => before))) },
    { text: days(shownMean(list.map(({ after }) => after))) },
    { text: among(list, ({ before, after }) => after < before) },
    { text: among(list, ({ before, after }) => after > before) },
  ]),
})}`
}
