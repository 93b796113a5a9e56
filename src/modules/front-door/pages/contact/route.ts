import { z } from 'zod'
import { Fields, uuidParam } from '#modules/casework'
import { notFound, type Reply, route, SUBMISSION_FIELD } from '#platform/http'
import { makeUuid, parseUuid } from '#platform/ids'
import { actOnDanger, contribute, rateContact } from '../../commands/workContact.ts'
import { type Contact, readContact } from '../../queries/readContact.ts'
import { type Standing, standing } from '../../queries/standing.ts'
import { rags, ragWords } from '../../rules/contactWords.ts'
import { backTo, type ContactVisit, contactReply, staleReply, versionOf } from './reply.ts'

export const contactParams = z.object({ contactId: uuidParam })
const LONG = 20_000

const askSocialWorker: Reply = {
  kind: 'forbidden',
  ask: 'A social worker or manager of the front door does this. Ask one of them.',
}
const decided: Reply = {
  kind: 'forbidden',
  ask: 'This contact is decided. To add something, record a new contact.',
}

/** The contact and what the visitor is to it, or the refusal that answers instead. */
export async function openContact(
  { work, params }: ContactVisit,
  may: (standing: Standing) => boolean,
): Promise<Contact | Reply> {
  const read = await readContact(work, params.contactId)
  if (read === null) return notFound
  return may(await standing(work, read.contact.team_id)) ? read : askSocialWorker
}

async function rate(visit: ContactVisit): Promise<Reply> {
  const opened = await openContact(visit, ({ mayDecide, isDuty }) => mayDecide || isDuty)
  if ('kind' in opened) return opened
  const fields = new Fields(visit.sent)
  const rag = fields.choice('rag', rags, 'Select how urgent it is')
  const reason = fields.text('rag_reason', LONG, 'Enter why')
  if (rag === null || reason === null) return await contactReply(visit, { issues: fields.issues })
  const { contact } = opened
  const done = await rateContact(visit.work, { id: contact.id, version: versionOf(visit.sent) }, rag, reason)
  if (done === 'done') return backTo(contact.id, `Rated ${ragWords[rag].toLowerCase()}`)
  return await staleReply(visit, [
    { label: 'Why it is rated so', yours: `${ragWords[rag]}: ${reason}`, other: contact.rag_reason ?? '' },
  ])
}

async function act(visit: ContactVisit): Promise<Reply> {
  const opened = await openContact(visit, ({ mayDecide, isDuty }) => mayDecide || isDuty)
  if ('kind' in opened) return opened
  const { contact } = opened
  const fields = new Fields(visit.sent)
  const action = fields.text('action', LONG, 'Enter what was done')
  const danger = fields.text('danger', LONG, contact.is_danger ? undefined : 'Enter what the danger is')
  if (action === null || fields.issues.length > 0) return await contactReply(visit, { issues: fields.issues })
  const whole = contact.action_taken ? `${contact.action_taken}\n\n${action}` : action
  const at = { id: contact.id, version: versionOf(visit.sent) }
  const done = await actOnDanger(visit.work, at, contact.is_danger ? null : danger, whole)
  if (done === 'done') return backTo(contact.id, 'Recorded. The managers have been told')
  return await staleReply(visit, [
    { label: 'What was done', yours: action, other: contact.action_taken ?? '' },
  ])
}

async function add(visit: ContactVisit): Promise<Reply> {
  const opened = await openContact(visit, ({ isStaff, isPartner, isDuty }) => isStaff || isPartner || isDuty)
  if ('kind' in opened) return opened
  if (opened.contact.decided_at !== null) return decided
  const fields = new Fields(visit.sent)
  const body = fields.text('body', 100_000, 'Enter what your agency knows')
  if (body === null) return await contactReply(visit, { issues: fields.issues })
  const rag = rags.find(one => one === visit.sent['contribution_rag']) ?? null
  const key = visit.sent[SUBMISSION_FIELD]
  const submission = (typeof key === 'string' ? parseUuid(key) : null) ?? makeUuid()
  await contribute(visit.work, opened.contact.id, { body, rag, submission })
  return backTo(opened.contact.id, 'Added in your name', '#agencies')
}

const readers = ['practitioner', 'duty', 'director'] as const
const common = { admits: ['practitioner', 'duty'], purpose: 'front_door', params: contactParams } as const
const url = '/front-door/contacts/:contactId'

/** A contact: read, rated, acted on at once, added to. */
export const contactRoutes = [
  route({
    ...common,
    admits: readers,
    method: 'GET',
    url,
    summary: 'A contact at the front door',
    handle: visit => contactReply(visit),
  }),
  route({
    ...common,
    method: 'POST',
    url: `${url}/rate`,
    summary: 'Rates how urgent a contact is',
    handle: rate,
  }),
  route({
    ...common,
    method: 'POST',
    url: `${url}/danger`,
    summary: 'Records what was done at once, and tells the managers',
    handle: act,
  }),
  route({
    ...common,
    method: 'POST',
    url: `${url}/contributions`,
    summary: 'Adds what an agency knows, in its own name',
    handle: add,
  }),
]
