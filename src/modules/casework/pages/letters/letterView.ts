import type { Draft } from '#platform/drafts'
import type { FormKeys } from '#platform/http'
import type { Uuid } from '#platform/ids'
import type { FieldErrors } from '#ui'
import type { LetterWords } from '../../letters/changeLetter.ts'
import type { ContactTimes } from '../../letters/contactTimes.ts'
import type { CopiedNote } from '../../letters/copiedNotes.ts'
import type { PostalAddress } from '../../letters/postalAddress.ts'
import type { Letter } from '../../letters/readLetters.ts'
import type { LetterPart } from './letterVisit.ts'

/** Everything that a letter's page shows. */
export type LetterView = {
  readonly path: string
  readonly letter: Letter
  /** As the form is filled: the letter's, those of a draft, or those just typed. */
  readonly words: LetterWords
  readonly draft: Draft | null
  readonly offered: Draft | null
  /** The letter's words now, when it was changed after the form was opened. */
  readonly conflict?: LetterWords
  /** Notes about others whose words were met in what was just sent. */
  readonly copied?: readonly CopiedNote[]
  /** Why they may be read, as it was typed. */
  readonly copiedReason?: string
  readonly errors: FieldErrors
  readonly keys: FormKeys
  readonly now: Temporal.Instant
  readonly me: Uuid
  readonly part: LetterPart
  readonly aboutNames: readonly string[]
  /** Names of those whose protected details were met, as far as the reader may know them. */
  readonly hitNames: ReadonlyMap<Uuid, string>
  readonly address: PostalAddress
  readonly contacts: readonly ContactTimes[]
  /** Of the letter as it would be printed, in hexadecimal. */
  readonly hash: string
}
