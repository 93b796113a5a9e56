import type { ClockEntry } from '../clockDefinition.ts'
import { calendarDaysAfter, monthsAfter } from '../countingRules.ts'

/** Clocks of the area: care leavers. */
export const careLeaversClocks = [
  {
    id: 'CL_NEEDS_ASSESS',
    area: 'care_leavers',
    name: 'Needs assessment of eligible child',
    trigger: '16th birthday or date becomes eligible',
    satisfiedBy: 'Assessment complete',
    responsible: 'Social worker/personal adviser',
    force: 'regulation',
    confidence: 'seen_primary',
    status: 'in_force',
    configurable: false,
    bound: 'no_later_than',
    lateMeans: 'More than 3 months',
    edgeCases: ['Eligible: looked after for 13 weeks since 14, some of it after 16'],
    sources: [
      {
        document: 'Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959)',
        ref: 'reg 42(1)',
        address:
          'https://www.legislation.gov.uk/uksi/2010/959/part/7/crossheading/eligible-children?view=plain',
      },
    ],
    versions: [
      {
        version: 1,
        effectiveFrom: null,
        effectiveTo: null,
        limit: { value: 3, unit: 'months' },
        recurrence: null,
        anchor: 'trigger',
        counting: monthsAfter,
      },
    ],
  },
  {
    id: 'CL_PLAN_REVIEW',
    area: 'care_leavers',
    name: 'Pathway plan review',
    trigger: 'Previous review',
    satisfiedBy: 'Review recorded',
    responsible: 'Personal adviser/local authority',
    force: 'regulation',
    confidence: 'seen_secondary',
    status: 'in_force',
    configurable: false,
    bound: 'no_later_than',
    lateMeans: 'More than 6 months; also on request of young person or personal adviser',
    edgeCases: [
      'Eligible child: part of the looked-after review; after 18 many areas review yearly, but the law is 6 months',
    ],
    sources: [
      {
        document: 'Care Leavers (England) Regulations 2010',
        ref: 'reg 7',
        address: 'https://www.norfolk.gov.uk/article/41535/Pathway-plan-review',
      },
    ],
    versions: [
      {
        version: 1,
        effectiveFrom: null,
        effectiveTo: null,
        limit: { value: 6, unit: 'months' },
        recurrence: { style: 'interval', value: 6, unit: 'months' },
        anchor: 'previous_completion',
        counting: monthsAfter,
      },
    ],
  },
  {
    id: 'CL_PA_VISIT_7D',
    area: 'care_leavers',
    name: 'Personal adviser visit after move into local-authority-provided accommodation',
    trigger: 'Accommodation first provided',
    satisfiedBy: 'Visit at accommodation',
    responsible: 'Personal adviser',
    force: 'regulation',
    confidence: 'seen_primary',
    status: 'in_force',
    configurable: false,
    bound: 'no_later_than',
    lateMeans: 'More than 7 days',
    edgeCases: [],
    sources: [
      {
        document: 'Care Leavers Regulations 2010',
        ref: 'reg 8(2)(a)',
        address: 'https://legislation.gov.uk/uksi/2010/2571/regulation/8/made/data.html',
      },
    ],
    versions: [
      {
        version: 1,
        effectiveFrom: null,
        effectiveTo: null,
        limit: { value: 7, unit: 'calendar_days' },
        recurrence: null,
        anchor: 'trigger',
        counting: calendarDaysAfter,
      },
    ],
  },
  {
    id: 'CL_PA_VISIT_2M',
    area: 'care_leavers',
    name: 'Personal adviser visits thereafter',
    trigger: 'Previous visit',
    satisfiedBy: 'Visit',
    responsible: 'Personal adviser',
    force: 'regulation',
    confidence: 'seen_primary',
    status: 'in_force',
    configurable: false,
    bound: 'no_later_than',
    lateMeans: 'More than 2 months (local 8 weeks is stricter)',
    edgeCases: [
      'Also before each pathway plan review',
      'Not in touch status codes: NO, REFU, NREQ, RHOM, DIED',
    ],
    sources: [
      {
        document: 'Care Leavers Regulations 2010',
        ref: 'reg 8(2)(c)',
        address: 'https://legislation.gov.uk/uksi/2010/2571/regulation/8/made/data.html',
      },
    ],
    versions: [
      {
        version: 1,
        effectiveFrom: null,
        effectiveTo: null,
        limit: { value: 2, unit: 'months' },
        recurrence: { style: 'interval', value: 2, unit: 'months' },
        anchor: 'previous_completion',
        counting: monthsAfter,
      },
    ],
  },
] as const satisfies readonly ClockEntry[]
