import { z } from 'zod'
import { readSetting } from '#modules/agencies'
import { type LongForm, openLongForm, refusedLongForm } from '#modules/casework'
import { answerSaveDraft, type DraftDifference, dropDraft, SAVE_DRAFT } from '#platform/drafts'
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
import { fieldErrors } from '#ui'
import { saveSession } from '../../commands/saveSession.ts'
import { openActions } from '../../queries/actionsOf.ts'
import { childrenOf } from '../../queries/childrenOf.ts'
import { directionsIn, readSession } from '../../queries/readSession.ts'
import { isInLine } from '../../queries/sessionsOf.ts'
import { common, sessionParams } from '../common.ts'
import { parseSession, type SessionGrounds } from './parseSession.ts'
import { differences, stored, versionOf } from './sessionValues.ts'
import { writePage } from './writeForm.ts'
import { NEW_ACTIONS } from './writeView.ts'

const query = z.object({ draft: z.literal('open').optional().catch(undefined) })
type WriteVisit = Visit<{ sessionId: Uuid }, z.infer<typeof query>, unknown>

const keyOf = (id: Uuid) => ({
  form: 'supervision',
  recordKey: id,
  path: `/supervision/sessions/${id}/write`,
})

/** What may be written of an open session by who supervises it; null for anybody else. */
async function groundsOf({
  work,
  params,
}: Pick<WriteVisit, 'work' | 'params'>): Promise<SessionGrounds | null> {
  const session = await readSession(work, params.sessionId)
  if (session === null || session.supervisorId !== work.actor.id || session.isComplete) return null
  if (work.knownAt !== null || !(await isInLine(work, session.superviseeId))) return null
  const { prompts } = await readSetting(work, 'supervision.prompts')
  const asked = prompts.split('\n').flatMap(line => line.trim() || [])
  return {
    session,
    children: await childrenOf(work, session.superviseeId),
    directions: await directionsIn(work, session.id),
    actions: await openActions(work, session.superviseeId),
    // What was answered before stays, also where the authority asks something else by now.
    prompts: [...new Set([...asked, ...session.practice.reflection.map(({ prompt }) => prompt)])],
    today: work.today,
  }
}

async function show(visit: WriteVisit): Promise<Reply> {
  const grounds = await groundsOf(visit)
  if (grounds === null) return notFound
  const key = keyOf(grounds.session.id)
  const form = await openLongForm(visit.work, key, visit.query.draft === 'open', stored(grounds))
  return reply(visit, grounds, form, null)
}

async function send(visit: WriteVisit): Promise<Reply> {
  const { work, sent } = visit
  const grounds = await groundsOf(visit)
  if (grounds === null) return notFound
  const { session } = grounds
  const key = keyOf(session.id)
  if (sent[SAVE_DRAFT] !== undefined) return answerSaveDraft(visit, key.form, key.recordKey)
  if (!isAsOpened(sent, versionOf(grounds))) {
    const form = await refusedLongForm(work, key, sent, fieldErrors([]))
    return reply(visit, grounds, form, differences(sent, grounds))
  }
  const parsed = parseSession(sent, grounds)
  if ('issues' in parsed) {
    const errors = fieldErrors(parsed.issues, [], {
      held: 'held-day',
      next: 'next-day',
      by: 'by-day',
      ...dueTargets,
    })
    return reply(visit, grounds, await refusedLongForm(work, key, sent, errors), null)
  }
  if (!(await saveSession(work, session, parsed.written)))
    return reply(visit, grounds, await refusedLongForm(work, key, sent, fieldErrors([])), [])
  await dropDraft(work, key.form, key.recordKey)
  const success = parsed.written.completes ? 'The session is complete' : 'The session is saved'
  return { kind: 'redirect', location: `/supervision/sessions/${session.id}`, success }
}

const dueTargets = Object.fromEntries(
  Array.from({ length: NEW_ACTIONS }, (_, at) => [`due_${at}`, `due_${at}-day`]),
)

function reply(
  { work, form: keys, sent }: WriteVisit,
  grounds: SessionGrounds,
  form: LongForm,
  stale: readonly DraftDifference[] | null,
): Reply {
  const hasErrors = form.errors.list.length > 0
  const version = versionOf(grounds)
  const opened = stale ? formVersion(version) : openedVersion(sent, version)
  return {
    kind: 'page',
    status: stale ? 409 : hasErrors ? 422 : 200,
    title: 'Write a supervision session',
    current: '/supervision',
    hasErrors,
    content: writePage({ ...grounds, form, opened, differences: stale, keys, now: work.now }),
    shown: {
      resource: 'supervision_form',
      subjectIds: [...new Set([...grounds.children, ...grounds.directions].map(({ personId }) => personId))],
    },
  }
}

const here = {
  ...common,
  url: '/supervision/sessions/:sessionId/write',
  params: sessionParams,
  query,
} as const
export const writeRoutes = [
  route({ ...here, method: 'GET', summary: 'The form of a supervision session', handle: show }),
  route({
    ...here,
    method: 'POST',
    summary: 'Keeps what was written of a supervision session',
    handle: send,
  }),
]
