import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** A piece that somebody has written already, as an assessment may take it in: read there, edited there, typed once. */
export type WritingOffer = {
  /** The same piece has the same key at each reading: letters, digits and hyphens. */
  readonly key: string
  /** Under what it is listed: "Substance misuse". */
  readonly chapter: string
  /** "Summary of October 2026" */
  readonly title: string
  /** The author's job and no more: "substance misuse practitioner"; null where several wrote it. */
  readonly job: string | null
  /** Of whom it is. */
  readonly personIds: readonly Uuid[]
  readonly words: string
  /** Why whoever takes it in is asked for a reason; null where nobody need be. */
  readonly caution: string | null
}

/** What another practice module has written of a family, offered to the assessment of its children. */
export type WritingSource = {
  readonly name: string
  /** Whether there is anything at all: asked where only the way to the offers is shown. */
  hasAny(work: Work, familyId: Uuid): Promise<boolean>
  /** Of what the reader may read of every person in it, the newest of each chapter first. */
  offers(work: Work, familyId: Uuid): Promise<readonly WritingOffer[]>
}
