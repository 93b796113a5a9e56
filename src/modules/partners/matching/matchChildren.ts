import { sql } from 'kysely'
import { type Matched, matchOf, personsMeant } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { checkNhsNumber } from '#reference'
import type { PartnersTables } from '../tables.ts'
import { childrenOf, type Told } from '../told/kinds.ts'
import type { ToldPerson } from '../told/toldPerson.ts'

/** What the rule of whom to tell asks of a child who was matched. */
export type ChildFacts = {
  readonly isRestricted: boolean
  readonly schools: readonly Uuid[]
  readonly workers: readonly Uuid[]
}
export type ChildMatch = {
  readonly place: number
  readonly matched: Matched
  readonly facts: ChildFacts | null
}

/** Looks for each child of a notice in the record, and keeps who it is where that is sure. */
export async function matchChildren(work: Work, noticeId: Uuid, one: Told): Promise<readonly ChildMatch[]> {
  const matches: ChildMatch[] = []
  for (const [place, child] of childrenOf(one).entries()) {
    const matched = await matchOne(work, child)
    if (matched.kind === 'exact')
      await work
        .db<PartnersTables>()
        .insertInto('partner_notice_match')
        .values({ notice_id: noticeId, place, person_id: matched.personId, how: matched.how })
        .execute()
    const facts = matched.kind === 'exact' ? await factsOf(work, matched.personId) : null
    matches.push({ place, matched, facts })
  }
  return matches
}

async function matchOne(
  work: Work,
  { given, family, born, nhsNumber, postcode }: ToldPerson,
): Promise<Matched> {
  const number = nhsNumber === null ? null : checkNhsNumber(nhsNumber)
  const told = {
    nhsNumber,
    given,
    family,
    postcode,
    born: born === null ? null : Temporal.PlainDate.from(born),
  }
  return matchOf(await personsMeant(work, told), number?.ok === true)
}

/** What the rule of whom to tell asks of somebody who was matched. As the listener. */
export async function factsOf(work: Work, personId: Uuid): Promise<ChildFacts> {
  const { rows } = await sql<{
    facts: ChildFacts
  }>`select access.partner_facts(${personId}) as facts`.execute(work.db())
  const [row] = rows
  if (row === undefined) throw new Error('The facts of somebody who was matched are not there')
  return row.facts
}
