import type { ServiceTables, Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { familyPath } from '../../frame/familyParams.ts'
import type { Strand } from '../../rules/strand.ts'
import type { FamilySafeguardingTables } from '../../tables.ts'
import type { Workbook } from '../queries/workbookOf.ts'

/** What whoever holds the case decides of a strand. */
export type StrandChoice = Pick<Strand, 'worksWith' | 'workerId' | 'aim' | 'whyNobody'>

/** What came of it: said by whoever works on it, or by whoever holds the case. */
export type StrandCourse = Pick<Strand, 'answer' | 'answeredOn' | 'firstContactOn' | 'endedOn' | 'endReason'>

export type NewStrand = StrandChoice & Pick<Strand, 'personId' | 'needKind' | 'needNotedOn' | 'discipline'>

/** Begins a strand in the open workbook and tells whoever is to work on it. Nobody has two open for one need of one person. */
export async function beginStrand(work: Work, workbook: Workbook, strand: NewStrand): Promise<Uuid> {
  const id = makeUuid()
  await work
    .db<FamilySafeguardingTables>()
    .insertInto('strand')
    .values({
      id,
      workbook_id: workbook.id,
      family_id: workbook.familyId,
      team_id: workbook.teamId,
      person_id: strand.personId,
      need_kind: strand.needKind,
      need_noted_on: strand.needNotedOn,
      discipline: strand.discipline,
      offered_on: work.today,
      ...choiceColumns(strand),
    })
    .execute()
  await tellWorker(work, workbook.familyId, strand.personId, strand.workerId)
  return id
}

/**
 * Changes what is chosen of a strand and what came of it.
 * @param teamId whose family it is now: another worker is one of that team, which may not be the team that began the work
 */
export async function changeStrand(
  work: Work,
  strand: Strand,
  version: number,
  changed: Partial<StrandChoice> & StrandCourse,
  teamId: Uuid,
): Promise<'changed' | 'stale'> {
  const { workerId = strand.workerId } = changed
  const { numUpdatedRows } = await work
    .db<FamilySafeguardingTables>()
    .updateTable('strand')
    .set({
      ...choiceColumns({ ...strand, ...changed }),
      ...(workerId === strand.workerId ? {} : { team_id: teamId }),
      answer: changed.answer,
      answered_on: changed.answeredOn,
      first_contact_on: changed.firstContactOn,
      ended_on: changed.endedOn,
      end_reason: changed.endReason,
      version: version + 1,
    })
    .where('id', '=', strand.id)
    .where('version', '=', version)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return 'stale'
  if (workerId !== strand.workerId) await tellWorker(work, strand.familyId, strand.personId, workerId)
  return 'changed'
}

/** The first contact of whoever works on it, where none is on record yet. */
export async function noteFirstContact(work: Work, strand: Strand, on: Temporal.PlainDate): Promise<void> {
  if (strand.firstContactOn !== null || strand.endedOn !== null) return
  if (Temporal.PlainDate.compare(on, strand.needNotedOn) < 0) return
  await work
    .db<FamilySafeguardingTables>()
    .updateTable('strand')
    .set({ first_contact_on: on, version: strand.version + 1 })
    .where('id', '=', strand.id)
    .where('version', '=', strand.version)
    .execute()
}

const choiceColumns = ({ worksWith, workerId, aim, whyNobody }: StrandChoice) => ({
  works_with: worksWith,
  worker_id: workerId,
  aim,
  why_nobody: workerId === null ? whyNobody : null,
})

async function tellWorker(work: Work, familyId: Uuid, subjectId: Uuid, workerId: Uuid | null): Promise<void> {
  if (workerId === null || workerId === work.actor.id) return
  await work
    .db<ServiceTables>()
    .insertInto('app.notice')
    .values({
      id: makeUuid(),
      worker_id: workerId,
      kind: 'work_given',
      path: familyPath(familyId),
      subject_id: subjectId,
      made_by: work.actor.id,
    })
    .execute()
}
