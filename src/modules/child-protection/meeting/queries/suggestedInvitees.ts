import { organisations, posts, workerCard } from '#modules/agencies'
import { type InvolvedWorker, whoIsInvolved } from '#modules/casework'
import { personSummaries, relationshipsOf } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { InviteeWanted } from '../commands/inviteeRow.ts'
import { agencyOfOrganisation, agencyOfRole } from '../rules/agencyOf.ts'
import type { Agency, Standing } from '../rules/invitee.ts'
import type { MeetingKind } from '../rules/meeting.ts'

/** Somebody who might be asked, as a form offers them. */
export type Suggested = {
  /** Of the tick. */
  readonly key: string
  readonly wanted: InviteeWanted
  readonly name: string
  readonly why: string
  /** Ticked at first: they work with a child, or without them it is no such meeting. */
  readonly isUsual: boolean
}

/**
 * Who might be asked to a meeting about these children: who calls it, who works with each of them, the partners of the front door,
 * and, but for a strategy discussion, the parents. Whoever the reader may not know of is not among them.
 */
export async function suggestedInvitees(
  work: Work,
  kind: MeetingKind,
  personIds: readonly Uuid[],
): Promise<readonly Suggested[]> {
  const found: Suggested[] = [self(work)]
  for (const personId of personIds)
    for (const one of await whoIsInvolved(work, personId)) {
      const suggested = involved(one)
      if (suggested !== null) found.push(suggested)
    }
  found.push(...(await partners(work)))
  if (kind !== 'strategy') found.push(...(await parents(work, personIds)))
  found.push(...(await agenciesAsSuch(work)))
  const once = new Map(found.toReversed().map(one => [one.key, one]))
  return [...once.values()].toReversed()
}

const self = (work: Work): Suggested => ({
  key: `w:${work.actor.id}`,
  wanted: { side: 'professional', agency: 'social_care', workerId: work.actor.id, isComing: true },
  name: 'You',
  why: 'You call it',
  isUsual: true,
})

function involved(one: InvolvedWorker): Suggested | null {
  const { held, id, workerId, name, role, agency } = one
  if (name === null) return null
  const side = 'professional' as const
  const words = role.replaceAll('_', ' ')
  const rest = { name, why: [words, agency].filter(Boolean).join(', '), isUsual: true }
  if (held === 'allocation')
    return workerId === null
      ? null
      : {
          key: `w:${workerId}`,
          wanted: { side, agency: agencyOfRole(role) ?? 'social_care', workerId },
          ...rest,
        }
  const wanted = { side, agency: agencyOfRole(role) ?? ('other' as const) }
  return workerId === null
    ? { key: `i:${id}`, wanted: { ...wanted, involvementId: id }, ...rest }
    : { key: `w:${workerId}`, wanted: { ...wanted, workerId }, ...rest }
}

/** Partners who sit at the front door: each agency that is known by its organisation. */
async function partners(work: Work): Promise<readonly Suggested[]> {
  const seats = (await posts(work)).filter(({ role }) => role === 'mash_partner')
  const kinds = new Map((await organisations(work)).map(one => [one.id, one]))
  const found: Suggested[] = []
  for (const { workerId, workerName } of seats) {
    const organisation = kinds.get((await workerCard(work, workerId))?.organisationId ?? workerId)
    const agency = organisation ? agencyOfOrganisation(organisation.kind) : null
    if (agency === null || organisation === undefined) continue
    found.push({
      key: `w:${workerId}`,
      wanted: { side: 'professional', agency, workerId },
      name: workerName,
      why: `${organisation.name}, at the front door`,
      isUsual: agency === 'police',
    })
  }
  return found
}

/** Schools are many: a child's own is among those who work with the child. */
const needed: readonly Agency[] = ['police', 'health']

/** An organisation of an agency that a discussion needs, to be asked as such. */
async function agenciesAsSuch(work: Work): Promise<readonly Suggested[]> {
  return (await organisations(work)).flatMap(({ id, name, kind, endedOn }) => {
    const agency = agencyOfOrganisation(kind)
    if (agency === null || endedOn !== null || !needed.includes(agency)) return []
    const wanted = { side: 'professional', agency, organisationId: id } as const
    return [{ key: `o:${id}`, wanted, name, why: 'The organisation, asked as such', isUsual: false }]
  })
}

const standings: Readonly<Record<string, Standing>> = {
  mother: 'mother',
  father: 'father',
  parent: 'other_parent',
  step_parent: 'other_parent',
  adoptive_parent: 'other_parent',
  carer: 'carer',
  guardian: 'carer',
}

async function parents(work: Work, personIds: readonly Uuid[]): Promise<readonly Suggested[]> {
  const standingOf = new Map<Uuid, Standing>()
  for (const { kind, personId, otherId, endedOn } of await relationshipsOf(work, personIds)) {
    const standing = standings[kind]
    if (standing !== undefined && personIds.includes(otherId) && endedOn === null)
      standingOf.set(personId, standing)
  }
  return (await personSummaries(work, [...standingOf.keys()])).map(({ id, displayName }) => {
    const standing = standingOf.get(id) ?? 'other_parent'
    const wanted = { side: 'family', personId: id, standing } as const
    return { key: `p:${id}`, wanted, name: displayName, why: standing.replaceAll('_', ' '), isUsual: true }
  })
}
