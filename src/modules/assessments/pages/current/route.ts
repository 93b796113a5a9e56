import { personParams, recordFrame, recordReaders } from '#modules/casework'
import { notFound, type Reply, route } from '#platform/http'
import { type Assessment, assessmentsOf } from '../../queries/assessmentsOf.ts'

const isUnderWay = ({ jointId, authorisedOn, stoppedOn }: Assessment): boolean =>
  jointId !== null && authorisedOn === null && stoppedOn === null
/** A clock runs until the family has it too. */
const isUnshared = ({ jointId, authorisedOn, shared }: Assessment): boolean =>
  jointId !== null && authorisedOn !== null && shared === null

/**
 * Where a child's assessment is to be worked on now: for due dates and findings, which know the child and not what is written
 * for several of them together.
 */
export const currentRoute = route({
  method: 'GET',
  url: '/people/:personId/assessments/current',
  admits: recordReaders,
  summary: 'Leads to the assessment of a child that is under way, to be shared, or to be started',
  purpose: 'casework',
  params: personParams,
  async handle({ work, params: { personId } }): Promise<Reply> {
    if ((await recordFrame(work, personId, null)) === null) return notFound
    const all = await assessmentsOf(work, [personId])
    const running = all.findLast(isUnderWay)
    if (running) return { kind: 'redirect', location: `/assessments/${running.jointId}` }
    const unshared = all.findLast(isUnshared)
    if (unshared) return { kind: 'redirect', location: `/assessments/${unshared.jointId}/copies` }
    return { kind: 'redirect', location: `/people/${personId}/assessments/new` }
  },
})
