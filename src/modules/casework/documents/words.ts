import type { CaseworkTables } from '../tables.ts'

type Document = CaseworkTables['document']
type Part = CaseworkTables['document_part']
type Plain<T> = T extends { readonly __select__: infer S } ? S : T

export type DocumentKind = Document['kind']
export type Scan = Plain<Document['scan']>
export type SourceKind = Part['source_kind']

export const documentKinds: Readonly<Record<DocumentKind, string>> = {
  letter: 'Letter',
  report: 'Report',
  assessment: 'Assessment',
  plan: 'Plan',
  form: 'Form',
  picture: 'Picture',
  court: 'Court paper',
  medical: 'Medical',
  school: 'School',
  other: 'Other',
}

export const sourceKinds: Readonly<Record<SourceKind, string>> = {
  social_care: 'Children’s social care',
  police: 'Police',
  strategy_discussion: 'Strategy discussion',
  health: 'Health',
  school: 'School or nursery',
  probation: 'Probation',
  family: 'The family',
  third_party: 'Somebody else outside the family',
  other: 'Other',
}

/** Who a part of a document may be shown to, once somebody decided so. */
export const audiences = {
  mother: 'Mother',
  father: 'Father',
  child: 'Child',
  carer: 'Carer',
  school: 'School',
  health: 'Health',
} as const

export type Audience = keyof typeof audiences

/** Whether a file with this finding may be opened, and how that is said. */
export const scanWords: Readonly<Record<Scan, { readonly isReleased: boolean; readonly short: string }>> = {
  not_scanned: { isReleased: false, short: 'Not scanned yet' },
  clean: { isReleased: true, short: 'Released' },
  infected: { isReleased: false, short: 'Harmful: locked' },
  made_here: { isReleased: true, short: 'Made by Kith' },
}

/** A size as people say it: "1.2 MB". */
export function sizeWords(bytes: number): string {
  if (bytes >= 1e6) return `${(bytes / 1e6).toFixed(1)} MB`
  return bytes >= 1e3 ? `${Math.round(bytes / 1e3)} kB` : `${bytes} bytes`
}
