import { sql } from 'kysely'
import {
  type CaseworkTables,
  type CopyFaults,
  copyFaults,
  outcomesOf,
  type PlanKey,
  type PlanShare,
  sharesOf,
  ticksOf,
  writableSubjects,
} from '#modules/casework'
import type { FamilyMember } from '#modules/people'
import type { Work } from '#platform/db'
import { parseUuid, type Uuid } from '#platform/ids'
import type { OpenFamily } from '../../frame/openFamily.ts'
import { type FittedSheet, fitted, mergedParts, type SheetPart } from './sheet.ts'

/** One sheet for the family from the plans of its children, for one reader or for nobody yet. */
export type FamilySheet = {
  readonly open: OpenFamily
  /** Running plans that the reader may read. */
  readonly plans: readonly PlanKey[]
  /** Children whose plans stand on this sheet. */
  readonly childIds: readonly Uuid[]
  readonly parts: readonly SheetPart[]
  readonly sheet: FittedSheet
  readonly leave: ReadonlySet<string>
  readonly recipient: FamilyMember['person'] | null
  readonly shares: readonly PlanShare[]
  /** Writes the record of every child on the sheet, now: gives it to somebody and writes down what they say. */
  readonly mayGive: boolean
  readonly faults: CopyFaults | null
}

export type SheetQuery = Readonly<Record<string, unknown>>

export async function readSheet(work: Work, open: OpenFamily, query: SheetQuery): Promise<FamilySheet> {
  const plans = await runningPlans(
    work,
    open.members.filter(({ role }) => role === 'child').map(({ person }) => person.id),
  )
  const asked = ticksOf(query, 'child')
  const all = [...new Set(plans.map(({ personId }) => personId))]
  const childIds = asked.length === 0 ? all : all.filter(id => asked.includes(id))
  const chosen = plans.filter(({ personId }) => childIds.includes(personId))
  const parts = mergedParts(
    await outcomesOf(
      work,
      chosen.map(({ id }) => id),
    ),
  )
  const leave = new Set(ticksOf(query, 'leave'))
  const sheet = fitted(without(parts, leave))
  const wanted = parseUuid(typeof query['for'] === 'string' ? query['for'] : '')
  const recipient = readersOf(open, childIds).find(({ id }) => id === wanted) ?? null
  const writable = await writableSubjects(work, childIds)
  const mayGive = open.writes && childIds.length > 0 && childIds.every(id => writable.has(id))
  const shares: PlanShare[] = []
  for (const plan of chosen) shares.push(...(await sharesOf(work, plan.id)))
  return {
    open,
    plans: chosen,
    childIds,
    parts,
    sheet,
    leave,
    recipient,
    shares,
    mayGive,
    faults:
      recipient !== null && mayGive
        ? await copyFaults(work, { about: childIds, recipientId: recipient.id, text: wordsOf(sheet.parts) })
        : null,
  }
}

/** Adults of the family, and the children whose plans stand on the sheet. */
export const readersOf = ({ members }: OpenFamily, childIds: readonly Uuid[]) =>
  members
    .filter(({ role, person }) => role === 'adult' || childIds.includes(person.id))
    .map(({ person }) => person)

/** An outcome all of whose lines are left out is left out with them. */
const without = (parts: readonly SheetPart[], leave: ReadonlySet<string>): readonly SheetPart[] =>
  parts
    .map(part => ({ ...part, lines: part.lines.filter(({ key }) => !leave.has(key)) }))
    .filter((part, at) => part.lines.length > 0 || parts[at]?.lines.length === 0)

const wordsOf = (parts: readonly SheetPart[]): string =>
  parts
    .flatMap(({ outcome, lines }) => [outcome, ...lines.map(({ what, who }) => `${what}. ${who}`)])
    .join('.\n')

/** Running plans with an outcome that is worked on. */
async function runningPlans(work: Work, childIds: readonly Uuid[]): Promise<readonly PlanKey[]> {
  if (childIds.length === 0) return []
  const rows = await work
    .db<CaseworkTables>()
    .selectFrom('plan_outcome')
    .select(['plan_id', 'plan_kind', 'person_id'])
    .distinct()
    .where('person_id', 'in', childIds)
    .where('status', '=', 'open')
    .where(
      sql<boolean>`((select count(plan.ended_on) from cin_plan plan where plan.id = plan_outcome.plan_id) = 0)`,
    )
    .where(
      sql<boolean>`((select count(plan.ended_on) from cp_plan plan where plan.id = plan_outcome.plan_id) = 0)`,
    )
    .orderBy('person_id')
    .orderBy('plan_id')
    .execute()
  return rows.map(row => ({ kind: row.plan_kind, id: row.plan_id, personId: row.person_id }))
}

/** The address of this sheet: for whom it is, about whom, and what it leaves out. */
export const sheetQuery = ({ recipient, childIds, leave }: FamilySheet): string =>
  [
    `for=${recipient?.id ?? ''}`,
    ...childIds.map(id => `child=${id}`),
    ...[...leave].map(key => `leave=${key}`),
  ].join('&')
