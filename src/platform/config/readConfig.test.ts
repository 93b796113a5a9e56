import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  type Config,
  configWarnings,
  describeSettings,
  describeValues,
  readConfig,
  type Variables,
} from './index.ts'

function config(variables: Variables): Config {
  const result = readConfig(variables)
  if (!result.ok) throw new Error(result.problems.join(' '))
  return result.config
}

function problems(variables: Variables): readonly string[] {
  const result = readConfig(variables)
  return result.ok ? [] : result.problems
}

const SERVE = 'postgresql://serve:serve-secret@db.example:5432/kith'
const OWNER = 'postgresql://owner:owner-secret@/kith?host=/run/kith'

describe('readConfig', () => {
  it('starts with nothing set', () => {
    expect(config({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      metricsPort: 9464,
      dataFolder: resolve('data'),
      keysFolder: resolve('data/keys'),
      importLimitBytes: 2_000_000_000,
      sessionIdleMinutes: 30,
      sessionAbsoluteHours: 12,
      trustProxy: false,
      environment: 'development',
    })
    expect(config({}).databaseUrl).toBeUndefined()
  })

  it('cannot be changed afterwards', () => {
    expect(Object.isFrozen(config({}))).toBe(true)
  })

  it('counts an empty variable as not set', () => {
    expect(config({ PORT: ' ' }).port).toBe(3000)
  })

  it('keeps the keys beside the data folder that is set', () => {
    expect(config({ KITH_DATA: '/srv/kith' }).keysFolder).toBe('/srv/kith/keys')
    expect(config({ KITH_DATA: '/srv/kith', KITH_KEYS: '/etc/kith/keys' }).keysFolder).toBe('/etc/kith/keys')
  })

  it.each([
    ['500MB', 500_000_000],
    ['2GB', 2_000_000_000],
    ['1.5 gb', 1_500_000_000],
    ['64kB', 64_000],
    ['1024', 1024],
  ])('reads a size of %s', (size, bytes) => {
    expect(config({ IMPORT_LIMIT_BYTES: size }).importLimitBytes).toBe(bytes)
  })

  it.each([
    ['PORT', '80a', 'a whole number'],
    ['PORT', '65536', 'a whole number'],
    ['PORT', '-1', 'a whole number'],
    ['LOG_LEVEL', 'loud', 'one of debug | info'],
    ['NODE_ENV', 'prod', 'one of development'],
    ['IMPORT_LIMIT_BYTES', 'lots', 'a size such as 500MB'],
    ['IMPORT_LIMIT_BYTES', '0', 'a size such as 500MB'],
    ['KITH_BASE_URL', 'kith.example', 'an address starting https://'],
    ['TRUST_PROXY', 'true', 'false, the number of proxies'],
    ['SESSION_IDLE_MINUTES', '1', 'a whole number, 5 to 240'],
    ['SECURITY_CONTACT', 'mo@kith.example', 'an https:// address or mailto:'],
  ])('refuses %s=%s and says what it must be', (variable, value, must) => {
    const sentence = problems({ [variable]: value })[0]
    expect(sentence).toContain(`${variable} must be ${must}`)
    expect(sentence).toContain(`not "${value}"`)
  })

  it('never repeats a secret in a sentence', () => {
    const sentence = problems({
      DATABASE_URL: 'mysql://kith:hunter2@db/kith',
      KITH_CONTEXT_KEY: 'hunter2',
    }).join(' ')
    expect(sentence).toContain('DATABASE_URL must be')
    expect(sentence).toContain('KITH_CONTEXT_KEY must be')
    expect(sentence).not.toContain('hunter2')
  })

  it('names every problem at once', () => {
    expect(problems({ PORT: 'x', LOG_LEVEL: 'y', TRUST_PROXY: 'z' })).toHaveLength(3)
  })

  it('reads proxies as a count or as addresses', () => {
    expect(config({ TRUST_PROXY: '2' }).trustProxy).toBe(2)
    expect(config({ TRUST_PROXY: '10.0.0.0/8, ::1' }).trustProxy).toEqual(['10.0.0.0/8', '::1'])
  })

  it('reads a context key of 32 bytes in either notation', () => {
    expect(config({ KITH_CONTEXT_KEY: 'ab'.repeat(32) }).contextKey).toHaveLength(32)
    expect(config({ KITH_CONTEXT_KEY: Buffer.alloc(32, 7).toString('base64') }).contextKey).toEqual(
      new Uint8Array(32).fill(7),
    )
  })
})

describe('settings that belong together', () => {
  it('accepts both database addresses, the socket form too', () => {
    expect(config({ DATABASE_URL: SERVE, DATABASE_OWNER_URL: OWNER }).databaseOwnerUrl).toBe(OWNER)
  })

  it.each([
    [{ DATABASE_URL: SERVE }, 'Set DATABASE_OWNER_URL as well: DATABASE_URL needs it.'],
    [{ KITH_ISSUER: 'https://id.example', KITH_CLIENT_ID: 'kith' }, 'Set KITH_CLIENT_SECRET as well'],
    [{ SMTP_URL: 'smtp://mail.example' }, 'Set MAIL_FROM as well'],
    [{ DATABASE_URL: SERVE, DATABASE_OWNER_URL: SERVE }, 'must use two logins'],
    [{ SESSION_IDLE_MINUTES: '60', SESSION_ABSOLUTE_HOURS: '1' }, 'must be shorter'],
    [{ PORT: '4000', METRICS_PORT: '4000' }, 'must differ'],
    [{ NODE_ENV: 'production', KITH_BASE_URL: 'http://kith.example' }, 'KITH_BASE_URL must start https://'],
    [{ DATABASE_URL: SERVE, DATABASE_OWNER_URL: OWNER, DATABASE_PORTAL_URL: SERVE }, 'a login of its own'],
    [{ PORT: '4000', PORTAL_PORT: '4000' }, 'PORTAL_PORT must differ'],
    [{ KITH_BASE_URL: 'https://kith.example', PORTAL_URL: 'https://kith.example:8443' }, 'another host name'],
    [{ NODE_ENV: 'production', DATABASE_PORTAL_URL: SERVE }, 'Set PORTAL_URL as well'],
  ])('refuses %j', (variables, sentence) => {
    expect(problems(variables)[0]).toContain(sentence)
  })

  it('puts the portal on the next port, or on a free one where the staff’s is free', () => {
    expect(config({ PORT: '4000' }).portalPort).toBe(4001)
    expect(config({ PORT: '0' }).portalPort).toBe(0)
    expect(config({}).portalPort).toBe(3001)
  })

  it('lets the base address stand alone', () => {
    expect(config({ KITH_BASE_URL: 'https://kith.example/' }).baseUrl).toBe('https://kith.example')
  })
})

describe('configWarnings', () => {
  it('warns of the embedded database and near keys in production only', () => {
    expect(configWarnings(config({}))).toEqual([])
    expect(configWarnings(config({ NODE_ENV: 'production' })).join(' ')).toMatch(
      /DATABASE_URL.*KITH_KEYS.*SMTP_URL/s,
    )
  })
})

describe('describeSettings', () => {
  it('documents every setting in whole sentences, each variable once', () => {
    const described = describeSettings()
    expect(new Set(described.map(setting => setting.variable)).size).toBe(described.length)
    for (const { doc, shape } of described) {
      expect(doc).toMatch(/^[A-Z].*\.$|security\.txt\.$/)
      expect(shape).not.toBe('')
    }
  })

  it('shows values but only whether a secret is set', () => {
    const values = describeValues({ DATABASE_URL: SERVE, PORT: '8080' })
    expect(values).toMatchObject({
      DATABASE_URL: '(set)',
      SMTP_URL: '(not set)',
      PORT: '8080',
      KITH_KEYS: '$KITH_DATA/keys',
    })
    expect(JSON.stringify(values)).not.toContain('serve-secret')
  })
})
