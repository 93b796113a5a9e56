import type { RecordSection } from '#modules/casework'
import { familiesOf } from '#modules/people'
import { html, plural } from '#ui'
import { familyPath } from '../frame/familyParams.ts'
import { openFamily } from '../frame/openFamily.ts'
import { workWords } from '../rules/words.ts'
import { strandsOf } from '../workbook/queries/strandsOf.ts'

/** What the Family Safeguarding team does with the family, with the way to its workbook. */
export const workbookSection: RecordSection = {
  name: 'workbook',
  order: 6,
  async show(work, personId) {
    for (const { id } of await familiesOf(work, personId)) {
      const open = await openFamily(work, id)
      if (open === null || open.workbook === null) continue
      const strands = (await strandsOf(work, id)).filter(({ endedOn }) => endedOn === null)
      const lines = strands.map(
        strand => html`<li>${workWords(strand)}: ${strand.workerName ?? 'nobody yet'}</li>`,
      )
      return html`<section id="workbook"><h2 class="govuk-heading-m">Family Safeguarding</h2>
<p class="govuk-body">${open.workbook.teamName} works with this family: ${plural(strands.length, 'strand')} of work.</p>
${lines.length === 0 ? '' : html`<ul class="govuk-list govuk-list--bullet">${lines}</ul>`}
<p class="govuk-body"><a class="govuk-link" href="${familyPath(id)}">Open the family’s workbook</a></p></section>`
    }
    return null
  },
}
