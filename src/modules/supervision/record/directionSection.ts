import type { RecordSection } from '#modules/casework'
import { formatDate, html } from '#ui'
import { directionsOf } from './directions.ts'

const SHOWN = 3

/** What was last directed for the child in supervision, beside management oversight. */
export const directionSection: RecordSection = {
  name: 'supervision',
  order: 61,
  async show(work, personId) {
    const directions = await directionsOf(work, [personId], SHOWN)
    if (directions.length === 0) return null
    return html`<section id="supervision"><h2 class="govuk-heading-m">Directions from supervision</h2>
      <ul class="govuk-list govuk-list--bullet">${directions.map(
        ({ on, direction, dueOn, byName }) =>
          html`<li>${formatDate(on)}, ${byName}: <span class="kith-typed">${direction}</span>${dueOn === null ? '' : ` (by ${formatDate(dueOn)})`}</li>`,
      )}</ul>
      <p class="govuk-body"><a class="govuk-link" href="/people/${personId}/directions">All directions from supervision</a></p>
    </section>`
  },
}
