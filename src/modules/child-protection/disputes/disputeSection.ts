import type { RecordSection } from '#modules/casework'
import { formatDate, html } from '#ui'
import { disputesOf } from './dispute.ts'
import { kindWords, outcomes } from './disputePage.ts'

/** Disagreements about a child's plan: where each stands. */
export const disputeSection: RecordSection = {
  name: 'disagreements',
  order: 7,
  async show(work, personId) {
    const all = await disputesOf(work, [personId])
    if (all.length === 0) return null
    return html`<section id="disagreements"><h2 class="govuk-heading-m">Disagreements</h2><ul class="govuk-list">${all.map(
      one => {
        const last = one.stages.at(-1)
        const stands = one.outcome
          ? outcomes[one.outcome]
          : last?.answer
            ? 'answered'
            : last
              ? `to be answered by ${formatDate(last.dueOn)}`
              : 'raised'
        return html`<li><a class="govuk-link" href="/people/${personId}/disagreements/${one.id}">${kindWords[one.kind]}</a>: ${stands}</li>`
      },
    )}</ul></section>`
  },
}
