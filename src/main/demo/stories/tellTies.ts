import type { Uuid } from '#platform/ids'
import { at } from '../chronicle/moments.ts'
import type { Fact } from '../chronicle/tables.ts'
import type { Teller } from '../teller.ts'

/** How something stands with somebody, as a worker judged it on a day. */
type Judged = {
  readonly personId: Uuid
  readonly on: Temporal.PlainDate
  readonly by: Uuid
  /** From this day a later judgement holds. */
  readonly until?: Temporal.PlainDate
  readonly remark?: string
}

/** A tie of the ecomap; exactly one of `label`, `otherId` and `involvementId`. */
export type ToldTie = Judged & {
  readonly kind: Fact<'ecomap_link'>['kind']
  readonly label?: string
  readonly otherId?: Uuid
  readonly involvementId?: Uuid
  readonly strength: Fact<'ecomap_link'>['strength']
  readonly direction: Fact<'ecomap_link'>['direction']
}

export function tellTie({ chronicle, dice }: Teller, tie: ToldTie): void {
  chronicle.tell(
    'ecomap_link',
    at(tie.on, '16:30'),
    {
      id: dice.id(),
      person_id: tie.personId,
      kind: tie.kind,
      label: tie.label ?? null,
      other_id: tie.otherId ?? null,
      involvement_id: tie.involvementId ?? null,
      strength: tie.strength,
      direction: tie.direction,
      remark: tie.remark ?? null,
      noted_on: tie.on,
      noted_by: tie.by,
    },
    ...ended(tie),
  )
}

/** An opinion of how two people stand with one another. */
export type ToldQuality = Judged & {
  readonly otherId: Uuid
  readonly quality: Fact<'relationship_quality'>['quality']
}

export function tellQuality({ chronicle, dice }: Teller, told: ToldQuality): void {
  chronicle.tell(
    'relationship_quality',
    at(told.on, '16:40'),
    {
      id: dice.id(),
      person_id: told.personId,
      other_id: told.otherId,
      quality: told.quality,
      remark: told.remark ?? null,
      noted_on: told.on,
      noted_by: told.by,
    },
    ...ended(told),
  )
}

const ended = ({ until }: Judged) =>
  until === undefined ? [] : [[at(until, '16:20'), { ended_on: until }] as const]
