import { z } from 'zod'
import { workers } from '#modules/agencies'
import { Fields, uuidParam } from '#modules/casework'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { errorsAbove, type FormIssue, fieldErrors, html, nothing } from '#ui'
import { endReader, type Naming, namedReaders, nameReader, namesReaders } from '../namedReaders.ts'
import { namingForm, periods, readersHtml } from './readersHtml.ts'

const params = z.object({ noticeId: uuidParam })
type ReadersVisit = Visit<z.infer<typeof params>, unknown, unknown>
const url = '/partner-notices/:noticeId/readers'
const common = { admits: ['practitioner'], purpose: 'front_door', params } as const
const LONGEST = 2_000
const SHOWN = 20
const pathOf = (noticeId: Uuid): string => `/partner-notices/${noticeId}/readers`

type Shown = { readonly issues?: readonly FormIssue[]; readonly status?: number }

async function show(visit: ReadersVisit, { issues = [], status }: Shown = {}): Promise<Reply> {
  const {
    work,
    params: { noticeId },
    sent,
    form,
  } = visit
  if (!(await namesReaders(work, noticeId))) return notFound
  const fields = new Fields(sent)
  const typed = (name: string): string => fields.typed(name)
  const readers = await namedReaders(work, noticeId)
  const found = await foundBy(visit, typed('text'))
  const errors = fieldErrors(issues, [
    'text',
    'worker',
    'period',
    'because',
    ...readers.map(({ id }) => `why-${id}`),
  ])
  const page = { path: pathOf(noticeId), readers, found, today: work.today, typed, form, errors }
  return {
    kind: 'page',
    title: 'Who reads a MARAC referral',
    current: '/partner-notices',
    back: `/partner-notices/${noticeId}`,
    hasErrors: issues.length > 0,
    status: status ?? (issues.length > 0 ? 422 : 200),
    content: html`${errorsAbove(errors)}<h1 class="govuk-heading-l">Who else reads this MARAC referral</h1>
${status === 409 ? html`<p class="govuk-body"><strong>A colleague was first. Nothing was changed.</strong></p>` : nothing}
<p class="govuk-body">It stands with no record: beside those who decide at the front door only whoever is named here reads it. Never name somebody who may be, or may know, the person who harms.</p>
${readersHtml(page)}${namingForm(page)}`,
    shown: { resource: 'partner_notice', subjectIds: [noticeId] },
  }
}

const foundBy = ({ work }: ReadersVisit, text: string) =>
  text.trim() === '' ? [] : workers(work, { name: text.trim().slice(0, 100), hasLeft: false }, 0, SHOWN)

async function name(visit: ReadersVisit): Promise<Reply> {
  const {
    work,
    params: { noticeId },
    sent,
  } = visit
  if (!(await namesReaders(work, noticeId))) return notFound
  const fields = new Fields(sent)
  if (sent['step'] === 'find') {
    const found = await foundBy(visit, fields.typed('text'))
    if (found.length === 0)
      fields.problem('text', 'Nobody of this name works here. Enter another part of the name')
    return show(visit, { issues: fields.issues })
  }
  const naming = await namingOf(visit, fields)
  if (naming === null) return show(visit, { issues: fields.issues })
  if (!(await nameReader(work, noticeId, naming))) {
    fields.problem('worker', 'They are named already. End that first to change the period')
    return show(visit, { issues: fields.issues })
  }
  return {
    kind: 'redirect',
    location: pathOf(noticeId),
    success: 'Kept: they are told that there is something to read',
  }
}

async function namingOf(visit: ReadersVisit, fields: Fields): Promise<Naming | null> {
  const chosen = (await foundBy(visit, fields.typed('text'))).find(({ id }) => id === fields.typed('worker'))
  if (chosen === undefined)
    fields.problem('worker' in visit.sent ? 'worker' : 'text', 'Find and select who is to read it')
  const period = fields.choice('period', periods, 'Select for how long')
  const because = fields.text('because', LONGEST, 'Enter why they need to read it')
  if (chosen === undefined || period === null || because === null) return null
  return { workerId: chosen.id, because, until: visit.work.today.add({ months: Number(period) }) }
}

const endParams = z.object({ noticeId: uuidParam, readerId: uuidParam })

async function end(visit: Visit<z.infer<typeof endParams>, unknown, unknown>): Promise<Reply> {
  const { noticeId, readerId } = visit.params
  if (!(await namesReaders(visit.work, noticeId))) return notFound
  if (!(await namedReaders(visit.work, noticeId)).some(({ id }) => id === readerId)) return notFound
  const fields = new Fields(visit.sent)
  const because = fields.text(`why-${readerId}`, LONGEST, 'Enter why')
  if (because === null) return show(visit, { issues: fields.issues })
  if (!(await endReader(visit.work, readerId, because))) return show(visit, { status: 409 })
  return { kind: 'redirect', location: pathOf(noticeId), success: 'Ended: they read it no more' }
}

/** `/partner-notices/:noticeId/readers`: whom those who lead the front door let read a MARAC referral, why and until when. */
export const readersRoutes = [
  route({
    ...common,
    method: 'GET',
    url,
    summary: 'Who else reads a MARAC referral',
    handle: visit => show(visit),
  }),
  route({
    ...common,
    method: 'POST',
    url,
    summary: 'Names somebody who reads a MARAC referral',
    handle: name,
  }),
  route({
    ...common,
    params: endParams,
    method: 'POST',
    url: `${url}/:readerId/end`,
    summary: 'Ends that somebody reads a MARAC referral',
    handle: end,
  }),
]
