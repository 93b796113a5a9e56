import { z } from 'zod'
import {
  approvalsOf,
  directsAll,
  recordFrame,
  recordReaders,
  storedClocks,
  uuidParam,
} from '#modules/casework'
import { personSummaries } from '#modules/people'
import { notFound, type Reply, route } from '#platform/http'
import { actionsOf, discussionsOf, linesOf } from '../../queries/enquiryParts.ts'
import { marksOf, standing } from '../../queries/marksOf.ts'
import { medicalsOf } from '../../queries/medicalsOf.ts'
import { begunWith, enquiryOf, readEnquiry } from '../../queries/readEnquiry.ts'
import { seenInEnquiry } from '../../queries/seenInEnquiry.ts'
import { enquiryParams, enquiryPath } from '../frame/enquiryFrame.ts'
import { workspacePage } from './workspacePage.ts'

/** One child's enquiry: what began it, its plan, what was seen and found, and how it ends. */
const show = route({
  method: 'GET',
  url: '/people/:personId/enquiries/:enquiryId',
  admits: recordReaders,
  summary: 'A section 47 enquiry of one child',
  purpose: 'casework',
  params: enquiryParams,
  async handle({ work, params }): Promise<Reply> {
    const frame = await recordFrame(work, params.personId, 'plans')
    const enquiry = await enquiryOf(work, params)
    if (frame === null || enquiry === null) return notFound
    const others = (await begunWith(work, enquiry)).filter(({ id }) => id !== enquiry.id)
    const people = await personSummaries(
      work,
      others.map(({ personId }) => personId),
    )
    const clocks = (await storedClocks(work, [params.personId])).filter(
      ({ triggerId }) => triggerId === enquiry.id,
    )
    const approvals = await approvalsOf(work, enquiry.id)
    const [latest] = approvals
    return {
      kind: 'page',
      title: 'Section 47 enquiry',
      before: frame.before,
      content: workspacePage({
        frame,
        enquiry,
        siblings: others.flatMap(other => {
          const person = people.find(({ id }) => id === other.personId)
          return person ? [{ enquiry: other, name: person.displayName }] : []
        }),
        clocks,
        actions: await actionsOf(work, enquiry.id),
        discussions: await discussionsOf(work, enquiry.id),
        lines: await linesOf(work, enquiry.id),
        visits: await seenInEnquiry(work, enquiry),
        medicals: await medicalsOf(work, enquiry.id),
        marks: standing(await marksOf(work, params.personId)).length,
        approval: latest ?? null,
        mayWrite: frame.mayWrite && enquiry.isOpen && work.knownAt === null,
        mayAddFindings: frame.mayWrite && work.knownAt === null,
        mayStop: enquiry.isOpen && work.knownAt === null && (await directsAll(work, [params.personId])),
        today: work.today,
      }),
      shown: { resource: 'enquiry', subjectIds: [params.personId, ...people.map(({ id }) => id)] },
    }
  },
})

/** The enquiry by its own id: where approvals lead. */
const byId = route({
  method: 'GET',
  url: '/enquiries/:enquiryId',
  admits: recordReaders,
  summary: 'Leads to a section 47 enquiry in its child’s record',
  purpose: 'casework',
  params: z.object({ enquiryId: uuidParam }),
  async handle({ work, params }): Promise<Reply> {
    const enquiry = await readEnquiry(work, params.enquiryId)
    if (enquiry === null) return notFound
    return { kind: 'redirect', location: enquiryPath({ personId: enquiry.personId, enquiryId: enquiry.id }) }
  },
})

export const workspaceRoutes = [show, byId]
