import type { Uuid } from '#platform/ids'
import { at } from '../chronicle/moments.ts'
import type { Fact } from '../chronicle/tables.ts'
import type { Teller } from '../teller.ts'

type Day = Temporal.PlainDate

/** An opinion of how two adults stand with one another, in the record of a child. */
export type ToldAdultsQuality = {
  readonly childId: Uuid
  readonly adultId: Uuid
  readonly otherAdultId: Uuid
  readonly quality: Fact<'adult_relationship_quality'>['quality']
  readonly remark: string
  readonly on: Day
  readonly by: Uuid
  readonly until?: Day
}

export function tellAdultsQuality({ chronicle, dice }: Teller, told: ToldAdultsQuality): void {
  const { until } = told
  chronicle.tell(
    'adult_relationship_quality',
    at(told.on, '16:45'),
    {
      id: dice.id(),
      person_id: told.childId,
      adult_id: told.adultId,
      other_adult_id: told.otherAdultId,
      quality: told.quality,
      remark: told.remark,
      noted_on: told.on,
      noted_by: told.by,
    },
    ...(until === undefined ? [] : [[at(until, '16:20'), { ended_on: until }] as const]),
  )
}

/** A pregnancy that ended, in the record of a child of the mother's family. */
export type ToldPregnancyEnd = {
  readonly childId: Uuid
  readonly motherId: Uuid
  readonly kind: Fact<'pregnancy_end'>['kind']
  readonly endedOn: Day
  readonly precision: Fact<'pregnancy_end'>['ended_on_precision']
  readonly source: string
  readonly on: Day
  readonly by: Uuid
}

export function tellPregnancyEnd({ chronicle, dice }: Teller, told: ToldPregnancyEnd): void {
  chronicle.tell('pregnancy_end', at(told.on, '16:50'), {
    id: dice.id(),
    person_id: told.childId,
    mother_id: told.motherId,
    kind: told.kind,
    ended_on: told.endedOn,
    ended_on_precision: told.precision,
    source: told.source,
    noted_by: told.by,
  })
}

/** Whether two children of one birth are identical. */
export function tellLikeness(
  { chronicle, dice }: Teller,
  told: {
    readonly one: Uuid
    readonly other: Uuid
    readonly source: string
    readonly on: Day
    readonly by: Uuid
  },
): void {
  chronicle.tell('twin_likeness', at(told.on, '16:55'), {
    id: dice.id(),
    person_id: told.one,
    other_id: told.other,
    likeness: 'identical',
    source: told.source,
    noted_by: told.by,
  })
}
