import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CSRF_FIELD } from '#platform/http'
import { testRecord } from '#test/record.ts'
import { mayRead, type Row, type World } from '../oracle/index.ts'
import { absent, identity } from './addresses.ts'
import { atOnce } from './ask.ts'
import { classOf, knownWorld } from './knownWorld.ts'
import { leakFinder } from './leaks.ts'
import { difference, toldBy } from './sameAnswer.ts'
import { sampled } from './sampled.ts'
import { sendRoutes } from './sendRoutes.ts'
import { type Filled, whoses } from './shapes.ts'
import { type StaffName, staffNames } from './staff.ts'
import { setStage } from './stage.ts'
import { recordRoutes } from './tables.ts'
import { counterOf, grown } from './tally.ts'
import { wholeAnswer } from './wholeAnswer.ts'

/** Forms sent at hidden addresses: a sample that meets every route; all of them take minutes. */
const FORMS = Number(process.env['KITH_ROUTE_FORMS'] ?? 300)
const record = await testRecord(6)
const counter = await counterOf(record.superuserUrl)
afterAll(counter.end)
let stage: Awaited<ReturnType<typeof setStage>>
let world: World
/** Of every route a valid form: what refuses it leaves it as it is for the next. */
let forms: Awaited<ReturnType<typeof filledForms>>
let knownAt: string
beforeAll(async () => {
  stage = await setStage(record)
  forms = await filledForms()
  world = await knownWorld(record.superuserUrl)
  knownAt = (await record.settled()).toString()
})

const every = Object.entries(sendRoutes)

/** One valid form for each route. */
async function filledForms(): Promise<readonly (Filled & { readonly route: string })[]> {
  const forms: (Filled & { readonly route: string })[] = []
  for (const [route, { fill }] of every) forms.push({ ...(await fill(stage)), route })
  return forms
}

/** Runs something that must not change the record, and tells what it changed. */
async function changes(run: () => Promise<void>) {
  const before = await counter.tally()
  await run()
  return grown(before, await counter.tally())
}

const sees = (name: StaffName) => (row: Row) => mayRead(world, stage.county.staff.workers[name], row)

describe('forms that are not accepted', () => {
  it('refuses every form without its token, and changes nothing', async () => {
    const wrong: string[] = []
    const changed = await changes(async () => {
      for (const { route, by, url, fields } of forms)
        for (const token of ['', 'made-up', 'e'.repeat(43)]) {
          const { statusCode } = await stage.visitors[by].post(url, { ...fields, [CSRF_FIELD]: token })
          if (statusCode !== 403) wrong.push(`${route}: ${statusCode}`)
        }
    })
    expect(wrong).toEqual([])
    expect(changed).toEqual({})
  })

  it('refuses a form that another site sends, even with its token', async () => {
    const wrong: string[] = []
    const changed = await changes(async () => {
      for (const { route, by, url, fields } of forms)
        for (const headers of [{ origin: 'https://elsewhere.example' }, { 'sec-fetch-site': 'cross-site' }]) {
          const { statusCode } = await stage.visitors[by].post(url, fields, headers as Record<string, string>)
          if (statusCode !== 403) wrong.push(`${route}: ${statusCode}`)
        }
    })
    expect(wrong).toEqual([])
    expect(changed).toEqual({})
  })

  it('asks whoever is not signed in to sign in, and changes nothing', async () => {
    const wrong: string[] = []
    const changed = await changes(async () => {
      for (const { route, url } of forms) {
        const { statusCode } = await stage.server.inject({
          method: 'POST',
          url,
          headers: { host: 'localhost', 'content-type': 'application/x-www-form-urlencoded' },
          payload: 'body=Typed',
        })
        if (statusCode !== 401) wrong.push(`${route}: ${statusCode}`)
      }
    })
    expect(wrong).toEqual([])
    expect(changed).toEqual({})
  })

  it('changes nothing of a past moment', async () => {
    const wrong: string[] = []
    const changed = await changes(async () => {
      for (const { route, by, url, fields } of forms) {
        const past = `${url}${url.includes('?') ? '&' : '?'}known-at=${encodeURIComponent(knownAt)}`
        const { statusCode } = await stage.visitors[by].post(past, fields)
        if (statusCode !== 409) wrong.push(`${route}: ${statusCode}`)
      }
    })
    expect(wrong).toEqual([])
    expect(changed).toEqual({})
  })
})

