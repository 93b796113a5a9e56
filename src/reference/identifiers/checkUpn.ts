import { upnCheckLetter } from './upnLetters.ts'

export type UpnCheck =
  | {
      readonly ok: true
      /** Thirteen capitals and digits without spaces. */
      readonly value: string
      /** The three digits of the authority whose school gave the number. */
      readonly authority: string
      /** Temporary numbers end with a letter. */
      readonly isTemporary: boolean
    }
  | { readonly ok: false; readonly reason: 'not_thirteen' | 'shape' }
  | { readonly ok: false; readonly reason: 'check_letter'; readonly expected: string }

/**
 * Reads a unique pupil number as typed, in any case, with or without spaces, and checks its first letter.
 * Shape: a letter, eleven digits, then a digit or, in a temporary number, a letter; never I, O or S. Whether
 * the authority exists is census rule 1530 and not checked here. Source: census rules 1510, 1540 and 1550.
 */
export function checkUpn(text: string): UpnCheck {
  const value = text.replaceAll(/\s/g, '').toUpperCase()
  if (value.length !== 13) return { ok: false, reason: 'not_thirteen' }
  if (!/^[A-HJ-NP-RT-Z][0-9]{11}[0-9A-HJ-NP-RT-Z]$/.test(value)) return { ok: false, reason: 'shape' }
  const expected = upnCheckLetter(value.slice(1))
  if (value[0] !== expected) return { ok: false, reason: 'check_letter', expected }
  return { ok: true, value, authority: value.slice(1, 4), isTemporary: /[A-Z]$/.test(value) }
}
