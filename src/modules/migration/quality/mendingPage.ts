import type { Found } from '#modules/casework'

/** Which form of the child's details keeps an element of the census. */
const detailsOf: Readonly<Record<string, string>> = {
  LAchildID: 'identifier',
  UPN: 'identifier',
  FormerUPN: 'identifier',
  UPNunknown: 'facts',
  Sex: 'facts',
  GenderCurrent: 'facts',
  Ethnicity: 'facts',
  PersonBirthDate: 'life',
  ExpectedPersonBirthDate: 'life',
  PersonDeathDate: 'life',
  Disability: 'disability',
}
const ofReferral: ReadonlySet<string> = new Set([
  'CINreferralDate',
  'ReferralSource',
  'PrimaryNeedCode',
  'ReferralNFA',
])

/**
 * The form that keeps the element of a finding. What no form keeps (enquiries, conferences, protection plans, what is closed) is
 * mended in the file: the run lists it.
 */
export function mendingPage({ personId, detail }: Found): string {
  const element = (detail['element'] ?? '').replaceAll(/^.*\/|\[\d+\]$/g, '')
  const part = detailsOf[element]
  if (part !== undefined) return `/people/${personId}/details/${part}`
  if (ofReferral.has(element) && detail['referral'])
    return `/people/${personId}/referrals/${detail['referral']}`
  return `/imports/${detail['run']}`
}