describe('forms about somebody whom their sender may not see', () => {
  it(
    'answers at their addresses as at nobody’s, and changes nothing',
    async () => {
      const find = leakFinder(stage.county)
      const admits = new Map(recordRoutes(stage.server, 'POST').map(route => [route.url, route.admits]))
      // Opening is how a record that one may not see is opened, so its form has no such address here.
      const cases = every.flatMap(([route, { address, gate = identity, alsoFor }]) =>
        address === undefined
          ? []
          : staffNames
              .filter(name => name !== alsoFor)
              .flatMap(name => whoses.map(whose => ({ route, address, gate, name, whose }))),
      )
      const { county } = stage
      const hidden = cases.filter(
        ({ name, whose, gate }) => !gate(county.people[whose], county).every(sees(name)),
      )
      const admitted = hidden.filter(({ name, route }) => {
        const userClass = classOf(world, stage.county.staff.workers[name])
        const allowed = admits.get(route)
        return Array.isArray(allowed) && allowed.includes(userClass)
      })
      const asked = sampled(admitted, FORMS, one => one.route, 1)
      const bodies = new Map(forms.map(form => [form.route, form.fields]))
      const wrong: string[] = []
      let requests = 0
      const changed = await changes(() =>
        atOnce(asked, 4, async ({ route, address, name, whose }) => {
          const fields = bodies.get(route) ?? {}
          const visitor = stage.visitors[name]
          const url = address(county.people[whose])
          const answer = await visitor.post(url, fields)
          const twin = await visitor.post(address(absent), fields)
          requests += 2
          const [one, other] = [toldBy(answer), toldBy(twin)]
          if (one !== other) wrong.push(`${name} ${route} of ${whose}: ${difference(one, other)}`)
          if (answer.statusCode < 400) wrong.push(`${name} ${route} of ${whose}: ${answer.statusCode}`)
          const reader = { class: classOf(world, stage.county.staff.workers[name]), sees: sees(name) }
          for (const leak of find(wholeAnswer(answer), `${url} ${JSON.stringify(fields)}`, reader))
            wrong.push(`${name} ${route} of ${whose}: shows ${leak}`)
        }),
      )
      process.stdout.write(
        `${requests} forms sent at the addresses of people whom their senders may not see\n`,
      )
      expect(wrong).toEqual([])
      expect(changed).toEqual({})
      expect(requests).toBe(2 * asked.length)
      expect(asked.length).toBeGreaterThanOrEqual(Math.min(FORMS, admitted.length))
    },
    10 * 60_000,
  )

  it('answers forms that name them as forms that name nobody, and changes nothing', async () => {
    const wrong: string[] = []
    const changed = await changes(async () => {
      for (const [route, { naming }] of every) {
        if (naming === undefined) continue
        const name = route.startsWith('/teams') ? 'manager' : 'holder'
        for (const whose of ['other', 'sealed'] as const) {
          const { personId } = stage.county.people[whose]
          const send = (id: typeof personId) => {
            const { url, fields } = naming(id, stage.county)
            return stage.visitors[name].post(url, fields)
          }
          const [answer, twin] = [await send(personId), await send(absent.personId)]
          const [one, other] = [toldBy(answer), toldBy(twin)]
          if (one !== other) wrong.push(`${route} naming ${whose}: ${difference(one, other)}`)
          if (answer.statusCode < 400) wrong.push(`${route} naming ${whose}: ${answer.statusCode}`)
        }
      }
    })
    // What was typed at one's own address is kept as one's own draft.
    const { 'app.draft': _draft, ...kept } = changed
    expect(wrong).toEqual([])
    expect(kept).toEqual({})
  })
})

describe('classes that keep no record', () => {
  it('lets a director, a data-quality officer and an administrator change nothing about anybody', async () => {
    const kept = forms.filter(({ by }) => by === 'holder' || by === 'manager')
    const own = new Set(['/notices/read', '/people', '/drafts/:form/:recordKey'])
    own.add('/drafts/:form/:recordKey/discard').add('/open-with-reference').add('/supervision/wellbeing')
    // A director on a named list reviews and bars for it, and supervises leaders: anybody else is answered as by nothing.
    const asNothing = [
      '/openings/:openingId',
      '/people/:personId/conflicts',
      '/people/:personId/conflicts/:conflictId/end',
    ]
    const wrong: string[] = []
    const changed = await changes(async () => {
      for (const { route, url, fields } of kept.filter(one => !own.has(one.route)))
        for (const name of ['director', 'directorOpened', 'dataQuality', 'administrator'] as const) {
          const { statusCode } = await stage.visitors[name].post(url, fields)
          const isNothing = asNothing.includes(route) || route.startsWith('/supervision/')
          const right = isNothing && name.startsWith('director') ? 404 : 403
          if (statusCode !== right) wrong.push(`${name} ${route}: ${statusCode}`)
        }
    })
    expect(wrong).toEqual([])
    expect(changed).toEqual({})
  })

  it('lets nobody but an administrator keep the directory and the settings', async () => {
    const kept = forms.filter(({ by }) => by === 'administrator')
    const wrong: string[] = []
    const changed = await changes(async () => {
      for (const { route, url, fields } of kept)
        for (const name of staffNames.filter(one => one !== 'administrator')) {
          const { statusCode } = await stage.visitors[name].post(url, fields)
          if (statusCode !== 403) wrong.push(`${name} ${route}: ${statusCode}`)
        }
    })
    expect(wrong).toEqual([])
    expect(changed).toEqual({})
  })
})

describe('forms of somebody whom a wall keeps out', () => {
  it('tell nothing of those behind it, whatever becomes of them', async () => {
    const find = leakFinder(stage.county)
    const { guarded } = stage.county.people
    const wrong: string[] = []
    await atOnce(forms, 4, async ({ route, by, fields }) => {
      const url = sendRoutes[route]?.address?.(guarded)
      if (url === undefined) return
      const name = by === 'manager' ? 'walledManager' : 'walled'
      const answer = await stage.visitors[name].post(url, fields)
      const reader = { class: 'practitioner' as const, sees: sees(name) }
      for (const leak of find(wholeAnswer(answer), `${url} ${JSON.stringify(fields)}`, reader))
        wrong.push(`${name} ${route}: shows ${leak}`)
      if (answer.statusCode >= 500) wrong.push(`${name} ${route}: ${answer.statusCode}`)
    })
    expect(wrong).toEqual([])
  })
})
