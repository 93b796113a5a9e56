import type { RecordSection } from '#modules/casework'
import { familiesOf } from '#modules/people'
import type { Uuid } from '#platform/ids'
import { html, plural } from '#ui'
import { familyPath } from '../frame/familyParams.ts'
import { openFamily } from '../frame/openFamily.ts'
import { workWords } from '../rules/words.ts'
import { safeguardingTeamOf } from '../workbook/commands/openWorkbookFor.ts'
import { strandsOf } from '../workbook/queries/strandsOf.ts'

/** For whoever may open one: children whom a Family Safeguarding team holds, imported ones too, begin without. */
const noneYet = (familyId: Uuid) =>
  html`<section id="workbook"><h2 class="govuk-heading-m">Family Safeguarding</h2>
<p class="govuk-body">This family has no workbook yet. <a class="govuk-link" href="${familyPath(familyId)}">Open a workbook for the family</a></p></section>`

/** What the Family Safeguarding team does with the family, with the way to its workbook. */
export const workbookSection: RecordSection = {
  name: 'workbook',
  order: 6,
  async show(work, personId) {
    for (const { id } of await familiesOf(work, personId)) {
      const open = await openFamily(work, id)
      if (open === null) continue
      if (open.workbook === null) {
        const ids = open.members.map(({ person }) => person.id)
        if (open.keeps && (await safeguardingTeamOf(work, ids)) !== null) return noneYet(id)
        continue
      }
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
