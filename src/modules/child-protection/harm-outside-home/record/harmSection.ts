import type { RecordSection } from '#modules/casework'
import { formatDate, html, nothing } from '#ui'
import { harmKinds } from '../queries/harmKinds.ts'
import { harmOf } from '../queries/harmOf.ts'
import { levels, shortLevels } from '../rules/words.ts'

/** Whether the child is harmed outside the home, and how great the risk is. */
export const harmSection: RecordSection = {
  name: 'harm-outside-home',
  order: 9,
  async show(work, personId) {
    const { concerns, assessments, links } = await harmOf(work, [personId])
    const standing = concerns.filter(({ endedOn }) => endedOn === null)
    const latest = assessments.at(-1)
    if (concerns.length + assessments.length + links.length === 0) return null
    const kinds = await harmKinds(work)
    const isLate =
      latest?.nextReviewOn != null && Temporal.PlainDate.compare(latest.nextReviewOn, work.today) < 0
    return html`<section id="harm-outside-home"><h2 class="govuk-heading-m">Harm outside the home</h2>
${standing.length === 0 ? nothing : html`<p class="govuk-body">${standing.map(({ kind }) => kinds[kind] ?? kind).join(', ')}.</p>`}
${latest === undefined ? html`<p class="govuk-body">The risk is not assessed yet.</p>` : html`<p class="govuk-body">Risk: ${levels[latest.level].toLowerCase()}, assessed ${formatDate(latest.assessedOn)}.${latest.nextReviewOn === null ? '' : ` Look again by ${formatDate(latest.nextReviewOn)}${isLate ? ': overdue' : ''}.`}</p>`}
<p class="govuk-body"><a class="govuk-link" href="/people/${personId}/harm">Concerns, ties and safety actions</a></p></section>`
  },
  async sentences(work, personId) {
    const { concerns, assessments } = await harmOf(work, [personId])
    const standing = concerns.filter(({ endedOn }) => endedOn === null)
    const latest = assessments.at(-1)
    if (standing.length === 0) return []
    const kinds = await harmKinds(work)
    const risk = latest === undefined ? 'not assessed yet' : shortLevels[latest.level].toLowerCase()
    return [
      `Harm outside the home: ${standing.map(({ kind }) => (kinds[kind] ?? kind).toLowerCase()).join(', ')}; risk ${risk}.`,
    ]
  },
}
