import { Fields, uuidParam } from '#modules/casework'
import { type Reply, route, type Visit } from '#platform/http'
import { parseUuid, type Uuid } from '#platform/ids'
import { type Matched, matchNew, matchSame, removeNamed, unmatch } from '../../commands/matchNamed.ts'
import { addNamed } from '../../commands/receiveContact.ts'
import { changeRows } from '../contact-form/changeRows.ts'
import { parsePeople } from '../contact-form/parsePeople.ts'
import { personFields } from '../contact-form/personFields.ts'
import { backTo, type ContactVisit, contactReply, staleReply } from './reply.ts'
import { contactParams, openContact } from './route.ts'

const params = contactParams.extend({ namedId: uuidParam })
type NamedVisit = Visit<{ readonly contactId: Uuid; readonly namedId: Uuid }, unknown, unknown>

/** One form for each person named: whom they are in the record, that they are new, or that they do not belong here. */
async function match(visit: NamedVisit): Promise<Reply> {
  const opened = await openContact(visit, ({ mayDecide }) => mayDecide)
  if ('kind' in opened) return opened
  const { contactId, namedId } = visit.params
  const act = typeof visit.sent['act'] === 'string' ? visit.sent['act'] : ''
  if (act === 'remove') return await remove(visit)
  const done = await choose(visit, act)
  if (done.outcome === 'matched')
    return backTo(contactId, act === 'undo' ? 'The match is taken back' : 'Matched', '#people')
  const issue = (message: string) =>
    contactReply(visit, { issues: [{ path: [`reason-${namedId}`], message }] })
  if (done.outcome === 'possibly_same')
    return await issue('Somebody like this is in the record: choose first')
  if (done.outcome === 'already_matched') return await issue('This person is matched already')
  if (done.outcome === 'already_decided') return await staleReply(visit, [])
  return await issue('This person cannot be matched: choose again')
}

async function choose({ work, params: { contactId, namedId } }: NamedVisit, act: string): Promise<Matched> {
  if (act === 'undo') return await unmatch(work, contactId, namedId)
  if (act === 'new' || act === 'new_after_looking')
    return await matchNew(work, contactId, namedId, act !== 'new')
  const personId = act.startsWith('same:') ? parseUuid(act.slice(5)) : null
  return personId === null ? { outcome: 'not_found' } : await matchSame(work, contactId, namedId, personId)
}

async function remove(visit: NamedVisit): Promise<Reply> {
  const { contactId, namedId } = visit.params
  const fields = new Fields(visit.sent)
  const reason = fields.text(`reason-${namedId}`, 2_000, 'Enter why this person does not belong here')
  if (reason === null) return await contactReply(visit, { issues: fields.issues })
  const done = await removeNamed(visit.work, contactId, namedId, reason)
  return done.outcome === 'matched'
    ? backTo(contactId, 'Removed from this contact', '#people')
    : await staleReply(visit, [])
}

/** Somebody whom the referrer left out. */
async function addPeople(visit: ContactVisit): Promise<Reply> {
  const opened = await openContact(visit, ({ isStaff, isDuty }) => isStaff || isDuty)
  if ('kind' in opened) return opened
  const changed = changeRows(visit.sent)
  if (changed) return await contactReply({ ...visit, sent: changed })
  if (opened.contact.decided_at !== null) return await staleReply(visit, [])
  const fields = new Fields(visit.sent)
  const people = parsePeople(fields, visit.sent, visit.work.today)
  if (people.length === 0 && fields.issues.length === 0)
    fields.problem(personFields(0).given, 'Enter a name, a date of birth or a number')
  if (fields.issues.length > 0) return await contactReply(visit, { issues: fields.issues })
  await addNamed(visit.work, opened.contact.id, people)
  return backTo(opened.contact.id, 'Added to this contact', '#people')
}

const common = { method: 'POST', admits: ['practitioner', 'duty'], purpose: 'front_door' } as const
const url = '/front-door/contacts/:contactId/people'

/** Whom a contact is about. */
export const namedRoutes = [
  route({ ...common, url, params: contactParams, summary: 'Adds somebody to a contact', handle: addPeople }),
  route({
    ...common,
    url: `${url}/:namedId`,
    params,
    summary: 'Matches somebody named, or removes them',
    handle: match,
  }),
]
