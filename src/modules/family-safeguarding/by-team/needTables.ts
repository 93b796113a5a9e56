import { type BarChart, barChart, denseTable, type Html, html, nothing } from '#ui'
import { noterWord } from '../rules/words.ts'
import { countCell } from './counts.ts'
import { byTeam, days } from './ofTeams.ts'
import { shownCount, shownMedian } from './suppressed.ts'
import type { OfferedNeed } from './teamFacts.ts'

/** How long before the referral needs were noted, and how long until a specialist came, by team. */
export function leadTimes(needs: readonly OfferedNeed[], opens: boolean): Html {
  if (needs.length === 0) return html`<p class="govuk-body">No need has been offered help yet.</p>`
  const teams = byTeam(needs).map(([team, rows]) => ({
    team,
    teamId: rows[0]?.teamId ?? '',
    count: rows.length,
    lead: shownMedian(rows.flatMap(({ daysBeforeReferral }) => daysBeforeReferral ?? [])),
    wait: shownMedian(rows.flatMap(({ daysToContact }) => daysToContact ?? [])),
    without: rows.filter(({ daysToContact }) => daysToContact === null).length,
  }))
  const of = (which: 'lead' | 'wait') =>
    teams.flatMap(one => {
      const value = one[which]
      return value === null ? [] : [{ label: one.team, value: Math.max(0, value) }]
    })
  return html`${drawing('leads', 'Days from the first noting of a need to the referral', 'the middle number of days by which needs were noted before the referral', of('lead'))}
${drawing('waits', 'Days from need to first specialist contact', 'the middle number of days from the first noting of a need to the first contact of a specialist', of('wait'))}
${denseTable({
  caption: 'Needs by team',
  head: [
    'Team',
    'Needs',
    'Days noted before the referral (middle)',
    'Days to first specialist contact (middle)',
    'No contact yet',
  ].map(text => ({ text })),
  rows: teams.map(({ team, teamId, count, lead, wait, without }) => [
    { text: team },
    countCell({ teamId, teamName: team, of: 'needs', count, opens }),
    { text: days(lead) },
    { text: days(wait) },
    countCell({ teamId, teamName: team, of: 'waiting', count: without, opens }),
  ]),
})}`
}

const drawing = (id: string, title: string, middle: string, bars: BarChart['bars']): Html =>
  bars.length === 0
    ? nothing
    : html`<h3 class="govuk-heading-s">${title}</h3>${barChart({
        id,
        title,
        description: `For each team ${middle}.`,
        labelHeading: 'Team',
        valueHeading: 'Days',
        bars,
      })}`

/** Who noted the needs first, and how often before the referral. */
export function noters(needs: readonly OfferedNeed[]): Html {
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
