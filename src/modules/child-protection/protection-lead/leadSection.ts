import { type RecordSection, writableSubjects } from '#modules/casework'
import { formatDate, html, nothing } from '#ui'
import { isUnderProtection } from './queries/isUnderProtection.ts'
import { protectionLeadsOf } from './queries/readLeads.ts'

/** Who leads the child protection work, beside the plan. */
export const leadSection: RecordSection = {
  name: 'protection-lead',
  order: 5.5,
  async show(work, personId) {
    const now = (await protectionLeadsOf(work, personId)).find(({ endedOn }) => endedOn === null)
    if (now === undefined && !(await isUnderProtection(work, personId))) return null
    const mayName = work.knownAt === null && (await writableSubjects(work, [personId])).size > 0
    if (now === undefined && !mayName) return null
    return html`<section id="protection-lead"><p class="govuk-body">Lead child protection practitioner: ${now ? `${now.name}, since ${formatDate(now.startedOn)}` : 'nobody'}.
${mayName ? html` <a class="govuk-link kith-no-print" href="/people/${personId}/protection-lead">${now ? 'Change' : 'Name somebody'}</a>` : nothing}</p></section>`
  },
}
