import { recordReaders, recordWriters } from '#modules/casework'
import type { Work } from '#platform/db'
import { type FormKeys, notFound, type Reply, type Route, route } from '#platform/http'
import { correctPaper, finishPaper } from '../commands/finishPaper.ts'
import { addParts, changePaper } from '../commands/writePaper.ts'
import { pulledParts } from '../queries/pulledParts.ts'
import { partsOfPaper } from '../queries/readPapers.ts'
import { type AroundPaper, aroundPaper, paperParams, sentText } from './frame.ts'
import { CHANGED, pageOf } from './paperReply.ts'
import { removePartRoutes } from './removePartRoutes.ts'

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
  ({ mayCorrect }) => mayCorrect,
  async (work, { paper }, { sent, form }) => {
    const reason = sentText(sent, 'reason')
    if (reason === '' || reason.length > 2000) return 'Enter what is corrected, in 2,000 characters or fewer'
    await correctPaper(work, paper, reason, form.submission)
    return { kind: 'redirect', location: `/papers/${form.submission}`, success: 'A correction was begun' }
  },
)

export const paperRoutes: readonly Route[] = [show, pull, finish, file, correct, ...removePartRoutes]
