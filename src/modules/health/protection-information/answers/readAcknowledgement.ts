import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { closeBySuccess, openWork } from '../following/works.ts'
import type { Acknowledgement } from '../message/readNhsMessage.ts'
import { AGAIN, LOADED, type RecordCode } from '../rules/codes.ts'
import type { From } from './from.ts'

type InFlight = { readonly id: Uuid; readonly sequence: number }
type Line = { readonly id: Uuid; readonly statusId: Uuid; readonly personId: Uuid }

/**
 * Reconciles each line of the file in flight with what the NHS answered. An answer to another file, or one that could not read the number, is a
 * work item of the sequence, and holds the queue.
 */
export async function readAcknowledgement(work: Work, from: From, answer: Acknowledgement): Promise<void> {
  const file = await fileInFlight(work)
  if (file === null || (answer.sequence !== null && answer.sequence !== file.sequence)) {
    const expected = file === null ? 'no file waits' : `file ${file.sequence} waits`
    const detail = `The answer is to file ${answer.sequence ?? '-1'}; ${expected}`
    await openWork(work, { code: 'sequence', ...from, detail })
    return
  }
  if (answer.sequence === null)
    await openWork(work, {
      ...{ code: 'sequence', ...from, fileId: file.id },
      detail: `The NHS could not read the number of file ${file.sequence}`,
    })
  await sql`update protection_file set answered_at = ${work.now}, answer_code = ${answer.code}, sent_at = coalesce(sent_at, ${work.now}),
    sent_how = coalesce(sent_how, 'hand') where id = ${file.id}`.execute(work.db())
  await answerFile(work, from, file, answer)
  if (!AGAIN.has(answer.code)) await answerLines(work, from, file, answer)
}

async function fileInFlight(work: Work): Promise<InFlight | null> {
  const { rows } = await sql<InFlight>`
    select id, sequence from protection_file where answered_at is null and given_up_at is null for update`.execute(
    work.db(),
  )
  return rows[0] ?? null
}

async function answerFile(
  work: Work,
  { teamId }: From,
  file: InFlight,
  { code, detail }: Acknowledgement,
): Promise<void> {
  if (code === 'CPF02' || code === 'CPF03')
    await closeBySuccess(work, { codes: ['CPF01', 'CPF04', 'CPF05', 'CPF06'] })
  else await openWork(work, { code, teamId, fileId: file.id, detail })
}

/** Where all were loaded no line need be named; a line that was not answered although some were is asked about. */
async function answerLines(
  work: Work,
  from: From,
  file: InFlight,
  { code, lines: answers }: Acknowledgement,
): Promise<void> {
  const { rows } = await sql<Line>`
    select id, status_id as "statusId", person_id as "personId" from protection_file_record where file_id = ${file.id} order by id`.execute(
    work.db(),
  )
  const said = new Map(answers.map(answer => [answer.id, answer]))
  for (const line of rows) {
    const fallback = code === 'CPF02' ? LOADED : 'CPR07'
    const answer = said.get(line.id) ?? { code: fallback, detail: code === 'CPF02' ? null : 'Not answered' }
    await answerLine(work, from, line, answer)
  }
  const ours = new Set(rows.map(({ id }) => id))
  const others = answers.filter(({ id }) => !ours.has(id)).length
  if (others > 0)
    await openWork(work, {
      ...{ code: 'sequence', ...from, fileId: file.id },
      detail: `The answer to file ${file.sequence} names ${others} lines that are not in it`,
    })
}

async function answerLine(
  work: Work,
  { teamId }: From,
  { id, statusId, personId }: Line,
  { code, detail }: { readonly code: RecordCode; readonly detail: string | null },
): Promise<void> {
  await sql`update protection_file_record set answer_code = ${code}, detail = ${detail}::text where id = ${id}`.execute(
    work.db(),
  )
  await closeBySuccess(work, { codes: ANSWERED.filter(one => one !== code), statusIds: [statusId] })
  if (code !== 'CPR06') await openWork(work, { code, teamId, personId, statusId, detail })
}

/** A new answer to a line takes the place of the one before. */
const ANSWERED = ['CPR01', 'CPR02', 'CPR03', 'CPR04', 'CPR05', 'CPR07'] as const
