import { sql } from 'kysely'
import { addPerson, searchTextFor } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { type Candidate, candidatesFor, likenessOf } from '../queries/candidatesFor.ts'
import { type Contact, type NamedRow, readContact } from '../queries/readContact.ts'
import type { FrontDoorTables } from '../tables.ts'

/** Tied, or why not. `not_found` also stands for somebody whom the caller may not know of. */
export type Matched =
  | { readonly outcome: 'matched' | 'not_found' | 'already_decided' | 'already_matched' }
  /** Candidates to look at before somebody new is made. */
  | { readonly outcome: 'possibly_same'; readonly candidates: readonly Candidate[] }

/** Mothers whom a contact has matched: whose unborn child it may be about. */
export const mothersIn = (people: readonly NamedRow[]): readonly Uuid[] =>
  people.flatMap(({ role, relation, person_id, removed_at, sex }) =>
    role === 'adult' && person_id && !removed_at && (relation === 'mother' || sex === 'F') ? [person_id] : [],
  )

async function openNamed(
  work: Work,
  contactId: Uuid,
  namedId: Uuid,
): Promise<{ readonly contact: Contact; readonly named: NamedRow } | Matched> {
  const contact = await readContact(work, contactId)
  const named = contact?.people.find(({ id, removed_at }) => id === namedId && removed_at === null)
  if (!contact || !named) return { outcome: 'not_found' }
  if (contact.contact.decided_at !== null) return { outcome: 'already_decided' }
  return { contact, named }
}

/**
 * "Same person": ties somebody named to one of the candidates that the search shows for them, and to nobody else, so that no
 * record is reached by typing its id.
 */
export async function matchSame(
  work: Work,
  contactId: Uuid,
  namedId: Uuid,
  personId: Uuid,
): Promise<Matched> {
  const open = await openNamed(work, contactId, namedId)
  if ('outcome' in open) return open
  const candidates = await candidatesFor(work, open.named, mothersIn(open.contact.people))
  if (!candidates.some(({ id }) => id === personId)) return { outcome: 'not_found' }
  const others = open.contact.people.filter(({ id, removed_at }) => id !== namedId && removed_at === null)
  if (others.some(({ person_id }) => person_id === personId)) return { outcome: 'already_matched' }
  return { outcome: (await tie(work, namedId, personId)) ? 'matched' : 'not_found' }
}

/** "New person": made from what the contact says, once those who may be the same have been looked at; unborn children too. */
export async function matchNew(
  work: Work,
  contactId: Uuid,
  namedId: Uuid,
  noneIsSame: boolean,
): Promise<Matched> {
  const open = await openNamed(work, contactId, namedId)
  if ('outcome' in open) return open
  const { named, contact } = open
  if (named.person_id !== null) return { outcome: 'already_matched' }
  const mothers = mothersIn(contact.people)
  if (!noneIsSame) {
    const candidates = await candidatesFor(work, named, mothers)
    if (candidates.length > 0) return { outcome: 'possibly_same', candidates }
  }
  const likeness = likenessOf(named)
  const isUnborn = named.role === 'unborn_child'
  const personId = await addPerson(
    work,
    {
      ...likeness,
      otherNames: [],
      isUnborn,
      expectedDeliveryOn: named.expected_delivery_on,
      motherId: isUnborn ? (mothers[0] ?? null) : null,
      sex: named.sex,
      ethnicity: named.ethnicity,
      disability: named.disability,
    },
    searchTextFor(likeness),
  )
  return { outcome: (await tie(work, namedId, personId)) ? 'matched' : 'not_found' }
}

/** Takes a match back: whoever was tied in error is nobody's business here again. */
export async function unmatch(work: Work, contactId: Uuid, namedId: Uuid): Promise<Matched> {
  const open = await openNamed(work, contactId, namedId)
  if ('outcome' in open) return open
  return { outcome: (await tie(work, namedId, null)) ? 'matched' : 'not_found' }
}

/** "Named in error": stays on the contact, struck through, with the reason; its tie to a record ends. */
export async function removeNamed(
  work: Work,
  contactId: Uuid,
  namedId: Uuid,
  reason: string,
): Promise<Matched> {
  const untied = await unmatch(work, contactId, namedId)
  if (untied.outcome !== 'matched') return untied
  await work
    .db<FrontDoorTables>()
    .updateTable('contact_person')
    .set({ removed_at: work.now, removed_reason: reason })
    .where('id', '=', namedId)
    .execute()
  return { outcome: 'matched' }
}

async function tie(work: Work, namedId: Uuid, personId: Uuid | null): Promise<boolean> {
  const { rows } = await sql<{ answer: string }>`
    select access.match_contact(${namedId}::uuid, ${personId}::uuid) as answer`.execute(work.db())
  return rows[0]?.answer === 'matched'
}
