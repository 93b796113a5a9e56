import { z } from 'zod'
import { findings, type Opening, openingToReview, reviewOpening } from '#modules/access'
import { workerNames } from '#modules/agencies'
import { seenInOpening } from '#modules/audit'
import { personSummary } from '#modules/people'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { fieldErrors } from '#ui'
import { Fields } from '../frame/fields.ts'
import { recordReaders, uuidParam } from '../frame/recordParams.ts'
import { reviewPage } from './reviewPage.ts'

const params = z.object({ openingId: uuidParam })
type ReviewVisit = Visit<{ openingId: Uuid }, unknown, unknown>
const codes = Object.keys(findings) as readonly (keyof typeof findings)[] // its own keys
const common = {
  url: '/openings/:openingId',
  admits: recordReaders,
  purpose: 'reviewing_access',
  params,
} as const

const show = route({
  ...common,
  method: 'GET',
  summary: 'A record opened with a reason: who, why, what they looked at, and its review',
  async handle(visit): Promise<Reply> {
    const opening = await openingToReview(visit.work, visit.params.openingId)
    return opening === null ? notFound : pageOf(visit, opening, new Fields({}), 200)
  },
})

const send = route({
  ...common,
  method: 'POST',
  summary: 'Keeps what was found of an opening',
  async handle(visit): Promise<Reply> {
    const { work, params, sent } = visit
    const opening = await openingToReview(work, params.openingId)
    if (opening === null) return notFound
    const fields = new Fields(sent)
    const finding = fields.choice('finding', codes, 'Select what you find')
    const remark = fields.text('remark', 4_000, 'Enter why')
    if (finding === null || remark === null) return pageOf(visit, opening, fields, 422)
    const answer = await reviewOpening(work, { opening, finding, remark })
    if (answer === 'not_found') return notFound
    if (answer === 'reviewed_already') {
      const now = await openingToReview(work, opening.id)
      return now === null ? notFound : pageOf(visit, now, fields, 409)
    }
    return { kind: 'redirect', location: '/openings', success: 'The review is kept, and the worker told' }
  },
})

async function pageOf(
  { work, form }: ReviewVisit,
  opening: Opening,
  fields: Fields,
  status: number,
): Promise<Reply> {
  const errors = fieldErrors(fields.issues, ['finding', 'remark'])
  const content = reviewPage({
    opening,
    person: await personSummary(work, opening.personId),
    names: await workerNames(work, [opening.actorId, ...(opening.reviewedBy ? [opening.reviewedBy] : [])]),
    seen: await seenInOpening(work, opening.id),
    fields,
    errors,
    keys: form,
    wasSecond: status === 409,
    isPast: work.knownAt !== null,
    today: work.today,
    now: work.now,
  })
  return {
    kind: 'page',
    status,
    title: 'Review an opening',
    current: '/openings',
    back: '/openings',
    hasErrors: errors.list.length > 0,
    content,
    shown: { resource: 'opening', subjectIds: [opening.personId] },
  }
}

/** `/openings/:openingId`. */
export const reviewRoutes = [show, send]
