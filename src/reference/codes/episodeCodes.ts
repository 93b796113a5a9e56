import type { CodeSet } from './codeSet.ts'

/** Main reason why the child is in need. CIN census item N00101. */
export const primaryNeed = {
  N1: {
    label: 'Abuse, neglect and exploitation',
    formerLabels: [{ label: 'Abuse or neglect', to: 2025 }],
  },
  N2: { label: "Child's disability" },
  N3: { label: 'Parental disability or illness' },
  N4: { label: 'Family in acute stress' },
  N5: { label: 'Family dysfunction' },
  N6: { label: 'Socially unacceptable behaviour' },
  N7: { label: 'Low income' },
  N8: { label: 'Absent parenting' },
  N9: { label: 'Cases other than children in need' },
  N0: { label: 'Not stated' },
} as const satisfies CodeSet

/** Why an episode of need was closed. CIN census item N00103. */
export const closureReason = {
  RC1: { label: 'Adopted' },
  RC2: { label: 'Died' },
  RC3: { label: 'Child arrangements order' },
  RC4: { label: 'Special guardianship order' },
  RC5: { label: 'Transferred to another local authority' },
  RC6: { label: 'Transferred to adult social care' },
  RC7: { label: 'Services ended for any other reason, including no longer in need' },
  RC8: { label: 'Closed after assessment, no further action' },
  RC9: { label: 'Closed after assessment, referred to early help', from: 2023 },
} as const satisfies CodeSet

/** Category of abuse on a child protection plan. CIN census items N00113 and N00114. */
export const abuseCategory = {
  NEG: { label: 'Neglect' },
  PHY: { label: 'Physical abuse' },
  SAB: { label: 'Sexual abuse' },
  EMO: { label: 'Emotional abuse' },
  MUL: { label: 'Multiple (not recommended)' },
} as const satisfies CodeSet

/** A yes or no in the census. The file takes 0 and 1 only. */
export const yesNo = {
  '0': { label: 'No' },
  '1': { label: 'Yes' },
} as const satisfies CodeSet

/** Name of the collection, in the header of the file. CIN census item N00600. */
export const collection = { CIN: { label: 'Children in need census' } } as const satisfies CodeSet

/** Who supplies the file. CIN census item N00604. */
export const sourceLevel = { L: { label: 'Local authority' } } as const satisfies CodeSet
