import type { Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import type { LinkKind } from './words.ts'

type Tables = ChildProtectionTables

/** That a child is, or may be, harmed outside the home. */
export type Concern = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly kind: string
  readonly notedOn: Temporal.PlainDate
  readonly source: Tables['harm_concern']['source']
  readonly words: string
  readonly endedOn: Temporal.PlainDate | null
  readonly endReason: string | null
  readonly version: number
}

/** A judgement of the risk on a day. */
export type RiskAssessment = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly assessedOn: Temporal.PlainDate
  readonly kinds: readonly string[]
  readonly indicators: readonly string[]
  readonly level: Tables['harm_assessment']['level']
  readonly reasons: string
  readonly childWords: string | null
  readonly nextReviewOn: Temporal.PlainDate | null
  readonly author: string | null
}

/** What a tie goes to. */
export type LinkTarget = {
  readonly networkId: Uuid | null
  readonly placeId: Uuid | null
  readonly adultId: Uuid | null
  readonly adultName: string | null
  readonly peerId: Uuid | null
}

/** What ties a child to a network, a place, an adult or another child. */
export type Link = LinkTarget & {
  readonly id: Uuid
  /** In whose record it stands. */
  readonly personId: Uuid
  readonly kind: LinkKind
  readonly role: string
  readonly sinceOn: Temporal.PlainDate
  readonly source: Tables['harm_link']['source']
  readonly certainty: Tables['harm_link']['certainty']
  readonly words: string | null
  readonly endedOn: Temporal.PlainDate | null
  readonly endReason: string | null
  readonly version: number
}

/** A name that plans share. Who else belongs to it is never told here. */
export type Network = {
  readonly id: Uuid
  readonly name: string
  readonly reference: string
  readonly kind: string
  readonly openedOn: Temporal.PlainDate
  readonly closedOn: Temporal.PlainDate | null
  readonly version: number
}

/** Somewhere that children are harmed. */
export type Place = {
  readonly id: Uuid
  readonly name: string
  readonly kind: Tables['harm_place']['kind']
  readonly located: string | null
  readonly known: string
  readonly risk: Tables['harm_place']['risk']
  readonly notedOn: Temporal.PlainDate
  readonly endedOn: Temporal.PlainDate | null
  readonly version: number
}
