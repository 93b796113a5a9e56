import { z } from 'zod'
import {
  changeNamedList,
  holdRestriction,
  type RestrictionReason,
  restrictionOf,
  restrictPerson,
} from '#modules/access'
import { workerNames } from '#modules/agencies'
import { type DraftDifference, draftConflict } from '#platform/drafts'
import { formVersion, isAsOpened, notFound, type Reply, route, type Visit } from '#platform/http'
import { parseUuid, type Uuid } from '#platform/ids'
import { fieldErrors, nothing } from '#ui'
import { Fields } from '../frame/fields.ts'
import { recordFrame } from '../frame/recordFrame.ts'
import { personParams, recordReaders } from '../frame/recordParams.ts'
import { findWorkers } from '../frame/workerPicker.ts'
import { restrictionPage, restrictionReasons } from './page.ts'
import { pastRestrictionPage } from './pastPage.ts'
import { inWords, restrictedMerged, standing } from './standing.ts'

const base = '/people/:personId/restriction'
const query = z.object({ find: z.string().max(100).optional().catch(undefined) })
const codes = Object.keys(restrictionReasons) as readonly RestrictionReason[] // its own keys

type RestrictionVisit = Pick<Visit<{ personId: Uuid }, unknown, unknown>, 'work' | 'params' | 'form'>

/** Members of the list manage it; a director may begin one for a person whom nobody has restricted. */
async function pageReply(
  visit: RestrictionVisit,
  fields: Fields,
  find?: string,
  differences?: readonly DraftDifference[],
): Promise<Reply> {
  const { work, params, form } = visit
  const frame = await recordFrame(work, params.personId, null)
  if (frame === null) return notFound
  const restriction = await restrictionOf(work, params.personId)
  if (restriction === null && work.actor.class !== 'director')
    return {
      kind: 'forbidden',
      ask: 'A director restricts records. Ask the director of children’s services.',
    }
  const memberIds = restriction === null || restriction === 'not_then' ? [] : restriction.memberIds
  const names = await workerNames(work, memberIds)
  const reply = {
    kind: 'page',
    title: 'Restriction of a record',
    before: frame.before,
    shown: shownOf(params),
  } as const
  if (work.knownAt !== null) return { ...reply, content: pastRestrictionPage({ restriction, names }) }
  // Today there is one or none: 'not_then' is a past moment's.
  const present = restriction === 'not_then' ? null : restriction
  const errors = fieldErrors(fields.issues, ['reason', 'note', 'until', 'worker'], { until: 'until-day' })
  const hasErrors = errors.list.length > 0
  const found = await findWorkers(work, find)
  const mergedIds = await restrictedMerged(work, params.personId)
  const version = formVersion(present && standing(present))
  const typed = fields.typed('version')
  const view = {
    personId: params.personId,
    restriction: present,
    mergedIds,
    version: differences || typed === '' ? version : typed,
    conflict: differences ? draftConflict({ between: 'record', differences }) : nothing,
    names,
    fields,
    errors,
    keys: form,
    find,
    found,
  }
  const status = differences ? 409 : hasErrors ? 422 : 200
  return { ...reply, status, hasErrors, content: restrictionPage(view) }
}

const shownOf = ({ personId }: { readonly personId: Uuid }) => ({
  resource: 'restriction',
  subjectIds: [personId],
})

const common = { admits: recordReaders, purpose: 'restriction', params: personParams } as const

const show = route({
  ...common,
  method: 'GET',
  url: base,
  summary: 'The restriction of a person and its named list',
  query,
  handle: visit => pageReply(visit, new Fields({}), visit.query.find),
})

const restrict = route({
  ...common,
  method: 'POST',
  url: base,
  summary: 'Makes, changes or ends the restriction of a person',
  async handle(visit): Promise<Reply> {
    const { work, params, sent } = visit
    const fields = new Fields(sent)
    const reason = fields.choice('reason', codes, 'Select why the record is restricted')
    const note = fields.text('note', 1_000)
    const until = fields.date('until', 'Last day')
    if (until && Temporal.PlainDate.compare(until, work.today) < 0 && !fields.isTicked('end', 'now'))
      fields.problem('until', 'Last day must be today or in the future')
    if (reason === null || fields.issues.length > 0) return pageReply(visit, fields)
    const endsAt = fields.isTicked('end', 'now')
      ? work.now
      : (until?.add({ days: 1 }).toZonedDateTime('Europe/London').toInstant() ?? null)
    await holdRestriction(work, params.personId)
    const now = await restrictionOf(work, params.personId)
    if (now !== null && now !== 'not_then' && !isAsOpened(sent, standing(now))) {
      const yours = inWords(reason, note, endsAt)
      const other = inWords(now.reason, now.note, now.endsAt)
      return await pageReply(visit, fields, undefined, [{ label: 'The restriction', yours, other }])
    }
    const done = await restrictPerson(work, { personId: params.personId, reason, note, endsAt })
    if (done === 'not_found') return notFound
    const success =
      done === 'made' ? 'The record is restricted to its named list' : 'The restriction is changed'
    const ended = fields.isTicked('end', 'now')
    const location = `/people/${params.personId}${ended ? '' : '/restriction'}`
    return { kind: 'redirect', location: ended ? '/' : location, success }
  },
})

const changeList = route({
  ...common,
  method: 'POST',
  url: `${base}/list`,
  summary: 'Puts a worker on the named list, or takes one off it',
  async handle(visit): Promise<Reply> {
    const { work, params, sent } = visit
    const fields = new Fields(sent)
    const workerId = parseUuid(fields.typed('worker'))
    const isMember = !fields.isTicked('change', 'remove')
    const done = workerId && (await changeNamedList(work, { personId: params.personId, workerId, isMember }))
    const tookOneself = done === 'done' && !isMember && workerId === work.actor.id
    if (tookOneself) return { kind: 'redirect', location: '/', success: 'You are no longer on the list' }
    if (done === 'done')
      return {
        kind: 'redirect',
        location: `/people/${params.personId}/restriction`,
        success: 'The list is changed',
      }
    fields.problem(
      'worker',
      done === 'last_member' ? 'The last member of a list cannot be taken off it' : 'Select a worker',
    )
    return pageReply(visit, fields, fields.typed('find'))
  },
})

export const restrictionRoutes = [show, restrict, changeList]
