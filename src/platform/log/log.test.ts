import { describe, expect, it } from 'vitest'
import { fixedClock } from '#platform/time'
import { type LogLevel, makeLog } from './index.ts'

function captured(level: LogLevel = 'info') {
  const lines: string[] = []
  const log = makeLog({ level, write: line => lines.push(line), clock: fixedClock('2026-07-01T09:00:00.5Z') })
  return { log, lines, first: () => JSON.parse(lines[0] ?? '') as { error?: unknown } }
}

describe('makeLog', () => {
  it('writes one JSON object a line, with the fields of its parents', () => {
    const { log, lines, first } = captured()
    log.with({ correlationId: 'c1' }).info('page served', { caseId: 'k1', took: 12n })
    expect(lines[0]?.endsWith('}\n')).toBe(true)
    expect(first()).toEqual({
      time: '2026-07-01T09:00:00.500Z',
      level: 'info',
      message: 'page served',
      correlationId: 'c1',
      caseId: 'k1',
      took: '12',
    })
  })

  it('leaves out lines under its level', () => {
    const { log, lines } = captured('warn')
    log.info('quiet')
    log.warn('heard')
    expect(lines).toHaveLength(1)
  })

  it('strikes out what is about a person, at any depth', () => {
    const { log, lines } = captured()
    log.info('saved', {
      child: {
        id: 'p1',
        familyName: 'Quillfeather',
        dateOfBirth: '2019-02-03',
        address: { postcode: 'ZZ1 1ZZ' },
      },
      rows: [{ nhsNumber: '9990000000', note_body: 'Quillfeather was seen' }],
    })
    expect(lines.join('')).not.toMatch(/Quillfeather|2019-02-03|ZZ1|9990000000/)
    expect(lines.join('')).toContain('"id":"p1"')
  })

  it('strikes out passwords in addresses and e-mail addresses in text', () => {
    const { log, lines } = captured()
    log.error('cannot reach postgresql://kith:hunter2@db/kith for mo@quillfeather.example', {
      url: 'smtp://a:b%40c@mail',
    })
    expect(lines.join('')).not.toMatch(/hunter2|b%40c|quillfeather/)
    expect(lines.join('')).toContain('postgresql://kith:[redacted]@db/kith')
  })

  it('keeps where a database error came from and drops the row that it repeats', () => {
    const { log, first, lines } = captured()
    const error = Object.assign(
      new Error('duplicate key value violates unique constraint "person_nhs_key"'),
      {
        code: '23505',
        constraint: 'person_nhs_key',
        table: 'person',
        detail: 'Key (nhs)=(9990000000) already exists.',
      },
    )
    log.error('save failed', { error })
    expect(first().error).toMatchObject({ code: '23505', constraint: 'person_nhs_key', table: 'person' })
    expect(lines.join('')).not.toContain('9990000000')
  })
})
