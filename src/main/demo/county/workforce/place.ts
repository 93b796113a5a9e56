import type { Uuid } from '#platform/ids'

/** A place that somebody may be hired into. */
export type Place = { readonly id: Uuid; readonly openedOn: Temporal.PlainDate }
