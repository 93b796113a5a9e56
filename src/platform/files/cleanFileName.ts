import { type MediaType, mediaTypes } from './mediaTypes.ts'

const LONGEST = 120

/**
 * A file's name as the record shows it: without folders, control characters and marks that turn the reading direction
 * (they make "gpj.exe" read as "exe.jpg"), and with the ending of what the file is, whatever it was called.
 */
export function cleanFileName(given: string, mediaType: MediaType): string {
  const plain = plainName(given)
  const stem = plain.replace(/\.[^.]*$/, '').replace(/^[.\s]+|[.\s]+$/g, '')
  const named = [...(stem || 'file')].slice(0, LONGEST).join('')
  const { ending } = mediaTypes[mediaType]
  const said = endingOf(given)
  return `${named}.${said === 'jpeg' && ending === 'jpg' ? 'jpeg' : ending}`
}

/** The ending that a name claims, in small letters; empty when there is none. */
export const endingOf = (given: string): string =>
  /\.([a-z0-9]{1,10})$/i.exec(plainName(given))?.[1]?.toLowerCase() ?? ''

const plainName = (given: string): string =>
  (given.normalize('NFC').split(/[/\\]/).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*]/gu, '')
    .trim()
