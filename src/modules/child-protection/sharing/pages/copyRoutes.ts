import { recordReaders } from '#modules/casework'
import { notFound, type Reply, type Route, route } from '#platform/http'
import { approveCopyRoutes } from './approveCopyRoutes.ts'
import { copyPack } from './copyPack.ts'
import { copyParams } from './frame.ts'
import { giveCopyRoutes } from './giveCopyRoutes.ts'
import { openCopy, pageOf, subjectsOfCopy } from './openCopy.ts'

const show = route({
  method: 'GET',
  url: '/copies/:copyId',
  admits: recordReaders,
  purpose: 'casework',
  summary: 'One person’s copy of a paper and what became of it',
  params: copyParams,
  async handle({ work, params: { copyId }, form }): Promise<Reply> {
    const opened = await openCopy(work, copyId)
    return opened === null ? notFound : pageOf(work, opened, form)
  },
})

const pack = route({
  method: 'GET',
  url: '/copies/:copyId/pack.pdf',
  admits: recordReaders,
  purpose: 'casework',
  summary: 'One person’s copy as a print of its own',
  params: copyParams,
  async handle({ work, params: { copyId } }): Promise<Reply> {
    const opened = await openCopy(work, copyId)
    if (opened === null || !['approved', 'released', 'replaced'].includes(opened.copy.status)) return notFound
    return {
      kind: 'print',
      fileName: 'copy.pdf',
      make: await copyPack(work, opened.copy),
      shown: { resource: 'paper_copy', subjectIds: subjectsOfCopy(opened.copy), action: 'export' },
    }
  },
})

/** One person's copy: shown, approved, given, printed. */
export const copyRoutes: readonly Route[] = [show, ...approveCopyRoutes, ...giveCopyRoutes, pack]
