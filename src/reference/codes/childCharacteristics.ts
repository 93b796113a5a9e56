import type { CodeSet } from './codeSet.ts'

/** Sex of the child. CIN census item N00783, from the 2025 census. */
export const sex = {
  M: { label: 'Male', from: 2025 },
  F: { label: 'Female', from: 2025 },
  U: { label: 'Unknown', from: 2025 },
} as const satisfies CodeSet

/** Gender of the child, which `sex` replaced from the 2025 census. */
export const gender = {
  '0': { label: 'Not recorded or unborn', to: 2024 },
  '1': { label: 'Male', to: 2024 },
  '2': { label: 'Female', to: 2024 },
  '9': { label: 'Indeterminate', to: 2024 },
} as const satisfies CodeSet

/** Ethnicity. CIN census item N00177. */
export const ethnicity = {
  WBRI: { label: 'White British' },
  WIRI: { label: 'White Irish' },
  WIRT: { label: 'Traveller of Irish heritage' },
  WOTH: { label: 'Any other White background' },
  WROM: { label: 'Gypsy or Roma' },
  MWBC: { label: 'White and Black Caribbean' },
  MWBA: { label: 'White and Black African' },
  MWAS: { label: 'White and Asian' },
  MOTH: { label: 'Any other mixed background' },
  AIND: { label: 'Indian' },
  APKN: { label: 'Pakistani' },
  ABAN: { label: 'Bangladeshi' },
  AOTH: { label: 'Any other Asian background' },
  BCRB: { label: 'Caribbean' },
  BAFR: { label: 'African' },
  BOTH: { label: 'Any other Black background' },
  CHNE: { label: 'Chinese' },
  OOTH: { label: 'Any other ethnic group' },
  REFU: { label: 'Refused' },
  NOBT: { label: 'Not yet obtained' },
} as const satisfies CodeSet

/** Disability. CIN census item N00099. NONE stands alone. */
export const disability = {
  NONE: { label: 'No disability' },
  MOB: { label: 'Mobility' },
  HAND: { label: 'Hand function' },
  PC: { label: 'Personal care' },
  INC: { label: 'Incontinence' },
  COMM: { label: 'Communication' },
  LD: { label: 'Learning' },
  HEAR: { label: 'Hearing' },
  VIS: { label: 'Vision' },
  BEH: { label: 'Behaviour' },
  CON: { label: 'Consciousness' },
  AUT: { label: 'Autism' },
  DDA: { label: 'Other' },
} as const satisfies CodeSet

/** Why a child has no unique pupil number. CIN census item N00135. No source gives a label for UN6. */
export const unknownUpn = {
  UN1: { label: 'Not of school age, no number yet' },
  UN2: { label: 'Never attended a maintained school in England' },
  UN3: { label: 'Educated outside England' },
  UN4: { label: 'Newly in need or referred in the last week, number not yet known' },
  UN5: { label: 'Sources disagree, no reliable match' },
  UN6: { label: 'Not obtained: no engagement or consent' },
  UN7: { label: 'Referral with no further action' },
} as const satisfies CodeSet
