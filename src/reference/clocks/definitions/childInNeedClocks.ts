import type { ClockEntry } from '../clockDefinition.ts'
import { monthsAfter, weeksAfter, workingDaysAfter } from '../countingRules.ts'

/** Clocks of the area: child in need. */
export const childInNeedClocks = [
  {
    id: 'CIN_PLAN',
    area: 'child_in_need',
    name: 'Child in need (Family Help) plan in place',
    trigger: 'Assessment outcome is section 17 services',
    satisfiedBy: 'Plan shared with family',
    responsible:
      'Lead practitioner (social worker or, since Working Together 2023, other suitably skilled worker)',
    force: 'local_norm',
    confidence: 'memory',
    status: 'in_force',
    configurable: true,
    bound: 'no_later_than',
    lateMeans: 'No plan with outcomes, owners and dates',
    edgeCases: [],
    sources: [
      {
        document: 'Local practice standards; Working Together 2023 ch.3 sets no number',
        ref: null,
        address: null,
      },
    ],
    versions: [
      {
        version: 1,
        effectiveFrom: null,
        effectiveTo: null,
        limit: { value: 10, unit: 'working_days' },
        recurrence: null,
        anchor: 'trigger',
        counting: workingDaysAfter,
      },
    ],
  },
  {
    id: 'CIN_VISIT',
    area: 'child_in_need',
    name: 'CIN visit',
    trigger: 'CIN plan start',
    satisfiedBy: 'Visit, child seen',
    responsible: 'Lead practitioner',
    force: 'local_norm',
    confidence: 'memory',
    status: 'in_force',
    configurable: true,
    bound: 'no_later_than',
    lateMeans: 'Interval exceeded',
    edgeCases: [],
    sources: [{ document: 'Local (2-6 weekly by level of need)', ref: null, address: null }],
    guardRail: { value: 6, unit: 'weeks' },
    versions: [
      {
        version: 1,
        effectiveFrom: null,
        effectiveTo: null,
        limit: { value: 4, unit: 'weeks' },
        recurrence: { style: 'interval', value: 4, unit: 'weeks' },
        anchor: 'previous_completion',
        counting: weeksAfter,
      },
    ],
  },
  {
    id: 'CIN_REVIEW',
    area: 'child_in_need',
    name: 'CIN plan review',
    trigger: 'CIN plan start',
    satisfiedBy: 'Review meeting recorded',
    responsible: 'Lead practitioner; manager oversight',
    force: 'local_norm',
    confidence: 'memory',
    status: 'in_force',
    configurable: true,
    bound: 'no_later_than',
    lateMeans: 'Review overdue; many authorities also flag a plan older than 9 to 12 months',
    edgeCases: [],
    sources: [
      { document: 'Local: first 4-6 weeks or 3 months, then at most 3-monthly', ref: null, address: null },
    ],
    guardRail: { value: 3, unit: 'months' },
    versions: [
      {
        version: 1,
        effectiveFrom: null,
        effectiveTo: null,
        limit: { value: 3, unit: 'months' },
        recurrence: { style: 'interval', value: 3, unit: 'months' },
        anchor: 'previous_completion',
        counting: monthsAfter,
      },
    ],
  },
] as const satisfies readonly ClockEntry[]
