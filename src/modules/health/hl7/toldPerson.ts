export interface ToldIdentifier {
  readonly value: string
  readonly authority: string
  readonly type: string
  /** For an NHS number, ten digits when it has them. `ok` false: the check digit or its form is wrong. */
  readonly nhsNumber: { readonly value: string; readonly ok: boolean } | null
}

export interface ToldName {
  readonly family: string
  readonly given: string
  readonly middle: string
  readonly title: string
  /** XPN-7, such as L for legal or A for alias. */
  readonly use: string
}

export interface ToldAddress {
  readonly lines: readonly string[]
  /** In the usual form, or null when none was told that can be read. */
  readonly postcode: string | null
  /** XAD-7, such as H for home or C for temporary. */
  readonly use: string
}

export interface ToldPractitioner {
  readonly code: string
  readonly name: string
}

export type ToldBirthDate =
  | { readonly kind: 'known'; readonly on: Temporal.PlainDate }
  | { readonly kind: 'unknown'; readonly said: string }

export interface ToldPerson {
  readonly identifiers: readonly ToldIdentifier[]
  /** The one NHS number, good or flagged; null when none or several differ. */
  readonly nhsNumber: { readonly value: string; readonly ok: boolean } | null
  /** The name to go by first, then the others. */
  readonly names: readonly ToldName[]
  readonly birthDate: ToldBirthDate
  readonly sex: { readonly code: 'M' | 'F' | 'U' | null; readonly said: string }
  /** Where the person lives first, then the others. */
  readonly addresses: readonly ToldAddress[]
  /** PD1-3 and PD1-4: code of the practice, and the practitioner. */
  readonly practice: ToldPractitioner | null
  readonly practitioner: ToldPractitioner | null
  /** The sender asks that this person's whereabouts be kept from view. */
  readonly isSensitive: boolean
  /** When the person died, where PID-29 or PID-30 says so. */
  readonly isDead: boolean
  /** PID-32, such as traced and verified by the national service. */
  readonly reliability: readonly string[]
}
