import { holdsOn, personSummaries, type Relationship, relationshipsOf } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { type Invitee, inviteesOf, isAsked } from '../../meeting/index.ts'
import { type Audience, type Paper, type Recipient, recipientKey } from '../rules/paper.ts'

const agencyAudience: Readonly<Record<string, Audience>> = {
  education: 'school',
  health: 'health',
  police: 'police',
}
const standingAudience: Readonly<Record<string, Audience>> = {
  mother: 'mother',
  father: 'father',
  other_parent: 'father',
  child: 'child',
  carer: 'carer',
  relative: 'carer',
}
const order: readonly Audience[] = [
  'mother',
  'father',
  'child',
  'carer',
  'school',
  'health',
  'police',
  'other',
]

/**
 * Everybody to whom a paper may go: those of the family who are asked to its meeting, whoever has parental responsibility for a child of
 * it, the children themselves, and invited agencies but ours. Somebody restricted from the reader is not there.
 */
export async function recipientsOf(
  work: Work,
  paper: Pick<Paper, 'meetingId' | 'personIds'>,
): Promise<readonly Recipient[]> {
  const invitees = (await inviteesOf(work, paper.meetingId)).filter(isAsked)
  const relationships = await relationshipsOf(work, paper.personIds)
  const family = await familyRecipients(work, paper.personIds, invitees, relationships)
  const agencies = invitees
    .filter(({ side, agency }) => side === 'professional' && agency !== 'social_care')
    .map(one => ({
      ...none,
      key: recipientKey({ personId: null, inviteeId: one.id }),
      inviteeId: one.id,
      name: one.name,
      standing: one.organisation ?? (one.agency ?? 'agency').replaceAll('_', ' '),
      audience: agencyAudience[one.agency ?? ''] ?? ('other' as const),
      mayHave: paper.personIds,
    }))
  return [...family, ...agencies].toSorted(
    (one, other) =>
      order.indexOf(one.audience) - order.indexOf(other.audience) || (other.age ?? 0) - (one.age ?? 0),
  )
}

const none = { personId: null, inviteeId: null, age: null, needs: null, language: null }

async function familyRecipients(
  work: Work,
  children: readonly Uuid[],
  invitees: readonly Invitee[],
  relationships: readonly Relationship[],
): Promise<readonly Recipient[]> {
  const responsible = relationships.filter(
    one =>
      one.hasParentalResponsibility === true &&
      children.includes(one.otherId) &&
      !children.includes(one.personId) &&
      holdsOn(one, work.today),
  )
  const asked = new Map(
    invitees.flatMap(one => (one.personId === null ? [] : [[one.personId, one] as const])),
  )
  const ids = [...new Set([...asked.keys(), ...responsible.map(({ personId }) => personId), ...children])]
  const people = await personSummaries(work, ids)
  return people.flatMap(person => {
    if (person.isUnborn) return []
    const invitee = asked.get(person.id)
    if (invitee?.standing === 'supporter') return []
    const isChild = children.includes(person.id)
    const age =
      person.dateOfBirth === null
        ? null
        : work.today.since(person.dateOfBirth, { largestUnit: 'years' }).years
    const standing = isChild ? 'child' : (invitee?.standing ?? parentWord(person.sex))
    const mayHave = isChild
      ? [person.id]
      : children.filter(id => responsible.some(one => one.personId === person.id && one.otherId === id))
    return [
      {
        ...none,
        key: recipientKey({ personId: person.id, inviteeId: null }),
        personId: person.id,
        name: person.displayName,
        standing: isChild ? `child, ${person.age}` : standing.replaceAll('_', ' '),
        audience: standingAudience[standing] ?? 'other',
        age: isChild ? age : null,
        needs: invitee?.needs ?? null,
        language: invitee?.language ?? null,
        mayHave,
      },
    ]
  })
}

const parentWord = (sex: 'M' | 'F' | 'U' | null) =>
  sex === 'F' ? 'mother' : sex === 'M' ? 'father' : 'other_parent'
