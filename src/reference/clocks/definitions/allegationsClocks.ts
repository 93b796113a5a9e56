import type { ClockEntry } from '../clockDefinition.ts'
import { monthsAfter, workingDaysAfter } from '../countingRules.ts'

/** Clocks of the area: allegations. */
export const allegationsClocks = [
  {
    id: 'LADO_REFER',
    area: 'allegations',
    name: 'Refer allegation about adult working with children to LADO',
    trigger: 'Employer aware of allegation',
    satisfiedBy: 'LADO referral received',
    responsible: 'Employer/any agency',
    force: 'statutory_guidance',
    confidence: 'seen_secondary',
    status: 'in_force',
    configurable: false,
    bound: 'no_later_than',
    lateMeans: 'More than 1 working day; Lincolnshire asks form within 24 hours',
    edgeCases: [],
    sources: [
      {
        document: 'Working Together 2023 / Keeping children safe in education part 4',
        ref: null,
        address: 'https://sheffieldscb.proceduresonline.com/p_all_against_pers_work_children.html',
      },
    ],
    versions: [
      {
        version: 1,
        effectiveFrom: null,
        effectiveTo: null,
        limit: { value: 1, unit: 'working_days' },
        recurrence: null,
        anchor: 'trigger',
        counting: workingDaysAfter,
      },
    ],
  },
  {
    id: 'LADO_PROGRESS',
    area: 'allegations',
    name: 'LADO case resolution targets',
    trigger: 'LADO referral',
    satisfiedBy: 'Outcome recorded',
    responsible: 'LADO',
    force: 'local_norm',
    confidence: 'memory',
    status: 'in_force',
    configurable: true,
    bound: 'no_later_than',
    lateMeans: 'Report against 1/3/12 month bands',
    edgeCases: [],
    sources: [
      {
        document: 'Older statutory guidance: 80% 1 month, 90% 3 months, all but exceptional 12 months',
        ref: null,
        address: null,
      },
    ],
    versions: [
      {
        version: 1,
        effectiveFrom: null,
        effectiveTo: null,
        limit: { value: 1, unit: 'months' },
        recurrence: null,
        anchor: 'trigger',
        counting: monthsAfter,
      },
    ],
  },
] as const satisfies readonly ClockEntry[]
