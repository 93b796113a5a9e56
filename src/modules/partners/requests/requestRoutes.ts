import type { z } from 'zod'
import { Fields, personParams, recordFrame, recordWriters, uuidParam } from '#modules/casework'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { addWorkingDays } from '#reference'
import { errorsAbove, type FormIssue, fieldErrors, html } from '#ui'
import { contributionsPage } from '../contributions/pages/listRoute.ts'
import { askForm } from './askForm.ts'
import { answerWithout, askAgency, type RequestWanted, withdrawRequest } from './keepRequest.ts'
import { type Askable, purposes, requestsAbout, whoMayBeAsked } from './requests.ts'

const ofRequest = personParams.extend({ requestId: uuidParam })
type AskVisit = Visit<z.infer<typeof personParams>, unknown, unknown>
/** Days within which an agency usually answers: no law names a number. */
const USUAL = 3
const LATEST = 60
const LONGEST = 2_000

type Writing = {
  readonly before: NonNullable<Awaited<ReturnType<typeof recordFrame>>>['before']
  readonly askable: readonly Askable[]
}

/** For whoever writes the record: who may be asked. */
async function writing({ work, params: { personId } }: AskVisit): Promise<Writing | null> {
  const frame = await recordFrame(work, personId, null)
  if (frame?.mayWrite !== true || work.knownAt !== null) return null
  return { before: frame.before, askable: await whoMayBeAsked(work, personId) }
}

function page(visit: AskVisit, { before, askable }: Writing, issues: readonly FormIssue[] = []): Reply {
  const { work, params, form, sent } = visit
  const errors = fieldErrors(issues, ['who', 'purpose', 'question', 'by'], { by: 'by-day' })
  return {
    kind: 'page',
    status: issues.length > 0 ? 422 : 200,
    hasErrors: issues.length > 0,
    title: 'Ask an agency what it knows',
    before,
    back: `/people/${params.personId}/contributions`,
    content: html`${errorsAbove(errors)}${askForm({ personId: params.personId, askable, form, errors, sent, usualDay: addWorkingDays(work.today, USUAL) })}`,
    shown: { resource: 'agency_request', subjectIds: [params.personId] },
  }
}

async function open(visit: AskVisit): Promise<Reply> {
  const found = await writing(visit)
  return found === null ? notFound : page(visit, found)
}

async function ask(visit: AskVisit): Promise<Reply> {
  const found = await writing(visit)
  if (found === null) return notFound
  const fields = new Fields(visit.sent)
  const wanted = wantedOf(fields, found.askable, visit)
  if (wanted === null || fields.issues.length > 0) return page(visit, found, fields.issues)
  await askAgency(visit.work, wanted)
  return {
    kind: 'redirect',
    location: `/people/${wanted.personId}/contributions`,
    success: 'Asked. They see it in their work, and you see when they answer',
  }
}

function wantedOf(
  fields: Fields,
  askable: readonly Askable[],
  { work, params }: AskVisit,
): RequestWanted | null {
  const workerId = fields.choice(
    'who',
    askable.map(({ id }) => id),
    'Select whom you ask',
  )
  const purpose = fields.choice('purpose', purposes, 'Select what it is for')
  const question = fields.text('question', LONGEST, 'Enter what you want to know')
  const answerBy = fields.date('by', 'By when', 'Enter by when you need the answer')
  if (answerBy !== null && Temporal.PlainDate.compare(answerBy, work.today) < 0)
    fields.problem('by', 'By when must be today or later')
  if (answerBy !== null && Temporal.PlainDate.compare(answerBy, work.today.add({ days: LATEST })) > 0)
    fields.problem('by', `By when must be within ${LATEST} days`)
  if (workerId === null || purpose === null || question === null || answerBy === null) return null
  return { personId: params.personId, workerId: workerId as Uuid, purpose, question, answerBy }
}

async function answer(visit: Visit<z.infer<typeof ofRequest>, unknown, unknown>): Promise<Reply> {
  const { work, params, sent } = visit
  const mine = (await requestsAbout(work, params.personId)).find(
    one => one.id === params.requestId && one.workerId === work.actor.id,
  )
  if (mine === undefined) return notFound
  const [how, why] = [`answer-${mine.id}`, `reason-${mine.id}`]
  const fields = new Fields({ [how]: sent['answer'], [why]: sent['reason'] })
  const said = fields.choice(how, ['nothing_known', 'not_shared'] as const, 'Select your answer')
  const reason =
    said === 'not_shared'
      ? fields.text(why, LONGEST, 'Enter why it is not shared')
      : fields.text(why, LONGEST)
  if (said === null || fields.issues.length > 0) return await contributionsPage(visit, fields.issues)
  const isKept = await answerWithout(work, mine.id, { answer: said, reason })
  return {
    kind: 'redirect',
    location: `/people/${params.personId}/contributions`,
    success: isKept ? 'Answered' : 'It was answered before',
  }
}

async function withdraw({
  work,
  params: { personId, requestId },
}: Visit<z.infer<typeof ofRequest>, unknown, unknown>): Promise<Reply> {
  const frame = await recordFrame(work, personId, null)
  if (frame?.mayWrite !== true) return notFound
  if (!(await requestsAbout(work, personId)).some(({ id }) => id === requestId)) return notFound
  const isKept = await withdrawRequest(work, personId, requestId)
  return {
    kind: 'redirect',
    location: `/people/${personId}/contributions`,
    success: isKept ? 'Withdrawn. Who was asked is told' : 'It was answered before',
  }
}

const base = '/people/:personId/contributions/requests'
const asks = { url: `${base}/new`, admits: recordWriters, purpose: 'casework', params: personParams } as const

/** What the council asks of people of other agencies, and their answers without telling. */
export const requestRoutes = [
  route({ ...asks, method: 'GET', summary: 'The form that asks another agency what it knows', handle: open }),
  route({ ...asks, method: 'POST', summary: 'Asks somebody of another agency what they know', handle: ask }),
  route({
    method: 'POST',
    url: `${base}/:requestId`,
    admits: ['practitioner'],
    purpose: 'casework',
    params: ofRequest,
    summary: 'Answers that nothing is known, or why it is not shared',
    handle: answer,
  }),
  route({
    method: 'POST',
    url: `${base}/:requestId/withdrawal`,
    admits: recordWriters,
    purpose: 'casework',
    params: ofRequest,
    summary: 'Withdraws what another agency was asked and has not answered',
    handle: withdraw,
  }),
]
