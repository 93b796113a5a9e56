import { sql } from 'kysely'
import type { AgenciesTables } from '#modules/agencies'
import { holdsOn, householdOf, personSummaries, relationshipsOf, relationshipWord } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { roleWord } from '../pages/frame/recordWords.ts'
import type { CaseworkTables } from '../tables.ts'
import { whoIsInvolved } from './whoIsInvolved.ts'

type Link = CaseworkTables['ecomap_link']

/** What somebody said of a tie, on a day. */
export type TieSaid = {
  readonly id: Uuid
  readonly strength: Link['strength']
  readonly direction: 'to_child' | 'from_child' | 'both' | 'none'
  readonly remark: string | null
  readonly notedOn: Temporal.PlainDate
  readonly author: string | null
}

/** Somebody or something around the child; `said` is the latest judgement that held on the day, or nobody's. */
export type Tie = {
  /** `person:<id>`, `involvement:<id>` or `label:<kind>:<text>`: what a judgement is recorded about. */
  readonly key: string
  /** Somebody of the record. */
  readonly personId: Uuid | null
  readonly kind: Link['kind']
  readonly label: string
  readonly role: string | null
  /** Lives with the child on that day: drawn in the middle, beside the child. */
  readonly isHousehold: boolean
  readonly said: TieSaid | null
}

/** Everyone and everything around a child on a day: family, who works with them, and what else was recorded as a tie. */
export async function ecomapOf(work: Work, personId: Uuid, on: Temporal.PlainDate): Promise<readonly Tie[]> {
  const ties = new Map<string, Tie>()
  const household = await householdOf(work, personId, on)
  const livesWith = new Set(household.map(({ id }) => `person:${id}`))
  for (const tie of [...(await relatives(work, personId, on)), ...(await professionals(work, personId, on))])
    if (!ties.has(tie.key)) ties.set(tie.key, tie)
  const links = await linksOf(work, personId, on)
  const strangers = links.flatMap(({ other_id }) =>
    other_id && !ties.has(`person:${other_id}`) ? [other_id] : [],
  )
  for (const { id, displayName } of await personSummaries(work, strangers, on))
    ties.set(`person:${id}`, { ...NOBODY, personId: id, key: `person:${id}`, label: displayName })
  for (const link of links) {
    const key = keyOf(link)
    const known = ties.get(key)
    if (!known && link.label === null) continue // somebody who is no longer involved, or hidden
    const tie = known ?? { ...NOBODY, key, kind: link.kind, label: link.label ?? '' }
    if (tie.said === null) ties.set(key, { ...tie, said: saidIn(link) })
  }
  for (const { id, displayName: label } of household)
    if (!ties.has(`person:${id}`))
      ties.set(`person:${id}`, { ...NOBODY, personId: id, key: `person:${id}`, label })
  return [...ties.values()].map(tie => ({ ...tie, isHousehold: livesWith.has(tie.key) }))
}

const NOBODY = { personId: null, kind: 'person', role: null, isHousehold: false, said: null } as const

async function relatives(work: Work, personId: Uuid, on: Temporal.PlainDate): Promise<Tie[]> {
  const held = (await relationshipsOf(work, [personId])).filter(row => holdsOn(row, on))
  const ids = held.map(row => (row.personId === personId ? row.otherId : row.personId))
  const people = new Map((await personSummaries(work, [...new Set(ids)], on)).map(one => [one.id, one]))
  return held.flatMap((row): Tie[] => {
    const isOwn = row.personId === personId
    const other = people.get(isOwn ? row.otherId : row.personId)
    if (!other || (other.dateOfBirth && Temporal.PlainDate.compare(other.dateOfBirth, on) > 0)) return []
    const word = relationshipWord(row.kind, isOwn ? 'inverse' : 'as_recorded', other.sex)
    const role = word.charAt(0).toUpperCase() + word.slice(1)
    return [{ ...NOBODY, personId: other.id, key: `person:${other.id}`, label: other.displayName, role }]
  })
}

async function professionals(work: Work, personId: Uuid, on: Temporal.PlainDate): Promise<Tie[]> {
  const involved = await whoIsInvolved(work, personId, on)
  return involved.flatMap((one): Tie[] => {
    const label = one.name ?? one.agency
    if (label === null) return []
    const kind = one.name === null ? 'agency' : 'person'
    const key = one.held === 'involvement' ? `involvement:${one.id}` : `label:${kind}:${label}`
    return [{ ...NOBODY, key, kind, label, role: roleWord(one.role) }]
  })
}

async function linksOf(work: Work, personId: Uuid, on: Temporal.PlainDate) {
  return work
    .db<CaseworkTables & AgenciesTables>()
    .selectFrom('ecomap_link as link')
    .leftJoin('worker', 'worker.id', 'link.noted_by')
    .select([
      'link.id',
      'link.kind',
      'link.label',
      'link.other_id',
      'link.involvement_id',
      'link.strength',
      'link.direction',
      'link.remark',
      'link.noted_on',
      'worker.display_name',
    ])
    .where('link.person_id', '=', personId)
    .where('link.noted_on', '<=', on)
    .where(sql<boolean>`coalesce(link.ended_on > ${on}::date, true)`)
    .orderBy('link.noted_on', 'desc')
    .orderBy('link.id', 'desc')
    .execute()
}

type Row = Awaited<ReturnType<typeof linksOf>>[number]

const keyOf = ({ other_id, involvement_id, kind, label }: Row): string =>
  other_id
    ? `person:${other_id}`
    : involvement_id
      ? `involvement:${involvement_id}`
      : `label:${kind}:${label}`

const saidIn = ({ id, strength, direction, remark, noted_on, display_name }: Row): TieSaid => ({
  id,
  strength,
  direction,
  remark,
  notedOn: noted_on,
  author: display_name,
})
