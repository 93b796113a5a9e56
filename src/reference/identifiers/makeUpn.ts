import { upnCheckLetter, upnLetters } from './upnLetters.ts'

/** The parts of a unique pupil number. */
export interface UpnParts {
  /** Department for Education number of the authority, three digits. */
  readonly authority: number
  /** Number of the school within the authority, four digits. */
  readonly school: number
  /** The year in which the number was given; its last two digits are used. */
  readonly year: number
  /** 0 to 999, or 0 to 99 for a temporary number. */
  readonly serial: number
  /** The last letter of a temporary number. */
  readonly temporaryLetter?: string
}

/** A valid unique pupil number from its parts. Throws a RangeError for a part that does not fit. */
export function makeUpn({ authority, school, year, serial, temporaryLetter }: UpnParts): string {
  const last = temporaryLetter ?? ''
  if (last !== '' && (last.length !== 1 || !upnLetters.includes(last))) {
    throw new RangeError(`A temporary number ends with one of ${upnLetters}, not ${last}.`)
  }
  const body = [
    digits(authority, 3),
    digits(school, 4),
    digits(year % 100, 2),
    digits(serial, 3 - last.length),
    last,
  ].join('')
  return `${upnCheckLetter(body)}${body}`
}

function digits(part: number, length: number): string {
  if (!Number.isInteger(part) || part < 0 || part >= 10 ** length) {
    throw new RangeError(`A part of a unique pupil number must fit ${length} digits: ${part} does not.`)
  }
  return String(part).padStart(length, '0')
}
