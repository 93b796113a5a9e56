import type { ClockEntry } from '../clockDefinition.ts'
import { monthsAfter, weeksAfter, weeksBefore, workingDaysAfter } from '../countingRules.ts'

/** Clocks of the area: private fostering. */
export const privateFosteringClocks = [
  {
    id: 'PF_NOTIFY',
    area: 'private_fostering',
    name: 'Notice of private fostering',
    trigger: 'Proposed start',
    satisfiedBy: 'Notice to local authority',
    responsible: 'Carer/parent/arranger',
    force: 'regulation',
    confidence: 'seen_primary',
    status: 'in_force',
    configurable: false,
    bound: 'no_later_than',
    lateMeans:
      'Notice less than 6 weeks before start (immediately if within 6 weeks); already begun: immediately',
    edgeCases: ['28-day rule defines private fostering; child under 16 (18 if disabled)'],
    sources: [
      {
        document: 'Private Fostering Regulations 2005',
        ref: 'reg 3',
        address: 'https://legislation.gov.uk/uksi/2005/1533/note/made',
      },
    ],
    versions: [
      {
        version: 1,
        effectiveFrom: null,
        effectiveTo: null,
        limit: { value: 6, unit: 'weeks' },
        recurrence: null,
        anchor: 'arrangement_start',
        counting: weeksBefore,
      },
    ],
  },
  {
    id: 'PF_FIRST_VISIT',
    area: 'private_fostering',
    name: 'Local authority visit after notification',
    trigger: 'Notification received',
    satisfiedBy: 'Visit, child seen alone, Schedule 2 matters',
    responsible: 'Local authority officer',
    force: 'regulation',
    confidence: 'seen_secondary',
    status: 'in_force',
    configurable: false,
    bound: 'no_later_than',
    lateMeans: 'More than 7 working days',
    edgeCases: [
      'Regulation 4 is notice of a proposal; regulation 7 is notice of an arrangement already running (reg 7 wording not seen)',
      'Visit covers the premises, the carer and everyone in the household',
      'Written report to the local authority follows',
    ],
    sources: [
      {
        document: 'Private Fostering Regulations 2005, reproduced with the national minimum standards',
        ref: 'reg 4(1)',
        address:
          'https://www.yumpu.com/en/document/view/23054178/national-minimum-standards-for-private-fostering-torbay-council/19',
      },
      {
        document: 'Schedule 2 matters',
        ref: 'Sch.2 para 1',
        address: 'https://www.legislation.gov.uk/uksi/2005/1533/schedule/2/paragraph/1/made',
      },
    ],
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
    id: 'PF_VISIT_Y1',
    area: 'private_fostering',
    name: 'Visits in year 1',
    trigger: 'Local authority became aware (deemed start)',
    satisfiedBy: 'Visit and written report',
    responsible: 'Local authority officer',
    force: 'regulation',
    confidence: 'seen_primary',
    status: 'in_force',
    configurable: false,
    bound: 'no_later_than',
    lateMeans: 'Interval more than 6 weeks',
    edgeCases: [
      'The deemed start is the date on which the local authority became aware, not when the child moved',
    ],
    sources: [
      {
        document: 'Private Fostering Regulations 2005',
        ref: 'reg 8(1)(a),(6)',
        address: 'http://legislation.gov.uk/uksi/2005/1533/regulation/8/made',
      },
    ],
    versions: [
      {
        version: 1,
        effectiveFrom: null,
        effectiveTo: null,
        limit: { value: 6, unit: 'weeks' },
        recurrence: { style: 'interval', value: 6, unit: 'weeks' },
        anchor: 'previous_completion',
        counting: weeksAfter,
      },
    ],
  },
  {
    id: 'PF_VISIT_Y2',
    area: 'private_fostering',
    name: 'Visits year 2+',
    trigger: 'Previous visit',
    satisfiedBy: 'Visit and report',
    responsible: 'Local authority officer',
    force: 'regulation',
    confidence: 'seen_primary',
    status: 'in_force',
    configurable: false,
    bound: 'no_later_than',
    lateMeans: 'Interval more than 12 weeks',
    edgeCases: [],
    sources: [
      {
        document: 'Private Fostering Regulations 2005',
        ref: 'reg 8(1)(b)',
        address: 'http://legislation.gov.uk/uksi/2005/1533/regulation/8/made',
      },
    ],
    versions: [
      {
        version: 1,
        effectiveFrom: null,
        effectiveTo: null,
        limit: { value: 12, unit: 'weeks' },
        recurrence: { style: 'interval', value: 12, unit: 'weeks' },
        anchor: 'previous_completion',
        counting: weeksAfter,
      },
    ],
  },
  {
    id: 'S85_3M',
    area: 'private_fostering',
    name: 'Child accommodated by health/education body 3 months',
    trigger: 'Stay reaches 3 consecutive months, or is intended to',
    satisfiedBy: 'Local authority notified and assesses welfare',
    responsible: 'Accommodating body; local authority',
    force: 'statute',
    confidence: 'seen_primary',
    status: 'in_force',
    configurable: false,
    bound: 'no_later_than',
    lateMeans: 'No notice by 3 months (or when a 3-month stay was first intended)',
    edgeCases: [
      'Intending a stay of 3 months or more triggers notice at once: do not wait for month 3',
      'Second notice when the stay ends (s.85(2))',
      'NHS England/integrated care board placements with other bodies count (2ZA)',
      'Education placements count only if the providing local authority is not the responsible local authority (2A)',
      'The Act gives no day count for sending the notice',
    ],
    sources: [
      {
        document: 'Children Act 1989',
        ref: 's.85(1)-(2A)',
        address: 'https://legislation.gov.uk/ukpga/1989/41/section/85',
      },
      {
        document: 'Care homes and independent hospitals (Nottinghamshire summary)',
        ref: 's.86',
        address:
          'https://nottinghamshirecs.proceduresonline.antser.com/chapter/children-accommodated-by-health-and-education-authorities-residential-care-homes-nursing-homes',
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
] as const satisfies readonly ClockEntry[]
