import { Fields, recordWriters } from '#modules/casework'
import { type FormKeys, formFields, notFound, type Reply, route } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { button, fieldErrors, formatDate, type Html, html, nothing } from '#ui'
import { workbookPage } from '../../frame/familyPage.ts'
import { familyPath, strandParams } from '../../frame/familyParams.ts'
import { oneOfMany } from '../../frame/fieldParts.ts'
import { type EndReason, endWords, workWords } from '../../rules/words.ts'
import { endStrandOfLeaver, type LeaverStrand, strandsOfLeavers } from '../queries/leavers.ts'

const reasons = [
  'person_left_household',
  'moved_to_other_service',
  'aim_met',
  'declined',
  'no_longer_needed',
  'other',
] as const satisfies readonly EndReason[]
const reasonWords = Object.fromEntries(reasons.map(reason => [reason, endWords[reason]]))

/** What becomes of work with somebody who has left: a form for each, without saying with whom. */
export function leaversHtml(
  familyId: Uuid,
  strands: readonly LeaverStrand[],
  form: FormKeys,
  problem?: { readonly id: Uuid; readonly message: string },
): Html {
  if (strands.length === 0) return nothing
  return html`<div class="govuk-inset-text"><h2 class="govuk-heading-s">Work goes on with somebody who has left the family</h2>
<p class="govuk-body">Say what becomes of it. If they are still of the family, <a class="govuk-link" href="/families/${familyId}">put the family right</a> instead.</p>
${strands.map(
  strand => html`<form method="post" action="${familyPath(familyId, `/leavers/${strand.id}`)}" novalidate>${formFields(form)}<input type="hidden" name="version" value="${strand.version}">
${oneOfMany(`reason-${strand.id}`, `${workWords(strand)}, ${strand.workerName ?? 'nobody yet'}, since ${formatDate(strand.offeredOn)}`, reasonWords, { values: {}, errors: fieldErrors(problem?.id === strand.id ? [{ path: [`reason-${strand.id}`], message: problem.message }] : []) })}
${button({ text: 'End this work', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`,
)}</div>`
}

/** `/families/:familyId/safeguarding/leavers/:strandId`: ends work with somebody who has left. */
export const leaverRoute = route({
  method: 'POST',
  url: '/families/:familyId/safeguarding/leavers/:strandId',
  admits: recordWriters,
  summary: 'Ends work with somebody who has left the family',
  purpose: 'casework',
  params: strandParams,
  async handle({ work, params: { familyId, strandId }, sent, form }): Promise<Reply> {
    const strands = await strandsOfLeavers(work, familyId)
    if (!strands.some(({ id }) => id === strandId)) return notFound
    const fields = new Fields(sent)
    const reason = fields.choice(`reason-${strandId}`, reasons, 'Select why it ends')
    const ended =
      reason === null
        ? null
        : await endStrandOfLeaver(work, strandId, Number(fields.typed('version')) || 0, reason)
    if (ended === 'not_found') return notFound
    if (ended === 'ended')
      return { kind: 'redirect', location: familyPath(familyId), success: 'The work has ended' }
    const message =
      ended === 'stale' ? 'Somebody has changed it meanwhile: choose again' : 'Select why it ends'
    return await workbookPage(work, familyId, {
      title: 'Who does what',
      resource: 'workbook',
      tab: 'overview',
      status: ended === 'stale' ? 409 : 422,
      hasErrors: true,
      content: async () =>
        html`<h1 class="govuk-heading-l">Work with somebody who has left</h1>${leaversHtml(familyId, await strandsOfLeavers(work, familyId), form, { id: strandId, message })}`,
    })
  },
})
