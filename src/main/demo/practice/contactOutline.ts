import type { Uuid } from '#platform/ids'
import type { Fact } from '../chronicle/tables.ts'

type Named = Partial<Fact<'contact_person'>> & Pick<Fact<'contact_person'>, 'role'>

/** A contact as the story of the queue has it; what is left out is not said. */
export type ContactOutline = {
  /** Days before the demo's today, and the time of day. */
  readonly received: readonly [days: number, time: string]
  readonly contact: Partial<Fact<'contact'>> & Pick<Fact<'contact'>, 'channel' | 'worries'>
  readonly people: readonly Named[]
  readonly said?: readonly {
    readonly author: Uuid
    readonly organisation: Uuid
    readonly body: string
    readonly rag: 'red' | 'amber' | 'green'
  }[]
  /** Advice, on the day of receipt, and whether the referrer was told. */
  readonly decided?: {
    readonly reasons: string
    readonly isTold: boolean
    /** Why, for a professional who referred, in words that name nobody. */
    readonly thresholdReason?: string
  }
}

/** A child as a contact names them. */
export const child = (
  given: string,
  family: string,
  born: Temporal.PlainDate | null,
  more: Partial<Named> = {},
): Named => ({
  role: 'child',
  given,
  family,
  date_of_birth: born,
  ...more,
})

/** An adult, and what they are to the children. */
export const adult = (given: string, family: string, relation: string, more: Partial<Named> = {}): Named => ({
  role: 'adult',
  given,
  family,
  relation,
  ...more,
})
