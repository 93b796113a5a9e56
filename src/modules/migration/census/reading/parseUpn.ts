import { checkUpn } from '#reference'
import type { Parsed } from './reading.ts'

const shape = /^[A-Z]\d{11}[0-9A-Z]$/

/**
 * Reads a unique pupil number: a letter, eleven digits, and a digit or (temporary numbers) a letter. The right shape with
 * a wrong letter is taken with a doubt, since the number may still join records.
 */
export function parseUpn(raw: string): Parsed<string> {
  const text = raw.trim()
  const value = text.toUpperCase()
  if (!shape.test(value)) {
    const refusal = 'A UPN is a letter, eleven digits, and a digit or letter.'
    return { refusal, rule: /^.{4}\d{8}/.test(value) ? '1550' : '1540' }
  }
  const checked = checkUpn(value)
  if (checked.ok) return value === text ? { value } : { value, doubt: `"${text}" was read as ${value}.` }
  if (checked.reason === 'check_letter') {
    return { value, doubt: `The first letter should be ${checked.expected} by the digits.`, rule: '1510' }
  }
  const doubt = 'A UPN has no I, O or S.'
  return { value, doubt, rule: /[IOS]$/.test(value) ? '1550' : '1510' }
}
