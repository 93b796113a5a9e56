import type { WritingOffer, WritingSource } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import { formatDate } from '#ui'
import { type OpenFamily, openFamily } from '../frame/openFamily.ts'
import { type Discipline, workWords } from '../rules/words.ts'
import type { FamilySafeguardingTables } from '../tables.ts'
import { capacityLines, isAnyWritten } from './capacity.ts'
import type { ChapterKey } from './chapter.ts'
import { childrenOf } from './chapterRoutes.ts'
import { type ChapterWriting, chapterWriting } from './chapterWriting.ts'
import { monthWords } from './month.ts'
import { capacities } from './parentingDraft.ts'
import type { Summary } from './summaries.ts'
import { type UnsummedEntry, unsummedEntries } from './unsummedEntries.ts'

/** The chapters of a family's workbook, for the assessment of its children: taken in there and not typed again. */
export const chapterWritingSource: WritingSource = {
  name: 'workbook',
  async hasAny(work, familyId) {
    return (
      (await isWritten(work, 'chapter_summary', familyId)) || isWritten(work, 'practice_session', familyId)
    )
  },
  async offers(work, familyId) {
    const open = await openFamily(work, familyId)
    if (open === null) return []
    const writing = await chapterWriting(work, familyId)
    const entries = await unsummedEntries(work, familyId, childrenOf(open), writing.summaries)
    const all = [
      ...capacityOffers(open, writing),
      ...writing.summaries.map(summaryOffer),
      ...entries.map(entryOffer),
    ]
    // Their authors keep their own words of somebody whom they work with no more: these are read, and taken in nowhere.
    return all.filter(({ personIds }) => personIds.every(id => open.shared.has(id)))
  },
}

const isWritten = async (
  work: Work,
  table: 'chapter_summary' | 'practice_session',
  familyId: Uuid,
): Promise<boolean> => {
  const row = await work
    .db<FamilySafeguardingTables>()
    .selectFrom(table)
    .select('id')
    .where('family_id', '=', familyId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

const jobs: Readonly<Record<Discipline, string>> = {
  social_work: 'social worker',
  family_support: 'family support worker',
  mental_health: 'mental health practitioner',
  substance_misuse: 'substance misuse practitioner',
  domestic_abuse: 'domestic abuse practitioner',
}

/** Asked whoever may be met in the assessment: the other of the two may be one whom this reader may not know of. */
const sided: Readonly<Record<'victim' | 'perpetrator', string>> = {
  victim:
    'It comes from the work with somebody who was harmed. Whoever harms them may be given a copy of the assessment, or be told of it.',
  perpetrator:
    'It comes from the work with somebody who harms. Whoever they harmed may be given a copy of the assessment, or be told of it.',
}
const cautionOf = ({ worksWith }: ChapterKey): string | null => (worksWith === null ? null : sided[worksWith])

function capacityOffers(open: OpenFamily, writing: ChapterWriting): readonly WritingOffer[] {
  return capacities(open, writing)
    .filter(isAnyWritten)
    .map(capacity => {
      const side = writing.strands.find(
        ({ personId, worksWith }) => personId === capacity.personId && worksWith !== null,
      )
      return {
        key: `parenting-${capacity.personId}`,
        chapter: 'Parenting',
        title: 'Capacity to change',
        job: null,
        personIds: [capacity.personId],
        words: capacityLines(capacity, writing.moduleNames).join('\n'),
        caution: side === undefined ? null : cautionOf(side),
      }
    })
}

const summaryOffer = (summary: Summary): WritingOffer => ({
  key: `summary-${summary.id}`,
  chapter: workWords(summary),
  title: `Summary of ${monthWords(summary.month)}`,
  job: jobs[summary.discipline],
  personIds: summary.personIds,
  words: summary.words,
  caution: cautionOf(summary),
})

const entryOffer = ({ chapter, entry }: UnsummedEntry): WritingOffer => ({
  key: `${entry.kind}-${entry.id}`,
  chapter: workWords(chapter),
  title: `${entry.what} of ${formatDate(londonDate(entry.at))}, not summed up yet`,
  job: jobs[chapter.discipline],
  personIds: entry.personIds,
  words: entry.words,
  caution: cautionOf(chapter),
})
