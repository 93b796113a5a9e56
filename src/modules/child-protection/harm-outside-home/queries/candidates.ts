import { sql } from 'kysely'
import { type AgenciesTables, ledTeams } from '#modules/agencies'
import { familyChildren } from '#modules/casework'
import { familyMembers, familyOf, type PersonSummary, personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** Somebody who can be chosen. */
export type Candidate = { readonly id: Uuid; readonly text: string }

const MOST = 300
const described = ({ id, displayName, age }: PersonSummary): Candidate => ({
  id,
  text: `${displayName}, ${age}`,
})

/**
 * Other children whose records the reader may write: brothers and sisters, children they hold or whose teams they lead, and children tied
 * to anything that they see. By name; whoever the reader may not read is not there.
 */
export async function peerCandidates(work: Work, personId: Uuid): Promise<readonly Candidate[]> {
  const led = (await ledTeams(work, work.actor.id)).map(({ id }) => id)
  const { rows } = await sql<{ person_id: Uuid }>`
    select person_id from allocation where ended_on is null and (worker_id = ${work.actor.id} or team_id = any (${led}::uuid[]))
    union select person_id from harm_link where ended_on is null
    limit ${MOST}`.execute(work.db<AgenciesTables>())
  const siblings = await familyChildren(work, personId)
  const ids = new Set([...siblings.map(({ id }) => id), ...rows.map(row => row.person_id)])
  ids.delete(personId)
  const people = (await personSummaries(work, [...ids])).filter(({ isChild }) => isChild !== false)
  return people.map(described).toSorted((one, other) => one.text.localeCompare(other.text, 'en'))
}

/** Adults of the child's families, whom an adult who is a risk may be. Anybody else is written by name. */
export async function adultCandidates(work: Work, personId: Uuid): Promise<readonly Candidate[]> {
  const family = await familyOf(work, personId)
  if (family === null) return []
  const members = await familyMembers(work, family.id)
  return members
    .filter(({ person }) => person.isChild === false && person.id !== personId)
    .map(({ person }) => described(person))
}
