import { whyICanSee } from '#modules/access'
import { type Family, type FamilyMember, familyById, familyMembers } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { keepsWorkbook, openWorkbook, type Workbook } from '../workbook/queries/workbookOf.ts'

/** A family whose team's work the reader may read, with what they may do there. */
export type OpenFamily = {
  readonly family: Family
  readonly members: readonly FamilyMember[]
  /** Those of whom the reader has the team's work (class C1). */
  readonly shared: ReadonlySet<Uuid>
  /** The open workbook; null where none is open. */
  readonly workbook: Workbook | null
  /** Chooses workers, ends strands, leads group supervision: whoever holds the case. */
  readonly keeps: boolean
  /** Writes of the team's work at all, now: never in a record as it was known. */
  readonly writes: boolean
}

/** @returns null where the family is absent, or nothing of the team's work with it is the reader's to read */
export async function openFamily(work: Work, familyId: Uuid): Promise<OpenFamily | null> {
  const family = await familyById(work, familyId)
  if (family === null) return null
  const members = await familyMembers(work, familyId)
  const shared = new Set<Uuid>()
  let mayWrite = false
  for (const { person } of members) {
    const sights = (await whyICanSee(work, person.id)).filter(({ dataClasses }) => dataClasses.includes('C1'))
    if (sights.length > 0) shared.add(person.id)
    if (sights.some(sight => sight.mayWrite)) mayWrite = true
  }
  if (shared.size === 0) return null
  const isNow = work.knownAt === null
  return {
    family,
    members,
    shared,
    workbook: await openWorkbook(work, familyId),
    keeps: isNow && (await keepsWorkbook(work, familyId)),
    writes: isNow && mayWrite,
  }
}

/** What the reader calls somebody of the family: nobody whom they may not know of. */
export const nameOf = ({ members }: Pick<OpenFamily, 'members'>, personId: Uuid): string =>
  members.find(({ person }) => person.id === personId)?.person.displayName ??
  'Somebody who has left the family'

/** For the audit: everyone of the family whom a page of the workbook may name. */
export const subjectsOf = ({ members }: Pick<OpenFamily, 'members'>): Uuid[] =>
  members.map(({ person }) => person.id)
