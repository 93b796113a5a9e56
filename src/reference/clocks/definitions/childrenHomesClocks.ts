import type { ClockEntry } from '../clockDefinition.ts'
import { eachCalendarMonth, monthsAfter } from '../countingRules.ts'

/** Clocks of the area: children homes. */
export const childrenHomesClocks = [
  {
    id: 'REG44',
    area: 'children_homes',
    name: 'Independent person visit',
    trigger: 'Calendar month',
    satisfiedBy:
      'Visit and report to Ofsted (HMCI) (from memory), placing authorities, provider/manager; area local authority on request',
    responsible: 'Registered person/independent person',
    force: 'regulation',
    confidence: 'seen_primary',
    status: 'in_force',
    configurable: false,
    bound: 'no_later_than',
    lateMeans: 'No visit in a calendar month',
    edgeCases: [
      'At least once each month, so calendar-month buckets not rolling 30 days',
      'Must not see case records without child and placing authority consent',
    ],
    sources: [
      {
        document: "Children's Homes (England) Regulations 2015",
        ref: 'reg 44(1),(4),(7)',
        address:
          'http://www.legislation.gov.uk/en/uksi/2015/541/regulation/44/made/data.xht?view=snippet&wrap=true',
      },
    ],
    versions: [
      {
        version: 1,
        effectiveFrom: null,
        effectiveTo: null,
        limit: { value: 1, unit: 'calendar_months' },
        recurrence: { style: 'calendar_months' },
        anchor: 'previous_completion',
        counting: eachCalendarMonth,
      },
    ],
  },
  {
    id: 'REG45',
    area: 'children_homes',
    name: 'Quality of care review',
    trigger: 'Previous review',
    satisfiedBy: 'Review; report to Ofsted (HMCI) within 28 days',
    responsible: 'Registered person',
    force: 'regulation',
    confidence: 'seen_primary',
    status: 'in_force',
    configurable: false,
    bound: 'no_later_than',
    lateMeans: 'More than 6 months since last review, or report more than 28 days after completion',
    edgeCases: [
      'Report goes to Ofsted (HMCI) within 28 days of the review being completed',
      'Placing authority gets it on request',
    ],
    sources: [
      {
        document: "Children's Homes (England) Regulations 2015",
        ref: 'reg 45(1),(4)',
        address: 'http://www.legislation.gov.uk/uksi/2015/541/regulation/45/made/data.html',
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
] as const satisfies readonly ClockEntry[]
