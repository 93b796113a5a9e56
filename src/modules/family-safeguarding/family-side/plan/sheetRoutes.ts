import { z } from 'zod'
import { recordReaders, recordWriters } from '#modules/casework'
import { notFound, type Reply, route } from '#platform/http'
import { fieldErrors } from '#ui'
import { workbookPage } from '../../frame/familyPage.ts'
import { familyParams, familyPath } from '../../frame/familyParams.ts'
import { openFamily } from '../../frame/openFamily.ts'
import { readSheet, sheetQuery } from './readSheet.ts'
import { sheetPage } from './sheetPage.ts'
import { sheetPdf } from './sheetPdf.ts'

const text = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .catch(undefined)
/** For whom the sheet is, about whom, and what it leaves out. */
export const sheetParameters = z.object({ for: text, child: text, leave: text })

const show = route({
  method: 'GET',
  url: '/families/:familyId/safeguarding/family/plan',
  admits: recordReaders,
  summary: 'The plans of a family’s children as one sheet in plain words',
  purpose: 'casework',
  params: familyParams,
  query: sheetParameters,
  handle: ({ work, params: { familyId }, query, form }): Promise<Reply> =>
    workbookPage(work, familyId, {
      title: 'The plan on one side',
      resource: 'plan_outcome',
      tab: 'family',
      content: async open =>
        sheetPage(await readSheet(work, open, query), {
          values: {},
          errors: fieldErrors([]),
          keys: form,
          today: work.today,
        }),
    }),
})

const pdf = route({
  method: 'GET',
  url: '/families/:familyId/safeguarding/family/plan.pdf',
  admits: recordWriters,
  summary: 'The sheet of a family’s plan for one person of the family',
  purpose: 'casework',
  params: familyParams,
  query: sheetParameters,
  async handle({ work, params: { familyId }, query, me }): Promise<Reply> {
    const open = await openFamily(work, familyId)
    if (open === null) return notFound
    const view = await readSheet(work, open, query)
    if (view.recipient === null || !view.mayGive) return notFound
    if (view.faults === null || view.faults.hits.length > 0)
      return { kind: 'redirect', location: `${familyPath(familyId, '/family/plan')}?${sheetQuery(view)}` }
    return {
      kind: 'file',
      fileName: 'our-plan.pdf',
      mediaType: 'application/pdf',
      bytes: await sheetPdf(work, view, me.name),
      shown: {
        resource: 'plan_outcome',
        subjectIds: [...view.childIds, view.recipient.id],
        action: 'export',
      },
    }
  },
})

export const sheetRoutes = [show, pdf]
