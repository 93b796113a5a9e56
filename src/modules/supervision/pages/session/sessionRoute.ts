import { z } from 'zod'
import { Fields, uuidParam } from '#modules/casework'
import { personSummaries } from '#modules/people'
import {
  formVersion,
  isAsOpened,
  notFound,
  openedVersion,
  type Reply,
  route,
  type Visit,
} from '#platform/http'
import type { Uuid } from '#platform/ids'
import { type FieldErrors, fieldErrors } from '#ui'
import { answerSession, correctSession, finishAction } from '../../commands/answerSession.ts'
import { actionsIn } from '../../queries/actionsOf.ts'
import { correctionsOf } from '../../queries/correctionsOf.ts'
import { directionsIn, readSession, type Session } from '../../queries/readSession.ts'
import { isInLine } from '../../queries/sessionsOf.ts'
import { common, sessionParams } from '../common.ts'
import { sessionPage } from './sessionPage.ts'

type SessionVisit = Visit<{ sessionId: Uuid }, unknown, unknown>

/** What the supervisee's own part is opened with. */
const ownPart = ({ superviseeView, isComplete }: Session) => [superviseeView, isComplete]

async function show(
  visit: SessionVisit,
  errors: FieldErrors = fieldErrors([]),
  isStale = false,
): Promise<Reply> {
  const { work, params, sent, form } = visit
  const session = await readSession(work, params.sessionId)
  if (session === null) return notFound
  const directions = await directionsIn(work, session.id)
  const ids = [...new Set(directions.map(({ personId }) => personId))]
  const people = await personSummaries(work, ids)
  const hasErrors = errors.list.length > 0
  return {
    kind: 'page',
    status: isStale ? 409 : hasErrors ? 422 : 200,
    title: 'Supervision session',
    current: '/supervision',
    back: `/supervision/workers/${session.superviseeId}`,
    hasErrors,
    content: sessionPage({
      session,
      directions,
      names: new Map(people.map(({ id, displayName }) => [id, displayName])),
      actions: await actionsIn(work, session.id),
      corrections: await correctionsOf(work, session.id),
      may: await mayDo(visit, session),
      sent,
      errors,
      opened: isStale ? formVersion(ownPart(session)) : openedVersion(sent, ownPart(session)),
      keys: form,
    }),
    shown: { resource: 'supervision_session', subjectIds: ids },
  }
}

async function mayDo({ work }: Pick<SessionVisit, 'work'>, session: Session) {
  const isPast = work.knownAt !== null
  const me = work.actor.id
  const inLine = await isInLine(work, session.superviseeId)
  const isTheirs = me === session.superviseeId
  return {
    write: !isPast && inLine && me === session.supervisorId && !session.isComplete,
    answer: !isPast && isTheirs && session.superviseeAgreedAt === null,
    correct: !isPast && (isTheirs || inLine || me === session.supervisorId),
    finish: !isPast && (isTheirs || inLine),
  }
}

async function answer(visit: SessionVisit): Promise<Reply> {
  const { work, params, sent } = visit
  const session = await readSession(work, params.sessionId)
  if (session?.superviseeId !== work.actor.id || session.superviseeAgreedAt !== null) return notFound
  const fields = new Fields(sent)
  const view = fields.text('view', 10_000)
  if (fields.issues.length > 0) return await show(visit, fieldErrors(fields.issues))
  const agrees = fields.isTicked('agrees', 'yes')
  const isAsRead = isAsOpened(sent, ownPart(session))
  if (!isAsRead || !(await answerSession(work, session, { view, agrees }))) {
    const now = session.superviseeView ?? ''
    const message = `This changed after you opened it. It now says: ${now === '' ? 'nothing' : now}`
    return await show(visit, fieldErrors([{ path: ['view'], message }]), true)
  }
  const success = agrees ? 'You agreed the session' : 'Your view is saved'
  return { kind: 'redirect', location: `/supervision/sessions/${session.id}`, success }
}

async function correct(visit: SessionVisit): Promise<Reply> {
  const { work, params, sent, form } = visit
  const session = await readSession(work, params.sessionId)
  if (!session?.isComplete || !(await mayDo(visit, session)).correct) return notFound
  const fields = new Fields(sent)
  const words = fields.text('words', 10_000, 'Enter what is wrong, and what is right')
  if (words === null) return await show(visit, fieldErrors(fields.issues))
  await correctSession(work, session.id, words, form.submission)
  const location = `/supervision/sessions/${session.id}`
  return { kind: 'redirect', location, success: 'The correction is added' }
}

const one = { ...common, params: sessionParams } as const
export const sessionRoutes = [
  route({
    ...one,
    method: 'GET',
    url: '/supervision/sessions/:sessionId',
    summary: 'One supervision session',
    handle: visit => show(visit),
  }),
  route({
    ...one,
    method: 'POST',
    url: '/supervision/sessions/:sessionId/view',
    summary: 'Keeps the supervisee’s own view, and whether they agree',
    handle: answer,
  }),
  route({
    ...one,
    method: 'POST',
    url: '/supervision/sessions/:sessionId/corrections',
    summary: 'Adds a correction beside a complete session',
    handle: correct,
  }),
  route({
    ...common,
    method: 'POST',
    url: '/supervision/actions/:actionId/done',
    summary: 'Marks what was to be done as done',
    params: z.object({ actionId: uuidParam }),
    async handle({ work, params }): Promise<Reply> {
      const sessionId = await finishAction(work, params.actionId)
      if (sessionId === null) return notFound
      return { kind: 'redirect', location: `/supervision/sessions/${sessionId}`, success: 'Marked as done' }
    },
  }),
]
