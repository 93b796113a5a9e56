import type { Fields } from '#modules/casework'
import { parseUuid, type Uuid } from '#platform/ids'
import { type Html, html } from '#ui'
import { codesOf, type Of, oneOfMany, text, type Words } from '../frame/fieldParts.ts'
import type { OpenFamily } from '../frame/openFamily.ts'

/** What the fields need of the room: who is in the family. */
type Around = { readonly open: OpenFamily }

/** Words of one of the family, as they said them. */
export type Voice = { readonly personId: Uuid; readonly words: string }

/** Those whose words are heard, by their places in the form. */
export const VOICES = [1, 2, 3] as const

export const voiceOrder: readonly string[] = VOICES.flatMap(at => [`voice-${at}`, `voice-of-${at}`])

const speakers = ({ members, shared }: OpenFamily): Words =>
  Object.fromEntries(
    members
      .filter(({ person }) => shared.has(person.id))
      .map(({ person }) => [person.id, person.displayName]),
  )

export const voiceFields = (at: number, { open }: Around, of: Of): Html =>
  html`${text(`voice-${at}`, 'What a child or parent says, in their own words (optional)', of, undefined, 2)}${oneOfMany(`voice-of-${at}`, 'Who says it?', speakers(open), of)}`

/** Words with whom they are of; words of nobody and somebody without words are asked about. */
export function voiceOf(fields: Fields, at: number, { open }: Around): Voice | null {
  const words = fields.text(`voice-${at}`, 20_000)
  const chosen = fields.typed(`voice-of-${at}`)
  if (words === null)
    return chosen === ''
      ? null
      : fields.problem(`voice-${at}`, 'Enter what they say, or take out who says it')
  const personId = parseUuid(chosen)
  if (personId === null || !codesOf(speakers(open)).includes(personId))
    return fields.problem(`voice-of-${at}`, 'Select who says it')
  return { personId, words }
}
