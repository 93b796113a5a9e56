import type { Found, QualityRule } from '#modules/casework'
import { formatDate } from '#ui'

const CENSUS = 'Children in need census'
const GUIDE = 'Working Together 2023, chapter 3'

const ofJoint =
  (part: (found: Found) => string): QualityRule['href'] =>
  found =>
    `/assessments/${found.about}${part(found)}`
const day = ({ on }: Found): string => (on === null ? '' : formatDate(on))
const began =
  (words: string): QualityRule['problem'] =>
  found =>
    `${words}; it began on ${day(found)}`

/** What an assessment of a held child owes a return, the law or the child, each with the form that mends it. */
export const assessmentRules = {
  no_factors_yet: {
    rule: 'Factors of an assessment under way (N00181)',
    basis: `${CENSUS}, rule 8897Q`,
    severity: 'query',
    problem: began('No factor is ticked, nor “No factors found”'),
    mend: 'Tick what the assessment has found so far',
    href: ofJoint(() => '/factors'),
  },
  no_outcome_yet: {
    rule: 'Outcome of an assessment under way',
    basis: `${GUIDE}: an assessment ends with a decision on what happens next`,
    severity: 'query',
    problem: began('No outcome is recorded'),
    mend: 'Record what comes next for the child, and why',
    href: ofJoint(() => '/outcomes'),
  },
  no_view_yet: {
    rule: 'What the child says, or why there is nothing',
    basis: 'Children Act 1989, section 17(4A)',
    severity: 'query',
    problem: began('Neither is written'),
    mend: 'Write what the child thinks, feels and wants, or why it could not be found out',
    href: ofJoint(({ personId }) => `/children/${personId}`),
  },
  no_factors: {
    rule: 'Factors of an authorised assessment (N00181)',
    basis: `${CENSUS}, rule 8897Q`,
    severity: 'query',
    problem: found => `Authorised on ${day(found)} without any factor`,
    mend: 'What is authorised does not change: assess again, with the factors; or explain it in the return',
    href: ({ personId }) => `/people/${personId}/assessments/new`,
  },
  not_seen: {
    rule: 'The child is seen in the assessment',
    basis: `${GUIDE}: children are seen and heard; Children Act 1989, section 17(4A)`,
    severity: 'query',
    problem: found => `Authorised on ${day(found)}, and no visit at which the child was seen is recorded`,
    mend: 'If the child was seen, record that visit with its day; if not, see the child now',
    href: ({ personId }) => `/people/${personId}/visits/new`,
  },
  no_plan: {
    rule: 'A child found to be in need has a plan (N00689)',
    basis: `Children Act 1989, section 17; ${GUIDE}`,
    severity: 'error',
    problem: found => `Found to be in need on ${day(found)}; no plan has begun since`,
    mend: 'Start the plan',
    href: ({ personId }) => `/people/${personId}/plan`,
  },
  not_authorised: {
    rule: 'An assessment handed in is authorised or returned (N00160)',
    basis: `${CENSUS}, rule 8670Q; ${GUIDE}`,
    severity: 'query',
    problem: found => `Handed in on ${day(found)} and not decided`,
    mend: 'The manager authorises it, or returns it with reasons',
    href: ({ about }) => `/approvals/${about}`,
    isManagers: true,
  },
} as const satisfies Readonly<Record<string, QualityRule>>
