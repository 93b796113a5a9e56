import { queueChildren, syncClocks } from '#modules/casework'
import type { Work } from '#platform/db'
import { makeUuid } from '#platform/ids'
import { londonDate } from '#reference'
import { episodesOf } from '../queries/episodesOf.ts'
import { familiesNamed } from '../queries/familiesNamed.ts'
import { type Contact, readContact } from '../queries/readContact.ts'
import { standing } from '../queries/standing.ts'
import { type ChildFacts, checkDecision, type DecisionRefusal } from '../rules/checkDecision.ts'
import { takenFurther } from '../rules/contactWords.ts'
import { isFamilyUndecided } from '../rules/familyChoice.ts'
import type { FrontDoorTables } from '../tables.ts'
import type { DecisionWanted, Opened } from './decisionWanted.ts'
import { makeFamily } from './makeFamily.ts'
import { noteNeeds } from './noteNeeds.ts'
import { openReferrals } from './openReferrals.ts'
import { answerInKith } from './sendFeedback.ts'
import { tellOpenWork } from './tellOpenWork.ts'
import { change } from './workContact.ts'

export type Decided =
  | {
      readonly outcome: 'decided'
      readonly queued: number
      readonly isAnswered: boolean
      /** Who could not be brought into the family: others hold them. */
      readonly leftOut: number
    }
  | { readonly outcome: 'not_found' }
  | { readonly outcome: 'not_yours' }
  /** Somebody decided it, or changed it, since the form was opened. */
  | { readonly outcome: 'stale'; readonly contact: Contact }
  | { readonly outcome: 'refused'; readonly refusals: readonly DecisionRefusal[] }

/**
 * Decides about every child of a contact, in the caller's one transaction: referrals with their census items, needs first noted
 * here, the family, the queue, clocks, whoever works with the child already, the answer to a partner. The contact is closed
 * last, since the front door's ties to the people end with it. Of two who decide at once the second is told.
 */
export async function decideContact(work: Work, wanted: DecisionWanted): Promise<Decided> {
  const read = await readContact(work, wanted.contactId)
  if (read === null) return { outcome: 'not_found' }
  const { contact } = read
  if (!(await standing(work, contact.team_id)).mayDecide) return { outcome: 'not_yours' }
  if (contact.decided_at !== null || contact.version !== wanted.version)
    return { outcome: 'stale', contact: read }
  const children = await childrenOf(work, read)
  const familyIds = (await familiesNamed(work, read.people)).map(({ id }) => id)
  const refusals: DecisionRefusal[] = [...checkDecision(wanted.children, children)]
  if (isFamilyUndecided(familyIds, wanted.families)) refusals.push({ refusal: 'families_undecided' })
  if (refusals.length > 0) return { outcome: 'refused', refusals }
  const at = { id: contact.id, version: wanted.version }
  const columns = { source: wanted.source, primary_need: wanted.primaryNeed }
  if ((await change(work, at, columns)) === 'stale')
    return { outcome: 'stale', contact: (await readContact(work, contact.id)) ?? read }
  return await carryOut(work, read, children, wanted)
}

/** Children of a contact, with the open referral of those who have one. */
export async function childrenOf(work: Work, { people }: Contact): Promise<readonly ChildFacts[]> {
  const named = people.filter(({ role, removed_at }) => role !== 'adult' && removed_at === null)
  const ids = named.flatMap(({ person_id }) => person_id ?? [])
  const open = (ids.length === 0 ? [] : await episodesOf(work, ids)).filter(
    ({ closedOn, isNoFurtherAction }) => closedOn === null && isNoFurtherAction !== true,
  )
  return named.map(({ id, role, person_id }) => ({
    namedId: id,
    role,
    personId: person_id,
    openReferralId: open.findLast(({ personId }) => personId === person_id)?.id ?? null,
  }))
}

async function carryOut(
  work: Work,
  read: Contact,
  children: readonly ChildFacts[],
  wanted: DecisionWanted,
): Promise<Decided> {
  const { contact } = read
  const isAnswered = wanted.answers && contact.channel === 'partner_form'
  const receivedOn = londonDate(contact.received_at)
  const opened = await openReferrals(work, { contact, children, wanted, receivedOn, isAnswered })
  await insertDecisions(work, wanted, opened)
  const ids = children.flatMap(({ personId }) => personId ?? [])
  await noteNeeds(work, contact, ids, wanted.needs)
  const leftOut = await makeFamily(work, read.people, wanted.families)
  const further = wanted.children.filter(({ outcome }) => takenFurther.has(outcome))
  const toQueue = children.filter(child => further.some(({ namedId }) => namedId === child.namedId))
  const queued = await queueChildren(
    work,
    toQueue.flatMap(({ personId }) => personId ?? []),
    contact.team_id,
    `Contact ${contact.reference}`,
  )
  await tellOpenWork(work, contact.id, children, wanted.children)
  if (isAnswered) await answerInKith(work, contact, wanted.children, wanted.thresholdReason)
  if (ids.length > 0) await syncClocks(work, ids)
  await change(work, { id: contact.id, version: wanted.version + 1 }, { decided_at: work.now })
  return { outcome: 'decided', queued: queued.length, isAnswered, leftOut }
}

async function insertDecisions(work: Work, wanted: DecisionWanted, opened: readonly Opened[]): Promise<void> {
  await work
    .db<FrontDoorTables>()
    .insertInto('contact_decision')
    .values(
      opened.map(one => ({
        id: makeUuid(),
        contact_id: wanted.contactId,
        contact_person_id: one.namedId,
        outcome: one.outcome,
        reasons: one.reasons ?? wanted.reasons,
        signposted_to: wanted.signpostedTo,
        is_re_referral: one.isReReferral,
        referral_id: one.referralId,
        decided_by: work.actor.id,
      })),
    )
    .execute()
}
