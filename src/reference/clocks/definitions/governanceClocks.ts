import type { ClockEntry } from '../clockDefinition.ts'
import { monthsAfter, yearsAfter } from '../countingRules.ts'

/** Clocks of the area: governance. */
export const governanceClocks = [
  {
    id: 'IMPROVE_IMMEDIATE',
    area: 'governance',
    name: 'Inspection area for improvement: immediate',
    trigger: 'Report published',
    satisfiedBy: 'Action evidenced',
    responsible: "Director of children's services",
    force: 'practice_guidance',
    confidence: 'seen_source_document',
    status: 'in_force',
    configurable: true,
    bound: 'rule',
    lateMeans: 'Not started on day of publication',
    edgeCases: [],
    sources: [
      {
        document:
          'Ofsted and Care Quality Commission, inspection of safeguarding and looked after children services, Hertfordshire, 2010',
        ref: null,
        address: 'https://marshalswicksouth.focusteam.org.uk',
      },
    ],
    versions: [
      {
        version: 1,
        effectiveFrom: null,
        effectiveTo: null,
        limit: null,
        recurrence: null,
        anchor: 'trigger',
        counting: null,
      },
    ],
  },
  {
    id: 'IMPROVE_3M',
    area: 'governance',
    name: 'Area for improvement: within 3 months',
    trigger: 'Report published',
    satisfiedBy: 'Action evidenced',
    responsible: "Director of children's services",
    force: 'practice_guidance',
    confidence: 'seen_source_document',
    status: 'in_force',
    configurable: true,
    bound: 'no_later_than',
    lateMeans: 'More than 3 months',
    edgeCases: [],
    sources: [
      {
        document:
          'Ofsted and Care Quality Commission, inspection of safeguarding and looked after children services, Hertfordshire, 2010',
        ref: null,
        address: 'https://marshalswicksouth.focusteam.org.uk',
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
    id: 'IMPROVE_6M',
    area: 'governance',
    name: 'Area for improvement: within 6 months',
    trigger: 'Report published',
    satisfiedBy: 'Action evidenced',
    responsible: "Director of children's services",
    force: 'practice_guidance',
    confidence: 'seen_source_document',
    status: 'in_force',
    configurable: true,
    bound: 'no_later_than',
    lateMeans: 'More than 6 months',
    edgeCases: [],
    sources: [
      {
        document:
          'Ofsted and Care Quality Commission, inspection of safeguarding and looked after children services, Hertfordshire, 2010',
        ref: null,
        address: 'https://marshalswicksouth.focusteam.org.uk',
      },
    ],
    versions: [
      {
        version: 1,
        effectiveFrom: null,
        effectiveTo: null,
        limit: { value: 6, unit: 'months' },
        recurrence: null,
        anchor: 'trigger',
        counting: monthsAfter,
      },
    ],
  },
  {
    id: 'PRIORITIES_ANNUAL',
    area: 'governance',
    name: 'Strategic Priorities refreshed',
    trigger: 'Previous refresh / plan year',
    satisfiedBy: 'New annual set approved and performance report',
    responsible: "Director of children's services and lead member",
    force: 'local_norm',
    confidence: 'seen_source_document',
    status: 'in_force',
    configurable: true,
    bound: 'no_later_than',
    lateMeans: 'More than 12 months',
    edgeCases: [],
    sources: [
      {
        document: "Hertfordshire Children's Services News, January 2022: updated annually",
        ref: null,
        address: 'https://childrensservicesnews.hertscc.gov.uk',
      },
    ],
    versions: [
      {
        version: 1,
        effectiveFrom: null,
        effectiveTo: null,
        limit: { value: 1, unit: 'years' },
        recurrence: { style: 'interval', value: 1, unit: 'years' },
        anchor: 'previous_completion',
        counting: yearsAfter,
      },
    ],
  },
] as const satisfies readonly ClockEntry[]
