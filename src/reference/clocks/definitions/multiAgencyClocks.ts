import type { ClockEntry } from '../clockDefinition.ts'
import { weeksAfter } from '../countingRules.ts'

/** Clocks of the area: multi agency. */
export const multiAgencyClocks = [
  {
    id: 'ENCOMPASS',
    area: 'multi_agency',
    name: 'Police tell school of domestic abuse incident',
    trigger: 'Officer has reasonable grounds to believe a child may be a victim of domestic abuse',
    satisfiedBy:
      'School/college key adult told as soon as reasonably practicable; target: before start of next school day',
    responsible: 'Police',
    force: 'statute',
    confidence: 'seen_primary',
    status: 'in_force',
    configurable: false,
    bound: 'rule',
    lateMeans: 'Told after start of next school day',
    edgeCases: [
      "Statute: as soon as reasonably practicable; start of next school day is the scheme's own target",
      'Trigger is belief that the child may be a victim, whether or not present',
      'Reception to 17, independent schools and colleges included',
      'Home-educated: local authority officer is told instead',
    ],
    sources: [
      {
        document: 'Domestic Abuse Act 2021 s.49A, inserted by Victims and Prisoners Act 2024',
        ref: 's.20',
        address:
          'https://crimeline.co.uk/legislationdisplay/?leg=%2Fid%2Fukpga%2F2024%2F21%2Fsection%2F20%2F2',
      },
      {
        document: 'In force 7 Nov 2025 for notices to schools (Commencement No. 8)',
        ref: 'reg 2',
        address:
          'https://www.legislationtracker.co.uk/article/victims-and-prisoners-act-2024-commencement-no-8-regulations-2025-06-11-25',
      },
      {
        document: 'Summary of the Nov 2025 statutory guidance',
        ref: null,
        address: 'https://www.policypartnersproject.co.uk/operation-encompass',
      },
      {
        document: 'HCR Law: before the next school day starts, weekends and holidays included',
        ref: null,
        address:
          'https://www.hcrlaw.com/news-and-insights/operation-encompass-greater-awareness-and-consistency-needed',
      },
    ],
    versions: [
      {
        version: 1,
        effectiveFrom: Temporal.PlainDate.from('2025-11-07'),
        effectiveTo: null,
        limit: null,
        recurrence: null,
        anchor: 'trigger',
        counting: null,
      },
    ],
  },
  {
    id: 'MARAC',
    area: 'multi_agency',
    name: 'MARAC hears high-risk case',
    trigger: 'Referral accepted',
    satisfiedBy: 'Case heard',
    responsible: 'MARAC coordinator',
    force: 'local_norm',
    confidence: 'memory',
    status: 'in_force',
    configurable: true,
    bound: 'no_later_than',
    lateMeans: 'Not heard at next meeting',
    edgeCases: ['Perpetrator must never learn of referral'],
    sources: [
      { document: 'SafeLives model: cycle 2-4 weeks; repeat = within 12 months', ref: null, address: null },
    ],
    guardRail: { value: 4, unit: 'weeks' },
    versions: [
      {
        version: 1,
        effectiveFrom: null,
        effectiveTo: null,
        limit: { value: 2, unit: 'weeks' },
        recurrence: null,
        anchor: 'trigger',
        counting: weeksAfter,
      },
    ],
  },
] as const satisfies readonly ClockEntry[]
