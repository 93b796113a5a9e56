import type { Work } from '#platform/db'
import { makeUuid } from '#platform/ids'
import { episodesOf } from '../queries/episodesOf.ts'
import type { ContactRow } from '../queries/readContact.ts'
import type { ChildFacts } from '../rules/checkDecision.ts'
import { isReferral, takenFurther } from '../rules/contactWords.ts'
import { isReReferral } from '../rules/reReferral.ts'
import type { FrontDoorTables } from '../tables.ts'
import type { DecisionWanted, Opened } from './decisionWanted.ts'

type Opening = {
  readonly contact: ContactRow
  readonly children: readonly ChildFacts[]
  readonly wanted: DecisionWanted
  readonly receivedOn: Temporal.PlainDate
  /** The referrer is told in the same transaction. */
  readonly isAnswered: boolean
}

/**
 * The referral of each child, with the items that the children in need census asks for: received, source, primary need and
 * whether it ended in no further action. Information alone opens none; what belongs to open work points to its referral.
 */
export async function openReferrals(work: Work, opening: Opening): Promise<readonly Opened[]> {
  const { children, wanted, receivedOn } = opening
  const ids = children.flatMap(({ personId }) => personId ?? [])
  const before = ids.length === 0 ? [] : await episodesOf(work, ids)
  const opened = wanted.children.map((decision): Opened => {
    const child = children.find(({ namedId }) => namedId === decision.namedId)
    if (decision.outcome === 'passed_to_open_work')
      return { ...decision, referralId: child?.openReferralId ?? null, isReReferral: false }
    if (!child?.personId || !isReferral(decision.outcome))
      return { ...decision, referralId: null, isReReferral: false }
    const earlier = before.filter(({ personId }) => personId === child.personId)
    return {
      ...decision,
      referralId: makeUuid(),
      isReReferral: isReReferral(
        receivedOn,
        earlier.map(one => one.receivedOn),
      ),
    }
  })
  await insertReferrals(work, opening, opened)
  return opened
}

async function insertReferrals(work: Work, opening: Opening, opened: readonly Opened[]): Promise<void> {
  const { contact, children, wanted, receivedOn, isAnswered } = opening
  const rows = opened.flatMap(one => {
    const child = children.find(({ namedId }) => namedId === one.namedId)
    if (!child?.personId || one.referralId === null || one.outcome === 'passed_to_open_work') return []
    return [
      {
        id: one.referralId,
        person_id: child.personId,
        received_on: receivedOn,
        received_at: contact.received_at,
        source: wanted.source,
        primary_need: wanted.primaryNeed,
        is_no_further_action: !takenFurther.has(one.outcome),
        decided_on: work.today,
        decision_reason: one.reasons ?? wanted.reasons,
        feedback_sent_on: isAnswered ? work.today : null,
      },
    ]
  })
  if (rows.length > 0) await work.db<FrontDoorTables>().insertInto('referral').values(rows).execute()
}
