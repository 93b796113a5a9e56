import { sql } from 'kysely'
import { readClockSettings } from '#modules/agencies'
import type { PracticeItem } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { type ChapterKey, chapterCode, chapterDueOn, isSameChapter } from '../chapters/chapter.ts'
import { chapterStates } from '../chapters/chapterStates.ts'
import { familyPath } from '../frame/familyParams.ts'
import { workWords } from '../rules/words.ts'

type Own = ChapterKey & {
  /** Of the strand, or of the workbook whose social work it is. */
  readonly id: Uuid
  readonly familyId: Uuid
  readonly personId: Uuid
}

/**
 * The chapters that the worker writes, with the day by which the team next reads something in each (the authority's limit
 * WORKBOOK_SUMMARY): those of their strands, and the one of social work where they lead a child of the family.
 */
export async function chapterSummariesOf(work: Work, workerId: Uuid): Promise<readonly PracticeItem[]> {
  const own = await ownChapters(work, workerId)
  if (own.length === 0) return []
  const settings = await readClockSettings(work)
  const states = await chapterStates(work, [...new Set(own.map(({ familyId }) => familyId))])
  return states.flatMap(state => {
    const mine = own.find(one => one.familyId === state.familyId && isSameChapter(one, state))
    const dueOn = state.isOpen && state.isWhole ? chapterDueOn(state, settings) : null
    return mine === undefined || dueOn === null ? [] : [asItem(mine, dueOn)]
  })
}

async function ownChapters(work: Work, workerId: Uuid): Promise<readonly Own[]> {
  const { rows } = await sql<Own>`
    select id, family_id as "familyId", person_id as "personId", discipline, works_with as "worksWith"
    from strand where worker_id = ${workerId}::uuid and ended_on is null
    union all
    select book.id, book.family_id, held.person_id, 'social_work', null from allocation held
      join family_member member on member.person_id = held.person_id and member.role = 'child' and member.ended_on is null
      join workbook book on book.family_id = member.family_id and book.closed_on is null
    where held.worker_id = ${workerId}::uuid and held.role = 'lead_social_worker' and held.ended_on is null
    order by 1, 3`.execute(work.db())
  return rows
}

const asItem = ({ id, familyId, personId, ...chapter }: Own, dueOn: Temporal.PlainDate): PracticeItem => ({
  id,
  personId,
  code: 'chapter',
  kindName: 'Chapters of the workbook',
  title: `Write in the chapter, or share its summary: ${workWords(chapter).toLowerCase()}`,
  dueOn,
  as: workWords(chapter),
  way: { text: 'Open the chapter', href: familyPath(familyId, `/chapters/${chapterCode(chapter)}`) },
})
