import { sql } from 'kysely'
import { readSetting } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Sealer } from '#platform/files'
import { makeUuid, type Uuid } from '#platform/ids'
import { type UploadLine, uploadFile } from '../message/uploadFile.ts'
import { AGAIN, HOLDING } from '../rules/codes.ts'
import { readSubjects } from './readFacts.ts'
import { holdQueue } from './refreshQueue.ts'

/** Who sends: the council by its code and name, for the head of each file. */
export type Council = { readonly code: string; readonly name: string }

type Due = Omit<UploadLine, 'id' | 'subject'> & {
  readonly statusId: Uuid
  readonly personId: Uuid
  readonly subjectId: Uuid
  readonly number: number
}

/**
 * Makes the next file of everything that is due, when no other waits for its answer and nothing holds the queue. Service listener.
 * @returns the file's sequence number; null when none was made
 */
export async function makeFile(
  work: Work,
  sealer: Sealer,
  council: Council,
  teamId: Uuid,
): Promise<number | null> {
  await holdQueue(work)
  if (await isHeld(work)) return null
  const due = await readDue(work)
  if (due.length === 0) return null
  const id = makeUuid()
  const lines = await linesOf(work, due)
  const sequence = await nextSequence(work)
  const details = await readSetting(work, 'authority.details')
  const bytes = uploadFile({
    id,
    sequence,
    madeAt: work.now,
    sender: { authorityCode: council.code, name: council.name, ...details },
    lines,
  })
  await sql`insert into protection_file (id, sequence, team_id, records, made_at) values (${id}, ${sequence}, ${teamId}, ${lines.length}, ${work.now})`.execute(
    work.db(),
  )
  await sql`insert into protection_file_body (file_id, sealed) values (${id}, ${await sealer.seal(`protection file ${id}`, bytes)})`.execute(
    work.db(),
  )
  for (const [index, line] of lines.entries()) await keepLine(work, id, line, due[index])
  return sequence
}

/** One file in flight; and none after an answer that the next would have too, until somebody has closed its work item. */
async function isHeld(work: Work): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select exists (select from protection_file where answered_at is null and given_up_at is null)
      or exists (select from protection_work where closed_at is null and code = any (${[...HOLDING]}::text[])) as held`.execute(
    work.db(),
  )
  return rows[0]?.held ?? true
}

/**
 * Statuses with a change that no file has told of; a file that was given up or not looked at told nothing. Never under a number that is no longer in
 * use, never again of a child whose record the NHS keeps hidden, and not of an error of which nobody was told.
 */
async function readDue(work: Work): Promise<readonly Due[]> {
  const { rows } = await sql<Due>`
    select s.id as "statusId", s.person_id as "personId", s.subject_id as "subjectId", s.kind, s.started_on as "startedOn", s.ended_on as "endedOn",
      s.deleted_at as "deletedAt", n.number
    from protection_status s
    join lateral (select max(c.number) as number from protection_change c where c.status_id = s.id) n on true
    left join lateral (select max(r.number) as number, bool_or(r.answer_code = 'CPR02') as hidden
      from protection_file_record r join protection_file f on f.id = r.file_id
      where r.status_id = s.id and f.given_up_at is null and not coalesce(f.answer_code = any (${[...AGAIN]}::text[]), false)) t on true
    where s.subject_id is not null and s.nhs_number is not null and n.number > coalesce(t.number, 0) and not coalesce(t.hidden, false)
      and (t.number is not null or s.deleted_at is null)
      and not exists (select from protection_inactive i where i.nhs_number = s.nhs_number)
      and not exists (select from protection_file_record h where h.answer_code = 'CPR02' and h.nhs_number = s.nhs_number)
    order by n.number limit 2000`.execute(work.db())
  return rows
}

async function linesOf(work: Work, due: readonly Due[]): Promise<readonly UploadLine[]> {
  const subjects = await readSubjects(
    work,
    due.map(({ subjectId }) => subjectId),
  )
  return due.map(({ kind, startedOn, endedOn, deletedAt, subjectId }) => {
    const subject = subjects.get(subjectId)
    if (subject === undefined || subject.nhsNumber === null)
      throw new Error('Whoever is due has an NHS number')
    const { nhsNumber } = subject
    return { id: makeUuid(), kind, startedOn, endedOn, deletedAt, subject: { ...subject, nhsNumber } }
  })
}

async function nextSequence(work: Work): Promise<number> {
  const { rows } = await sql<{
    next: number
  }>`select coalesce(max(sequence), 0) + 1 as next from protection_file`.execute(work.db())
  return rows[0]?.next ?? 1
}

async function keepLine(work: Work, fileId: Uuid, line: UploadLine, due: Due | undefined): Promise<void> {
  if (due === undefined) throw new Error('Each line is of what is due')
  await sql`
    insert into protection_file_record (id, file_id, status_id, person_id, number, nhs_number)
    values (${line.id}, ${fileId}, ${due.statusId}, ${due.personId}, ${due.number}, ${line.subject.nhsNumber})`.execute(
    work.db(),
  )
}
