import type { CodeSet } from './codeSet.ts'

/** Who referred the child. CIN census item N00152. */
export const referralSource = {
  '1A': { label: 'Individual: family member, relative or carer' },
  '1B': { label: 'Individual: acquaintance, such as a neighbour or childminder' },
  '1C': { label: 'Individual: self' },
  '1D': { label: 'Individual: other, such as a stranger' },
  '2A': { label: 'School' },
  '2B': { label: 'Education services' },
  '3A': { label: 'Health: general practitioner' },
  '3B': { label: 'Health: health visitor' },
  '3C': { label: 'Health: school nurse' },
  '3D': { label: 'Health: other primary health service' },
  '3E': { label: 'Health: accident and emergency department' },
  '3F': { label: 'Health: other, such as a hospice' },
  '4': { label: 'Housing: local authority or housing association' },
  '5A': { label: 'Local authority: social care, such as adult social care' },
  '5B': { label: 'Local authority: other internal, such as youth offending (not housing)' },
  '5C': { label: "Local authority: external, such as another authority's adult social care" },
  '5D': { label: 'Local authority: early help', from: 2023 },
  '6': { label: 'Police' },
  '7': { label: 'Other legal agency: court, probation, immigration, Cafcass or prison' },
  '8': { label: "Other: children's centre, independent provider or voluntary organisation" },
  '9': { label: 'Anonymous' },
  '10': { label: 'Unknown' },
} as const satisfies CodeSet
