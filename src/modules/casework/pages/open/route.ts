import {
  type OpeningReason,
  openingKindOf,
  openingReasons,
  openWithReason,
  useReference,
} from '#modules/access'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { fieldErrors, formatTime } from '#ui'
import { Fields } from '../frame/fields.ts'
import { personParams, recordReaders } from '../frame/recordParams.ts'
import { openPage, referencePage } from './page.ts'

const LONGEST = 2_000
const codes = Object.keys(openingReasons) as readonly OpeningReason[] // its own keys

type OpenVisit = Pick<Visit<{ personId: Uuid }, unknown, unknown>, 'work' | 'params' | 'sent' | 'form'>

/** The same page for everybody's id, so that it tells nothing of whether there is such a record. */
function openReply({ work, params, sent, form }: OpenVisit, fields = new Fields(sent), status = 200): Reply {
  const errors = fieldErrors(fields.issues, ['code', 'reason'])
  const kind = openingKindOf(work) ?? 'break_glass'
  return {
    kind: 'page',
    status,
    title: 'Open a record with a reason',
    hasErrors: errors.list.length > 0,
    content: openPage({ personId: params.personId, kind, fields, errors, keys: form }),
    shown: 'nothing',
  }
}

const showOpen = route({
  method: 'GET',
  url: '/people/:personId/open',
  admits: recordReaders,
  summary: 'The form that opens a record with a reason',
  purpose: 'open_with_reason',
  params: personParams,
  handle: async visit => openReply(visit),
})

const offShift: Reply = {
  kind: 'forbidden',
  ask: 'Records open to duty workers during their shift only. Ask the duty manager.',
}

const sendOpen = route({
  method: 'POST',
  url: '/people/:personId/open',
  admits: recordReaders,
  summary: 'Opens a record with a reason',
  purpose: 'open_with_reason',
  params: personParams,
  async handle(visit): Promise<Reply> {
    const { work, params, sent } = visit
    const fields = new Fields(sent)
    const code = fields.choice('code', codes, 'Select why you need this record')
    const reason = reasonFrom(fields)
    if (code === null || reason === null) return openReply(visit, fields, 422)
    const opened = await openWithReason(work, { personId: params.personId, code, reason })
    if (opened.outcome === 'not_found') return notFound
    if (opened.outcome === 'not_allowed') return offShift
    if (opened.outcome === 'too_many') {
      fields.problem(
        'reason',
        'You have opened 10 records in the last hour. Ask your manager before you open more',
      )
      return openReply(visit, fields, 429)
    }
    return {
      kind: 'redirect',
      location: `/people/${params.personId}`,
      success: `Open until ${formatTime(opened.endsAt)}. Managers have been told`,
    }
  },
})

function reasonFrom(fields: Fields): string | null {
  const reason = fields.text('reason', LONGEST, 'Enter why you need this record')
  if (reason !== null && reason.length < 10)
    return fields.problem('reason', 'Reason must be 10 characters or more')
  return reason
}

const showReference = route({
  method: 'GET',
  url: '/open-with-reference',
  admits: recordReaders,
  summary: 'The form that opens a restricted record with a reference',
  purpose: 'open_with_reason',
  handle: async ({ form }) => referenceReply(form, new Fields({})),
})

const sendReference = route({
  method: 'POST',
  url: '/open-with-reference',
  admits: recordReaders,
  summary: 'Opens a restricted record with a reference',
  purpose: 'open_with_reason',
  async handle({ work, sent, form }): Promise<Reply> {
    const fields = new Fields(sent)
    const token = fields.text('token', 100, 'Enter the reference')
    const reason = reasonFrom(fields)
    if (token === null || reason === null) return referenceReply(form, fields)
    const used = await useReference(work, token, reason)
    if (used.outcome === 'opened')
      return { kind: 'redirect', location: `/people/${used.personId}`, success: 'The record is open to you' }
    fields.problem('token', 'This reference does not open anything for you. Ask for a new one')
    return referenceReply(form, fields)
  },
})

function referenceReply(form: OpenVisit['form'], fields: Fields): Reply {
  const errors = fieldErrors(fields.issues, ['token', 'reason'])
  const hasErrors = errors.list.length > 0
  return {
    kind: 'page',
    status: hasErrors ? 422 : 200,
    title: 'Open a record with a reference',
    hasErrors,
    content: referencePage({ fields, errors, keys: form }),
    shown: 'nothing',
  }
}

export const openRoutes = [showOpen, sendOpen, showReference, sendReference]
