import type { ClockEntry } from '../clockDefinition.ts'
import { hoursFrom, monthsAfter, workingDaysAfter } from '../countingRules.ts'

/** Clocks of the area: serious incident. */
export const seriousIncidentClocks = [
  {
    id: 'SIN_5WD',
    area: 'serious_incident',
    name: 'Serious incident notification to national Panel',
    trigger: 'Local authority becomes aware of incident meeting s.16C Children Act 2004',
    satisfiedBy: 'Notification submitted; partners told',
    responsible:
      "Local authority (Director of children's services) after discussion with police and integrated care board",
    force: 'statutory_guidance',
    confidence: 'seen_secondary',
    status: 'in_force',
    configurable: false,
    bound: 'no_later_than',
    lateMeans: 'More than 5 working days',
    edgeCases: [
      'Death of a looked-after child: also Secretary of State and Ofsted whatever cause',
      'Care leaver death to 24/25: notify',
      'Clock from awareness that criteria met',
    ],
    sources: [
      {
        document: 'Working Together 2023 ch.5',
        ref: null,
        address: 'https://www.sthelenssafeguarding.org.uk/scp/scp/reviews/st-helens-rapid-reviews',
      },
    ],
    versions: [
      {
        version: 1,
        effectiveFrom: null,
        effectiveTo: null,
        limit: { value: 5, unit: 'working_days' },
        recurrence: null,
        anchor: 'trigger',
        counting: workingDaysAfter,
      },
    ],
  },
  {
    id: 'RAPID_REVIEW',
    area: 'serious_incident',
    name: 'Rapid review completed',
    trigger: 'Serious incident notification submitted (or awareness)',
    satisfiedBy: 'Rapid review report sent to Panel',
    responsible: 'Safeguarding partners',
    force: 'statutory_guidance',
    confidence: 'seen_secondary',
    status: 'in_force',
    configurable: false,
    bound: 'no_later_than',
    lateMeans: 'More than 15 working days',
    edgeCases: [],
    sources: [
      {
        document: 'Working Together 2023 ch.5',
        ref: null,
        address: 'https://safeguardinghavering.org.uk/childrenpartnership/safeguarding-practice-reviews/',
      },
    ],
    versions: [
      {
        version: 1,
        effectiveFrom: null,
        effectiveTo: null,
        limit: { value: 15, unit: 'working_days' },
        recurrence: null,
        anchor: 'trigger',
        counting: workingDaysAfter,
      },
    ],
  },
  {
    id: 'LCSPR',
    area: 'serious_incident',
    name: 'Local child safeguarding practice review published',
    trigger: 'Decision to do local child safeguarding practice review',
    satisfiedBy: 'Published',
    responsible: 'Safeguarding partners',
    force: 'statutory_guidance',
    confidence: 'seen_secondary',
    status: 'in_force',
    configurable: false,
    bound: 'no_later_than',
    lateMeans: 'More than 6 months; tell Panel reasons for delay',
    edgeCases: [],
    sources: [
      {
        document: 'Working Together 2023 ch.5',
        ref: null,
        address: 'https://www.speakcase.app/blog/working-together-2023-changes',
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
    id: 'CDR_24H',
    area: 'serious_incident',
    name: 'Child death: joint agency response started / notification',
    trigger: 'Child death (unexpected)',
    satisfiedBy: 'Joint agency response initiated; child death overview panel notified',
    responsible: "Health/police/children's social care",
    force: 'statutory_guidance',
    confidence: 'memory',
    status: 'in_force',
    configurable: false,
    bound: 'no_later_than',
    lateMeans: 'Late',
    edgeCases: ['No page that was read gave an hour limit for telling the child death overview panel'],
    sources: [
      { document: 'Child Death Review guidance 2018', ref: null, address: null },
      {
        document: 'RCEM Learning: home visit usually within 24h, first multi-agency meeting within 48h',
        ref: null,
        address:
          'https://www.rcemlearning.co.uk/modules/the-sudic-protocol/lessons/clinical-assessment-42/topic/timeline-after-emergency-department/',
      },
    ],
    versions: [
      {
        version: 1,
        effectiveFrom: null,
        effectiveTo: null,
        limit: { value: 24, unit: 'hours' },
        recurrence: null,
        anchor: 'trigger',
        counting: hoursFrom,
      },
    ],
  },
] as const satisfies readonly ClockEntry[]
