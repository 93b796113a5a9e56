import { describe, expect, it } from 'vitest'
import { clockAreas } from './clockDefinition.ts'
import { clockDefinition, clockDefinitions, clocksById } from './clockDefinitions.ts'

/** Id, value, unit and day 0 of every limit set by law or statutory guidance, entered a second time. */
const limitsOfLaw = `
REF_DECISION 1 working_days excluded
REF_FEEDBACK 1 working_days excluded
ASSESS_45 45 working_days excluded
ICPC_15 15 working_days excluded
CORE_GROUP_FIRST 10 working_days excluded
RCPC_1 3 months excluded
RCPC_N 6 months excluded
POLICE_PROTECTION 72 hours instant
EPO 8 calendar_days excluded
EPO_EXT 7 calendar_days excluded
CAO 7 calendar_days included
PLO_26W 26 weeks included
SECURE_72H 72 hours instant
SECURE_REVIEW 1 months excluded
CLA_STATUS 24 hours instant
CLA_PLACEMENT_PLAN 5 working_days excluded
CLA_PLACEMENT_NOTIFY 5 working_days excluded
CLA_CARE_PLAN 10 working_days excluded
CLA_HEALTH_1 20 working_days excluded
CLA_HEALTH_U5 6 months excluded
CLA_HEALTH_5P 12 months excluded
CLA_SDQ 12 months excluded
CLA_PEP_START 10 working_days excluded
CLA_PEP_FIRST 20 working_days excluded
CLA_SCHOOL_PLACE 20 school_days excluded
CLA_REVIEW_1 20 working_days excluded
CLA_REVIEW_2 3 months excluded
CLA_REVIEW_N 6 months excluded
CLA_REVIEW_DECISIONS 5 working_days excluded
CLA_REVIEW_RECORD 20 working_days excluded
IRO_DISPUTE 20 working_days excluded
CLA_VISIT_1 1 weeks excluded
CLA_VISIT_6W 6 weeks excluded
CLA_VISIT_3M 3 months excluded
CLA_VISIT_WEEKLY 1 weeks excluded
SHORT_BREAK_LIMITS 75 calendar_days excluded
CONNECTED_16W 16 weeks excluded
CONNECTED_EXT 8 weeks excluded
EMERG_FOSTER_6WD 6 working_days excluded
PWP_REG19 10 working_days excluded
PERMANENCE_2ND_REVIEW 4 months excluded
RHI 72 hours instant
CL_NEEDS_ASSESS 3 months excluded
CL_PLAN_REVIEW 6 months excluded
CL_PA_VISIT_7D 7 calendar_days excluded
CL_PA_VISIT_2M 2 months excluded
PF_NOTIFY 6 weeks excluded
PF_FIRST_VISIT 7 working_days excluded
PF_VISIT_Y1 6 weeks excluded
PF_VISIT_Y2 12 weeks excluded
S85_3M 3 months excluded
ADOPT_ADM 7 working_days excluded
ADOPTER_STAGE1 2 months excluded
ADOPTER_STAGE2 4 months excluded
ADOPT_PLACEMENT_REVIEW 4 weeks excluded
FOST_STAGE1_NOTIFY 10 working_days excluded
FOST_IRM 28 calendar_days excluded
FOST_REVIEW 1 years excluded
FOST_RESIGN 28 calendar_days excluded
REG44 1 calendar_months included
REG45 6 months excluded
LADO_REFER 1 working_days excluded
SIN_5WD 5 working_days excluded
RAPID_REVIEW 15 working_days excluded
LCSPR 6 months excluded
CDR_24H 24 hours instant
EHC_DECIDE_6W 6 weeks excluded
EHC_ADVICE_6W 6 weeks excluded
EHC_NOTIFY_16W 16 weeks excluded
EHC_DRAFT_15D 15 calendar_days included
EHC_FINAL_20W 20 weeks excluded
EHC_AR_12M 12 months excluded
EHC_AR_REPORT_2W 2 weeks excluded
EHC_AR_DECISION_4W 4 weeks excluded
EHC_AR_FINAL_12W 12 weeks excluded
EXCL_6TH_DAY 6 school_days included
COMPLAINT_S1 10 working_days excluded
COMPLAINT_S2 25 working_days excluded
COMPLAINT_S3 30 working_days excluded
SAR 1 months excluded
FOI 20 working_days excluded
BREACH_72H 72 hours instant
RETENTION_CLA 75 years excluded
RETENTION_ADOPT 100 years excluded
RETENTION_FOSTER 10 years excluded
`

