import { recordWriters } from '#modules/casework'
import { formFields, notFound, type Reply, type Route, route } from '#platform/http'
import { button, html } from '#ui'
import { removePart } from '../commands/writePaper.ts'
import { partsOfPaper } from '../queries/readPapers.ts'
import { aroundPaper, partParams, subjectsOf } from './frame.ts'
import { CHANGED, pageOf } from './paperReply.ts'

const removal = {
  url: '/papers/:paperId/parts/:partId/remove',
  admits: recordWriters,
  purpose: 'casework',
  params: partParams,
} as const

const askRemove = route({
  ...removal,
  method: 'GET',
  summary: 'Asks whether a part is taken out of a draft',
  async handle({ work, params: { paperId, partId }, form }): Promise<Reply> {
    const around = await aroundPaper(work, paperId)
    const part = (await partsOfPaper(work, paperId)).find(({ id }) => id === partId)
    if (!around?.mayWrite || part === undefined) return notFound
    return {
      kind: 'page',
      title: 'Take out a part',
      content: html`<h1 class="govuk-heading-l">Take out a part</h1><p class="govuk-body"><strong>${part.heading}</strong></p><p class="govuk-body kith-typed">${part.words}</p>
<form method="post" action="/papers/${paperId}/parts/${partId}/remove">${formFields(form)}<input type="hidden" name="version" value="${part.version}"><div class="govuk-button-group">${button({ text: 'Take it out', classes: 'govuk-button--warning', preventDoubleClick: true })}<a class="govuk-link" href="/papers/${paperId}">Cancel</a></div></form>`,
      shown: { resource: 'paper', subjectIds: subjectsOf(around) },
    }
  },
})

const remove = route({
  ...removal,
  method: 'POST',
  summary: 'Takes a part out of a draft',
  async handle({ work, params: { paperId, partId }, sent, form }): Promise<Reply> {
    const around = await aroundPaper(work, paperId)
    const part = (await partsOfPaper(work, paperId)).find(({ id }) => id === partId)
    if (!around?.mayWrite || part === undefined) return notFound
    if (Number(sent['version']) !== part.version || !(await removePart(work, part)))
      return pageOf(work, around, form, CHANGED)
    return { kind: 'redirect', location: `/papers/${paperId}`, success: 'Taken out' }
  },
})

/** Taking a part out of a draft. */
export const removePartRoutes: readonly Route[] = [askRemove, remove]
