import { Fields, personParams, recordFrame, recordReaders, typedOf } from '#modules/casework'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { type FormIssue, fieldErrors } from '#ui'
import { type AgencyTie, agencyTie } from '../contributions/index.ts'
import { type OwnRecord, ownRecord, whoKnows } from './readWhoKnows.ts'
import { type Held, sayWeHold, sayWeHoldNone } from './sayWeHold.ts'
import { whoKnowsPage } from './whoKnowsPage.ts'

type Asked = Visit<{ readonly personId: Uuid }, unknown, unknown>
const pathOf = (personId: Uuid): string => `/people/${personId}/who-knows`

async function show(visit: Asked, issues: readonly FormIssue[] = []): Promise<Reply> {
  const { work, params, form, sent } = visit
  const frame = await recordFrame(work, params.personId, null)
  if (frame === null) return notFound
  const tie = await agencyTie(work, params.personId)
  const own = tie === null ? null : await ownRecord(work, params.personId, tie.organisationId)
  const errors = fieldErrors(issues, ['since', 'ask', 'sensitive', 'consent'], { since: 'since-day' })
  return {
    kind: 'page',
    status: issues.length > 0 ? 422 : 200,
    hasErrors: issues.length > 0,
    title: 'Who knows this child?',
    before: frame.before,
    content: whoKnowsPage({
      personId: params.personId,
      holders: await whoKnows(work, params.personId),
      tie,
      own,
      form,
      sent,
      errors,
      isToday: work.knownAt === null,
    }),
    shown: { resource: 'who_knows', subjectIds: [params.personId] },
  }
}

async function say(visit: Asked): Promise<Reply> {
  const { work, params, sent } = visit
  const tie = await agencyTie(work, params.personId)
  if (tie === null) return notFound
  const own = await ownRecord(work, params.personId, tie.organisationId)
  const isKept = typedOf(sent, 'ends') === 'yes' ? await end(visit, own) : await keep(visit, tie, own)
  if (isKept === true) return { kind: 'redirect', location: pathOf(params.personId), success: 'Kept' }
  return await show(visit, isKept)
}

/** @returns true, or what to do about it */
async function keep(
  { work, params, sent }: Asked,
  { organisationId }: AgencyTie,
  own: OwnRecord | null,
): Promise<true | readonly FormIssue[]> {
  const fields = new Fields(sent)
  const held = parse(fields, work.today)
  if (held === null || fields.issues.length > 0) return fields.issues
  return (
    (await sayWeHold(work, { personId: params.personId, organisationId }, held, own)) || [
      { path: ['ask'], message: 'A colleague has just said this: read it and send yours again' },
    ]
  )
}

async function end({ work }: Asked, own: OwnRecord | null): Promise<true | readonly FormIssue[]> {
  if (own !== null && (await sayWeHoldNone(work, own))) return true
  return [{ path: ['ask'], message: 'Your organisation says already that it holds none' }]
}

function parse(fields: Fields, today: Temporal.PlainDate): Held | null {
  const sinceOn = fields.date('since', 'The day since when', 'Enter since when, a rough day is enough')
  if (sinceOn !== null && Temporal.PlainDate.compare(sinceOn, today) > 0)
    fields.problem('since', 'The day since when must be today or before')
  const ask = fields.text('ask', 300, 'Enter whom to ring, and how')
  const isSensitive = fields.isTicked('sensitive', 'yes')
  if (isSensitive && !fields.isTicked('consent', 'yes'))
    fields.problem('consent', 'A sensitive service stands here only with the consent of whom it is of')
  return sinceOn === null || ask === null ? null : { sinceOn, ask, isSensitive }
}

const here = { url: '/people/:personId/who-knows', purpose: 'casework', params: personParams } as const

/** Which organisations hold a record of a child, before anybody asks for content (agency index). */
export const whoKnowsRoutes = [
  route({
    ...here,
    method: 'GET',
    admits: recordReaders,
    summary: 'Which organisations hold a record of a child and whom to ring, and nothing of what is in it',
    handle: visit => show(visit),
  }),
  route({
    ...here,
    method: 'POST',
    admits: ['practitioner'],
    summary: 'Says that one’s own organisation holds a record of a child',
    handle: say,
  }),
]
