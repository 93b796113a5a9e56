import type { FormValues } from '#modules/casework'
import type { FormKeys } from '#platform/http'
import type { FieldErrors, Html } from '#ui'
import type { Entry, Episode, Interview } from '../rules/episode.ts'

/** Everything that the page of an absence shows. */
export type EpisodeView = {
  readonly episode: Episode
  readonly entries: readonly Entry[]
  readonly interviews: readonly Interview[]
  readonly mayWrite: boolean
  readonly now: Temporal.Instant
  readonly sent: FormValues
  readonly errors: FieldErrors
  readonly form: FormKeys
  readonly conflict: Html | null
}
