import { describe, expect, it } from 'vitest'
import { clockDefinitions } from './clockDefinitions.ts'
import { type ClockSettings, clockVersionOn, shippedClockSettings } from './clockVersionOn.ts'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)

describe('clockVersionOn', () => {
  it('gives the shipped version where nothing is set', () => {
    const found = clockVersionOn('ICPC_15', day('2026-01-05'))
    expect(found).toMatchObject({ ok: true, local: null })
    expect(found.ok && found.version.limit).toEqual({ value: 15, unit: 'working_days' })
  })

  it('keeps an enacted clock off until the authority gives it a date', () => {
    const enacted = clockDefinitions.filter(({ status }) => status === 'enacted_not_commenced')
    expect(enacted.map(({ id }) => id)).toEqual([
      'MACPT_LIVE',
      'FGDM_OFFER',
      'FGDM_EXEMPT',
      'INFO_SHARE_DUTY',
    ])
    for (const { id } of enacted) {
      expect(clockVersionOn(id, day('2030-01-01'))).toMatchObject({ ok: false, reason: 'not_commenced' })
    }
  })

  it('turns an enacted clock on from its commencement', () => {
    const settings: ClockSettings = {
      ...shippedClockSettings,
      commencements: [{ clock: 'FGDM_OFFER', on: day('2027-04-01') }],
    }
    expect(clockVersionOn('FGDM_OFFER', day('2027-03-31'), settings).ok).toBe(false)
    expect(clockVersionOn('FGDM_OFFER', day('2027-04-01'), settings).ok).toBe(true)
    expect(clockVersionOn('MACPT_LIVE', day('2027-04-01'), settings).ok).toBe(false)
  })

  it('knows no version before the law was made', () => {
    expect(clockVersionOn('SUPPORTED_ACCOM_REG', day('2023-10-27'))).toMatchObject({
      ok: false,
      reason: 'no_version',
    })
    expect(clockVersionOn('SUPPORTED_ACCOM_REG', day('2023-10-28')).ok).toBe(true)
  })

  it('keeps the local value that stood on the date of the trigger', () => {
    const settings: ClockSettings = {
      commencements: [],
      localValues: [
        {
          clock: 'CP_VISIT',
          effectiveFrom: day('2026-09-01'),
          value: { limit: { value: 20, unit: 'working_days' } },
        },
        {
          clock: 'CP_VISIT',
          effectiveFrom: day('2026-04-01'),
          value: { limit: { value: 15, unit: 'working_days' } },
        },
      ],
    }
    const limitOn = (date: string): number | undefined => {
      const found = clockVersionOn('CP_VISIT', day(date), settings)
      return found.ok ? found.version.limit?.value : undefined
    }
    expect(['2026-03-31', '2026-04-01', '2026-08-31', '2026-09-01'].map(limitOn)).toEqual([10, 15, 15, 20])
  })

  it('does not work with a setting looser than law', () => {
    const settings: ClockSettings = {
      commencements: [],
      localValues: [
        {
          clock: 'ICPC_15',
          effectiveFrom: day('2026-04-01'),
          value: { limit: { value: 16, unit: 'working_days' } },
        },
      ],
    }
    expect(() => clockVersionOn('ICPC_15', day('2026-04-01'), settings)).toThrow(/may only be stricter/)
  })
})
