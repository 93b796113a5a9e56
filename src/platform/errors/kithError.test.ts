import { describe, expect, it } from 'vitest'
import { ERRORS, KithError } from './index.ts'

describe('KithError', () => {
  it('keeps the operator sentence apart from the one anyone may read', () => {
    const error = new KithError('KITH_DISK_FULL', { sentence: 'The disk under /srv/kith is full.' })
    expect(error.message).toBe('The disk under /srv/kith is full.')
    expect(error.safeMessage).toBe(ERRORS.KITH_DISK_FULL.message)
    expect([error.code, error.status, error.exit]).toEqual(['KITH_DISK_FULL', 507, 3])
  })

  it('keeps the error underneath for the log', () => {
    const cause = new Error('ENOSPC')
    expect(new KithError('KITH_DISK_FULL', { cause }).cause).toBe(cause)
  })

  it.each(Object.entries(ERRORS))(
    '%s speaks in whole sentences and answers with an error status',
    (_code, entry) => {
      expect(entry.message).toMatch(/^[A-Z].*\.$/)
      expect(entry.status).toBeGreaterThanOrEqual(400)
    },
  )
})
