import { recordReaders, recordWriters } from '#modules/casework'
import type { Work } from '#platform/db'
import { type FormKeys, formFields, notFound, type Reply, type Route, route } from '#platform/http'
import { button, html } from '#ui'
import { addParts, changePaper, correctPaper, finishPaper, removePart } from '../commands/writePaper.ts'
import { pulledParts, pullSources } from '../queries/pulledParts.ts'
import { copiesOf } from '../queries/readCopies.ts'
import { partsOfPaper, showingsOf } from '../queries/readPapers.ts'
import { recipientsOf } from '../queries/recipientsOf.ts'
import { paperKinds } from '../rules/words.ts'
import { type AroundPaper, aroundPaper, paperParams, partParams, sentText, subjectsOf } from './frame.ts'
import { paperPage } from './paperPage.ts'

async function pageOf(work: Work, around: AroundPaper, form: FormKeys, error?: string): Promise<Reply> {
  const { paper } = around
  const parts = await partsOfPaper(work, paper.id)
  const recipients = around.isLine ? await recipientsOf(work, paper) : []
  const showings = await showingsOf(work, paper.id)
  const decidable = parts.filter(({ dataClass }) => dataClass === 'B3')
  const decided = showings.filter(
    one =>
      decidable.some(({ id }) => id === one.partId) && recipients.some(({ key }) => key === one.recipientKey),
  )
  const content = paperPage({
    around,
    parts,
    copies: around.isLine ? await copiesOf(work, { paperId: paper.id }) : [],
    undecided: decidable.length * recipients.length - decided.length,
    pullable: around.mayWrite && around.isLine ? await pullSources(work, paper) : [],
    form,
    ...(error === undefined ? {} : { error }),
  })
  return {
    kind: 'page',
    status: error === undefined ? 200 : 422,
    hasErrors: error !== undefined,
    title: paperKinds[paper.kind],
    content,
    shown: { resource: 'paper', subjectIds: subjectsOf(around) },
  }
}

const show = route({
  method: 'GET',
  url: '/papers/:paperId',
  admits: recordReaders,
  purpose: 'casework',
  summary: 'A report, record or plan in parts',
  params: paperParams,
  async handle({ work, params: { paperId }, form }): Promise<Reply> {
    const around = await aroundPaper(work, paperId)
    return around === null ? notFound : pageOf(work, around, form)
  },
})

/** A form of one button about a paper that may be written. */
const act = (
  name: string,
  summary: string,
  mayDo: (around: AroundPaper) => boolean,
  does: (
    work: Work,
    around: AroundPaper,
    visit: { readonly sent: Readonly<Record<string, unknown>>; readonly form: FormKeys },
  ) => Promise<Reply | string>,
): Route =>
  route({
    method: 'POST',
    url: `/papers/:paperId/${name}`,
    admits: recordWriters,
    purpose: 'casework',
    summary,
    params: paperParams,
    async handle({ work, params: { paperId }, sent, form }): Promise<Reply> {
      const around = await aroundPaper(work, paperId)
      if (around === null || !mayDo(around)) return notFound
      const done = await does(work, around, { sent, form })
      return typeof done === 'string' ? pageOf(work, around, form, done) : done
    },
  })

const mayWrite = ({ mayWrite: may }: AroundPaper) => may
const CHANGED = 'Somebody changed this paper since you opened it. Look at it as it is now and try again.'

const pull = act(
  'pull',
  'Takes what is written already into a paper',
  around => mayWrite(around) && around.isLine,
  async (work, { paper }, { sent }) => {
    const parts = await pulledParts(work, paper, sentText(sent, 'from'))
    await addParts(work, paper.id, parts)
    return {
      kind: 'redirect',
      location: `/papers/${paper.id}`,
      success: parts.length === 1 ? '1 part taken in' : `${parts.length} parts taken in`,
    }
  },
)

const finish = act('finish', 'Finishes a paper', mayWrite, async (work, { paper }, { sent }) => {
  if (Number(sent['version']) !== paper.version) return CHANGED
  if ((await partsOfPaper(work, paper.id)).length === 0) return 'Write a part first.'
  if (paper.unread !== null && paper.readThroughBy === null)
    return 'Its file could not be read whole: somebody has to read it and say so first.'
  if (paper.hiddenWords !== null && paper.hiddenDecision === null)
    return 'Its file holds text that its pages do not show: decide first what becomes of it.'
  if (!(await finishPaper(work, paper))) return CHANGED
  return { kind: 'redirect', location: `/papers/${paper.id}`, success: 'Finished' }
})

const file = act(
  'file',
  'Says that a file was read, or what becomes of its hidden text',
  mayWrite,
  async (work, { paper }, { sent }) => {
    if (Number(sent['version']) !== paper.version) return CHANGED
    const what = sentText(sent, 'act')
    if (what === 'read' && paper.unread !== null)
      await changePaper(work, paper, { read_through_by: work.actor.id, read_through_at: work.now })
    if ((what === 'left_out' || what === 'taken_in') && paper.hiddenWords !== null) {
      await changePaper(work, paper, { hidden_decision: what })
      if (what === 'taken_in' && paper.documentId !== null)
        await addParts(work, paper.id, [
          {
            heading: 'Text that the pages do not show',
            words: paper.hiddenWords,
            personIds: [],
            source: 'agency',
            sourceWords: null,
            isThirdParty: false,
            offeredTo: [],
            dataClass: 'B3',
            line: null,
            origin: { kind: 'document', id: paper.documentId, words: paper.hiddenWords },
            pairs: [],
          },
        ])
    }
    return { kind: 'redirect', location: `/papers/${paper.id}`, success: 'Kept' }
  },
)

const correct = act(
  'correct',
  'Begins a correction of a finished paper',
  ({ isLine, paper }) => isLine && paper.status === 'finished',
  async (work, { paper }, { sent, form }) => {
    const reason = sentText(sent, 'reason')
    if (reason === '' || reason.length > 2000) return 'Enter what is corrected, in 2,000 characters or fewer'
    await correctPaper(work, paper, reason, form.submission)
    return { kind: 'redirect', location: `/papers/${form.submission}`, success: 'A correction was begun' }
  },
)

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

export const paperRoutes: readonly Route[] = [show, pull, finish, file, correct, askRemove, remove]
