import { personParams, recordReaders, recordWriters } from '#modules/casework'
import { notFound, type Reply, route } from '#platform/http'
import { fieldErrors } from '#ui'
import { plainPdf } from './plainPdf.ts'
import { plainQuery, plainReply } from './plainReply.ts'
import { copyAddress, readPlainView } from './plainView.ts'
import { writable } from './planReply.ts'
import { readPlanView } from './planView.ts'

const url = '/people/:personId/plan'

const show = route({
  method: 'GET',
  url: `${url}/plain`,
  admits: recordReaders,
  summary: 'A child in need plan in plain words, and who has been given it',
  purpose: 'casework',
  params: personParams,
  query: plainQuery,
  async handle(visit): Promise<Reply> {
    const view = await readPlanView(visit.work, visit.params.personId)
    if (view === null || view.plan === null) return notFound
    return plainReply(await readPlainView(visit.work, view, visit.query), visit, fieldErrors([]))
  },
})

const pdf = route({
  method: 'GET',
  url: `${url}/plain.pdf`,
  admits: recordWriters,
  summary: 'The copy of a child in need plan for one person of the family',
  purpose: 'casework',
  params: personParams,
  query: plainQuery,
  async handle({ work, params, query: asked, me }): Promise<Reply> {
    const found = writable(await readPlanView(work, params.personId))
    if (!found.ok) return found.reply
    const view = await readPlainView(work, found.view, asked)
    if (view.recipient === null) return notFound
    if (view.faults === null || view.faults.hits.length > 0)
      return { kind: 'redirect', location: `/people/${view.personId}/plan/plain?${copyAddress(view)}` }
    return {
      kind: 'file',
      fileName: 'our-plan.pdf',
      mediaType: 'application/pdf',
      bytes: await plainPdf(work, view, me.name),
      shown: { resource: 'cin_plan', subjectIds: [view.personId, view.recipient.id], action: 'export' },
    }
  },
})

export const plainRoutes = [show, pdf]
