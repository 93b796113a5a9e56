import { readEpisodes, syncClocks } from '#modules/casework'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import { readPreProceedings } from '../queries/readPreProceedings.ts'
import { isOpen } from '../rules/preProceedings.ts'

/** The decision at the legal gateway. */
export type Gateway = {
  readonly personIds: readonly Uuid[]
  readonly startedOn: Temporal.PlainDate
  readonly reasons: string
}

/** Begun, or whose are open already: a child is in pre-proceedings once at a time. */
export type Started =
  | { readonly outcome: 'started'; readonly togetherId: Uuid }
  | { readonly outcome: 'open_already'; readonly personIds: readonly Uuid[] }

/** Begins pre-proceedings for some brothers and sisters at once: one decision, a row each. */
export async function startPreProceedings(work: Work, gateway: Gateway): Promise<Started> {
  const { personIds, startedOn, reasons } = gateway
  await holdChildren(work, personIds)
  const open = (await readPreProceedings(work, personIds)).filter(isOpen)
  if (open.length > 0) return { outcome: 'open_already', personIds: open.map(({ personId }) => personId) }
  const episodes = await readEpisodes(work, personIds)
  const togetherId = makeUuid()
  const referralOf = (personId: Uuid) =>
    episodes.findLast(one => one.personId === personId && one.closedOn === null)?.id ?? null
  await work
    .db<ChildProtectionTables>()
    .insertInto('pre_proceedings')
    .values(
      personIds.map(personId => ({
        id: makeUuid(),
        person_id: personId,
        referral_id: referralOf(personId),
        together_id: togetherId,
        started_on: startedOn,
        reasons,
        decided_by: work.actor.id,
      })),
    )
    .execute()
  await syncClocks(work, personIds)
  return { outcome: 'started', togetherId }
}

/** Two who begin for one child come one after the other, in one order whoever asks. */
async function holdChildren(work: Work, personIds: readonly Uuid[]): Promise<void> {
  for (const id of personIds.toSorted())
    await work
      .db()
      .selectNoFrom(eb =>
        eb.fn('pg_advisory_xact_lock', [eb.fn('hashtextextended', [eb.val(id), eb.val(7320)])]).as('held'),
      )
      .execute()
}