/** Local defaults that practice works by every day. */
const localDefaults = `
ASSESS_CHILD_SEEN 5 working_days
CIN_PLAN 10 working_days
CIN_VISIT 4 weeks
CIN_REVIEW 3 months
S47_CHILD_SEEN 24 hours
S47_OUTCOME 10 working_days
CP_VISIT 10 working_days
CP_DURATION 15 months
`

const lines = (table: string): readonly string[] => table.trim().split('\n')

describe('the clock definitions', () => {
  it('are 148, each with its own id', () => {
    expect(clockDefinitions).toHaveLength(148)
    expect(clocksById.size).toBe(148)
    expect(clockDefinitions.every(({ id }) => /^[A-Z][A-Z0-9_]+$/.test(id))).toBe(true)
  })

  it('hold every limit of law to its number', () => {
    const found = clockDefinitions
      .filter(({ configurable, versions }) => !configurable && versions[0]?.limit)
      .map(({ id, versions: [version] }) =>
        [id, version?.limit?.value, version?.limit?.unit, version?.counting?.dayZero].join(' '),
      )
    expect(found.toSorted()).toEqual(lines(limitsOfLaw).toSorted())
  })

  it.each(lines(localDefaults))('ships the local default %s', line => {
    const [id = '', value, unit] = line.split(' ')
    expect(clocksById.get(id)?.versions[0]?.limit).toEqual({ value: Number(value), unit })
  })

  it('let an authority decide freely exactly where no law does', () => {
    for (const { force, configurable } of clockDefinitions) {
      expect(configurable).toBe(force === 'local_norm' || force === 'practice_guidance')
    }
  })

  it('each have a source, and one that can be opened unless they are marked as not confirmed', () => {
    for (const { id, sources, confidence } of clockDefinitions) {
      expect(sources.length, id).toBeGreaterThan(0)
      const openable = sources.some(({ address }) => address?.startsWith('http'))
      expect(openable || confidence === 'memory', id).toBe(true)
    }
  })

  it('tell the reader when a number is not confirmed', () => {
    const unconfirmed = clockDefinitions.filter(({ confidence }) => confidence === 'memory')
    expect(unconfirmed).toHaveLength(31)
    expect(unconfirmed.every(({ confidenceNote }) => confidenceNote.startsWith('Not confirmed'))).toBe(true)
    expect(clockDefinition('CLA_VISIT_6W').confidenceNote).toBe('Read in the text of the law or regulations.')
  })

  it('count in the unit of their limit, and have neither when they are rules', () => {
    for (const { id, bound, versions } of clockDefinitions) {
      for (const { limit, counting, recurrence } of versions) {
        expect(counting?.unit, id).toBe(limit?.unit)
        if (bound === 'rule') expect([limit, recurrence], id).toEqual([null, null])
      }
    }
  })

  it('count backwards from the date that they prepare for', () => {
    const backwards = clockDefinitions
      .filter(({ versions }) => versions[0]?.counting?.direction === 'backwards')
      .map(({ id, versions: [version] }) => [id, version?.anchor, version?.counting?.clear])
    expect(backwards).toEqual([
      ['ICPC_PREBIRTH', 'expected_delivery_date', false],
      ['ICPC_REPORT_FAMILY', 'conference_date', true],
      ['RCPC_REPORT_FAMILY', 'conference_date', true],
      ['CONF_REPORT_CHAIR', 'conference_date', true],
      ['PF_NOTIFY', 'arrangement_start', false],
    ])
  })

  it('have dated versions that follow one another without gap or overlap', () => {
    for (const { id, versions } of clockDefinitions) {
      expect(versions.map(({ version }) => version)).toEqual(versions.map((_, place) => place + 1))
      expect(versions.at(-1)?.effectiveTo, id).toBeNull()
      for (const [place, version] of versions.slice(1).entries()) {
        expect(versions[place]?.effectiveTo?.add({ days: 1 }), id).toEqual(version.effectiveFrom)
      }
    }
  })

  it('stand in the order of the areas', () => {
    const places = clockDefinitions.map(({ area }) => clockAreas.indexOf(area))
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    expect(new Set(places).size).toBe(clockAreas.length)
  })
})
