import { type Html, html, nothing, plural } from '#ui'
import { strandPath } from '../../frame/familyParams.ts'
import { nameOf, type OpenFamily } from '../../frame/openFamily.ts'
import type { Strand } from '../../rules/strand.ts'
import { needWord } from '../../rules/words.ts'

/** Work that a worker of the team before still does since the family came to another: it goes on until somebody takes it over. */
export function ofFormerTeam(open: OpenFamily, strands: readonly Strand[]): Html {
  const { workbook, keeps } = open
  if (workbook === null) return nothing
  const theirs = strands.filter(({ teamId, workerId }) => workerId !== null && teamId !== workbook.teamId)
  if (theirs.length === 0) return nothing
  const one = ({ id, familyId, personId, needKind, workerName }: Strand): Html => {
    const href = strandPath({ familyId, strandId: id }, '/change')
    const choose = keeps
      ? html` <a class="govuk-link" href="${href}">Choose who takes it over<span class="govuk-visually-hidden">: ${needWord(needKind).toLowerCase()} with ${nameOf(open, personId)}</span></a>`
      : nothing
    return html`<li>${nameOf(open, personId)}: ${needWord(needKind).toLowerCase()}, ${workerName ?? 'somebody of that team'}.${choose}</li>`
  }
  return html`<div class="govuk-inset-text"><h2 class="govuk-heading-s">${plural(theirs.length, 'strand')} still with the team before</h2>
<p class="govuk-body">The family is with ${workbook.teamName} now. Nobody’s help has ended with that.</p>
<ul class="govuk-list govuk-list--bullet govuk-!-margin-bottom-0">${theirs.map(one)}</ul></div>`
}
