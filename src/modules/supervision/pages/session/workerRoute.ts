import { z } from 'zod'
import { csvLink, listQuery, pageLinks, pageSize, workerNames } from '#modules/agencies'
import { Fields } from '#modules/casework'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import {
  denseTable,
  errorsAbove,
  type FieldErrors,
  fieldErrors,
  formatDate,
  type Html,
  html,
  nothing,
} from '#ui'
import { openSession } from '../../commands/openSession.ts'
import { countSessions, isInLine, type SessionLine, sessionsOf } from '../../queries/sessionsOf.ts'
import { type Supervisee, supervisee } from '../../queries/supervisees.ts'
import { type WellbeingCheck, wellbeingOf } from '../../queries/wellbeing.ts'
import { dueWords, everyWords } from '../board/dueWords.ts'
import { common, kindWords, sessionKinds, workerParams } from '../common.ts'
import { checkShown } from '../wellbeing/wellbeingPage.ts'
import { beginForm } from './beginForm.ts'

const query = z.object(listQuery)
type WorkerVisit = Visit<{ workerId: Uuid }, z.infer<typeof query>, unknown>

/** What the page of one worker's supervision shows. */
type WorkerView = {
  readonly workerId: Uuid
  readonly name: string
  readonly isMe: boolean
  readonly standing: Supervisee | null
  readonly lines: readonly SessionLine[]
  readonly count: number
  readonly mayBegin: boolean
  /** What they chose to share with their manager. */
  readonly shared: readonly WellbeingCheck[]
}

const SHARED = 5

async function show(visit: WorkerVisit, errors: FieldErrors = fieldErrors([])): Promise<Reply> {
  const { work, params, query: asked } = visit
  const { workerId } = params
  const isMe = workerId === work.actor.id
  const inLine = await isInLine(work, workerId)
  const count = await countSessions(work, workerId)
  const name = (await workerNames(work, [workerId])).get(workerId)
  if (name === undefined || !(isMe || inLine || count > 0)) return notFound
  const isCsv = asked.format === 'csv'
  const shown = { resource: 'supervision', subjectIds: [], action: isCsv ? 'export' : 'list' } as const
  const lines = isCsv
    ? await sessionsOf(work, workerId, 0, count)
    : await sessionsOf(work, workerId, (asked.page - 1) * pageSize, pageSize)
  if (isCsv) return csv(lines, shown)
  const standing = isMe || inLine ? await supervisee(work, workerId) : null
  const mayBegin = inLine && work.knownAt === null
  const shared = isMe ? [] : await wellbeingOf(work, workerId, 0, SHARED)
  const hasErrors = errors.list.length > 0
  return {
    kind: 'page',
    status: hasErrors ? 422 : 200,
    title: 'Supervision of a worker',
    current: '/supervision',
    back: '/supervision',
    hasErrors,
    content: content(visit, { workerId, name, isMe, standing, lines, count, mayBegin, shared }, errors),
    shown,
  }
}

function content(visit: WorkerVisit, view: WorkerView, errors: FieldErrors): Html {
  const { standing } = view
  return html`${errorsAbove(errors)}
  <h1 class="govuk-heading-l">${view.isMe ? 'Your supervision' : `Supervision of ${view.name}`}</h1>
  ${standing === null ? nothing : html`<p class="govuk-body">${dueWords(standing, visit.work.today)}. ${everyWords(standing)}.</p>`}
  ${view.mayBegin ? beginForm(visit, view.workerId, standing, errors) : nothing}
  <h2 class="govuk-heading-m">Sessions</h2>
  ${sessionTable(view.lines)}
  ${pageLinks(visit.path, visit.query.page, view.count, 'sessions')}
  ${view.count > 0 ? csvLink(visit.path) : nothing}
  ${view.shared.length === 0 ? nothing : html`<h2 class="govuk-heading-m">Wellbeing that they shared</h2>${view.shared.map(checkShown)}`}`
}

const stateWords = ({ isComplete, isAgreed }: SessionLine): string =>
  !isComplete ? 'Not complete' : isAgreed ? 'Complete, agreed by both' : 'Complete, not agreed by both yet'

function sessionTable(lines: readonly SessionLine[]): Html {
  if (lines.length === 0) return html`<p class="govuk-body">No session is recorded.</p>`
  return denseTable({
    caption: 'Sessions, newest first',
    captionClasses: 'govuk-visually-hidden',
    head: ['Held', 'Kind', 'With', 'State'].map(text => ({ text })),
    rows: lines.map(line => [
      {
        html: html`<a class="govuk-link" href="/supervision/sessions/${line.id}">${formatDate(line.heldOn)}</a>`,
      },
      { text: kindWords[line.kind] },
      { text: line.supervisorName },
      { text: stateWords(line) },
    ]),
  })
}

const csv = (lines: readonly SessionLine[], shown: Extract<Reply, { kind: 'csv' }>['shown']): Reply => ({
  kind: 'csv',
  fileName: 'supervision-sessions.csv',
  header: ['Held', 'Kind', 'With', 'State'],
  rows: lines.map(line => [line.heldOn, kindWords[line.kind], line.supervisorName, stateWords(line)]),
  shown,
})

async function begin(visit: WorkerVisit): Promise<Reply> {
  const { work, params, sent, form } = visit
  if (!(await isInLine(work, params.workerId))) return notFound
  const fields = new Fields(sent)
  const heldOn = fields.date('held', 'Day of the session', 'Enter the day of the session')
  if (heldOn !== null && Temporal.PlainDate.compare(heldOn, work.today) > 0)
    fields.problem('held', 'Day of the session must be today or in the past')
  const kind = fields.choice('kind', sessionKinds, 'Select a kind')
  if (fields.issues.length > 0 || heldOn === null || kind === null)
    return await show(visit, fieldErrors(fields.issues, ['held', 'kind'], { held: 'held-day' }))
  const wanted = { superviseeId: params.workerId, heldOn, kind, submission: form.submission }
  const sessionId = await openSession(work, wanted)
  return sessionId === null
    ? notFound
    : { kind: 'redirect', location: `/supervision/sessions/${sessionId}/write` }
}

const here = { ...common, url: '/supervision/workers/:workerId', params: workerParams, query } as const
export const workerRoutes = [
  route({ ...here, method: 'GET', summary: 'The supervision of one worker', handle: visit => show(visit) }),
  route({ ...here, method: 'POST', summary: 'Begins a session with a worker', handle: begin }),
]
