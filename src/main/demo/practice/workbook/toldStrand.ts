import type { Uuid } from '#platform/ids'
import type { Worker } from '../../county/county.ts'
import type { Help } from './workbookWords.ts'

type Day = Temporal.PlainDate

/** A strand of a family’s workbook, as it was told. */
export type ToldStrand = {
  readonly id: Uuid
  readonly familyId: Uuid
  readonly teamId: Uuid
  readonly help: Help
  readonly personId: Uuid
  readonly worker: Worker
  readonly offeredOn: Day
  /** Null: nobody has met them yet. */
  readonly contactOn: Day | null
}
