import type { ClockEntry } from '../clockDefinition.ts'
import { monthsAfter, weeksAfter, workingDaysAfter } from '../countingRules.ts'

/** Clocks of the area: adoption. */
export const adoptionClocks = [
  {
    id: 'ADOPT_ADM',
    area: 'adoption',
    name: 'Agency decision maker decision',
    trigger: 'Final panel minutes received',
    satisfiedBy: 'Decision',
    responsible: 'Agency decision maker',
    force: 'statutory_guidance',
    confidence: 'memory',
    status: 'in_force',
    configurable: false,
    bound: 'no_later_than',
    lateMeans: 'More than 7 working days',
    edgeCases: [],
    sources: [{ document: 'Adoption guidance/national minimum standards', ref: null, address: null }],
    versions: [
      {
        version: 1,
        effectiveFrom: null,
        effectiveTo: null,
        limit: { value: 7, unit: 'working_days' },
        recurrence: null,
        anchor: 'trigger',
        counting: workingDaysAfter,
      },
    ],
  },
  {
    id: 'ADOPTER_STAGE1',
    area: 'adoption',
    name: 'Prospective adopter stage 1',
    trigger: 'Registration of interest accepted',
    satisfiedBy: 'Stage 1 decision',
    responsible: 'Adoption agency',
    force: 'regulation',
    confidence: 'seen_secondary',
    status: 'in_force',
    configurable: false,
    bound: 'no_later_than',
    lateMeans: 'More than 2 months',
    edgeCases: [
      'Two and four months are adoption; the fostering regulations do not have them',
      'Decision on the registration itself: 5 working days',
      'Adopter may pause up to 6 months before stage 2',
    ],
    sources: [
      {
        document: 'Adoption Agencies Regulations 2005 (2013 amend.)',
        ref: 'reg 21-27, as given by One Adoption South Yorkshire (normally no more than two months)',
        address:
          'https://oneadoption-southyorkshire.trixonline.co.uk/chapter/recruitment-and-assessment-of-adopters-stage-1-procedure',
      },
      {
        document: 'Kensington and Chelsea process',
        ref: null,
        address: 'https://www.rbkc.gov.uk/adoption/process',
      },
    ],
    versions: [
      {
        version: 1,
        effectiveFrom: null,
        effectiveTo: null,
        limit: { value: 2, unit: 'months' },
        recurrence: null,
        anchor: 'trigger',
        counting: monthsAfter,
      },
    ],
  },
  {
    id: 'ADOPTER_STAGE2',
    area: 'adoption',
    name: 'Prospective adopter stage 2',
    trigger: "Agency receives adopter's notice that they wish to go on to stage 2",
    satisfiedBy: 'Agency decides suitability to adopt',
    responsible: 'Adoption agency',
    force: 'regulation',
    confidence: 'seen_primary',
    status: 'in_force',
    configurable: false,
    bound: 'no_later_than',
    lateMeans: 'More than 4 months',
    edgeCases: [
      "May run over in exceptional circumstances or at the adopter's request (30B(2)): record which",
      'No decision before the reg 26(b) information is in (30B(1A))',
      'Proposed refusal: adopter has 40 working days, counting the day it was sent, to make representations or go to independent review',
    ],
    sources: [
      {
        document: 'Adoption Agencies Regulations 2005',
        ref: 'reg 30B(1)-(2), (5)',
        address: 'https://legislation.gov.uk/uksi/2005/389/regulation/30B/data.htm?view=plain+extent',
      },
    ],
    versions: [
      {
        version: 1,
        effectiveFrom: null,
        effectiveTo: null,
        limit: { value: 4, unit: 'months' },
        recurrence: null,
        anchor: 'trigger',
        counting: monthsAfter,
      },
    ],
  },
  {
    id: 'ADOPT_PLACEMENT_REVIEW',
    area: 'adoption',
    name: 'Adoption placement review',
    trigger: 'Placed for adoption',
    satisfiedBy: 'Review',
    responsible: 'Agency',
    force: 'regulation',
    confidence: 'seen_primary',
    status: 'in_force',
    configurable: false,
    bound: 'no_later_than',
    lateMeans: 'Late',
    edgeCases: [
      'First review within 4 weeks of placement; second within 3 months of the first; then within 6 months of each',
      'Visits: within 1 week of placement, then at least weekly to the first review, then as each review decides',
      'Authorised but not yet placed: review within 3 months of authority to place, then every 6 months',
      'Ends on return to the agency or adoption order',
    ],
    sources: [
      {
        document: 'Adoption Agencies Regulations 2005',
        ref: 'reg 36(1)-(4)',
        address: 'http://www.legislation.gov.uk/uksi/2005/389/regulation/36/made',
      },
    ],
    versions: [
      {
        version: 1,
        effectiveFrom: null,
        effectiveTo: null,
        limit: { value: 4, unit: 'weeks' },
        recurrence: {
          style: 'sequence',
          steps: [
            { value: 4, unit: 'weeks' },
            { value: 3, unit: 'months' },
            { value: 6, unit: 'months' },
          ],
        },
        anchor: 'previous_completion',
        counting: weeksAfter,
      },
    ],
  },
] as const satisfies readonly ClockEntry[]
