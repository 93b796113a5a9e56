import { recordReaders } from '#modules/casework'
import { type Reply, route } from '#platform/http'
import { barChart, denseTable, type Html, html, nothing } from '#ui'
import { measureNames } from '../outcomes/measureNames.ts'
import { noterWord } from '../rules/words.ts'
import { LEAST, shownCount, shownMean, shownMedian } from './suppressed.ts'
import {
  type Fared,
  fared,
  type OfferedNeed,
  offeredNeeds,
  type SaidOfTeam,
  saidOfTeams,
} from './teamFacts.ts'

/** `/safeguarding/by-team`: how early needs are noted, how fast specialists come, what families say, and how adults fare. */
export const teamsRoute = route({
  method: 'GET',
  url: '/safeguarding/by-team',
  admits: recordReaders,
  summary:
    'Family Safeguarding by team: lead times, what families say, and measures before and after; no child is named',
  purpose: 'casework',
  async handle({ work }): Promise<Reply> {
    const needs = await offeredNeeds(work)
    const said = await saidOfTeams(work)
    const names = await measureNames(work)
    return {
      kind: 'page',
      title: 'Workbooks by team',
      current: '/safeguarding',
      isWide: true,
      back: '/safeguarding',
      content: html`<h1 class="govuk-heading-l">Workbooks by team</h1>
<p class="govuk-body">Counted from the workbooks that are yours to read. Counts under ${LEAST} are not shown, nor any middle or mean of so few.</p>
<h2 class="govuk-heading-m">How early needs are noted</h2>${leadTimes(needs)}${noters(needs)}
<h2 class="govuk-heading-m">What families say of the help</h2>${feedback(said)}
<h2 class="govuk-heading-m">How adults and children fare</h2>${outcomes(await fared(work), names.all)}`,
      shown: 'nothing',
    }
  },
})

const byTeam = <Row extends { readonly teamName: string }>(rows: readonly Row[]) => [
  ...Map.groupBy(rows, ({ teamName }) => teamName),
]
const days = (value: number | null): string => (value === null ? 'Too few' : `${value}`)

function leadTimes(needs: readonly OfferedNeed[]): Html {
  if (needs.length === 0) return html`<p class="govuk-body">No need has been offered help yet.</p>`
  const teams = byTeam(needs).map(([team, rows]) => ({
    team,
    count: rows.length,
    lead: shownMedian(rows.flatMap(({ daysBeforeReferral }) => daysBeforeReferral ?? [])),
    wait: shownMedian(rows.flatMap(({ daysToContact }) => daysToContact ?? [])),
    without: rows.filter(({ daysToContact }) => daysToContact === null).length,
  }))
  const drawn = teams.flatMap(({ team, wait }) => (wait === null ? [] : [{ label: team, value: wait }]))
  return html`${drawn.length === 0 ? nothing : barChart({ id: 'waits', title: 'Days from need to first specialist contact', description: 'For each team the middle number of days from the first noting of a need to the first contact of a specialist.', labelHeading: 'Team', valueHeading: 'Days', bars: drawn })}
${denseTable({
  caption: 'Needs by team',
  head: [
    'Team',
    'Needs',
    'Days noted before the referral (middle)',
    'Days to first specialist contact (middle)',
    'No contact yet',
  ].map(text => ({ text })),
  rows: teams.map(({ team, count, lead, wait, without }) => [
    { text: team },
    { text: shownCount(count) },
    { text: days(lead) },
    { text: days(wait) },
    { text: shownCount(without) },
  ]),
})}`
}

function noters(needs: readonly OfferedNeed[]): Html {
  const groups = [...Map.groupBy(needs, ({ notedBy }) => notedBy ?? 'other')]
  if (groups.length === 0) return nothing
  return denseTable({
    caption: 'Who noted the needs first',
    head: ['Noted by', 'Needs', 'Before the referral'].map(text => ({ text })),
    rows: groups.map(([notedBy, rows]) => [
      { text: noterWord(notedBy) },
      { text: shownCount(rows.length) },
      {
        text: shownCount(
          rows.filter(({ daysBeforeReferral }) => daysBeforeReferral !== null && daysBeforeReferral > 0)
            .length,
        ),
      },
    ]),
  })
}

function feedback(said: readonly SaidOfTeam[]): Html {
  if (said.length === 0) return html`<p class="govuk-body">Nobody was asked in the last year.</p>`
  return denseTable({
    caption: 'In the last year, by team',
    head: ['Team', 'Said something', 'Asked and silent', 'Not asked', 'Mean mark of 5'].map(text => ({
      text,
    })),
    rows: byTeam(said).map(([team, rows]) => {
      const count = (outcome: SaidOfTeam['outcome']) =>
        shownCount(rows.filter(one => one.outcome === outcome).length)
      const mean = shownMean(rows.flatMap(({ score }) => score ?? []))
      return [
        { text: team },
        { text: count('given') },
        { text: count('not_given') },
        { text: count('not_asked') },
        { text: mean === null ? 'Too few' : `${mean}` },
      ]
    }),
  })
}

/**
 * Of each measure all teams together, then each team. All are left out where one team is too small beside others that are shown: their
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
    const tells = shown.length > 0 && shown.length < teams.length
    return tells || teams.length === 1 ? teams : [{ measure, team: 'All', list }, ...teams]
  })

const among = (list: readonly Fared[], is: (one: Fared) => boolean): string =>
  list.length < LEAST ? 'Too few' : shownCount(list.filter(is).length)

function outcomes(rows: readonly Fared[], names: Readonly<Record<string, string>>): Html {
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
