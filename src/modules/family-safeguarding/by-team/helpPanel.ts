import type { PeoplePanel } from '#modules/people'
import { denseTable, html } from '#ui'
import { shownCount, shownMean, shownMedian } from './suppressed.ts'
import { offeredNeeds, saidOfTeams } from './teamFacts.ts'

const of = (value: number | null, words: (value: number) => string): string =>
  value === null ? 'Too few' : words(value)

/** On the director's first page: how soon families get help and what they say of it, over all teams. */
export const helpPanel: PeoplePanel = async work => {
  if (work.actor.class !== 'director' || work.knownAt !== null) return null
  const needs = await offeredNeeds(work)
  if (needs.length === 0) return null
  const said = await saidOfTeams(work)
  const days = (which: 'daysBeforeReferral' | 'daysToContact') =>
    of(shownMedian(needs.flatMap(need => need[which] ?? [])), value => `${value} days`)
  const rows: readonly (readonly [string, string])[] = [
    ['Needs for which a team has offered help', shownCount(needs.length)],
    ['Noted before the referral (middle)', days('daysBeforeReferral')],
    ['From need to first specialist contact (middle)', days('daysToContact')],
    [
      'Mean mark that families gave the help, of 5',
      of(shownMean(said.flatMap(({ score }) => score ?? [])), value => `${value}`),
    ],
    [
      'Asked and silent, which is no satisfaction',
      shownCount(said.filter(({ outcome }) => outcome === 'not_given').length),
    ],
  ]
  return html`<h2 class="govuk-heading-m">Help for families</h2>
${denseTable({
  caption: 'Family Safeguarding, all teams',
  captionClasses: 'govuk-visually-hidden',
  head: ['What', 'How many'].map(text => ({ text })),
  rows: rows.map(([what, many]) => [
    { text: what },
    {
      html: html`<a class="govuk-link" href="/safeguarding/by-team">${many}<span class="govuk-visually-hidden">: ${what}</span></a>`,
    },
  ]),
})}
<p class="govuk-body"><a class="govuk-link" href="/safeguarding/by-team">How early needs are noted, what families say and how they fare, by team</a></p>`
}
