import type { LetterRecipient, StoredClock } from '#modules/casework'
import type { Uuid } from '#platform/ids'
import type { PreProceedings } from '../rules/preProceedings.ts'

/** Everything that the page shows. */
export type PageView = {
  readonly personId: Uuid
  readonly cases: readonly PreProceedings[]
  /** Names of brothers and sisters who were decided on at once, by what they share. */
  readonly beside: ReadonlyMap<Uuid, string>
  /** Of the adults of the family. */
  readonly names: ReadonlyMap<Uuid, string>
  readonly withResponsibility: readonly LetterRecipient[]
  readonly clocks: readonly StoredClock[]
  readonly today: Temporal.PlainDate
  readonly mayWrite: boolean
  readonly readsRecord: boolean
  readonly isOfferInForce: boolean
  /** A practitioner who writes the record: shown the same two links whether there is advice or none. */
  readonly mayAdvise: boolean
}
