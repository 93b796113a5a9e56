import { syncClocks } from '#modules/casework'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import type { ChildProtectionTables } from '../../tables.ts'
import type { EnquiryLine } from '../queries/enquiryParts.ts'
import type { EnquiryWhole } from '../queries/readEnquiry.ts'
import {
  type ActionWanted,
  actionRow,
  type DiscussionWanted,
  discussionRow,
  type LineWanted,
  lineRow,
} from './enquiryRows.ts'
import { keepTargets } from './keepTargets.ts'

/**
 * Records a strategy discussion within these enquiries. Where somebody acted first, the first one is the discussion that began
 * the enquiry; any other moves nothing.
 * @param seeChildBy the time that it set for seeing the child, where it set one
 */
export async function recordDiscussion(
  work: Work,
  enquiries: readonly EnquiryWhole[],
  wanted: DiscussionWanted,
  seeChildBy: Temporal.Instant | null,
): Promise<void> {
  const database = work.db<ChildProtectionTables>()
  const beginning = enquiries.filter(({ strategyDiscussionOn }) => strategyDiscussionOn === null)
  await database
    .insertInto('enquiry_discussion')
    .values(enquiries.map(enquiry => discussionRow(enquiry, wanted, beginning.includes(enquiry))))
    .execute()
  const changed = enquiries.filter(one => beginning.includes(one) || seeChildBy !== null)
  for (const enquiry of changed)
    await database
      .updateTable('s47_enquiry')
      .set(eb => ({
        ...(beginning.includes(enquiry) ? { strategy_discussion_on: londonDate(wanted.heldAt) } : {}),
        ...(seeChildBy === null ? {} : { see_child_by: seeChildBy }),
        version: eb('version', '+', 1),
      }))
      .where('id', '=', enquiry.id)
      .execute()
  await syncClocks(
    work,
    enquiries.map(({ personId }) => personId),
  )
  await keepTargets(
    work,
    beginning.map(({ id }) => id),
  )
}

/** Says when the record of a discussion went to those who took part. @returns false when it was said, or is not the actor's */
export async function sendRecord(
  work: Work,
  discussion: { readonly id: Uuid; readonly personId: Uuid },
  sentOn: Temporal.PlainDate,
): Promise<boolean> {
  const { numUpdatedRows } = await work
    .db<ChildProtectionTables>()
    .updateTable('enquiry_discussion')
    .set({ record_sent_on: sentOn })
    .where('id', '=', discussion.id)
    .where('record_sent_on', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await syncClocks(work, [discussion.personId])
  return true
}

/** Records what somebody did at once, for each of these children. */
export async function addAction(
  work: Work,
  enquiries: readonly EnquiryWhole[],
  wanted: ActionWanted,
): Promise<void> {
  await work
    .db<ChildProtectionTables>()
    .insertInto('immediate_action')
    .values(enquiries.map(enquiry => actionRow(enquiry, wanted)))
    .execute()
}

/** Adds a line to the plan of each of these enquiries. */
export async function addLine(
  work: Work,
  enquiries: readonly EnquiryWhole[],
  wanted: LineWanted,
): Promise<void> {
  const sharedId = enquiries.length > 1 ? makeUuid() : null
  await work
    .db<ChildProtectionTables>()
    .insertInto('enquiry_line')
    .values(enquiries.map(enquiry => lineRow(enquiry, wanted, sharedId)))
    .execute()
}

/** What a line shall say. */
export type LineChange = LineWanted & { readonly answer: string | null }

/**
 * Changes a line, or answers it, in the version in which it was opened; with it the same line of other children.
 * @param twins in the versions in which they stand now
 */
export async function changeLine(
  work: Work,
  line: Pick<EnquiryLine, 'id' | 'version' | 'answer'>,
  twins: readonly EnquiryLine[],
  wanted: LineChange,
): Promise<'changed' | 'stale'> {
  for (const one of [line, ...twins]) {
    const isNew = wanted.answer !== null && wanted.answer !== one.answer
    const { numUpdatedRows } = await work
      .db<ChildProtectionTables>()
      .updateTable('enquiry_line')
      .set({
        question: wanted.question,
        who: wanted.who,
        due_on: wanted.dueOn,
        answer: wanted.answer,
        ...(wanted.answer === null ? { answered_on: null, answered_by: null } : {}),
        ...(isNew ? { answered_on: work.today, answered_by: work.actor.id } : {}),
        version: one.version + 1,
      })
      .where('id', '=', one.id)
      .where('version', '=', one.version)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) {
      if (one === line) return 'stale'
      throw new Error('A line that was read in this transaction changed before it was written')
    }
  }
  return 'changed'
}
