import { readClockSettings } from '#modules/agencies'
import type { CaseworkTables } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { type ChapterState, dueAfter, isSilent } from '../chapters/chapter.ts'
import { type ChapterEntry, chapterEntries } from '../chapters/chapterEntries.ts'
import { childrenOf } from '../chapters/chapterRoutes.ts'
import { chapterStates } from '../chapters/chapterStates.ts'
import { feedbackOf } from '../family-side/feedback.ts'
import type { OpenFamily } from '../frame/openFamily.ts'
import type { FamilyNeed, Strand } from '../rules/strand.ts'
import { needsOf, strandsOf } from '../workbook/queries/strandsOf.ts'
import { type SaidOfPlan, saidOfPlans } from './saidOfPlans.ts'
import type { Held, Part } from './supervision.ts'
import { openTasks, supervisionsOf } from './supervisionsOf.ts'

/** Words of a child or a parent, as they said them. */
export type Voice = { readonly personId: Uuid; readonly on: Temporal.PlainDate; readonly words: string }

/** An action of a child's plan that is past its day. */
export type Overdue = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly what: string
  readonly dueOn: Temporal.PlainDate
}

/** What the workbook itself puts before the team: nothing of it is typed for the meeting. */
export type Agenda = {
  readonly last: Held | null
  readonly since: Temporal.PlainDate
  readonly dueOn: Temporal.PlainDate | null
  readonly chapters: readonly ChapterState[]
  readonly silent: readonly ChapterState[]
  readonly begun: readonly Strand[]
  readonly ended: readonly Strand[]
  readonly newNeeds: readonly FamilyNeed[]
  /** Entries since last time, by chapter. */
  readonly written: readonly { readonly chapter: ChapterState; readonly entries: readonly ChapterEntry[] }[]
  readonly tasks: readonly Part[]
  readonly overdue: readonly Overdue[]
  readonly voices: readonly Voice[]
  /** What they said when a plan was shared with them. */
  readonly saidOfPlans: readonly SaidOfPlan[]
}

/** The agenda of the next group supervision about a family, as far as the reader may read it. */
export async function agendaOf(work: Work, open: OpenFamily): Promise<Agenda> {
  const familyId = open.family.id
  const [last = null] = await supervisionsOf(work, familyId)
  const since = last?.heldOn ?? open.workbook?.openedOn ?? work.today
  const settings = await readClockSettings(work)
  const chapters = await chapterStates(work, [familyId])
  const span = { from: since.toZonedDateTime('Europe/London').toInstant(), until: work.now.add({ hours: 1 }) }
  const children = childrenOf(open)
  const written: { chapter: ChapterState; entries: readonly ChapterEntry[] }[] = []
  for (const chapter of chapters)
    written.push({ chapter, entries: await chapterEntries(work, familyId, children, chapter, span) })
  const strands = await strandsOf(work, familyId)
  const isNew = (on: Temporal.PlainDate | null) => on !== null && Temporal.PlainDate.compare(on, since) >= 0
  const needs = await needsOf(
    work,
    open.members.map(({ person }) => person.id),
  )
  return {
    last,
    since,
    dueOn: open.workbook === null ? null : dueAfter('GROUP_SUPERVISION', since, settings),
    chapters,
    silent: chapters.filter(chapter => isSilent(chapter, settings, work.today)),
    begun: strands.filter(({ offeredOn }) => isNew(offeredOn)),
    ended: strands.filter(({ endedOn }) => isNew(endedOn)),
    newNeeds: needs.filter(({ notedOn }) => isNew(notedOn)),
    written,
    tasks: await openTasks(work, familyId),
    overdue: await overdueActions(work, children),
    saidOfPlans: await saidOfPlans(work, children, open.shared, since),
    voices: [...spoken(written.flatMap(({ entries }) => entries)), ...(await heardOf(work, familyId, since))],
  }
}

const spoken = (entries: readonly ChapterEntry[]): readonly Voice[] =>
  entries.flatMap(({ at, voices }) =>
    voices.map(voice => ({ ...voice, on: at.toZonedDateTimeISO('Europe/London').toPlainDate() })),
  )

/** What the family said of the plan and of the help since last time. */
async function heardOf(work: Work, familyId: Uuid, since: Temporal.PlainDate): Promise<readonly Voice[]> {
  const said = await feedbackOf(work, familyId)
  return said.flatMap(({ personId, onDay, words }) =>
    words === null || Temporal.PlainDate.compare(onDay, since) < 0 ? [] : [{ personId, on: onDay, words }],
  )
}

async function overdueActions(work: Work, childIds: readonly Uuid[]): Promise<readonly Overdue[]> {
  if (childIds.length === 0) return []
  const rows = await work
    .db<CaseworkTables>()
    .selectFrom('plan_action as action')
    .innerJoin('plan_outcome as outcome', 'outcome.id', 'action.outcome_id')
    .select(['action.id', 'action.person_id', 'action.what', 'action.due_on'])
    .where('action.person_id', 'in', childIds)
    .where('action.done_on', 'is', null)
    .where('action.due_on', '<', work.today)
    .where('outcome.status', '=', 'open')
    .orderBy('action.due_on')
    .orderBy('action.id')
    .execute()
  return rows.map(row => ({ id: row.id, personId: row.person_id, what: row.what, dueOn: row.due_on }))
}
