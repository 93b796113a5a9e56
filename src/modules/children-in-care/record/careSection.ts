import type { RecordSection } from '#modules/casework'
import { formatDate, html, plural } from '#ui'
import { periodsOf } from '../queries/periodsOf.ts'
import { periodsStanding } from '../queries/periodsStanding.ts'
import { legalStatuses } from '../rules/words.ts'

/** Whether the child is looked after, since when and how it began. */
export const careSection: RecordSection = {
  name: 'care',
  order: 5,
  async show(work, personId) {
    const periods = await periodsOf(work, [personId])
    const last = periods.at(-1)
    if (last === undefined) return null
    const standing = (await periodsStanding(work, [personId])).get(personId)
    const text =
      standing === undefined
        ? html`Not looked after now; last from ${formatDate(last.startedOn)}${last.ended === null ? '' : ` until ${formatDate(last.ended.on)}`}.`
        : html`<strong>Looked after since ${formatDate(standing.startedOn)}</strong>. Legal status then: ${legalStatuses[standing.beganUnder]}.`
    return html`<section id="care"><h2 class="govuk-heading-m">In care</h2>
<p class="govuk-body">${text}</p>
<p class="govuk-body"><a class="govuk-link" href="/people/${personId}/care">${plural(periods.length, 'period')} in care on record</a></p></section>`
  },
  async sentences(work, personId) {
    const standing = (await periodsStanding(work, [personId])).get(personId)
    return standing === undefined ? [] : [`Looked after since ${formatDate(standing.startedOn)}.`]
  },
}
