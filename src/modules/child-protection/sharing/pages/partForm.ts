import type { Fields, FormValues } from '#modules/casework'
import type { Route } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { addParts, changePart, type PartWanted } from '../commands/writePaper.ts'
import { partsOfPaper } from '../queries/readPapers.ts'
import { recipientsOf } from '../queries/recipientsOf.ts'
import { aboveMeeting, aroundPaper, paperParams, partParams, subjectsOf } from './frame.ts'
import { paperForm } from './longForm.ts'
import { type PartContext, parsePart, partFields, partValues } from './partFields.ts'

const shared = {
  submit: 'Save part',
  order: ['heading', 'words', 'source', 'sourceWords', 'who', 'byWhen', 'easyRead'],
  targets: { byWhen: 'byWhen-day' },
  labels: { heading: 'Heading', words: 'Words' },
  fresh: ({ part }: PartContext): FormValues => (part === null ? { source: 'own_work' } : partValues(part)),
  fields: partFields,
  parse: (sent: Fields, context: PartContext, visit: { readonly sent: FormValues }) =>
    parsePart(sent, visit.sent, context),
}

/** `/papers/:paperId/parts/new` and `/papers/:paperId/parts/:partId`. */
export const partRoutes: readonly Route[] = [
  ...paperForm<{ paperId: Uuid }, PartContext, PartWanted>({
    ...shared,
    url: '/papers/:paperId/parts/new',
    params: paperParams,
    name: 'paper-part-new',
    title: 'Write a part',
    summary: { show: 'The form that writes a part of a paper', send: 'Adds a part to a paper' },
    path: ({ paperId }) => `/papers/${paperId}/parts/new`,
    cancel: ({ paperId }) => `/papers/${paperId}`,
    async open({ work, params: { paperId } }) {
      const around = await aroundPaper(work, paperId)
      if (!around?.mayWrite) return null
      const people = await recipientsOf(work, around.paper)
      return {
        context: { around, part: null, people },
        above: aboveMeeting(around),
        subjectIds: subjectsOf(around, people),
      }
    },
    async save(wanted, _, { work, params: { paperId } }) {
      await addParts(work, paperId, [wanted])
      return { outcome: 'saved', location: `/papers/${paperId}`, success: 'Part added' }
    },
  }),
  ...paperForm<{ paperId: Uuid; partId: Uuid }, PartContext, PartWanted>({
    ...shared,
    url: '/papers/:paperId/parts/:partId',
    params: partParams,
    name: 'paper-part',
    title: 'Change a part',
    summary: { show: 'The form that changes a part of a paper', send: 'Changes a part of a paper' },
    path: ({ paperId, partId }) => `/papers/${paperId}/parts/${partId}`,
    cancel: ({ paperId }) => `/papers/${paperId}`,
    async open({ work, params: { paperId, partId } }) {
      const around = await aroundPaper(work, paperId)
      const part = (await partsOfPaper(work, paperId)).find(({ id }) => id === partId)
      if (!around?.mayWrite || part === undefined) return null
      const people = await recipientsOf(work, around.paper)
      return {
        context: { around, part, people },
        above: aboveMeeting(around),
        subjectIds: subjectsOf(around, people),
      }
    },
    async save(wanted, { part }, { work, sent, params: { paperId } }) {
      if (part === null) return { outcome: 'not_found' }
      if (Number(sent['version']) !== part.version) return { outcome: 'stale' }
      return (await changePart(work, part, wanted))
        ? { outcome: 'saved', location: `/papers/${paperId}`, success: 'Part saved' }
        : { outcome: 'stale' }
    },
  }),
]
