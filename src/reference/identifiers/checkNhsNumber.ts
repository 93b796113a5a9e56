export type NhsNumberCheck =
  | {
      readonly ok: true
      /** Ten digits without spaces. */
      readonly value: string
      /** As people read it: 943 476 5919. */
      readonly formatted: string
      /** True for numbers starting 999, which are never issued to a person. */
      readonly isTestNumber: boolean
    }
  | { readonly ok: false; readonly reason: 'not_ten_digits' | 'repeated_digit' | 'check_digit' }

/**
 * Reads an NHS number as typed, with or without spaces and hyphens, and checks its last digit by modulus 11.
 * Whether to record one that fails is the caller's decision.
 * Source: NHS Data Dictionary, NHS NUMBER.
 */
export function checkNhsNumber(text: string): NhsNumberCheck {
  const value = text.replaceAll(/[\s-]/g, '')
  if (!/^[0-9]{10}$/.test(value)) return { ok: false, reason: 'not_ten_digits' }
  if (/^(.)\1{9}$/.test(value)) return { ok: false, reason: 'repeated_digit' }
  if (nhsCheckDigit(value.slice(0, 9)) !== Number(value[9])) return { ok: false, reason: 'check_digit' }
  const formatted = `${value.slice(0, 3)} ${value.slice(3, 6)} ${value.slice(6)}`
  return { ok: true, value, formatted, isTestNumber: value.startsWith('999') }
}

/** The tenth digit of an NHS number from its first nine, or null when no number may have those nine. */
export function nhsCheckDigit(nineDigits: string): number | null {
  const sum = [...nineDigits].reduce((total, digit, place) => total + Number(digit) * (10 - place), 0)
  const remainder = 11 - (sum % 11)
  if (remainder === 10) return null
  return remainder === 11 ? 0 : remainder
}
