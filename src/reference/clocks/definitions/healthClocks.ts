import type { ClockEntry } from '../clockDefinition.ts'
import { calendarDaysAfter, workingDaysAfter } from '../countingRules.ts'

/** Clocks of the area: health. */
export const healthClocks = [
  {
    id: 'CPIS_UPLOAD',
    area: 'health',
    name: 'CP-IS status upload',
    trigger: 'Child protection plan or looked-after status starts/changes/ends',
    satisfiedBy: 'NHS Spine flag current (kept 12 months after end)',
    responsible: 'Local authority',
    force: 'practice_guidance',
    confidence: 'seen_secondary',
    status: 'in_force',
    configurable: true,
    bound: 'no_later_than',
    lateMeans: 'Flag stale more than 1 day',
    edgeCases: [
      'Unborn plan attaches to mother',
      'Older pages say 6 months after closure; text of September 2024 says 12',
    ],
    sources: [
      {
        document: 'London procedures PG9 (scope, 12 months)',
        ref: '1.1',
        address: 'http://londonsafeguardingchildrenprocedures.co.uk/cpis.html',
      },
      {
        document: 'Barnet: daily upload',
        ref: null,
        address:
          'https://thebarnetscp.org.uk/bscp/professionals/child-protection-information-sharing-1/print',
      },
    ],
    versions: [
      {
        version: 1,
        effectiveFrom: null,
        effectiveTo: null,
        limit: { value: 1, unit: 'calendar_days' },
        recurrence: null,
        anchor: 'trigger',
        counting: calendarDaysAfter,
      },
    ],
  },
  {
    id: 'AE_NOTIFY',
    area: 'health',
    name: 'A&E / urgent care attendance of a child notified to health visitor or school nurse',
    trigger: 'Attendance ends (discharge/transfer)',
    satisfiedBy:
      'Notification received by health visitor (under 5 / not at school) or school nurse (school age)',
    responsible: 'NHS provider of A&E/urgent care',
    force: 'local_norm',
    confidence: 'seen_source_document',
    status: 'in_force',
    configurable: true,
    bound: 'no_later_than',
    lateMeans: 'No notification, or to wrong recipient for age/school status',
    edgeCases: [
      'Not registered with GP / out of area: route to area of residence',
      'Child with child protection plan or looked-after child: CP-IS alert to social worker as well',
      'Unknown school: school nursing hub',
      'No number in source: 1 working day is a configurable default',
    ],
    sources: [
      {
        document:
          'Ofsted and Care Quality Commission, inspection of safeguarding and looked after children services, Hertfordshire, 2010: all attendances',
        ref: null,
        address: 'https://marshalswicksouth.focusteam.org.uk',
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
    id: 'CPIS_ALERT_REVIEW',
    area: 'health',
    name: 'Social worker reviews CP-IS attendance alert',
    trigger: 'Alert received',
    satisfiedBy: 'Review recorded, contact made if needed',
    responsible: 'Allocated social worker / duty',
    force: 'local_norm',
    confidence: 'memory',
    status: 'in_force',
    configurable: true,
    bound: 'no_later_than',
    lateMeans: 'Unreviewed alert',
    edgeCases: [],
    sources: [{ document: 'Local', ref: null, address: null }],
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
    id: 'CP_INFO_CURRENT',
    area: 'health',
    name: 'Child-protection-plan information held by urgent care is current and electronic',
    trigger: 'Plan change',
    satisfiedBy: 'Electronic record updated securely',
    responsible: 'Local authority and NHS providers',
    force: 'local_norm',
    confidence: 'seen_source_document',
    status: 'in_force',
    configurable: true,
    bound: 'no_later_than',
    lateMeans: 'Paper list or stale list in use',
    edgeCases: [],
    sources: [
      {
        document:
          'Ofsted and Care Quality Commission, inspection of safeguarding and looked after children services, Hertfordshire, 2010',
        ref: 'bullet 2',
        address: 'https://marshalswicksouth.focusteam.org.uk',
      },
    ],
    versions: [
      {
        version: 1,
        effectiveFrom: null,
        effectiveTo: null,
        limit: { value: 1, unit: 'calendar_days' },
        recurrence: null,
        anchor: 'trigger',
        counting: calendarDaysAfter,
      },
    ],
  },
] as const satisfies readonly ClockEntry[]
