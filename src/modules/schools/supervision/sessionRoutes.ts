import { z } from 'zod'
import { uuidParam } from '#modules/casework'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { type FormIssue, fieldErrors } from '#ui'
import { readFrequency } from './frequency.ts'
import { keepSession, markDone, namesPupil, type SessionWanted } from './keepSession.ts'
import { type Lead, leadsOfSchools, openActions, standingAtSchools } from './readSupervision.ts'
import { ACTIONS, parseSession } from './sessionForm.ts'
import { sessionPage } from './sessionPage.ts'

const params = z.object({ leadId: uuidParam })
type LeadVisit = Visit<{ leadId: Uuid }, unknown, unknown>

/** The lead whom the reader may supervise; null for everybody else. */
async function leadOf({ work, params: { leadId } }: LeadVisit): Promise<Lead | null> {
  if (leadId === work.actor.id || !(await standingAtSchools(work)).maySupervise) return null
  const [lead] = await leadsOfSchools(work, leadId)
  return lead ?? null
}

async function page(visit: LeadVisit, lead: Lead, issues: readonly FormIssue[] = []): Promise<Reply> {
  const { work, sent, form } = visit
  const names = Array.from({ length: ACTIONS }, (_, at) => [`what-${at}`, `owner-${at}`, `due-${at}`]).flat()
  const { themes } = await readFrequency(work)
  return {
    kind: 'page',
    status: issues.length > 0 ? 422 : 200,
    title: 'Supervision of a safeguarding lead',
    current: '/my-school',
    back: '/school-supervision',
    hasErrors: issues.length > 0,
    content: sessionPage({
      lead,
      themes,
      open: await openActions(work, lead.schoolId),
      sent,
      errors: fieldErrors(issues, ['held', 'themes', ...names], { held: 'held-day', ...dayFields }),
      form,
    }),
    shown: 'nothing',
  }
}
const dayFields = Object.fromEntries(
  Array.from({ length: ACTIONS }, (_, at) => [`due-${at}`, `due-${at}-day`]),
)

async function open(visit: LeadVisit): Promise<Reply> {
  const lead = await leadOf(visit)
  return lead === null ? notFound : await page(visit, lead)
}

async function keep(visit: LeadVisit): Promise<Reply> {
  const { work, sent } = visit
  const lead = await leadOf(visit)
  if (lead === null) return notFound
  const { themes } = await readFrequency(work)
  const parsed = parseSession(sent, themes, await openActions(work, lead.schoolId), work.today)
  if (!parsed.ok) return await page(visit, lead, parsed.issues)
  const issues = await namedIssues(visit, lead, parsed.wanted)
  if (issues.length > 0) return await page(visit, lead, issues)
  await keepSession(work, lead, parsed.wanted)
  return { kind: 'redirect', location: '/school-supervision', success: 'The session is saved' }
}

/** No text of a session names a child of the school; the database refuses it too. */
async function namedIssues(
  { work, sent }: LeadVisit,
  lead: Lead,
  wanted: SessionWanted,
): Promise<readonly FormIssue[]> {
  const places = await namesPupil(
    work,
    lead.schoolId,
    wanted.actions.map(({ what }) => what),
  )
  return places.map(place => {
    const what = wanted.actions[place]?.what
    const at = Array.from({ length: ACTIONS }, (_, index) => index).find(
      index => String(sent[`what-${index}`] ?? '').trim() === what,
    )
    return { path: [`what-${at ?? 0}`], message: 'Write it without the name of a child' }
  })
}

const common = { admits: ['practitioner'], purpose: 'supervision' } as const

/** A session with a school's lead, and what was agreed. */
export const sessionRoutes = [
  route({
    ...common,
    method: 'GET',
    url: '/school-supervision/leads/:leadId',
    params,
    summary: 'The form of a session with a school’s safeguarding lead',
    handle: open,
  }),
  route({
    ...common,
    method: 'POST',
    url: '/school-supervision/leads/:leadId',
    params,
    summary: 'Keeps a session with a school’s safeguarding lead',
    handle: keep,
  }),
  route({
    ...common,
    method: 'POST',
    url: '/school-supervision/actions/:actionId/done',
    params: z.object({ actionId: uuidParam }),
    summary: 'Marks an agreed action done',
    async handle({ work, params: { actionId } }): Promise<Reply> {
      if (!(await markDone(work, actionId))) return notFound
      return { kind: 'redirect', location: '/school-supervision', success: 'Marked as done' }
    },
  }),
]
